package store

import (
	"testing"

	"dogovor/data"
	"dogovor/data/indicator"
)

func TestDatasetHoldsIssues(t *testing.T) {
	s := fresh(t)
	krivelj := place("Krivelj", "")
	save(t, s, krivelj)
	first := &data.Issue{Text: "Bunari", Kind: "concern", Topic: "water", Severity: "serious", RaisedOn: "2026-07-31", Owner: "Primer Ana", Settlement: krivelj.ID,
		Response: "Uzorkujemo.", ResponseOn: "2026-08-03", ToldOn: "2026-08-04", ToldWhom: "savet"}
	last := &data.Issue{Text: "Put", Kind: "need", RaisedOn: "2026-08-31", ClosedOn: "2026-08-31", ClosedWhy: "isto"}
	later := &data.Issue{Text: "Kasnije", Kind: "need", RaisedOn: "2026-09-01"}
	secret := &data.Issue{Text: "Tajno", Kind: "need", RaisedOn: "2026-08-01", Confidentiality: "restricted"}
	gone := &data.Issue{Text: "Bačeno", Kind: "need", RaisedOn: "2026-08-01"}
	save(t, s, first, last, later, secret, gone)
	if _, err := s.Bin(ctx, "issue", gone.ID); err != nil {
		t.Fatal(err)
	}
	d, err := s.Dataset(ctx, data.MonthOf("2026-08-01"), false)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Issues) != 2 || d.Issues[0] != (indicator.Issue{ID: first.ID, Number: first.Number, RaisedOn: "2026-07-31", Kind: "concern", Topic: "water", Severity: "serious", Settlement: krivelj.ID,
		Owner: "Primer Ana", RespondedOn: "2026-08-03", ToldOn: "2026-08-04"}) || d.Issues[1].ID != last.ID || d.Issues[1].ClosedOn != "2026-08-31" {
		t.Errorf("%+v", d.Issues)
	}
	if d, _ = s.Dataset(ctx, data.MonthOf("2026-08-01"), true); len(d.Issues) != 3 {
		t.Errorf("with restricted ones: %+v", d.Issues)
	}
}

// Limits follow from the targets and the days off that were entered. 3 August 2026 is a Monday.
func TestDatasetHoldsGrievancesWithTheirLimits(t *testing.T) {
	s := fresh(t)
	ana := person("Primer Ana")
	save(t, s, ana)
	step := func(kind string, on data.Date, outcome string) *data.GrievanceStep {
		x := &data.GrievanceStep{Kind: kind, On: on, Outcome: outcome}
		if kind == data.GrievanceAssessed {
			x.Admissible = "yes"
		}
		if kind == data.GrievanceAppealed || outcome == "rejected" {
			x.Why = "razlog"
		}
		return x
	}
	named := &data.Grievance{Complaint: "named", Stakeholder: ana.ID, Description: "Prašina", ReceivedOn: "2026-08-03", Topic: "air_dust", Severity: "moderate", Channel: "phone",
		Satisfied: "yes", RemedyGiven: "pranje", RemedyOn: "2026-08-21", Steps: []*data.GrievanceStep{
			step(data.GrievanceAcknowledged, "2026-08-05", ""), step(data.GrievanceAssessed, "2026-08-05", ""), step(data.GrievanceOffered, "2026-08-20", ""), step(data.GrievanceClosed, "2026-08-20", "rejected"),
			step(data.GrievanceAppealed, "2026-08-21", ""), step(data.GrievanceInvestigated, "2026-08-21", ""), step(data.GrievanceOffered, "2026-08-21", ""), step(data.GrievanceClosed, "2026-09-02", "resolved")}}
	unknown := &data.Grievance{Complaint: "anonymous", Description: "Buka", ReceivedOn: "2026-08-03"}
	reachable := &data.Grievance{Complaint: "anonymous", ReplyTo: "sanduče kod škole", Description: "Buka", ReceivedOn: "2026-08-04", Confidentiality: "restricted"}
	gone := &data.Grievance{Complaint: "anonymous", Description: "Bačeno", ReceivedOn: "2026-08-04"}
	save(t, s, named, unknown, reachable, gone, &data.Grievance{Complaint: "anonymous", Description: "Kasnije", ReceivedOn: "2026-09-01"})
	if _, err := s.Bin(ctx, "grievance", gone.ID); err != nil {
		t.Fatal(err)
	}
	read := func(restricted bool) []indicator.Grievance {
		t.Helper()
		d, err := s.Dataset(ctx, data.MonthOf("2026-08-01"), restricted)
		if err != nil {
			t.Fatal(err)
		}
		return d.Grievances
	}
	gs := read(false)
	if len(gs) != 2 || gs[0].ID != named.ID || gs[1].ID != unknown.ID {
		t.Fatalf("%+v", gs)
	}
	g := gs[0]
	if g.Acknowledge != "2026-08-06" || g.Respond != "2026-08-24" || g.Close != "2026-09-02" || g.Acknowledged != "2026-08-05" || g.Responded != "2026-08-20" || !g.Reachable || gs[1].Reachable ||
		g.Topic != "air_dust" || g.Severity != "moderate" || g.Channel != "phone" || g.Satisfied != "yes" || g.RemedyOn != "2026-08-21" || g.Number != named.Number {
		t.Errorf("%+v", g)
	}
	for day, want := range map[data.Date]data.Date{"2026-08-19": "", "2026-08-20": "2026-08-20", "2026-08-21": "", "2026-09-01": "", "2026-09-02": "2026-09-02"} {
		if on, _ := g.ClosedAt(day); on != want {
			t.Errorf("at %s it stood closed on %q, not %q", day, on, want)
		}
	}
	if all := read(true); len(all) != 3 || !all[2].Reachable {
		t.Errorf("with restricted ones: %+v", all)
	}
	if _, err := s.SetSetting(ctx, data.TargetAcknowledge, "1"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SetHoliday(ctx, "2026-08-04", "po odluci", false); err != nil {
		t.Fatal(err)
	}
	if g := read(false)[0]; g.Acknowledge != "2026-08-05" || g.Respond != "2026-08-25" {
		t.Errorf("with other targets and a day off: %+v", g)
	}
}

func TestDatasetHoldsWhatPeopleSaidToTheAnswers(t *testing.T) {
	s := fresh(t)
	e, none := held("Sa tačkama", "2026-08-01 10:00"), held("Bez tačaka", "2026-08-02 10:00")
	for _, code := range []string{"yes", "yes", "partly", "no", "not_asked", ""} {
		e.Points = append(e.Points, &data.Point{Said: "nešto", Satisfied: code})
	}
	before := held("Pre", "2026-07-31 10:00")
	before.Points = []*data.Point{{Said: "nešto", Satisfied: "yes"}}
	save(t, s, e, none, before)
	e.Points = e.Points[1:] // one goes to the bin
	save(t, s, e)
	d, err := s.Dataset(ctx, data.MonthOf("2026-08-01"), false)
	if err != nil {
		t.Fatal(err)
	}
	got := d.Engagements[0].Satisfied
	if got["yes"] != 1 || got["partly"] != 1 || got["no"] != 1 || got["not_asked"] != 2 || d.Engagements[1].Satisfied != nil {
		t.Errorf("%v, %v", got, d.Engagements[1].Satisfied)
	}
	if f := indicator.I4(d); f.Numerator != 1 || f.Denominator != 3 {
		t.Errorf("%+v", f.Ratio)
	}
}
