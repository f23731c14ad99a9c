package tasks

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

type list = record.List[data.FollowRow, data.FollowFilter]

// List is what has to be done; with place.Record it shows that task's page. Without a filter it shows what is open, the most urgent first.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	of := record.FollowListOf(host, db, data.Tasks, "text", data.FollowOverdue, data.FollowDueSoon, data.FollowOpen, data.TaskDone)
	of.Area, of.Words, of.Icon = screens.Tasks, "tasks", theme.ListIcon()
	of.Columns[1].Title = host.Words().T("tasks.from_point")
	of.Read = func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) }
	of.Steps = steps
	return record.NewList(host, db, place, of)
}

// steps are what happens to a task.
var steps = []record.Step{
	{Word: "tasks.step.done", Said: "tasks.step.done.said", Type: data.Tasks, Columns: []string{"done_on", "outcome"},
		Fits: func(r data.Record) bool { return of(r).DoneOn == "" },
		Of:   func(r data.Record, today data.Date) data.Record { of(r).DoneOn = today; return r }},
	{Word: "tasks.step.again", Said: "tasks.step.again.said", Type: data.Tasks,
		Fits: func(r data.Record) bool { return of(r).DoneOn != "" },
		Of: func(r data.Record, today data.Date) data.Record {
			of(r).DoneOn, of(r).Outcome = "", ""
			return r
		}},
}

func of(r data.Record) *data.Task { return r.(*data.Task) }
