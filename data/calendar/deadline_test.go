package calendar

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

func TestDeadlines(t *testing.T) {
	for _, c := range []struct {
		name string
		from data.Date
		n    int
		want data.Date
		days string // of every day: its number, w for a weekend, h for a holiday
	}{
		{"an ordinary week", "2026-10-05", 3, "2026-10-08", "1 2 3"},
		{"over a weekend", "2026-10-08", 3, "2026-10-13", "1 w w 2 3"},
		{"from a Saturday the count starts on Monday", "2026-10-10", 1, "2026-10-12", "w 1"},
		{"nothing to count", "2026-10-10", 0, "2026-10-10", ""},
		{"the day before New Year", "2025-12-31", 3, "2026-01-08", "h h w w 1 2 h 3"},
		{"over New Year, the 1st on a Sunday", "2022-12-30", 1, "2023-01-04", "w h h h 1"},
		{"over New Year, the 2nd on a Sunday", "2021-12-31", 2, "2022-01-05", "h h h 1 2"},
		{"Christmas on a Sunday does not move", "2024-01-05", 1, "2024-01-08", "w h 1"},
		{"a Sunday state holiday with a second day", "2026-02-13", 1, "2026-02-18", "w h h h 1"},
		{"a Sunday state holiday of one day", "2029-11-09", 2, "2029-11-14", "w h h 1 2"},
		{"Labour Day, then Easter", "2024-04-30", 3, "2024-05-09", "h h h h h h 1 2 3"},
		{"Labour Day within Easter", "2021-04-29", 3, "2021-05-07", "h h h h h 1 2 3"},
		{"Easter, then Labour Day", "2022-04-21", 5, "2022-05-04", "h h h h 1 2 3 4 w h h h 5"},
		{"fifteen days over both", "2026-04-08", 15, "2026-05-04", "1 h h h h 2 3 4 5 w w 6 7 8 9 10 w w 11 12 13 14 h h w 15"},
		{"February of a leap year", "2028-02-28", 2, "2028-03-01", "1 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := law(t).Deadline(c.from, c.n)
			if err != nil {
				t.Fatal(err)
			}
			if got.Date != c.want || got.From != c.from || got.N != c.n {
				t.Errorf("%+v, want %s", got, c.want)
			}
			if s := signs(got.Days); s != c.days {
				t.Errorf("days %q, want %q", s, c.days)
			}
		})
	}
}

func signs(days []Day) string {
	var out []string
	for _, d := range days {
		switch d.Kind {
		case WorkingDay:
			out = append(out, strconv.Itoa(d.Count))
		case WeekendDay:
			out = append(out, "w")
		case HolidayDay:
			out = append(out, "h")
		}
	}
	return strings.Join(out, " ")
}

