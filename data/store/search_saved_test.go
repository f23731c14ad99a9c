package store

import (
	"slices"
	"testing"

	"dogovor/data"
)

func TestSavedSearches(t *testing.T) {
	s := fresh(t)
	want := func(names ...string) {
		t.Helper()
		list, err := s.SavedSearches(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range list {
			got = append(got, x.Name+" = "+x.Typed)
		}
		if !slices.Equal(got, names) {
			t.Errorf("%q, want %q", got, names)
		}
	}
	must := func(batch data.ID, err error) data.ID {
		t.Helper()
		if err != nil || batch.IsZero() {
			t.Fatalf("batch %s: %v", batch, err)
		}
		return batch
	}
	want()
	must(s.SaveSearch(ctx, "Zlot, voda", "selo:Zlot tema:voda"))
	must(s.SaveSearch(ctx, " Чекa одговор ", "status:open"))
	must(s.SetSetting(ctx, "company", "Primer"))
	want("Чекa одговор = status:open", "Zlot, voda = selo:Zlot tema:voda")
	must(s.SaveSearch(ctx, "Zlot, voda", "selo:Zlot"))
	dropped := must(s.DropSearch(ctx, "Чекa одговор"))
	want("Zlot, voda = selo:Zlot")
	if err := s.Undo(ctx, dropped); err != nil {
		t.Fatal(err)
	}
	want("Чекa одговор = status:open", "Zlot, voda = selo:Zlot")
	must(s.DropSearch(ctx, "Чекa одговор"))
	must(s.SaveSearch(ctx, "Чекa одговор", "status:overdue"))
	want("Чекa одговор = status:overdue", "Zlot, voda = selo:Zlot")
	wantWhole(t, s)
}
