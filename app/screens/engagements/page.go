package engagements

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// page is all there is to read about one engagement.
type page struct {
	host  screens.Host
	db    Store
	w     *i18n.Printer
	moved func() // to the bin or back

	e      *data.Engagement
	names  record.Names
	became map[data.ID][]mention // what its points became
	turn   int
	scroll *widgets.Page
	parts  *fyne.Container
	root   *fyne.Container
	old    []record.Entry // history, when it was asked for
	then   func()         // once, when an engagement is shown
}

func newPage(host screens.Host, db Store, moved func()) *page {
	return &page{host: host, db: db, w: host.Words(), moved: moved, root: container.NewStack()}
}

// show loads an engagement; the page of the same one stays where it was scrolled to.
func (p *page) show(id data.ID) {
	p.turn++
	turn := p.turn
	var e *data.Engagement
	var names record.Names
	var became map[data.ID][]mention
	var old []record.Entry
	open := p.e != nil && p.e.ID == id && p.old != nil
	p.host.Load(func(ctx context.Context) (err error) {
		e, err = p.db.Engagement(ctx, id)
		if data.ErrorCode(err) == missing {
			return nil
		}
		if err != nil {
			return err
		}
		if became, err = mentions(ctx, p.host, p.db, id); err != nil {
			return err
		}
		if names, err = record.Resolve(ctx, p.db, e); err != nil || !open {
			return err
		}
		old, err = p.history(ctx, id)
		return err
	}, func() {
		switch {
		case turn != p.turn:
		case e == nil:
			p.tell(p.w.T("record.gone"))
		default:
			same := p.e != nil && p.e.ID == e.ID && p.scroll != nil
			p.e, p.names, p.became, p.old = e, names, became, old
			p.fill(same)
		}
	})
}

// clear shows no engagement; some tells whether there are any to choose from.
func (p *page) clear(some bool) {
	p.turn++
	text := ""
	if some {
		text = p.w.T("engagements.choose")
	}
	p.tell(text)
}

// tell says something in place of an engagement.
func (p *page) tell(text string) {
	p.e, p.scroll, p.old = nil, nil, nil
	p.root.Objects = nil
	if text != "" {
		p.root.Objects = []fyne.CanvasObject{widgets.NewEmpty(theme.DocumentIcon(), text, "", nil)}
	}
	p.root.Refresh()
}

func (p *page) history(ctx context.Context, id data.ID) ([]record.Entry, error) {
	changes, err := p.db.History(ctx, data.Engagements.Name, id)
	if err != nil {
		return nil, err
	}
	names, err := record.ResolveChanges(ctx, p.db, changes)
	if err != nil {
		return nil, err
	}
	return record.History(p.host, id, changes, names), nil
}

func (p *page) fill(stay bool) {
	e := p.e
	parts := record.Parts(look.Unit*3,
		p.head(),
		p.facts(),
		record.Section(p.cameTitle(), p.came()...),
		record.Section(p.saidTitle(), p.said()...),
		p.next(),
		p.text("shared", e.Shared), p.text("agenda", e.Agenda), p.text("notes", e.Notes),
		p.rest(),
		p.historyPart(),
	).Objects
	if !stay {
		p.parts = widgets.Column(look.Unit * 3)
		p.scroll = widgets.NewPage(p.parts)
		p.root.Objects = []fyne.CanvasObject{p.scroll}
		p.root.Refresh()
	}
	p.parts.Objects = parts
	p.parts.Refresh()
	p.scroll.Refresh()
	if then := p.then; then != nil {
		p.then = nil
		then()
	}
}

// read gives the keys to the page, as soon as there is one.
func (p *page) read() {
	if p.scroll == nil {
		p.then = p.read
		return
	}
	widgets.Focus(p.scroll)
}

func (p *page) head() fyne.CanvasObject {
	e := p.e
	var badges, actions []fyne.CanvasObject
	if e.Binned {
		badges = append(badges, widgets.NewBadge(p.w.T("engagements.in_bin"), widgets.StatusOverdue))
	}
	status := widgets.StatusNote
	switch e.Status {
	case "held":
		status = widgets.StatusDone
	case "cancelled":
		status = widgets.StatusSoon
	}
	badges = append(badges, widgets.NewBadge(p.host.Term(data.Statuses.List, e.Status), status))
	if e.Restricted() {
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Confidentiality.List, e.Confidentiality), widgets.StatusOverdue))
	}
	if e.Binned {
		actions = append(actions, widgets.SecondaryButton(p.w.T("common.restore"), func() { p.move(false) }).WithIcon(theme.ContentUndoIcon()))
	} else {
		actions = append(actions,
			record.EditButton(p.host, func() { p.host.Go(screens.Place{Area: screens.Engagements, Record: e.ID, Edit: true}) }),
			record.BinButton(p.host, func() { p.move(true) }))
	}
	return record.Head(e.Title, e.Number, badges, actions)
}

