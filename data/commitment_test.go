package data

import "testing"

func promise() *Commitment {
	return &Commitment{Promise: "Merimo bunare svakog ponedeljka.", MadeOn: "2026-11-10", Due: "2026-11-20"}
}

func TestCommitmentValidate(t *testing.T) {
	ana := SettlementID("test", "ana")
	for name, c := range map[string]struct {
		change func(*Commitment)
		want   string
	}{
		"the least":          {func(c *Commitment) { c.Due = "" }, ""},
		"nothing":            {func(c *Commitment) { *c = Commitment{} }, "promise: required, made_on: required"},
		"made tomorrow":      {func(c *Commitment) { c.MadeOn, c.Due = "2026-11-23", "" }, "made_on: in_future"},
		"due the same day":   {func(c *Commitment) { c.Due = "2026-11-10" }, ""},
		"due before":         {func(c *Commitment) { c.Due = "2026-11-09" }, "due: before_made"},
		"a point of nothing": {func(c *Commitment) { c.Point = ana }, "engagement: required"},
		"done":               {func(c *Commitment) { c.DoneOn, c.Evidence = "2026-11-22", "zapisnik" }, ""},
		"done, no evidence":  {func(c *Commitment) { c.DoneOn = "2026-11-22" }, "evidence: required"},
		"evidence alone":     {func(c *Commitment) { c.Evidence = "zapisnik" }, "done_on: required"},
		"done tomorrow":      {func(c *Commitment) { c.DoneOn, c.Evidence = "2026-11-23", "x" }, "done_on: in_future"},
		"done before made":   {func(c *Commitment) { c.DoneOn, c.Evidence = "2026-11-09", "x" }, "done_on: before_made"},
		"withdrawn":          {func(c *Commitment) { c.WithdrawnOn, c.WithdrawnWhy, c.WithdrawnAgreed = "2026-11-15", "x", "y" }, ""},
		"withdrawn, no why":  {func(c *Commitment) { c.WithdrawnOn = "2026-11-15" }, "withdrawn_why: required, withdrawn_agreed: required"},
		"both": {func(c *Commitment) {
			c.DoneOn, c.Evidence, c.WithdrawnOn, c.WithdrawnWhy, c.WithdrawnAgreed = "2026-11-15", "x", "2026-11-15", "x", "y"
		}, "withdrawn_on: done_and_withdrawn"},
		"told": {func(c *Commitment) {
			c.DoneOn, c.Evidence, c.ToldOn, c.ToldWhom = "2026-11-15", "x", "2026-11-15", "selo"
		}, ""},
		"told of nothing": {func(c *Commitment) { c.ToldOn, c.ToldWhom = "2026-11-15", "selo" }, "told_on: told_of_nothing"},
		"told too early": {func(c *Commitment) {
			c.DoneOn, c.Evidence, c.ToldOn, c.ToldWhom = "2026-11-15", "x", "2026-11-14", "selo"
		}, "told_on: told_before_done"},
		"told nobody":      {func(c *Commitment) { c.DoneOn, c.Evidence, c.ToldOn = "2026-11-15", "x", "2026-11-15" }, "told_whom: required"},
		"moved":            {func(c *Commitment) { c.Revisions = []*Revision{{On: "2026-11-15", Due: "2026-12-15", Reason: "kiša"}} }, ""},
		"moved, no reason": {func(c *Commitment) { c.Revisions = []*Revision{{}} }, "revision.0.on_day: required, revision.0.due: required, revision.0.reason: required"},
		"moved from nothing": {func(c *Commitment) {
			c.Due, c.Revisions = "", []*Revision{{On: "2026-11-15", Due: "2026-11-09", Reason: "kiša"}}
		}, "revision.0.due: before_made, due: required"},
		"to somebody twice": {func(c *Commitment) { c.Recipients = []*Recipient{{Stakeholder: ana}, {Stakeholder: ana}, {}} }, "recipient.1.stakeholder: twice, recipient.2.stakeholder: required"},
	} {
		x := promise()
		c.change(x)
		if got := found(x.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestCommitmentStatus(t *testing.T) {
	c := promise()
	is := func(when string, status string, due Date, overdue bool) {
		t.Helper()
		if c.Status() != status || c.LatestDue() != due || c.Overdue("2026-11-22") != overdue {
			t.Errorf("%s: %s, due %s, overdue %v", when, c.Status(), c.LatestDue(), c.Overdue("2026-11-22"))
		}
	}
	is("made", CommitmentOpen, "2026-11-20", true)
	c.Due = "2026-11-22"
	is("due today", CommitmentOpen, "2026-11-22", false)
	c.Due = ""
	is("without a date", CommitmentOpen, "", false)
	c.Due = "2026-11-20"
	c.Revisions = []*Revision{{On: "2026-11-18", Due: "2026-12-24", Reason: "b"}, {On: "2026-11-15", Due: "2026-11-30", Reason: "a"}, {On: "2026-11-18", Due: "2026-12-01", Reason: "c"}}
	is("moved three times", CommitmentOpen, "2026-12-01", false)
	c.Clean()
	is("cleaned", CommitmentOpen, "2026-12-01", false)
	if c.Revisions[0].Reason != "a" || c.Revisions[1].Reason != "b" {
		t.Error("revisions are not in the order of their days")
	}
	c.Revisions = nil
	c.DoneOn = "2026-11-21"
	is("done late", CommitmentDone, "2026-11-20", false)
	c.ToldOn = "2026-11-22"
	is("told", CommitmentTold, "2026-11-20", false)
	c.DoneOn, c.ToldOn, c.WithdrawnOn = "", "", "2026-11-21"
	is("withdrawn", CommitmentWithdrawn, "2026-11-20", false)
}
