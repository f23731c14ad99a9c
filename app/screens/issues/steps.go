package issues

import (
	"dogovor/app/screens/record"
	"dogovor/data"
)

// steps are in the order in which they mostly come.
func steps(officer string) []record.Step {
	return []record.Step{
		{Word: "issues.step.answer", Said: "issues.step.answer.said", Type: data.Issues, Columns: []string{"response", "response_on", "response_by"},
			Fits: func(r data.Record) bool { return of(r).Status() == data.IssueOpen },
			Of: func(r data.Record, today data.Date) data.Record {
				of(r).ResponseOn, of(r).ResponseBy = today, officer
				return r
			}},
		{Word: "issues.step.told", Said: "issues.step.told.said", Type: data.Issues, Columns: []string{"told_on", "told_whom", "told_how"},
			Fits: func(r data.Record) bool { return of(r).Untold() },
			Of:   func(r data.Record, today data.Date) data.Record { of(r).ToldOn = today; return r }},
		{Word: "issues.step.close", Said: "issues.step.close.said", Type: data.Issues, Columns: []string{"closed_on", "closed_why"},
			Fits: func(r data.Record) bool { return of(r).ClosedOn == "" },
			Of:   func(r data.Record, today data.Date) data.Record { of(r).ClosedOn = today; return r }},
	}
}

func of(r data.Record) *data.Issue { return r.(*data.Issue) }
