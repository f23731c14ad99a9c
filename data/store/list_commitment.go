package store

import (
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// noDue sorts promises without a due date behind all others.
const noDue = "9999-12-31"

// promise is what the ledger and the search hold of one commitment.
type promise struct {
	rid        int64
	binned     bool
	status     string
	dueKey     string
	owner      any
	settlement any
	engagement any
	topic      any
	restricted bool
	text       string // folded
}

// promiseFor derives a commitment's line from the records.
func (r *reading) promiseFor(id data.ID) (*promise, error) {
	rec, rid, err := r.get(data.Commitments, id)
	if err != nil {
		return nil, err
	}
	c := rec.(*data.Commitment)
	// Of one in the bin the parts are there too.
	err = r.each(func(sc scanner) error {
		x := &data.Revision{}
		err := sc.Scan(&x.On, &x.Due)
		c.Revisions = append(c.Revisions, x)
		return err
	}, "SELECT coalesce(on_day,''), coalesce(due,'') FROM revision WHERE commitment=? AND binned=? ORDER BY on_day, id", id[:], c.Binned)
	if err != nil {
		return nil, err
	}
	p := &promise{rid: rid, binned: c.Binned, status: c.Status(), dueKey: string(c.LatestDue()), owner: orNull(c.Owner), topic: orNull(c.Topic), restricted: c.Restricted()}
	if p.dueKey == "" {
		p.dueKey = noDue
	}
	var text strings.Builder
	addWords(&text, c)
	if !c.Settlement.IsZero() {
		place, rid, err := r.get(data.Settlements, c.Settlement)
		if err != nil {
			return nil, err
		}
		if place != nil { // Check reads damaged files too
			p.settlement = rid
			addWords(&text, place)
		}
	}
	if !c.Engagement.IsZero() {
		e, rid, err := r.get(data.Engagements, c.Engagement)
		if err != nil {
			return nil, err
		}
		if e != nil {
			p.engagement = rid
		}
	}
	err = r.each(func(sc scanner) error {
		var name, others string
		err := sc.Scan(&name, &others)
		text.WriteString(name + "\n" + others + "\n")
		return err
	}, `SELECT coalesce(s.name,''), coalesce(s.other_names,'') FROM recipient x JOIN stakeholder s ON s.id=x.stakeholder
		WHERE x.commitment=? AND x.binned=? ORDER BY x.pos, x.id`, id[:], c.Binned)
	p.text = fold.Text(text.String())
	return p, err
}

// storedPromise reads what the ledger holds; nil when nothing yet.
func (r *reading) storedPromise(rid int64) (*promise, error) {
	p := &promise{rid: rid}
	err := r.row("SELECT binned, status, due_key, owner, settlement, engagement, topic, restricted FROM commitment_list WHERE rid=?", rid).
		Scan(&p.binned, &p.status, &p.dueKey, &p.owner, &p.settlement, &p.engagement, &p.topic, &p.restricted)
	if ok, err := found(err); !ok {
		return nil, err
	}
	return p, nil
}

// listCommitment brings ledger and search text of one commitment up to date.
func (x *writing) listCommitment(id data.ID) error {
	p, err := x.promiseFor(id)
	if err != nil {
		return err
	}
	if err := x.exec("INSERT OR REPLACE INTO commitment_list(rid,binned,status,due_key,owner,settlement,engagement,topic,restricted) VALUES(?,?,?,?,?,?,?,?,?)",
		p.rid, p.binned, p.status, p.dueKey, p.owner, p.settlement, p.engagement, p.topic, p.restricted); err != nil {
		return err
	}
	if err := x.exec("DELETE FROM commitment_text WHERE rowid=?", p.rid); err != nil {
		return err
	}
	return x.exec("INSERT INTO commitment_text(rowid, text) VALUES(?,?)", p.rid, p.text)
}
