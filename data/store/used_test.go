package store

import (
	"fmt"
	"slices"
	"testing"
)

func TestValues(t *testing.T) {
	s := fresh(t)
	for i, venue := range []string{"Dom kulture", "Дом здравља", "Škola", "Dom kulture"} {
		e := held("Susret", "2026-10-01 10:00")
		e.Venue, e.Officers, e.Tags = venue, []string{"Primer Oficir", fmt.Sprint("Drugi ", i)}, []string{"voda"}
		save(t, s, e)
		if i == 2 {
			e.Venue = "Crkva"
			save(t, s, e)
		}
	}
	for _, c := range []struct {
		typ, column, typed string
		want               []string
	}{
		{"engagement", "venue", "dom", []string{"Dom kulture", "Дом здравља"}},
		{"engagement", "venue", "здрав", []string{"Дом здравља"}},
		{"engagement", "venue", "", []string{"Dom kulture", "Crkva", "Дом здравља"}},
		{"engagement", "venue", "škola", nil},
		{"engagement", "officers", "primer", []string{"Primer Oficir"}},
		{"engagement", "tags", "v", []string{"voda"}},
		{"engagement", "notes", "a", nil},
		{"nothing", "venue", "a", nil},
	} {
		if got, err := s.Values(ctx, c.typ, c.column, c.typed, 10); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s.%s %q: %v %v, want %v", c.typ, c.column, c.typed, got, err, c.want)
		}
	}
	if got, err := s.Values(ctx, "engagement", "officers", "", 2); err != nil || len(got) != 2 {
		t.Errorf("%v %v", got, err)
	}
	wantWhole(t, s)
}
