package grievances

import (
	"slices"

	"dogovor/app/screens/record"
	"dogovor/data"
)

func complains(kinds ...string) func(data.Record) bool {
	return func(r data.Record) bool { return slices.Contains(kinds, of(r).Complaint) }
}

func never(data.Record) bool { return false }

// groups are the fields of the form, in the order in which they are known when somebody complains. What happened since is said on the page,
// step by step; here it can be corrected.
var groups = []record.Group{
	{Lines: [][]record.Spec{
		{{Column: "description", Share: 1}},
		{{Column: "received_on", Least: 165}, {Column: "channel", Share: 1, Least: 160}, {Column: "received_by", Share: 1, Least: 180}},
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
	{Title: "grievances.section.way", Rows: &stepRows, When: never},
	{Title: "grievances.section.remedy", When: func(r data.Record) bool { return of(r).StepOn(data.GrievanceOffered) != "" }, Lines: [][]record.Spec{
		{{Column: "remedy_offered", Share: 1, When: never}},
		{{Column: "remedy_given", Share: 1, When: never}, {Column: "remedy_on", Least: 165, When: never}},
		{{Column: "satisfied", When: never}},
		{{Column: "lessons", Share: 1, When: never}},
	}},
	{Title: "grievances.section.told", When: func(r data.Record) bool { return of(r).ToldOn != "" }, Lines: [][]record.Spec{
		{{Column: "told_on", Least: 165, When: never}, {Column: "told_whom", Share: 1, Least: 200, When: never}, {Column: "told_how", Share: 1, Least: 200, When: never}},
	}},
	{Title: "grievances.section.other", Lines: [][]record.Spec{
		{{Column: "confidentiality"}, {Column: "tags", Share: 1, Least: 240}},
		{{Column: "notes", Share: 1}},
	}},
}

// is tells of which step a field of it is.
func is(kind string) func(data.Record) bool {
	return func(r data.Record) bool { return r.(*data.GrievanceStep).Kind == kind }
}

// stepRows are the steps so far, to be corrected. A new one is said on the page, where only those that make sense are offered.
var stepRows = record.Rows{
	Type: data.GrievanceSteps, Add: "grievances.step.add", Each: true,
	Line: []record.Spec{{Column: "kind", Share: 1, Least: 190}, {Column: "on_day", Least: 165}, {Column: "who", Share: 1, Least: 170},
		{Column: "admissible", Least: 240, When: is(data.GrievanceAssessed)}, {Column: "outcome", Share: 1, Least: 160, When: is(data.GrievanceClosed)},
		{Column: "referred", Share: 1, Least: 200, When: is(data.GrievanceReferred)}, {Column: "why", Share: 1, Least: 520}}, // the last in a line of its own
	New: func(today data.Date) data.Record { return &data.GrievanceStep{On: today} },
	Get: func(r data.Record) (out []data.Record) {
		for _, s := range of(r).Steps {
			out = append(out, s)
		}
		return out
	},
	Set: func(r data.Record, parts []data.Record) {
		of(r).Steps = nil
		for _, p := range parts {
			of(r).Steps = append(of(r).Steps, p.(*data.GrievanceStep))
		}
	},
	Empty: func(r data.Record) bool {
		s := r.(*data.GrievanceStep)
		return s.Kind == "" && s.Who == "" && s.Why == ""
	},
}
