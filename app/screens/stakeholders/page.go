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

// page shows one stakeholder.
type page struct {
	host    screens.Host
	known   known
	edit    func()
	bin     func()
	restore func()
	resized func()
}

// view builds the page; what is not known is not shown.
func (p *page) view() *widgets.Page {
	w := p.host.Words()
	parts := []fyne.CanvasObject{p.head()}
	for i, g := range groups {
		switch {
		case g.Rows == nil && g.Title == "":
			parts = append(parts, g.Facts(p.host, p.known.who, p.known.names, p.open))
		case g.Rows == nil:
			parts = append(parts, record.Section(w.T(g.Title), g.Facts(p.host, p.known.who, p.known.names, p.open)))
		case g.Rows == &memberships:
			parts = append(parts, record.Section(w.T(g.Title), p.memberships()), record.Section(w.T("stakeholder.section.members"), p.members()))
		case g.Rows == &assessments:
			parts = append(parts, record.Section(w.T(g.Title), p.assessments()))
		case g.Rows == &relations:
			parts = append(parts, record.Section(w.T(g.Title), p.relations()))
		}
		if i+1 < len(groups) && groups[i].Rows == &assessments {
			parts = append(parts, record.Section(w.T("stakeholder.section.engagements"), p.engagements()), record.Section(w.T("commitments.title"), p.promises()))
		}
	}
	entries := record.History(p.host, p.known.who.ID, p.known.history, p.known.mentioned)
	parts = append(parts, record.Section(w.T("stakeholder.section.history"), record.HistoryView(p.host, entries, p.resized)))
	return record.Page(parts...)
}

// head is the name with what matters at a glance, and what can be done.
func (p *page) head() fyne.CanvasObject {
	s, w := p.known.who, p.host.Words()
	badges := []fyne.CanvasObject{widgets.NewBadge(p.host.Term(data.StakeholderKinds.List, s.Kind), widgets.Plain)}
	for _, g := range s.Groups {
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Groups.List, g), widgets.Plain))
	}
	if s.Party != "" {
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Parties.List, s.Party), widgets.StatusNote))
	}
	if s.Vulnerable {
		badges = append(badges, widgets.NewBadge(w.T("stakeholder.badge.vulnerable"), widgets.StatusSoon))
	}
	switch s.Confidentiality {
	case "restricted":
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Confidentiality.List, s.Confidentiality), widgets.StatusOverdue))
	case "public":
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Confidentiality.List, s.Confidentiality), widgets.Plain))
	}
	if s.PhotoConsent == "no" {
		badges = append(badges, widgets.NewBadge(w.T("stakeholder.badge.no_photos"), widgets.StatusOverdue))
	}
	if s.Binned {
		restore := widgets.SecondaryButton(w.T("common.restore"), p.restore)
		return widgets.Column(look.Unit*2,
			record.Banner(w.T("stakeholders.bin.banner"), restore),
			record.Head(s.Name, s.Number, badges, nil))
	}
	return record.Head(s.Name, s.Number, badges, []fyne.CanvasObject{
		record.EditButton(p.host, p.edit),
		widgets.SecondaryButton(w.T("stakeholder.new_engagement"), p.newEngagement),
		record.BinButton(p.host, p.bin),
	})
}

func (p *page) newEngagement() {
	p.host.Go(screens.Place{Area: screens.Engagements, Edit: true, Filter: data.EngagementFilter{Stakeholder: p.known.who.ID}})
}

// open shows the record that a field points at.
func (p *page) open(column string, id data.ID) {
	area := screens.Stakeholders
	if column == data.Settlements.Name {
		area = screens.Places
	}
	p.host.Go(screens.Place{Area: area, Record: id})
}

func (p *page) link(name string, id data.ID) fyne.CanvasObject {
	return widgets.NewLink(name, func() { p.open("", id) })
}

