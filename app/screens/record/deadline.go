package record

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/calendar"
)

// DeadlineView shows a limit: what it is for, its last day, and whether it was or still can be met; below it, on demand, how it was
// counted, day by day. done is the day on which it was met, "" while it was not. working is the calendar of a limit in working days: how
// late it is is counted in them too. A limit in calendar days has none, and no Days: nothing to open then.
func DeadlineView(host screens.Host, title string, d calendar.Deadline, done data.Date, working *calendar.Calendar) fyne.CanvasObject {
	w := host.Words()
	word, status := deadlineWords(host, d.Date, done, working)
	head := widgets.Flow(look.Unit*1.5, look.Strong(title), look.NewText(w.Day(d.Date), look.BodyStyle), widgets.NewBadge(word, status))
	if len(d.Days) == 0 {
		return head
	}
	return widgets.Column(look.Unit/2, head, widgets.NewDisclosure(w.T("deadline.how"), func() fyne.CanvasObject { return countedDays(host, d, done) }))
}

// deadlineWords say how a limit stands.
func deadlineWords(host screens.Host, due, done data.Date, working *calendar.Calendar) (string, widgets.Status) {
	w, today := host.Words(), Today(host)
	apart := func(message, inWorking string, from, to data.Date, args ...any) string {
		if working != nil {
			if n := working.WorkingDaysBetween(from, to); n > 0 { // on a Saturday after a Friday it is late by no working day, yet late
				return w.N(inWorking, n, args...)
			}
		}
		return w.N(message, data.Period{From: from, To: to}.Days()-1, args...)
	}
	switch {
	case done != "" && done <= due:
		return w.T("deadline.in_time", "Date", done), widgets.StatusDone
	case done != "":
		return apart("deadline.late", "deadline.late_working", due, done, "Date", done), widgets.StatusOverdue
	case today > due:
		return apart("deadline.overdue", "deadline.overdue_working", due, today), widgets.StatusOverdue
	case today == due:
		return w.T("deadline.today"), widgets.StatusSoon
	case due <= today.AddDays(data.SoonDays):
		return apart("deadline.left", "deadline.left_working", today, due), widgets.StatusSoon
	}
	return apart("deadline.left", "deadline.left_working", today, due), widgets.Plain
}

// countedDays are the days of a count, one a line: the day, its weekday, and why it counts or does not.
func countedDays(host screens.Host, d calendar.Deadline, done data.Date) fyne.CanvasObject {
	w := host.Words()
	dayWidth, weekdayWidth := float32(0), float32(0)
	for _, x := range append([]calendar.Day{{Date: d.From}}, d.Days...) {
		dayWidth = max(dayWidth, look.Measure(w.Day(x.Date), look.LabelStyle)+1)
		weekdayWidth = max(weekdayWidth, look.Measure(weekday(host, x.Date), look.LabelStyle)+1)
	}
	lines := widgets.Column(1)
	add := func(on data.Date, why string, strong bool) {
		style := look.SecondaryStyle
		if strong {
			style = look.Style{Size: look.SizeSmall, Color: look.ColorInk, Bold: on == d.Date}
		}
		if on == done {
			why += " · " + w.T("deadline.done")
		}
		lines.Add(widgets.Row(
			widgets.Part(0, dayWidth, look.NewText(w.Day(on), style).Align(fyne.TextAlignTrailing)),
			widgets.Part(0, weekdayWidth, look.NewText(weekday(host, on), style)),
			widgets.Part(1, 120, look.NewWrapped(why, style))))
	}
	add(d.From, w.T("deadline.start"), false)
	for _, x := range d.Days {
		why := []string{w.T("calendar.weekend")}
		switch {
		case x.Date == d.Date:
			why = []string{w.T("deadline.last", "N", x.Count)}
		case x.Kind == calendar.WorkingDay:
			why = []string{w.T("calendar.working", "N", x.Count)}
		case x.Kind == calendar.HolidayDay:
			why = nil
		}
		for _, h := range x.Holidays {
			name := h.Title(w.T)
			if h.Rule != calendar.State && h.Rule != calendar.Christmas && h.Rule != calendar.Easter { // nobody would guess these
				name += " – " + h.Why(w.T)
			}
			why = append(why, name)
		}
		add(x.Date, strings.Join(why, "; "), x.Kind == calendar.WorkingDay)
	}
	return widgets.Pad(look.Unit/2, lines)
}

func weekday(s Speaker, d data.Date) string {
	return s.Words().WeekdayShort(d.Time(time.UTC).Weekday())
}
