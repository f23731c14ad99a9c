package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"dogovor/data"
	"dogovor/data/fold"
)

// TestSearchIsAlwaysRight does what people do in any order (TestRandomEdits looks whether the index is as a new one would be), and sees that a
// search finds what a walk over all records finds, and the same after the index was made anew.
func TestSearchIsAlwaysRight(t *testing.T) {
	seeds, _ := strconv.Atoi(os.Getenv("STORE_SEEDS"))
	for seed := range max(seeds, 4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			v := &visitor{T: t, s: fresh(t), r: rand.New(rand.NewPCG(uint64(seed), 23))}
			for range 150 {
				v.act()
			}
			var queries []string
			for range 40 {
				q := []rune(v.word())
				if v.r.IntN(2) == 0 {
					q = q[:1+v.r.IntN(len(q))]
				}
				if v.r.IntN(3) == 0 {
					q = append(q, []rune(" "+v.word())...)
				}
				queries = append(queries, string(q))
			}
			before := v.compareSearch(queries)
			err := v.s.write(ctx, func(x *writing) error { return x.rebuild(ctx) })
			if err != nil {
				t.Fatal(err)
			}
			if after := v.compareSearch(queries); !slices.EqualFunc(before, after, slices.Equal[[]string]) {
				t.Error("a new index finds something else")
			}
		})
	}
}

// compareSearch searches, and answers the same by walking over the records; it gives what was found.
func (v *visitor) compareSearch(queries []string) (all [][]string) {
	words := map[string][]string{}
	err := v.s.read(ctx, func(r *reading) error {
		for _, typ := range data.SearchTypes() {
			err := r.allIDs(typ, func(id data.ID) error {
				rec, _, err := r.get(typ, id)
				if err != nil || rec.Head().Binned {
					return err
				}
				name := typ.Name + " " + id.String()
				return r.passages(rec, func(p passage) bool {
					fold.Tokens(p.text, func(token string, _, _ int) { words[name] = append(words[name], token) })
					return false
				})
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		v.Fatal(err)
	}
	for _, q := range queries {
		hits, err := v.s.Search(ctx, data.Search{Text: q}, 10000)
		if err != nil {
			v.Fatal(err)
		}
		var got, want, found []string
		terms := fold.Terms(q, true)
		for name, have := range words {
			if !slices.ContainsFunc(terms, func(t fold.Term) bool { return !slices.ContainsFunc(have, t.Matches) }) {
				want = append(want, name)
			}
		}
		for _, h := range hits {
			name := h.Type + " " + h.ID.String()
			found = append(found, name+" "+h.Match)
			if more := h.Match == data.HitNear || h.Match == data.HitWithin; !more || slices.Contains(want, name) {
				got = append(got, name)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		slices.Sort(found)
		if !slices.Equal(got, want) {
			v.Errorf("%q: %d found, want %d\n%v\n%v", q, len(got), len(want), got, want)
		}
		all = append(all, found)
	}
	return all
}