// when says the day, the hours and how long it took.
func (p *page) when() string {
	e := p.e
	said := p.w.Moment(e.Start)
	if !e.End.Known() {
		return said
	}
	if e.End.Date() == e.Start.Date() && e.End.Timed {
		said += "–" + p.w.Clock(e.End.Local())
	} else if e.End.Date() != e.Start.Date() {
		said += " – " + p.w.Moment(e.End)
	}
	if e.Start.Timed && e.End.Timed {
		if d := e.End.At.Sub(e.Start.At); d > 0 && d < 24*time.Hour {
			said += " (" + p.duration(d) + ")"
		}
	}
	return said
}

func (p *page) duration(d time.Duration) string {
	hours, minutes := int(d.Hours()), int(d.Minutes())%60
	switch {
	case hours == 0:
		return p.w.T("engagements.minutes", "Minutes", minutes)
	case minutes == 0:
		return p.w.T("engagements.hours", "Hours", hours)
	}
	return p.w.T("engagements.hours_minutes", "Hours", hours, "Minutes", minutes)
}

// facts are what a reader asks first.
func (p *page) facts() fyne.CanvasObject {
	e := p.e
	f := widgets.NewFacts()
	f.Add(p.w.T("engagements.when"), p.when())
	if !e.Settlement.IsZero() {
		f.AddLinks(p.label("settlement"), widgets.NewLink(p.names.Of(p.host, e.Settlement), func() {
			p.host.Go(screens.Place{Area: screens.Places, Record: e.Settlement})
		}))
	}
	return p.say(f, "venue", "kind", "purpose", "cancelled_why", "initiator", "officers")
}

// rest are the facts that matter to the file more than to the reader.
func (p *page) rest() fyne.CanvasObject {
	return record.Section(p.w.T("engagements.rest"), p.say(widgets.NewFacts(), "planned", "formality", "project", "languages", "minutes_language", "confidentiality", "tags"))
}

// say adds the columns that say something.
func (p *page) say(f *widgets.Facts, columns ...string) fyne.CanvasObject {
	for _, column := range columns {
		if d, _ := p.e.Type().Field(column); !d.IsZero(p.e) || column == "planned" {
			f.Add(p.label(column), record.Say(p.host, p.e, column, p.names))
		}
	}
	return f
}

func (p *page) label(column string) string { return record.Label(p.host, data.Engagements, column) }

func (p *page) next() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if p.e.NextSteps != "" {
		parts = append(parts, look.Body(p.e.NextSteps))
	}
	if p.e.NextMeeting != "" {
		parts = append(parts, widgets.NewFacts().Add(p.label("next_meeting"), p.w.Day(p.e.NextMeeting)))
	}
	return record.Section(p.w.T("engagements.next"), parts...)
}

// text is a long text under its label; nil without one.
func (p *page) text(column, text string) fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return record.Section(p.label(column), look.Body(text))
}

// historyPart is a way to the history, or the history.
func (p *page) historyPart() fyne.CanvasObject {
	if p.old != nil {
		return record.Section(p.w.T("common.history"), record.HistoryView(p.host, p.old, func() { p.scroll.Refresh() }))
	}
	return record.Section(p.w.T("common.history"), beside(widgets.NewLink(p.w.T("engagements.history"), p.showHistory)))
}

// showHistory loads every change and shows it in place of the way to it.
func (p *page) showHistory() {
	id := p.e.ID
	var old []record.Entry
	p.host.Load(func(ctx context.Context) (err error) {
		old, err = p.history(ctx, id)
		return err
	}, func() {
		if p.e != nil && p.e.ID == id {
			p.old = old
			p.fill(true)
		}
	})
}

// move moves the engagement to the bin, or out of it.
func (p *page) move(toBin bool) {
	e := p.e
	var batch data.ID
	p.host.Load(func(ctx context.Context) (err error) {
		if toBin {
			batch, err = p.db.Bin(ctx, data.Engagements.Name, e.ID)
		} else {
			batch, err = p.db.Restore(ctx, data.Engagements.Name, e.ID)
		}
		return err
	}, func() {
		word := "engagements.restored"
		if toBin {
			word = "engagements.binned"
		}
		p.host.Done(p.w.T(word, "Title", e.Title), batch)
		p.moved()
	})
}
