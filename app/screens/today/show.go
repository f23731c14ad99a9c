package today

import (
	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// builder makes the sections of the screen.
type builder struct {
	s *Screen
	q query
	w *i18n.Printer
}

// head is the day, and whose things are shown.
func (b builder) head(f found) fyne.CanvasObject {
	day := look.Strong(weekday(b.w, b.q.today) + " " + b.w.Day(b.q.today))
	if f.nothing() {
		return day
	}
	whose, turn, other := b.w.T("today.mine", "Officer", b.q.officer), b.w.T("today.show_all"), everybodys
	if b.q.whose == everybodys {
		whose, turn, other = b.w.T("today.all"), b.w.T("today.show_mine"), mine
	}
	return widgets.Flow(look.Unit*2, day, look.NewText(whose, look.SecondaryStyle), b.s.link(turn, func() { b.s.choose(other) }))
}

// due are the sections of what is to be done: what is late, what comes next, who still waits.
func (b builder) due(f found) fyne.CanvasObject {
	column := widgets.Column(look.Unit * 3)
	add := func(o fyne.CanvasObject) {
		if o != nil {
			column.Add(o)
		}
	}
	if f.overdue.all+f.soon.all == 0 {
		column.Add(b.calm(f))
	}
	add(b.dues("overdue", f.overdue))
	add(b.dues("soon", f.soon))
	add(b.waiting(f.waiting))
	return column
}

// calm says that nothing is due, and what others have to do when it was only looked at mine.
func (b builder) calm(f found) fyne.CanvasObject {
	if b.q.whose == everybodys {
		return look.NewWrapped(b.w.T("today.nothing_due"), look.SecondaryStyle)
	}
	said := look.NewWrapped(b.w.T("today.nothing_mine"), look.SecondaryStyle)
	if f.others == 0 {
		return said
	}
	return widgets.Column(look.Unit/2, said, widgets.Flow(0, b.s.link(b.w.N("today.others", f.others), func() { b.s.choose(everybodys) })))
}

// section is a heading with how many there are, the lines, and the ways to all of them.
func (b builder) section(key, title string, all int, lines []widgets.Line, ways ...fyne.CanvasObject) fyne.CanvasObject {
	if len(lines) == 0 {
		return nil
	}
	list := widgets.NewLineList(lines)
	b.s.parts = append(b.s.parts, part{key, list})
	head := []fyne.CanvasObject{look.Section(title)}
	if all > len(lines) {
		head = append(head, look.NewText(b.w.T("today.first_of", "N", len(lines), "All", all), look.SecondaryStyle))
	}
	column := widgets.Column(look.Unit*.75, widgets.Flow(look.Unit, head...), list)
	if len(ways) > 0 {
		column.Add(widgets.Flow(look.Unit*2, ways...))
	}
	return column
}

// dues are what is late or comes next.
func (b builder) dues(key string, d dues) fyne.CanvasObject {
	var lines []widgets.Line
	for _, r := range d.rows {
		state, status := b.stands(r)
		lines = append(lines, widgets.Line{Text: data.CleanLine(r.Text), Note: b.note(r), State: state, Status: status, Open: b.open(areaOf(r.Type), r.ID)})
	}
	var ways []fyne.CanvasObject
	for _, t := range data.FollowTypes() {
		if n := d.by[t.Name]; n > 0 {
			f := d.filter
			f.Types = []string{t.Name}
			ways = append(ways, b.way(b.w.T("today.all_of", "Area", b.w.T("window."+areaOf(t.Name)), "N", n), areaOf(t.Name), f))
		}
	}
	return b.section(key, b.w.T("today."+key), d.all, lines, ways...)
}

// stands is how late it is, or how soon due.
func (b builder) stands(r data.FollowRow) (string, widgets.Status) {
	switch {
	case r.Overdue(b.q.today):
		return b.w.N("deadline.overdue", days(r.Due, b.q.today)), widgets.StatusOverdue
	case r.Due == b.q.today:
		return b.w.T("deadline.today"), widgets.StatusSoon
	}
	return b.w.N("deadline.left", days(b.q.today, r.Due)), widgets.StatusSoon
}

// waiting are the issues that have waited long.
func (b builder) waiting(p data.FollowPage) fyne.CanvasObject {
	var lines []widgets.Line
	for _, r := range p.Rows {
		lines = append(lines, widgets.Line{Text: data.CleanLine(r.Text), Note: b.note(r), State: b.w.N("today.waits", days(r.On, b.q.today)), Status: widgets.StatusSoon,
			Open: b.open(areaOf(r.Type), r.ID)})
	}
	var ways []fyne.CanvasObject
	if p.Next != "" {
		ways = append(ways, b.way(b.w.T("today.all_waiting"), areaOf(data.Issues.Name), b.q.unansweredFilter()))
	}
	return b.section("waiting", b.w.N("today.waiting", waited), len(lines), lines, ways...)
}

// note tells what a line is: its kind, number, place, and whose it is when everybody's are shown.
func (b builder) note(r data.FollowRow) string {
	parts := []string{b.w.T("record." + r.Type), r.Number, b.s.host.PlaceName(r.SettlementName, r.SettlementCyrl)}
	if b.q.whose == everybodys {
		parts = append(parts, r.Owner)
	}
	return dotted(parts...)
}

func (b builder) open(area string, id data.ID) func() {
	return func() { b.s.host.Go(screens.Place{Area: area, Record: id}) }
}

func (b builder) way(word, area string, filter any) fyne.CanvasObject {
	return b.s.link(word, func() { b.s.host.Go(screens.Place{Area: area, Filter: filter}) })
}

// beside are the sections of what comes and what came: meetings, forms left open, what changed.
func (b builder) beside(f found) fyne.CanvasObject {
	return record.Parts(look.Unit*3, b.meetings(f), b.drafts(f.drafts), b.changed(f.changed))
}

// meetings are those planned; a week without any is said in one line.
func (b builder) meetings(f found) fyne.CanvasObject {
	var lines []widgets.Line
	for _, r := range f.meetings.Rows {
		lines = append(lines, b.meeting(r))
	}
	if len(lines) == 0 {
		return look.NewWrapped(b.w.T("today.no_meetings"), look.SecondaryStyle)
	}
	var ways []fyne.CanvasObject
	if f.meetingsAll > len(lines) {
		ways = append(ways, b.way(b.w.T("today.all_of", "Area", b.w.T("window.engagements"), "N", f.meetingsAll), screens.Engagements, b.q.meetings()))
	}
	return b.section("meetings", b.w.T("today.meetings"), f.meetingsAll, lines, ways...)
}

// meeting is one that is planned, or was and nobody wrote down whether it was held.
func (b builder) meeting(r data.EngagementRow) widgets.Line {
	day, clock := r.Start.HomeDate(), ""
	if r.Start.Timed {
		clock = b.w.Clock(r.Start.Local())
	}
	line := widgets.Line{Text: r.Title, Open: b.open(screens.Engagements, r.ID),
		Note: dotted(clock, b.s.host.Term(data.EngagementKinds.List, r.Kind), b.s.host.PlaceName(r.SettlementName, r.SettlementCyrl))}
	switch {
	case day == b.q.today:
		line.State, line.Status = b.w.T("common.today"), widgets.StatusNote
	case day < b.q.today:
		line.State, line.Status = b.w.T("today.past"), widgets.StatusSoon
		line.Note = dotted(b.w.Day(day), line.Note)
	default:
		line.State = weekday(b.w, day) + " " + b.w.Day(day)
	}
	return line
}
