package store

import (
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

// everything saves a little of all that is followed up, in and around a village; by the words they begin with.
func everything(t testing.TB, s *Store) (krivelj *data.Settlement, marko, cveta *data.Stakeholder, e *data.Engagement, all map[string]data.Record) {
	krivelj, marko, cveta = place("Krivelj", "Кривељ"), person("Primer Marko"), person("Пример Цвета")
	save(t, s, krivelj, marko, cveta)
	e = held("Bunari", "2026-10-01 18:00", marko)
	e.Settlement = krivelj.ID
	e.Points = []*data.Point{{Topic: "water", Said: "Presušili su bunari"}}
	save(t, s, e)
	at := func(x data.Record) data.Record {
		for name, id := range map[string]data.ID{"engagement": e.ID, "point": e.Points[0].ID, "settlement": krivelj.ID} {
			f, _ := x.Type().Field(name)
			*f.Ptr(x).(*data.ID) = id
		}
		return x
	}
	issue := func(words, kind string, raised data.Date) *data.Issue {
		return &data.Issue{Text: words, Kind: kind, Topic: "water", RaisedOn: raised, Owner: "Primer Ana"}
	}
	grievance := func(words string, received data.Date, steps ...*data.GrievanceStep) *data.Grievance {
		return &data.Grievance{Channel: "in_person", Complaint: "named", Stakeholder: marko.ID, Topic: "noise_blasting", Severity: "serious", ReceivedOn: received,
			ReceivedBy: "Primer Ana", Owner: "Primer Oficir", Description: words, Steps: steps}
	}
	step := func(kind string, on data.Date) *data.GrievanceStep {
		return &data.GrievanceStep{Kind: kind, On: on, Who: "Primer Ana", Why: "zapisnik"}
	}
	assessed, closed := step(data.GrievanceAssessed, "2026-09-04"), step(data.GrievanceClosed, "2026-09-18")
	assessed.Admissible, closed.Outcome = "yes", "unfounded"
	open, answered := at(issue("Kada stiže voda?", "question", "2026-10-01")).(*data.Issue), issue("Da li je voda zdrava?", "concern", "2026-09-15")
	open.Raisers = []*data.Raiser{{Stakeholder: marko.ID}, {Stakeholder: cveta.ID}}
	answered.Response, answered.ResponseOn, answered.Severity = "Jeste, evo nalaza", "2026-09-20", "serious"
	told := issue("Treba nam put", "need", "2026-09-16")
	told.Response, told.ResponseOn, told.ToldOn, told.ToldWhom = "Krpimo ga", "2026-09-17", "2026-09-18", "selu"
	promise := at(promised("Dovozimo vodu", "2026-10-01", "2026-10-20")).(*data.Commitment)
	promise.Recipients = []*data.Recipient{{Stakeholder: cveta.ID}}
	new1 := grievance("Pukao je zid", "2026-10-20") // three working days: the 23rd
	heard := grievance("Buka noću", "2026-10-12", step(data.GrievanceAcknowledged, "2026-10-13"))
	shut := at(grievance("Prašina u dvorištu", "2026-09-01", step(data.GrievanceAcknowledged, "2026-09-02"), assessed, closed)).(*data.Grievance)
	shut.Complaint, shut.ThirdParty, shut.Confidentiality = "third_party", cveta.ID, "restricted"
	todo := &data.Task{Text: "Pozvati opštinu", MadeOn: "2026-10-02", Due: "2026-10-19", Owner: "Primer Oficir", Stakeholder: marko.ID}
	did := &data.Task{Text: "Odneti nalaz", MadeOn: "2026-10-02", Due: "2026-10-10", DoneOn: "2026-10-09", Owner: "Primer Ana"}
	all = map[string]data.Record{"open": open, "answered": answered, "told": told, "promise": promise, "new": new1, "heard": heard, "shut": shut, "todo": todo, "did": did}
	for _, n := range []string{"open", "answered", "told", "promise", "new", "heard", "shut", "todo", "did"} {
		todo.Commitment = promise.ID // given by now
		save(t, s, all[n])
	}
	return krivelj, marko, cveta, e, all
}

// follows lists what a filter leaves by the names of everything, page by page.
func follows(t *testing.T, s *Store, all map[string]data.Record, f data.FollowFilter, limit int) string {
	t.Helper()
	var names []string
	for page := (data.Page{Limit: limit}); ; {
		got, err := s.Follows(ctx, f, page)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range got.Rows {
			for n, x := range all {
				if x.Head().ID == r.ID {
					names = append(names, n)
				}
			}
		}
		if page.After = got.Next; got.Next == "" {
			break
		}
	}
	if n, err := s.CountFollows(ctx, f); err != nil || n != len(names) {
		t.Errorf("%+v: counted %d (%v), listed %d", f, n, err, len(names))
	}
	return strings.Join(names, " ")
}

func TestFollows(t *testing.T) {
	s := fresh(t)
	krivelj, marko, cveta, e, all := everything(t, s)
	for _, c := range []struct {
		f    data.FollowFilter
		want string
	}{
		{data.FollowFilter{}, "did todo promise new heard open answered told shut"},
		{data.FollowFilter{Descending: true}, "shut told answered open heard new promise todo did"},
		{data.FollowFilter{ByDay: true}, "shut answered told promise open todo did heard new"},
		{data.FollowFilter{Types: []string{"task", "grievance"}}, "did todo new heard shut"},
		{data.FollowFilter{State: data.FollowOpen}, "todo promise new heard open"},
		{data.FollowFilter{State: data.FollowOpen, ByDay: true, Descending: true}, "new heard todo open promise"},
		{data.FollowFilter{State: data.FollowOverdue, Today: day}, "todo promise"},
		{data.FollowFilter{State: data.FollowOverdue, Today: "2026-10-24"}, "todo promise new"},
		{data.FollowFilter{State: data.FollowDueSoon, Today: day}, "new"},
		{data.FollowFilter{State: data.FollowDueSoon, Today: "2026-10-19"}, "todo promise new"},
		{data.FollowFilter{State: data.FollowUntold}, "answered shut"},
		{data.FollowFilter{State: data.FollowUntold, Public: true}, "answered"},
		{data.FollowFilter{State: data.GrievanceAcknowledged}, "heard"},
		{data.FollowFilter{State: data.TaskDone}, "did"},
		{data.FollowFilter{State: data.IssueTold}, "told"},
		{data.FollowFilter{Owner: "Primer Oficir"}, "todo promise new heard shut"},
		{data.FollowFilter{Owner: "Primer Oficir", State: data.FollowOpen}, "todo promise new heard"},
		{data.FollowFilter{Settlement: krivelj.ID}, "promise open shut"},
		{data.FollowFilter{Engagement: e.ID, Types: []string{"issue"}}, "open"},
		{data.FollowFilter{Stakeholder: marko.ID}, "todo new heard open shut"},
		{data.FollowFilter{Stakeholder: cveta.ID}, "promise open shut"},
		{data.FollowFilter{Topic: "noise_blasting"}, "new heard shut"},
		{data.FollowFilter{Kind: "concern"}, "answered"},
		{data.FollowFilter{Severity: "serious"}, "new heard answered shut"},
		{data.FollowFilter{About: all["promise"].Head().ID}, "todo"},
		{data.FollowFilter{About: all["shut"].Head().ID, Types: []string{"task", "issue"}}, ""},
		{data.FollowFilter{Text: "вода"}, "open answered"},
		{data.FollowFilter{Text: "krivelj cveta"}, "promise open shut"},
		{data.FollowFilter{Text: "…"}, ""},
		{data.FollowFilter{IDs: []data.ID{all["shut"].Head().ID, all["promise"].Head().ID}}, "promise shut"},
		{data.FollowFilter{Binned: true}, ""},
	} {
		for _, limit := range []int{1, 2, 100} {
			if got := follows(t, s, all, c.f, limit); got != c.want {
				t.Errorf("%+v by %d: %s, not %s", c.f, limit, got, c.want)
			}
		}
	}
	if who, err := s.FollowOwners(ctx); err != nil || !slices.Equal(who, []string{"Primer Ana", "Primer Oficir"}) {
		t.Errorf("owners %v, %v", who, err)
	}
	if who, err := s.FollowOwners(ctx, "commitment"); err != nil || !slices.Equal(who, []string{"Primer Oficir"}) {
		t.Errorf("owners of promises %v, %v", who, err)
	}
	page, err := s.Follows(ctx, data.FollowFilter{IDs: []data.ID{all["shut"].Head().ID}}, data.Page{})
	want := data.FollowRow{Type: "grievance", ID: all["shut"].Head().ID, Number: "G-26-BOR1-0003", Text: "Prašina u dvorištu", Status: "closed", Untold: true, On: "2026-09-01",
		EndedOn: "2026-09-18", Owner: "Primer Oficir", Topic: "noise_blasting", Severity: "serious", Settlement: krivelj.ID, SettlementName: "Krivelj", SettlementCyrl: "Кривељ",
		Engagement: e.ID, Point: e.Points[0].ID, Restricted: true}
	if err != nil || len(page.Rows) != 1 || page.Rows[0] != want {
		t.Errorf("%+v %v", page.Rows, err)
	}
	wantWhole(t, s)
}

// TestFollowsKeepUp changes what lines in the lists follow from.
func TestFollowsKeepUp(t *testing.T) {
	s := fresh(t)
	krivelj, marko, cveta, _, all := everything(t, s)
	marko.Name, cveta.OtherNames, krivelj.Name = "Primer Žarko", []string{"Cvetana"}, "Veliki Krivelj"
	save(t, s, marko)
	save(t, s, cveta)
	save(t, s, krivelj)
	for text, want := range map[string]string{"žarko": "todo new heard open shut", "cvetana": "promise open shut", "veliki": "promise open shut", "marko": ""} {
		if got := follows(t, s, all, data.FollowFilter{Text: text}, 9); got != want {
			t.Errorf("%s finds %s, not %s", text, got, want)
		}
	}
	due := func(want string) {
		t.Helper()
		page, err := s.Follows(ctx, data.FollowFilter{Types: []string{"grievance"}}, data.Page{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range page.Rows {
			got = append(got, string(r.Due))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("due %q, not %s", got, want)
		}
		wantWhole(t, s)
	}
	set := func(batch data.ID, err error) data.ID {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return batch
	}
	due("2026-10-23 2026-11-02 ")
	off := set(s.SetHoliday(ctx, "2026-10-22", "Odluka vlade", false))
	due("2026-10-26 2026-11-03 ")
	five := set(s.SetSetting(ctx, data.TargetAcknowledge, "5"))
	due("2026-10-28 2026-11-03 ")
	if err := s.Undo(ctx, five); err != nil {
		t.Fatal(err)
	}
	due("2026-10-26 2026-11-03 ")
	set(s.SetSetting(ctx, data.TargetAcknowledge, "1")) // out of the bin, where the undo put it
	due("2026-10-21 2026-11-03 ")
	if b := set(s.SetSetting(ctx, data.TargetAcknowledge, "1")); !b.IsZero() {
		t.Error("the same value is a change")
	}
	if err := s.Undo(ctx, off); err != nil {
		t.Fatal(err)
	}
	due("2026-10-21 2026-11-02 ")
	set(s.SetHoliday(ctx, "2026-10-24", "Radna subota", true))
	due("2026-10-21 2026-10-30 ")
	set(s.SetHoliday(ctx, "2026-10-21", "Neradno", false))
	set(s.Bin(ctx, "holiday", data.HolidayID("2026-10-24")))
	due("2026-10-22 2026-11-03 ")
	if days, err := s.Holidays(ctx); err != nil || len(days) != 1 || days[0].Name != "Neradno" {
		t.Errorf("holidays %+v %v", days, err)
	}
	if c, err := s.Calendar(ctx); err != nil || c.Working("2026-10-21") || c.Working("2026-10-24") {
		t.Errorf("calendar %v", err)
	}
	if got, err := s.Targets(ctx); err != nil || got != (data.Targets{Acknowledge: 1, Respond: 15, Close: 30}) {
		t.Errorf("targets %+v %v", got, err)
	}
	if v, err := s.Setting(ctx, data.TargetAcknowledge); err != nil || v != "1" {
		t.Errorf("setting %q %v", v, err)
	}
	_, err := s.SetSetting(ctx, data.TargetAcknowledge, "0")
	wantCode(t, err, "invalid")
	_, err = s.SetHoliday(ctx, "", "", false)
	wantCode(t, err, "invalid")
}

// TestGrievanceStepsAreParts takes the steps of a grievance through bin and undo.
func TestGrievanceStepsAreParts(t *testing.T) {
	s := fresh(t)
	_, _, _, _, all := everything(t, s)
	g := all["new"].(*data.Grievance)
	g.Steps = []*data.GrievanceStep{{Kind: data.GrievanceAcknowledged, On: "2026-10-20", Who: "Primer Ana"}}
	first := save(t, s, g)
	g.Steps = append(g.Steps, &data.GrievanceStep{Kind: data.GrievanceAssessed, On: "2026-10-21", Who: "Primer Ana", Admissible: "yes"})
	save(t, s, g)
	state := func(want string) {
		t.Helper()
		x, err := s.Grievance(ctx, g.ID)
		if err != nil {
			t.Fatal(err)
		}
		page, err := s.Follows(ctx, data.FollowFilter{IDs: []data.ID{g.ID}, Binned: x.Binned}, data.Page{})
		if err != nil || len(page.Rows) != 1 || page.Rows[0].Status != want || x.Status() != want {
			t.Errorf("%s, and in the list %+v, not %s (%v)", x.Status(), page.Rows, want, err)
		}
		wantWhole(t, s)
	}
	state(data.GrievanceAssessed)
	binned, err := s.Bin(ctx, "grievance", g.ID)
	if err != nil {
		t.Fatal(err)
	}
	state(data.GrievanceAssessed)
	if err := s.Undo(ctx, binned); err != nil {
		t.Fatal(err)
	}
	state(data.GrievanceAssessed)
	if _, err := s.Bin(ctx, "grievance", g.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(ctx, "grievance", g.ID); err != nil {
		t.Fatal(err)
	}
	state(data.GrievanceAssessed)
	x, _ := s.Grievance(ctx, g.ID)
	x.Steps = x.Steps[:1]
	shorter := save(t, s, x)
	state(data.GrievanceAcknowledged)
	if err := s.Undo(ctx, shorter); err != nil {
		t.Fatal(err)
	}
	state(data.GrievanceAssessed)
	// What later steps rest on is not taken back without them.
	x, _ = s.Grievance(ctx, g.ID)
	x.Steps = append(x.Steps, &data.GrievanceStep{Kind: data.GrievanceOffered, On: "2026-10-21"})
	offered := save(t, s, x)
	x.Steps = append(x.Steps, &data.GrievanceStep{Kind: data.GrievanceAccepted, On: "2026-10-21"})
	accepted := save(t, s, x)
	wantCode(t, s.Undo(ctx, offered), "undo.no_longer_fits")
	state(data.GrievanceAccepted)
	for _, b := range []data.ID{accepted, offered} {
		if err := s.Undo(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	state(data.GrievanceAssessed)
	// An acknowledgement may go: nothing rests on it.
	if err := s.Undo(ctx, first); err != nil {
		t.Fatal(err)
	}
	state(data.GrievanceAssessed)
}
