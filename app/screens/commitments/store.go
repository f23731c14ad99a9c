// Package commitments is what was promised: the ledger with the page of each promise, what is done about one, and the form. It must never
// import the store or another family of screens; what a promise is and when it is overdue is declared in package data.
package commitments

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what these screens ask of the store.
type Store interface {
	record.FollowStore
	Commitment(ctx context.Context, id data.ID) (*data.Commitment, error)
}
