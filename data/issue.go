package data

import (
	"cmp"
	"time"
)

// Issue is a question, a concern, a need, a suggestion or a praise that somebody raised: with our answer, and with the day on which those
// who raised it were told.
type Issue struct {
	Meta
	Number          string   `field:"2,number"`
	Text            string   `field:"3,text,long"`
	Kind            string   `field:"4,kind,code"`
	Topic           string   `field:"5,topic,code"`
	Severity        string   `field:"6,severity,code"`
	RaisedOn        Date     `field:"7,raised_on"`
	Engagement      ID       `field:"8,engagement"` // where
	Point           ID       `field:"9,point"`      // from which discussion point
	Settlement      ID       `field:"10,settlement"`
	Owner           string   `field:"11,owner"` // officer who sees to the answer
	Response        string   `field:"12,response,long"`
	ResponseBy      string   `field:"13,response_by"`
	ResponseOn      Date     `field:"14,response_on"`
	ToldOn          Date     `field:"15,told_on"`
	ToldWhom        string   `field:"16,told_whom"`
	ToldHow         string   `field:"17,told_how"`
	ClosedOn        Date     `field:"18,closed_on"`
	ClosedWhy       string   `field:"19,closed_why,long"`
	Confidentiality string   `field:"20,confidentiality,code"`
	Tags            []string `field:"21,tags"`
	Notes           string   `field:"22,notes,long"`

	Raisers []*Raiser
}

// What has become of an issue. It follows from its dates and is stored nowhere.
const (
	IssueOpen     = "open"
	IssueAnswered = "answered"
	IssueTold     = "told" // answered, and those who raised it know the answer
	IssueClosed   = "closed"
)

// IssueStatuses are all of them, in their order.
var IssueStatuses = []string{IssueOpen, IssueAnswered, IssueTold, IssueClosed}

// Type of the record.
func (*Issue) Type() *Type { return Issues }

// Restricted tells whether reports leave the issue out unless asked.
func (x *Issue) Restricted() bool { return x.Confidentiality == "restricted" }

// Status is what has become of the issue.
func (x *Issue) Status() string {
	switch {
	case x.ClosedOn != "":
		return IssueClosed
	case x.ResponseOn != "" && x.ToldOn != "":
		return IssueTold
	case x.ResponseOn != "":
		return IssueAnswered
	}
	return IssueOpen
}

// Untold tells whether there is an answer that those who raised the issue were not told.
func (x *Issue) Untold() bool { return x.ResponseOn != "" && x.ToldOn == "" && x.ClosedOn == "" }

// Parts are those who raised it.
func (x *Issue) Parts() []Record {
	var out []Record
	for _, r := range x.Raisers {
		out = append(out, r)
	}
	return out
}

// Clean brings typed text into its stored form, and puts rows into their order.
func (x *Issue) Clean() {
	cleanFields(x)
	for i, r := range x.Raisers {
		r.Pos = i + 1
		r.Clean()
	}
}

// Validate tells what keeps the issue from being saved.
func (x *Issue) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, x)
	required := func(field, value string) {
		if value == "" {
			p.add(field, "required")
		}
	}
	notBeforeRaised := func(field string, d Date) {
		if d != "" && x.RaisedOn != "" && d < x.RaisedOn {
			p.add(field, "before_raised")
		}
	}
	required("text", x.Text)
	required("raised_on", string(x.RaisedOn))
	if !x.Point.IsZero() && x.Engagement.IsZero() {
		p.add("engagement", "required")
	}
	oneOf(&p, "kind", x.Kind, IssueKinds, true)
	oneOf(&p, "severity", x.Severity, Severities, false)
	oneOf(&p, "confidentiality", x.Confidentiality, Confidentiality, false)
	notFuture(&p, "raised_on", x.RaisedOn, now)
	notFuture(&p, "response_on", x.ResponseOn, now)
	notFuture(&p, "told_on", x.ToldOn, now)
	notFuture(&p, "closed_on", x.ClosedOn, now)
	if x.ResponseOn != "" || x.Response != "" || x.ResponseBy != "" {
		required("response", x.Response)
		required("response_on", string(x.ResponseOn))
		notBeforeRaised("response_on", x.ResponseOn)
	}
	if x.ToldOn != "" || x.ToldWhom != "" || x.ToldHow != "" {
		required("told_on", string(x.ToldOn))
		required("told_whom", x.ToldWhom)
		switch of := cmp.Or(x.ResponseOn, x.ClosedOn); {
		case of == "":
			p.add("told_on", "told_of_nothing")
		case x.ToldOn != "" && x.ToldOn < of:
			p.add("told_on", "told_before_done")
		}
	}
	if x.ClosedOn != "" || x.ClosedWhy != "" {
		required("closed_on", string(x.ClosedOn))
		notBeforeRaised("closed_on", x.ClosedOn)
		if x.ResponseOn == "" { // closed without an answer needs its reason
			required("closed_why", x.ClosedWhy)
		}
	}
	by := map[ID]bool{}
	for i, r := range x.Raisers {
		p.under("raiser", i, r.Validate(now))
		if !r.Stakeholder.IsZero() && by[r.Stakeholder] {
			p.under("raiser", i, Problems{{Field: "stakeholder", Code: "twice"}})
		}
		by[r.Stakeholder] = true
	}
	return p
}

// Raiser is somebody who raised an issue.
type Raiser struct {
	Meta
	Issue       ID  `field:"2,issue"`
	Pos         int `field:"3,pos"`
	Stakeholder ID  `field:"4,stakeholder"`
}

// Type of the record.
func (*Raiser) Type() *Type { return Raisers }

// Clean brings typed text into its stored form.
func (r *Raiser) Clean() { cleanFields(r) }

// Validate tells what keeps the row from being saved.
func (r *Raiser) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, r)
	if r.Stakeholder.IsZero() {
		p.add("stakeholder", "required")
	}
	return p
}
