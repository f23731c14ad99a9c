package store

import (
	"slices"
	"strings"

	"dogovor/data"
)

// noDue sorts what has no due date behind all else.
const noDue = "9999-12-31"

// followDoc names a follow-up in the lists and in the search: the rid of its record and the code of its type in one number.
func followDoc(t *data.Type, rid int64) int64 { return rid<<5 | int64(t.Code) }

// followLine is the line of one issue, promise, grievance or task in the lists.
type followLine struct {
	doc        int64
	binned     bool
	open       bool
	untold     bool
	status     string
	dueKey     string
	onKey      string
	ended      any
	owner      any
	topic      any
	kind       any
	severity   any
	settlement any // rid
	engagement any // rid
	restricted bool
}

// follow is what lists and search hold of a follow-up.
type follow struct {
	followLine
	who  []int64 // rids of the stakeholders it concerns, in order
	text string  // folded
}

// followFor derives a follow-up's line from the records.
func (r *reading) followFor(t *data.Type, id data.ID) (*follow, error) {
	rec, rid, err := r.whole(t, id)
	if err != nil {
		return nil, err
	}
	f := &follow{}
	f.doc, f.binned = followDoc(t, rid), rec.Head().Binned
	var about []data.ID
	var settlement, engagement data.ID
	switch x := rec.(type) {
	case *data.Issue:
		f.describe(x.Status(), x.Status() == data.IssueOpen, x.Untold(), x.RaisedOn, "", either(x.ResponseOn, x.ClosedOn), x.Restricted())
		f.owner, f.topic, f.kind, f.severity = orNull(x.Owner), orNull(x.Topic), orNull(x.Kind), orNull(x.Severity)
		settlement, engagement = x.Settlement, x.Engagement
		for _, p := range x.Raisers {
			about = append(about, p.Stakeholder)
		}
	case *data.Commitment:
		f.describe(x.Status(), x.Status() == data.CommitmentOpen, x.Untold(), x.MadeOn, x.LatestDue(), either(x.DoneOn, x.WithdrawnOn), x.Restricted())
		f.owner, f.topic = orNull(x.Owner), orNull(x.Topic)
		settlement, engagement = x.Settlement, x.Engagement
		for _, p := range x.Recipients {
			about = append(about, p.Stakeholder)
		}
	case *data.Grievance:
		due, err := r.nextLimit(x)
		if err != nil {
			return nil, err
		}
		f.describe(x.Status(), x.Open(), x.Untold(), x.ReceivedOn, due, x.ClosedOn(), x.Restricted())
		f.owner, f.topic, f.severity = orNull(x.Owner), orNull(x.Topic), orNull(x.Severity)
		settlement, engagement = x.Settlement, x.Engagement
		about = []data.ID{x.Stakeholder, x.ThirdParty}
	case *data.Task:
		f.describe(x.Status(), x.Status() == data.TaskOpen, false, x.MadeOn, x.Due, x.DoneOn, x.Restricted())
		f.owner, f.topic = orNull(x.Owner), orNull(x.Topic)
		settlement, engagement = x.Settlement, x.Engagement
		about = []data.ID{x.Stakeholder}
	}
	return f, r.concerns(f, rec, settlement, engagement, about)
}

func (f *follow) describe(status string, open, untold bool, on, due, ended data.Date, restricted bool) {
	f.status, f.open, f.untold, f.onKey, f.dueKey, f.ended, f.restricted = status, open, untold, string(on), string(either(due, noDue)), orNull(string(ended)), restricted
}

func either(a, b data.Date) data.Date {
	if a != "" {
		return a
	}
	return b
}

// concerns fills in where it was and whom it concerns, and the words by which all that is found.
func (r *reading) concerns(f *follow, rec data.Record, settlement, engagement data.ID, about []data.ID) error {
	var text strings.Builder
	addWords(&text, rec)
	for _, p := range rec.Parts() {
		addWords(&text, p)
	}
	if !settlement.IsZero() {
		place, rid, err := r.get(data.Settlements, settlement)
		if err != nil {
			return err
		}
		if place != nil { // Check reads damaged files too
			f.settlement = rid
			addWords(&text, place)
		}
	}
	if !engagement.IsZero() {
		var rid int64
		ok, err := found(r.row("SELECT rid FROM engagement WHERE id=?", engagement[:]).Scan(&rid))
		if err != nil {
			return err
		}
		if ok {
			f.engagement = rid
		}
	}
	for _, id := range about {
		var rid int64
		var name, others string
		ok, err := found(r.row("SELECT rid, coalesce(name,''), coalesce(other_names,'') FROM stakeholder WHERE id=?", id[:]).Scan(&rid, &name, &others))
		if err != nil {
			return err
		}
		if ok && !slices.Contains(f.who, rid) {
			f.who = append(f.who, rid)
			text.WriteString(name + "\n" + strings.Join(split(others), "\n") + "\n")
		}
	}
	slices.Sort(f.who)
	f.text = f.tokens(rec, text.String())
	return nil
}

// tokens is the search text of a follow-up.
func (f *follow) tokens(rec data.Record, text string) string {
	out := newTokens(text)
	head, number := headline(rec)
	out.names(markName, head)
	out.number(number)
	out.put(ridToken(markType, int64(rec.Type().Code)))
	out.rid(markPlace, f.settlement)
	out.code(markKind, f.kind)
	out.code(markTopic, f.topic)
	out.code(markStatus, f.status)
	if f.open {
		out.code(markStatus, data.FollowOpen)
	}
	if f.untold {
		out.code(markStatus, data.FollowUntold)
	}
	return out.String()
}

// storedFollow reads what the lists hold; nil when nothing yet.
func (r *reading) storedFollow(doc int64) (*follow, error) {
	f := &follow{followLine: followLine{doc: doc}}
	err := r.row("SELECT binned, open, untold, status, due_key, on_key, ended_on, owner, topic, kind, severity, settlement, engagement, restricted FROM follow_list WHERE doc=?", doc).
		Scan(&f.binned, &f.open, &f.untold, &f.status, &f.dueKey, &f.onKey, &f.ended, &f.owner, &f.topic, &f.kind, &f.severity, &f.settlement, &f.engagement, &f.restricted)
	if ok, err := found(err); !ok {
		return nil, err
	}
	return f, r.each(func(sc scanner) error {
		var rid int64
		err := sc.Scan(&rid)
		f.who = append(f.who, rid)
		return err
	}, "SELECT stakeholder FROM follow_who WHERE doc=? ORDER BY stakeholder", doc)
}

// listFollow brings the list and the search text of one follow-up up to date.
func (x *writing) listFollow(t *data.Type, id data.ID) error {
	f, err := x.followFor(t, id)
	if err != nil {
		return err
	}
	if err := x.exec(`INSERT OR REPLACE INTO follow_list(doc,type,binned,open,untold,status,due_key,on_key,ended_on,owner,topic,kind,severity,settlement,engagement,restricted)
		VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		f.doc, t.Code, f.binned, f.open, f.untold, f.status, f.dueKey, f.onKey, f.ended, f.owner, f.topic, f.kind, f.severity, f.settlement, f.engagement, f.restricted); err != nil {
		return err
	}
	if err := x.exec("DELETE FROM follow_who WHERE doc=?", f.doc); err != nil {
		return err
	}
	for _, rid := range f.who {
		if err := x.exec("INSERT INTO follow_who VALUES(?,?)", rid, f.doc); err != nil {
			return err
		}
	}
	return x.putText("follow_text", f.doc, f.text)
}
