package store

import (
	"fmt"
	"strings"
	"testing"

	"dogovor/data"
)

func TestLastWords(t *testing.T) {
	s := fresh(t)
	put := func(recs ...data.Record) {
		t.Helper()
		if _, err := s.Save(ctx, recs...); err != nil {
			t.Fatal(err)
		}
	}
	place := &data.Settlement{Name: "Selo Primer", Municipality: "Bor"}
	put(place)
	marko := &data.Stakeholder{Kind: "person", Name: "Primer Marko", OtherNames: []string{"Marko P."}}
	ana := &data.Stakeholder{Kind: "organisation", Name: "Primer društvo"}
	put(marko, ana)
	for i, day := range []data.Date{"2026-03-01", "2026-01-01", "2026-02-01"} {
		e := &data.Engagement{Title: "Zbor", Status: "held", Start: data.OnDay(day), Settlement: place.ID, Points: []*data.Point{
			{RaisedBy: marko.ID, Said: fmt.Sprintf("Prvo %s", day)}, {RaisedBy: marko.ID, Answer: "samo odgovor"}, {RaisedBy: ana.ID, Said: fmt.Sprintf("Drugo %s", day)}, {Said: "niko"}}}
		if i == 0 {
			e.Confidentiality = "restricted"
		}
		put(e)
	}
	put(&data.Engagement{Title: "Plan", Status: "planned", Start: data.OnDay("2027-01-01"), Settlement: place.ID, Points: []*data.Point{{RaisedBy: marko.ID, Said: "još nije"}}})
	gone := &data.Engagement{Title: "Bačeno", Status: "held", Start: data.OnDay("2026-03-02"), Settlement: place.ID, Points: []*data.Point{{RaisedBy: marko.ID, Said: "bačeno"}}}
	put(gone)
	if _, err := s.Bin(ctx, data.Engagements.Name, gone.ID); err != nil {
		t.Fatal(err)
	}
	told := func(each int, who ...data.ID) string {
		t.Helper()
		all, err := s.LastWords(ctx, who, each)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, w := range all {
			said := w.Said
			if w.Restricted {
				said += " !"
			}
			if w.Number == "" || string(w.On) != strings.Fields(w.Said)[1] || w.Engagement.IsZero() {
				t.Errorf("%+v", w)
			}
			out = append(out, said)
		}
		return strings.Join(out, ", ")
	}
	if got, want := told(2, marko.ID, ana.ID), "Prvo 2026-03-01 !, Drugo 2026-03-01 !, Prvo 2026-02-01, Drugo 2026-02-01"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if got := told(9, ana.ID); strings.Count(got, "Drugo") != 3 {
		t.Error(got)
	}
	if got := told(9) + told(9, data.NewID()); got != "" {
		t.Error(got)
	}
	names, err := s.Names(ctx)
	if err != nil || len(names) != 2 || names[0].Name != "Primer Marko" || !names[0].Person || names[0].Others[0] != "Marko P." || names[1].Person {
		t.Errorf("%+v %v", names, err)
	}
}
