package places

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

const (
	latest     = 8  // engagements on the page of a place
	mostPeople = 20 // and stakeholders
)

// page is all that there is to read about one settlement.
type page struct {
	record.Known
	place       *data.Settlement
	who         []data.StakeholderRow
	engagements []data.EngagementRow
	follows     record.FollowUps
	living      int // stakeholders in all
	held        int // engagements in all
}

func read(ctx context.Context, host screens.Host, db Store, id data.ID) (p page, err error) {
	if p.place, err = db.Settlement(ctx, id); err != nil {
		return p, err
	}
	if p.Known, err = record.Know(ctx, host, db, p.place); err != nil {
		return p, err
	}
	who, here := data.StakeholderFilter{Settlement: id}, data.EngagementFilter{Settlements: []data.ID{id}}
	register, err := db.Stakeholders(ctx, who, data.Page{Limit: mostPeople})
	if err != nil {
		return p, err
	}
	if p.who, p.living = register.Rows, len(register.Rows); register.Next != "" {
		if p.living, err = db.CountStakeholders(ctx, who); err != nil {
			return p, err
		}
	}
	met, err := db.Engagements(ctx, here, data.Page{Limit: latest})
	if err != nil {
		return p, err
	}
	if p.engagements, p.held = met.Rows, len(met.Rows); met.Next != "" {
		if p.held, err = db.CountEngagements(ctx, here); err != nil {
			return p, err
		}
	}
	p.follows, err = record.ReadFollowUps(ctx, db, data.FollowFilter{Settlement: id})
	return p, err
}

// Heading is the name in both scripts, and what can be begun here.
func (p page) Heading() record.Heading {
	w := p.Host.Words()
	h := record.Heading{}
	h.Title, h.Number = scripts(p.Host, p.place)
	if !p.place.InArea {
		h.Badges = append(h.Badges, widgets.NewBadge(w.T("places.outside"), widgets.Plain))
	}
	h.Actions = []fyne.CanvasObject{
		record.BriefingButton(p.Host, p),
		widgets.SecondaryButton(w.T("reportback.button"), func() { p.Host.Go(screens.Place{Area: screens.ReportBack, Record: p.place.ID}) }),
		widgets.SecondaryButton(w.T("places.new_engagement"), func() {
			p.Host.Go(screens.Place{Area: screens.Engagements, Edit: true, Filter: data.EngagementFilter{Settlements: []data.ID{p.place.ID}}})
		}),
		widgets.SecondaryButton(w.T("places.new_stakeholder"), func() {
			p.Host.Go(screens.Place{Area: screens.Stakeholders, Edit: true, Filter: data.StakeholderFilter{Settlement: p.place.ID}})
		}),
	}
	return h
}

// Briefing is the one of this settlement.
func (p page) Briefing() (screens.Place, bool) {
	return screens.Place{Area: screens.Briefing, Record: p.place.ID}, true
}

// Body is the rest; what is not known is not shown, but that coordinates are missing is said: figures on maps will miss the place.
func (p page) Body(resized func()) []fyne.CanvasObject {
	w := p.Host.Words()
	name, _ := scripts(p.Host, p.place)
	coordinates := groups[1].Facts(p.Host, p.place, nil, nil)
	if p.place.Lat == nil {
		coordinates = quiet(w.T("places.coordinates.unknown"))
	}
	parts := []fyne.CanvasObject{
		groups[0].Facts(p.Host, p.place, nil, nil),
		record.Section(w.T("places.section.stakeholders"), p.people()),
		record.Section(w.T("places.section.engagements"), p.met()),
	}
	parts = append(parts, p.follows.Sections(p.Host, name)...)
	return append(parts,
		record.Section(w.T("places.coordinates"), coordinates),
		p.Attachments(resized),
		p.History(resized))
}

func quiet(text string) fyne.CanvasObject {
	return look.NewWrapped(text, look.Style{Size: look.SizeBody, Color: look.ColorSecondary})
}

func (p page) people() fyne.CanvasObject {
	w := p.Host.Words()
	if len(p.who) == 0 {
		return quiet(w.T("places.stakeholders.none"))
	}
	var ls []fyne.CanvasObject
	for _, r := range p.who {
		link := widgets.NewLink(r.Name, func() { p.Host.Go(screens.Place{Area: screens.Stakeholders, Record: r.ID}) })
		said := record.Post(r)
		if said == "" && len(r.Groups) > 0 {
			said = p.Host.Term(data.Groups.List, r.Groups[0])
		}
		ls = append(ls, widgets.Flow(look.Unit*1.5, link, look.NewText(said, look.Style{Size: look.SizeBody, Color: look.ColorSecondary})))
	}
	if p.living > len(p.who) {
		all := screens.Place{Area: screens.Stakeholders, Filter: data.StakeholderFilter{Settlement: p.place.ID}}
		ls = append(ls, widgets.NewLink(w.N("places.stakeholders.all", p.living), func() { p.Host.Go(all) }))
	}
	return widgets.Column(look.Unit/2, ls...)
}

func (p page) met() fyne.CanvasObject {
	w := p.Host.Words()
	if len(p.engagements) == 0 {
		return quiet(w.T("places.engagements.none"))
	}
	var ls []fyne.CanvasObject
	for _, e := range p.engagements {
		ls = append(ls, record.EngagementLine(p.Host, e))
	}
	if p.held > len(p.engagements) {
		all := screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{Settlements: []data.ID{p.place.ID}}}
		ls = append(ls, widgets.NewLink(w.N("places.engagements.all", p.held), func() { p.Host.Go(all) }))
	}
	return widgets.Column(look.Unit/2, ls...)
}
