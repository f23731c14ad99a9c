package i18n

import (
	"fmt"
	"strconv"
	"time"

	"dogovor/data"
)

// locale is how a language writes dates and numbers, with the words for it looked up beforehand.
type locale struct {
	decimal, group      string
	months, monthsShort [12]string
	weekdaysShort       [7]string // from Sunday, as time.Weekday counts
}

func newLocale(p *Printer) *locale {
	l := &locale{decimal: ".", group: ","}
	if p.serbian() {
		l.decimal, l.group = ",", "."
	}
	for i := range l.months {
		l.months[i] = p.T("month." + strconv.Itoa(i+1))
		l.monthsShort[i] = p.T("month.short." + strconv.Itoa(i+1))
	}
	for i := range l.weekdaysShort {
		l.weekdaysShort[i] = p.T("weekday.short." + strconv.Itoa(i))
	}
	return l
}

func (p *Printer) serbian() bool { return p.lang == SerbianLatin || p.lang == SerbianCyrillic }

// Date writes a day: 21. 10. 2026., 21 Oct 2026, 2026年10月21日. The zero time, here and below, is an empty text.
func (p *Printer) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	y, m, d := t.Date()
	switch {
	case p.serbian():
		return strconv.Itoa(d) + ". " + strconv.Itoa(int(m)) + ". " + strconv.Itoa(y) + "."
	case p.lang == Chinese:
		return strconv.Itoa(y) + "年" + strconv.Itoa(int(m)) + "月" + strconv.Itoa(d) + "日"
	}
	return strconv.Itoa(d) + " " + p.locale.monthsShort[m-1] + " " + strconv.Itoa(y)
}

// Day writes a plain date.
func (p *Printer) Day(d data.Date) string {
	if d == "" {
		return ""
	}
	return p.Date(d.Time(time.UTC))
}

// Clock writes the time of day, 18:00.
func (p *Printer) Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("15:04")
}

// DateTime writes a day and its time.
func (p *Printer) DateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.Date(t) + " " + p.Clock(t)
}

// Moment writes a moment where it was entered, without a time when none is known.
func (p *Printer) Moment(m data.Moment) string {
	switch {
	case !m.Known():
		return ""
	case m.Timed:
		return p.DateTime(m.Local())
	}
	return p.Date(m.Local())
}

// Month writes a month with its year: oktobar 2026., October 2026, 2026年10月.
func (p *Printer) Month(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	switch {
	case p.serbian():
		return p.locale.months[t.Month()-1] + " " + strconv.Itoa(t.Year()) + "."
	case p.lang == Chinese:
		return strconv.Itoa(t.Year()) + "年" + p.locale.months[t.Month()-1]
	}
	return p.locale.months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// MonthShort writes a month's short name without its year, for the axis of a chart: okt, Oct, 10月.
func (p *Printer) MonthShort(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.locale.monthsShort[t.Month()-1]
}

// WeekdayShort writes the short name of a day of the week, for the head of a calendar: sre, Wed, 周三.
func (p *Printer) WeekdayShort(d time.Weekday) string { return p.locale.weekdaysShort[d] }

// Period writes a span of days, both included, by the name it has: oktobar 2026., 3. tromesečje 2026., 2026. godina; any other span
// as its two days, and one day as itself.
func (p *Printer) Period(from, to time.Time) string {
	if from.IsZero() || to.IsZero() {
		return p.Date(from) + p.Date(to)
	}
	last := to.AddDate(0, 0, 1)
	if from.Day() == 1 && last.Day() == 1 {
		switch months := (last.Year()-from.Year())*12 + int(last.Month()-from.Month()); {
		case months == 1:
			return p.Month(from)
		case months == 3 && from.Month()%3 == 1:
			return p.T("period.quarter", "Quarter", int(from.Month()+2)/3, "Year", from.Year())
		case months == 12 && from.Month() == time.January:
			return p.T("period.year", "Year", from.Year())
		}
	}
	if a, b := p.Date(from), p.Date(to); a != b {
		return fmt.Sprintf("%s – %s", a, b)
	}
	return p.Date(from)
}

// Span writes a reporting period.
func (p *Printer) Span(x data.Period) string {
	return p.Period(x.From.Time(time.UTC), x.To.Time(time.UTC))
}
