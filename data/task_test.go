package data

import "testing"

func TestTaskValidate(t *testing.T) {
	ana := SettlementID("test", "ana")
	for name, c := range map[string]struct {
		change func(*Task)
		want   string
	}{
		"the least":          {func(*Task) {}, ""},
		"nothing":            {func(x *Task) { *x = Task{} }, "text: required, made_on: required"},
		"set tomorrow":       {func(x *Task) { x.MadeOn = "2026-11-23" }, "made_on: in_future"},
		"due the day":        {func(x *Task) { x.Due = "2026-11-10" }, ""},
		"due in a year":      {func(x *Task) { x.Due = "2027-11-10" }, ""},
		"due before":         {func(x *Task) { x.Due = "2026-11-09" }, "due: before_made"},
		"due on no day":      {func(x *Task) { x.Due = "2027-02-29" }, "due: bad_date"},
		"done":               {func(x *Task) { x.DoneOn, x.Outcome = "2026-11-22", "Pozvani su." }, ""},
		"done, nothing said": {func(x *Task) { x.DoneOn = "2026-11-22" }, ""},
		"done tomorrow":      {func(x *Task) { x.DoneOn = "2026-11-23" }, "done_on: in_future"},
		"done before":        {func(x *Task) { x.DoneOn = "2026-11-09" }, "done_on: before_made"},
		"an outcome, no day": {func(x *Task) { x.Outcome = "Pozvani su." }, "done_on: required"},
		"a point of nothing": {func(x *Task) { x.Point = ana }, "engagement: required"},
		"about everything": {func(x *Task) {
			x.Point, x.Engagement, x.Settlement, x.Stakeholder, x.Commitment, x.Issue, x.Grievance = ana, ana, ana, ana, ana, ana, ana
		}, ""},
		"kept from nobody": {func(x *Task) { x.Confidentiality = "x" }, "confidentiality: unknown_choice"},
	} {
		x := &Task{Text: "Pozvati mesnu zajednicu", MadeOn: "2026-11-10"}
		c.change(x)
		if got := found(x.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestTaskStatus(t *testing.T) {
	x := &Task{Text: "  Pozvati ", MadeOn: "2026-11-10", Tags: []string{"bunar", " bunar "}}
	if x.Clean(); x.Status() != TaskOpen || x.Text != "  Pozvati" || len(x.Tags) != 1 {
		t.Errorf("%s, %q, %q", x.Status(), x.Text, x.Tags)
	}
	if x.DoneOn = "2026-11-11"; x.Status() != TaskDone {
		t.Error(x.Status())
	}
	if x.Restricted() {
		t.Error("restricted")
	}
	if x.Confidentiality = "restricted"; !x.Restricted() {
		t.Error("not restricted")
	}
}

// What is late, due soon and neither, of everything that is followed up.
func TestFollowRows(t *testing.T) {
	const today = Date("2026-11-22")
	for due, want := range map[Date]string{"": "", "2026-11-21": "overdue", "2026-11-22": "soon", "2026-11-28": "soon", "2026-11-29": ""} {
		r := FollowRow{Open: true, Due: due}
		got := ""
		if r.Overdue(today) {
			got += "overdue"
		}
		if r.Soon(today) {
			got += "soon"
		}
		if got != want {
			t.Errorf("due %q: %q, not %q", due, got, want)
		}
		if r.Open = false; r.Overdue(today) || r.Soon(today) {
			t.Errorf("due %q, and done", due)
		}
	}
}
