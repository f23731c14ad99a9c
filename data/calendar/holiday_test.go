package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickar/cal/v2/rs"

	"dogovor/data"
)

// byHand is derived from the law with a wall calendar: the fixed days of articles 1, 1a and 2, Good Friday to Easter Monday, and in the
// last column the day off of article 3a with the Sunday that it stands for.
var byHand = []struct {
	year   int
	fixed  string
	easter string
	moved  string
}{
	{2019, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-26 04-27 04-28 04-29", ""},
	{2020, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-17 04-18 04-19 04-20", "02-17<02-16"},
	{2021, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-30 05-01 05-02 05-03", "05-04<05-02"}, // Easter Monday is in between
	{2022, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-22 04-23 04-24 04-25", "01-03<01-02 05-03<05-01"},
	{2023, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-14 04-15 04-16 04-17", "01-03<01-01"},
	{2024, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "05-03 05-04 05-05 05-06", ""}, // 7 January is a Sunday and does not move
	{2025, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-18 04-19 04-20 04-21", "02-17<02-16"},
	{2026, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-10 04-11 04-12 04-13", "02-17<02-15"},
	{2027, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-30 05-01 05-02 05-03", "05-04<05-02"},
	{2028, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-14 04-15 04-16 04-17", "01-03<01-02"},
	{2029, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-06 04-07 04-08 04-09", "11-12<11-11"},
	{2030, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-26 04-27 04-28 04-29", ""},
	{2031, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-11 04-12 04-13 04-14", "02-17<02-16"},
	{2032, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-30 05-01 05-02 05-03", "02-17<02-15 05-04<05-02"},
	{2033, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-22 04-23 04-24 04-25", "01-03<01-02 05-03<05-01"},
	{2034, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-07 04-08 04-09 04-10", "01-03<01-01"},
	{2035, "01-01 01-02 01-07 02-15 02-16 05-01 05-02 11-11", "04-27 04-28 04-29 04-30", "11-12<11-11"},
}

var fixedNames = strings.Fields("holiday.new_year holiday.new_year holiday.christmas holiday.statehood holiday.statehood holiday.labour holiday.labour holiday.armistice")

// named writes a holiday as date, message, article and Sunday, for comparison.
func named(date data.Date, name, article, from string) string {
	return strings.Join([]string{string(date), name, article, from}, " ")
}

func TestHolidaysByHand(t *testing.T) {
	c := law(t)
	for _, h := range byHand {
		var want, got []string
		on := func(day string) data.Date { return data.Date(fmt.Sprintf("%d-%s", h.year, day)) }
		article := map[string]string{"holiday.statehood": "1", "holiday.christmas": "2"}
		names := map[string]string{}
		for i, day := range strings.Fields(h.fixed) {
			a := article[fixedNames[i]]
			if a == "" {
				a = "1a"
			}
			names[day] = fixedNames[i]
			want = append(want, named(on(day), fixedNames[i], a, ""))
		}
		for i, day := range strings.Fields(h.easter) {
			want = append(want, named(on(day), easterDays[i].name, "2", ""))
		}
		for _, m := range strings.Fields(h.moved) {
			day, sunday, _ := strings.Cut(m, "<")
			want = append(want, named(on(day), names[sunday], "3a", string(on(sunday))))
		}
		for _, x := range c.Holidays(h.year) {
			got = append(got, named(x.Date, x.Name, x.Article, string(x.MovedFrom)))
			if (x.Rule == Moved) != (x.MovedFrom != "") {
				t.Errorf("%s: rule %s, moved from %q", x.Date, x.Rule, x.MovedFrom)
			}
		}
		if !slices.IsSortedFunc(c.Holidays(h.year), byDate) {
			t.Errorf("%d is not in the order of dates", h.year)
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%d:\n got %s\nwant %s", h.year, strings.Join(got, ", "), strings.Join(want, ", "))
		}
	}
}

// announced are days off as the ministry of labour and the press told them when the year came.
var announced = []struct {
	span string
	says string
}{
	{"2016-04-29 2016-05-03", "xxxxx"}, // Friday to Tuesday: Easter on 1 May, Labour Day on a Sunday
	{"2017-01-01 2017-01-04", "xxx."},
	{"2021-04-29 2021-05-05", ".xxxxx."}, // the ministry's opinion of 20 January 2021: Tuesday 4 May is off too
	{"2022-01-01 2022-01-07", "xxx...x"},
	{"2022-04-30 2022-05-04", "wxxx."},
	{"2023-01-01 2023-01-07", "xxx...x"},
	{"2024-04-30 2024-05-07", ".xxxxxx."},
	{"2025-02-14 2025-02-18", ".xxx."},
	{"2025-04-17 2025-04-22", ".xxxx."},
	{"2026-01-01 2026-01-08", "xxww..x."}, // 6 January 2026 was recommended to employers, not made a holiday
	{"2026-02-13 2026-02-18", ".wxxx."},
	{"2026-04-09 2026-04-14", ".xxxx."},
	{"2026-04-30 2026-05-04", ".xxw."},
	{"2026-11-10 2026-11-12", ".x."},
}

func TestHolidaysAsAnnounced(t *testing.T) {
	c := law(t)
	signs := map[Kind]byte{WorkingDay: '.', WeekendDay: 'w', HolidayDay: 'x'}
	for _, a := range announced {
		from, to, _ := strings.Cut(a.span, " ")
		var got []byte
		for d := data.Date(from); d <= data.Date(to); d = d.AddDays(1) {
			day, err := c.Day(d)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, signs[day.Kind])
		}
		if string(got) != a.says {
			t.Errorf("%s: %s, want %s", a.span, got, a.says)
		}
	}
}

// The library knows the dates of holidays but neither Holy Saturday nor article 3a: the first is added here, the second applied to its
// dates, so that no date comes from the code under test.
func TestHolidaysAsALibraryHasThem(t *testing.T) {
	c := law(t)
	religious := map[string]bool{rs.Bozic.Name: true, rs.VelikiPetak.Name: true, rs.Vaskrs.Name: true, rs.VaskrsnjiPonedeljak.Name: true}
	for y := 2012; y < 2100; y++ {
		off := map[data.Date]bool{}
		var sundays []time.Time
		for _, h := range rs.Holidays {
			d, _ := h.Calc(y)
			off[data.DateOf(d)] = true
			if h.Name == rs.Vaskrs.Name {
				off[data.DateOf(d.AddDate(0, 0, -1))] = true
			}
			if !religious[h.Name] && d.Weekday() == time.Sunday {
				sundays = append(sundays, d)
			}
		}
		for _, d := range sundays {
			for off[data.DateOf(d)] || d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
				d = d.AddDate(0, 0, 1)
			}
			off[data.DateOf(d)] = true
		}
		got := map[data.Date]bool{}
		for _, h := range c.Holidays(y) {
			got[h.Date] = true
			if !off[h.Date] {
				t.Errorf("%s is off here alone", h.Date)
			}
		}
		for d := range off {
			if !got[d] {
				t.Errorf("%s is not off here", d)
			}
		}
	}
}

func TestHolidaysBefore2012AndOutside(t *testing.T) {
	c := law(t)
	for _, h := range c.Holidays(2011) {
		if h.Date == "2011-11-11" || h.Date == "2011-02-16" {
			t.Errorf("%s became a holiday in 2012", h.Date)
		}
	}
	for _, y := range []int{data.FirstYear - 1, data.LastYear + 1, 0, -5} {
		if h := c.Holidays(y); h != nil {
			t.Errorf("%d: %v", y, h)
		}
	}
	for y := data.FirstYear; y <= data.LastYear; y++ {
		if n := len(c.Holidays(y)); n < 10 || n > 15 {
			t.Errorf("%d has %d holidays", y, n)
		}
	}
}

func law(t testing.TB) *Calendar {
	t.Helper()
	c, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
