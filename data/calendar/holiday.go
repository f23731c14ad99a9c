package calendar

import (
	"slices"
	"sync"
	"time"

	"dogovor/data"
)

// Rule says why a day is off.
type Rule string

// The rules of the law, and those of who edits the calendar.
const (
	State     Rule = "state"     // a state holiday, the same date every year
	Christmas Rule = "christmas" // 7 January, named by the law itself
	Easter    Rule = "easter"    // Good Friday to Easter Monday, by the Orthodox reckoning
	Moved     Rule = "moved"     // the first working day after a state holiday that fell on a Sunday
	Off       Rule = "off"       // an extra day off, entered by hand
	Worked    Rule = "worked"    // a day that is worked all the same, entered by hand
)

// Holiday is one reason for a day to be off. A day may have two: on 1 May 2021 Labour Day met Holy Saturday.
type Holiday struct {
	Date      data.Date
	Name      string    // id of the message that names it; Title says it
	Text      string    // the words of whoever entered it by hand, else ""
	Rule      Rule      // why
	Article   string    // of the law, "" when entered by hand
	MovedFrom data.Date // of a moved day, the Sunday that it stands for
}

// Title names the holiday; say is the T of a printer of messages.
func (h Holiday) Title(say func(id string, args ...any) string) string {
	if h.Text != "" {
		return h.Text
	}
	return say(h.Name)
}

// Why says the rule in words; say is the T of a printer of messages.
func (h Holiday) Why(say func(id string, args ...any) string) string {
	return say("holiday.rule."+string(h.Rule), "Article", h.Article, "Date", h.MovedFrom)
}

// fixed are the holidays with a date of their own. 16 February and 11 November came with the amendments of 2011.
var fixed = []struct {
	month   time.Month
	day     int
	since   int
	name    string
	rule    Rule
	article string
}{
	{time.January, 1, 0, "holiday.new_year", State, "1a"},
	{time.January, 2, 0, "holiday.new_year", State, "1a"},
	{time.January, 7, 0, "holiday.christmas", Christmas, "2"},
	{time.February, 15, 0, "holiday.statehood", State, "1"},
	{time.February, 16, 2012, "holiday.statehood", State, "1"},
	{time.May, 1, 0, "holiday.labour", State, "1a"},
	{time.May, 2, 0, "holiday.labour", State, "1a"},
	{time.November, 11, 2012, "holiday.armistice", State, "1a"},
}

// easterDays are counted from Easter Sunday.
var easterDays = []struct {
	after int
	name  string
}{{-2, "holiday.good_friday"}, {-1, "holiday.holy_saturday"}, {0, "holiday.easter"}, {1, "holiday.easter_monday"}}

// year is what the law says about one year.
type year struct {
	once   sync.Once
	days   []Holiday // ordered by date; on one date state holidays first
	closed [367]bool // by day of the year: weekend or holiday
}

var years [data.LastYear - data.FirstYear + 1]year

// lawOf gives the year y, which must lie between data.FirstYear and data.LastYear.
func lawOf(y int) *year {
	of := &years[y-data.FirstYear]
	of.once.Do(func() { of.compute(y) })
	return of
}

func (of *year) compute(y int) {
	for d := midnight(y, time.January, 1); d.Year() == y; d = d.AddDate(0, 0, 1) {
		of.closed[d.YearDay()] = d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	}
	add := func(d time.Time, h Holiday) {
		h.Date = data.DateOf(d)
		of.days = append(of.days, h)
		of.closed[d.YearDay()] = true
	}
	for _, f := range fixed {
		if y >= f.since {
			add(midnight(y, f.month, f.day), Holiday{Name: f.name, Rule: f.rule, Article: f.article})
		}
	}
	for _, e := range easterDays {
		add(easter(y).AddDate(0, 0, e.after), Holiday{Name: e.name, Rule: Easter, Article: "2"})
	}
	// Only now is it known which days are worked. The day after a Sunday may be the second day of the same holiday or Easter Monday:
	// then the one after it is the first working day.
	for _, h := range slices.Clone(of.days) {
		d := h.Date.Time(time.UTC)
		if h.Rule != State || d.Weekday() != time.Sunday {
			continue
		}
		for of.closed[d.YearDay()] {
			d = d.AddDate(0, 0, 1)
		}
		add(d, Holiday{Name: h.Name, Rule: Moved, Article: "3a", MovedFrom: h.Date})
	}
	slices.SortStableFunc(of.days, byDate)
}

func byDate(a, b Holiday) int {
	switch {
	case a.Date < b.Date:
		return -1
	case a.Date > b.Date:
		return 1
	}
	return 0
}

func midnight(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
