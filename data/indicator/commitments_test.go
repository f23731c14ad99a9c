package indicator

import (
	"testing"

	"dogovor/data"
)

func ledger(cs ...Commitment) *Dataset {
	d := register(october)
	for _, c := range cs {
		c.ID = id(c.Number)
		d.Commitments = append(d.Commitments, c)
	}
	return d
}

func TestPromisesMade(t *testing.T) {
	f := C1(ledger(Commitment{Number: "a", MadeOn: "2026-09-30"}, Commitment{Number: "b", MadeOn: "2026-10-01"}, Commitment{Number: "c", MadeOn: "2026-10-31"}, Commitment{Number: "d", MadeOn: "2026-11-01"}))
	want(t, "C1", []any{f.Numerator, numbers(f.Evidence), f.Evidence[0].Type}, []any{2, "b c", "commitment"})
}

// Eight promises; by hand: due in October by the first date b c d e f g h, of them withdrawn by the end h, kept b d; late c e f g.
func TestPromisesKept(t *testing.T) {
	made := data.Date("2026-09-01")
	d := ledger(
		Commitment{Number: "a", MadeOn: made, Due: "2026-09-30", DoneOn: "2026-09-30"},                                           // due before
		Commitment{Number: "b", MadeOn: made, Due: "2026-10-01", DoneOn: "2026-10-01"},                                           // on the first day, on time
		Commitment{Number: "c", MadeOn: made, Due: "2026-10-10", DoneOn: "2026-10-11"},                                           // a day late
		Commitment{Number: "d", MadeOn: made, Due: "2026-10-31", DoneOn: "2026-09-02", Withdrawn: ""},                            // long before, due on the last day
		Commitment{Number: "e", MadeOn: made, Due: "2026-10-15", Moved: moved("2026-10-14", "2026-10-20"), DoneOn: "2026-10-20"}, // late, but as it was moved
		Commitment{Number: "f", MadeOn: made, Due: "2026-10-15", Moved: moved("2026-10-10", "2026-11-05")},                       // moved out of the period
		Commitment{Number: "g", MadeOn: made, Due: "2026-10-15", Moved: moved("2026-11-02", "2026-12-05")},                       // moved only after its end: not known yet
		Commitment{Number: "h", MadeOn: made, Due: "2026-10-15", Withdrawn: "2026-10-31"},                                        // out
		Commitment{Number: "i", MadeOn: made, Due: "2026-10-16", Withdrawn: "2026-11-01"},                                        // withdrawn later: was open
		Commitment{Number: "j", MadeOn: made, Due: "2026-09-15", Moved: moved("2026-09-14", "2026-10-05"), DoneOn: "2026-10-06"}, // moved into the period, late
		Commitment{Number: "k", MadeOn: made},                                                                                    // no date
		Commitment{Number: "l", MadeOn: "2026-11-01", Due: "2026-11-01"})
	f := C2(d)
	want(t, "C2", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{2, 7, 29.0, "b d"})
	want(t, "late", numbers(part(t, f, "late").Evidence), "c e f g i")
	r := part(t, f, "revised") // b c d e g i j, kept b d e
	want(t, "revised", []any{r.Numerator, r.Denominator, *r.Value, numbers(r.Evidence)}, []any{3, 7, 43.0, "b d e"})
}

func moved(dates ...data.Date) (out []Moved) {
	for i := 0; i < len(dates); i += 2 {
		out = append(out, Moved{dates[i], dates[i+1]})
	}
	return out
}

func TestPromisesOverdue(t *testing.T) {
	made := data.Date("2026-09-01")
	d := ledger(
		Commitment{Number: "a", MadeOn: made, Due: "2026-10-30", Owner: "Ana"},                         // by 1 day
		Commitment{Number: "b", MadeOn: made, Due: "2026-10-31", Owner: "Ana"},                         // due on the last day: not yet
		Commitment{Number: "c", MadeOn: made, Due: "2026-10-21", Owner: "Boris", DoneOn: "2026-11-02"}, // done after: was overdue by 10
		Commitment{Number: "d", MadeOn: made, Due: "2026-10-01", Owner: "Boris", DoneOn: "2026-10-31"},
		Commitment{Number: "e", MadeOn: made, Due: "2026-10-01", Withdrawn: "2026-10-31"},
		Commitment{Number: "f", MadeOn: made, Due: "2026-10-01", Withdrawn: "2026-11-01", Owner: "Ana"}, // by 30
		Commitment{Number: "g", MadeOn: made, Due: "2026-10-01", Moved: moved("2026-10-02", "2026-11-15")},
		Commitment{Number: "h", MadeOn: made, Due: "2026-10-01", Moved: moved("2026-10-02", "2026-10-05", "2026-10-06", "2026-10-28", "2026-11-01", "2026-12-01")}, // by 3; nobody's
		Commitment{Number: "i", MadeOn: made})
	f := C3(d)
	want(t, "C3", []any{f.Numerator, numbers(f.Evidence)}, []any{4, "a c f h"})
	want(t, "median of 1 3 10 30", *part(t, f, "median_days").Value, 6.5)
	want(t, "by owner", rows(t, f, "owner"), []string{"Ana=a f", "Boris=c", "=h"})
	d.Commitments = d.Commitments[:3]
	want(t, "median of 1 10", *part(t, C3(d), "median_days").Value, 5.5)
	d.Commitments = d.Commitments[:2]
	want(t, "median of 1", *part(t, C3(d), "median_days").Value, 1.0)
	d.Commitments = d.Commitments[1:2]
	if f := C3(d); f.Numerator != 0 || part(t, f, "median_days").Value != nil {
		t.Errorf("nothing overdue: %+v", f)
	}
}

func TestPromisesToldBack(t *testing.T) {
	made := data.Date("2026-09-01")
	f := C4(ledger(
		Commitment{Number: "a", MadeOn: made, DoneOn: "2026-09-30", ToldOn: "2026-10-05"}, // done before
		Commitment{Number: "b", MadeOn: made, DoneOn: "2026-10-01", ToldOn: "2026-10-31"},
		Commitment{Number: "c", MadeOn: made, DoneOn: "2026-10-31", ToldOn: "2026-11-01"}, // told after the end
		Commitment{Number: "d", MadeOn: made, DoneOn: "2026-10-15"},
		Commitment{Number: "e", MadeOn: made, Withdrawn: "2026-10-15", ToldOn: "2026-10-16"})) // not done
	want(t, "C4", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{1, 3, 33.0, "b"})
	want(t, "untold", numbers(part(t, f, "untold").Evidence), "c d")
}

func TestNoPromises(t *testing.T) {
	d := register(october)
	for _, f := range []Figure{C2(d), C4(d)} {
		if !f.Share || f.Value != nil {
			t.Errorf("%s of nothing is %+v, not n/a", f.Code, f.Ratio)
		}
	}
	want(t, "C1", *C1(d).Value, 0.0)
	want(t, "C3", *C3(d).Value, 0.0)
}