// line is a link with what is said about it: role, dates.
func (p *page) line(link fyne.CanvasObject, said ...string) fyne.CanvasObject {
	cells := []fyne.CanvasObject{link}
	for _, s := range said {
		if s != "" {
			cells = append(cells, look.NewText(s, look.Style{Size: look.SizeBody, Color: look.ColorSecondary}))
		}
	}
	return widgets.Flow(look.Unit*1.5, cells...)
}

// span says from when to when something held.
func (p *page) span(from, to data.Date) string {
	w := p.host.Words()
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

func (p *page) memberships() fyne.CanvasObject {
	var ls []fyne.CanvasObject
	for _, m := range p.known.who.Memberships {
		ls = append(ls, p.line(p.link(p.known.names.Of(p.host, m.Organisation), m.Organisation), m.Role, p.span(m.From, m.To)))
	}
	return lines(ls)
}

func (p *page) members() fyne.CanvasObject {
	var ls []fyne.CanvasObject
	for _, m := range p.known.members {
		ls = append(ls, p.line(p.link(m.name, m.id), m.in.Role, p.span(m.in.From, m.in.To)))
	}
	return lines(ls)
}

func (p *page) relations() fyne.CanvasObject {
	var ls []fyne.CanvasObject
	for _, r := range p.known.who.Relations {
		ls = append(ls, p.line(p.link(p.known.names.Of(p.host, r.Other), r.Other), p.host.Term(data.RelationKinds.List, r.Kind), p.span(r.From, r.To)))
	}
	return lines(ls)
}

// assessments are a small table, the newest first.
func (p *page) assessments() fyne.CanvasObject {
	as := slices.Clone(p.known.who.Assessments)
	if len(as) == 0 {
		return nil
	}
	slices.SortStableFunc(as, func(a, b *data.Assessment) int { return cmp.Compare(b.On, a.On) })
	w := p.host.Words()
	ls := []fyne.CanvasObject{p.assessmentLine(look.NewText(w.T("assessment.on_day"), look.LabelStyle), look.NewText(w.T("assessment.influence"), look.LabelStyle),
		look.NewText(w.T("assessment.interest"), look.LabelStyle), look.NewText(w.T("assessment.position"), look.LabelStyle))}
	for i, a := range as {
		style := look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
		if i == 0 {
			style = look.BodyStyle
		}
		ls = append(ls, p.assessmentLine(look.NewText(w.Day(a.On), style), newScale(a.Influence, i == 0), newScale(a.Interest, i == 0),
			look.NewText(p.host.Term(data.Positions.List, a.Position), style).Gives()))
		if a.Note != "" {
			ls = append(ls, look.NewWrapped(a.Note, look.SecondaryStyle))
		}
	}
	return widgets.Column(look.Unit*.75, ls...)
}

func (p *page) assessmentLine(on, influence, interest, position fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Row(widgets.Part(0, record.DayWidth(p.host)+8, on), widgets.Part(0, 88, influence), widgets.Part(0, 88, interest), widgets.Part(1, 90, position))
}

// promises are what was promised to this one.
func (p *page) promises() fyne.CanvasObject {
	return record.CommitmentLines(p.host, p.known.promises, data.CommitmentFilter{Stakeholder: p.known.who.ID}, p.known.who.Name)
}

// engagements are the latest ones, with a way to all of them.
func (p *page) engagements() fyne.CanvasObject {
	w := p.host.Words()
	if len(p.known.engagements) == 0 {
		return look.NewWrapped(w.T("stakeholder.engagements.none"), look.Style{Size: look.SizeBody, Color: look.ColorSecondary})
	}
	var ls []fyne.CanvasObject
	for _, e := range p.known.engagements {
		ls = append(ls, record.EngagementLine(p.host, e))
	}
	if p.known.held > len(p.known.engagements) {
		all := screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{Stakeholder: p.known.who.ID}, Title: p.known.who.Name}
		ls = append(ls, widgets.NewLink(w.N("stakeholder.engagements.all", p.known.held), func() { p.host.Go(all) }))
	}
	return lines(ls)
}
