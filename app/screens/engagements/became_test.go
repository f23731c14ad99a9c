package engagements

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/data"
)

// point is typed with who raised it and our answer; the focus is left in the answer.
var point = []string{"<ctrl+enter>", "water", "<tab>", "marko", "<tab>", "Wells went dry in August", "<tab>", "We bring the result by 5 November"}

func (d *desk) promised() []data.FollowRow {
	d.T.Helper()
	page, err := d.db.Follows(ctx, data.FollowFilter{}, data.Page{})
	d.must(err)
	return page.Rows
}

func TestPromiseFromAPoint(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>", "Dom kulture")
	d.keys(point...)
	d.form().Turn(fyne.KeyF7)
	d.keys("5.11.2026", "<tab>")
	d.Shot("engagements-form-promise")
	d.keys("<ctrl+s>")
	d.calm()
	e, err := d.db.Engagement(ctx, d.at().Record)
	d.must(err)
	rows := d.promised()
	if len(rows) != 1 {
		t.Fatalf("%d promises", len(rows))
	}
	c, err := d.db.Commitment(ctx, rows[0].ID)
	d.must(err)
	if c.Promise != "We bring the result by 5 November" || c.Due != "2026-11-05" || c.MadeOn != "2026-10-21" || c.Topic != "water" || c.Settlement != e.Settlement || e.Settlement.IsZero() ||
		c.Engagement != e.ID || c.Point != e.Points[0].ID || c.MadeBy != "Primer Officer" || c.Owner != "Primer Officer" || c.Confidentiality != "internal" {
		t.Errorf("%+v", c)
	}
	if len(c.Recipients) != 1 || c.Recipients[0].Stakeholder != e.Points[0].RaisedBy || c.Recipients[0].Stakeholder.IsZero() {
		t.Errorf("to %+v", c.Recipients)
	}
	// Its number and date stand at the point, on the page and in the form, and lead to it.
	mention := c.Number + " · due 5 Nov 2026"
	d.Shows(mention, "open")
	d.Press(mention)
	if p := d.at(); p.Area != screens.Commitments || p.Record != c.ID {
		t.Errorf("the mention leads to %+v", p)
	}
	d.Go(screens.Place{Area: screens.Engagements, Record: e.ID, Edit: true})
	d.Shows(mention)
	// A second one from the same point, by its button, without the first one being made again.
	d.Press("Promise")
	d.keys("1.12.2026", "<ctrl+s>")
	d.calm()
	if rows := d.promised(); len(rows) != 2 || rows[0].Point != rows[1].Point {
		t.Errorf("%+v", rows)
	}
	// Meeting and promise were one step.
	d.must(d.db.Undo(ctx, d.Batches[0]))
	if n := len(d.promised()); n != 1 {
		t.Errorf("%d promises after undo", n)
	}
}

func TestPromiseIsKeptInTheDraft(t *testing.T) {
	d := newForm(t, i18n.SerbianLatin)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
	d.keys("<ctrl+enter>", "voda", "<tab>", "<tab>", "Nema vode", "<tab>", "Dovozimo")
	d.form().Turn(fyne.KeyF7)
	d.keys("5.11", "<tab>", "<all>", "Primer Ana")
	d.Pass()
	d.Go(screens.Place{Area: screens.Engagements, Edit: true})
	d.Shows("Dovozimo", "Primer Ana", "Rok (kako je obećan)")
	d.keys("<ctrl+s>")
	d.calm()
	if rows := d.promised(); len(rows) != 1 || rows[0].Owner != "Primer Ana" || rows[0].Due != "2026-11-05" {
		t.Errorf("%+v", rows)
	}
}

func TestNoPromiseOfNothing(t *testing.T) {
	d := newForm(t, i18n.English)
	d.form().Turn(fyne.KeyF7)
	if len(d.form().s.Became) != 0 {
		t.Error("an empty point became a promise")
	}
	d.keys("We plant trees") // the keys went to the answer
	d.form().Turn(fyne.KeyF7)
	d.form().Turn(fyne.KeyF10) // makes nothing
	if len(d.form().s.Became) != 1 {
		t.Fatalf("%+v", d.form().s.Became)
	}
	// A promise without words is told beside its field; so is a date before the meeting.
	c := d.form().s.Became[0].Record.(*data.Commitment)
	c.Promise, c.Due = "", "2026-10-01"
	wrong := d.form().problems()
	if wrong[becameKey(c.ID, "promise")] == "" || !strings.Contains(wrong[becameKey(c.ID, "due")], "before the day") {
		t.Errorf("%v", wrong)
	}
	keys := []string{}
	for _, b := range d.form().bounds {
		keys = append(keys, b.key)
	}
	if !slices.Contains(keys, becameKey(c.ID, "due")) {
		t.Errorf("no field %s", becameKey(c.ID, "due"))
	}
	// With its point the promise goes.
	d.form().said.remove(d.form().s.Engagement.Points[0])
	if len(d.form().s.Became) != 0 {
		t.Error("a promise of a point that is gone")
	}
}

