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
	data.GrievanceAccepted:     {"on_day", "who", "why"},
	data.GrievanceRejected:     {"on_day", "who", "why"},
	data.GrievanceAppealed:     {"on_day", "who", "why"},
	data.GrievanceReferred:     {"on_day", "who", "referred", "why"},
	data.GrievanceClosed:       {"on_day", "who", "outcome", "why"},
}

// heard are the steps that need somebody who hears us. An answer may be put up on a board for everybody.
var heard = []string{data.GrievanceAcknowledged, data.GrievanceAccepted, data.GrievanceRejected}

// steps are what may happen to a grievance: its own steps, in their order, as far as they make sense now; what was given to put things
// right; and that its end was told back. What mostly comes next stands first.
func steps(officer string) (all []record.Step) {
	for _, kind := range data.StepKinds.Codes {
		all = append(all, record.Step{Word: "grievances.step." + kind, Said: "grievances.step.said", Type: data.GrievanceSteps, Columns: asked[kind], Beside: map[string]string{"kind": "outcome"},
			Fits: func(r data.Record) bool {
				return slices.Contains(of(r).NextSteps(), kind) && (of(r).Reachable() || !slices.Contains(heard, kind))
			},
			Aside: func(r data.Record) bool { return next(of(r)) != kind },
			Also:  func(r data.Record) []string { return also(of(r), kind) },
			Hint: func(r data.Record) string {
				if kind == data.GrievanceClosed && len(of(r).Closings()) < len(data.Outcomes.Codes) {
					return "grievances.step.closed.hint"
				}
				return ""
			},
			Codes: func(r data.Record, column string) []string {
				if column == "outcome" {
					return of(r).Closings()
				}
				return nil
			},
			Of: func(r data.Record, today data.Date) data.Record { return step(of(r), kind, today, officer) }})
	}
	return append(all,
		record.Step{Word: "grievances.step.told", Said: "grievances.step.told.said", Type: data.Grievances, Columns: []string{"told_on", "told_whom", "told_how"},
			Fits: func(r data.Record) bool { return of(r).Untold() },
			Of: func(r data.Record, today data.Date) data.Record {
				of(r).ToldOn, of(r).ToldWhom, of(r).ToldHow = today, "", "" // who was told of an end before an appeal was not told of this one
				return r
			}},
		record.Step{Word: "grievances.step.remedy", Said: "grievances.step.remedy.said", Type: data.Grievances, Columns: []string{"remedy_offered", "remedy_given", "remedy_on", "satisfied", "lessons"},
			Fits:  func(r data.Record) bool { return of(r).StepOn(data.GrievanceOffered) != "" || !of(r).Open() },
			Aside: func(data.Record) bool { return true },
			Of:    func(r data.Record, today data.Date) data.Record { return r }})
}

// also are the fields of the grievance itself that are known when a step is taken.
func also(g *data.Grievance, kind string) []string {
	switch {
	case kind == data.GrievanceOffered:
		return []string{"remedy_offered"}
	case kind == data.GrievanceClosed && g.Reachable():
		return []string{"remedy_given", "remedy_on", "satisfied", "lessons"}
	case kind == data.GrievanceClosed:
		return []string{"remedy_given", "remedy_on", "lessons"}
	}
	return nil
}

// step is a new one, with what is known of it: that it is today, that the officer takes those that are ours, and how what was accepted ends.
func step(g *data.Grievance, kind string, today data.Date, officer string) *data.GrievanceStep {
	s := &data.GrievanceStep{Kind: kind, On: today}
	switch kind {
	case data.GrievanceAcknowledged, data.GrievanceAssessed, data.GrievanceInvestigated, data.GrievanceOffered:
		s.Who = officer
	case data.GrievanceClosed:
		if s.Who = officer; g.Status() == data.GrievanceAccepted {
			s.Outcome = "resolved"
		}
	}
	g.Steps = append(g.Steps, s)
	return s
}

func of(r data.Record) *data.Grievance { return r.(*data.Grievance) }
