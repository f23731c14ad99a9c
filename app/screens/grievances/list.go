package grievances

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

type (
	filter = data.FollowFilter
	list   = record.List[data.FollowRow, filter]
)

// List is all grievances; with place.Record it shows the page of that one. Without a filter it shows what is open, the nearest limit first.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	of := record.FollowListOf(host, db, data.Grievances, "description", data.FollowOverdue, data.FollowDueSoon, data.FollowOpen, data.FollowUntold, data.GrievanceClosed)
	of.Area, of.Words, of.Icon = screens.Grievances, "grievances", theme.WarningIcon()
	of.Columns = columns(host, of.Columns)
	of.Read = func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) }
	of.Steps = steps(host.Officer())
	of.Values = officers(db)
	of.Chips = append(of.Chips, record.OneOf("grievance.severity", host.Choices(data.Severities.List), func(f *filter) *string { return &f.Severity }))
	return record.NewList(host, db, place, of)
}

// columns adds the number and how serious it is; the state says the step, behind by how much its limit is past.
func columns(host screens.Host, cols []widgets.Col[data.FollowRow]) []widgets.Col[data.FollowRow] {
	w := host.Words()
	type row = data.FollowRow
	quiet := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	limit, text, state := &cols[0], &cols[1], &cols[2]
	limit.Title, text.Title = w.T("grievances.limit"), w.T("grievances.from_point")
	limit.Width = max(limit.Width, look.Measure(limit.Title, look.LabelStyle)+22) // with the mark of the order
	limit.Text = func(r row) string { return w.Day(r.Due) }                       // none once it is closed
	text.Width, state.Width = 130, 170
	state.Text = func(r row) string {
		word, _ := record.FollowWords(host, r)
		if step := host.Term(data.StepKinds.List, r.Status); r.Overdue(record.Today(host)) || r.Soon(record.Today(host)) {
			word += " · " + step
		}
		if r.Restricted {
			word += " · " + host.Term(data.Confidentiality.List, "restricted")
		}
		return word
	}
	number := widgets.Col[row]{ID: "number", Title: record.Label(host, data.Grievances, "number"), Width: 128, Priority: 5, Text: func(r row) string { return r.Number }, Style: quiet}
	severity := widgets.Col[row]{ID: "severity", Title: record.Label(host, data.Grievances, "severity"), Width: 90, Priority: 4,
		Text: func(r row) string { return host.Term(data.Severities.List, r.Severity) }, Style: quiet}
	return slices.Insert(slices.Insert(cols, 3, severity), 1, number)
}

// officers proposes our own people where one of them is meant.
func officers(db Store) func(column, typed string) []string {
	return func(column, typed string) []string {
		if column != "owner" && column != "received_by" && column != "who" {
			return nil
		}
		return record.OfficerNames(context.Background(), db, typed)
	}
}
