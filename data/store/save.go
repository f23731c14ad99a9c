package store

import (
	"context"
	"time"

	"dogovor/data"
)

// Save writes records with their parts: new ones get an id and a number, stored ones are compared field by field, parts that are missing
// from a given record go to the bin. All of it is one transaction, on the disk when Save returns, and one batch that Undo takes back;
// the batch is zero when nothing was different. It answers data.Problems when a record may not be saved, record.changed_meanwhile when
// one was saved by somebody else since it was read, and changes neither database nor the records' heads then.
func (s *Store) Save(ctx context.Context, recs ...data.Record) (batch data.ID, err error) {
	return s.save(ctx, "", recs)
}

// SaveAndDropDraft is Save, and the draft goes in the same transaction.
func (s *Store) SaveAndDropDraft(ctx context.Context, key string, recs ...data.Record) (batch data.ID, err error) {
	return s.save(ctx, key, recs)
}

func (s *Store) save(ctx context.Context, draft string, recs []data.Record) (batch data.ID, err error) {
	if err := valid(recs, s.now()); err != nil {
		return batch, err
	}
	restore := remember(recs)
	err = s.write(ctx, func(x *writing) error {
		if err := x.putAll(recs); err != nil {
			return err
		}
		batch = x.batch
		return x.dropDraft(draft)
	})
	if err != nil {
		restore()
		return data.ID{}, err
	}
	return batch, nil
}

// valid cleans records and tells what keeps them from being saved.
func valid(recs []data.Record, now time.Time) error {
	var ps data.Problems
	for _, r := range recs {
		r.Clean()
		ps = append(ps, r.Validate(now)...)
	}
	return ps.Err()
}

func (x *writing) putAll(recs []data.Record) error {
	for _, r := range recs {
		if err := x.put(r); err != nil {
			return err
		}
	}
	return x.checkLinks(recs)
}

// remember keeps what put fills in, for the case that the transaction fails.
func remember(recs []data.Record) (restore func()) {
	var undo []func()
	keep := func(r data.Record) {
		h, was := r.Head(), *r.Head()
		undo = append(undo, func() { *h = was })
		for _, name := range []string{"number", r.Type().Of} {
			if f, ok := r.Type().Field(name); ok {
				old := f.JSON(r)
				undo = append(undo, func() { _ = f.SetJSON(r, old) })
			}
		}
	}
	for _, r := range recs {
		keep(r)
		for _, p := range r.Parts() {
			keep(p)
		}
	}
	return func() {
		for _, f := range undo {
			f()
		}
	}
}

// put writes one record with its parts.
func (x *writing) put(rec data.Record) error {
	tb, h := x.s.tables[rec.Type()], rec.Head()
	var stored data.Record
	if h.ID.IsZero() {
		h.ID = x.s.opt.NewID()
	} else {
		var err error
		if stored, _, err = x.get(tb.Type, h.ID); err != nil {
			return err
		}
	}
	switch {
	case stored == nil && !h.UpdatedAt.IsZero():
		return data.NewError("record.missing", nil, "Type", tb.Name, "ID", h.ID)
	case stored != nil && !stored.Head().UpdatedAt.Equal(h.UpdatedAt):
		return data.NewError("record.changed_meanwhile", nil, "Type", tb.Name, "ID", h.ID, "By", stored.Head().UpdatedBy)
	case stored != nil && stored.Head().Binned:
		return data.NewError("record.in_bin", nil, "Type", tb.Name, "ID", h.ID)
	}
	n, err := 0, error(nil)
	if stored == nil {
		err = x.add(tb, rec)
	} else if err = setOnce(tb, stored, rec); err == nil {
		n, err = x.diff(tb, stored, rec)
	}
	if err != nil {
		return err
	}
	for _, part := range tb.parts {
		m, err := x.putParts(part, rec, stored == nil)
		if err != nil {
			return err
		}
		n += m
	}
	if stored == nil {
		return x.touchParent(tb, rec)
	}
	if n == 0 {
		*h = *stored.Head()
		return nil
	}
	if err := x.replace(tb, stored, rec); err != nil {
		return err
	}
	return x.touchParent(tb, rec)
}

// putParts writes the parts of one type that rec holds now, bins those it no longer holds, and tells how much changed.
func (x *writing) putParts(tb *table, rec data.Record, parentNew bool) (n int, err error) {
	stored := map[data.ID]data.Record{}
	if !parentNew {
		rows, err := x.children(tb, rec.Head().ID, true)
		if err != nil {
			return 0, err
		}
		for _, r := range rows {
			stored[r.Head().ID] = r
		}
	}
	kept := map[data.ID]bool{}
	for _, p := range rec.Parts() {
		if p.Type() != tb.Type {
			continue
		}
		h := p.Head()
		if h.ID.IsZero() {
			h.ID = x.s.opt.NewID()
		}
		kept[h.ID] = true
		*tb.link.Ptr(p).(*data.ID) = rec.Head().ID
		old := stored[h.ID]
		if old == nil {
			if other, _, err := x.get(tb.Type, h.ID); err != nil || other != nil {
				return n, orElse(err, data.NewError("record.part_of_another", nil, "Type", tb.Name, "ID", h.ID))
			}
			if err := x.add(tb, p); err != nil {
				return n, err
			}
			n++
			continue
		}
		h.Binned = false
		m, err := x.diff(tb, old, p)
		if err != nil {
			return n, err
		}
		if m == 0 {
			*h = *old.Head()
			continue
		}
		n += m
		if err := x.replace(tb, old, p); err != nil {
			return n, err
		}
	}
	for id, old := range stored {
		if kept[id] || old.Head().Binned {
			continue
		}
		n++
		if err := x.setBinned(tb, old, true); err != nil {
			return n, err
		}
	}
	return n, nil
}

// setOnce refuses to change a field that is set once and for all. Undo may still take back that it was set.
func setOnce(tb *table, stored, rec data.Record) error {
	var ps data.Problems
	for _, f := range tb.Fields {
		if f.Once && !f.IsZero(stored) && !same(f.Value(stored), f.Value(rec)) {
			ps = append(ps, data.Problem{Field: f.Name, Code: "set_once"})
		}
	}
	return ps.Err()
}

func orElse(err, other error) error {
	if err != nil {
		return err
	}
	return other
}
