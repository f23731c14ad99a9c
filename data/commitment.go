package data

import (
	"cmp"
	"slices"
	"time"
)

// Commitment is a promise: in the words it was made, by whom, to whom, and by when. The due date it was made with stays for good; a date
// that moves is a Revision with its reason.
type Commitment struct {
	Meta
	Number          string   `field:"2,number"`
	Promise         string   `field:"3,promise,long"`
	MadeBy          string   `field:"4,made_by"` // officer
	MadeOn          Date     `field:"5,made_on"`
	Engagement      ID       `field:"6,engagement"` // where
	Point           ID       `field:"7,point"`      // from which discussion point
	Settlement      ID       `field:"8,settlement"`
	Topic           string   `field:"9,topic,code"`
	Due             Date     `field:"10,due,once"` // the original
	Owner           string   `field:"11,owner"`    // officer who sees to it
	DoneOn          Date     `field:"12,done_on"`
	Evidence        string   `field:"13,evidence,long"`
	WithdrawnOn     Date     `field:"14,withdrawn_on"`
	WithdrawnWhy    string   `field:"15,withdrawn_why,long"`
	WithdrawnAgreed string   `field:"16,withdrawn_agreed"` // who agreed
	ToldOn          Date     `field:"17,told_on"`
	ToldWhom        string   `field:"18,told_whom"`
	ToldHow         string   `field:"19,told_how"`
	Confidentiality string   `field:"20,confidentiality,code"`
	Tags            []string `field:"21,tags"`
	Notes           string   `field:"22,notes,long"`

	Recipients []*Recipient
	Revisions  []*Revision
}

// What a promise has come to. It follows from its dates and is stored nowhere.
const (
	CommitmentOpen      = "open"
	CommitmentDone      = "done"
	CommitmentTold      = "told" // done, and those it was made to know it
	CommitmentWithdrawn = "withdrawn"
)

// Type of the record.
func (*Commitment) Type() *Type { return Commitments }

// Restricted tells whether reports leave the promise out unless asked.
func (c *Commitment) Restricted() bool { return c.Confidentiality == "restricted" }

// Status is what the promise has come to.
func (c *Commitment) Status() string {
	switch {
	case c.WithdrawnOn != "":
		return CommitmentWithdrawn
	case c.DoneOn != "" && c.ToldOn != "":
		return CommitmentTold
	case c.DoneOn != "":
		return CommitmentDone
	}
	return CommitmentOpen
}

// Untold tells whether the promise was done or withdrawn, and those it was made to were not told.
func (c *Commitment) Untold() bool { return (c.DoneOn != "" || c.WithdrawnOn != "") && c.ToldOn == "" }

// LatestDue is the due date as it was moved last, "" when none was ever set.
func (c *Commitment) LatestDue() Date {
	due, on := c.Due, Date("")
	for _, r := range c.Revisions {
		if r.On >= on && r.Due != "" {
			due, on = r.Due, r.On
		}
	}
	return due
}

// Overdue tells whether the promise should have been kept before today.
func (c *Commitment) Overdue(today Date) bool {
	due := c.LatestDue()
	return c.Status() == CommitmentOpen && due != "" && due < today
}

// Parts are those it was made to, and the dates it was moved to.
func (c *Commitment) Parts() []Record {
	var out []Record
	for _, x := range c.Recipients {
		out = append(out, x)
	}
	for _, x := range c.Revisions {
		out = append(out, x)
	}
	return out
}

// Clean brings typed text into its stored form, and puts rows into their order.
func (c *Commitment) Clean() {
	cleanFields(c)
	for i, r := range c.Recipients {
		r.Pos = i + 1
		r.Clean()
	}
	slices.SortStableFunc(c.Revisions, func(a, b *Revision) int { return cmp.Compare(a.On, b.On) })
	for _, r := range c.Revisions {
		r.Clean()
	}
}

