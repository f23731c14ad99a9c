package reports

import (
	"slices"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

var autumnMonths = data.Period{From: "2026-08-01", To: "2026-10-31"}

func TestRollupBlocks(t *testing.T) {
	w := autumn(t)
	for _, l := range i18n.Langs {
		golden(t, "rollup-"+string(l), doc.Dump(made(t, w, "rollup", Ask{Period: autumnMonths}, l)))
	}
}

// The months add up to the settlements, and both to the figures; the plain table adds up to them too.
func TestRollupAddsUp(t *testing.T) {
	w := autumn(t)
	w.grievances[0].Settlement = data.ID{15: 200} // of a settlement that is in the bin
	for _, period := range []data.Period{autumnMonths, october, {From: "2026-09-15", To: "2026-10-12"}, {From: "2020-01-01", To: "2020-02-29"}} {
		d := made(t, w, "rollup", Ask{Period: period}, i18n.English)
		p := i18n.For(i18n.English)
		f := read(t, w, period, false).Figures
		var totals [][]float64
		for _, name := range []string{"By month", "By settlement", "By month and settlement"} {
			table := tableOf(t, d, name)
			sums := make([]float64, len(rollupColumns))
			var total []float64
			for _, r := range table.Rows {
				counts := r.Cells[len(r.Cells)-len(rollupColumns):]
				for i, c := range counts {
					if r.Total {
						total = append(total, *c.Number)
					} else {
						sums[i] += *c.Number
					}
				}
			}
			if total != nil && !slices.Equal(sums, total) {
				t.Errorf("%v: %s adds up to %v, its total is %v", period, name, sums, total)
			}
			totals = append(totals, sums)
		}
		if !slices.Equal(totals[0], totals[1]) || !slices.Equal(totals[0], totals[2]) {
			t.Errorf("%v: months, settlements and both differ: %v", period, totals)
		}
		for what, want := range map[int]int{rolledEngagements: figure(f, "E1").Numerator, rolledPeople: figure(f, "E4").Numerator, rolledRaised: figure(f, "I1").Numerator,
			rolledPromised: figure(f, "C1").Numerator, rolledKept: figure(f, "C4").Denominator, rolledReceived: figure(f, "G1").Numerator, rolledClosed: part(figure(f, "G4"), "closed").Numerator} {
			if got := int(totals[0][what]); got != want {
				t.Errorf("%v: %s is %d, the figure says %d", period, p.T(rollupColumns[what]), got, want)
			}
		}
	}
}

// Nobody and no record stands in it, restricted ones asked for or not.
func TestRollupNamesNothing(t *testing.T) {
	w := autumn(t)
	for _, restricted := range []bool{false, true} {
		text := doc.Dump(made(t, w, "rollup", Ask{Period: autumnMonths, Restricted: restricted}, i18n.English))
		for _, s := range w.stakeholders {
			if strings.Contains(text, s.Name) {
				t.Errorf("it says %q", s.Name)
			}
		}
		if strings.Contains(text, "-26-BOR1-") || strings.Contains(text, "Primer") {
			t.Error("it tells of a record")
		}
	}
	count := func(restricted bool) string {
		return tilesOf(made(t, w, "rollup", Ask{Period: october, Restricted: restricted}, i18n.English))[3].Value
	}
	if count(false) == count(true) {
		t.Error("restricted promises are counted without being asked for")
	}
}

func tableOf(t *testing.T, d doc.Document, name string) doc.Table {
	t.Helper()
	for _, b := range d.Blocks {
		if x, ok := b.(doc.Table); ok && (x.Name == name || x.Title == name) {
			return x
		}
	}
	t.Fatalf("no table %q", name)
	return doc.Table{}
}
