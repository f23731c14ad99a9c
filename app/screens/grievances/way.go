package grievances

import (
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/calendar"
)

// Guide shows what comes next, and how far it came: one step below the other with its day, who and why, and hollow those that mostly follow.
func (p page) Guide(buttons fyne.CanvasObject) fyne.CanvasObject {
	way := record.Section(p.Host.Words().T("grievances.section.way"), p.way())
	if buttons == nil {
		return way
	}
	return widgets.Column(look.Unit*3, record.Section(p.Host.Words().T("grievances.next"), p.ahead(buttons)), way)
}

func (p page) way() fyne.CanvasObject {
	g, w := p.g, p.Host.Words()
	var how []string
	for _, s := range []string{g.ReceivedBy, record.Say(p.Host, g, "channel", p.Names)} {
		if s != "" {
			how = append(how, s)
		}
	}
	stops := []widgets.Stop{p.stop(p.word(data.GrievanceReceived), g.ReceivedOn, strings.Join(how, " · "), "", widgets.StatusDone)}
	for _, s := range g.Steps {
		what, status := p.word(s.Kind), widgets.StatusDone
		switch s.Kind {
		case data.GrievanceAssessed:
			what = w.T("grievances.way.with", "Step", what, "Said", p.Host.Term(data.Admissibility.List, s.Admissible))
		case data.GrievanceReferred:
			what, status = w.T("grievances.way.with", "Step", what, "Said", s.Referred), widgets.StatusNote
		case data.GrievanceClosed:
			what = w.T("grievances.way.with", "Step", what, "Said", p.Host.Term(data.Outcomes.List, s.Outcome))
		case data.GrievanceRejected, data.GrievanceAppealed:
			status = widgets.StatusSoon
		}
		stops = append(stops, p.stop(what, s.On, s.Who, s.Why, status))
	}
	if g.ToldOn != "" && !g.Open() && !g.Untold() {
		stops = append(stops, p.stop(p.word(told), g.ToldOn, g.ToldWhom, g.ToldHow, widgets.StatusDone))
	}
	for _, kind := range ahead(g) {
		stops = append(stops, widgets.Stop{Ahead: true, Content: look.NewWrapped(p.word(kind), look.Style{Size: look.SizeBody, Color: look.ColorSecondary})})
	}
	return widgets.Trail(stops...)
}

// word is that of a step.
func (p page) word(kind string) string {
	if kind == told {
		return p.Host.Words().T("grievances.way.told")
	}
	return p.Host.Term(data.StepKinds.List, kind)
}

// stop is something that happened.
func (p page) stop(what string, on data.Date, who, why string, status widgets.Status) widgets.Stop {
	when := p.Host.Words().Day(on)
	if who != "" {
		when += " · " + who
	}
	said := []fyne.CanvasObject{look.NewWrapped(what, look.StrongStyle), look.NewWrapped(when, look.SecondaryStyle)}
	if why != "" {
		said = append(said, look.Body(why))
	}
	return widgets.Stop{Status: status, Content: widgets.Column(look.Unit/4, said...)}
}

// ahead is what comes next and by when, with what can be done now.
func (p page) ahead(buttons fyne.CanvasObject) fyne.CanvasObject {
	g, w := p.g, p.Host.Words()
	said := look.NewWrapped(w.T("grievances.next.reopen"), look.SecondaryStyle)
	switch limit, due := p.limits.Next(g); {
	case limit != "":
		_, status := record.FollowWords(p.Host, data.FollowRow{Type: data.Grievances.Name, Status: g.Status(), Open: true, Due: due})
		said = look.NewWrapped(w.T("grievances.next.by", "What", w.T("grievances.limit."+limit), "Day", due), look.Style{Size: look.SizeSmall, Color: status.Color()})
	case g.Untold():
		said = look.NewWrapped(w.T("grievances.next.tell"), look.SecondaryStyle)
	}
	return widgets.Column(look.Unit, said, buttons)
}

// deadlines are the limits, each with how it was counted. Whoever cannot be answered has only the last.
func (p page) deadlines() (all []fyne.CanvasObject) {
	w, l := p.Host.Words(), p.limits
	if p.g.Reachable() {
		all = append(all, record.DeadlineView(p.Host, w.T("grievances.limit.acknowledge"), l.Acknowledge, l.Acknowledged, p.days),
			record.DeadlineView(p.Host, w.T("grievances.limit.respond"), l.Respond, l.Responded, p.days))
	}
	all = append(all, record.DeadlineView(p.Host, w.T("grievances.limit.close"), calendar.Deadline{From: p.g.ReceivedOn, Date: l.Close}, l.Closed, nil))
	return []fyne.CanvasObject{widgets.Column(look.Unit, all...)}
}
