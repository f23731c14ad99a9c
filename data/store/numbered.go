package store

import (
	"context"

	"dogovor/data"
	"dogovor/data/fold"
)

// Numbered finds the record of a type that has a number, whatever its letters' case; of settlements, which have none, the one that has the
// name, in any script. An id is taken as well. Error: "record.unnumbered".
func (s *Store) Numbered(ctx context.Context, t *data.Type, number string) (found data.ID, err error) {
	if id, err := data.ParseID(number); err == nil && !id.IsZero() {
		return id, nil
	}
	err = s.read(ctx, func(r *reading) error {
		query, want := "SELECT id, number FROM "+t.Name+" WHERE binned=0 AND number=?1 COLLATE NOCASE", number
		if t == data.Settlements {
			query, want = "SELECT id, name FROM settlement WHERE binned=0 AND ?1<>''", fold.Key(number)
		}
		return r.each(func(sc scanner) error {
			var id data.ID
			var is string
			err := sc.Scan(&id, &is)
			if found.IsZero() && (t != data.Settlements || fold.Key(is) == want) {
				found = id
			}
			return err
		}, query, number)
	})
	if err == nil && found.IsZero() {
		err = data.NewError("record.unnumbered", nil, "Type", t.Name, "Number", number)
	}
	return found, err
}
