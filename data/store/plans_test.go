package store

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"dogovor/data"
)

// TestPlans prepares the queries behind every list and looks at how SQLite would run them: no list may walk through a whole table of records
// or sort what it found.
func TestPlans(t *testing.T) {
	s := fresh(t)
	village(t, s)
	id := data.NewID()
	slow := regexp.MustCompile(`TEMP B-TREE|^SCAN (c|e|s|p|o|w|commitment|issue|grievance|task|engagement|stakeholder|attendance|point|change|attended|settlement)\b|AUTOMATIC`)
	few := regexp.MustCompile(`^follows .* who$`) // what concerns one stakeholder may be sorted
	var seen, bad []string
	plan := func(name, query string, args []any) {
		t.Helper()
		seen = append(seen, name)
		err := s.read(ctx, func(r *reading) error {
			return r.each(func(sc scanner) error {
				var a, b, c int
				var detail string
				if err := sc.Scan(&a, &b, &c, &detail); err != nil {
					return err
				}
				if slow.MatchString(detail) && (!few.MatchString(name) || !strings.HasPrefix(detail, "USE TEMP B-TREE FOR ORDER BY")) {
					bad = append(bad, name+": "+detail)
				}
				return nil
			}, "EXPLAIN QUERY PLAN "+query, args...)
		})
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, query)
		}
	}
	filters := map[string]data.EngagementFilter{
		"all": {}, "oldest": {OldestFirst: true}, "period": {From: "2026-01-01", To: "2026-12-31"}, "kind": {Kinds: []string{"a"}}, "status": {Statuses: []string{"a"}},
		"settlement": {Settlements: []data.ID{id}}, "settlements": {Settlements: []data.ID{id, id}}, "group": {Groups: []string{"a"}}, "groups": {Groups: []string{"a", "b"}},
		"stakeholder": {Stakeholder: id}, "ids": {IDs: []data.ID{id}}, "bin": {Binned: true}, "text": {Text: "voda"}, "text oldest": {Text: "voda", OldestFirst: true},
		"text and all": {Text: "voda", Kinds: []string{"a"}, Statuses: []string{"a"}, Settlements: []data.ID{id, id}, Groups: []string{"a"}, Stakeholder: id, From: "2026-01-01"},
		"all but text": {Kinds: []string{"a"}, Statuses: []string{"a"}, Settlements: []data.ID{id}, Groups: []string{"a"}, Stakeholder: id, From: "2026-01-01"},
	}
	for name, f := range filters {
		q, _ := engagementQuery(engagementColumns, engagementJoins, f, "202610010000")
		q.add(" ORDER BY "+docColumn(f)+direction(!f.OldestFirst)+" LIMIT ?", 51)
		plan("engagements "+name, q.String(), q.args)
		q, _ = engagementQuery("SELECT count(*)", "", f, "")
		plan("count "+name, q.String(), q.args)
	}
	for _, sort := range []string{"name", "settlement", "last_met", "number"} {
		for _, f := range []data.StakeholderFilter{{Sort: sort}, {Sort: sort, Cyrillic: true}, {Sort: sort, Descending: true}, {Sort: sort, Text: "a"}, {Sort: sort, Groups: []string{"a"}, Kind: "person", Settlement: id}} {
			q, _ := stakeholderQuery(stakeholderColumns, stakeholderJoins, f)
			keys := sortKeys(f)
			q.add(" ORDER BY " + strings.Join(keys, direction(f.Descending)+",") + direction(f.Descending) + " LIMIT 51")
			plan("register "+sort, q.String(), q.args)
		}
	}
	whose := data.FollowFilter{Owner: "a", Topic: "a", Kind: "a", Severity: "a", Public: true, Today: day}
	for _, state := range []string{"", data.FollowOpen, data.FollowOverdue, data.FollowDueSoon, data.FollowUntold, data.CommitmentDone} {
		for name, f := range map[string]data.FollowFilter{"all": {}, "whose": whose, "settlement": {Settlement: id}, "engagement": {Engagement: id}, "ids": {IDs: []data.ID{id}}, "bin": {Binned: true},
			"text": {Text: "voda"}, "owner": {Owner: "a"}, "who": {Stakeholder: id}, "about": {About: id}} {
			for _, order := range []data.FollowFilter{{}, {Descending: true}, {ByDay: true}} {
				f.State, f.Today, f.ByDay, f.Descending = state, day, order.ByDay, order.Descending
				for _, t := range data.FollowTypes() {
					if name == "about" && t != data.Tasks {
						continue
					}
					q, _ := followPage(t, f, closeCursor([]any{"2026-10-01", int64(1)}), 51)
					plan("follows "+t.Name+" "+state+" "+name, q.String(), q.args)
				}
			}
		}
	}
	for _, of := range recentTitles {
		plan("since "+of.t.Name, changedBy(of.t, of.title), []any{"a", 1, 9})
		plan("hands "+of.t.Name, hands(of.t), nil)
	}
	plan("owners", owners, []any{data.Tasks.Code})
	for i, tier := range findTiers("mar") {
		plan(fmt.Sprint("find ", i), tier.query, append(tier.args, 8))
	}
	for _, b := range bad {
		t.Error(b)
	}
	if len(seen) < 50 {
		t.Errorf("only %d plans were looked at", len(seen))
	}
	bad = nil // would a slow query be seen?
	plan("control", "SELECT title FROM engagement ORDER BY venue", nil)
	if len(bad) != 2 {
		t.Errorf("of the control only %v was seen", bad)
	}
}
