package data

import (
	"slices"
	"time"
)

// GrievanceStep is something that happened to a grievance: on which day, by whom and why.
type GrievanceStep struct {
	Meta
	Grievance  ID     `field:"2,grievance"`
	Pos        int    `field:"3,pos"`
	Kind       string `field:"4,kind,code"`
	On         Date   `field:"5,on_day"`
	Who        string `field:"6,who"`
	Why        string `field:"7,why,long"`
	Admissible string `field:"8,admissible,code"` // of GrievanceAssessed: yes or no
	Outcome    string `field:"9,outcome,code"`    // of GrievanceClosed
	Referred   string `field:"10,referred"`       // of GrievanceReferred: to whom outside
}

// The steps of a grievance.
const (
	GrievanceReceived     = "received" // no step of its own: the grievance itself says when
	GrievanceAcknowledged = "acknowledged"
	GrievanceAssessed     = "assessed"
	GrievanceInvestigated = "investigated"
	GrievanceOffered      = "offered" // a response, to the complainant
	GrievanceAccepted     = "accepted"
	GrievanceRejected     = "rejected" // the complainant did not accept
	GrievanceAppealed     = "appealed"
	GrievanceReferred     = "referred" // outside: a court, an ombudsman, an inspectorate
	GrievanceClosed       = "closed"
)

// GrievanceStatuses are all that may have become of a grievance, in their order.
var GrievanceStatuses = append([]string{GrievanceReceived}, StepKinds.Codes...)

// nextSteps says which steps may come after which. Whatever happens, people may withdraw: GrievanceClosed is judged by its outcome (see
// closings). A grievance without a way to answer needs no acknowledgement, and so needs nobody, to assess it at once. A closed one is opened
// again by an appeal or by going outside alone: nobody is barred from a second opinion.
var nextSteps = map[string][]string{
	GrievanceReceived:     {GrievanceAcknowledged, GrievanceAssessed, GrievanceClosed},
	GrievanceAcknowledged: {GrievanceAssessed, GrievanceClosed},
	GrievanceAssessed:     {GrievanceInvestigated, GrievanceOffered, GrievanceAppealed, GrievanceReferred, GrievanceClosed},
	GrievanceInvestigated: {GrievanceOffered, GrievanceReferred, GrievanceClosed},
	GrievanceOffered:      {GrievanceAccepted, GrievanceRejected, GrievanceAppealed, GrievanceReferred, GrievanceClosed},
	GrievanceAccepted:     {GrievanceClosed},
	GrievanceRejected:     {GrievanceInvestigated, GrievanceOffered, GrievanceAppealed, GrievanceReferred, GrievanceClosed},
	GrievanceAppealed:     {GrievanceInvestigated, GrievanceOffered, GrievanceReferred, GrievanceClosed},
	GrievanceReferred:     {GrievanceInvestigated, GrievanceOffered, GrievanceAccepted, GrievanceClosed},
	GrievanceClosed:       {GrievanceAppealed, GrievanceReferred},
}

// closings says after which last step a grievance may be closed with which outcome: resolved needs an answer that was offered, rejected and
// unfounded need that it was looked into. Withdrawn it may be at any time.
var closings = map[string][]string{
	"resolved":  {GrievanceOffered, GrievanceAccepted, GrievanceReferred},
	"rejected":  {GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceRejected, GrievanceAppealed, GrievanceReferred},
	"unfounded": {GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceRejected, GrievanceAppealed, GrievanceReferred},
	"withdrawn": {GrievanceReceived, GrievanceAcknowledged, GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceAccepted, GrievanceRejected, GrievanceAppealed, GrievanceReferred},
}

// NextSteps are the kinds of step that make sense now. What was found not admissible is not investigated before an appeal.
func (g *Grievance) NextSteps() (out []string) {
	for _, kind := range nextSteps[g.Status()] {
		if g.stepProblem(kind, "") == "" {
			out = append(out, kind)
		}
	}
	return out
}

// Closings are the outcomes with which it may be closed now.
func (g *Grievance) Closings() (out []string) {
	for _, o := range Outcomes.Codes {
		if slices.Contains(closings[o], g.Status()) {
			out = append(out, o)
		}
	}
	return out
}

// stepProblem is the code of what is wrong with taking a step now, "" when nothing is.
func (g *Grievance) stepProblem(kind, outcome string) string {
	last := g.Status()
	switch {
	case kind == GrievanceAccepted && g.StepOn(GrievanceOffered) == "", kind == GrievanceRejected && g.StepOn(GrievanceOffered) == "":
		return "step_never_offered"
	case !slices.Contains(nextSteps[last], kind) && last == GrievanceClosed:
		return "step_after_closed"
	case !slices.Contains(nextSteps[last], kind):
		return "step_out_of_order"
	case kind == GrievanceInvestigated && g.refused():
		return "step_not_admissible"
	case kind == GrievanceClosed && outcome != "" && !slices.Contains(closings[outcome], last):
		return "step_closed_too_early"
	}
	return ""
}

// refused tells whether it was found not admissible, and nobody appealed since.
func (g *Grievance) refused() (no bool) {
	for _, s := range g.Steps {
		switch s.Kind {
		case GrievanceAssessed:
			no = s.Admissible == "no"
		case GrievanceAppealed, GrievanceReferred:
			no = false
		}
	}
	return no
}

// checkSteps goes through the steps as they happened.
func (g *Grievance) checkSteps(p *Problems, now time.Time) {
	so := &Grievance{ReceivedOn: g.ReceivedOn, Complaint: g.Complaint, ReplyTo: g.ReplyTo}
	last := g.ReceivedOn
	for i, s := range g.Steps {
		ps := s.Validate(now)
		if code := so.stepProblem(s.Kind, s.Outcome); code != "" && s.Kind != "" {
			ps.add("kind", code)
		}
		if s.On != "" && last != "" && s.On < last {
			ps.add("on_day", "step_before_last")
		}
		p.under(GrievanceSteps.Name, i, ps)
		last = max(last, s.On)
		so.Steps = append(so.Steps, s)
	}
}

// Type of the record.
func (*GrievanceStep) Type() *Type { return GrievanceSteps }

// Clean brings typed text into its stored form.
func (s *GrievanceStep) Clean() { cleanFields(s) }

// Validate tells what keeps the step from being saved, whatever came before it.
func (s *GrievanceStep) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, s)
	oneOf(&p, "kind", s.Kind, StepKinds, true)
	if s.On == "" {
		p.add("on_day", "required")
	}
	notFuture(&p, "on_day", s.On, now)
	oneOf(&p, "admissible", s.Admissible, Admissibility, s.Kind == GrievanceAssessed)
	oneOf(&p, "outcome", s.Outcome, Outcomes, s.Kind == GrievanceClosed)
	if s.Kind == GrievanceReferred && s.Referred == "" {
		p.add("referred", "required")
	}
	if s.Why == "" && (s.Admissible == "no" || s.Outcome != "" && s.Outcome != "resolved" || s.Kind == GrievanceRejected || s.Kind == GrievanceAppealed) {
		p.add("why", "required")
	}
	return p
}
