package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"dogovor/data"
)

// step is one change of a batch that is to be undone.
type step struct {
	id    int64
	t     *data.Type
	row   data.ID
	kind  int
	field int
	old   sql.NullString
	new   sql.NullString
}

// Undo takes a batch back by a new one: what it made goes to the bin, what it changed gets its former value. Undoing the new batch does
// it again. A field that was changed since by a later batch stays as it is now; when there was any, the rest is still undone and the
// error is undo.changed_since with N, the number of fields left. What would leave a record against its rules, as an answer accepted that was
// never offered, is undo.no_longer_fits: something came after it that rests on it.
func (s *Store) Undo(ctx context.Context, batch data.ID) error {
	left, by := 0, data.ID{}
	err := s.write(ctx, func(x *writing) error {
		steps, err := x.steps(batch)
		if err != nil {
			return err
		}
		if len(steps) == 0 {
			return data.NewError("undo.nothing", nil)
		}
		before, err := x.problems(steps)
		if err != nil {
			return err
		}
		if left, err = x.takeBack(steps); err != nil {
			return err
		}
		by = x.batch
		after, err := x.problems(steps)
		for p := range after {
			if !before[p] {
				return orElse(err, data.NewError("undo.no_longer_fits", nil))
			}
		}
		return err
	})
	if err == nil {
		s.undone.Store(batch, nil)
		s.undone.Store(by, nil)
	}
	if err == nil && left > 0 {
		return data.NewError("undo.changed_since", nil, "N", left)
	}
	return err
}

// problem is a rule that a record breaks.
type problem struct {
	id          data.ID
	field, code string
}

// problems are the rules that the records which a batch changed break as they are now.
func (x *writing) problems(steps []step) (map[problem]bool, error) {
	whole := map[data.ID]*data.Type{}
	for _, st := range steps {
		if st.t.Of == "" && st.kind != made {
			whole[st.row] = st.t
			continue
		}
		if st.t.Of == "" {
			continue // it goes to the bin
		}
		part, _, err := x.get(st.t, st.row)
		if err != nil || part == nil {
			return nil, err
		}
		tb := x.s.tables[st.t]
		whole[*tb.link.Ptr(part).(*data.ID)] = tb.parent
	}
	return x.problemsOf(whole)
}

// problemsOf are the rules that records break as they are now.
func (x *writing) problemsOf(whole map[data.ID]*data.Type) (map[problem]bool, error) {
	out := map[problem]bool{}
	for id, t := range whole {
		rec, _, err := x.whole(t, id)
		if err != nil {
			return nil, err
		}
		if rec == nil || rec.Head().Binned {
			continue
		}
		for _, p := range rec.Validate(x.now) {
			out[problem{id, p.Field, p.Code}] = true
		}
	}
	return out, nil
}

func (x *writing) steps(batch data.ID) (out []step, err error) {
	types := map[int]*data.Type{}
	for _, t := range data.Types {
		types[t.Code] = t
	}
	err = x.each(func(sc scanner) error {
		var st step
		var code int
		if err := sc.Scan(&st.id, &code, &st.row, &st.kind, &st.field, &st.old, &st.new); err != nil {
			return err
		}
		st.t = types[code]
		out = append(out, st)
		return nil
	}, "SELECT id, type, row, kind, field, old, new FROM change WHERE batch=? ORDER BY id DESC", batch[:])
	return out, err
}

// takeBack undoes steps, newest first, row by row, and counts the fields that others changed since.
func (x *writing) takeBack(steps []step) (left int, err error) {
	rows := map[data.ID][]step{}
	var order []data.ID
	for _, st := range steps {
		if rows[st.row] == nil {
			order = append(order, st.row)
		}
		rows[st.row] = append(rows[st.row], st)
	}
	parents := map[data.ID]*table{}
	for _, id := range order {
		tb := x.s.tables[rows[id][0].t]
		stored, _, err := x.get(tb.Type, id)
		if err != nil {
			return left, err
		}
		n, err := x.takeBackRow(tb, stored, rows[id])
		if err != nil {
			return left, err
		}
		left += n
		if tb.parent != nil {
			parents[*tb.link.Ptr(stored).(*data.ID)] = x.s.tables[tb.parent]
		}
	}
	for id, tb := range parents {
		if rows[id] != nil {
			continue // has its own new time
		}
		rec, _, err := x.get(tb.Type, id)
		if err != nil {
			return left, err
		}
		if err := x.touch(tb, rec); err != nil {
			return left, err
		}
	}
	return left, nil
}

func (x *writing) takeBackRow(tb *table, stored data.Record, steps []step) (left int, err error) {
	// The record as it will be: a second copy, changed field by field.
	rec, _, err := x.get(tb.Type, stored.Head().ID)
	if err != nil {
		return 0, err
	}
	for _, st := range steps {
		if st.kind == made {
			if stored.Head().Binned {
				continue
			}
			return left, x.binWhole(tb, stored)
		}
		stands, err := x.stands(st)
		if err != nil {
			return left, err
		}
		if !stands {
			left++
			continue
		}
		if st.field == binnedField {
			if err := x.setBinned(tb, stored, st.old.String == "true"); err != nil {
				return left, err
			}
			rec.Head().Binned = stored.Head().Binned
			continue
		}
		i := slices.IndexFunc(tb.Fields, func(f data.Field) bool { return f.ID == st.field })
		if i < 0 {
			left++ // a field of a newer program
			continue
		}
		if err := tb.Fields[i].SetJSON(rec, json.RawMessage(st.old.String)); err != nil {
			return left, err
		}
	}
	n, err := x.diff(tb, stored, rec)
	if err != nil || n == 0 {
		return left, err
	}
	return left, x.replace(tb, stored, rec)
}

// stands tells whether a field is as a step left it: nobody changed it since, or what changed it was undone again since the program
// started. So saves are taken back one after the other.
func (x *writing) stands(st step) (stands bool, err error) {
	stands, last := true, st.new
	err = x.each(func(sc scanner) error {
		var batch data.ID
		if err := sc.Scan(&batch, &last); err != nil {
			return err
		}
		if _, undone := x.s.undone.Load(batch); !undone {
			stands = false
		}
		return nil
	}, "SELECT batch, new FROM change WHERE row=? AND field=? AND id>? ORDER BY id", st.row[:], st.field, st.id)
	return stands && last == st.new, err
}
