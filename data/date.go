package data

import (
	"fmt"
	"strings"
	"time"
)

// Home is the zone in which the mine, its neighbours and every reporting period live.
const Home = "Europe/Belgrade"

// HomeZone is Home as a location. Programs embed time/tzdata so that it is known on every machine.
func HomeZone() *time.Location {
	z, err := time.LoadLocation(Home)
	if err != nil {
		return time.FixedZone("CET", 3600)
	}
	return z
}

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
func YearOf(d Date) Period { return Period{Date(d[:4] + "-01-01"), Date(d[:4] + "-12-31")} }

// Bounds are the first moment of the period and the first moment after it.
func (p Period) Bounds() (from, until time.Time) {
	z := HomeZone()
	return p.From.Time(z), p.To.AddDays(1).Time(z)
}

// Days is how many days the period holds.
func (p Period) Days() int {
	return int(p.To.Time(time.UTC).Sub(p.From.Time(time.UTC))/(24*time.Hour)) + 1
}

// Validate tells a period that no report can be made for: a date that is none, or an end before its start.
func (p Period) Validate() error {
	var ps Problems
	if c := p.From.problem(); c != "" {
		ps.add("from", c)
	}
	if c := p.To.problem(); c != "" {
		ps.add("to", c)
	}
	if len(ps) == 0 && p.To < p.From {
		ps.add("to", "end_before_start")
	}
	return ps.Err()
}

// Moment is a point in time with the zone it was entered in, or a day whose time is not known. It is stored as RFC 9557 text:
// 2026-10-21T16:00:00Z[Europe/Belgrade], or 2026-10-21[Europe/Belgrade]. The zero Moment is unknown.
type Moment struct {
	At    time.Time // UTC; of a day without time, its first moment in Zone
	Zone  string
	Timed bool // false: only the day is known
}

// At makes a Moment of t, in t's zone name when it has one, else in Home.
func At(t time.Time) Moment {
	z := t.Location().String()
	if z == "" || z == "Local" || z == "UTC" {
		z = Home
	}
	return Moment{At: t.UTC().Truncate(time.Second), Zone: z, Timed: true}
}

// OnDay makes a Moment of a day whose time is not known.
func OnDay(d Date) Moment { return Moment{At: d.Time(HomeZone()).UTC(), Zone: Home} }

// Known tells whether the moment says anything.
func (m Moment) Known() bool { return !m.At.IsZero() }

// Local is the moment in the zone it was entered in.
func (m Moment) Local() time.Time {
	z, err := time.LoadLocation(m.Zone)
	if err != nil {
		z = HomeZone()
	}
	return m.At.In(z)
}

// Date is the day of the moment in the zone it was entered in.
func (m Moment) Date() Date {
	if !m.Known() {
		return ""
	}
	return DateOf(m.Local())
}

func (m Moment) String() string {
	switch {
	case !m.Known():
		return ""
	case m.Timed:
		return m.At.UTC().Format(time.RFC3339) + "[" + m.Zone + "]"
	}
	return string(m.Date()) + "[" + m.Zone + "]"
}

// ParseMoment reads what String wrote.
func ParseMoment(s string) (Moment, error) {
	if s == "" {
		return Moment{}, nil
	}
	body, zone, ok := strings.Cut(strings.TrimSuffix(s, "]"), "[")
	if !ok {
		zone = Home
	}
	z, err := time.LoadLocation(zone)
	if err != nil {
		return Moment{}, fmt.Errorf("moment %q: %w", s, err)
	}
	if t, err := time.ParseInLocation(time.DateOnly, body, z); err == nil {
		return Moment{At: t.UTC(), Zone: zone}, nil
	}
	t, err := time.Parse(time.RFC3339, body)
	if err != nil {
		return Moment{}, fmt.Errorf("moment %q: %w", s, err)
	}
	return Moment{At: t.UTC(), Zone: zone, Timed: true}, nil
}

// MarshalText writes the moment for JSON.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (m *Moment) UnmarshalText(b []byte) (err error) {
	*m, err = ParseMoment(string(b))
	return err
}

func (m Moment) problem() string {
	if y := m.Local().Year(); m.Known() && (y < FirstYear || y > LastYear) {
		return "year_range"
	}
	return ""
}
