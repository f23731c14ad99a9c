package store

import (
	"context"
	"testing"

	"dogovor/data"
)

// While a report is read, somebody else saves: the report sees none of it, neither in figures nor in records.
func TestSnapshotStandsStill(t *testing.T) {
	s := fresh(t)
	e := held("Pre", "2026-08-01 10:00")
	save(t, s, e)
	month := data.MonthOf("2026-08-01")
	count := func(ctx context.Context) int {
		t.Helper()
		d, err := s.Dataset(ctx, month, false)
		if err != nil {
			t.Fatal(err)
		}
		return len(d.Engagements)
	}
	err := s.Snapshot(ctx, func(in context.Context) error {
		if n := count(in); n != 1 {
			t.Errorf("%d engagements", n)
		}
		changed := *e
		changed.Title = "Posle"
		save(t, s, &changed, held("Novi", "2026-08-02 10:00"))
		if n := count(in); n != 1 {
			t.Errorf("in the snapshot are %d engagements after a save", n)
		}
		if n := count(ctx); n != 2 {
			t.Errorf("beside it are %d", n)
		}
		was, err := s.Engagement(in, e.ID)
		if err == nil && was.Title != "Pre" {
			t.Errorf("in the snapshot the title is %q", was.Title)
		}
		if _, err := s.Engagement(in, data.ID{15: 99}); data.ErrorCode(err) != "record.missing" {
			t.Errorf("a record that is not there: %v", err)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := count(ctx); n != 2 {
		t.Errorf("afterwards are %d", n)
	}
	given, giveUp := context.WithCancel(ctx)
	err = s.Snapshot(given, func(in context.Context) error {
		giveUp()
		_, err := s.Dataset(in, month, false)
		return err
	})
	if err != context.Canceled {
		t.Errorf("given up: %v", err)
	}
}
