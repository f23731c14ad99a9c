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

// known is all that the page of one settlement shows.
type known struct {
	place       *data.Settlement
	who         []data.StakeholderRow
	engagements []data.EngagementRow
	promises    data.CommitmentPage
	living      int // stakeholders in all
	held        int // engagements in all
	history     []data.Change
}

func load(ctx context.Context, db Store, id data.ID) (k known, err error) {
	if k.place, err = db.Settlement(ctx, id); err != nil {
		return k, err
	}
	who, here := data.StakeholderFilter{Settlement: id}, data.EngagementFilter{Settlements: []data.ID{id}}
	register, err := db.Stakeholders(ctx, who, data.Page{Limit: mostPeople})
	if err != nil {
		return k, err
	}
	if k.who, k.living = register.Rows, len(register.Rows); register.Next != "" {
		if k.living, err = db.CountStakeholders(ctx, who); err != nil {
			return k, err
		}
	}
	page, err := db.Engagements(ctx, here, data.Page{Limit: latest})
	if err != nil {
		return k, err
	}
	if k.engagements, k.held = page.Rows, len(page.Rows); page.Next != "" {
		if k.held, err = db.CountEngagements(ctx, here); err != nil {
			return k, err
		}
	}
	if k.promises, err = db.Commitments(ctx, data.CommitmentFilter{Settlement: id, Descending: true}, data.Page{Limit: latest}); err != nil {
		return k, err
	}
	k.history, err = db.History(ctx, data.Settlements.Name, id)
	return k, err
}

// open shows the page of a settlement beside the rows. The page that is there stays until the other is read.
func (l *list) open(id data.ID) {
	l.opened++
	opened := l.opened
	var k known
	l.host.Load(func(ctx context.Context) (err error) {
		k, err = load(ctx, l.db, id)
		return err
	}, func() {
		if opened == l.opened {
			l.showPage(k)
		}
	})
}

// showPage keeps the place on the page of a settlement that was shown already.
func (l *list) showPage(k known) {
	before, page := l.page, l.pageOf(k)
	focused := before != nil && before.HasFocus()
	l.page = page
	l.sides.SetDetail(page)
	if before != nil && l.paged == k.place.ID {
		page.ScrollTo(before.Offset())
	}
	l.paged = k.place.ID
	if focused {
		widgets.Focus(page)
	}
	if then := l.then; then != nil {
		l.then = nil
		then()
	}
}

// read gives the keys to the page, as soon as there is one.
func (l *list) read() {
	if l.page == nil {
		l.then = l.read
		return
	}
	widgets.Focus(l.page)
}

// pageOf builds the page; what is not known is not shown, but that coordinates are missing is said: figures on maps will miss the place.
func (l *list) pageOf(k known) *widgets.Page {
	w := l.host.Words()
	name, other := scripts(l.host, k.place)
	var badges []fyne.CanvasObject
	if !k.place.InArea {
		badges = append(badges, widgets.NewBadge(w.T("places.outside"), widgets.Plain))
	}
	actions := []fyne.CanvasObject{
		record.EditButton(l.host, l.Edit),
		widgets.SecondaryButton(w.T("places.new_engagement"), func() {
			l.host.Go(screens.Place{Area: screens.Engagements, Edit: true, Filter: data.EngagementFilter{Settlements: []data.ID{k.place.ID}}})
		}),
		widgets.SecondaryButton(w.T("places.new_stakeholder"), func() {
			l.host.Go(screens.Place{Area: screens.Stakeholders, Edit: true, Filter: data.StakeholderFilter{Settlement: k.place.ID}})
		}),
	}
	coordinates := groups[1].Facts(l.host, k.place, nil, nil)
	if k.place.Lat == nil {
		coordinates = look.NewWrapped(w.T("places.coordinates.unknown"), look.Style{Size: look.SizeBody, Color: look.ColorSecondary})
	}
	var scroll *widgets.Page
	entries := record.History(l.host, k.place.ID, k.history, nil)
	scroll = record.Page(
		record.Head(name, other, badges, actions),
		groups[0].Facts(l.host, k.place, nil, nil),
		record.Section(w.T("places.section.stakeholders"), l.who(k)),
		record.Section(w.T("places.section.engagements"), l.engagements(k)),
		record.Section(w.T("commitments.title"), record.CommitmentLines(l.host, k.promises, data.CommitmentFilter{Settlement: k.place.ID}, name)),
		record.Section(w.T("places.coordinates"), coordinates),
		record.Section(w.T("places.section.history"), record.HistoryView(l.host, entries, func() { scroll.Refresh() })),
	)
	return scroll
}

func (l *list) quiet(text string) fyne.CanvasObject {
	return look.NewWrapped(text, look.Style{Size: look.SizeBody, Color: look.ColorSecondary})
}

func (l *list) who(k known) fyne.CanvasObject {
	w := l.host.Words()
	if len(k.who) == 0 {
		return l.quiet(w.T("places.stakeholders.none"))
	}
	var ls []fyne.CanvasObject
	for _, r := range k.who {
		link := widgets.NewLink(r.Name, func() { l.host.Go(screens.Place{Area: screens.Stakeholders, Record: r.ID}) })
		said := record.Post(r)
		if said == "" && len(r.Groups) > 0 {
			said = l.host.Term(data.Groups.List, r.Groups[0])
		}
		ls = append(ls, widgets.Flow(look.Unit*1.5, link, look.NewText(said, look.Style{Size: look.SizeBody, Color: look.ColorSecondary})))
	}
	if k.living > len(k.who) {
		all := screens.Place{Area: screens.Stakeholders, Filter: data.StakeholderFilter{Settlement: k.place.ID}}
		ls = append(ls, widgets.NewLink(w.N("places.stakeholders.all", k.living), func() { l.host.Go(all) }))
	}
	return widgets.Column(look.Unit/2, ls...)
}

func (l *list) engagements(k known) fyne.CanvasObject {
	w := l.host.Words()
	if len(k.engagements) == 0 {
		return l.quiet(w.T("places.engagements.none"))
	}
	var ls []fyne.CanvasObject
	for _, e := range k.engagements {
		ls = append(ls, record.EngagementLine(l.host, e))
	}
	if k.held > len(k.engagements) {
		all := screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{Settlements: []data.ID{k.place.ID}}}
		ls = append(ls, widgets.NewLink(w.N("places.engagements.all", k.held), func() { l.host.Go(all) }))
	}
	return widgets.Column(look.Unit/2, ls...)
}
