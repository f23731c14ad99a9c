package calendar

import (
	"slices"
	"strings"
	"time"

	"dogovor/data"
)

// Exception is a day that the law's rules do not foresee: a decree or the employer gives it off, or has it worked.
type Exception struct {
	Date data.Date
	Off  bool   // false: worked, though it is a weekend or a holiday
	Name string // in the words of whoever entered it, may be empty
}

// Kind is what a day is to someone who counts working days. A holiday on a Saturday is a holiday.
type Kind string

// The kinds of days.
const (
	WorkingDay Kind = "working"
	WeekendDay Kind = "weekend"
	HolidayDay Kind = "holiday"
)

// Day is a day and why it counts or does not.
type Day struct {
	Date     data.Date
	Kind     Kind
	Count    int       // in a deadline: which working day it is, from 1; else 0
	Holidays []Holiday // why it is off; of a day worked by exception, that exception
}

// Calendar is the law with its exceptions. It never changes and may be used by many goroutines.
type Calendar struct{ exceptions map[data.Date]Exception }

// New makes a calendar. A date that is none is refused as "calendar.bad_date", a date named twice as "calendar.twice".
// Exceptions do not move holidays: a decree that gives such a day off names the day itself.
func New(exceptions []Exception) (*Calendar, error) {
	c := &Calendar{exceptions: make(map[data.Date]Exception, len(exceptions))}
	for _, x := range exceptions {
		if _, err := dayOf(x.Date); err != nil {
			return nil, err
		}
		if _, twice := c.exceptions[x.Date]; twice {
			return nil, data.NewError("calendar.twice", nil, "Date", x.Date)
		}
		c.exceptions[x.Date] = x
	}
	return c, nil
}

// Holidays are the days off of a year besides weekends, by date: the law's, without those that are worked by exception, and the extra
// ones. A year outside data.FirstYear and data.LastYear has none.
func (c *Calendar) Holidays(y int) []Holiday {
	if y < data.FirstYear || y > data.LastYear {
		return nil
	}
	out := slices.DeleteFunc(slices.Clone(lawOf(y).days), func(h Holiday) bool {
		x, ok := c.exceptions[h.Date]
		return ok && !x.Off
	})
	for _, x := range c.exceptions {
		if x.Off && x.Date.Time(time.UTC).Year() == y {
			out = append(out, x.holiday())
		}
	}
	slices.SortStableFunc(out, byDate)
	return out
}

// Working tells whether d is a working day; what is no date is none.
func (c *Calendar) Working(d data.Date) bool {
	t, err := dayOf(d)
	return err == nil && c.working(t)
}

func (c *Calendar) working(t time.Time) bool {
	if len(c.exceptions) > 0 {
		if x, ok := c.exceptions[data.DateOf(t)]; ok {
			return !x.Off
		}
	}
	return !lawOf(t.Year()).closed[t.YearDay()]
}

// Day says what d is and why. What is no date is refused as "calendar.bad_date".
func (c *Calendar) Day(d data.Date) (Day, error) {
	t, err := dayOf(d)
	if err != nil {
		return Day{}, err
	}
	return c.day(t), nil
}

func (c *Calendar) day(t time.Time) Day {
	d := Day{Date: data.DateOf(t), Kind: WorkingDay}
	x, excepted := c.exceptions[d.Date]
	if excepted && !x.Off {
		d.Holidays = []Holiday{x.holiday()}
		return d
	}
	if !lawOf(t.Year()).closed[t.YearDay()] && !excepted {
		return d
	}
	for _, h := range lawOf(t.Year()).days {
		if h.Date == d.Date {
			d.Holidays = append(d.Holidays, h)
		}
	}
	if excepted {
		d.Holidays = append(d.Holidays, x.holiday())
	}
	d.Kind = WeekendDay
	if len(d.Holidays) > 0 {
		d.Kind = HolidayDay
	}
	return d
}

func (x Exception) holiday() Holiday {
	h := Holiday{Date: x.Date, Name: "holiday.off", Text: strings.TrimSpace(x.Name), Rule: Off}
	if !x.Off {
		h.Name, h.Rule = "holiday.worked", Worked
	}
	return h
}

// dayOf reads a date between the years that a person may enter.
func dayOf(d data.Date) (time.Time, error) {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil || t.Year() < data.FirstYear || t.Year() > data.LastYear {
		return time.Time{}, data.NewError("calendar.bad_date", err, "Value", string(d), "First", data.FirstYear, "Last", data.LastYear)
	}
	return t, nil
}
