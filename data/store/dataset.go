package store

import (
	"context"
	"strconv"
	"strings"

	"dogovor/data"
	"dogovor/data/indicator"
)

// Dataset reads what the figures of a period are computed from. Restricted engagements and stakeholders are left out unless asked for.
// Attendees names only stakeholders that are in the set: those in the bin, and restricted ones that were not asked for, are out everywhere.
func (s *Store) Dataset(ctx context.Context, p data.Period, restricted bool) (*indicator.Dataset, error) {
	d := &indicator.Dataset{Period: p, Restricted: restricted, Stakeholders: map[data.ID]*indicator.Stakeholder{}}
	err := s.read(ctx, func(r *reading) error {
		people, err := r.stakeholdersInto(d)
		if err != nil {
			return err
		}
		if err := r.settlementsInto(d); err != nil {
			return err
		}
		for _, into := range []func(*indicator.Dataset) error{r.commitmentsInto, r.issuesInto, r.grievancesInto} {
			if err := into(d); err != nil {
				return err
			}
		}
		return r.engagementsInto(d, people)
	})
	if err != nil {
		return nil, err
	}
	byName(d.Settlements, func(x indicator.Settlement) string { return x.Name })
	return d, nil
}

// stakeholdersInto fills in the stakeholders, and answers them by rid too.
func (r *reading) stakeholdersInto(d *indicator.Dataset) (map[int64]*indicator.Stakeholder, error) {
	byRid := map[int64]*indicator.Stakeholder{}
	err := r.each(func(sc scanner) error {
		var rid, since int64
		var kind, groups, party, secrecy string
		x := &indicator.Stakeholder{}
		if err := sc.Scan(&rid, &x.ID, &x.Number, &kind, &x.Sex, &groups, &party, &since, &secrecy); err != nil {
			return err
		}
		if secrecy == "restricted" && !d.Restricted {
			return nil
		}
		x.Person, x.Groups, x.Affected, x.Since = kind == "person", split(groups), party == "affected", instant(since).In(data.HomeZone())
		byRid[rid], d.Stakeholders[x.ID] = x, x
		return nil
	}, `SELECT rid, id, coalesce(number,''), coalesce(kind,''), coalesce(sex,''), coalesce(groups,''), coalesce(party,''), created_at, coalesce(confidentiality,'')
		FROM stakeholder WHERE binned=0`)
	if err != nil {
		return nil, err
	}
	return byRid, r.each(func(sc scanner) error {
		var id data.ID
		var influence int
		err := sc.Scan(&id, &influence)
		if x := d.Stakeholders[id]; x != nil {
			x.Influence = influence // the last one stays
		}
		return err
	}, "SELECT stakeholder, influence FROM assessment WHERE binned=0 AND influence>0 AND on_day<=? ORDER BY on_day, rid", string(d.Period.To))
}

func (r *reading) settlementsInto(d *indicator.Dataset) error {
	return r.each(func(sc scanner) error {
		var x indicator.Settlement
		err := sc.Scan(&x.ID, &x.Name, &x.InArea)
		d.Settlements = append(d.Settlements, x)
		return err
	}, "SELECT id, coalesce(name,''), in_area FROM settlement WHERE binned=0")
}

