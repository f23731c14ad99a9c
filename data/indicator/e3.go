package indicator

import (
	"maps"
	"time"

	"dogovor/data"
)

// E3 is E1 told apart three ways: by settlement, by kind and by month. Each split adds up to E1.
func E3(d *Dataset) Figure {
	return Figure{Code: "E3", Ratio: Count(len(d.Engagements)), Splits: []Split{bySettlement(d), byKind(d), byMonth(d)}, Evidence: d.allRefs()}
}

// bySettlement lists the settlements that had an engagement, in the dataset's order; engagements without a settlement, or with one that is
// in the bin, stand in a last row of their own.
func bySettlement(d *Dataset) Split {
	at := map[data.ID][]int{}
	known := make(map[data.ID]bool, len(d.Settlements))
	for _, s := range d.Settlements {
		known[s.ID] = true
	}
	for i, e := range d.Engagements {
		id := e.Settlement
		if !known[id] {
			id = data.ID{}
		}
		at[id] = append(at[id], i)
	}
	split := Split{By: "settlement"}
	for _, s := range d.Settlements {
		if l := at[s.ID]; len(l) > 0 {
			split.Rows = append(split.Rows, Row{Key: s.ID.String(), Label: s.Name, Ratio: Count(len(l)), Evidence: d.refs(l)})
		}
	}
	if l := at[data.ID{}]; len(l) > 0 {
		split.Rows = append(split.Rows, Row{Ratio: Count(len(l)), Evidence: d.refs(l)})
	}
	return split
}

func byKind(d *Dataset) Split {
	of := map[string][]int{}
	for i, e := range d.Engagements {
		of[e.Kind] = append(of[e.Kind], i)
	}
	split := Split{By: "kind"}
	for _, k := range inOrder(maps.Keys(of), data.EngagementKinds) {
		split.Rows = append(split.Rows, Row{Key: k, Ratio: Count(len(of[k])), Evidence: d.refs(of[k])})
	}
	return split
}

// byMonth has a row for every calendar month the period touches, those without an engagement too: a gap must be seen.
func byMonth(d *Dataset) Split {
	home := data.HomeZone()
	in := map[string][]int{}
	for i, e := range d.Engagements {
		m := e.Start.In(home).Format("2006-01")
		in[m] = append(in[m], i)
	}
	split := Split{By: "month"}
	first, last := d.Period.From.Time(time.UTC), d.Period.To.Time(time.UTC)
	for m := first.AddDate(0, 0, 1-first.Day()); !m.After(last); m = m.AddDate(0, 1, 0) {
		key := m.Format("2006-01")
		split.Rows = append(split.Rows, Row{Key: key, Ratio: Count(len(in[key])), Evidence: d.refs(in[key])})
	}
	return split
}
