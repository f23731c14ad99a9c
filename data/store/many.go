package store

import (
	"context"
	"slices"
	"unicode/utf8"

	"dogovor/data"
)

// SetMany writes one value into many records of a type that stand alone, in one batch that Undo takes back: a list gains it, another text becomes
// it. Records in the bin, and those that say it already, stay as they are; n is how many changed.
func (s *Store) SetMany(ctx context.Context, recordType string, ids []data.ID, column, value string) (batch data.ID, n int, err error) {
	t := data.TypeNamed(recordType)
	if t == nil || t.Of != "" {
		return batch, 0, data.NewError("record.missing", nil, "Type", recordType)
	}
	f, ok := t.Field(column)
	value = data.CleanLine(value)
	if !ok || utf8.RuneCountInString(value) > data.MaxLine {
		return batch, 0, data.Problems{{Field: column, Code: "too_long", Params: map[string]any{"Max": data.MaxLine}}}
	}
	return s.many(ctx, t, ids, func(x *writing, stored data.Record) error {
		rec, _, err := x.get(t, stored.Head().ID)
		if err != nil {
			return err
		}
		switch p := f.Ptr(rec).(type) {
		case *string:
			*p = value
		case *[]string:
			if value != "" && !slices.Contains(*p, value) && len(*p) < data.MaxList {
				*p = append(*p, value)
			}
		}
		return x.rewrite(stored, rec)
	})
}

// BinMany puts many records of a type into the bin, in one batch.
func (s *Store) BinMany(ctx context.Context, recordType string, ids []data.ID) (batch data.ID, n int, err error) {
	t := data.TypeNamed(recordType)
	if t == nil || t.Of != "" {
		return batch, 0, data.NewError("record.missing", nil, "Type", recordType)
	}
	return s.many(ctx, t, ids, func(x *writing, stored data.Record) error { return x.binWhole(s.tables[t], stored) })
}

// many does something to records, one after the other, and counts those that it changed.
func (s *Store) many(ctx context.Context, t *data.Type, ids []data.ID, do func(*writing, data.Record) error) (batch data.ID, n int, err error) {
	err = s.write(ctx, func(x *writing) error {
		x.many = len(ids) > fewEvents
		for _, id := range ids {
			stored, _, err := x.get(t, id)
			if err != nil {
				return err
			}
			if stored == nil || stored.Head().Binned {
				continue
			}
			before := x.seq
			if err := do(x, stored); err != nil {
				return err
			}
			if x.seq > before {
				n++
			}
		}
		batch = x.batch
		return nil
	})
	if err != nil {
		return data.ID{}, 0, err
	}
	return batch, n, nil
}
