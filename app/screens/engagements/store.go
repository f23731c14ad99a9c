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
	record.ListStore
	record.FollowReader
	record.SimilarFinder
	record.ManyStore
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	CountEngagements(ctx context.Context, f data.EngagementFilter) (int, error)
}

const missing = "record.missing" // the code of a record that is not there
