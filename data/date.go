package data

import "time"

// FirstYear and LastYear bound every date a person may enter: outside lies a slip of the finger, such as 1026.
const (
	FirstYear = 1900
	LastYear  = 2200
)

// Date is a calendar day without a time, written 2026-10-21; "" is unknown.
type Date string

// DateOf is the day of t in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Time is the day's first moment in zone z.
func (d Date) Time(z *time.Location) time.Time {
	t, _ := time.ParseInLocation(time.DateOnly, string(d), z)
	return t
}

// AddDays is the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time(time.UTC).AddDate(0, 0, n)) }

func (d Date) problem() string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return "bad_date"
	}
	if t.Year() < FirstYear || t.Year() > LastYear {
		return "year_range"
	}
	return ""
}

// Period is a span of days, both included, in Home.
type Period struct{ From, To Date }

// MonthOf is the calendar month that holds d.
func MonthOf(d Date) Period {
	t := d.Time(time.UTC)
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return Period{DateOf(first), DateOf(first.AddDate(0, 1, -1))}
}

// QuarterOf is the calendar quarter that holds d.
func QuarterOf(d Date) Period {
	t := d.Time(time.UTC)
	first := time.Date(t.Year(), (t.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
	return Period{DateOf(first), DateOf(first.AddDate(0, 3, -1))}
}

// YearOf is the calendar year that holds d.
func YearOf(d Date) Period {
	y := d.Time(time.UTC).Year()
	return Period{DateOf(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)), DateOf(time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC))}
}

// Bounds are the first moment of the period and the first moment after it.
func (p Period) Bounds() (from, until time.Time) {
	z := HomeZone()
	return p.From.Time(z), p.To.AddDays(1).Time(z)
}

// Days is how many days the period holds.
func (p Period) Days() int {
	return int(p.To.Time(time.UTC).Sub(p.From.Time(time.UTC))/(24*time.Hour)) + 1
}

// Before is the period that a period is compared with: the month before a month, the quarter before a quarter, the year before a year, else
// as many days just before it.
func (p Period) Before() Period {
	end := p.From.AddDays(-1)
	for _, of := range []func(Date) Period{MonthOf, QuarterOf, YearOf} {
		if of(p.From) == p {
			return of(end)
		}
	}
	return Period{From: p.From.AddDays(-p.Days()), To: end}
}

// Validate tells a period that no report can be made for: a date that is none, or an end before its start.
func (p Period) Validate() error {
	var ps Problems
	if c := p.From.problem(); c != "" {
		ps.add("from", c, "First", FirstYear, "Last", LastYear)
	}
	if c := p.To.problem(); c != "" {
		ps.add("to", c, "First", FirstYear, "Last", LastYear)
	}
	if len(ps) == 0 && p.To < p.From {
		ps.add("to", "end_before_start")
	}
	return ps.Err()
}
