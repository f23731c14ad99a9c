package issues

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

// List is what was raised; with place.Record it shows that issue's page. Without a filter it shows what waits for an answer, the oldest first.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	of := record.FollowListOf(host, db, data.Issues, "text", data.FollowOpen, data.FollowUntold, data.IssueTold, data.IssueClosed)
	of.Area, of.Words, of.Icon = screens.Issues, "issues", theme.QuestionIcon()
	of.Columns[0], of.Columns[1].Title = record.DayColumn(host), host.Words().T("issues.from_point")
	of.All.ByDay, of.Start.ByDay = true, true
	of.Read = func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) }
	of.Steps = steps(host.Officer())
	of.Chips = append(of.Chips, record.OneOf("issue.kind", host.Choices(data.IssueKinds.List), func(f *filter) *string { return &f.Kind }))
	return record.NewList(host, db, place, of)
}
