package data

import (
	"fmt"
	"strings"
	"time"
)

// Moment is a point in time with the zone it was entered in, or a day whose time is not known. It is stored as RFC 9557 text:
// 2026-10-21T16:00:00Z[Europe/Belgrade], or 2026-10-21[Europe/Belgrade]. The zero Moment is unknown.
type Moment struct {
	At    time.Time // UTC; of a day without time, its first moment in Zone
	Zone  string
	Timed bool // false: only the day is known
}

// At makes a Moment of t, in t's zone name when it has one, else in Home.
func At(t time.Time) Moment {
	if t.IsZero() {
		return Moment{}
	}
	name := t.Location().String()
	if _, err := zone(name); err != nil || name == "UTC" {
		name = Home
	}
	return Moment{At: t.UTC().Truncate(time.Second), Zone: name, Timed: true}
}

// OnDay makes a Moment of a day whose time is not known.
func OnDay(d Date) Moment { return Moment{At: d.Time(HomeZone()).UTC(), Zone: Home} }

// Known tells whether the moment says anything.
func (m Moment) Known() bool { return !m.At.IsZero() }

// Local is the moment in the zone it was entered in.
func (m Moment) Local() time.Time {
	z, err := zone(m.Zone)
	if err != nil {
		z = HomeZone()
	}
	return m.At.In(z)
}

// HomeDate is the day on which the moment fell in Home: what periods and figures go by.
func (m Moment) HomeDate() Date {
	if !m.Known() {
		return ""
	}
	return DateOf(m.At.In(HomeZone()))
}

// before tells whether m is earlier than o; when the time of one of them is not known, only their days are compared.
func (m Moment) before(o Moment) bool {
	if m.Timed && o.Timed {
		return m.At.Before(o.At)
	}
	return m.Date() < o.Date()
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
	body, name, ok := strings.Cut(strings.TrimSuffix(s, "]"), "[")
	if !ok || name == "" {
		name = Home
	}
	z, err := zone(name)
	if err != nil {
		return Moment{}, fmt.Errorf("moment %q: %w", s, err)
	}
	if t, err := time.ParseInLocation(time.DateOnly, body, z); err == nil {
		return Moment{At: t.UTC(), Zone: name}, nil
	}
	t, err := time.Parse(time.RFC3339, body)
	if err != nil {
		return Moment{}, fmt.Errorf("moment %q: %w", s, err)
	}
	return Moment{At: t.UTC().Truncate(time.Second), Zone: name, Timed: true}, nil
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
