package issues

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// page shows one issue, what was answered and what follows from it.
type page struct {
	record.Known
	x     *data.Issue
	tasks data.FollowPage // about it
}

func read(ctx context.Context, host screens.Host, db Store, id data.ID) (page, error) {
	x, err := db.Issue(ctx, id)
	if err != nil {
		return page{}, err
	}
	p := page{x: x}
	if p.Known, err = record.Know(ctx, host, db, x); err != nil {
		return p, err
	}
	p.tasks, err = db.Follows(ctx, record.TasksAbout(x), data.Page{Limit: record.Latest})
	return p, err
}

// Heading is what was raised, with what has become of it.
func (p page) Heading() record.Heading {
	x := p.x
	row := data.FollowRow{Type: data.Issues.Name, ID: x.ID, Status: x.Status(), Open: x.Status() == data.IssueOpen, Untold: x.Untold()}
	h := record.Heading{Title: x.Text, Number: x.Number, Badges: record.FollowBadges(p.Host, row, x.Confidentiality)}
	if x.Status() == data.IssueOpen {
		h.Actions = []fyne.CanvasObject{
			widgets.QuietButton(p.Host.Words().T("tasks.make"), func() { p.Host.Go(record.TaskAbout(x, x.Text)) }),
		}
	}
	return h
}

// Body is the rest; what is not known is not shown.
func (p page) Body(resized func()) []fyne.CanvasObject {
	w := p.Host.Words()
	f := p.AddTo(widgets.NewFacts(), "kind", "topic", "severity", "raised_on")
	var by []*widgets.Link
	for _, r := range p.x.Raisers {
		by = append(by, p.Link(screens.Stakeholders, r.Stakeholder))
	}
	f.AddLinks(record.Label(p.Host, data.Raisers, "stakeholder"), by...)
	p.AddLink(f, "engagement", screens.Engagements)
	p.AddLink(f, "settlement", screens.Places)
	p.AddTo(f, "owner")
	return []fyne.CanvasObject{
		f,
		record.Section(w.T("issues.section.answer"), p.Facts("response", "response_by", "response_on")),
		record.Section(w.T("issues.section.told"), p.Facts("told_on", "told_whom", "told_how")),
		record.Section(w.T("issues.section.closed"), p.Facts("closed_on", "closed_why")),
		record.FollowSection(p.Host, p.tasks, record.TasksAbout(p.x), p.x.Number),
		record.Section(w.T("issues.section.other"), p.Facts("confidentiality", "tags", "notes")),
		p.Attachments(resized),
		p.History(resized),
	}
}
