package record

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Today is the day it is where the mine lies.
func Today(host screens.Host) data.Date { return data.DateOf(host.Now().In(data.HomeZone())) }

// CommitmentBadge says in words what a promise has come to, and how long it is overdue.
func CommitmentBadge(host screens.Host, c data.CommitmentRow) *widgets.Badge {
	return widgets.NewBadge(CommitmentWords(host, c))
}

// CommitmentWords are the words of the badge with what its colour says.
func CommitmentWords(host screens.Host, c data.CommitmentRow) (string, widgets.Status) {
	w, today := host.Words(), Today(host)
	switch {
	case c.Overdue(today):
		return w.N("commitments.overdue", data.Period{From: c.Due, To: today}.Days()-1), widgets.StatusOverdue
	case c.Status == data.CommitmentOpen && c.Due == today:
		return w.T("commitments.due_today"), widgets.StatusSoon
	case c.Soon(today):
		return w.N("commitments.due_in", data.Period{From: today, To: c.Due}.Days()-1), widgets.StatusSoon
	case c.Status == data.CommitmentDone:
		return w.T("commitments.state.done"), widgets.StatusNote
	case c.Status == data.CommitmentTold:
		return w.T("commitments.state.told"), widgets.StatusDone
	case c.Status == data.CommitmentWithdrawn:
		return w.T("commitments.state.withdrawn"), widgets.Plain
	}
	return w.T("commitments.state.open"), widgets.Plain
}

// CommitmentLine mentions a promise on the page of another record: what was promised as a link, its number and date, what it has come to.
func CommitmentLine(host screens.Host, c data.CommitmentRow) fyne.CanvasObject {
	said := c.Number
	if c.Due != "" {
		said = host.Words().T("commitments.mention", "Number", c.Number, "Due", host.Words().Day(c.Due))
	}
	link := widgets.NewLink(data.CleanLine(c.Promise), func() { host.Go(screens.Place{Area: screens.Commitments, Record: c.ID}) })
	return widgets.Column(0, link, widgets.Flow(look.Unit*1.5, look.NewText(said, look.SecondaryStyle), CommitmentBadge(host, c)))
}

// CommitmentLines are the promises on the page of another record, with a way to all of them when there are more; nil without any.
func CommitmentLines(host screens.Host, page data.CommitmentPage, all data.CommitmentFilter, title string) fyne.CanvasObject {
	if len(page.Rows) == 0 {
		return nil
	}
	var ls []fyne.CanvasObject
	for _, c := range page.Rows {
		ls = append(ls, CommitmentLine(host, c))
	}
	if page.Next != "" {
		ls = append(ls, widgets.NewLink(host.Words().T("commitments.all"), func() {
			host.Go(screens.Place{Area: screens.Commitments, Filter: all, Title: title})
		}))
	}
	return widgets.Column(look.Unit, ls...)
}
