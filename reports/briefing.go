package reports

import (
	"context"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

func buildBriefing(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	b, err := readBriefing(ctx, from, ask)
	if err != nil {
		return doc.Document{}, err
	}
	return BriefingSheet(b, ask, p), nil
}

// lengths are how much of a briefing is printed: rows of each list, and letters of a text.
type lengths struct {
	people, promises, issues, grievances, points int
	letters                                      int
}

// BriefingSheet is one sheet of paper to take along to a village. What does not fit is left out from the longest lists first, and how much
// it is stands there.
func BriefingSheet(b Briefing, ask Ask, p *i18n.Printer) doc.Document {
	most := lengths{people: 16, promises: 16, issues: 16, grievances: 16, points: 6, letters: 150}
	n := lengths{min(most.people, len(b.Expected)), min(most.promises, len(b.Promises)), min(most.issues, len(b.Issues)), min(most.grievances, len(b.Grievances)), most.points, most.letters}
	d := briefingSheet(b, n, ask, p)
	for doc.Pages(d) > 1 && n.shorten() {
		d = briefingSheet(b, n, ask, p)
	}
	return d
}

// shorten takes a row from the longest list; when all are short it shortens the texts, then what was left. It tells whether it could.
func (n *lengths) shorten() bool {
	longest := &n.people
	for _, l := range []*int{&n.promises, &n.issues, &n.grievances} {
		if *l > *longest {
			longest = l
		}
	}
	switch {
	case *longest > 5:
		*longest--
	case n.letters > 90:
		n.letters -= 20
	case n.points > 3:
		n.points--
	case *longest > 2:
		*longest--
	case n.points > 1:
		n.points--
	case n.letters > 30:
		n.letters -= 15
	case *longest > 0:
		*longest--
	default:
		return false
	}
	return true
}

func briefingSheet(b Briefing, n lengths, ask Ask, p *i18n.Printer) doc.Document {
	place := Cut(placeName(b.Place, p), 80)
	title := p.T("briefing.of", "Place", place)
	d := doc.Document{Title: title, Author: p.T("report.author"), Lang: string(p.Lang()), Made: ask.Made, Words: words(p)}
	head := doc.Title{Text: title}
	if m := b.Meeting; m != nil {
		line := p.Moment(m.Start) + " · " + Cut(m.Title, 120)
		if m.Venue != "" {
			line += " · " + Cut(m.Venue, 80)
		}
		head.Lines = append(head.Lines, line)
	}
	if ask.Restricted {
		head.Lines = append(head.Lines, p.T("report.restricted_in"))
	}
	d.Blocks = []doc.Block{head, b.peopleTable(n, p)}
	d.Blocks = append(d.Blocks, b.openTable("briefing.promises", "follow.due", b.Promises, n.promises, n, p), b.openTable("briefing.issues", "briefing.asked_on", b.Issues, n.issues, n, p),
		b.openTable("briefing.grievances", "follow.due", b.Grievances, n.grievances, n, p), b.metTable(n, p))
	if b.Hidden > 0 {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: p.N("briefing.hidden", b.Hidden), Small: true})
	}
	d.Footer = p.T("briefing.footer", "Made", p.DateTime(ask.Made.In(data.HomeZone())), "Print", doc.Fingerprint(d))
	return d
}

// more is the last row of a list that was cut.
func more(left, columns, at int, p *i18n.Printer) doc.Row {
	cells := make([]doc.Cell, columns)
	cells[at] = doc.T(p.N("briefing.more", left))
	return doc.Row{Cells: cells}
}

func (b Briefing) peopleTable(n lengths, p *i18n.Printer) doc.Table {
	title := p.T("briefing.people")
	if !b.FromMeeting() {
		title = p.T("briefing.people_before")
	}
	t := doc.Table{Title: title, Empty: p.T("briefing.people.none"), Columns: []doc.Column{{Title: p.T("briefing.who"), Share: 2}, {Title: p.T("briefing.last_words"), Share: 5}}}
	for _, x := range b.Expected[:n.people] {
		name := Cut(x.Name, 60)
		if x.Capacity != "" {
			name += " (" + Cut(x.Capacity, 40) + ")"
		}
		said := p.T("briefing.said_nothing")
		if len(x.Said) > 0 {
			w := x.Said[0]
			said = quoted(Cut(w.Said, n.letters), p) + " – " + p.Day(w.On) + ", " + w.Number
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(name), doc.T(said)}})
	}
	if left := len(b.Expected) + b.More - n.people; left > 0 {
		t.Rows = append(t.Rows, more(left, 2, 0, p))
	}
	return t
}

