package store

import (
	"context"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// FindStakeholders finds stakeholders by what is typed into a picker, in any script: by name, other names and organisation. The same name
// comes first, then names that begin so, then those of which every typed word begins a word, then those that hold it anywhere. Nothing
// typed gives those met last.
func (s *Store) FindStakeholders(ctx context.Context, text string, limit int) (out []data.StakeholderRow, err error) {
	want := fold.Key(text)
	if want == "" {
		if strings.TrimSpace(text) != "" {
			return nil, nil
		}
		page, err := s.Stakeholders(ctx, data.StakeholderFilter{Sort: "last_met", Descending: true}, data.Page{Limit: limit})
		return page.Rows, err
	}
	type tier struct {
		where string
		args  []any
	}
	tiers := []tier{
		{"FROM stakeholder_list l%s WHERE l.fold=? AND +l.binned=0 ORDER BY l.rid LIMIT ?", []any{want}},
		{"FROM stakeholder_list l%s WHERE l.fold>=? AND l.fold<? AND +l.binned=0 ORDER BY l.fold, l.rid LIMIT ?", []any{want, want + "\U0010FFFF"}},
		{"FROM stakeholder_text t CROSS JOIN stakeholder_list l ON l.rid=t.rowid%s WHERE t.stakeholder_text MATCH ? AND l.binned=0 ORDER BY t.rowid DESC LIMIT ?",
			[]any{"{name} : (" + fold.Query(text, true) + ")"}},
		{"FROM (SELECT rid AS r FROM stakeholder_list WHERE instr(names, ?)>0 AND binned=0 LIMIT ?) x CROSS JOIN stakeholder_list l ON l.rid=x.r%s", []any{want}},
	}
	err = s.read(ctx, func(r *reading) error {
		seen := map[int64]bool{}
		for _, t := range tiers {
			if len(out) >= limit {
				break
			}
			// Those already found come again: ask for as many more.
			err := r.each(func(sc scanner) error {
				row, rid, err := scanStakeholderRow(sc)
				if err == nil && !seen[rid] && len(out) < limit {
					seen[rid] = true
					out = append(out, row)
				}
				return err
			}, stakeholderColumns+" "+strings.Replace(t.where, "%s", stakeholderJoins, 1), append(t.args, limit+len(out))...)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}
