package store

import (
	"context"

	"dogovor/data"
)

// Engagement reads one engagement with its attendance and points, also from the bin; record.missing when there is none.
func (s *Store) Engagement(ctx context.Context, id data.ID) (*data.Engagement, error) {
	return one[*data.Engagement](ctx, s, data.Engagements, id)
}

// Stakeholder reads one stakeholder with its memberships, assessments and relations.
func (s *Store) Stakeholder(ctx context.Context, id data.ID) (*data.Stakeholder, error) {
	return one[*data.Stakeholder](ctx, s, data.Stakeholders, id)
}

// Commitment reads one promise with those it was made to and the dates it was moved to.
func (s *Store) Commitment(ctx context.Context, id data.ID) (*data.Commitment, error) {
	return one[*data.Commitment](ctx, s, data.Commitments, id)
}

// Issue reads one issue with those who raised it.
func (s *Store) Issue(ctx context.Context, id data.ID) (*data.Issue, error) {
	return one[*data.Issue](ctx, s, data.Issues, id)
}

// Grievance reads one grievance with its steps.
func (s *Store) Grievance(ctx context.Context, id data.ID) (*data.Grievance, error) {
	return one[*data.Grievance](ctx, s, data.Grievances, id)
}

// Task reads one task.
func (s *Store) Task(ctx context.Context, id data.ID) (*data.Task, error) {
	return one[*data.Task](ctx, s, data.Tasks, id)
}

// Settlement reads one settlement.
func (s *Store) Settlement(ctx context.Context, id data.ID) (*data.Settlement, error) {
	return one[*data.Settlement](ctx, s, data.Settlements, id)
}

func one[R data.Record](ctx context.Context, s *Store, t *data.Type, id data.ID) (out R, err error) {
	err = s.read(ctx, func(r *reading) error {
		rec, _, err := r.whole(t, id)
		if err == nil && rec == nil {
			err = data.NewError("record.missing", nil, "Type", t.Name, "ID", id)
		}
		if err == nil {
			out = rec.(R)
		}
		return err
	})
	return out, err
}

// Settlements lists the settlements that are not in the bin, as a Serbian reader sorts their names.
func (s *Store) Settlements(ctx context.Context) (out []*data.Settlement, err error) {
	err = s.read(ctx, func(r *reading) error {
		out, err = all[*data.Settlement](r, data.Settlements)
		return err
	})
	byName(out, func(x *data.Settlement) string { return x.Name })
	return out, err
}

// Terms lists the entries that users added to the open vocabularies, retired ones too, by list and code.
func (s *Store) Terms(ctx context.Context) (out []*data.Term, err error) {
	err = s.read(ctx, func(r *reading) error {
		out, err = all[*data.Term](r, data.Terms)
		return err
	})
	byName(out, func(t *data.Term) string { return t.List + "\x00" + t.Label })
	return out, err
}

// all reads the records of a type that are not in the bin.
func all[R data.Record](r *reading, t *data.Type) (out []R, err error) {
	tb := r.s.tables[t]
	err = r.each(func(sc scanner) error {
		rec, _, err := tb.scan(sc)
		if err == nil {
			out = append(out, rec.(R))
		}
		return err
	}, tb.selectFrom+"WHERE binned=0 ORDER BY id")
	return out, err
}

// EnsureSettlements puts settlements in that the file does not have yet; those it has, also changed or in the bin, stay as they are. Their
// ids follow from their names, so that all laptops have the same.
func (s *Store) EnsureSettlements(ctx context.Context, list []*data.Settlement) (batch data.ID, err error) {
	var missing []data.Record
	err = s.read(ctx, func(r *reading) error {
		for _, x := range list {
			have, _, err := r.get(data.Settlements, x.ID)
			if err != nil {
				return err
			}
			if have == nil {
				missing = append(missing, x)
			}
		}
		return nil
	})
	if err != nil || len(missing) == 0 {
		return batch, err
	}
	return s.Save(ctx, missing...)
}
