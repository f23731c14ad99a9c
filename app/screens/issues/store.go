// Package issues is what people asked for, worried about, needed or praised: the list with the page of each, our answer and the day on
// which they were told, and the form. It must never import the store or another family of screens; what an issue is and what has become of
// it is declared in package data.
package issues

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what these screens ask of the store.
type Store interface {
	record.FollowStore
	Issue(ctx context.Context, id data.ID) (*data.Issue, error)
}
