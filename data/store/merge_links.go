package store

import (
	"slices"

	"dogovor/data"
	"dogovor/data/fold"
)

// move is a row that points at a stakeholder who is merged into another one.
type move struct {
	tb      *table
	row     data.Record
	columns []string    // that point there
	twin    data.Record // the row of the kept one that says the same already, or nil
	itself  bool        // it would point at the record it belongs to
}

// stay are the links that a merge leaves: who was merged into whom, and who is not the same as whom, was said of that very record.
func stay(tb *table, column string) bool {
	return tb.Type == data.Distincts || column == "merged_into"
}

// linksTo finds every row that points at drop, in the order of the types: by the foreign keys, so that a new type is found too. Of rows in
// the bin those that come back with the record they belong to.
func (r *reading) linksTo(keep, drop data.ID) (out []move, err error) {
	for _, t := range data.Types {
		tb := r.s.tables[t]
		byRow := map[data.ID]int{}
		first := len(out)
		for _, f := range t.Fields {
			if tb.refs[f.Name] != data.Stakeholders || stay(tb, f.Name) {
				continue
			}
			err := r.each(func(sc scanner) error {
				rec, _, err := tb.scan(sc)
				if err != nil {
					return err
				}
				if i, ok := byRow[rec.Head().ID]; ok {
					out[i].columns = append(out[i].columns, f.Name)
					return nil
				}
				byRow[rec.Head().ID] = len(out)
				out = append(out, move{tb: tb, row: rec, columns: []string{f.Name}})
				return nil
			}, tb.selectFrom+"WHERE "+f.Name+"=? ORDER BY rid", drop[:])
			if err != nil {
				return nil, err
			}
		}
		kept := out[:first]
		for _, m := range out[first:] {
			ok, err := r.moves(&m, keep, drop)
			if err != nil {
				return nil, err
			}
			if ok {
				kept = append(kept, m)
			}
		}
		out = kept
	}
	return out, nil
}

// moves tells whether a row moves, and looks for its twin.
func (r *reading) moves(m *move, keep, drop data.ID) (bool, error) {
	if m.tb.Type == data.Stakeholders {
		return m.row.Head().ID != keep && m.row.Head().ID != drop, nil // of the two themselves unite sees to it
	}
	if m.tb.parent == nil {
		return true, nil
	}
	to := pointed(m, keep)
	parent := *m.tb.link.Ptr(to).(*data.ID)
	if m.row.Head().Binned {
		was := *m.tb.link.Ptr(m.row).(*data.ID)
		with, err := r.wentWith(m.tb, was)
		if err != nil || !slices.ContainsFunc(with, func(x data.Record) bool { return x.Head().ID == m.row.Head().ID }) {
			return false, err
		}
		twin, err := r.twinOf(m.tb, to, with)
		return twin == nil, err // two that wait in the bin stay two: they cannot be thrown away again
	}
	if m.tb.parent == data.Stakeholders {
		for _, f := range m.tb.Fields {
			p, ok := f.Ptr(to).(*data.ID)
			m.itself = m.itself || ok && f.Name != m.tb.Of && *p == parent
		}
		if m.itself {
			return true, nil
		}
	}
	siblings, err := r.children(m.tb, parent, false)
	if err != nil {
		return false, err
	}
	m.twin, err = r.twinOf(m.tb, to, siblings)
	return true, err
}

// pointed is the row as it will be.
func pointed(m *move, keep data.ID) data.Record {
	to := m.tb.New()
	*to.Head() = *m.row.Head()
	for _, f := range m.tb.Fields {
		_ = f.SetJSON(to, f.JSON(m.row))
		if slices.Contains(m.columns, f.Name) {
			*f.Ptr(to).(*data.ID) = keep
		}
	}
	return to
}

// twinOf finds among siblings the row that would stand there twice.
func (r *reading) twinOf(tb *table, row data.Record, siblings []data.Record) (data.Record, error) {
	for _, s := range siblings {
		if s.Head().ID != row.Head().ID && twins(tb, row, s) {
			return s, nil
		}
	}
	return nil, nil
}

// twins tells whether two rows say the same. A row that says that somebody took part is there once for each. Of the rows of a stakeholder, as
// memberships, none may say otherwise than the other.
func twins(tb *table, a, b data.Record) bool {
	if f, ok := tb.Field(data.Stakeholders.Name); ok && tb.Of != data.Stakeholders.Name {
		return same(f.Value(a), f.Value(b))
	}
	if tb.Of != data.Stakeholders.Name {
		return false
	}
	for _, f := range tb.Fields {
		if f.Name == tb.Of || f.IsZero(a) || f.IsZero(b) {
			continue
		}
		x, y := f.Value(a), f.Value(b)
		s, text := x.(string)
		t, _ := y.(string)
		if text && !f.Code && fold.Key(s) != "" && fold.Key(s) == fold.Key(t) {
			continue
		}
		if !same(x, y) {
			return false
		}
	}
	return true
}

// move points a row at the kept one, or joins it with the row that is there already.
func (x *writing) move(m move, keep, drop data.ID) error {
	switch {
	case m.itself:
		return x.putAway(m)
	case m.twin != nil:
		stored, _, err := x.get(m.tb.Type, m.twin.Head().ID)
		if err != nil {
			return err
		}
		richer, _, err := x.get(m.tb.Type, m.twin.Head().ID)
		if err != nil {
			return err
		}
		for _, f := range m.tb.Fields {
			if f.IsZero(richer) && f.Name != m.tb.Of && !slices.Contains(m.columns, f.Name) {
				_ = f.SetJSON(richer, f.JSON(m.row))
			}
		}
		if err := x.rewrite(stored, richer); err != nil {
			return err
		}
		return x.putAway(m)
	}
	to := pointed(&m, keep)
	if m.tb.parent == nil {
		to.Head().Binned = m.row.Head().Binned
	}
	if err := x.rewrite(m.row, to); err != nil {
		return err
	}
	if m.tb.parent == data.Stakeholders { // it left one page for the other
		return x.touchParent(m.tb, m.row)
	}
	return nil
}

// putAway puts a row into the bin that is there already.
func (x *writing) putAway(m move) error {
	if err := x.setBinned(m.tb, m.row, true); err != nil {
		return err
	}
	return x.touchParent(m.tb, m.row)
}
