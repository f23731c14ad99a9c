package briefing

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/reports"
)

const (
	mostPoints = 4   // of a meeting
	mostHere   = 600 // letters of what somebody said
)

// body shows people and meetings on the left, what is open beside them.
func (s *Screen) body() fyne.CanvasObject {
	people := widgets.Column(look.Unit*3, s.people(), s.met())
	open := widgets.Column(look.Unit*3, s.open("promises", s.of.Promises), s.open("issues", s.of.Issues), s.open("grievances", s.of.Grievances))
	return widgets.Limit(1400, widgets.EvenRow(widgets.Part(1, 380, people), widgets.Part(1, 380, open)))
}

func quiet(text string) fyne.CanvasObject { return look.NewWrapped(text, look.SecondaryStyle) }

// people are those who will come, each with what they said last.
func (s *Screen) people() fyne.CanvasObject {
	w := s.host.Words()
	title := w.T("briefing.people")
	if !s.of.FromMeeting() {
		title = w.T("briefing.people_before")
	}
	if len(s.of.Expected) == 0 {
		return record.Section(title, quiet(w.T("briefing.people.none")))
	}
	rows := widgets.Column(look.Unit * 1.5)
	for _, x := range s.of.Expected {
		head := []fyne.CanvasObject{widgets.NewLink(x.Name, func() { s.host.Go(screens.Place{Area: screens.Stakeholders, Record: x.ID}) })}
		if x.Capacity != "" {
			head = append(head, look.NewText(x.Capacity, look.Style{Size: look.SizeBody, Color: look.ColorSecondary}))
		}
		if x.Restricted {
			head = append(head, s.badge())
		}
		parts := []fyne.CanvasObject{widgets.Flow(look.Unit*1.5, head...)}
		for _, said := range x.Said {
			parts = append(parts, look.Body(w.T("briefing.quoted", "Text", reports.Cut(said.Said, mostHere))), s.source(said.On, said.Number, said.Engagement, said.Restricted))
		}
		if len(x.Said) == 0 {
			parts = append(parts, quiet(w.T("briefing.said_nothing")))
		}
		rows.Add(widgets.Column(look.Unit/4, parts...))
	}
	if s.of.More > 0 {
		rows.Add(quiet(w.N("briefing.others", s.of.More)))
	}
	return record.Section(title, rows)
}

// source is where something was said.
func (s *Screen) source(on data.Date, number string, meeting data.ID, restricted bool) fyne.CanvasObject {
	at := []fyne.CanvasObject{look.NewText(s.host.Words().Day(on), look.SecondaryStyle), widgets.NewLink(number, func() { s.host.Go(screens.Place{Area: screens.Engagements, Record: meeting}) })}
	if restricted {
		at = append(at, s.badge())
	}
	return widgets.Flow(look.Unit*1.5, at...)
}

func (s *Screen) badge() fyne.CanvasObject {
	return widgets.NewBadge(s.host.Term(data.Confidentiality.List, "restricted"), widgets.StatusOverdue)
}

// open is what is open of one kind.
func (s *Screen) open(kind string, rows []data.FollowRow) fyne.CanvasObject {
	w := s.host.Words()
	if len(rows) == 0 {
		return record.Section(w.T("briefing."+kind), quiet(w.T("briefing."+kind+".none")))
	}
	lines := widgets.Column(look.Unit)
	for _, r := range rows {
		mention := r.Number + " · " + w.Day(r.On)
		badges := []fyne.CanvasObject{record.FollowBadge(s.host, r)}
		switch {
		case r.Type == data.Issues.Name:
			badges = []fyne.CanvasObject{widgets.NewBadge(w.N("briefing.waits", data.Period{From: r.On, To: s.of.Today}.Days()-1), widgets.StatusSoon)}
		case r.Due != "":
			mention = record.FollowMention(s.host, r)
		default:
			mention = r.Number + " · " + w.T("follow.no_due")
		}
		if r.Restricted {
			badges = append(badges, s.badge())
		}
		link := widgets.NewLink(data.CleanLine(r.Text), func() { s.host.Go(record.FollowPlace(r)) })
		lines.Add(widgets.Column(0, link, widgets.Flow(look.Unit*1.5, append([]fyne.CanvasObject{look.NewText(mention, look.SecondaryStyle)}, badges...)...)))
	}
	return record.Section(w.T("briefing."+kind), lines)
}

// met are the last meetings: main points, and what was to come next.
func (s *Screen) met() fyne.CanvasObject {
	w := s.host.Words()
	if len(s.of.Met) == 0 {
		return record.Section(w.T("briefing.met"), quiet(w.T("briefing.met.none")))
	}
	rows := widgets.Column(look.Unit * 2)
	for _, e := range s.of.Met {
		head := []fyne.CanvasObject{look.NewText(w.Day(e.Start.HomeDate()), look.Style{Size: look.SizeBody, Color: look.ColorSecondary}),
			widgets.NewLink(data.CleanLine(e.Title), func() { s.host.Go(screens.Place{Area: screens.Engagements, Record: e.ID}) })}
		if e.Restricted() {
			head = append(head, s.badge())
		}
		parts := []fyne.CanvasObject{widgets.Flow(look.Unit*1.5, head...)}
		for _, x := range reports.MainPoints(e, mostPoints) {
			parts = append(parts, look.Body("– "+reports.Cut(reports.Point(x, w), mostHere)))
		}
		if left := len(e.Points) - mostPoints; left > 0 {
			parts = append(parts, quiet(w.N("briefing.more", left)))
		}
		if e.NextSteps != "" {
			parts = append(parts, look.Body(w.T("briefing.next_steps", "Text", reports.Cut(e.NextSteps, mostHere))))
		}
		rows.Add(widgets.Column(look.Unit/4, parts...))
	}
	return record.Section(w.T("briefing.met"), rows)
}