func (r *reading) engagementsInto(d *indicator.Dataset, people map[int64]*indicator.Stakeholder) error {
	from, until := d.Period.Bounds()
	bounds := []any{docOf(from), docOf(until), d.Restricted}
	at := map[int64]int{}
	err := r.each(func(sc scanner) error {
		var doc int64
		var start string
		var e indicator.Engagement
		if err := sc.Scan(&doc, &e.ID, &e.Number, &e.Title, &start, &e.Kind, &e.Settlement, &e.Planned, &e.Initiator, &e.Women, &e.Men, &e.Undeclared); err != nil {
			return err
		}
		m, err := data.ParseMoment(start)
		e.Start = m.At.In(data.HomeZone())
		at[doc] = len(d.Engagements)
		d.Engagements = append(d.Engagements, e)
		return err
	}, `SELECT l.doc, e.id, coalesce(e.number,''), coalesce(e.title,''), e.start, coalesce(l.kind,''), e.settlement, e.planned, coalesce(e.initiator,''), e.women, e.men, e.undeclared
		FROM engagement_list l CROSS JOIN engagement e ON e.rid=l.rid
		WHERE l.doc>=?1 AND l.doc<?2 AND l.binned=0 AND l.status='held' AND (l.restricted=0 OR ?3) ORDER BY l.doc`, bounds...)
	if err != nil {
		return err
	}
	// What people said to the answers, one row an engagement with points.
	err = r.each(func(sc scanner) error {
		var doc int64
		var yes, partly, no, all int
		err := sc.Scan(&doc, &yes, &partly, &no, &all)
		if i, ok := at[doc]; ok {
			d.Engagements[i].Satisfied = map[string]int{"yes": yes, "partly": partly, "no": no, "not_asked": all - yes - partly - no}
		}
		return err
	}, `SELECT l.doc, sum(p.satisfied IS 'yes'), sum(p.satisfied IS 'partly'), sum(p.satisfied IS 'no'), count(*)
		FROM engagement_list l CROSS JOIN engagement e ON e.rid=l.rid CROSS JOIN point p ON p.engagement=e.id
		WHERE l.doc>=?1 AND l.doc<?2 AND l.binned=0 AND l.status='held' AND (l.restricted=0 OR ?3) AND l.points>0 AND p.binned=0 GROUP BY l.doc`, bounds...)
	if err != nil {
		return err
	}
	// Who came, one row an engagement: rows cost more than the numbers in them.
	return r.each(func(sc scanner) error {
		var doc int64
		var rids string
		if err := sc.Scan(&doc, &rids); err != nil {
			return err
		}
		i, ok := at[doc]
		if !ok {
			return nil // restricted
		}
		e := &d.Engagements[i]
		for _, s := range strings.Split(rids, ",") {
			rid, _ := strconv.ParseInt(s, 10, 64)
			if p := people[rid]; p != nil {
				e.Attendees = append(e.Attendees, p.ID)
			}
		}
		return nil
	}, "SELECT doc, group_concat(stakeholder) FROM attended WHERE doc>=? AND doc<? AND counts=1 GROUP BY doc", bounds[:2]...)
}

// commitmentsInto fills in the promises made by the period's end, with the dates they were moved to by then.
func (r *reading) commitmentsInto(d *indicator.Dataset) error {
	at := map[data.ID]int{}
	err := r.each(func(sc scanner) error {
		var c indicator.Commitment
		err := sc.Scan(&c.ID, &c.Number, &c.MadeOn, &c.Due, &c.Owner, &c.DoneOn, &c.Withdrawn, &c.ToldOn)
		at[c.ID] = len(d.Commitments)
		d.Commitments = append(d.Commitments, c)
		return err
	}, `SELECT c.id, coalesce(c.number,''), c.made_on, coalesce(c.due,''), coalesce(c.owner,''), coalesce(c.done_on,''), coalesce(c.withdrawn_on,''), coalesce(c.told_on,'')
		FROM commitment c WHERE c.binned=0 AND c.made_on<=? AND (coalesce(c.confidentiality,'')<>'restricted' OR ?) ORDER BY c.made_on, c.rid`, string(d.Period.To), d.Restricted)
	if err != nil {
		return err
	}
	return r.each(func(sc scanner) error {
		var id data.ID
		var m indicator.Moved
		if err := sc.Scan(&id, &m.On, &m.Due); err != nil {
			return err
		}
		if i, ok := at[id]; ok {
			d.Commitments[i].Moved = append(d.Commitments[i].Moved, m)
		}
		return nil
	}, "SELECT commitment, on_day, due FROM revision WHERE binned=0 AND on_day<=? ORDER BY on_day, id", string(d.Period.To))
}
