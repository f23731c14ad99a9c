package indicator

import (
	"fmt"
	"strings"
	"testing"

	"dogovor/data"
)

func complaints(gs ...Grievance) *Dataset {
	d := register(october)
	for _, g := range gs {
		g.ID = id(g.Number)
		d.Grievances = append(d.Grievances, g)
	}
	return d
}

// turns are days with outcomes; "" opens again.
func turns(pairs ...string) (out []Turn) {
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, Turn{data.Date(pairs[i]), pairs[i+1]})
	}
	return out
}

func TestGrievancesReceived(t *testing.T) {
	f := G1(complaints(
		Grievance{Number: "a", ReceivedOn: "2026-09-30", Topic: "water"},
		Grievance{Number: "b", ReceivedOn: "2026-10-01", Topic: "roads_traffic", Severity: "minor", Channel: "phone", Settlement: id("Krivelj")},
		Grievance{Number: "c", ReceivedOn: "2026-10-31", Topic: "water", Severity: "critical", Channel: "box", Settlement: id("Bor")},
		Grievance{Number: "d", ReceivedOn: "2026-10-31", Severity: "minor"},
		Grievance{Number: "e", ReceivedOn: "2026-11-01", Topic: "water"}))
	want(t, "G1", []any{f.Numerator, f.Share, numbers(f.Evidence), f.Evidence[0].Type}, []any{3, false, "b c d", "grievance"})
	want(t, "topics", rows(t, f, "topic"), []string{"water=c", "roads_traffic=b", "=d"})
	want(t, "severities", rows(t, f, "severity"), []string{"minor=b d", "critical=c"})
	want(t, "settlements", rows(t, f, "settlement"), []string{"Bor=c", "Krivelj=b", "=d"})
	want(t, "channels", rows(t, f, "channel"), []string{"phone=b", "box=c", "=d"})
}

