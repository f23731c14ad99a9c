// Package engagements is where meetings, visits and calls are listed, read and written down: the list with its record page, and the
// form made for typing while others talk. It must never import the store or another family of screens, and computes no figure.
package engagements

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what these screens ask of the store.
type Store interface {
	record.Finder
	record.Drafts
	Engagement(ctx context.Context, id data.ID) (*data.Engagement, error)
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	CountEngagements(ctx context.Context, f data.EngagementFilter) (int, error)
	Commitments(ctx context.Context, f data.CommitmentFilter, p data.Page) (data.CommitmentPage, error)
	Settlements(ctx context.Context) ([]*data.Settlement, error)
	FindStakeholders(ctx context.Context, text string, limit int) ([]data.StakeholderRow, error)
	// Values are what was written in a column before and begins with prefix, the most used first.
	Values(ctx context.Context, typeName, column, prefix string, limit int) ([]string, error)
	History(ctx context.Context, typeName string, id data.ID) ([]data.Change, error)
	Draft(ctx context.Context, key string) (*data.Draft, error)
	Drafts(ctx context.Context) ([]data.Draft, error)
	SaveAndDropDraft(ctx context.Context, key string, recs ...data.Record) (data.ID, error)
	Bin(ctx context.Context, typeName string, id data.ID) (data.ID, error)
	Restore(ctx context.Context, typeName string, id data.ID) (data.ID, error)
}

const missing = "record.missing" // the code of a record that is not there
