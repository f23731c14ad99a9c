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

// Guide shows how far it came, one step below the other with its day, who and why, and at the end what comes next.
func (p page) Guide(buttons fyne.CanvasObject) fyne.CanvasObject {
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
	if buttons != nil {
		stops = append(stops, widgets.Stop{Ahead: true, Content: p.ahead(buttons)})
	}
	return record.Section(w.T("grievances.section.way"), widgets.Trail(stops...))
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

// ahead is what comes next and by when, with what can be done now, and what mostly follows.
func (p page) ahead(buttons fyne.CanvasObject) fyne.CanvasObject {
	g, w := p.g, p.Host.Words()
	said := []fyne.CanvasObject{look.NewWrapped(w.T("grievances.next"), look.StrongStyle)}
	limit, due := p.limits.Next(g)
	switch {
	case limit != "":
		row := data.FollowRow{Type: data.Grievances.Name, Status: g.Status(), Open: true, Due: due}
		_, status := record.FollowWords(p.Host, row)
		said = append(said, look.NewWrapped(w.T("grievances.next.by", "What", w.T("grievances.limit."+limit), "Day", due), look.Style{Size: look.SizeSmall, Color: status.Color()}))
	case g.Untold():
		said = append(said, look.NewWrapped(w.T("grievances.next.tell"), look.SecondaryStyle))
	default:
		said = append(said, look.NewWrapped(w.T("grievances.next.reopen"), look.SecondaryStyle))
	}
	said = append(said, buttons)
	if then := later(g); len(then) > 0 {
		words := make([]string, len(then))
		for i, kind := range then {
			words[i] = p.word(kind)
		}
		said = append(said, look.NewWrapped(w.T("grievances.next.then", "Steps", strings.Join(words, " → ")), look.SecondaryStyle))
	}
	return widgets.Column(look.Unit, said...)
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
