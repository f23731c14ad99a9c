package store

import (
	"dogovor/data"
)

// standIn sees to those who were merged into the same record as the one that is taken out. Where that one took part, another of them may have
// taken part as well, and lies in the bin because one row said it for both: it now says it for the record that is kept.
func (x *writing) standIn(steps []mergeStep, keep data.ID) error {
	for _, st := range steps {
		tb := x.s.tables[st.t]
		who, ok := tb.Field(data.Stakeholders.Name)
		if !ok || tb.parent == nil || tb.Of == data.Stakeholders.Name || st.field != who.ID {
			continue
		}
		row, _, err := x.get(tb.Type, st.row)
		if err != nil || row == nil || row.Head().Binned || *who.Ptr(row).(*data.ID) == keep {
			return err
		}
		if err := x.onlyItsOwn(tb, row); err != nil {
			return err
		}
		if err := x.standInAt(tb, who, *tb.link.Ptr(row).(*data.ID), keep); err != nil {
			return err
		}
	}
	return nil
}

// onlyItsOwn takes out of a row what it took over from those it was joined with.
func (x *writing) onlyItsOwn(tb *table, row data.Record) error {
	rec, _, err := x.get(tb.Type, row.Head().ID)
	if err != nil {
		return err
	}
	without, err := x.making(tb.Type, row.Head().ID)
	if err != nil {
		return err
	}
	for _, f := range tb.Fields {
		if tb.refs[f.Name] != nil {
			continue
		}
		es, err := x.effects(row.Head().ID, f)
		if err != nil {
			return err
		}
		for _, e := range es {
			if e.merge {
				continue
			}
			if err := e.on(f, without); err != nil {
				return err
			}
		}
		if err := f.SetJSON(rec, f.JSON(without)); err != nil {
			return err
		}
	}
	return x.rewrite(row, rec)
}

func (x *writing) standInAt(tb *table, who data.Field, parent, keep data.ID) error {
	rows, err := x.children(tb, parent, true)
	if err != nil {
		return err
	}
	var found data.Record
	for _, r := range rows {
		id := *who.Ptr(r).(*data.ID)
		if !r.Head().Binned {
			if id == keep {
				return nil // it is said already
			}
			continue
		}
		merged, err := x.mergedFurther(id, keep)
		if err != nil {
			return err
		}
		if !merged || id == keep {
			continue
		}
		put, err := x.putAwayByMerge(r.Head().ID)
		if err != nil {
			return err
		}
		if put {
			found = r
		}
	}
	if found == nil {
		return nil
	}
	if err := x.setBinned(tb, found, false); err != nil {
		return err
	}
	to := pointed(&move{tb: tb, row: found, columns: []string{who.Name}}, keep)
	return x.rewrite(found, to)
}

// putAwayByMerge tells whether a row lies in the bin because of a merge that holds.
func (x *writing) putAwayByMerge(row data.ID) (bool, error) {
	es, err := x.effects(row, data.Field{ID: binnedField})
	if err != nil || len(es) == 0 {
		return false, err
	}
	last := es[len(es)-1]
	return last.merge && last.holds, nil
}

// mergedFurther tells whether one stakeholder was merged into another, perhaps through some between them.
func (x *writing) mergedFurther(from, to data.ID) (bool, error) {
	for seen := map[data.ID]bool{}; !from.IsZero() && !seen[from]; {
		if from == to {
			return true, nil
		}
		seen[from] = true
		rec, _, err := x.get(data.Stakeholders, from)
		if err != nil || rec == nil {
			return false, err
		}
		from = rec.(*data.Stakeholder).MergedInto
	}
	return false, nil
}
