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
	record.ListStore
	Commitment(ctx context.Context, id data.ID) (*data.Commitment, error)
	Commitments(ctx context.Context, f data.CommitmentFilter, p data.Page) (data.CommitmentPage, error)
	CountCommitments(ctx context.Context, f data.CommitmentFilter) (int, error)
	CommitmentOwners(ctx context.Context) ([]string, error)
}
