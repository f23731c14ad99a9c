package grievances

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// reach goes by Tab to what says word and presses Enter.
func (w *world) reach(word string) {
	w.T.Helper()
	for range 40 {
		if said, ok := w.Window().Canvas().Focused().(interface{ Word() string }); ok && said.Word() == word {
			w.Keys(fyne.KeyReturn)
			return
		}
		w.Keys(fyne.KeyTab)
	}
	w.T.Fatalf("Tab does not reach %q:\n%s", word, w.Texts())
}

// inOrder finds words on the window below each other, each a text of its own.
func (w *world) inOrder(words ...string) {
	w.T.Helper()
	seen := w.Texts()
	rest := seen[strings.Index(seen, "Edit\n"):] // the page
	for _, word := range words {
		_, after, found := strings.Cut(rest, "\n"+word+"\n")
		if !found {
			w.T.Errorf("%q does not stand behind those before it:\n%s", word, seen)
			return
		}
		rest = "\n" + after
	}
}

// From receipt to told back without a mouse: the next step is the first that Tab comes to behind the head of the page.
func TestTheWholeWayByKeyboard(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.list(screens.Place{})
	say := func(button string, answers ...string) {
		t.Helper()
		w.Keys(fyne.KeyReturn) // from the rows to the page
		w.reach(button)
		for i, a := range answers {
			if i > 0 {
				w.Keys(fyne.KeyTab)
			}
			w.Type(a)
		}
		w.Keys(fyne.KeyTab)
		l.Save()
		w.calm()
		widgets.Focus(l.Table())
	}
	w.inOrder("What comes next", "Acknowledge: by 15 Oct 2026", "Acknowledged…", "Assessed…", "Referred outside…", "Close…")
	w.inOrder("How far it came", "received", "acknowledged", "assessed", "investigated", "response offered", "response accepted", "closed", "told back", "Limits")
	say("Acknowledged…", "By phone")
	w.inOrder("What comes next", "Answer: by 2 Nov 2026", "Assessed…", "Referred outside…", "Close…")
	say("Assessed…", "yes")
	w.inOrder("What comes next", "Investigated…", "Assessed…", "Response offered…")
	say("Investigated…", "Measured at three places")
	w.inOrder("What comes next", "Response offered…", "Investigated…")
	say("Response offered…", "We water the road", "A tanker every day")
	w.inOrder("What comes next", "Accepted…", "Response offered…", "Not accepted…", "Appealed…")
	say("Accepted…", "Primer Marko", "At home")
	w.inOrder("What comes next", "Close…", "Appealed…", "Referred outside…", "response accepted", "closed", "told back")
	say("Close…", "The road is watered", "The tanker runs", "21.10.2026", "yes", "Ask the drivers first")
	g := w.read(w.dust.ID)
	if g.Status() != data.GrievanceClosed || g.Steps[5].Outcome != "resolved" || g.Steps[5].Why != "The road is watered" || g.RemedyOffered != "A tanker every day" || g.RemedyGiven != "The tanker runs" ||
		g.RemedyOn != "2026-10-21" || g.Satisfied != "yes" || g.Lessons != "Ask the drivers first" || g.Steps[4].Who != "Primer Marko" {
		t.Fatalf("%+v %+v", g, g.Steps[5])
	}
	l.Narrow(func(f *filter) { f.State = data.FollowUntold })
	w.inOrder("It is closed. Tell the complainant how it ended.", "Told back…", "Appealed…", "closed: resolved", "told back")
	say("Told back…", "Primer Marko")
	l = w.list(screens.Place{Record: g.ID})
	w.inOrder("It is closed. Only an appeal or a referral outside opens it again.", "Appealed…", "Referred outside…", "told back", "21 Oct 2026 · Primer Marko", "Limits")
	w.Hides("not told back")
	// What was said last is taken back first: that it was told, then the end.
	for _, want := range []string{"“told back” of 21 Oct 2026", "“closed” of 21 Oct 2026"} {
		w.Press("Take the last step back")
		w.Shows(want)
		w.Press("Take the last step back")
		l.Reload()
	}
	w.calm()
	if g = w.read(g.ID); g.Status() != data.GrievanceAccepted || g.ToldOn != "" {
		t.Errorf("%+v", g)
	}
	for range 2 {
		if err := w.db.Undo(ctx, w.Batches[len(w.Batches)-1]); err != nil {
			t.Fatal(err)
		}
		w.Batches = w.Batches[:len(w.Batches)-1]
	}
	if g = w.read(g.ID); g.ToldOn != "2026-10-21" || g.Status() != data.GrievanceClosed {
		t.Errorf("not as before: %+v", g)
	}
	// An appeal opens it again; then the new end has to be told as well.
	l.Reload()
	say("Appealed…", "Primer Marko", "The tanker came once")
	if g = w.read(g.ID); !g.Open() || g.ToldOn == "" {
		t.Errorf("%+v", g)
	}
	w.inOrder("What comes next", "Assessed…", "appealed", "assessed", "investigated")
}

