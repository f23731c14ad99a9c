package grievances

import (
	"context"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
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
	of.Columns[0].Title, of.Columns[1].Title = host.Words().T("grievances.limit"), host.Words().T("grievances.from_point")
	of.Read = func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) }
	of.Steps = steps(host.Officer())
	of.Values = officers(db)
	of.Chips = append(of.Chips, record.OneOf("grievance.severity", host.Choices(data.Severities.List), func(f *filter) *string { return &f.Severity }))
	return record.NewList(host, db, place, of)
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
