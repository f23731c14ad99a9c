package store

import (
	"context"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// FindStakeholders finds stakeholders by what is typed into a picker, in any script: by name, other names and organisation. The same name
// comes first, then names that begin so, then those of which every typed word begins a word, then those that hold it anywhere; if there are
// none, those of which it is the name with a typing error, so that nobody is made anew for it. Nothing typed gives those met last.
func (s *Store) FindStakeholders(ctx context.Context, text string, limit int) (out []data.StakeholderRow, err error) {
	want := fold.Key(text)
	if want == "" {
		if strings.TrimSpace(text) != "" {
			return nil, nil
		}
		page, err := s.Stakeholders(ctx, data.StakeholderFilter{Sort: "last_met", Descending: true}, data.Page{Limit: limit})
		return page.Rows, err
	}
	err = s.read(ctx, func(r *reading) error {
		seen := map[int64]bool{}
		look := func(t tier) error {
			// Those already found come again: ask for as many more.
			return r.each(func(sc scanner) error {
				row, rid, err := scanStakeholderRow(sc)
				if err == nil && !seen[rid] && len(out) < limit {
					seen[rid] = true
					out = append(out, row)
				}
				return err
			}, t.query, append(t.args, limit+len(out))...)
		}
		for _, t := range findTiers(text) {
			if len(out) < limit {
				if err := look(t); err != nil {
					return err
				}
			}
		}
		if len(out) > 0 {
			return nil
		}
		// Whole words: a name that is only begun is near to too many.
		near, err := r.nearNames(fold.Terms(text, false))
		if err != nil || near == "" {
			return err
		}
		return look(namedTier(near))
	})
	return out, err
}

type tier struct {
	query string // ends in a limit
	args  []any
}

func fromStakeholders(tables, where string) string {
	return stakeholderColumns + " FROM " + tables + stakeholderJoins + " WHERE " + where + " LIMIT ?"
}

// namedTier finds those that an expression finds, the newest first.
func namedTier(match string) tier {
	return tier{fromStakeholders("stakeholder_text t CROSS JOIN stakeholder_list l ON l.rid=t.rowid", "t.stakeholder_text MATCH ? AND +l.binned=0 ORDER BY t.rowid DESC"), []any{match}}
}

// findTiers are the queries of FindStakeholders, the best hits first.
func findTiers(text string) []tier {
	want := fold.Key(text)
	return []tier{
		{fromStakeholders("stakeholder_list l", "l.fold=? AND +l.binned=0 ORDER BY l.rid"), []any{want}},
		{fromStakeholders("stakeholder_list l", "l.fold>=? AND l.fold<? AND +l.binned=0 ORDER BY l.fold, l.rid"), []any{want, want + afterAll}},
		namedTier(allOf(fold.Terms(text, true), markName, markOf)),
		// The index alone is read; only what was found is looked up.
		{fromStakeholders("(SELECT rid AS found FROM stakeholder_list WHERE binned=0 AND instr(names, ?)>0) f CROSS JOIN stakeholder_list l ON l.rid=f.found", "1"), []any{want}},
	}
}