// The order in which the page proposes steps ends every grievance, whoever complains and whatever is found.
func TestWhatComesNextLeadsToTheEnd(t *testing.T) {
	for _, c := range []struct {
		name       string
		g          data.Grievance
		admissible string
		want       []string
	}{
		{"named", data.Grievance{Complaint: "named"}, "yes", course[:6]},
		{"not for us", data.Grievance{Complaint: "named"}, "no", []string{"acknowledged", "assessed", "offered", "accepted", "closed"}},
		{"no way to answer", data.Grievance{Complaint: "anonymous"}, "yes", []string{"assessed", "investigated", "closed"}},
		{"a way to answer", data.Grievance{Complaint: "anonymous", ReplyTo: "a note at the shop"}, "yes", course[:6]},
		{"rejected", data.Grievance{Complaint: "named", Steps: []*data.GrievanceStep{{Kind: "assessed", Admissible: "yes"}, {Kind: "offered"}, {Kind: "rejected"}}}, "yes",
			[]string{"offered", "accepted", "closed"}},
		{"at court", data.Grievance{Complaint: "named", Steps: []*data.GrievanceStep{{Kind: "acknowledged"}, {Kind: "referred"}}}, "yes", []string{"closed"}},
	} {
		g, got := c.g, []string(nil)
		for g.Open() && len(got) < 10 {
			kind := next(&g)
			if !slices.Contains(g.NextSteps(), kind) {
				t.Fatalf("%s: after %v %q is proposed, which makes no sense", c.name, got, kind)
			}
			if all := ahead(&g); all[0] != kind || slices.Contains(all[1:], kind) {
				t.Errorf("%s: %s is first among %v", c.name, kind, all)
			}
			got = append(got, kind)
			g.Steps = append(g.Steps, &data.GrievanceStep{Kind: kind, On: "2026-10-21", Admissible: c.admissible, Outcome: g.Closings()[0]})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
		if n := next(&g); (n == told) != g.Reachable() {
			t.Errorf("%s: after the end %q", c.name, n)
		}
	}
}

// Received on the eve of Labour Day 2026, a Thursday: Friday is a holiday, then comes a weekend, so the three working days end on Wednesday.
func TestLimitsAreCountedInWorkingDays(t *testing.T) {
	w := newWorld(t, i18n.English)
	g := &data.Grievance{ReceivedOn: "2026-04-30", Complaint: "named", Stakeholder: w.marko.ID, Description: "Blasting cracked the wall", Confidentiality: "restricted"}
	for _, c := range []struct {
		day   int
		state string
		limit string
	}{{6, "due today", "due today"}, {8, "overdue by 2 days", "overdue by 2 working days"}, {11, "overdue by 5 days", "overdue by 3 working days"}} {
		w.Clock = time.Date(2026, 5, c.day, 9, 0, 0, 0, time.UTC)
		w.save(g)
		l := w.list(screens.Place{Filter: filter{Types: []string{data.Grievances.Name}, IDs: []data.ID{g.ID}, Today: record.Today(w)}, Record: g.ID})
		if row := l.Table().Rows()[0]; row.Due != "2026-05-06" {
			t.Fatalf("%+v", row)
		}
		w.Shows(c.state, c.limit, "6 May 2026", "restricted", "How was this counted?")
		for range 10 { // Tab goes over the head and the steps to it
			if d, ok := w.Window().Canvas().Focused().(interface{ Word() string }); ok && d.Word() == "How was this counted?" {
				break
			}
			w.Keys(fyne.KeyTab)
		}
	}
	w.Press("How was this counted?")
	w.Shows("working day 3: the last day in time", "1 May 2026", "not counted: the count starts on the next day")
	w.calm()
}

func TestThirdPartyAndLongDescriptions(t *testing.T) {
	w := newWorld(t, i18n.English)
	ana := &data.Stakeholder{Kind: "person", Name: "Primer Jelena"}
	w.save(ana)
	long := "Since the spring trucks go through the village at night. " + strings.Repeat("Nobody sleeps. ", 12) + "The school is beside the road."
	g := &data.Grievance{ReceivedOn: "2026-10-20", Complaint: "third_party", Stakeholder: w.marko.ID, ThirdParty: ana.ID, Description: long, Confidentiality: "restricted", Retaliation: true}
	w.save(g)
	w.list(screens.Place{Record: g.ID})
	w.Shows("Primer Jelena", "Primer Marko", "Who brings it for them", "fears retaliation", "restricted")
	if h := (page{Known: record.Known{Host: w}, g: g}).Heading(); len([]rune(h.Title)) != longTitle || len(h.Badges) != 3 {
		t.Errorf("%q, %d badges", h.Title, len(h.Badges))
	}
	if seen := strings.ReplaceAll(w.Texts(), "\n", " "); !strings.Contains(seen, "The school is beside the road.") {
		t.Error("the end of a long description is nowhere: " + seen)
	}
	w.Press("Make a task of it")
	if task, ok := w.Gone[len(w.Gone)-1].Filter.(*data.Task); !ok || task.Grievance != g.ID || task.Confidentiality != "restricted" {
		t.Errorf("%+v", task)
	}
	w.calm()
}

// What the form asks follows who complains, and what makes no sense is said beside its field.
func TestFormSwitchesByWhoComplains(t *testing.T) {
	w := newWorld(t, i18n.English)
	f := Form(w, w.db, screens.Place{Area: screens.Grievances, Edit: true}).(*record.Form)
	w.Open(f)
	w.Shows("Complaining costs nothing")
	w.Hides("How to answer, if there is a way", "Who brings it for them", "How far it came", "Remedy", "Told back")
	w.Type("Noise at night")
	w.FocusField("Who complains")
	w.Type("anonymous")
	w.Shows("How to answer, if there is a way")
	f.Save()
	w.calm()
	if g := w.read(w.Gone[len(w.Gone)-1].Record); g.Complaint != "anonymous" || g.Reachable() {
		t.Errorf("%+v", g)
	}
	f = Form(w, w.db, screens.Place{Area: screens.Grievances, Edit: true}).(*record.Form)
	w.Open(f)
	w.Type("The well is dry")
	w.FocusField("Who complains")
	w.Type("through")
	w.Hides("How to answer, if there is a way")
	f.Save()
	w.Shows("Needed: please fill this in.")
	w.FocusField("Who brings it for them")
	w.Type("Primer Nova")
	w.Keys(fyne.KeyReturn)
	f.Save()
	w.calm()
	g := w.read(w.Gone[len(w.Gone)-1].Record)
	if s, err := w.db.Stakeholder(ctx, g.ThirdParty); err != nil || s.Name != "Primer Nova" || !g.Stakeholder.IsZero() {
		t.Errorf("%+v, %v", g, err)
	}
}

func TestStepsAreCorrectedInTheForm(t *testing.T) {
	w := newWorld(t, i18n.English)
	w.dust.Steps = []*data.GrievanceStep{{Kind: data.GrievanceAcknowledged, On: "2026-10-14"}, {Kind: data.GrievanceAssessed, On: "2026-10-15", Admissible: "yes"}}
	w.save(w.dust)
	open := func() *record.Form {
		f := Form(w, w.db, screens.Place{Area: screens.Grievances, Record: w.dust.ID, Edit: true}).(*record.Form)
		w.Open(f)
		return f
	}
	f := open()
	w.Shows("How far it came", "Does it concern us?")
	w.Hides("Referred to", "Outcome")
	widgets.Focus(f.Fields().Field("grievance_step.1.why"))
	w.Shot("grievances-form-steps")
	f.Fields().Field("received_on").FocusTarget().(*widgets.DateField).SetText("16.10.2026")
	f.Save()
	w.Shows("This is before the step") // and so on, in lines
	if g := w.read(w.dust.ID); g.ReceivedOn != "2026-10-12" {
		t.Errorf("saved: %+v", g)
	}
	f.Fields().Field("received_on").FocusTarget().(*widgets.DateField).SetText("13.10.2026")
	widgets.Focus(f.Fields().Field("grievance_step.1.kind"))
	f.Fields().Field("grievance_step.1.kind").FocusTarget().(*widgets.Choice).SetText("")
	w.Type("accepted")
	w.Keys(fyne.KeyTab)
	f.Save()
	w.Shows("No response was offered yet")
	w.Shot("grievances-form-refused")
	if len(w.Failed) > 0 {
		t.Errorf("said in a dialog: %v", w.Failed)
	}
}

func TestListSaysStepAndMarks(t *testing.T) {
	w := newWorld(t, i18n.English)
	w.Resize(1900, 900)
	w.save(&data.Grievance{ReceivedOn: "2026-10-20", Complaint: "anonymous", Description: "Buka noću", Severity: "minor", Confidentiality: "restricted"})
	l := w.list(screens.Place{})
	w.Shows("overdue by 6 days · received", w.dust.Number, "received · restricted", "minor", "serious", "Next limit")
	l.Narrow(func(f *filter) { f.Severity = "minor" })
	if rows := l.Table().Rows(); len(rows) != 1 || rows[0].Severity != "minor" {
		t.Errorf("%+v", rows)
	}
	w.calm()
}
