// Package duplicates is the review of stakeholders that may be one: the pairs, both records of one side by side, what a merge would move, and
// the two answers, one person or not the same. It must never import the store or another family of screens, and decides by itself nothing
// about what is alike.
package duplicates

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what the screen asks of the store.
type Store interface {
	record.Finder
	Duplicates(ctx context.Context, least, limit int) ([]data.DuplicatePair, error)
	MergePlan(ctx context.Context, keep, drop data.ID) (*data.MergePlan, error)
	Merge(ctx context.Context, keep, drop data.ID, choices map[string]string) (data.ID, error)
	SetDistinct(ctx context.Context, a, b data.ID) (data.ID, error)
}
