package engagements

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// page is all there is to read about one engagement.
type page struct {
	l      *list
	host   screens.Host
	w      *i18n.Printer
	e      *data.Engagement
	names  record.Names
	files  []*data.Attachment
	became map[data.ID][]mention // what its points became
	old    []record.Entry        // history, when it was asked for
}

// read reads an engagement, also one in the bin.
func (l *list) read(ctx context.Context, id data.ID) (*page, error) {
	p := &page{l: l, host: l.host, w: l.w}
	var err error
	if p.e, err = l.db.Engagement(ctx, id); err != nil {
		return nil, err
	}
	if p.files, err = l.db.Attachments(ctx, data.Engagements, id); err != nil {
		return nil, err
	}
	if p.became, err = mentions(ctx, l.host, l.db, id); err != nil {
		return nil, err
	}
	if p.names, err = record.Resolve(ctx, l.db, p.e); err != nil {
		return nil, err
	}
	if told := l.told.Load(); told != nil && *told == id {
		p.old, err = l.history(ctx, id)
	}
	return p, err
}

func (l *list) history(ctx context.Context, id data.ID) ([]record.Entry, error) {
	changes, err := l.db.History(ctx, data.Engagements.Name, id)
	if err != nil {
		return nil, err
	}
	names, err := record.ResolveChanges(ctx, l.db, changes)
	if err != nil {
		return nil, err
	}
	return record.History(l.host, id, changes, names), nil
}

// Subject is the engagement.
func (p *page) Subject() data.Record { return p.e }

// Heading is its title, whether it was held, and whether it is restricted.
func (p *page) Heading() record.Heading {
	e := p.e
	status := widgets.StatusNote
	switch e.Status {
	case "held":
		status = widgets.StatusDone
	case "cancelled":
		status = widgets.StatusSoon
	}
	badges := []fyne.CanvasObject{widgets.NewBadge(p.host.Term(data.Statuses.List, e.Status), status)}
	if e.Restricted() {
		badges = append(badges, widgets.NewBadge(p.host.Term(data.Confidentiality.List, e.Confidentiality), widgets.StatusOverdue))
	}
	h := record.Heading{Title: e.Title, Number: e.Number, Badges: badges}
	if brief := record.BriefingButton(p.host, p); brief != nil {
		h.Actions = append(h.Actions, brief)
	}
	return h
}

// Briefing is the one of where it is, for this meeting.
func (p *page) Briefing() (screens.Place, bool) {
	return screens.Place{Area: screens.Briefing, Record: p.e.Settlement, Filter: p.e.ID}, !p.e.Settlement.IsZero()
}

// Body is the rest; what is not known is not shown.
func (p *page) Body(resized func()) []fyne.CanvasObject {
	e := p.e
	return []fyne.CanvasObject{
		p.facts(),
		record.Section(p.cameTitle(), p.came()...),
		record.Section(p.saidTitle(), p.said()...),
		p.next(),
		p.text("shared", e.Shared), p.text("agenda", e.Agenda), p.text("notes", e.Notes),
		p.rest(),
		record.NewAttachments(p.host, p.l.db, p.e, p.files, resized).View,
		p.historyPart(resized),
	}
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
func (p *page) historyPart(resized func()) fyne.CanvasObject {
	if p.old != nil {
		return record.Section(p.w.T("common.history"), record.HistoryView(p.host, p.old, resized))
	}
	return record.Section(p.w.T("common.history"), beside(widgets.NewLink(p.w.T("engagements.history"), p.showHistory)))
}

// showHistory reads every change and shows it in place of the way to it.
func (p *page) showHistory() {
	p.l.told.Store(&p.e.ID)
	p.l.Reread()
}