// Eleven grievances; by hand: judged b c d f h k, of them in time b c f k.
func TestAcknowledgedOnTime(t *testing.T) {
	d := complaints(
		Grievance{Number: "a", Reachable: true, ReceivedOn: "2026-09-30", Acknowledge: "2026-10-05", Acknowledged: "2026-10-01"}, // received before
		Grievance{Number: "b", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Acknowledged: "2026-10-01"}, // on the same day
		Grievance{Number: "c", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Acknowledged: "2026-10-06"}, // on the last day
		Grievance{Number: "d", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Acknowledged: "2026-10-07"}, // a day late
		Grievance{Number: "e", ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06"},                                              // anonymous, no way to answer
		Grievance{Number: "f", Reachable: true, ReceivedOn: "2026-10-02", Acknowledge: "2026-10-07", Acknowledged: "2026-10-05"}, // anonymous with a way to answer: as any other
		Grievance{Number: "g", Reachable: true, ReceivedOn: "2026-10-28", Acknowledge: "2026-11-02", Acknowledged: "2026-11-05"}, // still inside at the end, whatever came later
		Grievance{Number: "h", Reachable: true, ReceivedOn: "2026-10-27", Acknowledge: "2026-10-30"},                             // its last day was the one before the end
		Grievance{Number: "i", Reachable: true, ReceivedOn: "2026-10-28", Acknowledge: "2026-10-31"},                             // its last day is the end: not over yet
		Grievance{Number: "j", ReceivedOn: "2026-10-28", Acknowledge: "2026-11-02", Acknowledged: "2026-10-28"},                  // unreachable: never judged
		Grievance{Number: "k", Reachable: true, ReceivedOn: "2026-10-30", Acknowledge: "2026-11-04", Acknowledged: "2026-10-31"}, // inside, but done already
		Grievance{Number: "l", Reachable: true, ReceivedOn: "2026-11-01", Acknowledge: "2026-11-04", Acknowledged: "2026-11-01"})
	f := G2(d)
	want(t, "G2", []any{f.Code, f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{"G2", 4, 6, 67.0, "b c f k"})
	want(t, "late", numbers(part(t, f, "past_limit").Evidence), "d h")
	want(t, "inside", numbers(part(t, f, "inside_limit").Evidence), "g i")
	want(t, "unreachable", numbers(part(t, f, "unreachable").Evidence), "e j")
	d.Grievances = d.Grievances[8:9]
	if f := G2(d); !f.Share || f.Value != nil {
		t.Errorf("one that is still inside is %+v, not n/a", f.Ratio)
	}
}

// G3 goes by the other limit.
func TestRespondedOnTime(t *testing.T) {
	f := G3(complaints(
		Grievance{Number: "a", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Respond: "2026-10-22", Responded: "2026-10-22"},
		Grievance{Number: "b", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Acknowledged: "2026-10-02", Respond: "2026-10-22", Responded: "2026-10-23"},
		Grievance{Number: "c", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Acknowledged: "2026-10-02", Respond: "2026-10-22"},
		Grievance{Number: "d", Reachable: true, ReceivedOn: "2026-10-20", Acknowledge: "2026-10-23", Respond: "2026-11-10"}))
	want(t, "G3", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{1, 3, 33.0, "a"})
	want(t, "late", numbers(part(t, f, "past_limit").Evidence), "b c")
	want(t, "inside", numbers(part(t, f, "inside_limit").Evidence), "d")
}

func TestDaysToClose(t *testing.T) {
	d := complaints(
		Grievance{Number: "a", ReceivedOn: "2026-08-01", Close: "2026-08-31", Turns: turns("2026-09-30", "resolved")},                                             // before
		Grievance{Number: "b", ReceivedOn: "2026-09-11", Close: "2026-10-11", Turns: turns("2026-10-01", "resolved")},                                             // 20 days
		Grievance{Number: "c", ReceivedOn: "2026-09-21", Close: "2026-10-21", Turns: turns("2026-10-31", "withdrawn")},                                            // 40 days: late; withdrawn is closed too
		Grievance{Number: "d", ReceivedOn: "2026-10-01", Close: "2026-10-31", Turns: turns("2026-10-01", "unfounded")},                                            // on the same day: 0
		Grievance{Number: "e", ReceivedOn: "2026-08-02", Close: "2026-09-01", Turns: turns("2026-08-20", "resolved", "2026-09-15", "", "2026-10-20", "rejected")}, // 79: from the first day to the last closing
		Grievance{Number: "f", ReceivedOn: "2026-09-01", Close: "2026-10-01", Turns: turns("2026-10-10", "resolved", "2026-10-15", "")},                           // opened again by an appeal: open, 60 days, past its limit
		Grievance{Number: "g", ReceivedOn: "2026-10-21", Close: "2026-11-20", Turns: turns("2026-11-05", "resolved")},                                             // closed later: open at the end, 10 days
		Grievance{Number: "h", ReceivedOn: "2026-10-01", Close: "2026-10-31", Turns: turns("2026-10-10", "resolved", "2026-11-02", "")},                           // appealed after the end: closed at it, 9 days
		Grievance{Number: "i", ReceivedOn: "2026-10-01", Close: "2026-10-31"},                                                                                     // open 30 days; its last day is not over
		Grievance{Number: "j", ReceivedOn: "2026-10-31", Close: "2026-11-30"},                                                                                     // open 0 days
		Grievance{Number: "k", ReceivedOn: "2026-10-02", Close: "2026-11-01", Turns: turns("2026-10-05", "rejected", "2026-10-05", "", "2026-10-05", "resolved")}) // all on a day: 3
	f := G4(d)
	// closed b c d e h k: 0 3 9 20 40 79, median 14.5; 90 % of 6 is 5.4, so the sixth
	want(t, "G4", []any{*f.Value, f.Share, numbers(f.Evidence)}, []any{14.5, false, "b c d e h k"})
	want(t, "p90", *part(t, f, "days_p90").Value, 79.0)
	want(t, "closed", part(t, f, "closed").Numerator, 6)
	want(t, "closed late", numbers(part(t, f, "closed_late").Evidence), "c e")
	// open f g i j: 60 10 30 0
	want(t, "open", numbers(part(t, f, "open").Evidence), "f g i j")
	want(t, "age", *part(t, f, "open_age").Value, 20.0)
	want(t, "open late", numbers(part(t, f, "open_late").Evidence), "f")

	none := G4(complaints())
	if none.Value != nil || part(t, none, "days_p90").Value != nil || part(t, none, "open_age").Value != nil || *part(t, none, "closed").Value != 0 {
		t.Errorf("of nothing: %+v", none)
	}
}

func TestNearestRank(t *testing.T) {
	hundred := make([]int, 100)
	for i := range hundred {
		hundred[i] = 100 - i
	}
	for _, c := range []struct {
		of   []int
		want float64
	}{{[]int{7}, 7}, {[]int{2, 1}, 2}, {[]int{9, 8, 7, 6, 5, 4, 3, 2, 1}, 9}, {[]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 9}, {[]int{11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10}, {hundred, 90}} {
		want(t, "p90", *nearestRank(c.of, 90).Value, c.want)
	}
}

func TestResolvedAndRemedied(t *testing.T) {
	f := G5(complaints(
		Grievance{Number: "a", ReceivedOn: "2026-09-30", Turns: turns("2026-10-05", "resolved"), RemedyOn: "2026-10-05"}, // received before
		Grievance{Number: "b", ReceivedOn: "2026-10-01", Turns: turns("2026-10-31", "resolved"), RemedyOn: "2026-10-31"},
		Grievance{Number: "c", ReceivedOn: "2026-10-01", Turns: turns("2026-10-20", "resolved"), RemedyOn: "2026-11-01"}, // remedy after the end
		Grievance{Number: "d", ReceivedOn: "2026-10-01", Turns: turns("2026-10-20", "resolved")},
		Grievance{Number: "e", ReceivedOn: "2026-10-01", Turns: turns("2026-10-20", "withdrawn"), RemedyOn: "2026-10-20"}, // not resolved
		Grievance{Number: "f", ReceivedOn: "2026-10-01", Turns: turns("2026-11-01", "resolved")},                          // resolved after the end
		Grievance{Number: "g", ReceivedOn: "2026-10-01", Turns: turns("2026-10-10", "resolved", "2026-10-12", "")},        // appealed
		Grievance{Number: "h", ReceivedOn: "2026-10-31"}))
	want(t, "G5", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{3, 7, 43.0, "b c d"})
	r := part(t, f, "remedied")
	want(t, "remedied", []any{r.Numerator, r.Denominator, *r.Value, numbers(r.Evidence)}, []any{1, 3, 33.0, "b"})
}

func TestSatisfiedWithTheEnd(t *testing.T) {
	end := turns("2026-10-20", "resolved")
	f := G6(complaints(
		Grievance{Number: "a", ReceivedOn: "2026-08-01", Turns: end, Satisfied: "yes"},
		Grievance{Number: "b", ReceivedOn: "2026-08-01", Turns: end, Satisfied: "partly"},
		Grievance{Number: "c", ReceivedOn: "2026-10-01", Turns: end, Satisfied: "no"},
		Grievance{Number: "d", ReceivedOn: "2026-10-01", Turns: end, Satisfied: "not_asked"},
		Grievance{Number: "e", ReceivedOn: "2026-10-01", Turns: end},
		Grievance{Number: "f", ReceivedOn: "2026-10-01", Turns: turns("2026-11-01", "resolved"), Satisfied: "yes"},
		Grievance{Number: "g", ReceivedOn: "2026-10-01", Turns: turns("2026-10-02", "rejected", "2026-10-09", ""), Satisfied: "no"})) // open again
	want(t, "G6", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{1, 3, 33.0, "a"})
	asked := part(t, f, "asked")
	want(t, "asked", []any{asked.Numerator, asked.Denominator, *asked.Value, numbers(asked.Evidence)}, []any{3, 5, 60.0, "a b c"})
}

func TestRepeatRate(t *testing.T) {
	g := func(number string, on data.Date, topic, place string) Grievance {
		x := Grievance{Number: number, ReceivedOn: on, Topic: topic}
		if place != "" {
			x.Settlement = id(place)
		}
		return x
	}
	f := G7(complaints(
		g("z", "2025-10-01", "water", "Bor"), // 365 days before 1 October 2026
		g("y", "2025-10-01", "jobs", "Krivelj"),
		g("x", "2026-09-01", "", "Bor"),
		g("a", "2026-10-01", "water", "Bor"),    // repeats z, on the last day that counts
		g("b", "2026-10-02", "jobs", "Krivelj"), // y is 366 days before
		g("c", "2026-10-02", "water", "Krivelj"),
		g("d", "2026-10-03", "noise_blasting", "Bor"), // two on one day: neither is before the other
		g("e", "2026-10-03", "noise_blasting", "Bor"),
		g("f", "2026-10-04", "noise_blasting", "Bor"), // repeats them
		g("h", "2026-10-04", "", "Bor"),               // no category
		g("i", "2026-10-05", "water", ""),             // no settlement
		g("j", "2026-10-05", "water", ""),
		g("k", "2026-11-01", "water", "Bor")))
	want(t, "G7", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{2, 9, 22.0, "a f"})
	want(t, "unplaced", numbers(part(t, f, "unplaced").Evidence), "h i j")
}

func TestOneGrievance(t *testing.T) {
	d := complaints(Grievance{Number: "a", ReceivedOn: "2026-10-05", Reachable: true, Topic: "water", Settlement: id("Bor"), Acknowledge: "2026-10-08", Acknowledged: "2026-10-06",
		Respond: "2026-10-26", Responded: "2026-10-27", Close: "2026-11-04", Turns: turns("2026-10-30", "resolved"), RemedyOn: "2026-10-30", Satisfied: "yes"})
	for code, w := range map[string]float64{"G1": 1, "G2": 100, "G3": 0, "G4": 25, "G5": 100, "G6": 100, "G7": 0} {
		for _, f := range All(d) {
			if f.Code == code {
				want(t, code, *f.Value, w)
			}
		}
	}
}

func TestLateCases(t *testing.T) {
	d := complaints(
		Grievance{Number: "a", Reachable: true, ReceivedOn: "2026-09-01", Acknowledge: "2026-09-04", Acknowledged: "2026-09-30", Respond: "2026-09-22", Responded: "2026-10-01",
			Close: "2026-10-01", Turns: turns("2026-10-02", "resolved")}, // acknowledged late, but before the period; answered 9 days late, closed a day late
		Grievance{Number: "b", Reachable: true, ReceivedOn: "2026-09-25", Acknowledge: "2026-09-30", Acknowledged: "2026-09-30", Respond: "2026-10-16", Close: "2026-10-25",
			Responded: "2026-11-03", Turns: turns("2026-11-03", "resolved")}, // received before, late in the period, and done only after it
		Grievance{Number: "c", ReceivedOn: "2026-09-25", Acknowledge: "2026-09-30", Respond: "2026-10-16", Close: "2026-10-25"},                                                                                                               // nobody to answer: only its end is late
		Grievance{Number: "d", Reachable: true, ReceivedOn: "2026-10-28", Acknowledge: "2026-10-31", Respond: "2026-11-18", Close: "2026-11-27"},                                                                                              // due on the last day
		Grievance{Number: "e", Reachable: true, ReceivedOn: "2026-10-27", Acknowledge: "2026-10-30", Respond: "2026-11-17", Close: "2026-11-26"},                                                                                              // a day late
		Grievance{Number: "f", Reachable: true, ReceivedOn: "2026-10-01", Acknowledge: "2026-10-06", Acknowledged: "2026-10-06", Respond: "2026-10-22", Responded: "2026-10-22", Close: "2026-10-31", Turns: turns("2026-10-31", "resolved")}) // all in time
	var got []string
	for _, l := range d.Late() {
		got = append(got, fmt.Sprint(l.Number, " ", l.What, " ", l.Limit, " ", l.Done, " ", l.Days))
	}
	want(t, "late", got, []string{
		"a respond 2026-09-22 2026-10-01 9", "a close 2026-10-01 2026-10-02 1",
		"b respond 2026-10-16  15", "b close 2026-10-25  6", "c close 2026-10-25  6", "e acknowledge 2026-10-30  1"})
	for i, steps := range []string{"2026-09-29 acknowledge, 2026-09-30 respond, 2026-10-31 respond, 2026-11-03 close", "2026-10-31 respond"} {
		g := &d.Grievances[i+1]
		for _, step := range strings.Split(steps, ", ") {
			day, what, _ := strings.Cut(step, " ")
			limits := map[string]data.Date{LateAcknowledge: g.Acknowledge, LateRespond: g.Respond, LateClose: g.Close}
			if next, limit := g.NextAt(data.Date(day)); next != what || limit != limits[what] {
				t.Errorf("on %s the next for %s is to %s by %s, not to %s", day, g.Number, next, limit, what)
			}
		}
	}
}
