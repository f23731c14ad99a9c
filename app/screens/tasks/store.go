// Package tasks is what our own people have to do: the list with the page of each, and the form. It must never import the store or another
// family of screens; what a task is and when it is overdue is declared in package data.
package tasks

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// Store is what these screens ask of the store.
type Store interface {
	record.FollowStore
	Task(ctx context.Context, id data.ID) (*data.Task, error)
}
