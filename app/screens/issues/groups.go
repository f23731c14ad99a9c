package issues

import (
	"dogovor/app/screens/record"
	"dogovor/data"
)

// groups are the fields of the form. What was answered and told is written on the page of the issue, step by step; here it can be said at
// once or corrected.
var groups = []record.Group{
	{Lines: [][]record.Spec{
		{{Column: "text", Share: 1}},
		{{Column: "kind", Share: 1, Least: 170}, {Column: "topic", Share: 1, Least: 180}, {Column: "severity", Share: 1, Least: 150}},
		{{Column: "raised_on", Least: 150}, {Column: "settlement", Share: 1, Least: 180}, {Column: "owner", Share: 1, Least: 180}},
	}},
	{Title: "issues.section.by", Rows: &raisers},
	{Title: "issues.section.answer", Lines: [][]record.Spec{
		{{Column: "response", Share: 1}},
		{{Column: "response_on", Least: 150}, {Column: "response_by", Share: 1, Least: 200}},
	}},
	{Title: "issues.section.told", When: func(r data.Record) bool { return of(r).ToldOn != "" }, Lines: [][]record.Spec{
		{{Column: "told_on", Least: 150, When: never}, {Column: "told_whom", Share: 1, Least: 200, When: never}, {Column: "told_how", Share: 1, Least: 200, When: never}},
	}},
	{Title: "issues.section.closed", When: func(r data.Record) bool { return of(r).ClosedOn != "" }, Lines: [][]record.Spec{
		{{Column: "closed_on", Least: 150, When: never}, {Column: "closed_why", Share: 1, Least: 260, When: never}},
	}},
	{Title: "issues.section.other", Lines: [][]record.Spec{
		{{Column: "confidentiality"}, {Column: "tags", Share: 1, Least: 240}},
		{{Column: "notes", Share: 1}},
	}},
}

func never(data.Record) bool { return false }

var raisers = record.Rows{
	Type: data.Raisers, Add: "issues.raiser.add",
	Line: []record.Spec{{Column: "stakeholder", Share: 1, Least: 240}},
	New:  func(data.Date) data.Record { return &data.Raiser{} },
	Get: func(r data.Record) (out []data.Record) {
		for _, x := range of(r).Raisers {
			out = append(out, x)
		}
		return out
	},
	Set: func(r data.Record, parts []data.Record) {
		of(r).Raisers = nil
		for _, p := range parts {
			of(r).Raisers = append(of(r).Raisers, p.(*data.Raiser))
		}
	},
	Empty: func(r data.Record) bool { return r.(*data.Raiser).Stakeholder.IsZero() },
}
