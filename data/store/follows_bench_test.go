package store

import (
	"fmt"
	"testing"
	"time"

	"dogovor/data"
)

// BenchmarkToday reads what the screen that the program opens to reads, of a hundred promises and fifty grievances, and of ten thousand and five
// thousand: a twentieth of all is open. docs/speed.md keeps the ratios of one run.
func BenchmarkToday(b *testing.B) {
	s, few := fresh(b), fresh(b)
	stock(b, few, 100)
	stock(b, s, 10000)
	since := time.Date(2026, 10, 20, 0, 0, 0, 0, data.HomeZone())
	mine := func(f data.FollowFilter) data.FollowFilter {
		f.Owner, f.Today = "Primer Oficir", day
		return f
	}
	for _, of := range []struct {
		name string
		read func(*Store) (int, error)
	}{
		{"mine overdue", func(s *Store) (int, error) { return rows(s, mine(data.FollowFilter{State: data.FollowOverdue})) }},
		{"mine due soon", func(s *Store) (int, error) { return rows(s, mine(data.FollowFilter{State: data.FollowDueSoon})) }},
		{"grievances near their limit", func(s *Store) (int, error) {
			return rows(s, data.FollowFilter{Types: []string{"grievance"}, State: data.FollowDueSoon, Today: day})
		}},
		{"untold", func(s *Store) (int, error) { return rows(s, data.FollowFilter{State: data.FollowUntold, ByDay: true}) }},
		{"all there is, newest", func(s *Store) (int, error) { return rows(s, data.FollowFilter{ByDay: true, Descending: true}) }},
		{"count overdue of each type", func(s *Store) (int, error) {
			sum := 1
			for _, t := range data.FollowTypes() {
				n, err := s.CountFollows(ctx, data.FollowFilter{Types: []string{t.Name}, State: data.FollowOverdue, Today: day})
				if err != nil {
					return 0, err
				}
				sum += n
			}
			return sum, nil
		}},
		{"whose", func(s *Store) (int, error) {
			who, err := s.FollowOwners(ctx)
			return len(who), err
		}},
		{"what others changed", func(s *Store) (int, error) {
			changed, err := s.Since(ctx, since, "Primer Ana", 8)
			return len(changed), err
		}},
		{"meetings of the week", func(s *Store) (int, error) {
			p, err := s.Engagements(ctx, data.EngagementFilter{From: day, To: day.AddDays(6), OldestFirst: true}, data.Page{Limit: 8})
			return 1 + len(p.Rows), err
		}},
	} {
		for n, s := range map[int]*Store{100: few, 10000: s} {
			b.Run(fmt.Sprintf("%s/%d", of.name, n), func(b *testing.B) {
				for b.Loop() {
					if got, err := of.read(s); err != nil || got == 0 {
						b.Fatal(got, err)
					}
				}
			})
		}
	}
}

func rows(s *Store, f data.FollowFilter) (int, error) {
	p, err := s.Follows(ctx, f, data.Page{Limit: 8})
	return len(p.Rows), err
}

// stock fills a database with n promises and half as many grievances, and meetings around them.
func stock(b *testing.B, s *Store, n int) {
	marko := person("Primer Marko")
	save(b, s, marko)
	for at := 0; at < n; at += 100 {
		var recs []data.Record
		for i := at; i < at+100; i++ {
			open, on := i%20 == 0, day.AddDays(-40-i%300)
			if open {
				on = day.AddDays(-i / 20 * 7 % 40)
			}
			c := promised(fmt.Sprintf("Obećanje %d o vodi", i), on, on.AddDays(24))
			c.Recipients = []*data.Recipient{{Stakeholder: marko.ID}}
			if i%3 == 1 {
				c.Owner = "Primer Milena"
			}
			if !open {
				c.DoneOn, c.Evidence, c.ToldOn, c.ToldWhom = on.AddDays(9), "zapisnik", on.AddDays(10), "selu"
				if i%33 == 0 {
					c.ToldOn, c.ToldWhom = "", ""
				}
			}
			if recs = append(recs, c); i%2 > 0 && !open {
				continue
			}
			g := &data.Grievance{Channel: "phone", Complaint: "named", Stakeholder: marko.ID, Topic: "water", Severity: "minor", ReceivedOn: on, Owner: c.Owner, Description: fmt.Sprintf("Pritužba %d na buku", i)}
			g.Steps = []*data.GrievanceStep{{Kind: data.GrievanceAcknowledged, On: on}}
			if !open {
				g.Steps = append(g.Steps, &data.GrievanceStep{Kind: data.GrievanceClosed, On: on.AddDays(8), Outcome: "withdrawn", Why: "sam"})
				g.ToldOn, g.ToldWhom = on.AddDays(9), "podnosiocu"
			}
			recs = append(recs, g)
		}
		e := held(fmt.Sprintf("Susret %d", at), string(day.AddDays(-at/100%90))+" 18:00")
		save(b, s, append(recs, e)...)
	}
}