// Validate tells what keeps the promise from being saved. A due date may be unknown; what was done needs its evidence.
func (c *Commitment) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, c)
	required := func(field, value string) {
		if value == "" {
			p.add(field, "required")
		}
	}
	notBeforeMade := func(field string, d Date) {
		if d != "" && c.MadeOn != "" && d < c.MadeOn {
			p.add(field, "before_made")
		}
	}
	required("promise", c.Promise)
	required("made_on", string(c.MadeOn))
	if !c.Point.IsZero() && c.Engagement.IsZero() {
		p.add("engagement", "required")
	}
	notFuture(&p, "made_on", c.MadeOn, now)
	notFuture(&p, "done_on", c.DoneOn, now)
	notFuture(&p, "withdrawn_on", c.WithdrawnOn, now)
	notFuture(&p, "told_on", c.ToldOn, now)
	notBeforeMade("due", c.Due)
	if c.DoneOn != "" || c.Evidence != "" {
		required("done_on", string(c.DoneOn))
		required("evidence", c.Evidence)
		notBeforeMade("done_on", c.DoneOn)
	}
	if c.WithdrawnOn != "" || c.WithdrawnWhy != "" || c.WithdrawnAgreed != "" {
		required("withdrawn_on", string(c.WithdrawnOn))
		required("withdrawn_why", c.WithdrawnWhy)
		required("withdrawn_agreed", c.WithdrawnAgreed)
		notBeforeMade("withdrawn_on", c.WithdrawnOn)
	}
	if c.DoneOn != "" && c.WithdrawnOn != "" {
		p.add("withdrawn_on", "done_and_withdrawn")
	}
	if c.ToldOn != "" || c.ToldWhom != "" || c.ToldHow != "" {
		required("told_on", string(c.ToldOn))
		required("told_whom", c.ToldWhom)
		switch ended := max(c.DoneOn, c.WithdrawnOn); {
		case ended == "":
			p.add("told_on", "told_of_nothing")
		case c.ToldOn != "" && c.ToldOn < ended:
			p.add("told_on", "told_before_done")
		}
	}
	oneOf(&p, "confidentiality", c.Confidentiality, Confidentiality, false)
	to := map[ID]bool{}
	for i, r := range c.Recipients {
		p.under("recipient", i, r.Validate(now))
		if !r.Stakeholder.IsZero() && to[r.Stakeholder] {
			p.under("recipient", i, Problems{{Field: "stakeholder", Code: "twice"}})
		}
		to[r.Stakeholder] = true
	}
	for i, r := range c.Revisions {
		p.under("revision", i, r.Validate(now))
		if r.Due != "" && r.Due < c.MadeOn {
			p.under("revision", i, Problems{{Field: "due", Code: "before_made"}})
		}
	}
	if len(c.Revisions) > 0 && c.Due == "" {
		p.add("due", "required")
	}
	return p
}

// Recipient is somebody a promise was made to.
type Recipient struct {
	Meta
	Commitment  ID  `field:"2,commitment"`
	Pos         int `field:"3,pos"`
	Stakeholder ID  `field:"4,stakeholder"`
}

// Type of the record.
func (*Recipient) Type() *Type { return Recipients }

// Clean brings typed text into its stored form.
func (r *Recipient) Clean() { cleanFields(r) }

// Validate tells what keeps the row from being saved.
func (r *Recipient) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, r)
	if r.Stakeholder.IsZero() {
		p.add("stakeholder", "required")
	}
	return p
}

// Revision moves the due date of a promise, and says why.
type Revision struct {
	Meta
	Commitment ID     `field:"2,commitment"`
	On         Date   `field:"3,on_day"`
	Due        Date   `field:"4,due"`
	Reason     string `field:"5,reason,long"`
}

// Type of the record.
func (*Revision) Type() *Type { return Revisions }

// Clean brings typed text into its stored form.
func (r *Revision) Clean() { cleanFields(r) }

// Validate tells what keeps the row from being saved.
func (r *Revision) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, r)
	for _, f := range []struct{ name, value string }{{"on_day", string(r.On)}, {"due", string(r.Due)}, {"reason", r.Reason}} {
		if f.value == "" {
			p.add(f.name, "required")
		}
	}
	notFuture(&p, "on_day", r.On, now)
	return p
}
