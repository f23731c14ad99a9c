package tasks

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// page shows one task, and what it is about.
type page struct {
	record.Known
	x *data.Task
}

func read(ctx context.Context, host screens.Host, db Store, id data.ID) (page, error) {
	x, err := db.Task(ctx, id)
	if err != nil {
		return page{}, err
	}
	k, err := record.Know(ctx, host, db, x)
	return page{k, x}, err
}

// Heading is what has to be done, and whether it was.
func (p page) Heading() record.Heading {
	x := p.x
	row := data.FollowRow{Type: data.Tasks.Name, ID: x.ID, Status: x.Status(), Open: x.DoneOn == "", Due: x.Due}
	return record.Heading{Title: x.Text, Number: x.Number, Badges: record.FollowBadges(p.Host, row, x.Confidentiality)}
}

// about are the fields that point at what the task is about, and where that is seen.
var about = []struct{ column, area string }{
	{"engagement", screens.Engagements}, {"stakeholder", screens.Stakeholders}, {"settlement", screens.Places},
	{"issue", screens.Issues}, {"commitment", screens.Commitments}, {"grievance", screens.Grievances},
}

// Body is the rest; what is not known is not shown.
func (p page) Body(resized func()) []fyne.CanvasObject {
	w := p.Host.Words()
	f := p.AddTo(widgets.NewFacts(), "due", "owner", "made_on")
	for _, a := range about {
		p.AddLink(f, a.column, a.area)
	}
	p.AddTo(f, "topic")
	return []fyne.CanvasObject{
		f,
		record.Section(w.T("tasks.section.done"), p.Facts("done_on", "outcome")),
		record.Section(w.T("tasks.section.other"), p.Facts("confidentiality", "tags", "notes")),
		p.Attachments(resized),
		p.History(resized),
	}
}
