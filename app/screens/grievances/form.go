package grievances

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

// Form is the form of place.Record, or of a new grievance when it is zero; a FollowFilter in place.Filter says what is known of the new one.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	return record.NewForm(host, db, place, record.FormOf{
		Area: screens.Grievances, Type: data.Grievances, Start: "description", Groups: groups,
		Words: record.Words{New: "grievances.form.new", Edit: "grievances.form.edit", Saved: "grievances.form.saved"},
		Name:  func(r data.Record) string { return of(r).Number },
		Read:  func(ctx context.Context, id data.ID) (data.Record, error) { return db.Grievance(ctx, id) },
		New: func(asked any) data.Record {
			known, _ := asked.(data.FollowFilter)
			return &data.Grievance{Complaint: "named", Channel: "in_person", ReceivedOn: record.Today(host), ReceivedBy: host.Officer(), Owner: host.Officer(),
				Settlement: known.Settlement, Engagement: known.Engagement, Stakeholder: known.Stakeholder, Topic: known.Topic, Confidentiality: "internal"}
		},
		Created: func(string) string { return "person" },
		Values:  officers(db),
		Below: func(*record.Form) map[string]fyne.CanvasObject {
			return map[string]fyne.CanvasObject{"description": look.NewWrapped(host.Words().T("grievances.rules"), look.SecondaryStyle)}
		},
	})
}
