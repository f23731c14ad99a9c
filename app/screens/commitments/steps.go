package commitments

import (
	"dogovor/app/screens/record"
	"dogovor/data"
)

// steps are in the order in which they mostly come.
var steps = []record.Step{
	{Word: "commitments.step.done", Said: "commitments.step.done.said", Type: data.Commitments, Columns: []string{"done_on", "evidence"},
		Fits: isOpen,
		Of:   func(r data.Record, today data.Date) data.Record { of(r).DoneOn = today; return r }},
	{Word: "commitments.step.told", Said: "commitments.step.told.said", Type: data.Commitments, Columns: []string{"told_on", "told_whom", "told_how"},
		Fits: func(r data.Record) bool { return !isOpen(r) && of(r).ToldOn == "" },
		Of:   func(r data.Record, today data.Date) data.Record { of(r).ToldOn = today; return r }},
	{Word: "commitments.step.move", Said: "commitments.step.move.said", Type: data.Revisions, Columns: []string{"due", "reason"},
		Fits: func(r data.Record) bool { return isOpen(r) && of(r).Due != "" },
		Of: func(r data.Record, today data.Date) data.Record {
			moved := &data.Revision{On: today}
			of(r).Revisions = append(of(r).Revisions, moved)
			return moved
		}},
	{Word: "commitments.step.withdraw", Said: "commitments.step.withdraw.said", Type: data.Commitments, Columns: []string{"withdrawn_on", "withdrawn_why", "withdrawn_agreed"},
		Fits: isOpen,
		Of:   func(r data.Record, today data.Date) data.Record { of(r).WithdrawnOn = today; return r }},
}

func isOpen(r data.Record) bool { return of(r).Status() == data.CommitmentOpen }
