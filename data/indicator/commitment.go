package indicator

import (
	"cmp"
	"slices"

	"dogovor/data"
)

// Commitment is what the figures need to know of a promise.
type Commitment struct {
	ID        data.ID
	Number    string
	MadeOn    data.Date
	Due       data.Date // as promised, "" when no date was
	Moved     []Moved   // by the day on which it was moved
	Owner     string
	DoneOn    data.Date
	Withdrawn data.Date
	ToldOn    data.Date
}

// Moved is a due date that was moved.
type Moved struct{ On, Due data.Date }

// DueAt is the latest due date as it was known at the end of a day.
func (c *Commitment) DueAt(day data.Date) data.Date {
	due := c.Due
	for _, m := range c.Moved {
		if m.On <= day {
			due = m.Due
		}
	}
	return due
}

// OpenAt tells whether the promise was made, and neither done nor withdrawn, by the end of a day.
func (c *Commitment) OpenAt(day data.Date) bool {
	return c.MadeOn <= day && !by(c.DoneOn, day) && !by(c.Withdrawn, day)
}

// promises are the places of those commitments of which is holds.
func (d *Dataset) promises(is func(*Commitment) bool) (places []int) { return where(d.Commitments, is) }

func (d *Dataset) promiseRefs(places []int) []Ref {
	out := make([]Ref, len(places))
	for i, p := range places {
		c := &d.Commitments[p]
		out[i] = Ref{Type: data.Commitments.Name, ID: c.ID, Number: c.Number}
	}
	return out
}

// kept counts those promises due in the period that were done by their date. Both due and withdrawn are looked at from the period's end.
func (d *Dataset) kept(due func(*Commitment) data.Date) (r Ratio, kept, late []int) {
	all := d.promises(func(c *Commitment) bool {
		return d.within(due(c)) && !by(c.Withdrawn, d.Period.To) && by(c.MadeOn, d.Period.To)
	})
	for _, i := range all {
		if c := &d.Commitments[i]; by(c.DoneOn, due(c)) {
			kept = append(kept, i)
		} else {
			late = append(late, i)
		}
	}
	return Share(len(kept), len(all)), kept, late
}

// byOwner tells promises apart by who sees to them, the most first, those without anybody last.
func (d *Dataset) byOwner(places []int) Split {
	of := map[string][]int{}
	for _, i := range places {
		of[d.Commitments[i].Owner] = append(of[d.Commitments[i].Owner], i)
	}
	split := Split{By: "owner"}
	for owner, l := range of {
		split.Rows = append(split.Rows, Row{Key: owner, Label: owner, Ratio: Count(len(l)), Evidence: d.promiseRefs(l)})
	}
	slices.SortFunc(split.Rows, func(a, b Row) int {
		if (a.Key == "") != (b.Key == "") {
			return map[bool]int{true: 1, false: -1}[a.Key == ""]
		}
		return cmp.Or(cmp.Compare(b.Numerator, a.Numerator), cmp.Compare(a.Key, b.Key))
	})
	return split
}
