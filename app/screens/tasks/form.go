package tasks

import (
	"context"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

// Form is the form of place.Record, or of a new task when it is zero. In place.Filter a FollowFilter says what is known of the new one, or
// a task of its own what it is about.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	return record.NewForm(host, db, place, record.FormOf{
		Area: screens.Tasks, Type: data.Tasks, Start: "text", Groups: groups,
		Words: record.Words{New: "tasks.form.new", Edit: "tasks.form.edit", Saved: "tasks.form.saved"},
		Name:  func(r data.Record) string { return of(r).Number },
		Read:  func(ctx context.Context, id data.ID) (data.Record, error) { return db.Task(ctx, id) },
		New: func(asked any) data.Record {
			x := &data.Task{}
			switch known := asked.(type) {
			case data.FollowFilter:
				x.Settlement, x.Engagement, x.Stakeholder, x.Topic = known.Settlement, known.Engagement, known.Stakeholder, known.Topic
			case *data.Task:
				*x = *known
			}
			if x.Confidentiality == "" {
				x.Confidentiality = "internal"
			}
			x.MadeOn, x.Owner = record.Today(host), host.Officer()
			return x
		},
		Created: func(string) string { return "person" },
		Values: func(column, typed string) []string {
			if column != "owner" {
				return nil
			}
			return record.OfficerNames(context.Background(), db, typed)
		},
	})
}

// groups are the fields of the form. What came of it is written on the page, as a step; here it can be corrected.
var groups = []record.Group{
	{Lines: [][]record.Spec{
		{{Column: "text", Share: 1}},
		{{Column: "due", Least: 160}, {Column: "owner", Share: 1, Least: 200}, {Column: "made_on", Least: 150}},
		{{Column: "settlement", Share: 1, Least: 180}, {Column: "stakeholder", Share: 1, Least: 220}, {Column: "topic", Share: 1, Least: 180}},
	}},
	{Title: "tasks.section.done", When: func(r data.Record) bool { return of(r).DoneOn != "" }, Lines: [][]record.Spec{
		{{Column: "done_on", Least: 150, When: never}, {Column: "outcome", Share: 1, Least: 260, When: never}},
	}},
	{Title: "tasks.section.other", Lines: [][]record.Spec{
		{{Column: "confidentiality"}, {Column: "tags", Share: 1, Least: 240}},
		{{Column: "notes", Share: 1}},
	}},
}

func never(data.Record) bool { return false }
