package store

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"dogovor/data"
)

// A doc is the place of an engagement in the list and the rowid of its search text: yyyymmddHHMM (UTC) * 10000 + n. It grows with the
// start, so that "the newest 50" is a walk down the tree, with a search or without, however many there are.
const docsPerMinute = 10000

// docOf is the first doc of a minute.
func docOf(t time.Time) int64 {
	n, _ := strconv.ParseInt(t.UTC().Format("200601021504"), 10, 64)
	return n * docsPerMinute
}

// docTime is the minute that a doc stands for, in Home.
func docTime(doc int64) time.Time {
	t, _ := time.ParseInLocation("200601021504", strconv.FormatInt(doc/docsPerMinute, 10), time.UTC)
	return t.In(data.HomeZone())
}

// newDoc finds a free doc for a start. A minute that is full lends the next one.
func (x *writing) newDoc(start data.Moment) (int64, error) {
	t := start.At
	if !start.Known() {
		t = time.Date(data.FirstYear, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for ; ; t = t.Add(time.Minute) {
		first := docOf(t)
		var last int64
		if err := x.row("SELECT coalesce(max(doc), ?1-1) FROM engagement_list WHERE doc >= ?1 AND doc < ?1+"+strconv.Itoa(docsPerMinute), first).Scan(&last); err != nil {
			return 0, err
		}
		if last < first+docsPerMinute-1 {
			return last + 1, nil
		}
	}
}

// entry is what the list, the search and the counts hold of one engagement.
type entry struct {
	doc        int64
	rid        int64
	binned     bool
	status     any
	kind       any
	settlement any
	restricted bool
	named      int
	people     int
	points     int
	came       map[int64]bool // rid of a stakeholder → counts
	groups     map[string]bool
	text       string // folded
}

func (e *entry) same(o *entry) bool {
	return e.doc == o.doc && e.rid == o.rid && e.binned == o.binned && e.status == o.status && e.kind == o.kind && e.settlement == o.settlement &&
		e.restricted == o.restricted && e.named == o.named && e.people == o.people && e.points == o.points &&
		maps.Equal(e.came, o.came) && maps.Equal(e.groups, o.groups)
}

// entryFor derives an engagement's entry from the records, all but the doc. Of an engagement in the bin it holds what went in with it.
func (r *reading) entryFor(id data.ID) (*entry, *data.Engagement, error) {
	rec, rid, err := r.whole(data.Engagements, id)
	if err != nil {
		return nil, nil, err
	}
	g := rec.(*data.Engagement)
	e := &entry{rid: rid, binned: g.Binned, status: orNull(g.Status), kind: orNull(g.Kind), restricted: g.Restricted(), points: len(g.Points),
		came: map[int64]bool{}, groups: map[string]bool{}}
	var text strings.Builder
	for _, x := range append([]data.Record{g}, g.Parts()...) {
		addWords(&text, x)
	}
	if !g.Settlement.IsZero() {
		place, rid, err := r.get(data.Settlements, g.Settlement)
		if err != nil {
			return nil, nil, err
		}
		if place != nil { // Check also reads what is broken
			e.settlement = rid
			addWords(&text, place)
		}
	}
	for _, a := range g.Attendance {
		if err := r.attends(e, &text, a.Stakeholder, g.Status == "held" && !g.Binned); err != nil {
			return nil, nil, err
		}
	}
	e.named = len(e.came)
	e.people = e.named + g.Headcount()
	e.text = e.tokens(text.String(), g)
	return e, g, nil
}

// tokens is the search text of an engagement.
func (e *entry) tokens(text string, g *data.Engagement) string {
	t := newTokens(text)
	t.names(markName, g.Title)
	t.number(g.Number)
	t.rid(markPlace, e.settlement)
	t.code(markKind, g.Kind)
	t.code(markStatus, g.Status)
	for _, p := range g.Points {
		t.code(markTopic, p.Topic)
	}
	return t.String()
}

// attends adds a stakeholder who came: names to the text, groups when it is not in the bin.
func (r *reading) attends(e *entry, text *strings.Builder, stakeholder data.ID, counts bool) error {
	var rid int64
	var name, others, groups string
	var gone bool
	err := r.row("SELECT rid, coalesce(name,''), coalesce(other_names,''), coalesce(groups,''), binned FROM stakeholder WHERE id=?", stakeholder[:]).
		Scan(&rid, &name, &others, &groups, &gone)
	if ok, err := found(err); !ok {
		return err
	}
	e.came[rid] = counts
	text.WriteString(name + "\n" + others + "\n")
	if !gone {
		for _, c := range split(groups) {
			e.groups[c] = true
		}
	}
	return nil
}

// addWords adds the texts of a record that a person may look for: all but codes.
func addWords(b *strings.Builder, rec data.Record) {
	for _, f := range rec.Type().Fields {
		if f.Code {
			continue
		}
		switch p := f.Ptr(rec).(type) {
		case *string:
			b.WriteString(*p)
			b.WriteByte('\n')
		case *[]string:
			for _, s := range *p {
				b.WriteString(s)
				b.WriteByte('\n')
			}
		}
	}
}

// stored reads what the lists hold of an engagement; nil when nothing yet.
func (r *reading) storedEntry(rid int64) (*entry, error) {
	e := &entry{rid: rid, came: map[int64]bool{}, groups: map[string]bool{}}
	err := r.row("SELECT doc, binned, status, kind, settlement, restricted, named, people, points FROM engagement_list WHERE rid=?", rid).
		Scan(&e.doc, &e.binned, &e.status, &e.kind, &e.settlement, &e.restricted, &e.named, &e.people, &e.points)
	if ok, err := found(err); !ok {
		return nil, err
	}
	err = r.each(func(sc scanner) error {
		var s int64
		var counts bool
		err := sc.Scan(&s, &counts)
		e.came[s] = counts
		return err
	}, "SELECT stakeholder, counts FROM attended WHERE doc=?", e.doc)
	if err != nil {
		return nil, err
	}
	return e, r.each(func(sc scanner) error {
		var c string
		err := sc.Scan(&c)
		e.groups[c] = true
		return err
	}, "SELECT code FROM engagement_group WHERE doc=?", e.doc)
}

// listEngagement brings list, counts and search text of one engagement up to date.
func (x *writing) listEngagement(id data.ID) error {
	e, g, err := x.entryFor(id)
	if err != nil {
		return err
	}
	was, err := x.storedEntry(e.rid)
	if err != nil {
		return err
	}
	if was != nil && docOf(docTime(was.doc)) == docOf(g.Start.At) {
		e.doc = was.doc
	} else if e.doc, err = x.newDoc(g.Start); err != nil {
		return err
	}
	if was == nil || !e.same(was) {
		if err := x.replaceEntry(was, e); err != nil {
			return err
		}
	}
	if was != nil && was.doc != e.doc {
		if err := x.exec("DELETE FROM engagement_text WHERE rowid=?", was.doc); err != nil {
			return err
		}
	}
	return x.putText("engagement_text", e.doc, e.text)
}

func (x *writing) replaceEntry(was, e *entry) error {
	if was != nil {
		for _, t := range []string{"attended", "engagement_group", "engagement_list"} {
			if err := x.exec("DELETE FROM "+t+" WHERE doc=?", was.doc); err != nil {
				return err
			}
		}
	} else {
		was = &entry{}
	}
	if err := x.exec("INSERT INTO engagement_list(doc,rid,binned,status,kind,settlement,restricted,named,people,points) VALUES(?,?,?,?,?,?,?,?,?,?)",
		e.doc, e.rid, e.binned, e.status, e.kind, e.settlement, e.restricted, e.named, e.people, e.points); err != nil {
		return err
	}
	for s, counts := range e.came {
		if err := x.exec("INSERT INTO attended VALUES(?,?,?)", e.doc, s, counts); err != nil {
			return err
		}
	}
	for c := range e.groups {
		if err := x.exec("INSERT INTO engagement_group VALUES(?,?)", e.doc, c); err != nil {
			return err
		}
	}
	for s := range e.came {
		if err := x.recount(s, was.came[s], e.came[s], was.doc != e.doc); err != nil {
			return err
		}
	}
	for s, counted := range was.came {
		if _, still := e.came[s]; !still {
			if err := x.recount(s, counted, false, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// recount brings a stakeholder's number of engagements and newest one up to date, when this one counts otherwise than before or moved.
func (x *writing) recount(stakeholder int64, before, after, moved bool) error {
	if before == after && (!moved || !after) {
		return nil
	}
	change := 0
	if before {
		change--
	}
	if after {
		change++
	}
	return x.exec(`UPDATE stakeholder_list SET came=came+?2,
		met=coalesce((SELECT doc FROM attended WHERE stakeholder=?1 AND counts=1 ORDER BY doc DESC LIMIT 1), 0) WHERE rid=?1`, stakeholder, change)
}

// regroup writes anew the groups of the engagements that a stakeholder came to.
func (x *writing) regroup(id data.ID) error {
	const docs = "(SELECT doc FROM attended WHERE stakeholder=(SELECT rid FROM stakeholder WHERE id=?1))"
	if err := x.exec("DELETE FROM engagement_group WHERE doc IN "+docs, id[:]); err != nil {
		return err
	}
	return x.exec(`INSERT INTO engagement_group SELECT DISTINCT a.doc, g.code FROM attended a JOIN stakeholder_group g ON g.stakeholder=a.stakeholder
		JOIN stakeholder s ON s.rid=a.stakeholder AND s.binned=0 WHERE a.doc IN `+docs, id[:])
}
