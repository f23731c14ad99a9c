package data

import "testing"

func question() *Issue {
	return &Issue{Text: "Kada se čisti kanal?", Kind: "question", RaisedOn: "2026-11-10"}
}

func TestIssueValidate(t *testing.T) {
	ana, hall := SettlementID("test", "ana"), SettlementID("test", "hall")
	answer := func(x *Issue) { x.Response, x.ResponseOn = "U martu.", "2026-11-15" }
	for name, c := range map[string]struct {
		change func(*Issue)
		want   string
	}{
		"the least":          {func(*Issue) {}, ""},
		"nothing":            {func(x *Issue) { *x = Issue{} }, "text: required, raised_on: required, kind: required"},
		"unknown choices":    {func(x *Issue) { x.Kind, x.Severity, x.Confidentiality = "x", "x", "x" }, "kind: unknown_choice, severity: unknown_choice, confidentiality: unknown_choice"},
		"users' own topic":   {func(x *Issue) { x.Topic = "jalovina" }, ""},
		"raised today":       {func(x *Issue) { x.RaisedOn = "2026-11-22" }, ""},
		"raised tomorrow":    {func(x *Issue) { x.RaisedOn = "2026-11-23" }, "raised_on: in_future"},
		"raised on no day":   {func(x *Issue) { x.RaisedOn = "2026-11-31" }, "raised_on: bad_date"},
		"a point of nothing": {func(x *Issue) { x.Point = ana }, "engagement: required"},
		"a point":            {func(x *Issue) { x.Point, x.Engagement = ana, hall }, ""},
		"answered":           {answer, ""},
		"answered the day":   {func(x *Issue) { x.Response, x.ResponseOn = "U martu.", "2026-11-10" }, ""},
		"an answer, no day":  {func(x *Issue) { x.Response = "U martu." }, "response_on: required"},
		"a day, no answer":   {func(x *Issue) { x.ResponseOn = "2026-11-15" }, "response: required"},
		"who, but no answer": {func(x *Issue) { x.ResponseBy = "Ana" }, "response: required, response_on: required"},
		"answered before":    {func(x *Issue) { x.Response, x.ResponseOn = "x", "2026-11-09" }, "response_on: before_raised"},
		"answered tomorrow":  {func(x *Issue) { x.Response, x.ResponseOn = "x", "2026-11-23" }, "response_on: in_future"},
		"told":               {func(x *Issue) { answer(x); x.ToldOn, x.ToldWhom = "2026-11-15", "selo" }, ""},
		"told of nothing":    {func(x *Issue) { x.ToldOn, x.ToldWhom = "2026-11-15", "selo" }, "told_on: told_of_nothing"},
		"told too early":     {func(x *Issue) { answer(x); x.ToldOn, x.ToldWhom = "2026-11-14", "selo" }, "told_on: told_before_done"},
		"told tomorrow":      {func(x *Issue) { answer(x); x.ToldOn, x.ToldWhom = "2026-11-23", "selo" }, "told_on: in_future"},
		"told nobody":        {func(x *Issue) { answer(x); x.ToldOn = "2026-11-15" }, "told_whom: required"},
		"told somehow":       {func(x *Issue) { answer(x); x.ToldHow = "telefonom" }, "told_on: required, told_whom: required"},
		"closed with answer": {func(x *Issue) { answer(x); x.ClosedOn = "2026-11-16" }, ""},
		"closed, no answer":  {func(x *Issue) { x.ClosedOn = "2026-11-16" }, "closed_why: required"},
		"closed with reason": {func(x *Issue) { x.ClosedOn, x.ClosedWhy = "2026-11-16", "isto kao I-3" }, ""},
		"a reason, not when": {func(x *Issue) { x.ClosedWhy = "isto kao I-3" }, "closed_on: required"},
		"closed before":      {func(x *Issue) { x.ClosedOn, x.ClosedWhy = "2026-11-09", "x" }, "closed_on: before_raised"},
		"closed tomorrow":    {func(x *Issue) { x.ClosedOn, x.ClosedWhy = "2026-11-23", "x" }, "closed_on: in_future"},
		"told that it closed": {func(x *Issue) {
			x.ClosedOn, x.ClosedWhy, x.ToldOn, x.ToldWhom = "2026-11-16", "x", "2026-11-16", "selo"
		}, ""},
		"told before it did": {func(x *Issue) {
			x.ClosedOn, x.ClosedWhy, x.ToldOn, x.ToldWhom = "2026-11-16", "x", "2026-11-15", "selo"
		}, "told_on: told_before_done"},
		"raised by":           {func(x *Issue) { x.Raisers = []*Raiser{{Stakeholder: ana}, {Stakeholder: hall}} }, ""},
		"raised by one twice": {func(x *Issue) { x.Raisers = []*Raiser{{Stakeholder: ana}, {}, {Stakeholder: ana}, {}} }, "raiser.1.stakeholder: required, raiser.2.stakeholder: twice, raiser.3.stakeholder: required"},
	} {
		x := question()
		c.change(x)
		if got := found(x.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestIssueStatus(t *testing.T) {
	x := question()
	is := func(status string, untold bool) {
		t.Helper()
		if x.Status() != status || x.Untold() != untold {
			t.Errorf("%s, untold %v; not %s, %v", x.Status(), x.Untold(), status, untold)
		}
	}
	is(IssueOpen, false)
	x.Response, x.ResponseOn = "U martu.", "2026-11-15"
	is(IssueAnswered, true)
	x.ToldOn = "2026-11-16"
	is(IssueTold, false)
	x.ToldOn, x.ClosedOn = "", "2026-11-20"
	is(IssueClosed, false)
	x.Response, x.ResponseOn = "", ""
	is(IssueClosed, false)
	if x.Confidentiality = "restricted"; !x.Restricted() || question().Restricted() {
		t.Error("restricted")
	}
}

func TestRaisersKeepTheirOrder(t *testing.T) {
	ana, hall := SettlementID("test", "ana"), SettlementID("test", "hall")
	x := question()
	x.Text, x.Raisers = " Kada?\r\n\r\nI ko?  ", []*Raiser{{Stakeholder: hall, Pos: 7}, {Stakeholder: ana}}
	x.Clean()
	if ps := x.Parts(); len(ps) != 2 || ps[0] != Record(x.Raisers[0]) || x.Raisers[0].Pos != 1 || x.Raisers[1].Pos != 2 || x.Raisers[0].Stakeholder != hall {
		t.Errorf("%+v", ps)
	}
	if x.Text != " Kada?\n\nI ko?" {
		t.Errorf("%q", x.Text)
	}
}
