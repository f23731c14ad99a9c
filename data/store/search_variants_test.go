package store

import (
	"os"
	"strings"
	"testing"

	"dogovor/data"
)

// Every variant of a name, in the other script, without its marks, with dj for đ, with the surname first, begun, or typed with an error, finds
// the name before all others: testdata/variants.tsv has a variant and its name a line. A thousand similar names are there as well.
func TestNameVariants(t *testing.T) {
	read := func(path string) []string {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(string(b)), "\n")
	}
	s := fresh(t)
	villages := map[string]bool{"Donja Bela Reka": true, "Бучје": true, "Горњане": true, "Кривељ": true}
	var recs []data.Record
	made := map[string]bool{}
	lines := read("testdata/variants.tsv")
	for _, l := range lines {
		_, name, _ := strings.Cut(l, "\t")
		switch {
		case made[name]:
		case villages[name]:
			recs = append(recs, place(name, ""))
		default:
			recs = append(recs, person(name))
		}
		made[name] = true
	}
	for _, name := range read("../fold/testdata/similar.txt") {
		recs = append(recs, person(name))
	}
	save(t, s, recs...)
	wrong := 0
	for _, l := range lines {
		variant, name, _ := strings.Cut(l, "\t")
		hits, err := s.Search(ctx, data.Search{Text: variant}, 10)
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) == 0 || hits[0].Title != name {
			wrong++
			var got []string
			for _, h := range hits {
				got = append(got, h.Title+" ("+h.Match+")")
			}
			t.Errorf("%q finds %s, want %s first", variant, strings.Join(got, ", "), name)
		}
	}
	if len(lines) < 300 {
		t.Errorf("only %d variants", len(lines))
	}
	t.Logf("%d variants of %d names, %d not first", len(lines), len(made), wrong)
}
