package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"dogovor/data"
)

func titles(rows []data.EngagementRow) (out []string) {
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

func list(t *testing.T, s *Store, f data.EngagementFilter) []string {
	t.Helper()
	p, err := s.Engagements(ctx, f, data.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.CountEngagements(ctx, f)
	if err != nil || n != len(p.Rows) {
		t.Errorf("%+v: %d rows, counted %d (%v)", f, len(p.Rows), n, err)
	}
	return titles(p.Rows)
}

func TestEngagementFilters(t *testing.T) {
	s := fresh(t)
	krivelj, slatina := place("Krivelj", "Кривељ"), place("Slatina", "Слатина")
	marko, grad := person("Primer Đorđe"), &data.Stakeholder{Kind: "organisation", Name: "Grad Bor", Groups: []string{"local_government", "state_authority"}}
	vesna := person("Пример Весна")
	vesna.Groups = []string{"landowner"}
	save(t, s, krivelj, slatina, marko, grad, vesna)
	add := func(title, start, kind, status string, at *data.Settlement, who ...*data.Stakeholder) *data.Engagement {
		e := held(title, start, who...)
		if e.Kind, e.Status = kind, status; at != nil {
			e.Settlement = at.ID
		}
		save(t, s, e)
		return e
	}
	a := add("A first of October", "2026-10-01 00:00", "meeting", "held", krivelj, marko)
	b := add("B last of September", "2026-09-30 23:59", "site_visit", "held", slatina, marko, grad)
	add("C last of October", "2026-10-31 23:59", "meeting", "planned", nil, vesna)
	add("D first of November", "2026-11-01 00:00", "letter", "planned", krivelj)
	day := held("E a day without time", "2026-10-15 10:00", grad, vesna)
	day.Start, day.Settlement, day.Women = data.OnDay("2026-10-15"), slatina.ID, 7
	day.Points = []*data.Point{{Topic: "water", Said: "Бунари су суви"}}
	save(t, s, day)
	binned := add("F in the bin", "2026-10-16 10:00", "meeting", "held", krivelj, marko)
	if _, err := s.Bin(ctx, "engagement", binned.ID); err != nil {
		t.Fatal(err)
	}
	one := func(x data.ID) []data.ID { return []data.ID{x} }
	for _, c := range []struct {
		name string
		f    data.EngagementFilter
		want string // first letters
	}{
		{"all, newest first", data.EngagementFilter{}, "DCEAB"},
		{"oldest first", data.EngagementFilter{OldestFirst: true}, "BAECD"},
		{"October in Belgrade", data.EngagementFilter{From: "2026-10-01", To: "2026-10-31"}, "CEA"},
		{"from", data.EngagementFilter{From: "2026-11-01"}, "D"},
		{"until", data.EngagementFilter{To: "2026-09-30"}, "B"},
		{"kinds", data.EngagementFilter{Kinds: []string{"letter", "site_visit"}}, "DB"},
		{"status", data.EngagementFilter{Statuses: []string{"held"}}, "EAB"},
		{"settlement", data.EngagementFilter{Settlements: one(krivelj.ID)}, "DA"},
		{"settlements", data.EngagementFilter{Settlements: []data.ID{krivelj.ID, slatina.ID}}, "DEAB"},
		{"group", data.EngagementFilter{Groups: []string{"local_government"}}, "EB"},
		{"groups, each meeting once", data.EngagementFilter{Groups: []string{"local_government", "landowner", "state_authority"}}, "CEB"},
		{"stakeholder", data.EngagementFilter{Stakeholder: marko.ID}, "AB"},
		{"stakeholder and group", data.EngagementFilter{Stakeholder: vesna.ID, Groups: []string{"local_government"}}, "E"},
		{"stakeholder, oldest first", data.EngagementFilter{Stakeholder: marko.ID, OldestFirst: true}, "BA"},
		{"evidence", data.EngagementFilter{IDs: []data.ID{a.ID, b.ID}}, "AB"},
		{"unknown evidence", data.EngagementFilter{IDs: one(data.NewID())}, ""},
		{"bin", data.EngagementFilter{Binned: true}, "F"},
		{"text of a point, other script", data.EngagementFilter{Text: "bunar"}, "E"},
		{"text of a name", data.EngagementFilter{Text: "djordje"}, "AB"},
		{"text of a place", data.EngagementFilter{Text: "кривељ"}, "DA"},
		{"text and kind", data.EngagementFilter{Text: "krivelj", Kinds: []string{"letter"}}, "D"},
		{"text and period", data.EngagementFilter{Text: "dom kulture", From: "2026-10-15", To: "2026-10-15"}, "E"},
		{"text and group", data.EngagementFilter{Text: "slatina", Groups: []string{"landowner"}}, "E"},
		{"text and settlement", data.EngagementFilter{Text: "first", Settlements: one(krivelj.ID)}, "DA"},
		{"text and stakeholder", data.EngagementFilter{Text: "september", Stakeholder: grad.ID}, "B"},
		{"text in the bin", data.EngagementFilter{Text: "bin", Binned: true}, "F"},
		{"text, oldest first", data.EngagementFilter{Text: "dom", OldestFirst: true}, "BAECD"},
		{"number", data.EngagementFilter{Text: "E-26-BOR1-0002"}, "B"},
		{"text without a word", data.EngagementFilter{Text: "  *\" "}, ""},
		{"text of an operator", data.EngagementFilter{Text: "first OR last"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, title := range list(t, s, c.f) {
				got += title[:1]
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	p, _ := s.Engagements(ctx, data.EngagementFilter{IDs: one(day.ID)}, data.Page{})
	want := data.EngagementRow{ID: day.ID, Number: day.Number, Title: day.Title, Start: day.Start, Kind: "meeting", Status: "held", Settlement: slatina.ID,
		SettlementName: "Slatina", SettlementCyrl: "Слатина", Named: 2, People: 9, Points: 1}
	if len(p.Rows) != 1 || p.Rows[0] != want {
		t.Errorf("%+v, want %+v", p.Rows, want)
	}
}

// TestPages walks lists page by page while records come in: nothing is shown twice, nothing is left out.
func TestPages(t *testing.T) {
	s := fresh(t)
	var want []string
	for i := range 25 {
		title := fmt.Sprintf("Susret %02d", i)
		save(t, s, held(title, "2026-10-01 10:00"), person(fmt.Sprintf("Primer %02d", i))) // all at the same minute
		want = append(want, title)
	}
	for _, f := range []data.EngagementFilter{{OldestFirst: true}, {}, {Text: "susret"}, {Text: "susret", OldestFirst: true}} {
		var got []string
		page := data.Page{Limit: 4}
		for n := 0; ; n++ {
			p, err := s.Engagements(ctx, f, page)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, titles(p.Rows)...)
			if p.Next == "" {
				break
			}
			page.After = p.Next
			if n == 2 && !f.OldestFirst { // new ones stand before what was read
				late := held("Nov", "2026-10-20 10:00")
				late.Venue = "susret"
				save(t, s, late)
				if _, err := s.Bin(ctx, "engagement", late.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !f.OldestFirst {
			slices.Reverse(got)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v: %v", f, got)
		}
	}
	for _, sort := range []string{"", "settlement", "last_met", "number"} {
		for _, down := range []bool{false, true} {
			seen := map[data.ID]bool{}
			page := data.Page{Limit: 7}
			for pages := 1; ; pages++ {
				p, err := s.Stakeholders(ctx, data.StakeholderFilter{Sort: sort, Descending: down}, page)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range p.Rows {
					if seen[r.ID] {
						t.Errorf("%s comes twice by %q", r.Name, sort)
					}
					seen[r.ID] = true
				}
				if p.Next == "" {
					if pages != 4 {
						t.Errorf("%d pages", pages)
					}
					break
				}
				page.After = p.Next
			}
			if len(seen) != 25 {
				t.Errorf("by %q: %d of 25", sort, len(seen))
			}
		}
	}
}

func TestStartMoves(t *testing.T) {
	s := fresh(t)
	a, b := held("A", "2026-10-01 10:00"), held("B", "2026-10-02 10:00")
	save(t, s, a, b)
	a.Start = moment("2026-10-03 10:00")
	save(t, s, a)
	if got := list(t, s, data.EngagementFilter{}); !slices.Equal(got, []string{"A", "B"}) {
		t.Errorf("%v", got)
	}
	if got := list(t, s, data.EngagementFilter{Text: "a dom"}); len(got) != 1 {
		t.Errorf("found %v after it moved", got)
	}
	wantWhole(t, s)
}

func TestFullMinuteLendsTheNext(t *testing.T) {
	s := fresh(t)
	save(t, s, held("Prvi", "2026-10-01 10:00"))
	err := s.write(ctx, func(x *writing) error { // as if 9,999 more stood in this minute
		x.dirty = true
		return x.exec("UPDATE engagement_list SET doc=? WHERE doc=?", docOf(moment("2026-10-01 10:00").At)+docsPerMinute-1, docOf(moment("2026-10-01 10:00").At))
	})
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, held("Drugi", "2026-10-01 10:00"), held("Treći", "2026-10-01 10:02"))
	if got := list(t, s, data.EngagementFilter{OldestFirst: true}); !slices.Equal(got, []string{"Prvi", "Drugi", "Treći"}) {
		t.Errorf("%v", got)
	}
}

func TestCancelledReading(t *testing.T) {
	s := fresh(t)
	village(t, s)
	gone, cancel := context.WithCancel(ctx)
	cancel()
	for range 10 {
		if _, err := s.Engagements(gone, data.EngagementFilter{}, data.Page{}); err != context.Canceled {
			t.Fatal(err)
		}
		if _, err := s.Save(gone, person("Primer")); err != context.Canceled {
			t.Fatal(err)
		}
	}
	if n, err := s.CountEngagements(ctx, data.EngagementFilter{}); err != nil || n != 2 {
		t.Errorf("after cancelled ones: %d %v", n, err)
	}
}
