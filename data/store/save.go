package store

import (
	"bytes"
	"context"
	"database/sql/driver"
	"strconv"
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

// add inserts a record that is not stored yet and notes its making.
func (x *writing) add(tb *table, rec data.Record) error {
	if err := x.number(tb, rec); err != nil {
		return err
	}
	h := rec.Head()
	if h.CreatedAt.IsZero() {
		h.CreatedAt, h.CreatedBy = x.now, x.officer
	}
	h.UpdatedAt, h.UpdatedBy = x.now, x.officer
	if err := x.insertRow(tb, rec); err != nil {
		return err
	}
	if err := x.log(tb.Type, h.ID, made, 0, nil, making(rec), nil); err != nil {
		return err
	}
	return x.noteNew(tb, rec)
}

func (x *writing) insertRow(tb *table, rec data.Record) error {
	h := rec.Head()
	args := append([]any{h.ID[:], h.Binned, h.CreatedAt.UnixMilli(), orNull(h.CreatedBy), h.UpdatedAt.UnixMilli(), orNull(h.UpdatedBy)}, tb.values(rec)...)
	return x.exec(tb.insert, args...)
}

// making is the body of the change that made a record: what its fields held, by their ids.
func making(rec data.Record) string {
	b := []byte{'{'}
	put := func(id int, v []byte) {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(strconv.AppendInt(append(b, '"'), int64(id), 10), '"', ':')
		b = append(b, v...)
	}
	if rec.Head().Binned {
		put(binnedField, []byte("true"))
	}
	for _, f := range rec.Type().Fields {
		if !f.IsZero(rec) {
			put(f.ID, f.JSON(rec))
		}
	}
	return string(append(b, '}'))
}

// diff notes every field in which rec differs from what is stored.
func (x *writing) diff(tb *table, stored, rec data.Record) (n int, err error) {
	if f, ok := tb.Field("number"); ok { // a number once given stays
		_ = f.SetJSON(rec, f.JSON(stored))
	}
	if tb.parent == nil {
		rec.Head().Binned = stored.Head().Binned // only Bin and Restore change it
	} else if was := stored.Head().Binned; was != rec.Head().Binned {
		n++
		if err := x.logField(tb, rec.Head().ID, binnedField, boolJSON(was), boolJSON(!was)); err != nil {
			return n, err
		}
	}
	for _, f := range tb.Fields {
		if same(f.Value(stored), f.Value(rec)) {
			continue
		}
		n++
		if err := x.logField(tb, rec.Head().ID, f.ID, string(f.JSON(stored)), string(f.JSON(rec))); err != nil {
			return n, err
		}
	}
	return n, nil
}

func (x *writing) logField(tb *table, id data.ID, field int, before, after string) error {
	base, err := x.version(id, field)
	if err != nil {
		return err
	}
	return x.log(tb.Type, id, changed, field, before, after, base)
}

func boolJSON(b bool) string { return strconv.FormatBool(b) }

func same(a, b driver.Value) bool {
	x, ok := a.([]byte)
	y, ok2 := b.([]byte)
	if ok && ok2 {
		return bytes.Equal(x, y)
	}
	return !ok && !ok2 && a == b
}

// replace writes the whole row of a record whose changes are noted.
func (x *writing) replace(tb *table, stored, rec data.Record) error {
	h, was := rec.Head(), stored.Head()
	h.CreatedAt, h.CreatedBy = was.CreatedAt, was.CreatedBy
	h.UpdatedAt, h.UpdatedBy = x.later(was.UpdatedAt), x.officer
	args := append([]any{h.Binned, h.UpdatedAt.UnixMilli(), orNull(h.UpdatedBy)}, tb.values(rec)...)
	if err := x.exec(tb.update, append(args, h.ID[:])...); err != nil {
		return err
	}
	return x.noteChanged(tb, stored, rec)
}

// later is now, or just after t when the clock stands or went back: a form tells by it that a record changed.
func (x *writing) later(t time.Time) time.Time {
	if x.now.After(t) {
		return x.now
	}
	return t.Add(time.Millisecond)
}

// touchParent marks the record that a part belongs to as changed, when the part was saved by itself.
func (x *writing) touchParent(tb *table, part data.Record) error {
	if tb.parent == nil {
		return nil
	}
	id := *tb.link.Ptr(part).(*data.ID)
	parent, _, err := x.get(tb.parent, id)
	if err != nil || parent == nil {
		return err
	}
	return x.touch(x.s.tables[tb.parent], parent)
}

func (x *writing) touch(tb *table, rec data.Record) error {
	h := rec.Head()
	h.UpdatedAt, h.UpdatedBy = x.later(h.UpdatedAt), x.officer
	x.dirty = true
	return x.exec("UPDATE "+tb.Name+" SET updated_at=?, updated_by=? WHERE id=?", h.UpdatedAt.UnixMilli(), orNull(h.UpdatedBy), h.ID[:])
}
