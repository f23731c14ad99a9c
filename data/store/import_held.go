package store

import (
	"cmp"
	"slices"

	"dogovor/data"
)

// heldBack is a record that cannot be judged before its parts have come.
type heldBack struct {
	tb    *table
	rec   data.Record
	here  bool // it was here before; only parts are new
	parts []data.Record
}

// holdBack keeps a record until its parts have come: one that breaks a rule without them, as a grievance that was told back without the
// steps that closed it, and every grievance, whose steps must make sense together. A part goes with its record. Of a record in the bin
// nobody knows which parts went with it: it is judged alone.
func (im *importing) holdBack(tb *table, rec data.Record) (bool, error) {
	if rec.Head().Binned {
		return false, nil
	}
	stored, _, err := im.get(tb.Type, rec.Head().ID)
	if err != nil || stored != nil {
		return false, err // matched or refused as it is
	}
	if tb.parent == nil {
		rec.Clean()
		if len(tb.parts) == 0 || tb.Type != data.Grievances && len(rec.Validate(im.now)) == 0 {
			return false, nil
		}
		im.held[rec.Head().ID] = &heldBack{tb: tb, rec: rec}
		im.heldIDs = append(im.heldIDs, rec.Head().ID)
		return true, nil
	}
	id := *tb.link.Ptr(rec).(*data.ID)
	if im.held[id] == nil && tb.Type == data.GrievanceSteps && !im.refused[id] {
		whole, _, err := im.whole(tb.parent, id)
		if err != nil || whole == nil || whole.Head().Binned {
			return false, err
		}
		im.held[id] = &heldBack{tb: im.s.tables[tb.parent], rec: whole, here: true}
		im.heldIDs = append(im.heldIDs, id)
	}
	h := im.held[id]
	if h != nil {
		rec.Clean()
		h.parts = append(h.parts, rec)
	}
	return h != nil, nil
}

// release judges what was held back, now that all parts are there, and takes what keeps its rules.
func (im *importing) release() error {
	held, ids := im.held, im.heldIDs
	im.held, im.heldIDs = map[data.ID]*heldBack{}, nil
	for _, id := range ids {
		h := held[id]
		for _, part := range h.tb.parts {
			var rows []data.Record
			for _, p := range append(h.rec.Parts(), h.parts...) {
				if p.Type() == part.Type && len(p.Validate(im.now)) == 0 {
					rows = append(rows, p)
				}
			}
			slices.SortStableFunc(rows, part.inOrder)
			attach(h.rec, rows)
		}
		ps := h.rec.Validate(im.now)
		switch {
		case len(ps) == 0:
			im.judged[id] = true
		case h.here:
			for _, p := range h.parts {
				im.refuse(im.s.tables[p.Type()], p.Head().ID, invalid, ps[0].Field+" "+ps[0].Code)
			}
			continue
		}
		if !h.here {
			if err := im.offer(h.tb, h.rec); err != nil {
				return err
			}
		}
		for _, p := range h.parts {
			if err := im.offer(im.s.tables[p.Type()], p); err != nil {
				return err
			}
		}
	}
	return nil
}

// inOrder compares two parts as their order in the database does.
func (tb *table) inOrder(a, b data.Record) int {
	for _, name := range orderedBy {
		f, ok := tb.Field(name)
		if !ok {
			continue
		}
		n, isInt := f.Value(a).(int64)
		if isInt {
			m, _ := f.Value(b).(int64)
			if c := cmp.Compare(n, m); c != 0 {
				return c
			}
			continue
		}
		s, _ := f.Value(a).(string)
		t, _ := f.Value(b).(string)
		if c := cmp.Compare(s, t); c != 0 {
			return c
		}
	}
	return a.Head().ID.Compare(b.Head().ID)
}
