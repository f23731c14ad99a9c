package store

import (
	"context"

	"dogovor/data"
)

// Bin puts a record and its parts into the bin: out of lists and figures, restorable. The batch undoes it.
func (s *Store) Bin(ctx context.Context, recordType string, id data.ID) (batch data.ID, err error) {
	return s.setBin(ctx, recordType, id, true)
}

// Restore takes a record out of the bin, with the parts that went in with it.
func (s *Store) Restore(ctx context.Context, recordType string, id data.ID) (batch data.ID, err error) {
	return s.setBin(ctx, recordType, id, false)
}

func (s *Store) setBin(ctx context.Context, recordType string, id data.ID, binned bool) (batch data.ID, err error) {
	t := data.TypeNamed(recordType)
	if t == nil {
		return batch, data.NewError("record.missing", nil, "Type", recordType, "ID", id)
	}
	err = s.write(ctx, func(x *writing) error {
		defer func() { batch = x.batch }()
		tb := s.tables[t]
		rec, _, err := x.get(t, id)
		if err != nil {
			return err
		}
		if rec == nil {
			return data.NewError("record.missing", nil, "Type", recordType, "ID", id)
		}
		if rec.Head().Binned == binned {
			return nil
		}
		if who, ok := rec.(*data.Stakeholder); ok && !binned && !who.MergedInto.IsZero() {
			_, err := x.unmerge(id) // it comes back with what was its own
			return err
		}
		if binned {
			err = x.binWhole(tb, rec)
		} else {
			err = x.restoreWhole(tb, rec)
		}
		if err != nil {
			return err
		}
		return x.touchParent(tb, rec)
	})
	return batch, err
}

func (x *writing) binWhole(tb *table, rec data.Record) error {
	if err := x.setBinned(tb, rec, true); err != nil {
		return err
	}
	for _, part := range tb.parts {
		rows, err := x.children(part, rec.Head().ID, false)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := x.setBinned(part, r, true); err != nil {
				return err
			}
		}
	}
	return nil
}

func (x *writing) restoreWhole(tb *table, rec data.Record) error {
	for _, part := range tb.parts {
		rows, err := x.wentWith(part, rec.Head().ID)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := x.setBinned(part, r, false); err != nil {
				return err
			}
		}
	}
	return x.setBinned(tb, rec, false)
}

// wentWith reads the parts that went into the bin together with their parent.
func (r *reading) wentWith(part *table, parent data.ID) (out []data.Record, err error) {
	went, err := r.binnedIn(parent)
	if err != nil {
		return nil, err
	}
	rows, err := r.children(part, parent, true)
	if err != nil {
		return nil, err
	}
	for _, x := range rows {
		if !x.Head().Binned {
			continue
		}
		batch, err := r.binnedIn(x.Head().ID)
		if err != nil {
			return nil, err
		}
		if batch == went {
			out = append(out, x)
		}
	}
	return out, nil
}

// binnedIn finds the batch in which a record last went into the bin, or was made in it.
func (r *reading) binnedIn(id data.ID) (batch data.ID, err error) {
	err = r.row("SELECT batch FROM change WHERE row=? AND field IN (0,?) ORDER BY id DESC LIMIT 1", id[:], binnedField).Scan(&batch)
	_, err = found(err)
	return batch, err
}

// setBinned moves one row into the bin or out of it.
func (x *writing) setBinned(tb *table, rec data.Record, binned bool) error {
	h := rec.Head()
	if err := x.logField(tb, h.ID, binnedField, boolJSON(h.Binned), boolJSON(binned)); err != nil {
		return err
	}
	h.Binned, h.UpdatedAt, h.UpdatedBy = binned, x.later(h.UpdatedAt), x.officer
	if err := x.exec("UPDATE "+tb.Name+" SET binned=?, updated_at=?, updated_by=? WHERE id=?", binned, h.UpdatedAt.UnixMilli(), orNull(h.UpdatedBy), h.ID[:]); err != nil {
		return err
	}
	return x.noteBinned(tb, rec)
}
