package issues

import (
	"context"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

// Form is the form of place.Record, or of a new issue when it is zero; a FollowFilter in place.Filter says what is known of the new one.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	return record.NewForm(host, db, place, record.FormOf{
		Area: screens.Issues, Type: data.Issues, Start: "text", Groups: groups,
		Words: record.Words{New: "issues.form.new", Edit: "issues.form.edit", Saved: "issues.form.saved"},
		Name:  func(r data.Record) string { return of(r).Number },
		Read:  func(ctx context.Context, id data.ID) (data.Record, error) { return db.Issue(ctx, id) },
		New: func(asked any) data.Record {
			known, _ := asked.(data.FollowFilter)
			return &data.Issue{Kind: "question", RaisedOn: record.Today(host), Owner: host.Officer(), Settlement: known.Settlement, Engagement: known.Engagement,
				Topic: known.Topic, Confidentiality: "internal", Raisers: []*data.Raiser{{Stakeholder: known.Stakeholder}}}
		},
		AddRow:  func(data.Record) *data.Type { return data.Raisers },
		Created: func(string) string { return "person" },
		Values: func(column, typed string) []string {
			if column != "owner" && column != "response_by" {
				return nil
			}
			return record.OfficerNames(context.Background(), db, typed)
		},
	})
}
