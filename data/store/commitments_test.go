package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

const day = data.Date("2026-10-21") // of the tests' clock

func promised(words string, made, due data.Date) *data.Commitment {
	return &data.Commitment{Promise: words, MadeOn: made, Due: due, Owner: "Primer Oficir"}
}

// ledger saves promises of every kind, in and around a village.
func ledger(t testing.TB, s *Store) (krivelj *data.Settlement, marko *data.Stakeholder, e *data.Engagement, all map[string]*data.Commitment) {
	krivelj, marko = place("Krivelj", "Кривељ"), person("Primer Marko")
	save(t, s, krivelj, marko)
	e = held("Bunari", "2026-10-01 18:00", marko)
	e.Points = []*data.Point{{Topic: "water", Said: "Presušili su bunari", Answer: "Dovozimo vodu"}}
	save(t, s, e)
	late, today := promised("Dovozimo vodu", "2026-10-01", "2026-10-20"), promised("Javljamo rezultat", "2026-10-01", day)
	late.Engagement, late.Point, late.Settlement, late.Topic = e.ID, e.Points[0].ID, krivelj.ID, "water"
	late.Recipients = []*data.Recipient{{Stakeholder: marko.ID}}
	week, after := promised("Čistimo jarak", "2026-10-01", "2026-10-27"), promised("Sadimo drveće", "2026-10-01", "2026-10-28")
	open := promised("Pomažemo školi", "2026-10-01", "")
	done, told := promised("Merimo buku", "2026-09-01", "2026-10-01"), promised("Krpimo put", "2026-09-01", "2026-10-02")
	done.DoneOn, done.Evidence = "2026-09-30", "zapisnik"
	told.DoneOn, told.Evidence, told.ToldOn, told.ToldWhom = "2026-10-05", "fotografije", "2026-10-06", "selo"
	off := promised("Gradimo most", "2026-09-01", "2026-10-03")
	off.WithdrawnOn, off.WithdrawnWhy, off.WithdrawnAgreed, off.Owner = "2026-09-15", "opština gradi", "mesna zajednica", "Primer Ana"
	moved := promised("Popravljamo pumpu", "2026-09-01", "2026-10-10")
	moved.Revisions = []*data.Revision{{On: "2026-10-09", Due: "2026-11-30", Reason: "deo kasni"}}
	all = map[string]*data.Commitment{"late": late, "today": today, "week": week, "after": after, "open": open, "done": done, "told": told, "off": off, "moved": moved}
	for _, n := range []string{"late", "today", "week", "after", "open", "done", "told", "off", "moved"} {
		save(t, s, all[n])
	}
	return krivelj, marko, e, all
}

