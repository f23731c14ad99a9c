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
	record.ListStore
	record.FollowReader
	record.SimilarFinder
	record.ManyStore
	CountDuplicates(ctx context.Context, least int) (int, error)
	Merges(ctx context.Context, keep data.ID) ([]data.Merged, error)
	Unmerge(ctx context.Context, dropped data.ID) (batch data.ID, left []data.MergeLeft, err error)
	Stakeholders(ctx context.Context, f data.StakeholderFilter, p data.Page) (data.StakeholderPage, error)
	CountStakeholders(ctx context.Context, f data.StakeholderFilter) (int, error)
	Members(ctx context.Context, organisation data.ID) ([]*data.Membership, error)
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	CountEngagements(ctx context.Context, f data.EngagementFilter) (int, error)
}
