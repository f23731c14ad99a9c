package store

import (
	"context"
	"slices"

	"dogovor/data"
)

// MergePlan tells exactly what Merge of two stakeholders would do.
func (s *Store) MergePlan(ctx context.Context, keep, drop data.ID) (plan *data.MergePlan, err error) {
	err = s.read(ctx, func(r *reading) error {
		k, d, err := r.toMerge(keep, drop)
		if err != nil {
			return err
		}
		plan = &data.MergePlan{Keep: k, Drop: d, Fields: mergeFields(k, d)}
		if k.Kind != d.Kind {
			plan.Warnings = append(plan.Warnings, data.MergeKinds)
		}
		moves, err := r.linksTo(k.ID, d.ID)
		if err != nil {
			return err
		}
		for _, m := range moves {
			if err := r.tell(plan, m); err != nil {
				return err
			}
		}
		return nil
	})
	return plan, err
}

// tell adds a row that will move to its kind.
func (r *reading) tell(plan *data.MergePlan, m move) error {
	ref, err := r.refOf(m.tb, m.row)
	if err != nil {
		return err
	}
	joined := m.twin != nil || m.itself
	i := slices.IndexFunc(plan.Moves, func(x data.MergeMove) bool {
		return x.Type == m.tb.Name && x.Column == m.columns[0] && x.Joined == joined
	})
	if i < 0 {
		i = len(plan.Moves)
		plan.Moves = append(plan.Moves, data.MergeMove{Type: m.tb.Name, Column: m.columns[0], Joined: joined})
	}
	plan.Moves[i].Of = append(plan.Moves[i].Of, ref)
	return nil
}

// refOf names the record that stands by itself to which a row belongs.
func (r *reading) refOf(tb *table, row data.Record) (ref data.MergeRef, err error) {
	id := row.Head().ID
	if tb.parent != nil {
		id, tb = *tb.link.Ptr(row).(*data.ID), r.s.tables[tb.parent]
		if row, _, err = r.get(tb.Type, id); err != nil || row == nil {
			return ref, err
		}
	}
	ref = data.MergeRef{Type: tb.Name, ID: id}
	for _, f := range tb.Fields {
		text, _ := f.Value(row).(string)
		switch {
		case f.Name == "number":
			ref.Number = text
		case ref.Title == "" && slices.Contains([]string{"title", "name", "text", "promise", "description"}, f.Name):
			ref.Title = text
		}
	}
	return ref, nil
}

// toMerge reads two stakeholders, and tells what keeps them from being merged.
func (r *reading) toMerge(keep, drop data.ID) (k, d *data.Stakeholder, err error) {
	if keep == drop {
		return nil, nil, data.NewError("merge.itself", nil)
	}
	var both [2]*data.Stakeholder
	for i, id := range []data.ID{keep, drop} {
		rec, _, err := r.whole(data.Stakeholders, id)
		switch {
		case err != nil:
			return nil, nil, err
		case rec == nil:
			return nil, nil, data.NewError("record.missing", nil, "Type", data.Stakeholders.Name, "ID", id)
		case rec.Head().Binned:
			return nil, nil, data.NewError("record.in_bin", nil, "Type", data.Stakeholders.Name, "ID", id)
		}
		both[i] = rec.(*data.Stakeholder)
	}
	return both[0], both[1], nil
}

// Merge makes one of two stakeholders, in one batch that Undo takes back at once and Unmerge later. The kept one takes the values that choices
// name (column → TakeKept, TakeDropped, TakeBoth; without a choice what MergePlan says) and the names of the other; everything that pointed at
// the dropped one points at it; a row that would stand there twice becomes one. The dropped one goes to the bin and names the kept one.
func (s *Store) Merge(ctx context.Context, keep, drop data.ID, choices map[string]string) (batch data.ID, err error) {
	err = s.write(ctx, func(x *writing) error {
		defer func() { batch = x.batch }()
		k, d, err := x.toMerge(keep, drop)
		if err != nil {
			return err
		}
		moves, err := x.linksTo(k.ID, d.ID)
		if err != nil {
			return err
		}
		whole := map[data.ID]*data.Type{keep: data.Stakeholders}
		for _, m := range moves {
			id, t := m.row.Head().ID, m.tb.Type
			if m.tb.parent != nil {
				id, t = *m.tb.link.Ptr(m.row).(*data.ID), m.tb.parent
			}
			if id != drop {
				whole[id] = t
			}
		}
		before, err := x.problemsOf(whole)
		if err != nil {
			return err
		}
		for _, m := range moves {
			if err := x.move(m, keep, drop); err != nil {
				return err
			}
		}
		if err := x.unite(k, d, choices); err != nil {
			return err
		}
		if err := x.giveUp(keep, drop); err != nil {
			return err
		}
		return x.stillFits(whole, before)
	})
	if err != nil {
		return data.ID{}, err
	}
	return batch, nil
}