func TestCommitments(t *testing.T) {
	s := fresh(t)
	krivelj, marko, e, all := ledger(t, s)
	if n := all["late"].Number; n != "C-26-BOR1-0001" {
		t.Errorf("number %s", n)
	}
	name := func(id data.ID) string {
		for n, c := range all {
			if c.ID == id {
				return n
			}
		}
		return "?"
	}
	list := func(f data.FollowFilter, limit int) string {
		t.Helper()
		var names []string
		for page := (data.Page{Limit: limit}); ; {
			got, err := s.Follows(ctx, f, page)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range got.Rows {
				names = append(names, name(r.ID))
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
	for _, c := range []struct {
		f    data.FollowFilter
		want string
	}{
		{data.FollowFilter{}, "done told off late today week after moved open"},
		{data.FollowFilter{Descending: true}, "open moved after week today late off told done"},
		{data.FollowFilter{State: "open"}, "late today week after moved open"},
		{data.FollowFilter{State: "overdue", Today: day}, "late"},
		{data.FollowFilter{State: "overdue", Today: "2026-12-01"}, "late today week after moved"},
		{data.FollowFilter{State: "due_soon", Today: day}, "today week"},
		{data.FollowFilter{State: "done"}, "done"},
		{data.FollowFilter{State: "told"}, "told"},
		{data.FollowFilter{State: "withdrawn"}, "off"},
		{data.FollowFilter{Owner: "Primer Ana"}, "off"},
		{data.FollowFilter{Settlement: krivelj.ID}, "late"},
		{data.FollowFilter{Engagement: e.ID}, "late"},
		{data.FollowFilter{Stakeholder: marko.ID}, "late"},
		{data.FollowFilter{Topic: "water"}, "late"},
		{data.FollowFilter{Text: "школ"}, "open"},
		{data.FollowFilter{Text: "krivelj marko"}, "late"},
		{data.FollowFilter{Text: "…"}, ""},
		{data.FollowFilter{IDs: []data.ID{all["off"].ID, all["week"].ID}}, "off week"},
		{data.FollowFilter{Binned: true}, ""},
	} {
		for _, limit := range []int{1, 2, 100} {
			if got := list(c.f, limit); got != c.want {
				t.Errorf("%+v by %d: %s, not %s", c.f, limit, got, c.want)
			}
		}
	}
	if n, err := s.CountFollows(ctx, data.FollowFilter{State: data.FollowOverdue, Today: day}); err != nil || n != 1 {
		t.Errorf("%d overdue, %v", n, err)
	}
	if who, err := s.FollowOwners(ctx, data.Commitments.Name); err != nil || !slices.Equal(who, []string{"Primer Ana", "Primer Oficir"}) {
		t.Errorf("owners %v, %v", who, err)
	}
	page, err := s.Follows(ctx, data.FollowFilter{IDs: []data.ID{all["moved"].ID, all["late"].ID}}, data.Page{})
	if err != nil || page.Rows[1].Due != "2026-11-30" || page.Rows[1].Original != "2026-10-10" || page.Rows[0].SettlementCyrl != "Кривељ" || page.Rows[0].Point != e.Points[0].ID {
		t.Errorf("%+v %v", page.Rows, err)
	}
	// Names follow, bins hide and give back.
	marko.Name = "Primer Žarko"
	save(t, s, marko)
	krivelj.Name = "Veliki Krivelj"
	save(t, s, krivelj)
	if got := list(data.FollowFilter{Text: "žarko veliki"}, 9); got != "late" {
		t.Errorf("after renaming: %s", got)
	}
	batch, err := s.Bin(ctx, "commitment", all["late"].ID)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := s.CountFollows(ctx, data.FollowFilter{State: data.FollowOverdue, Today: day}); n != 0 || list(data.FollowFilter{Binned: true}, 9) != "late" {
		t.Errorf("%d overdue after binning", n)
	}
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if n, _ := s.CountFollows(ctx, data.FollowFilter{State: data.FollowOverdue, Today: day}); n != 1 {
		t.Errorf("%d overdue after undo", n)
	}
	wantWhole(t, s)
}

func TestDueIsSetOnce(t *testing.T) {
	s := fresh(t)
	c := promised("Pomažemo školi", "2026-10-01", "")
	save(t, s, c)
	c.Due = "2026-10-30"
	set := save(t, s, c)
	for _, due := range []data.Date{"2026-11-30", ""} {
		x, err := s.Commitment(ctx, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		x.Due = due
		_, err = s.Save(ctx, x)
		var ps data.Problems
		if !errors.As(err, &ps) || fmt.Sprint(ps) != "invalid: due: set_once" {
			t.Errorf("due changed to %q: %v", due, err)
		}
	}
	// Moving it is a revision; what was promised stays.
	c.Revisions = []*data.Revision{{On: day, Due: "2026-11-30", Reason: "škola traži"}}
	moved := save(t, s, c)
	if x, err := s.Commitment(ctx, c.ID); err != nil || x.Due != "2026-10-30" || x.LatestDue() != "2026-11-30" {
		t.Errorf("%+v %v", x, err)
	}
	// That it was set at all may be taken back, once nothing moves it.
	wantCode(t, s.Undo(ctx, set), "undo.no_longer_fits")
	for _, b := range []data.ID{moved, set} {
		if err := s.Undo(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	if x, _ := s.Commitment(ctx, c.ID); x.Due != "" {
		t.Errorf("due %s after undo", x.Due)
	}
}

// A meeting and what was promised there are one batch.
func TestPromiseWithItsMeeting(t *testing.T) {
	s := fresh(t)
	e := held("Bunari", "2026-10-01 18:00")
	e.ID = data.NewID()
	p := &data.Point{Said: "Nema vode"}
	p.ID = data.NewID()
	e.Points = []*data.Point{p}
	c := promised("Dovozimo vodu", "2026-10-01", "2026-10-20")
	c.Engagement, c.Point = e.ID, p.ID
	batch := save(t, s, e, c)
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	for _, binned := range []bool{false, true} {
		if n, err := s.CountFollows(ctx, data.FollowFilter{Binned: binned}); err != nil || n != map[bool]int{true: 1}[binned] {
			t.Errorf("bin %v: %d, %v", binned, n, err)
		}
	}
	wantWhole(t, s)
}
