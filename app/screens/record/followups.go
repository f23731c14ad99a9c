package record

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Latest is how many follow-ups of a kind the page of another record shows.
const Latest = 5

// followAreas are where the follow-ups of a type are seen, and the message that names them all.
var followAreas = map[string]struct{ area, title, all string }{
	data.Issues.Name:      {screens.Issues, "issues.title", "issues.clear"},
	data.Commitments.Name: {screens.Commitments, "commitments.title", "commitments.clear"},
	data.Grievances.Name:  {screens.Grievances, "grievances.title", "grievances.clear"},
	data.Tasks.Name:       {screens.Tasks, "tasks.title", "tasks.clear"},
}

// FollowPlace is where one follow-up is seen.
func FollowPlace(r data.FollowRow) screens.Place {
	return screens.Place{Area: followAreas[r.Type].area, Record: r.ID}
}

// FollowReader is what reading follow-ups asks of the store.
type FollowReader interface {
	Follows(ctx context.Context, f data.FollowFilter, p data.Page) (data.FollowPage, error)
}

// FollowUps are what was raised, promised, complained of and has to be done about another record: the newest of each kind.
type FollowUps struct {
	of    data.FollowFilter
	pages []data.FollowPage // in the order of data.FollowTypes
}

// ReadFollowUps reads those that the filter leaves.
func ReadFollowUps(ctx context.Context, db FollowReader, f data.FollowFilter) (FollowUps, error) {
	u := FollowUps{of: f}
	for _, t := range data.FollowTypes() {
		f.Types, f.ByDay, f.Descending = []string{t.Name}, true, true
		page, err := db.Follows(ctx, f, data.Page{Limit: Latest})
		if err != nil {
			return u, err
		}
		u.pages = append(u.pages, page)
	}
	return u, nil
}

// Sections show each kind that there is, under its heading, with a way to all of it; title says whose they are.
func (u FollowUps) Sections(host screens.Host, title string) (out []fyne.CanvasObject) {
	for i, t := range data.FollowTypes() {
		f := u.of
		f.Types = []string{t.Name}
		out = append(out, FollowSection(host, u.pages[i], f, title))
	}
	return out
}

// FollowSection shows follow-ups of one kind under its heading; nil when there are none.
func FollowSection(host screens.Host, page data.FollowPage, all data.FollowFilter, title string) fyne.CanvasObject {
	if len(page.Rows) == 0 {
		return nil
	}
	w, of := host.Words(), followAreas[page.Rows[0].Type]
	var ls []fyne.CanvasObject
	for _, r := range page.Rows {
		ls = append(ls, FollowLine(host, r))
	}
	if page.Next != "" {
		ls = append(ls, widgets.NewLink(w.T(of.all), func() { host.Go(screens.Place{Area: of.area, Filter: all, Title: title}) }))
	}
	return Section(w.T(of.title), widgets.Column(look.Unit, ls...))
}

// FollowLine mentions a follow-up on the page of another record: its words as a link, its number and date, what it has come to.
func FollowLine(host screens.Host, r data.FollowRow) fyne.CanvasObject {
	link := widgets.NewLink(data.CleanLine(r.Text), func() { host.Go(FollowPlace(r)) })
	return widgets.Column(0, link, widgets.Flow(look.Unit*1.5, look.NewText(FollowMention(host, r), look.SecondaryStyle), FollowBadge(host, r)))
}

// FollowMention is the number with the day by which it is due.
func FollowMention(host screens.Host, r data.FollowRow) string {
	if r.Due == "" || !r.Open {
		return r.Number
	}
	return host.Words().T("follow.mention", "Number", r.Number, "Due", host.Words().Day(r.Due))
}

// FollowBadges head the page of a follow-up: what it has come to, and that it is restricted.
func FollowBadges(host screens.Host, r data.FollowRow, confidentiality string) []fyne.CanvasObject {
	badges := []fyne.CanvasObject{FollowBadge(host, r)}
	if confidentiality == "restricted" {
		badges = append(badges, widgets.NewBadge(host.Term(data.Confidentiality.List, confidentiality), widgets.StatusOverdue))
	}
	return badges
}

// TaskAbout is the form of a new task about a promise, an issue or a grievance: it takes over where that belongs.
func TaskAbout(about data.Record, text string) screens.Place {
	task := &data.Task{Text: text}
	for _, f := range data.Tasks.Fields {
		if f.Name == about.Type().Name {
			*f.Ptr(task).(*data.ID) = about.Head().ID
		}
		if from, ok := about.Type().Field(f.Name); ok && (f.Name == "settlement" || f.Name == "engagement" || f.Name == "point" || f.Name == "topic" || f.Name == "confidentiality") {
			switch p := f.Ptr(task).(type) {
			case *data.ID:
				*p = *from.Ptr(about).(*data.ID)
			case *string:
				*p = *from.Ptr(about).(*string)
			}
		}
	}
	return screens.Place{Area: screens.Tasks, Edit: true, Filter: task}
}

// TasksAbout narrows the tasks to those about a promise, an issue or a grievance.
func TasksAbout(about data.Record) data.FollowFilter {
	return data.FollowFilter{Types: []string{data.Tasks.Name}, About: about.Head().ID}
}
