package data

import (
	"strings"
	"testing"
)

// complaint is the least that may be saved of somebody who gives a name.
func complaint() *Grievance {
	return &Grievance{ReceivedOn: "2026-11-02", Complaint: "named", Stakeholder: SettlementID("test", "ana"), Description: "Kamioni dižu prašinu."}
}

func TestGrievanceValidate(t *testing.T) {
	ana, ngo := SettlementID("test", "ana"), SettlementID("test", "ngo")
	closed := []*GrievanceStep{step('y', "2026-11-03"), step('o', "2026-11-04"), step('R', "2026-11-10")}
	for name, c := range map[string]struct {
		change func(*Grievance)
		want   string
	}{
		"the least":           {func(*Grievance) {}, ""},
		"nothing":             {func(g *Grievance) { *g = Grievance{} }, "received_on: required, description: required, complaint: required"},
		"received tomorrow":   {func(g *Grievance) { g.ReceivedOn = "2026-11-23" }, "received_on: in_future"},
		"received today":      {func(g *Grievance) { g.ReceivedOn = "2026-11-22" }, ""},
		"received in 1026":    {func(g *Grievance) { g.ReceivedOn = "1026-11-22" }, "received_on: year_range"},
		"unknown choices":     {func(g *Grievance) { g.Channel, g.Severity, g.Satisfied, g.Confidentiality = "x", "x", "x", "x" }, "channel: unknown_choice, severity: unknown_choice, satisfied: unknown_choice, confidentiality: unknown_choice"},
		"unknown complaint":   {func(g *Grievance) { g.Complaint = "x" }, "complaint: unknown_choice"},
		"users' own category": {func(g *Grievance) { g.Topic = "jalovina" }, ""},
		"all said": {func(g *Grievance) {
			g.Channel, g.Severity, g.Satisfied, g.Confidentiality, g.Retaliation = "box", "critical", "not_asked", "restricted", true
		}, ""},
		"by name, nobody named":           {func(g *Grievance) { g.Stakeholder = ID{} }, "stakeholder: required"},
		"anonymous":                       {func(g *Grievance) { g.Complaint, g.Stakeholder = "anonymous", ID{} }, ""},
		"anonymous, named":                {func(g *Grievance) { g.Complaint = "anonymous" }, "stakeholder: anonymous_named"},
		"through a third party":           {func(g *Grievance) { g.Complaint, g.ThirdParty = "third_party", ngo }, ""},
		"through one, for nobody named":   {func(g *Grievance) { g.Complaint, g.ThirdParty, g.Stakeholder = "third_party", ngo, ID{} }, ""},
		"through a third party, not said": {func(g *Grievance) { g.Complaint = "third_party" }, "third_party: required"},
		"through oneself":                 {func(g *Grievance) { g.Complaint, g.ThirdParty = "third_party", ana }, "third_party: third_party_same"},
		"a point of nothing":              {func(g *Grievance) { g.Point = ana }, "engagement: required"},
		"a point":                         {func(g *Grievance) { g.Point, g.Engagement = ana, ngo }, ""},
		"a remedy without its day":        {func(g *Grievance) { g.RemedyGiven = "Prskanje puta" }, "remedy_on: required"},
		"the day of no remedy":            {func(g *Grievance) { g.RemedyOn = "2026-11-03" }, "remedy_given: required"},
		"a remedy before":                 {func(g *Grievance) { g.RemedyGiven, g.RemedyOn = "x", "2026-11-01" }, "remedy_on: before_received"},
		"a remedy tomorrow":               {func(g *Grievance) { g.RemedyGiven, g.RemedyOn = "x", "2026-11-23" }, "remedy_on: in_future"},
		"a remedy the same day":           {func(g *Grievance) { g.RemedyGiven, g.RemedyOn = "x", "2026-11-02" }, ""},
		"told while open":                 {func(g *Grievance) { g.ToldOn, g.ToldWhom = "2026-11-10", "Ana" }, "told_on: told_of_nothing"},
		"told":                            {func(g *Grievance) { g.Steps, g.ToldOn, g.ToldWhom = closed, "2026-11-10", "Ana" }, ""},
		"told too early":                  {func(g *Grievance) { g.Steps, g.ToldOn, g.ToldWhom = closed, "2026-11-09", "Ana" }, "told_on: told_before_done"},
		"told tomorrow":                   {func(g *Grievance) { g.Steps, g.ToldOn, g.ToldWhom = closed, "2026-11-23", "Ana" }, "told_on: in_future"},
		"told nobody":                     {func(g *Grievance) { g.Steps, g.ToldOn = closed, "2026-11-10" }, "told_whom: required"},
		"told, no day":                    {func(g *Grievance) { g.Steps, g.ToldHow = closed, "telefonom" }, "told_on: required, told_whom: required"},
		"told, then appealed": {func(g *Grievance) {
			g.Steps, g.ToldOn, g.ToldWhom = append(closed[:3:3], step('p', "2026-11-12")), "2026-11-10", "Ana"
		}, ""},
		"a long description":     {func(g *Grievance) { g.Description = strings.Repeat("ж", MaxLong) }, ""},
		"too long a description": {func(g *Grievance) { g.Description = strings.Repeat("ж", MaxLong+1) }, "description: too_long"},
	} {
		x := complaint()
		c.change(x)
		if got := found(x.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestGrievanceStatus(t *testing.T) {
	g := complaint()
	is := func(when, status string, open, untold bool, closed Date) {
		t.Helper()
		if got := found(g.Validate(now)); got != "" {
			t.Errorf("%s: %s", when, got)
		}
		if g.Status() != status || g.Open() != open || g.Untold() != untold || g.ClosedOn() != closed {
			t.Errorf("%s: %s, open %v, untold %v, closed %q", when, g.Status(), g.Open(), g.Untold(), g.ClosedOn())
		}
	}
	take := func(letter rune, on Date) { g.Steps = append(g.Steps, step(letter, on)) }
	is("received", GrievanceReceived, true, false, "")
	take('y', "2026-11-03")
	is("assessed", GrievanceAssessed, true, false, "")
	take('k', "2026-11-04")
	is("acknowledged late", GrievanceAssessed, true, false, "")
	take('o', "2026-11-05")
	take('a', "2026-11-06")
	is("accepted", GrievanceAccepted, true, false, "")
	take('R', "2026-11-07")
	is("closed", GrievanceClosed, false, true, "2026-11-07")
	g.ToldOn, g.ToldWhom = "2026-11-08", "Ana"
	is("told", GrievanceClosed, false, false, "2026-11-07")
	take('p', "2026-11-10")
	is("appealed", GrievanceAppealed, true, false, "")
	take('J', "2026-11-12")
	is("closed again, told of the first end only", GrievanceClosed, false, true, "2026-11-12")
	g.ToldOn = "2026-11-12"
	is("told again", GrievanceClosed, false, false, "2026-11-12")
	if on := g.StepOn(GrievanceClosed); on != "2026-11-07" {
		t.Errorf("first closed on %s", on)
	}
	g.Complaint, g.Stakeholder, g.ToldOn, g.ToldWhom = "anonymous", ID{}, "", ""
	is("nobody to tell", GrievanceClosed, false, false, "2026-11-12")
	g.ReplyTo = "oglasna tabla"
	is("somebody to tell, through the notice board", GrievanceClosed, false, true, "2026-11-12")
	if g.Confidentiality = "restricted"; !g.Restricted() || complaint().Restricted() {
		t.Error("restricted")
	}
}

// The steps are parts in the order in which they stand; Clean numbers them and changes nothing of what was said.
func TestGrievanceSteps(t *testing.T) {
	g := complaint()
	g.Steps = []*GrievanceStep{step('k', "2026-11-03"), step('x', "2026-11-04")}
	g.Steps[1].Referred = "  Zaštitnik   građana "
	g.Clean()
	if ps := g.Parts(); len(ps) != 2 || ps[1] != Record(g.Steps[1]) || g.Steps[0].Pos != 1 || g.Steps[1].Pos != 2 {
		t.Errorf("%+v", g.Parts())
	}
	if s := g.Steps[1]; s.Referred != "Zaštitnik građana" {
		t.Errorf("%q", s.Referred)
	}
}

func TestGrievanceStepValidate(t *testing.T) {
	for name, c := range map[string]struct {
		step GrievanceStep
		want string
	}{
		"nothing":                   {GrievanceStep{}, "kind: required, on_day: required"},
		"unknown":                   {GrievanceStep{Kind: "received", On: "2026-11-03"}, "kind: unknown_choice"},
		"acknowledged":              {GrievanceStep{Kind: GrievanceAcknowledged, On: "2026-11-03"}, ""},
		"tomorrow":                  {GrievanceStep{Kind: GrievanceAcknowledged, On: "2026-11-23"}, "on_day: in_future"},
		"no date":                   {GrievanceStep{Kind: GrievanceAcknowledged, On: "2026-11-31"}, "on_day: bad_date"},
		"admissible":                {GrievanceStep{Kind: GrievanceAssessed, On: "2026-11-03", Admissible: "yes"}, ""},
		"admissible or not":         {GrievanceStep{Kind: GrievanceAssessed, On: "2026-11-03"}, "admissible: required"},
		"not admissible, no reason": {GrievanceStep{Kind: GrievanceAssessed, On: "2026-11-03", Admissible: "no"}, "why: required"},
		"not admissible":            {GrievanceStep{Kind: GrievanceAssessed, On: "2026-11-03", Admissible: "no", Why: "put je opštinski"}, ""},
		"perhaps":                   {GrievanceStep{Kind: GrievanceAssessed, On: "2026-11-03", Admissible: "perhaps"}, "admissible: unknown_choice"},
		"not accepted, no reason":   {GrievanceStep{Kind: GrievanceRejected, On: "2026-11-03"}, "why: required"},
		"appealed, no reason":       {GrievanceStep{Kind: GrievanceAppealed, On: "2026-11-03"}, "why: required"},
		"referred to nobody":        {GrievanceStep{Kind: GrievanceReferred, On: "2026-11-03"}, "referred: required"},
		"referred":                  {GrievanceStep{Kind: GrievanceReferred, On: "2026-11-03", Referred: "sud"}, ""},
		"closed somehow":            {GrievanceStep{Kind: GrievanceClosed, On: "2026-11-03"}, "outcome: required"},
		"closed otherwise":          {GrievanceStep{Kind: GrievanceClosed, On: "2026-11-03", Outcome: "x", Why: "x"}, "outcome: unknown_choice"},
		"resolved":                  {GrievanceStep{Kind: GrievanceClosed, On: "2026-11-03", Outcome: "resolved"}, ""},
		"unfounded, no reason":      {GrievanceStep{Kind: GrievanceClosed, On: "2026-11-03", Outcome: "unfounded"}, "why: required"},
		"withdrawn, no reason":      {GrievanceStep{Kind: GrievanceClosed, On: "2026-11-03", Outcome: "withdrawn"}, "why: required"},
		"what another step said":    {GrievanceStep{Kind: GrievanceInvestigated, On: "2026-11-03", Admissible: "no", Outcome: "rejected", Referred: "sud"}, ""},
	} {
		if got := found(c.step.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}
