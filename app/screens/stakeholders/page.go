package stakeholders

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Body is what stands below the name; what is not known is not shown.
func (p page) Body(resized func()) []fyne.CanvasObject {
	w := p.Host.Words()
	var parts []fyne.CanvasObject
	for i, g := range groups {
		switch {
		case g.Rows == nil && g.Title == "":
			parts = append(parts, g.Facts(p.Host, p.who, p.Names, p.open))
		case g.Rows == nil:
			parts = append(parts, record.Section(w.T(g.Title), g.Facts(p.Host, p.who, p.Names, p.open)))
		case g.Rows == &memberships:
			parts = append(parts, record.Section(w.T(g.Title), p.memberships()), record.Section(w.T("stakeholder.section.members"), p.people()))
		case g.Rows == &assessments:
			parts = append(parts, record.Section(w.T(g.Title), p.assessments()))
		case g.Rows == &relations:
			parts = append(parts, record.Section(w.T(g.Title), p.relations()))
		}
		if i+1 < len(groups) && groups[i].Rows == &assessments {
			parts = append(parts, record.Section(w.T("stakeholder.section.engagements"), p.met()))
			parts = append(parts, p.follows.Sections(p.Host, p.who.Name)...)
		}
	}
	return append(parts, p.merges(), p.Attachments(resized), p.History(resized))
}

// Heading is the name with what matters at a glance.
func (p page) Heading() record.Heading {
	s, w := p.who, p.Host.Words()
	badges := []fyne.CanvasObject{widgets.NewBadge(p.Host.Term(data.StakeholderKinds.List, s.Kind), widgets.Plain)}
	for _, g := range s.Groups {
		badges = append(badges, widgets.NewBadge(p.Host.Term(data.Groups.List, g), widgets.Plain))
	}
	if s.Party != "" {
		badges = append(badges, widgets.NewBadge(p.Host.Term(data.Parties.List, s.Party), widgets.StatusNote))
	}
	if s.Vulnerable {
		badges = append(badges, widgets.NewBadge(w.T("stakeholder.badge.vulnerable"), widgets.StatusSoon))
	}
	switch s.Confidentiality {
	case "restricted":
		badges = append(badges, widgets.NewBadge(p.Host.Term(data.Confidentiality.List, s.Confidentiality), widgets.StatusOverdue))
	case "public":
		badges = append(badges, widgets.NewBadge(p.Host.Term(data.Confidentiality.List, s.Confidentiality), widgets.Plain))
	}
	if s.PhotoConsent == "no" {
		badges = append(badges, widgets.NewBadge(w.T("stakeholder.badge.no_photos"), widgets.StatusOverdue))
	}
	return record.Heading{Title: s.Name, Number: s.Number, Badges: badges, Actions: []fyne.CanvasObject{
		widgets.SecondaryButton(w.T("stakeholder.new_engagement"), p.newEngagement),
	}}
}

func (p page) newEngagement() {
	p.Host.Go(screens.Place{Area: screens.Engagements, Edit: true, Filter: data.EngagementFilter{Stakeholder: p.who.ID}})
}

// open shows the record that a field points at.
func (p page) open(column string, id data.ID) {
	area := screens.Stakeholders
	if column == data.Settlements.Name {
		area = screens.Places
	}
	p.Host.Go(screens.Place{Area: area, Record: id})
}

func (p page) link(name string, id data.ID) fyne.CanvasObject {
	return widgets.NewLink(name, func() { p.open("", id) })
}

// line is a link with what is said about it: role, dates.
func (p page) line(link fyne.CanvasObject, said ...string) fyne.CanvasObject {
	cells := []fyne.CanvasObject{link}
	for _, s := range said {
		if s != "" {
			cells = append(cells, look.NewText(s, look.Style{Size: look.SizeBody, Color: look.ColorSecondary}))
		}
	}
	return widgets.Flow(look.Unit*1.5, cells...)
}

// span says from when to when something held.
func (p page) span(from, to data.Date) string {
	w := p.Host.Words()
	switch {
	case from != "" && to != "":
		return w.T("stakeholder.span", "From", from, "To", to)
	case from != "":
		return w.T("stakeholder.since", "From", from)
	case to != "":
		return w.T("stakeholder.until", "To", to)
	}
	return ""
}

func lines(ls []fyne.CanvasObject) fyne.CanvasObject {
	if len(ls) == 0 {
		return nil
	}
	return widgets.Column(look.Unit/2, ls...)
}

func (p page) memberships() fyne.CanvasObject {
	var ls []fyne.CanvasObject
	for _, m := range p.who.Memberships {
		ls = append(ls, p.line(p.link(p.Names.Of(p.Host, m.Organisation), m.Organisation), m.Role, p.span(m.From, m.To)))
	}
	return lines(ls)
}

func (p page) people() fyne.CanvasObject {
	var ls []fyne.CanvasObject
	for _, m := range p.members {
		ls = append(ls, p.line(p.link(m.name, m.id), m.in.Role, p.span(m.in.From, m.in.To)))
	}
	return lines(ls)
}

func (p page) relations() fyne.CanvasObject {
	var ls []fyne.CanvasObject
	for _, r := range p.who.Relations {
		ls = append(ls, p.line(p.link(p.Names.Of(p.Host, r.Other), r.Other), p.Host.Term(data.RelationKinds.List, r.Kind), p.span(r.From, r.To)))
	}
	return lines(ls)
}

// assessments are a small table, the newest first.
func (p page) assessments() fyne.CanvasObject {
	as := slices.Clone(p.who.Assessments)
	if len(as) == 0 {
		return nil
	}
	slices.SortStableFunc(as, func(a, b *data.Assessment) int { return cmp.Compare(b.On, a.On) })
	w := p.Host.Words()
	ls := []fyne.CanvasObject{p.assessmentLine(look.NewText(w.T("assessment.on_day"), look.LabelStyle), look.NewText(w.T("assessment.influence"), look.LabelStyle),
		look.NewText(w.T("assessment.interest"), look.LabelStyle), look.NewText(w.T("assessment.position"), look.LabelStyle))}
	for i, a := range as {
		style := look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
		if i == 0 {
			style = look.BodyStyle
		}
		ls = append(ls, p.assessmentLine(look.NewText(w.Day(a.On), style), newScale(a.Influence, i == 0), newScale(a.Interest, i == 0),
			look.NewText(p.Host.Term(data.Positions.List, a.Position), style).Gives()))
		if a.Note != "" {
			ls = append(ls, look.NewWrapped(a.Note, look.SecondaryStyle))
		}
	}
	return widgets.Column(look.Unit*.75, ls...)
}

func (p page) assessmentLine(on, influence, interest, position fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Row(widgets.Part(0, record.DayWidth(p.Host)+8, on), widgets.Part(0, 88, influence), widgets.Part(0, 88, interest), widgets.Part(1, 90, position))
}

// met are the latest engagements, with a way to all of them.
func (p page) met() fyne.CanvasObject {
	w := p.Host.Words()
	if len(p.engagements) == 0 {
		return look.NewWrapped(w.T("stakeholder.engagements.none"), look.Style{Size: look.SizeBody, Color: look.ColorSecondary})
	}
	var ls []fyne.CanvasObject
	for _, e := range p.engagements {
		ls = append(ls, record.EngagementLine(p.Host, e))
	}
	if p.held > len(p.engagements) {
		all := screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{Stakeholder: p.who.ID}, Title: p.who.Name}
		ls = append(ls, widgets.NewLink(w.N("stakeholder.engagements.all", p.held), func() { p.Host.Go(all) }))
	}
	return lines(ls)
}
