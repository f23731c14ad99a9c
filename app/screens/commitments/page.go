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

// page shows one promise, and what has become of it.
type page struct {
	record.Known
	c     *data.Commitment
	tasks data.FollowPage // about it
}

func read(ctx context.Context, host screens.Host, db Store, id data.ID) (page, error) {
	c, err := db.Commitment(ctx, id)
	if err != nil {
		return page{}, err
	}
	p := page{c: c}
	if p.Known, err = record.Know(ctx, host, db, c); err != nil {
		return p, err
	}
	p.tasks, err = db.Follows(ctx, record.TasksAbout(c), data.Page{Limit: record.Latest})
	return p, err
}

// Heading is the promise with what has come of it.
func (p page) Heading() record.Heading {
	c := p.c
	row := data.FollowRow{Type: data.Commitments.Name, ID: c.ID, Status: c.Status(), Open: c.Status() == data.CommitmentOpen, Untold: c.Untold(), Due: c.LatestDue()}
	badges := record.FollowBadges(p.Host, row, c.Confidentiality)
	if c.WithdrawnOn != "" && c.ToldOn != "" {
		badges = append(badges, widgets.NewBadge(p.Host.Words().T("commitments.told"), widgets.StatusDone))
	}
	h := record.Heading{Title: c.Promise, Number: c.Number, Badges: badges}
	if c.Status() == data.CommitmentOpen {
		h.Actions = []fyne.CanvasObject{widgets.QuietButton(p.Host.Words().T("tasks.make"), func() { p.Host.Go(record.TaskAbout(c, c.Promise)) })}
	}
	return h
}

// Body is the rest; what is not known is not shown.
func (p page) Body(resized func()) []fyne.CanvasObject {
	w := p.Host.Words()
	return []fyne.CanvasObject{
		p.facts(),
		record.Section(w.T("commitments.section.moved"), p.moved()),
		record.Section(w.T("commitments.section.done"), p.Facts("done_on", "evidence")),
		record.Section(w.T("commitments.section.withdrawn"), p.Facts("withdrawn_on", "withdrawn_why", "withdrawn_agreed")),
		record.Section(w.T("commitments.section.told"), p.Facts("told_on", "told_whom", "told_how")),
		record.FollowSection(p.Host, p.tasks, record.TasksAbout(p.c), p.c.Number),
		record.Section(w.T("commitments.section.other"), p.Facts("confidentiality", "tags", "notes")),
		p.Attachments(resized),
		p.History(resized),
	}
}

// facts are who promised what to whom, where and by when.
func (p page) facts() fyne.CanvasObject {
	w := p.Host.Words()
	f := widgets.NewFacts()
	if due := p.c.LatestDue(); due != "" && due != p.c.Due {
		f.Add(w.T("commitments.due_now"), w.Day(due))
	}
	p.AddTo(f, "due", "owner")
	var to []*widgets.Link
	for _, r := range p.c.Recipients {
		to = append(to, p.Link(screens.Stakeholders, r.Stakeholder))
	}
	f.AddLinks(record.Label(p.Host, data.Recipients, "stakeholder"), to...)
	p.AddTo(f, "made_on", "made_by")
	p.AddLink(f, "engagement", screens.Engagements)
	p.AddLink(f, "settlement", screens.Places)
	return p.AddTo(f, "topic")
}

// moved are the dates that it was moved to, each with its reason.
func (p page) moved() fyne.CanvasObject {
	w := p.Host.Words()
	var ls []fyne.CanvasObject
	for _, r := range p.c.Revisions {
		ls = append(ls, widgets.Column(0, look.Body(w.T("commitments.moved_to", "On", w.Day(r.On), "Due", w.Day(r.Due))), look.NewWrapped(r.Reason, look.SecondaryStyle)))
	}
	if len(ls) == 0 {
		return nil
	}
	return widgets.Column(look.Unit, ls...)
}
