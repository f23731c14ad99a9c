package data

import "time"

// Task is what an officer has to do. It may be about any record: each kind has its field, so that the store keeps the link whole.
type Task struct {
	Meta
	Number          string   `field:"2,number"`
	Text            string   `field:"3,text,long"`
	Owner           string   `field:"4,owner"`
	MadeOn          Date     `field:"5,made_on"`
	Due             Date     `field:"6,due"`
	DoneOn          Date     `field:"7,done_on"`
	Outcome         string   `field:"8,outcome,long"`
	Engagement      ID       `field:"9,engagement"`
	Point           ID       `field:"10,point"`
	Settlement      ID       `field:"11,settlement"`
	Stakeholder     ID       `field:"12,stakeholder"`
	Commitment      ID       `field:"13,commitment"`
	Issue           ID       `field:"14,issue"`
	Grievance       ID       `field:"15,grievance"`
	Topic           string   `field:"16,topic,code"`
	Confidentiality string   `field:"17,confidentiality,code"`
	Tags            []string `field:"18,tags"`
	Notes           string   `field:"19,notes,long"`
}

// What has become of a task.
const (
	TaskOpen = "open"
	TaskDone = "done"
)

// TaskStatuses are all of them, in their order.
var TaskStatuses = []string{TaskOpen, TaskDone}

// Type of the record.
func (*Task) Type() *Type { return Tasks }

// Restricted tells whether reports leave the task out unless asked.
func (t *Task) Restricted() bool { return t.Confidentiality == "restricted" }

// Status is what has become of the task.
func (t *Task) Status() string {
	if t.DoneOn != "" {
		return TaskDone
	}
	return TaskOpen
}

// Clean brings typed text into its stored form.
func (t *Task) Clean() { cleanFields(t) }

// Validate tells what keeps the task from being saved.
func (t *Task) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, t)
	if t.Text == "" {
		p.add("text", "required")
	}
	if t.MadeOn == "" {
		p.add("made_on", "required")
	}
	if !t.Point.IsZero() && t.Engagement.IsZero() {
		p.add("engagement", "required")
	}
	notFuture(&p, "made_on", t.MadeOn, now)
	notFuture(&p, "done_on", t.DoneOn, now)
	if t.Outcome != "" && t.DoneOn == "" {
		p.add("done_on", "required")
	}
	for _, f := range []struct {
		field string
		d     Date
	}{{"due", t.Due}, {"done_on", t.DoneOn}} {
		if f.d != "" && t.MadeOn != "" && f.d < t.MadeOn {
			p.add(f.field, "before_made")
		}
	}
	oneOf(&p, "confidentiality", t.Confidentiality, Confidentiality, false)
	return p
}
