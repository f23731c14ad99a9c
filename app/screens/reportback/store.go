// Package reportback tells a village what came of what its people asked, were promised and complained of: what is not told yet, the words
// for the sheet on the notice board, and the one step that marks it all as told. The words chosen here stand on the sheet alone; no text
// of a record changes.
package reportback

import (
	"context"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports"
)

// Store is what the screen asks of the store.
type Store interface {
	reports.Source
	Save(ctx context.Context, recs ...data.Record) (data.ID, error)
}

// Paper opens a private copy of a report in the system's viewer.
type Paper func(ctx context.Context, name string, r reports.Report, lang i18n.Lang, ask reports.Ask) error

// both stands for the two Serbian scripts, one after the other.
const both = "sr"

// kept is what was chosen and written for the sheet; the window remembers it for back and forward.
type kept struct {
	lang    string
	ticked  map[data.ID]bool // as a person ticked, not as it was proposed
	said    map[data.ID]reports.Saying
	printed bool
}
