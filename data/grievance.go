package data

import (
	"time"
)

// Grievance is a complaint, from the day it was received to the day its complainant knows how it ended. What happened to it is told by its
// steps (see step.go), which its Status follows from.
type Grievance struct {
	Meta
	Number          string   `field:"2,number"`
	Channel         string   `field:"3,channel,code"`
	ReceivedOn      Date     `field:"4,received_on"`
	ReceivedBy      string   `field:"5,received_by"`            // officer
	Complaint       string   `field:"6,complaint,code"`         // who complains: ComplaintKinds
	Stakeholder     ID       `field:"7,stakeholder"`            // the complainant; nobody when anonymous
	ThirdParty      ID       `field:"8,third_party"`            // who brings it for somebody else
	ReplyTo         string   `field:"9,reply_to,long,personal"` // how to answer an anonymous one; "": there is no way
	Settlement      ID       `field:"10,settlement"`
	Place           string   `field:"11,place"`
	Topic           string   `field:"12,topic,code"` // its category
	Severity        string   `field:"13,severity,code"`
	Description     string   `field:"14,description,long"`
	Wanted          string   `field:"15,wanted,long"` // the outcome wanted
	Retaliation     bool     `field:"16,retaliation"` // the complainant fears it
	Owner           string   `field:"17,owner"`       // officer it is assigned to
	Engagement      ID       `field:"18,engagement"`
	Point           ID       `field:"19,point"`
	RemedyOffered   string   `field:"20,remedy_offered,long"`
	RemedyGiven     string   `field:"21,remedy_given,long"`
	RemedyOn        Date     `field:"22,remedy_on"`
	Satisfied       string   `field:"23,satisfied,code"` // with the process and its end; "" and not_asked: not asked
	Lessons         string   `field:"24,lessons,long"`
	ToldOn          Date     `field:"25,told_on"` // the end was told back
	ToldWhom        string   `field:"26,told_whom"`
	ToldHow         string   `field:"27,told_how"`
	Confidentiality string   `field:"28,confidentiality,code"`
	Tags            []string `field:"29,tags"`
	Notes           string   `field:"30,notes,long"`

	Steps []*GrievanceStep
}

// Type of the record.
func (*Grievance) Type() *Type { return Grievances }

// Restricted tells whether reports leave the grievance out unless asked.
func (g *Grievance) Restricted() bool { return g.Confidentiality == "restricted" }

// Reachable tells whether somebody can be answered.
func (g *Grievance) Reachable() bool { return g.Complaint != "anonymous" || g.ReplyTo != "" }

// Status is the last step it took; GrievanceReceived before the first. An acknowledgement that came late sets nothing back.
func (g *Grievance) Status() string {
	status := GrievanceReceived
	for _, s := range g.Steps {
		if s.Kind != GrievanceAcknowledged || status == GrievanceReceived {
			status = s.Kind
		}
	}
	return status
}

// Open tells whether it is not closed.
func (g *Grievance) Open() bool { return g.Status() != GrievanceClosed }

// Untold tells whether it is closed and the complainant, who can be reached, was not told. Who was told of an earlier end, before an appeal,
// was not told of this one.
func (g *Grievance) Untold() bool { return !g.Open() && g.ToldOn < g.ClosedOn() && g.Reachable() }

// StepOn is the day of the first step of a kind, "" when it never came.
func (g *Grievance) StepOn(kind string) Date {
	for _, s := range g.Steps {
		if s.Kind == kind {
			return s.On
		}
	}
	return ""
}

// ClosedOn is the day it was closed, "" while it is open.
func (g *Grievance) ClosedOn() Date {
	if g.Open() {
		return ""
	}
	return g.Steps[len(g.Steps)-1].On
}

// Parts are its steps.
func (g *Grievance) Parts() []Record {
	var out []Record
	for _, s := range g.Steps {
		out = append(out, s)
	}
	return out
}

// Clean brings typed text into its stored form, and numbers the steps.
func (g *Grievance) Clean() {
	cleanFields(g)
	for i, s := range g.Steps {
		s.Pos = i + 1
		s.Clean()
	}
}

// Validate tells what keeps the grievance from being saved: among it, steps that make no sense after those before them.
func (g *Grievance) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, g)
	required := func(field, value string) {
		if value == "" {
			p.add(field, "required")
		}
	}
	required("received_on", string(g.ReceivedOn))
	required("description", g.Description)
	notFuture(&p, "received_on", g.ReceivedOn, now)
	notFuture(&p, "remedy_on", g.RemedyOn, now)
	notFuture(&p, "told_on", g.ToldOn, now)
	oneOf(&p, "channel", g.Channel, Channels, false)
	oneOf(&p, "complaint", g.Complaint, ComplaintKinds, true)
	oneOf(&p, "severity", g.Severity, Severities, false)
	oneOf(&p, "satisfied", g.Satisfied, Satisfaction, false)
	oneOf(&p, "confidentiality", g.Confidentiality, Confidentiality, false)
	switch g.Complaint {
	case "named":
		if g.Stakeholder.IsZero() {
			p.add("stakeholder", "required")
		}
	case "anonymous":
		if !g.Stakeholder.IsZero() {
			p.add("stakeholder", "anonymous_named")
		}
	case "third_party":
		if g.ThirdParty.IsZero() {
			p.add("third_party", "required")
		}
	}
	if !g.ThirdParty.IsZero() && g.ThirdParty == g.Stakeholder {
		p.add("third_party", "third_party_same")
	}
	if !g.Point.IsZero() && g.Engagement.IsZero() {
		p.add("engagement", "required")
	}
	if g.RemedyOn != "" || g.RemedyGiven != "" {
		required("remedy_given", g.RemedyGiven)
		required("remedy_on", string(g.RemedyOn))
		if g.RemedyOn != "" && g.RemedyOn < g.ReceivedOn {
			p.add("remedy_on", "before_received")
		}
	}
	if g.ToldOn != "" || g.ToldWhom != "" || g.ToldHow != "" {
		required("told_on", string(g.ToldOn))
		required("told_whom", g.ToldWhom)
		switch closed := g.StepOn(GrievanceClosed); { // the first end: an appeal does not make untrue that it was told
		case closed == "":
			p.add("told_on", "told_of_nothing")
		case g.ToldOn != "" && g.ToldOn < closed:
			p.add("told_on", "told_before_done")
		}
	}
	g.checkSteps(&p, now)
	return p
}
