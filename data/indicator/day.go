package indicator

import (
	"slices"
	"time"

	"dogovor/data"
)

// by tells whether something has happened by the end of a day.
func by(when, day data.Date) bool { return when != "" && when <= day }

// within tells whether a day lies in the period.
func (d *Dataset) within(day data.Date) bool { return day >= d.Period.From && by(day, d.Period.To) }

// daysAfter is how many days b is after a.
func daysAfter(a, b data.Date) int {
	return int(b.Time(time.UTC).Sub(a.Time(time.UTC)) / (24 * time.Hour))
}

// median is the middle of numbers, of an even number of them the mean of the two in the middle; of none it is unknown.
func median(of []int) Ratio {
	n := len(of)
	if n == 0 {
		return Ratio{}
	}
	s := slices.Sorted(slices.Values(of))
	v := float64(s[(n-1)/2]+s[n/2]) / 2
	return Ratio{Value: &v, Numerator: int(v)}
}

// nearestRank is the least number that at least so many of a hundred do not exceed; of none it is unknown.
func nearestRank(of []int, percent int) Ratio {
	n := len(of)
	if n == 0 {
		return Ratio{}
	}
	return Count(slices.Sorted(slices.Values(of))[(percent*n+99)/100-1])
}