// openTable lists what is open of one kind. In its day column stands by when, of issues since when.
func (b Briefing) openTable(title, day string, rows []data.FollowRow, most int, n lengths, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T(title), Empty: p.T(title + ".none"), Columns: []doc.Column{{Title: p.T(day), Fit: true}, {Title: p.T("report.column.record"), Fit: true},
		{Title: p.T("briefing.what"), Share: 5}, {Title: p.T("follow.state"), Share: 1, Min: 30}}}
	for _, r := range rows[:most] {
		on, state := r.Due, ""
		switch {
		case r.Type == data.Issues.Name:
			on, state = r.On, p.N("briefing.waits", data.Period{From: r.On, To: b.Today}.Days()-1)
		case r.Overdue(b.Today):
			state = p.N("follow.overdue", data.Period{From: r.Due, To: b.Today}.Days()-1)
		case r.Type == data.Grievances.Name:
			state = p.Term(data.StepKinds.List, r.Status)
		}
		when := p.T("follow.no_due")
		if on != "" {
			when = p.Day(on)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(when), doc.T(r.Number), doc.T(Cut(r.Text, n.letters)), doc.T(state)}})
	}
	if left := len(rows) - most; left > 0 {
		t.Rows = append(t.Rows, more(left, 4, 2, p))
	}
	return t
}

func (b Briefing) metTable(n lengths, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("briefing.met"), Empty: p.T("briefing.met.none"), Columns: []doc.Column{{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.record"), Fit: true},
		{Title: p.T("briefing.what"), Share: 5}, {Title: p.T("engagement.next_steps"), Share: 2}}}
	for _, e := range b.Met {
		what := []string{Cut(e.Title, n.letters)}
		for _, x := range MainPoints(e, n.points) {
			what = append(what, "– "+Cut(Point(x, p), n.letters))
		}
		if left := len(e.Points) - n.points; left > 0 {
			what = append(what, p.N("briefing.more", left))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.Day(e.Start.HomeDate())), doc.T(e.Number), doc.T(strings.Join(what, "\n")), doc.T(Cut(e.NextSteps, n.letters*3/2))}})
	}
	return t
}

// MainPoints are those of a meeting with which somebody was not satisfied, then the others, as many as fit.
func MainPoints(e *data.Engagement, most int) []*data.Point {
	var first, then []*data.Point
	for _, x := range e.Points {
		if x.Satisfied == "no" || x.Satisfied == "partly" {
			first = append(first, x)
		} else {
			then = append(then, x)
		}
	}
	all := append(first, then...)
	return all[:min(most, len(all))]
}

// Point is what was said at a point under its topic.
func Point(x *data.Point, p *i18n.Printer) string {
	said := strings.TrimSpace(x.Said)
	if said == "" {
		said = strings.TrimSpace(x.Answer)
	}
	if x.Topic == "" {
		return data.CleanLine(said)
	}
	if said == "" {
		return p.Term(data.Topics.List, x.Topic)
	}
	return p.T("briefing.point", "Topic", p.Term(data.Topics.List, x.Topic), "Said", data.CleanLine(said))
}

// Cut shortens a text to some letters at the end of a word, on one line.
func Cut(s string, most int) string {
	s = data.CleanLine(s)
	rs := []rune(s)
	if len(rs) <= most {
		return s
	}
	out := string(rs[:most])
	if i := strings.LastIndexByte(out, ' '); i > len(out)/2 {
		out = out[:i]
	}
	return strings.TrimRight(out, " ,;") + " …"
}

func quoted(s string, p *i18n.Printer) string { return p.T("briefing.quoted", "Text", s) }

// placeName is the name of a settlement in the reader's script.
func placeName(s *data.Settlement, p *i18n.Printer) string {
	if p.Lang() == i18n.SerbianCyrillic && s.NameCyrl != "" {
		return s.NameCyrl
	}
	return inScript(s.Name, p)
}
