package store

import (
	"slices"
	"testing"

	"dogovor/data"
)

func TestManyAtOnce(t *testing.T) {
	s := fresh(t)
	people := []*data.Stakeholder{person("Primer Ana"), person("Primer Marko"), person("Primer Cveta")}
	people[0].Tags = []string{"bunari"}
	save(t, s, people[0], people[1], people[2])
	ids := []data.ID{people[0].ID, people[1].ID, people[2].ID, data.NewID()}
	v := &visitor{T: t, s: s}
	before := v.graph()
	set := func(column, value string, want int) data.ID {
		t.Helper()
		batch, n, err := s.SetMany(ctx, "stakeholder", ids, column, value)
		if err != nil || n != want {
			t.Fatalf("%s: %d changed, want %d, %v", column, n, want, err)
		}
		return batch
	}
	tagged := set("tags", " bunari ", 2)
	managed := set("manager", "Primer Oficir", 3)
	set("manager", "Primer Oficir", 0)
	grouped := set("groups", "landowner", 3)
	if p := again(t, s, people[1]); !slices.Equal(p.Tags, []string{"bunari"}) || p.Manager != "Primer Oficir" || !slices.Equal(p.Groups, []string{"landowner"}) {
		t.Errorf("%+v", p)
	}
	if n, err := s.CountStakeholders(ctx, data.StakeholderFilter{Groups: []string{"landowner"}}); n != 3 || err != nil {
		t.Errorf("%d in the list, %v", n, err)
	}
	binned, n, err := s.BinMany(ctx, "stakeholder", ids[:2])
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if batch, n, err := s.SetMany(ctx, "stakeholder", ids[:2], "manager", "B"); n != 0 || err != nil || !batch.IsZero() {
		t.Errorf("in the bin, and changed: %d %v", n, err)
	}
	wantWhole(t, s)
	for _, batch := range []data.ID{binned, grouped, managed, tagged} {
		if err := s.Undo(ctx, batch); err != nil {
			t.Fatal(err)
		}
	}
	v.sameGraph(before, v.graph())
	wantWhole(t, s)
	for _, wrong := range [][2]string{{"attendance", "capacity"}, {"nothing", "tags"}, {"stakeholder", "nothing"}} {
		if _, _, err := s.SetMany(ctx, wrong[0], ids, wrong[1], "x"); err == nil {
			t.Errorf("%v was changed", wrong)
		}
	}
}
