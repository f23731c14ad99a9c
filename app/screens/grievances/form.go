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

func complains(kinds ...string) func(data.Record) bool {
	return func(r data.Record) bool {
		for _, k := range kinds {
			if of(r).Complaint == k {
				return true
			}
		}
		return false
	}
}

func never(data.Record) bool { return false }

// groups are the fields of the form, in the order in which they are known when somebody complains. What happened since is said on the page,
// step by step; what was said there beside the steps can be corrected here.
var groups = []record.Group{
	{Lines: [][]record.Spec{
		{{Column: "description", Share: 1}},
		{{Column: "received_on", Least: 150}, {Column: "channel", Share: 1, Least: 160}, {Column: "received_by", Share: 1, Least: 180}},
	}},
	{Title: "grievances.section.who", Lines: [][]record.Spec{
		{{Column: "complaint"}, {Column: "stakeholder", Share: 1, Least: 220, When: complains("named", "third_party")}, {Column: "third_party", Share: 1, Least: 220, When: complains("third_party")}},
		{{Column: "reply_to", Share: 1, Least: 260, When: complains("anonymous")}},
		{{Column: "retaliation", Share: 1, Least: 260}},
	}},
	{Title: "grievances.section.what", Lines: [][]record.Spec{
		{{Column: "wanted", Share: 1}},
		{{Column: "topic", Share: 1, Least: 180}, {Column: "severity", Share: 1, Least: 150}, {Column: "owner", Share: 1, Least: 180}},
		{{Column: "settlement", Share: 1, Least: 180}, {Column: "place", Share: 1, Least: 200}},
	}},
	{Title: "grievances.section.remedy", When: func(r data.Record) bool { return of(r).StepOn(data.GrievanceOffered) != "" }, Lines: [][]record.Spec{
		{{Column: "remedy_offered", Share: 1, When: never}},
		{{Column: "remedy_given", Share: 1, When: never}, {Column: "remedy_on", Least: 150, When: never}},
		{{Column: "satisfied", When: never}},
		{{Column: "lessons", Share: 1, When: never}},
	}},
	{Title: "grievances.section.told", When: func(r data.Record) bool { return of(r).ToldOn != "" }, Lines: [][]record.Spec{
		{{Column: "told_on", Least: 150, When: never}, {Column: "told_whom", Share: 1, Least: 200, When: never}, {Column: "told_how", Share: 1, Least: 200, When: never}},
	}},
	{Title: "grievances.section.other", Lines: [][]record.Spec{
		{{Column: "confidentiality"}, {Column: "tags", Share: 1, Least: 240}},
		{{Column: "notes", Share: 1}},
	}},
}
