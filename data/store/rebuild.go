package store

import (
	"context"
	"strconv"

	"dogovor/data"
	"dogovor/data/fold"
)

// derivedVersion changes when lists or search texts are derived otherwise than before; they are then rebuilt when a database is opened.
var derivedVersion = "8." + strconv.Itoa(fold.Version)

// freshen rebuilds what was derived by another version of the program.
func (s *Store) freshen(ctx context.Context) error {
	return s.write(ctx, func(x *writing) error {
		v, err := x.meta("derived")
		if err != nil || v == derivedVersion {
			return err
		}
		return x.rebuild(ctx)
	})
}

// rebuild derives lists, counts and search texts of all records anew. A write is never torn off, but this one is asked for by nobody and
// takes long: it ends with ctx, and the next opening does it.
func (x *writing) rebuild(ctx context.Context) error {
	until := func(list func(data.ID) error) func(data.ID) error {
		return func(id data.ID) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return list(id)
		}
	}
	for _, q := range []string{
		"DELETE FROM engagement_list", "DELETE FROM attended", "DELETE FROM engagement_group", "DELETE FROM stakeholder_group", "DELETE FROM stakeholder_list",
		"DELETE FROM follow_list", "DELETE FROM follow_who", "DELETE FROM used",
		"DELETE FROM name", "DELETE FROM name_word", "DELETE FROM name_key",
	} {
		if err := x.exec(q); err != nil {
			return err
		}
	}
	for _, t := range searchTables {
		if err := x.exec("INSERT INTO " + t + "(" + t + ") VALUES('delete-all')"); err != nil {
			return err
		}
	}
	for _, t := range data.Types {
		if err := x.recountUsed(x.s.tables[t]); err != nil {
			return err
		}
	}
	if err := x.allIDs(data.Stakeholders, until(x.listStakeholder)); err != nil {
		return err
	}
	if err := x.allIDs(data.Engagements, until(x.listEngagement)); err != nil {
		return err
	}
	x.law = nil
	for _, t := range data.FollowTypes() {
		if err := x.allIDs(t, until(func(id data.ID) error { return x.listFollow(t, id) })); err != nil {
			return err
		}
	}
	for _, t := range otherTypes() {
		if err := x.allIDs(t, until(func(id data.ID) error { return x.listOther(t, id) })); err != nil {
			return err
		}
	}
	return x.setMeta("derived", derivedVersion)
}

func (x *writing) recountUsed(tb *table) error {
	if len(tb.used) == 0 {
		return nil
	}
	return x.each(func(sc scanner) error {
		rec, _, err := tb.scan(sc)
		if err != nil {
			return err
		}
		return x.countUsed(tb, nil, rec)
	}, tb.selectFrom)
}

// allIDs calls f for every record of a type, in the order they were made. It reads in steps, so that f may write.
func (r *reading) allIDs(t *data.Type, f func(data.ID) error) error {
	var last int64
	for {
		var ids []data.ID
		err := r.each(func(sc scanner) error {
			var id data.ID
			err := sc.Scan(&last, &id)
			ids = append(ids, id)
			return err
		}, "SELECT rid, id FROM "+t.Name+" WHERE rid>? ORDER BY rid LIMIT 1000", last)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			if err := f(id); err != nil {
				return err
			}
		}
	}
}
