// Package places is the settlements of the area of influence: the list with the page of each, and the form. It must never import the
// store or another family of screens.
package places

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what these screens ask of the store.
type Store interface {
	record.ListStore
	record.FollowReader
	Stakeholders(ctx context.Context, f data.StakeholderFilter, p data.Page) (data.StakeholderPage, error)
	CountStakeholders(ctx context.Context, f data.StakeholderFilter) (int, error)
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	CountEngagements(ctx context.Context, f data.EngagementFilter) (int, error)
}