func TestReasonsOfADay(t *testing.T) {
	c := law(t)
	for date, want := range map[data.Date]string{
		"2021-05-01": "holiday.labour holiday.holy_saturday",
		"2021-05-02": "holiday.labour holiday.easter",
		"2021-05-03": "holiday.easter_monday",
		"2021-05-04": "holiday.labour",
		"2021-05-05": "",
		"2021-05-08": "",
	} {
		d, err := c.Day(date)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, h := range d.Holidays {
			names = append(names, h.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
}

func TestExceptions(t *testing.T) {
	c, err := New([]Exception{
		{"2026-01-06", true, " Christmas Eve "},
		{"2026-01-10", false, ""},
		{"2026-01-07", false, "inventory"},
		{"2026-01-02", true, "bridge"},
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Deadline("2026-01-01", 4)
	if err != nil {
		t.Fatal(err)
	}
	if s := signs(got.Days); s != "h w w 1 h 2 3 4" || got.Date != "2026-01-09" {
		t.Errorf("%s: %s", got.Date, s)
	}
	say := func(id string, _ ...any) string { return id }
	if h := got.Days[4].Holidays; len(h) != 1 || h[0].Title(say) != "Christmas Eve" || h[0].Rule != Off || h[0].Why(say) != "holiday.rule.off" {
		t.Errorf("6 January: %+v", h)
	}
	if h := got.Days[5].Holidays; len(h) != 1 || h[0].Title(say) != "inventory" || h[0].Rule != Worked {
		t.Errorf("7 January: %+v", h)
	}
	if h := got.Days[0].Holidays; len(h) != 2 || h[0].Title(say) != "holiday.new_year" || h[1].Title(say) != "bridge" {
		t.Errorf("2 January: %+v", h)
	}
	if d, _ := c.Day("2026-01-10"); d.Kind != WorkingDay || d.Holidays[0].Title(say) != "holiday.worked" {
		t.Errorf("10 January: %+v", d)
	}
	var dates []string
	for _, h := range c.Holidays(2026)[:5] {
		dates = append(dates, string(h.Date[5:])+" "+h.Title(say))
	}
	if s := strings.Join(dates, ", "); s != "01-01 holiday.new_year, 01-02 holiday.new_year, 01-02 bridge, 01-06 Christmas Eve, 02-15 holiday.statehood" {
		t.Errorf("the list: %s", s)
	}
	if len(c.Holidays(2027)) != len(law(t).Holidays(2027)) {
		t.Error("an exception of 2026 shows in 2027")
	}
	for _, d := range law(t).Holidays(2026) {
		if d.Rule == Off || d.Rule == Worked {
			t.Error("an exception of one calendar shows in another")
		}
	}
}

func TestRefused(t *testing.T) {
	c := law(t)
	code := func(want string, err error) {
		t.Helper()
		if data.ErrorCode(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for _, d := range []data.Date{"", "2026-02-30", "1026-01-01", "2300-01-01", "1. 1. 2026", "2026-1-1"} {
		_, err := c.Deadline(d, 3)
		code("calendar.bad_date", err)
		_, err = c.Day(d)
		code("calendar.bad_date", err)
		_, err = New([]Exception{{Date: d}})
		code("calendar.bad_date", err)
		if c.Working(d) || c.WorkingDaysBetween(d, "2026-01-01") != 0 || c.WorkingDaysBetween("2026-01-01", d) != 0 {
			t.Errorf("%q was taken for a day", d)
		}
	}
	_, err := New([]Exception{{"2026-01-05", true, "a"}, {"2026-01-05", false, "b"}})
	code("calendar.twice", err)
	for _, n := range []int{-1, 1 << 40} {
		_, err = c.Deadline("2026-01-01", n)
		code("calendar.bad_count", err)
	}
	_, err = c.Deadline("2200-12-30", 5)
	code("calendar.bad_count", err)
}

func TestWorkingDaysBetween(t *testing.T) {
	c := law(t)
	for _, x := range []struct {
		from, to data.Date
		want     int
	}{
		{"2026-10-05", "2026-10-05", 0}, {"2026-10-05", "2026-10-08", 3}, {"2026-10-08", "2026-10-05", -3}, {"2026-10-09", "2026-10-11", 0},
		{"2026-01-01", "2026-12-31", 252}, // 260 weekdays after 1 January, 8 of them holidays
		{"2021-04-29", "2021-05-05", 1}, {"2025-12-31", "2026-01-08", 3},
	} {
		if got := c.WorkingDaysBetween(x.from, x.to); got != x.want {
			t.Errorf("%s to %s: %d, want %d", x.from, x.to, got, x.want)
		}
	}
}

// A random calendar and count: what must hold of every deadline.
func checkDeadline(t *testing.T, c *Calendar, from data.Date, n int) {
	t.Helper()
	got, err := c.Deadline(from, n)
	if err != nil {
		t.Fatal(err)
	}
	counted, d := 0, from
	for _, day := range got.Days {
		d = d.AddDays(1)
		if day.Date != d {
			t.Fatalf("%s + %d: %s follows, want %s", from, n, day.Date, d)
		}
		if (day.Kind == WorkingDay) != c.Working(d) || (day.Kind == HolidayDay && len(day.Holidays) == 0) {
			t.Fatalf("%+v, working %v", day, c.Working(d))
		}
		if day.Kind == WorkingDay {
			counted++
		}
		if day.Kind == WorkingDay && day.Count != counted || day.Kind != WorkingDay && day.Count != 0 {
			t.Fatalf("%s counts as %d, want %d", d, day.Count, counted)
		}
	}
	if counted != n || got.Date != d || n > 0 && !c.Working(got.Date) {
		t.Fatalf("%s + %d: %s after %d working days", from, n, got.Date, counted)
	}
	if between := c.WorkingDaysBetween(from, got.Date); between != n {
		t.Fatalf("%s to %s: %d working days, want %d", from, got.Date, between, n)
	}
	if n > 0 { // in two steps the same day is reached
		half, _ := c.Deadline(from, n/2)
		rest, _ := c.Deadline(half.Date, n-n/2)
		if rest.Date != got.Date {
			t.Fatalf("%s + %d: %s at once, %s in two steps", from, n, got.Date, rest.Date)
		}
	}
}

func TestEveryDeadlineHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		from := data.Date("2015-01-01").AddDays(r.IntN(9000))
		var xs []Exception
		for i := range r.IntN(5) {
			xs = append(xs, Exception{from.AddDays(i*7 + r.IntN(7)), r.IntN(2) == 0, ""})
		}
		c, err := New(xs)
		if err != nil {
			t.Fatal(err)
		}
		checkDeadline(t, c, from, r.IntN(60))
	}
}

func FuzzDeadline(f *testing.F) {
	f.Add("2021-04-29", 3, "2021-05-05", true)
	f.Add("2200-12-01", 60, "2200-12-25", false)
	f.Add("", -1, "x", true)
	f.Fuzz(func(t *testing.T, from string, n int, exception string, off bool) {
		c, err := New([]Exception{{data.Date(exception), off, exception}})
		if err != nil {
			c = law(t)
		}
		n %= 1000
		if _, err := c.Deadline(data.Date(from), n); err != nil {
			if code := data.ErrorCode(err); code != "calendar.bad_date" && code != "calendar.bad_count" {
				t.Fatal(err)
			}
			return
		}
		checkDeadline(t, c, data.Date(from), n)
	})
}

func BenchmarkDeadline15(b *testing.B) {
	c := law(b)
	for b.Loop() {
		if d, err := c.Deadline("2026-04-08", 15); err != nil || d.Date != "2026-05-04" {
			b.Fatal(d, err)
		}
	}
}

// BenchmarkBetween counts the working days of 5,000 open grievances, as Today does.
func BenchmarkBetween5000(b *testing.B) {
	c := law(b)
	from := make([]data.Date, 5000)
	for i := range from {
		from[i] = data.Date("2026-11-22").AddDays(-i % 90)
	}
	for b.Loop() {
		n := 0
		for _, f := range from {
			n += c.WorkingDaysBetween(f, "2026-11-22")
		}
		if n == 0 {
			b.Fatal("none")
		}
	}
}

func BenchmarkYear(b *testing.B) {
	for b.Loop() {
		var y year
		y.compute(2032)
		if len(y.days) != 14 || y.days[0].Date.Time(time.UTC).Year() != 2032 {
			b.Fatal(y.days)
		}
	}
}
