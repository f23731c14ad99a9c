package commitments

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

// List is the ledger; with place.Record it shows that promise's page. Without a filter it shows what is still open, the most urgent first.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	of := record.FollowListOf(host, db, data.Commitments, "promise", data.FollowOverdue, data.FollowDueSoon, data.FollowOpen, data.FollowUntold, data.CommitmentTold,
		data.CommitmentWithdrawn)
	of.Area, of.Words, of.Icon = screens.Commitments, "commitments", theme.ConfirmIcon()
	of.Columns[1].Title = host.Words().T("commitments.from_point")
	of.Read = func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) }
	of.Steps = steps
	return record.NewList(host, db, place, of)
}
