package store

import (
	"regexp"
	"testing"

	"dogovor/data"
	"dogovor/data/fold"
)

// No query of a search may walk through a table of records, or sort what it found.
func TestSearchPlans(t *testing.T) {
	s := valley(t)
	slow := regexp.MustCompile(`TEMP B-TREE|^SCAN (r|e|s|engagement|stakeholder|change|name|name_key)\b|AUTOMATIC`)
	id := data.NewID()
	searches := map[string]data.Search{
		"words": {Text: "voda u Zlotu"}, "place": {Settlements: []data.ID{id}, Text: "voda"}, "place alone": {Settlements: []data.ID{id}}, "kinds": {Kinds: []string{"a", "b"}},
		"dates": {From: "2026-01-01", To: "2026-12-31"}, "dates and words": {From: "2026-01-01", Text: "voda"}, "groups": {Groups: []string{"a"}}, "groups and words": {Groups: []string{"a"}, Text: "voda"},
		"overdue": {Statuses: []string{data.FollowOverdue}}, "overdue words": {Statuses: []string{data.FollowOverdue}, Text: "voda"},
	}
	seen := 0
	err := s.read(ctx, func(r *reading) error {
		for name, q := range searches {
			f := &finder{reading: r, q: q, terms: fold.Terms(q.Text, true), want: fold.Key(q.Text), limit: 20, hits: map[key]*candidate{}}
			for _, typ := range data.SearchTypes() {
				for _, match := range []string{both(allOf(f.terms, ""), f.narrowed(typ)), both(allOf(f.terms, markName), f.narrowed(typ))} {
					x := f.matchQuery(typ, match, 20)
					seen++
					err := r.each(func(sc scanner) error {
						var a, b, c int
						var detail string
						if err := sc.Scan(&a, &b, &c, &detail); err != nil {
							return err
						}
						if slow.MatchString(detail) {
							t.Errorf("%s of %s: %s\n%s", name, typ.Name, detail, x.String())
						}
						return nil
					}, "EXPLAIN QUERY PLAN "+x.String(), x.args...)
					if err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
	if err != nil || seen < 100 {
		t.Errorf("%d plans looked at: %v", seen, err)
	}
}
