package store

import (
	"context"
	"database/sql"
	"slices"

	"dogovor/data"
)

// Unmerge makes of one stakeholder two again, however long after: every field is as if this merge had not been (replay.go), also when other
// merges came since, and what the merge put into the bin comes back. What people changed since stays and is told; links made to the kept one
// since stay with it. The batch can be undone like any other.
func (s *Store) Unmerge(ctx context.Context, dropped data.ID) (batch data.ID, left []data.MergeLeft, err error) {
	err = s.write(ctx, func(x *writing) error {
		defer func() { batch = x.batch }()
		left, err = x.unmerge(dropped)
		return err
	})
	if err != nil {
		return data.ID{}, nil, err
	}
	return batch, left, nil
}

// mergedField is the field of a stakeholder that a merge writes.
func mergedField() data.Field {
	f, _ := data.Stakeholders.Field("merged_into")
	return f
}

// mergeStep is one value that a merge wrote.
type mergeStep struct {
	step
	batch data.ID
	new   sql.NullString
}

func (x *writing) unmerge(dropped data.ID) (left []data.MergeLeft, err error) {
	rec, _, err := x.get(data.Stakeholders, dropped)
	if err != nil {
		return nil, err
	}
	if rec == nil || rec.(*data.Stakeholder).MergedInto.IsZero() {
		return nil, data.NewError("merge.not_merged", nil)
	}
	keep := rec.(*data.Stakeholder).MergedInto
	var batch data.ID
	if err := x.row("SELECT batch FROM change WHERE row=? AND field=? ORDER BY id DESC LIMIT 1", dropped[:], mergedField().ID).Scan(&batch); err != nil {
		return nil, err
	}
	steps, err := x.mergeSteps(batch)
	if err != nil {
		return nil, err
	}
	all := steps
	for len(steps) > 0 {
		n := 1
		for n < len(steps) && steps[n].row == steps[0].row {
			n++
		}
		l, err := x.unmergeRow(steps[:n])
		if err != nil {
			return nil, err
		}
		left, steps = append(left, l...), steps[n:]
	}
	return left, x.standIn(all, keep)
}

// mergeSteps reads what a batch wrote, row by row, the rows in the order in which they came.
func (x *writing) mergeSteps(batch data.ID) (out []mergeStep, err error) {
	steps, err := x.steps(batch)
	if err != nil {
		return nil, err
	}
	at := map[data.ID]int64{}
	for i := len(steps) - 1; i >= 0; i-- {
		st := mergeStep{step: steps[i], batch: batch}
		if err := x.row("SELECT new FROM change WHERE id=?", st.id).Scan(&st.new); err != nil {
			return nil, err
		}
		if at[st.row] == 0 {
			at[st.row] = st.id
		}
		out = append(out, st)
	}
	slices.SortStableFunc(out, func(a, b mergeStep) int { return int(at[a.row] - at[b.row]) })
	return out, nil
}

// unmergeRow gives the fields of one row their former values.
func (x *writing) unmergeRow(steps []mergeStep) (left []data.MergeLeft, err error) {
	tb := x.s.tables[steps[0].t]
	stored, _, err := x.get(tb.Type, steps[0].row)
	if err != nil {
		return nil, err
	}
	rec, _, err := x.get(tb.Type, steps[0].row)
	if err != nil {
		return nil, err
	}
	for _, st := range steps {
		if st.field == binnedField {
			if was := st.old.String == "true"; boolJSON(stored.Head().Binned) == st.new.String && stored.Head().Binned != was {
				if err := x.setBinned(tb, stored, was); err != nil {
					return nil, err
				}
				rec.Head().Binned, rec.Head().UpdatedAt = was, stored.Head().UpdatedAt
			}
			if err := x.ownAgain(tb, rec, st); err != nil {
				return nil, err
			}
			continue
		}
		i := slices.IndexFunc(tb.Fields, func(f data.Field) bool { return f.ID == st.field })
		if i < 0 || st.kind == made {
			continue
		}
		stays, err := x.takeOut(tb.Fields[i], rec, st)
		if err != nil {
			return nil, err
		}
		if stays {
			ref, err := x.refOf(tb, stored)
			if err != nil {
				return nil, err
			}
			left = append(left, data.MergeLeft{MergeRef: ref, Column: tb.Name + "." + tb.Fields[i].Name})
		}
	}
	if err := x.rewrite(stored, rec); err != nil {
		return nil, err
	}
	if tb.parent == nil {
		return left, nil
	}
	return left, x.touchParent(tb, stored)
}

// ownAgain points a row that a merge had put away at its own stakeholder, should it have stood in for another one since.
func (x *writing) ownAgain(tb *table, rec data.Record, st mergeStep) error {
	for _, f := range tb.Fields {
		if tb.parent == nil || tb.refs[f.Name] != data.Stakeholders || stay(tb, f.Name) {
			continue
		}
		now := st
		now.new = sql.NullString{String: string(f.JSON(rec)), Valid: true}
		now.old = now.new
		if _, err := x.takeOut(f, rec, now); err != nil {
			return err
		}
	}
	return nil
}
