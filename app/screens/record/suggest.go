package record

import (
	"context"
	"slices"

	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// suggestions are what a field proposes while something is typed into it: what of knows, else what was written there before.
func suggestions(ctx context.Context, db FormStore, of func(column, typed string) []string, t *data.Type, column, typed string) []string {
	if of != nil {
		if v := of(column, typed); v != nil {
			return v
		}
	}
	values, err := db.Values(ctx, t.Name, column, typed, 8)
	if err != nil {
		return nil // suggestions are a convenience
	}
	return values
}

// officerColumns are where the names of colleagues stand.
var officerColumns = []struct {
	t      *data.Type
	column string
}{{data.Engagements, "officers"}, {data.Commitments, "owner"}, {data.Commitments, "made_by"}, {data.Issues, "owner"}, {data.Issues, "response_by"}, {data.Tasks, "owner"},
	{data.Grievances, "owner"}, {data.Grievances, "received_by"}}

// OfficerNames are the colleagues whose name begins as typed.
func OfficerNames(ctx context.Context, db FormStore, typed string) (names []string) {
	for _, from := range officerColumns {
		found, err := db.Values(ctx, from.t.Name, from.column, typed, 8)
		if err != nil {
			return nil // suggestions are a convenience
		}
		for _, n := range found {
			if !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	return names
}

// registered searches the register for a field that names somebody other than own.
func registered(host screens.Host, db FormStore, own data.ID) func(text string) []widgets.Option {
	return func(text string) (out []widgets.Option) {
		rows, err := db.FindStakeholders(context.Background(), text, mostFound)
		if err != nil {
			return nil // the list stays empty; saving will say what is wrong with the database
		}
		for _, r := range rows {
			if r.ID != own {
				out = append(out, widgets.Option{Key: r.ID.String(), Label: r.Name, Note: WhoNote(host, r)})
			}
		}
		return out
	}
}
