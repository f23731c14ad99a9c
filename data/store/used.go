package store

import (
	"context"
	"slices"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// usedFields are the fields whose words are offered again when one is typed: names of places, people of ours, capacities.
func usedFields(t *data.Type) (out []data.Field) {
	names := map[*data.Type][]string{
		data.Engagements:  {"venue", "project", "officers", "tags"},
		data.Attendances:  {"capacity"},
		data.Stakeholders: {"manager", "tags"},
		data.Memberships:  {"role"},
		data.Commitments:  {"made_by", "owner", "told_how", "tags"},
		data.Issues:       {"owner", "response_by", "told_how", "tags"},
		data.Grievances:   {"received_by", "owner", "place", "told_how", "tags"},
		// Who took a step, and to whom outside it went.
		data.GrievanceSteps: {"who", "referred"},
		data.Tasks:          {"owner", "tags"},
	}
	for _, n := range names[t] {
		f, ok := t.Field(n)
		if !ok {
			panic("store: " + t.Name + " has no field " + n)
		}
		out = append(out, f)
	}
	return out
}

func usedKey(t *data.Type, f data.Field) int { return t.Code*1000 + f.ID }

// countUsed keeps the count of each word that suggested fields hold; either record may be nil.
func (x *writing) countUsed(tb *table, before, after data.Record) error {
	for _, f := range tb.used {
		if before != nil && after != nil && same(f.Value(before), f.Value(after)) {
			continue
		}
		if before != nil {
			for _, w := range words(f, before) {
				if err := x.exec("UPDATE used SET n=n-1 WHERE field=? AND value=?", usedKey(tb.Type, f), w); err != nil {
					return err
				}
				if err := x.exec("DELETE FROM used WHERE field=? AND value=? AND n<=0", usedKey(tb.Type, f), w); err != nil {
					return err
				}
			}
		}
		if after != nil {
			for _, w := range words(f, after) {
				if err := x.exec("INSERT INTO used VALUES(?,?,1) ON CONFLICT DO UPDATE SET n=n+1", usedKey(tb.Type, f), w); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func words(f data.Field, r data.Record) []string {
	switch p := f.Ptr(r).(type) {
	case *string:
		if *p != "" {
			return []string{*p}
		}
	case *[]string:
		return *p
	}
	return nil
}

// Values lists what was used in a field before, of which a word begins as typed, in any script; most used first. Fields without
// suggestions have none.
func (s *Store) Values(ctx context.Context, recordType, column, typed string, limit int) (out []string, err error) {
	t := data.TypeNamed(recordType)
	if t == nil {
		return nil, nil
	}
	i := slices.IndexFunc(s.tables[t].used, func(f data.Field) bool { return f.Name == column })
	if i < 0 {
		return nil, nil
	}
	want := fold.Key(typed)
	err = s.read(ctx, func(r *reading) error {
		return r.each(func(sc scanner) error {
			var v string
			if err := sc.Scan(&v); err != nil {
				return err
			}
			if k := fold.Key(v); len(out) < limit && (strings.HasPrefix(k, want) || strings.Contains(k, " "+want)) {
				out = append(out, v)
			}
			return nil
		}, "SELECT value FROM used WHERE field=? ORDER BY n DESC, value", usedKey(t, s.tables[t].used[i]))
	})
	return out, err
}
