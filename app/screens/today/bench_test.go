package today

import (
	"context"
	"fmt"
	"iter"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/data/store"
)

// year is a year's promises, half as many grievances and a quarter as many issues of two officers. A fifth of them is open; of the promises
// some are late and some due within the week, so that a hundred fill the screen as ten thousand do.
func year(promises int) iter.Seq[store.Batch] {
	officers := []string{me, "Primer Drugi"}
	return func(yield func(store.Batch) bool) {
		for at := range promises {
			owner := officers[at%len(officers)]
			made := data.Date("2026-01-05").AddDays(at * 300 / promises)
			open := at%5 == 0
			c := promise(fmt.Sprintf("Obećanje %d: uzorkovati bunar i javiti rezultat", at), owner, data.DateOf(clock).AddDays(at/5%10-3))
			c.MadeOn = made
			if !open {
				c.DoneOn, c.Evidence = made.AddDays(3), "zapisnik"
			}
			recs := []data.Record{c}
			if at%2 == 0 {
				g := &data.Grievance{Channel: "phone", ReceivedOn: made, Complaint: "anonymous", ReplyTo: "mesna kancelarija", Description: fmt.Sprintf("Kamioni noću voze kroz selo (%d)", at), Owner: owner}
				if !open {
					g.Steps = []*data.GrievanceStep{{Kind: data.GrievanceClosed, On: made.AddDays(2), Who: owner, Why: "nije naše", Outcome: "withdrawn"}}
				}
				recs = append(recs, g)
			}
			if at%4 == 0 {
				i := &data.Issue{Text: fmt.Sprintf("Pitanje %d", at), Owner: owner, RaisedOn: made, Kind: "question"}
				if !open {
					i.Response, i.ResponseOn, i.ResponseBy = "Odgovoreno", made.AddDays(2), owner
				}
				recs = append(recs, i)
			}
			for _, r := range recs {
				r.Head().ID = data.NewID()
			}
			if !yield(store.Batch{At: time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC).AddDate(0, 0, at*300/promises+4), Officer: owner, Records: recs}) {
				return
			}
		}
	}
}

// BenchmarkOpening opens the whole screen: reads, builds, lays out and gives the focus. With ten thousand promises and five thousand
// grievances it must take as long as with a hundred and fifty. Headless, what screens that are gone were drawn with is never let go, and slows
// the later ones: run it with -benchtime 20x.
func BenchmarkOpening(b *testing.B) {
	for _, n := range []int{100, 10000} {
		db := openStore(b, me)
		if err := db.SaveAll(context.Background(), year(n)); err != nil {
			b.Fatal(err)
		}
		for _, whose := range []string{mine, everybodys} {
			b.Run(fmt.Sprintf("%d/%s", n, whose), func(b *testing.B) {
				h := screentest.New(b, i18n.SerbianLatin, clock)
				h.Remember(keptWhose, whose)
				for b.Loop() {
					s := New(h, db, screens.Place{Area: screens.Today})
					h.Open(s)
					if len(h.Failed) > 0 || len(s.parts) < 2 {
						b.Fatal(h.Failed, len(s.parts))
					}
				}
			})
			b.Run(fmt.Sprintf("%d/%s/read", n, whose), func(b *testing.B) {
				q := query{today: data.DateOf(clock), officer: me, whose: whose}
				for b.Loop() {
					if _, err := q.read(context.Background(), db); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
