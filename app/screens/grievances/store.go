// Package grievances is what people complain of: the list with the page of each, the steps from its receipt to the day on which its end was
// told back, and the form. It must never import the store or another family of screens; which step makes sense and what its limits are is
// declared in packages data and data/calendar.
package grievances

import (
	"context"

	"dogovor/app/screens/record"
	"dogovor/data"
	"dogovor/data/calendar"
)

// Store is what these screens ask of the store.
type Store interface {
	record.FollowStore
	Grievance(ctx context.Context, id data.ID) (*data.Grievance, error)
	Targets(ctx context.Context) (data.Targets, error)
	Calendar(ctx context.Context) (*calendar.Calendar, error)
}
