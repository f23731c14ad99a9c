package store

import (
	"bytes"
	"database/sql/driver"
	"strconv"
	"time"

	"dogovor/data"
)

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
