package store

import (
	"dogovor/data"
)

// stale are the records whose lists and search texts are to be written anew before the transaction ends.
type stale struct {
	engagements  map[data.ID]bool
	stakeholders map[data.ID]bool
	follows      map[data.ID]*data.Type
	renamed      map[data.ID]bool // stakeholders whose name stands in the search texts of others
	regrouped    map[data.ID]bool // stakeholders whose groups count in the engagements they came to
	places       map[data.ID]bool // settlements with another name
	others       map[data.ID]*data.Type
	limits       bool // the limits of open grievances
}

func newStale() stale {
	return stale{engagements: map[data.ID]bool{}, stakeholders: map[data.ID]bool{}, follows: map[data.ID]*data.Type{},
		others: map[data.ID]*data.Type{}, renamed: map[data.ID]bool{}, regrouped: map[data.ID]bool{}, places: map[data.ID]bool{}}
}

// noteNew marks what a new record makes stale.
func (x *writing) noteNew(tb *table, rec data.Record) error {
	x.note(tb, rec)
	return x.countUsed(tb, nil, rec)
}

// noteChanged marks what a change makes stale.
func (x *writing) noteChanged(tb *table, stored, rec data.Record) error {
	x.note(tb, rec)
	if tb.parent != nil && !same(tb.link.Value(stored), tb.link.Value(rec)) {
		x.note(tb, stored) // it left another record, in a merge
	}
	id := rec.Head().ID
	differ := func(names ...string) bool {
		for _, n := range names {
			f, _ := tb.Field(n)
			if !same(f.Value(stored), f.Value(rec)) {
				return true
			}
		}
		return false
	}
	switch tb.Type {
	case data.Stakeholders:
		if differ("name", "other_names") {
			x.stale.renamed[id] = true
		}
		if differ("groups") {
			x.stale.regrouped[id] = true
		}
	case data.Settlements:
		if differ("name", "name_cyrl", "other_names") {
			x.stale.places[id] = true
		}
	}
	return x.countUsed(tb, stored, rec)
}

// noteBinned marks what going into the bin, or out of it, makes stale.
func (x *writing) noteBinned(tb *table, rec data.Record) error {
	x.note(tb, rec)
	if tb.Type == data.Stakeholders {
		x.stale.renamed[rec.Head().ID] = true // a member of an organisation in the bin is no longer shown with it
		x.stale.regrouped[rec.Head().ID] = true
	}
	return nil
}

// note marks the record that stands alone to which rec belongs.
func (x *writing) note(tb *table, rec data.Record) {
	t, id := tb.Type, rec.Head().ID
	if tb.parent != nil {
		t, id = tb.parent, *tb.link.Ptr(rec).(*data.ID)
	}
	x.touched[id] = t
	switch t {
	case data.Engagements:
		x.stale.engagements[id] = true
	case data.Stakeholders:
		x.stale.stakeholders[id] = true
	case data.Issues, data.Commitments, data.Grievances, data.Tasks:
		x.stale.follows[id] = t
	case data.Settlements, data.Attachments:
		x.stale.others[id] = t
	case data.Settings, data.Holidays:
		if s, ok := rec.(*data.Setting); !ok || s.Target() {
			x.law, x.stale.limits = nil, true
		}
	}
}

// refresh writes lists and search texts of everything that became stale.
func (x *writing) refresh() error {
	for id := range x.stale.places {
		if err := x.collect(x.stale.engagements, "SELECT id FROM engagement WHERE rid IN (SELECT rid FROM engagement_list WHERE settlement=(SELECT rid FROM settlement WHERE id=?))", id); err != nil {
			return err
		}
		if err := x.collect(x.stale.stakeholders, "SELECT id FROM stakeholder WHERE settlement=?", id); err != nil {
			return err
		}
		if err := x.collectFollows("settlement=(SELECT rid FROM settlement WHERE id=?)", id[:]); err != nil {
			return err
		}
	}
	for id := range x.stale.renamed {
		if err := x.collect(x.stale.stakeholders, "SELECT stakeholder FROM membership WHERE organisation=?", id); err != nil {
			return err
		}
		if err := x.collectFollows("doc IN (SELECT doc FROM follow_who WHERE stakeholder=(SELECT rid FROM stakeholder WHERE id=?))", id[:]); err != nil {
			return err
		}
		if err := x.collect(x.stale.engagements, `SELECT e.id FROM attended a JOIN engagement_list l ON l.doc=a.doc JOIN engagement e ON e.rid=l.rid
			WHERE a.stakeholder=(SELECT rid FROM stakeholder WHERE id=?)`, id); err != nil {
			return err
		}
	}
	if x.stale.limits {
		if err := x.relimit(); err != nil {
			return err
		}
	}
	for id := range x.stale.stakeholders {
		if err := x.listStakeholder(id); err != nil {
			return err
		}
	}
	for id := range x.stale.regrouped {
		if err := x.regroup(id); err != nil {
			return err
		}
	}
	for id := range x.stale.engagements {
		if err := x.listEngagement(id); err != nil {
			return err
		}
	}
	for id, t := range x.stale.follows {
		if err := x.listFollow(t, id); err != nil {
			return err
		}
	}
	for id, t := range x.stale.others {
		if err := x.listOther(t, id); err != nil {
			return err
		}
	}
	x.stale = newStale()
	return nil
}

// collect adds the ids that a query finds for one id.
func (x *writing) collect(to map[data.ID]bool, query string, id data.ID) error {
	return x.each(func(sc scanner) error {
		var found data.ID
		err := sc.Scan(&found)
		to[found] = true
		return err
	}, query, id[:])
}

// collectFollows marks the follow-ups whose lines a condition finds.
func (x *writing) collectFollows(where string, arg any) error {
	for _, t := range data.FollowTypes() {
		err := x.each(func(sc scanner) error {
			var id data.ID
			err := sc.Scan(&id)
			x.stale.follows[id] = t
			return err
		}, "SELECT c.id FROM follow_list l CROSS JOIN "+t.Name+" c ON c.rid=(l.doc>>5) WHERE l.type=? AND l.binned IN (0,1) AND l."+where, t.Code, arg)
		if err != nil {
			return err
		}
	}
	return nil
}
