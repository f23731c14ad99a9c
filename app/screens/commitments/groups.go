package commitments

import (
	"dogovor/app/screens/record"
	"dogovor/data"
)

// groups are the fields of the form. fixed: a due date was promised, and stays: it is not among them. What was done, withdrawn or told is written on the page
// of the promise; here it can be corrected.
func groups(fixed bool) []record.Group {
	never := func(data.Record) bool { return false }
	made := []record.Spec{{Column: "made_on", Least: 150}, {Column: "made_by", Share: 1, Least: 180}, {Column: "owner", Share: 1, Least: 180}}
	if !fixed {
		made = append(made, record.Spec{Column: "due", Least: 160})
	}
	return []record.Group{
		{Lines: [][]record.Spec{
			{{Column: "promise", Share: 1}},
			made,
			{{Column: "settlement", Share: 1, Least: 180}, {Column: "topic", Share: 1, Least: 180}},
		}},
		{Title: "commitments.section.to", Rows: &recipients},
		{Title: "commitments.section.done", When: func(r data.Record) bool { return of(r).DoneOn != "" }, Lines: [][]record.Spec{
			{{Column: "done_on", Least: 150, When: never}, {Column: "evidence", Share: 1, Least: 260, When: never}},
		}},
		{Title: "commitments.section.withdrawn", When: func(r data.Record) bool { return of(r).WithdrawnOn != "" }, Lines: [][]record.Spec{
			{{Column: "withdrawn_on", Least: 150, When: never}, {Column: "withdrawn_agreed", Share: 1, Least: 200, When: never}},
			{{Column: "withdrawn_why", Share: 1, When: never}},
		}},
		{Title: "commitments.section.told", When: func(r data.Record) bool { return of(r).ToldOn != "" }, Lines: [][]record.Spec{
			{{Column: "told_on", Least: 150, When: never}, {Column: "told_whom", Share: 1, Least: 200, When: never}, {Column: "told_how", Share: 1, Least: 200, When: never}},
		}},
		{Title: "commitments.section.other", Lines: [][]record.Spec{
			{{Column: "confidentiality"}, {Column: "tags", Share: 1, Least: 240}},
			{{Column: "notes", Share: 1}},
		}},
	}
}

var recipients = record.Rows{
	Type: data.Recipients, Add: "commitments.recipient.add",
	Line: []record.Spec{{Column: "stakeholder", Share: 1, Least: 240}},
	New:  func(data.Date) data.Record { return &data.Recipient{} },
	Get: func(r data.Record) (out []data.Record) {
		for _, x := range of(r).Recipients {
			out = append(out, x)
		}
		return out
	},
	Set: func(r data.Record, parts []data.Record) {
		of(r).Recipients = nil
		for _, p := range parts {
			of(r).Recipients = append(of(r).Recipients, p.(*data.Recipient))
		}
	},
	Empty: func(r data.Record) bool { return r.(*data.Recipient).Stakeholder.IsZero() },
}

func of(r data.Record) *data.Commitment { return r.(*data.Commitment) }
