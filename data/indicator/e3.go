package indicator

import (
	"time"

	"dogovor/data"
)

// E3 is E1 told apart three ways: by settlement, by kind and by month. Each split adds up to E1.
func E3(d *Dataset) Figure {
	all := where(d.Engagements, func(*Engagement) bool { return true })
	return Figure{Code: "E3", Ratio: Count(len(d.Engagements)), Evidence: d.allRefs(), Splits: []Split{
		d.splitBySettlement(all, func(i int) data.ID { return d.Engagements[i].Settlement }, d.refs),
		splitByCode("kind", all, func(i int) string { return d.Engagements[i].Kind }, data.EngagementKinds, d.refs),
		byMonth(d),
	}}
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
