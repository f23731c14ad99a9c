package commitments

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// known is all that the page of one promise shows.
type known struct {
	c         *data.Commitment
	names     record.Names
	history   []data.Change
	mentioned record.Names // in the history
}

func load(ctx context.Context, db Store, id data.ID) (k known, err error) {
	if k.c, err = db.Commitment(ctx, id); err != nil {
		return k, err
	}
	if k.names, err = record.Resolve(ctx, db, k.c); err != nil {
		return k, err
	}
	if k.history, err = db.History(ctx, data.Commitments.Name, id); err != nil {
		return k, err
	}
	k.mentioned, err = record.ResolveChanges(ctx, db, k.history)
	return k, err
}

// page shows one promise, and what can be done about it.
type page struct {
	l     *list
	host  screens.Host
	known known
	step  *step // being said, nil when nothing is

	scroll *widgets.Page
}

// open shows the page of a promise beside the rows. The page that is there stays until the other is read.
func (l *list) open(id data.ID) {
	l.opened++
	opened := l.opened
	var k known
	var gone bool
	l.host.Load(func(ctx context.Context) (err error) {
		k, err = load(ctx, l.db, id)
		if gone = data.ErrorCode(err) == "record.missing"; gone {
			return nil
		}
		return err
	}, func() {
		switch {
		case opened != l.opened:
		case gone:
			l.leavePage()
		default:
			before := l.page
			l.page = &page{l: l, host: l.host, known: k}
			l.page.show()
			if before != nil && before.known.c.ID == k.c.ID {
				l.page.scroll.ScrollTo(before.scroll.Offset())
			}
			if before != nil && before.scroll.HasFocus() {
				widgets.Focus(l.page.scroll)
			}
			if then := l.then; then != nil {
				l.then = nil
				then()
			}
		}
	})
}

// leavePage shows no promise.
func (l *list) leavePage() {
	l.opened++
	l.record, l.page = data.ID{}, nil
	l.sides.SetDetail(l.nothing())
}

// show builds the page; what is not known is not shown.
func (p *page) show() {
	w := p.host.Words()
	var scroll *widgets.Page
	entries := record.History(p.host, p.known.c.ID, p.known.history, p.known.mentioned)
	var asked fyne.CanvasObject
	if p.step != nil {
		asked = p.step.view
	}
	scroll = record.Page(
		p.head(),
		asked,
		p.facts(),
		record.Section(w.T("commitments.section.moved"), p.moved()),
		record.Section(w.T("commitments.section.done"), p.say("done_on", "evidence")),
		record.Section(w.T("commitments.section.withdrawn"), p.say("withdrawn_on", "withdrawn_why", "withdrawn_agreed")),
		record.Section(w.T("commitments.section.told"), p.say("told_on", "told_whom", "told_how")),
		record.Section(w.T("commitments.section.other"), p.say("confidentiality", "tags", "notes")),
		record.Section(w.T("common.history"), record.HistoryView(p.host, entries, func() { scroll.Refresh() })),
	)
	p.scroll = scroll
	p.l.sides.SetDetail(scroll)
}

// row is the promise as lists have it.
func (p *page) row() data.CommitmentRow {
	c := p.known.c
	return data.CommitmentRow{ID: c.ID, Status: c.Status(), Due: c.LatestDue(), DoneOn: c.DoneOn, ToldOn: c.ToldOn}
}

// head is the promise with what has come of it, and what can be done next.
func (p *page) head() fyne.CanvasObject {
	c, w := p.known.c, p.host.Words()
	badges := []fyne.CanvasObject{record.CommitmentBadge(p.host, p.row())}
	if c.WithdrawnOn != "" && c.ToldOn != "" {
		badges = append(badges, widgets.NewBadge(w.T("commitments.told"), widgets.StatusDone))
	}
	if c.Restricted() {
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Confidentiality.List, c.Confidentiality), widgets.StatusOverdue))
	}
	if c.Binned {
		restore := widgets.SecondaryButton(w.T("common.restore"), p.restore)
		return widgets.Column(look.Unit*2, record.Banner(w.T("commitments.bin.banner"), restore), record.Head(c.Promise, c.Number, badges, nil))
	}
	var actions []fyne.CanvasObject
	if p.step == nil {
		for _, k := range stepsFor(c) {
			actions = append(actions, widgets.SecondaryButton(w.T(k.word), func() { p.ask(k) }))
		}
		actions = append(actions, record.EditButton(p.host, p.l.Edit), record.BinButton(p.host, p.bin))
	}
	return record.Head(c.Promise, c.Number, badges, actions)
}

// facts are who promised what to whom, where and by when.
func (p *page) facts() fyne.CanvasObject {
	c, w := p.known.c, p.host.Words()
	f := widgets.NewFacts()
	if due := c.LatestDue(); due != "" && due != c.Due {
		f.Add(w.T("commitments.due_now"), w.Day(due))
	}
	p.add(f, "due", "owner")
	var to []*widgets.Link
	for _, r := range c.Recipients {
		to = append(to, p.link(screens.Stakeholders, r.Stakeholder))
	}
	f.AddLinks(record.Label(p.host, data.Recipients, "stakeholder"), to...)
	p.add(f, "made_on", "made_by")
	if !c.Engagement.IsZero() {
		f.AddLinks(p.label("engagement"), p.link(screens.Engagements, c.Engagement))
	}
	if !c.Settlement.IsZero() {
		f.AddLinks(p.label("settlement"), p.link(screens.Places, c.Settlement))
	}
	return p.add(f, "topic")
}

func (p *page) link(area string, id data.ID) *widgets.Link {
	return widgets.NewLink(p.known.names.Of(p.host, id), func() { p.host.Go(screens.Place{Area: area, Record: id}) })
}

func (p *page) label(column string) string { return record.Label(p.host, data.Commitments, column) }

func (p *page) add(f *widgets.Facts, columns ...string) *widgets.Facts {
	for _, column := range columns {
		f.Add(p.label(column), record.Say(p.host, p.known.c, column, p.known.names))
	}
	return f
}

// say are facts of some columns; nil when nothing is known.
func (p *page) say(columns ...string) fyne.CanvasObject {
	for _, column := range columns {
		if f, _ := data.Commitments.Field(column); !f.IsZero(p.known.c) {
			return p.add(widgets.NewFacts(), columns...)
		}
	}
	return nil
}

// moved are the dates that it was moved to, each with its reason.
func (p *page) moved() fyne.CanvasObject {
	w := p.host.Words()
	var ls []fyne.CanvasObject
	for _, r := range p.known.c.Revisions {
		ls = append(ls, widgets.Column(0, look.Body(w.T("commitments.moved_to", "On", w.Day(r.On), "Due", w.Day(r.Due))), look.NewWrapped(r.Reason, look.SecondaryStyle)))
	}
	if len(ls) == 0 {
		return nil
	}
	return widgets.Column(look.Unit, ls...)
}

func (p *page) bin()     { p.change("commitments.binned", p.l.db.Bin) }
func (p *page) restore() { p.change("commitments.restored", p.l.db.Restore) }

func (p *page) change(said string, do func(context.Context, string, data.ID) (data.ID, error)) {
	c, l := p.known.c, p.l
	var batch data.ID
	l.host.Load(func(ctx context.Context) (err error) {
		batch, err = do(context.WithoutCancel(ctx), data.Commitments.Name, c.ID)
		return err
	}, func() {
		l.leavePage()
		l.sides.ShowList()
		l.host.Done(l.host.Words().T(said, "Number", c.Number), batch)
		l.load()
		widgets.Focus(l.table)
	})
}
