package store

import (
	"fmt"
	"testing"

	"dogovor/data"
)

// BenchmarkPromises looks at a ledger of a hundred promises and at one of ten thousand: the first page, and the count of those overdue that
// the navigation shows after every save.
func BenchmarkPromises(b *testing.B) {
	for _, n := range []int{100, 10000} {
		s := fresh(b)
		for at := 0; at < n; at += 100 {
			var recs []data.Record
			for i := at; i < at+100; i++ {
				made := data.Date("2026-01-01").AddDays(i % 200)
				c := promised(fmt.Sprintf("Obećanje %d o vodi", i), made, made.AddDays(30+i%60))
				if i%5 > 0 { // four of five are done
					c.DoneOn, c.Evidence = c.Due, "zapisnik"
				}
				recs = append(recs, c)
			}
			save(b, s, recs...)
		}
		b.Run(fmt.Sprintf("overdue/%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.CountFollows(ctx, data.FollowFilter{State: data.FollowOverdue, Today: day}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("page/%d", n), func(b *testing.B) {
			for b.Loop() {
				if p, err := s.Follows(ctx, data.FollowFilter{State: data.CommitmentOpen}, data.Page{Limit: 50}); err != nil || len(p.Rows) == 0 {
					b.Fatal(err)
				}
			}
		})
	}
}
