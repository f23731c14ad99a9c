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

// nextSteps says which steps may come after which, besides what has to have happened before them (see stepProblem). Three things hold
// everywhere: whoever complains may withdraw, and may go to a court or another body outside, whenever they like; a closed grievance is opened
// again by an appeal or by going outside alone; and what takes long may be done in parts: investigated, offered or referred more than once.
var nextSteps = map[string][]string{
	GrievanceReceived:     {GrievanceAcknowledged, GrievanceAssessed, GrievanceReferred, GrievanceClosed},
	GrievanceAcknowledged: {GrievanceAssessed, GrievanceReferred, GrievanceClosed},
	GrievanceAssessed: {GrievanceAcknowledged, GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceAppealed, GrievanceReferred,
		GrievanceClosed},
	GrievanceInvestigated: {GrievanceAcknowledged, GrievanceInvestigated, GrievanceOffered, GrievanceReferred, GrievanceClosed},
	GrievanceOffered:      {GrievanceOffered, GrievanceAccepted, GrievanceRejected, GrievanceAppealed, GrievanceReferred, GrievanceClosed},
	GrievanceAccepted:     {GrievanceAppealed, GrievanceReferred, GrievanceClosed}, // a remedy may fail after it was accepted
	GrievanceRejected:     {GrievanceInvestigated, GrievanceOffered, GrievanceAccepted, GrievanceAppealed, GrievanceReferred, GrievanceClosed},
	GrievanceAppealed:     {GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceReferred, GrievanceClosed},
	GrievanceReferred: {GrievanceAcknowledged, GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceAccepted, GrievanceRejected,
		GrievanceAppealed, GrievanceReferred, GrievanceClosed},
	GrievanceClosed: {GrievanceAppealed, GrievanceReferred},
}

// course is what the steps so far amount to.
type course struct {
	heard   bool // the complainant heard from us: an acknowledgement, an answer or the end
	looked  bool // somebody looked into it, here or outside
	offered bool // an answer was offered, ever
	refused bool // found not admissible, and neither assessed anew nor appealed nor brought outside since
	ended   bool // answered or closed, and not appealed since
}

func (g *Grievance) course() (c course) {
	for _, s := range g.Steps {
		switch s.Kind {
		case GrievanceAcknowledged:
			c.heard = true
		case GrievanceAssessed:
			c.looked, c.refused = true, s.Admissible == "no"
		case GrievanceInvestigated:
			c.looked = true
		case GrievanceOffered:
			c.heard, c.offered, c.ended = true, true, true
		case GrievanceAppealed:
			c.refused, c.ended = false, false
		case GrievanceReferred:
			c.looked, c.refused = true, false
		case GrievanceClosed:
			c.heard, c.ended = true, true
		}
	}
	return c
}

// NextSteps are the kinds of step that make sense now, in the order of StepKinds.
func (g *Grievance) NextSteps() (out []string) {
	for _, kind := range nextSteps[g.Status()] {
		if g.stepProblem(kind, "") == "" {
			out = append(out, kind)
		}
	}
	return out
}

// Closings are the outcomes with which it may be closed now, none when it is closed.
func (g *Grievance) Closings() (out []string) {
	for _, o := range Outcomes.Codes {
		if g.stepProblem(GrievanceClosed, o) == "" {
			out = append(out, o)
		}
	}
	return out
}

// stepProblem is the code of what is wrong with taking a step now, "" when nothing is. An acknowledgement comes before anything else that the
// complainant hears. An answer is accepted or not once one was offered; an appeal needs something to appeal against. What was found not
// admissible is not investigated.
func (g *Grievance) stepProblem(kind, outcome string) string {
	c, last := g.course(), g.Status()
	next := slices.Contains(nextSteps[last], kind)
	switch {
	case last == GrievanceClosed && !next:
		return "step_after_closed"
	case (kind == GrievanceAccepted || kind == GrievanceRejected) && !c.offered:
		return "step_never_offered"
	case kind == GrievanceAppealed && !c.refused && !c.ended:
		return "step_nothing_to_appeal"
	case kind == GrievanceAcknowledged && c.heard:
		return "step_heard_already"
	case !next:
		return "step_out_of_order"
	case kind == GrievanceInvestigated && c.refused:
		return "step_not_admissible"
	case kind == GrievanceClosed && !g.mayEnd(outcome):
		return "step_closed_too_early"
	}
	return ""
}

// mayEnd tells whether an open grievance may be closed with an outcome. Resolved means that an answer stands and was not turned down, or that
// the matter was settled outside; for somebody who cannot be answered it means that it was investigated. Rejected and unfounded need that
// somebody looked into it. Withdrawn it may be at any time.
func (g *Grievance) mayEnd(outcome string) bool {
	switch outcome {
	case "resolved":
		switch g.Status() {
		case GrievanceOffered, GrievanceAccepted, GrievanceReferred:
			return true
		case GrievanceInvestigated:
			return !g.Reachable()
		}
		return false
	case "rejected", "unfounded":
		return g.course().looked
	}
	return true
}

// checkSteps goes through the steps as they happened: each must make sense after those before it, and on no earlier day.
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
	if s.Why == "" && s.needsWhy() {
		p.add("why", "required")
	}
	return p
}

// needsWhy tells whether the step goes against the complainant or against us, and so needs its reason.
func (s *GrievanceStep) needsWhy() bool {
	switch s.Kind {
	case GrievanceAssessed:
		return s.Admissible == "no"
	case GrievanceClosed:
		return s.Outcome != "" && s.Outcome != "resolved"
	}
	return s.Kind == GrievanceRejected || s.Kind == GrievanceAppealed
}