// unite writes the fields of the kept one.
func (x *writing) unite(k, d *data.Stakeholder, choices map[string]string) error {
	stored, _, err := x.get(data.Stakeholders, k.ID)
	if err != nil {
		return err
	}
	rec, _, err := x.get(data.Stakeholders, k.ID)
	if err != nil {
		return err
	}
	united := rec.(*data.Stakeholder)
	uniteFields(united, k, d, choices)
	united.Clean()
	return x.rewrite(stored, united)
}

// rewrite writes what differs in one row, without its parts.
func (x *writing) rewrite(stored, rec data.Record) error {
	tb := x.s.tables[rec.Type()]
	n, err := x.diff(tb, stored, rec)
	if err != nil || n == 0 {
		return err
	}
	if err := x.replace(tb, stored, rec); err != nil {
		return err
	}
	return x.touchParent(tb, rec)
}

// giveUp puts the dropped one into the bin.
func (x *writing) giveUp(keep, drop data.ID) error {
	stored, _, err := x.get(data.Stakeholders, drop)
	if err != nil {
		return err
	}
	rec, _, err := x.get(data.Stakeholders, drop)
	if err != nil {
		return err
	}
	rec.(*data.Stakeholder).MergedInto = keep
	if err := x.rewrite(stored, rec); err != nil {
		return err
	}
	return x.binWhole(x.s.tables[data.Stakeholders], rec)
}

// stillFits refuses a merge after which a record breaks a rule that it kept before: who complains cannot also be the one who brings it for
// somebody else.
func (x *writing) stillFits(whole map[data.ID]*data.Type, before map[problem]bool) error {
	after, err := x.problemsOf(whole)
	if err != nil {
		return err
	}
	for p := range after {
		if before[p] {
			continue
		}
		rec, _, err := x.get(whole[p.id], p.id)
		if err != nil {
			return err
		}
		ref, err := x.refOf(x.s.tables[whole[p.id]], rec)
		return orElse(err, data.NewError("merge.does_not_fit", nil, "Number", ref.Number))
	}
	return nil
}

// Merges lists who was merged into a stakeholder and is not its own record again, also through one who was merged into it, newest first.
func (s *Store) Merges(ctx context.Context, keep data.ID) (out []data.Merged, err error) {
	f, _ := data.Stakeholders.Field("merged_into")
	err = s.read(ctx, func(r *reading) error {
		out = nil
		return r.each(func(sc scanner) error {
			var m data.Merged
			var at int64
			err := sc.Scan(&m.ID, &m.Number, &m.Name, &m.Into, &at, &m.By)
			m.At = instant(at)
			out = append(out, m)
			return err
		}, `WITH RECURSIVE into_it(id) AS (SELECT id FROM stakeholder WHERE merged_into=?1 AND binned=1
			UNION SELECT s.id FROM into_it i JOIN stakeholder s ON s.merged_into=i.id AND s.binned=1)
			SELECT s.id, coalesce(s.number,''), coalesce(s.name,''), s.merged_into, c.at, coalesce(c.officer,'') FROM into_it i CROSS JOIN stakeholder s ON s.id=i.id
			CROSS JOIN change c ON c.id=(SELECT max(id) FROM change WHERE row=s.id AND field=?2) ORDER BY c.id DESC`, keep[:], f.ID)
	})
	return out, err
}
