package grievances

import (
	"slices"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// asked are the fields that each step asks about itself.
var asked = map[string][]string{
	data.GrievanceAcknowledged: {"on_day", "who", "why"},
	data.GrievanceAssessed:     {"on_day", "who", "admissible", "why"},
	data.GrievanceInvestigated: {"on_day", "who", "why"},
	data.GrievanceOffered:      {"on_day", "who", "why"},
	data.GrievanceAccepted:     {"on_day", "why"},
	data.GrievanceRejected:     {"on_day", "why"},
	data.GrievanceAppealed:     {"on_day", "why"},
	data.GrievanceReferred:     {"on_day", "referred", "why"},
	data.GrievanceClosed:       {"on_day", "who", "outcome", "why"},
}

// besideOutcome: that a grievance cannot end so is told beside how it ends.
var besideOutcome = map[string]map[string]string{data.GrievanceClosed: {"kind": "outcome"}}

// steps are what may happen to a grievance: its own steps, in their order, as far as they make sense now; what was given to put things
// right; and that its end was told back.
func steps(officer string) (all []record.Step) {
	for _, kind := range data.StepKinds.Codes {
		all = append(all, record.Step{Word: "grievances.step." + kind, Said: "grievances.step.said", Type: data.GrievanceSteps, Columns: asked[kind], Beside: besideOutcome[kind],
			Fits: func(r data.Record) bool { return slices.Contains(of(r).NextSteps(), kind) },
			Of: func(r data.Record, today data.Date) data.Record {
				s := &data.GrievanceStep{Kind: kind, On: today}
				if slices.Contains(asked[kind], "who") {
					s.Who = officer
				}
				of(r).Steps = append(of(r).Steps, s)
				return s
			}})
	}
	return append(all,
		record.Step{Word: "grievances.step.remedy", Said: "grievances.step.remedy.said", Type: data.Grievances, Columns: []string{"remedy_offered", "remedy_given", "remedy_on", "satisfied", "lessons"},
			Fits: func(r data.Record) bool { return of(r).StepOn(data.GrievanceOffered) != "" },
			Of:   func(r data.Record, today data.Date) data.Record { return r }},
		record.Step{Word: "grievances.step.told", Said: "grievances.step.told.said", Type: data.Grievances, Columns: []string{"told_on", "told_whom", "told_how"},
			Fits: func(r data.Record) bool { return of(r).Untold() },
			Of:   func(r data.Record, today data.Date) data.Record { of(r).ToldOn = today; return r }})
}

func of(r data.Record) *data.Grievance { return r.(*data.Grievance) }
