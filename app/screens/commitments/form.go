package commitments

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

// Form is the form of place.Record, or of a new promise when it is zero; a FollowFilter in place.Filter says what is known of the new
// one. A due date that is stored is no field of it.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	var fixed data.Date
	suggest := func(column, typed string) []string {
		if column != "owner" && column != "made_by" {
			return nil
		}
		return record.OfficerNames(context.Background(), db, typed)
	}
	return record.NewForm(host, db, place, record.FormOf{
		Area: screens.Commitments, Type: data.Commitments, Start: "promise",
		Found: func() []record.Group { return groups(fixed != "") },
		Words: record.Words{New: "commitments.form.new", Edit: "commitments.form.edit", Saved: "commitments.form.saved"},
		Name:  func(r data.Record) string { return of(r).Number },
		Read: func(ctx context.Context, id data.ID) (data.Record, error) {
			c, err := db.Commitment(ctx, id)
			if err == nil {
				fixed = c.Due
			}
			return c, err
		},
		New: func(asked any) data.Record {
			known, _ := asked.(data.FollowFilter)
			return &data.Commitment{MadeOn: record.Today(host), MadeBy: host.Officer(), Owner: host.Officer(), Settlement: known.Settlement, Engagement: known.Engagement,
				Topic: known.Topic, Confidentiality: "internal", Recipients: []*data.Recipient{{Stakeholder: known.Stakeholder}}}
		},
		AddRow:  func(data.Record) *data.Type { return data.Recipients },
		Created: func(string) string { return "person" },
		Values:  suggest,
		Below: func(*record.Form) map[string]fyne.CanvasObject {
			if fixed == "" {
				return nil
			}
			return map[string]fyne.CanvasObject{"made_on": look.Secondary(host.Words().T("commitments.due_stays", "Due", host.Words().Day(fixed)))}
		},
	})
}