func TestIssueAndTaskFromAPoint(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>", "Dom kulture")
	d.keys(point...)
	d.form().Turn(fyne.KeyF6)
	d.form().Turn(fyne.KeyF9)
	d.keys("+3", "<tab>")
	d.Shot("engagements-form-issue-task")
	d.keys("<ctrl+s>")
	d.calm()
	e, err := d.db.Engagement(ctx, d.at().Record)
	d.must(err)
	raised, err := d.db.Follows(ctx, data.FollowFilter{Types: []string{data.Issues.Name}}, data.Page{})
	d.must(err)
	due, err := d.db.Follows(ctx, data.FollowFilter{Types: []string{data.Tasks.Name}}, data.Page{})
	d.must(err)
	if len(raised.Rows) != 1 || len(due.Rows) != 1 {
		t.Fatalf("%+v, %+v", raised.Rows, due.Rows)
	}
	x, err := d.db.Issue(ctx, raised.Rows[0].ID)
	d.must(err)
	if x.Text != "Wells went dry in August" || x.Kind != "question" || x.RaisedOn != "2026-10-21" || x.Topic != "water" || x.Settlement != e.Settlement || x.Engagement != e.ID ||
		x.Point != e.Points[0].ID || x.Owner != "Primer Officer" || len(x.Raisers) != 1 || x.Raisers[0].Stakeholder != e.Points[0].RaisedBy || x.Status() != data.IssueOpen {
		t.Errorf("%+v", x)
	}
	task, err := d.db.Task(ctx, due.Rows[0].ID)
	d.must(err)
	if task.Text != "We bring the result by 5 November" || task.Due != "2026-10-24" || task.Point != e.Points[0].ID || task.Stakeholder != e.Points[0].RaisedBy || task.Owner != "Primer Officer" {
		t.Errorf("%+v", task)
	}
	d.Shows(x.Number, task.Number+" · due 24 Oct 2026")
}

func TestGrievanceFromAPoint(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>", "Dom kulture")
	d.keys(point...)
	d.form().Turn(fyne.KeyF8)
	d.keys("serious", "<tab>", "<ctrl+s>")
	d.calm()
	e, err := d.db.Engagement(ctx, d.at().Record)
	d.must(err)
	rows := d.promised()
	if len(rows) != 1 || rows[0].Type != data.Grievances.Name {
		t.Fatalf("%+v", rows)
	}
	g, err := d.db.Grievance(ctx, rows[0].ID)
	d.must(err)
	if g.Description != "Wells went dry in August" || g.Channel != "meeting" || g.ReceivedOn != "2026-10-21" || g.Complaint != "named" || g.Stakeholder != e.Points[0].RaisedBy || g.Severity != "serious" ||
		g.ReceivedBy != "Primer Officer" || g.Settlement != e.Settlement || g.Point != e.Points[0].ID || g.Status() != data.GrievanceReceived {
		t.Errorf("%+v", g)
	}
	// The limit to acknowledge stands at the point: Wednesday, 21 October, and three working days.
	d.Shows(g.Number + " · due 26 Oct 2026")
}

// What is taken over follows from the engagement: by phone when it was a call, anonymous when nobody is named; the point may still change.
func TestGrievanceFollowsThePoint(t *testing.T) {
	e := &data.Engagement{Kind: "phone_call", Start: data.OnDay("2026-10-20"), Officers: []string{"Primer Ana"}, Confidentiality: "restricted"}
	s, x, g := &state{Engagement: e}, &data.Point{Topic: "water"}, &data.Grievance{}
	completeGrievance(s, x, g, "2026-10-21")
	if g.Channel != "phone" || g.Complaint != "anonymous" || g.ReceivedOn != "2026-10-20" || g.Confidentiality != "restricted" || g.Owner != "Primer Ana" {
		t.Errorf("%+v", g)
	}
	e.Kind, x.RaisedBy = "public_meeting", data.NewID()
	completeGrievance(s, x, g, "2026-10-21")
	if g.Channel != "meeting" || g.Complaint != "named" || g.Stakeholder != x.RaisedBy {
		t.Errorf("%+v", g)
	}
}
