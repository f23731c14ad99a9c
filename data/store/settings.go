package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"dogovor/data"
)

// settings reads all settings by name. One with an id that does not follow from its name is nobody's.
func (r *reading) settings() (map[string]string, error) {
	recs, err := all[*data.Setting](r, data.Settings)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, x := range recs {
		if x.ID == data.SettingID(x.Name) {
			out[x.Name] = x.Value
		}
	}
	return out, nil
}

// Settings are the choices that travel with the records, by name.
func (s *Store) Settings(ctx context.Context) (out map[string]string, err error) {
	err = s.read(ctx, func(r *reading) error {
		out, err = r.settings()
		return err
	})
	return out, err
}

// Setting is one of them, "" when it was not made.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	out, err := s.Settings(ctx)
	return out[name], err
}

// SetSetting makes or changes one; the batch undoes it, and is zero when nothing was different.
func (s *Store) SetSetting(ctx context.Context, name, value string) (batch data.ID, err error) {
	return s.SetSettings(ctx, map[string]string{name: value})
}

// SetSettings makes or changes several at once, as one batch.
func (s *Store) SetSettings(ctx context.Context, values map[string]string) (batch data.ID, err error) {
	var recs []data.Record
	for _, name := range slices.Sorted(maps.Keys(values)) {
		recs = append(recs, data.NewSetting(name, values[name]))
	}
	return s.saveByID(ctx, recs...)
}

// SetHoliday makes a day differ from the law, or changes how; the batch undoes it. Bin takes it back.
func (s *Store) SetHoliday(ctx context.Context, on data.Date, name string, working bool) (batch data.ID, err error) {
	h := &data.Holiday{On: on, Name: name, Working: working}
	h.ID = data.HolidayID(on)
	return s.saveByID(ctx, h)
}

// saveByID saves records whose ids follow from what they are about: over the ones that are there, out of the bin if need be.
func (s *Store) saveByID(ctx context.Context, recs ...data.Record) (batch data.ID, err error) {
	if err := valid(recs, s.now()); err != nil {
		return batch, err
	}
	err = s.write(ctx, func(x *writing) error {
		for _, rec := range recs {
			tb := s.tables[rec.Type()]
			stored, _, err := x.get(tb.Type, rec.Head().ID)
			if err != nil {
				return err
			}
			if stored != nil && stored.Head().Binned {
				if err := x.setBinned(tb, stored, false); err != nil {
					return err
				}
			}
			if stored != nil {
				*rec.Head() = *stored.Head()
			}
			if err := x.put(rec); err != nil {
				return err
			}
		}
		batch = x.batch
		return nil
	})
	return batch, err
}

// Holidays are the days that differ from the law, in their order.
func (s *Store) Holidays(ctx context.Context) (out []*data.Holiday, err error) {
	err = s.read(ctx, func(r *reading) error {
		out, err = all[*data.Holiday](r, data.Holidays)
		return err
	})
	slices.SortFunc(out, func(a, b *data.Holiday) int { return cmp.Or(cmp.Compare(a.On, b.On), a.ID.Compare(b.ID)) })
	return out, err
}
