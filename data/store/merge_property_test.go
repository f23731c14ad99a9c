package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"dogovor/data"
)

// graph is every row of every record type as it is, without who changed it last and when.
func (v *visitor) graph() map[string]string {
	out := map[string]string{}
	err := v.s.read(ctx, func(r *reading) error {
		for _, t := range data.Types {
			tb := r.s.tables[t]
			err := r.each(func(sc scanner) error {
				rec, _, err := tb.scan(sc)
				if err != nil {
					return err
				}
				said := []string{fmt.Sprint(rec.Head().Binned)}
				for _, f := range t.Fields {
					said = append(said, f.Name+"="+string(f.JSON(rec)))
				}
				out[t.Name+" "+rec.Head().ID.String()] = strings.Join(said, " ")
				return nil
			}, tb.selectFrom)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		v.Fatal(err)
	}
	return out
}

func (v *visitor) sameGraph(want, got map[string]string) {
	v.Helper()
	for id, is := range got {
		if want[id] != is {
			v.Errorf("%s\n was %s\n  is %s", id, want[id], is)
		}
	}
	if len(want) != len(got) {
		v.Errorf("%d rows, were %d", len(got), len(want))
	}
}

// alive are the people that are not in the bin.
func (v *visitor) alive() (out []data.ID) {
	for _, id := range v.people {
		p, err := v.s.Stakeholder(ctx, id)
		if err != nil {
			v.Fatal(err)
		}
		if !p.Binned {
			out = append(out, id)
		}
	}
	return out
}

// merge makes one of two people at random; the zero ID when there are no two.
func (v *visitor) merge() (dropped, batch data.ID) {
	list := v.alive()
	if len(list) < 2 {
		return
	}
	v.r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	plan, err := v.s.MergePlan(ctx, list[0], list[1])
	if err != nil {
		v.Fatal(err)
	}
	choices := map[string]string{}
	for _, f := range plan.Fields {
		choices[f.Column] = []string{"", data.TakeKept, data.TakeDropped, data.TakeBoth}[v.r.IntN(4)]
	}
	batch, err = v.s.Merge(ctx, list[0], list[1], choices)
	if data.ErrorCode(err) == "merge.does_not_fit" {
		return data.ID{}, batch
	}
	if err != nil {
		v.Fatal(err)
	}
	v.nothingPointsAt(list[1])
	return list[1], batch
}

// nothingPointsAt looks whether anything outside of the bin still points at somebody who was merged.
func (v *visitor) nothingPointsAt(id data.ID) {
	v.Helper()
	err := v.s.read(ctx, func(r *reading) error {
		for _, t := range data.Types {
			for column, to := range r.s.tables[t].refs {
				if to != data.Stakeholders || stay(r.s.tables[t], column) {
					continue
				}
				var n int
				if err := r.row("SELECT count(*) FROM "+t.Name+" WHERE binned=0 AND "+column+"=?", id[:]).Scan(&n); err != nil {
					return err
				}
				if n > 0 {
					v.Errorf("%d of %s.%s still point at who was merged", n, t.Name, column)
				}
			}
		}
		return nil
	})
	if err != nil {
		v.Fatal(err)
	}
}

func mergeSeeds(t *testing.T, run func(v *visitor)) {
	seeds, _ := strconv.Atoi(os.Getenv("STORE_SEEDS"))
	for seed := range max(seeds, 4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			v := &visitor{T: t, s: fresh(t), r: rand.New(rand.NewPCG(uint64(seed), 41))}
			for range 120 {
				v.act()
			}
			run(v)
			wantWhole(t, v.s)
			v.compareLists()
			v.compareFollows()
			v.compareSearch([]string{v.word(), v.word() + " " + v.word(), "primer", "pr"})
		})
	}
}

// After merges and their undoing, in any order, chains among them, every row is as it was before.
func TestMergeAndBack(t *testing.T) {
	mergeSeeds(t, func(v *visitor) {
		before := v.graph()
		for round := range 6 {
			var dropped []data.ID
			for range 1 + round%4 {
				if id, _ := v.merge(); !id.IsZero() {
					dropped = append(dropped, id)
				}
			}
			v.r.Shuffle(len(dropped), func(i, j int) { dropped[i], dropped[j] = dropped[j], dropped[i] })
			for _, id := range dropped {
				if _, left, err := v.s.Unmerge(ctx, id); err != nil || len(left) > 0 {
					v.Fatalf("%v, left %+v", err, left)
				}
			}
			v.sameGraph(before, v.graph())
			if v.Failed() {
				return
			}
		}
	})
}

// The same by Ctrl+Z at once, by Ctrl+Z on the undoing, and out of the bin.
func TestMergeUndoneOtherwise(t *testing.T) {
	mergeSeeds(t, func(v *visitor) {
		before := v.graph()
		id, batch := v.merge()
		if id.IsZero() {
			return
		}
		if err := v.s.Undo(ctx, batch); err != nil {
			v.Fatal(err)
		}
		v.sameGraph(before, v.graph())
		if _, _, err := v.s.Unmerge(ctx, id); data.ErrorCode(err) != "merge.not_merged" {
			v.Errorf("not merged any more: %v", err)
		}
		id, _ = v.merge()
		merged := v.graph()
		apart, _, err := v.s.Unmerge(ctx, id)
		if err != nil {
			v.Fatal(err)
		}
		if err := v.s.Undo(ctx, apart); err != nil {
			v.Fatal(err)
		}
		v.sameGraph(merged, v.graph())
		if _, err := v.s.Restore(ctx, "stakeholder", id); err != nil {
			v.Fatal(err)
		}
		v.sameGraph(before, v.graph())
	})
}

// With edits in between, what people wrote since stays, nothing breaks, and lists and search stay right.
func TestMergeWithEditsBetween(t *testing.T) {
	mergeSeeds(t, func(v *visitor) {
		var dropped []data.ID
		for range 8 {
			id, batch := v.merge()
			if !id.IsZero() {
				dropped, v.batches = append(dropped, id), append(v.batches, batch)
			}
			for range 12 {
				v.act()
			}
			if v.r.IntN(2) == 0 && len(dropped) > 0 {
				id := dropped[v.r.IntN(len(dropped))]
				if _, _, err := v.s.Unmerge(ctx, id); err != nil && data.ErrorCode(err) != "merge.not_merged" {
					v.Fatal(err)
				}
			}
		}
	})
}
