package data

import (
	"testing"
	"time"
)

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		got  Period
		want Period
		days int
	}{
		{MonthOf("2026-10-21"), Period{"2026-10-01", "2026-10-31"}, 31},
		{MonthOf("2028-02-29"), Period{"2028-02-01", "2028-02-29"}, 29},
		{MonthOf("2026-12-31"), Period{"2026-12-01", "2026-12-31"}, 31},
		{QuarterOf("2026-01-01"), Period{"2026-01-01", "2026-03-31"}, 90},
		{QuarterOf("2026-11-22"), Period{"2026-10-01", "2026-12-31"}, 92},
		{YearOf("2026-11-22"), Period{"2026-01-01", "2026-12-31"}, 365},
		{YearOf("2028-01-01"), Period{"2028-01-01", "2028-12-31"}, 366},
	} {
		if c.got != c.want || c.got.Days() != c.days || c.got.Validate() != nil {
			t.Errorf("%v with %d days (%v), not %v with %d", c.got, c.got.Days(), c.got.Validate(), c.want, c.days)
		}
	}
	YearOf("") // a broken date must not crash
}

func TestPeriodBounds(t *testing.T) {
	for _, c := range []struct {
		p           Period
		from, until string
		hours       float64
	}{
		{Period{"2026-10-01", "2026-10-31"}, "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z", 31*24 + 1}, // summer time ends on the 25th
		{Period{"2026-03-29", "2026-03-29"}, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23},
		{Period{"2026-10-25", "2026-10-25"}, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25},
		{Period{"2026-12-31", "2026-12-31"}, "2026-12-30T23:00:00Z", "2026-12-31T23:00:00Z", 24},
	} {
		from, until := c.p.Bounds()
		if f, u := from.UTC().Format(time.RFC3339), until.UTC().Format(time.RFC3339); f != c.from || u != c.until || until.Sub(from).Hours() != c.hours {
			t.Errorf("%v is %s to %s (%v)", c.p, f, u, until.Sub(from))
		}
	}
}

func TestPeriodBefore(t *testing.T) {
	for _, c := range []struct {
		name     string
		of, want Period
	}{
		{"a month", Period{"2026-03-01", "2026-03-31"}, Period{"2026-02-01", "2026-02-28"}},
		{"January", Period{"2026-01-01", "2026-01-31"}, Period{"2025-12-01", "2025-12-31"}},
		{"a quarter", Period{"2026-04-01", "2026-06-30"}, Period{"2026-01-01", "2026-03-31"}},
		{"a year", Period{"2026-01-01", "2026-12-31"}, Period{"2025-01-01", "2025-12-31"}},
		{"ten days", Period{"2026-03-11", "2026-03-20"}, Period{"2026-03-01", "2026-03-10"}},
		{"one day", Period{"2026-03-01", "2026-03-01"}, Period{"2026-02-28", "2026-02-28"}},
	} {
		if got := c.of.Before(); got != c.want {
			t.Errorf("before %s: %v", c.name, got)
		}
	}
}

func TestPeriodThatIsNone(t *testing.T) {
	for _, c := range []struct {
		p    Period
		want string
	}{
		{Period{"2026-10-02", "2026-10-01"}, "invalid: to: end_before_start"},
		{Period{"", "2026-10-01"}, "invalid: from: bad_date"},
		{Period{"2026-02-29", "10.10.2026"}, "invalid: from: bad_date, to: bad_date"},
		{Period{"1026-01-01", "2026-10-01"}, "invalid: from: year_range"},
	} {
		if err := c.p.Validate(); err == nil || err.Error() != c.want || ErrorCode(err) != "invalid" {
			t.Errorf("%v: %v, not %s", c.p, err, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		d    Date
		n    int
		want Date
	}{{"2026-02-28", 1, "2026-03-01"}, {"2026-03-29", 1, "2026-03-30"}, {"2026-01-01", -1, "2025-12-31"}, {"2028-02-28", 1, "2028-02-29"}} {
		if got := c.d.AddDays(c.n); got != c.want {
			t.Errorf("%s and %d days is %s", c.d, c.n, got)
		}
	}
	late := time.Date(2026, 10, 31, 23, 30, 0, 0, time.UTC)
	if got := DateOf(late.In(HomeZone())); got != "2026-11-01" {
		t.Errorf("23:30 UTC is %s in Bor", got)
	}
}
