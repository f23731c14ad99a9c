package indicator

import (
	"testing"

	"dogovor/data"
)

func raisedIssues(xs ...Issue) *Dataset {
	d := register(october)
	for _, x := range xs {
		x.ID = id(x.Number)
		d.Issues = append(d.Issues, x)
	}
	return d
}

func TestIssuesRaised(t *testing.T) {
	d := raisedIssues(
		Issue{Number: "a", RaisedOn: "2026-08-31", Topic: "water"}, // before the month before
		Issue{Number: "b", RaisedOn: "2026-09-01", Topic: "water"}, // September has 30 days: its first and last are both in
		Issue{Number: "c", RaisedOn: "2026-09-30", Topic: "jobs"},
		Issue{Number: "d", RaisedOn: "2026-10-01", Topic: "water", Kind: "concern", Settlement: id("Krivelj")},
		Issue{Number: "e", RaisedOn: "2026-10-15", Topic: "bees", Kind: "question", Settlement: id("gone")}, // a word of the user's own; a settlement in the bin
		Issue{Number: "f", RaisedOn: "2026-10-31", Topic: "water", Kind: "concern", Settlement: id("Bor")},
		Issue{Number: "g", RaisedOn: "2026-10-31"},
		Issue{Number: "h", RaisedOn: "2026-11-01", Topic: "water"})
	f := I1(d)
	want(t, "I1", []any{f.Numerator, f.Share, numbers(f.Evidence), f.Evidence[0].Type}, []any{4, false, "d e f g", "issue"})
	want(t, "before", []any{part(t, f, "before").Numerator, numbers(part(t, f, "before").Evidence)}, []any{2, "b c"})
	want(t, "topics", rows(t, f, "topic"), []string{"water=d f", "bees=e", "=g"})
	want(t, "topics before", rows(t, f, "topic_before"), []string{"water=b", "jobs=c"})
	want(t, "kinds", rows(t, f, "issue_kind"), []string{"question=e", "concern=d f", "=g"})
	want(t, "settlements", rows(t, f, "settlement"), []string{"Bor=f", "Krivelj=d", "=e g"})
}

func TestIssuesBeforeAnyDays(t *testing.T) {
	d := raisedIssues(Issue{Number: "a", RaisedOn: "2026-09-30"}, Issue{Number: "b", RaisedOn: "2026-10-01"}, Issue{Number: "c", RaisedOn: "2026-10-10"}, Issue{Number: "d", RaisedOn: "2026-10-11"})
	d.Period = data.Period{From: "2026-10-11", To: "2026-10-20"}
	f := I1(d)
	want(t, "ten days and the ten before", []string{numbers(f.Evidence), numbers(part(t, f, "before").Evidence)}, []string{"d", "b c"})
}

// Six issues of October and one before it; by hand: answered by its end b c d e, told back of them c d.
func TestIssuesAnsweredAndToldBack(t *testing.T) {
	d := raisedIssues(
		Issue{Number: "z", RaisedOn: "2026-09-30", RespondedOn: "2026-10-02", ToldOn: "2026-10-02"}, // raised before
		Issue{Number: "a", RaisedOn: "2026-10-01"},
		Issue{Number: "b", RaisedOn: "2026-10-01", RespondedOn: "2026-10-31", ToldOn: "2026-11-01"}, // answered on the last day, told after it
		Issue{Number: "c", RaisedOn: "2026-10-02", RespondedOn: "2026-10-02", ToldOn: "2026-10-31"},
		Issue{Number: "d", RaisedOn: "2026-10-03", RespondedOn: "2026-10-05", ToldOn: "2026-10-05", ClosedOn: "2026-10-06"},
		Issue{Number: "e", RaisedOn: "2026-10-31", RespondedOn: "2026-10-31"},
		Issue{Number: "f", RaisedOn: "2026-10-31", RespondedOn: "2026-11-01", ToldOn: "2026-11-01"}, // answered after the end
		Issue{Number: "g", RaisedOn: "2026-10-10", ClosedOn: "2026-10-20", ToldOn: "2026-10-20"})    // closed without an answer: of that people may be told, but it is none
	f := I2(d)
	want(t, "I2", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{4, 7, 57.0, "b c d e"})
	want(t, "unanswered", numbers(part(t, f, "unanswered").Evidence), "a f g")
	f = I3(d)
	want(t, "I3", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{2, 4, 50.0, "c d"})
	want(t, "untold", numbers(part(t, f, "answer_untold").Evidence), "b e")
	if x := d.Issues[7]; x.OpenAt("2026-10-20") || !x.OpenAt("2026-10-19") || x.OpenAt("2026-10-09") {
		t.Error("g was open from the 10th to the 19th")
	}
	want(t, "untold at the end", []bool{d.Issues[2].UntoldAt("2026-10-30"), d.Issues[2].UntoldAt("2026-10-31"), d.Issues[2].UntoldAt("2026-11-01"), d.Issues[4].UntoldAt("2026-10-31"), d.Issues[7].UntoldAt("2026-10-31")}, []bool{false, true, false, false, false})
	d.Issues = d.Issues[:2]
	if f := I3(d); !f.Share || f.Value != nil {
		t.Errorf("nothing was answered: %+v", f.Ratio)
	}
	want(t, "none of one", *I2(d).Value, 0.0)
}

func TestSatisfiedWithTheAnswer(t *testing.T) {
	f := I4(register(october,
		Engagement{Title: "a", Satisfied: map[string]int{"yes": 2, "partly": 1}},
		Engagement{Title: "b", Satisfied: map[string]int{"not_asked": 4}},
		Engagement{Title: "c"},
		Engagement{Title: "d", Satisfied: map[string]int{"no": 4, "yes": 1, "not_asked": 1}},
		Engagement{Title: "e", Satisfied: map[string]int{"partly": 4}}))
	want(t, "I4", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence), f.Evidence[0].Type}, []any{3, 12, 25.0, "E-a E-d E-e", "engagement"})
	for key, c := range map[string]struct {
		n    int
		refs string
	}{"points_partly": {5, "E-a E-e"}, "points_no": {4, "E-d"}, "points_not_asked": {5, "E-b E-d"}} {
		p := part(t, f, key)
		want(t, key, []any{p.Numerator, numbers(p.Evidence)}, []any{c.n, c.refs})
	}
	if f := I4(register(october, Engagement{Title: "a", Satisfied: map[string]int{"not_asked": 3}})); !f.Share || f.Value != nil || len(f.Evidence) > 0 {
		t.Errorf("nobody was asked: %+v", f.Ratio)
	}
}
