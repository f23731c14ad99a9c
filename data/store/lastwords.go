package store

import (
	"context"
	"strings"

	"dogovor/data"
)

// LastWords are the points that each of some stakeholders raised last at meetings held, no more than each of one person, the newest first.
func (s *Store) LastWords(ctx context.Context, who []data.ID, each int) (out []data.LastWords, err error) {
	if len(who) == 0 {
		return nil, nil
	}
	var q query
	q.add(`SELECT raised_by, id, number, start, said, restricted FROM (
		SELECT p.raised_by, e.id, coalesce(e.number,'') number, e.start, p.said, l.restricted, l.doc, p.pos,
			row_number() OVER (PARTITION BY p.raised_by ORDER BY l.doc DESC, p.pos) place
		FROM point p CROSS JOIN engagement e ON e.id=p.engagement CROSS JOIN engagement_list l ON l.rid=e.rid
		WHERE p.binned=0 AND l.binned=0 AND l.status='held' AND coalesce(p.said,'')<>'' AND p.raised_by IN (?`, who[0][:])
	for _, id := range who[1:] {
		q.add(",?", id[:])
	}
	q.add(")) WHERE place<=? ORDER BY doc DESC, pos", each)
	err = s.read(ctx, func(r *reading) error {
		out = nil
		return r.each(func(sc scanner) error {
			var x data.LastWords
			var start string
			if err := sc.Scan(&x.Stakeholder, &x.Engagement, &x.Number, &start, &x.Said, &x.Restricted); err != nil {
				return err
			}
			m, err := data.ParseMoment(start)
			x.On = m.HomeDate()
			out = append(out, x)
			return err
		}, q.String(), q.args...)
	})
	return out, err
}

// Names are those of all stakeholders, of those in the bin too: a paper without names must have none of them.
func (s *Store) Names(ctx context.Context) (out []data.KnownName, err error) {
	err = s.read(ctx, func(r *reading) error {
		out = nil
		return r.each(func(sc scanner) error {
			var x data.KnownName
			var others, kind string
			if err := sc.Scan(&x.Name, &others, &kind); err != nil {
				return err
			}
			x.Person = kind == "person"
			for _, o := range split(others) {
				if o = strings.TrimSpace(o); o != "" {
					x.Others = append(x.Others, o)
				}
			}
			out = append(out, x)
			return nil
		}, "SELECT coalesce(name,''), coalesce(other_names,''), coalesce(kind,'') FROM stakeholder")
	})
	return out, err
}
