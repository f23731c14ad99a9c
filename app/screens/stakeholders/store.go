// Package stakeholders is the register of people and organisations: the list with the page of each record, and the form. It must never
// import the store or another family of screens; what a stakeholder is and which fields it has is declared in package data.
package stakeholders

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what these screens ask of the store.
type Store interface {
	record.Finder
	record.Drafts
	Stakeholders(ctx context.Context, f data.StakeholderFilter, p data.Page) (data.StakeholderPage, error)
	CountStakeholders(ctx context.Context, f data.StakeholderFilter) (int, error)
	FindStakeholders(ctx context.Context, text string, limit int) ([]data.StakeholderRow, error)
	Settlements(ctx context.Context) ([]*data.Settlement, error)
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	CountEngagements(ctx context.Context, f data.EngagementFilter) (int, error)
	// Values are what was written in a column before and begins as typed, the most used first.
	Values(ctx context.Context, recordType, column, typed string, limit int) ([]string, error)
	History(ctx context.Context, recordType string, id data.ID) ([]data.Change, error)
	Draft(ctx context.Context, key string) (*data.Draft, error) // nil when there is none
	Drafts(ctx context.Context) ([]data.Draft, error)
	SaveAndDropDraft(ctx context.Context, key string, recs ...data.Record) (data.ID, error)
	Bin(ctx context.Context, recordType string, id data.ID) (data.ID, error)
	Restore(ctx context.Context, recordType string, id data.ID) (data.ID, error)
}
