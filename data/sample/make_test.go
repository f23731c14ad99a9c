package sample

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/data/store"
)

// made makes a year and opens it to read.
func made(t *testing.T, o Options) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.db")
	if _, err := Make(t.Context(), path, o); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), path, store.Options{ReadOnly: true, NoLock: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func export(t *testing.T, db *store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := db.Export(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMakeMakesTheSameDatabase(t *testing.T) {
	o := Options{Year: 2026, Seed: 1, Now: november}
	db := made(t, o)
	first := export(t, db)
	if second := export(t, made(t, o)); !bytes.Equal(first, second) {
		t.Errorf("two exports of %d and %d bytes differ", len(first), len(second))
	}
	if yes, err := db.IsSample(t.Context()); err != nil || !yes {
		t.Errorf("not marked as sample (%v)", err)
	}
	if n, err := db.CountEngagements(t.Context(), data.EngagementFilter{}); err != nil || n != 150 {
		t.Errorf("%d engagements (%v)", n, err)
	}
	if n, err := db.CountStakeholders(t.Context(), data.StakeholderFilter{}); err != nil || n != 63 {
		t.Errorf("%d stakeholders (%v)", n, err)
	}
	if list, err := db.Settlements(t.Context()); err != nil || len(list) != 28 {
		t.Errorf("%d settlements (%v)", len(list), err)
	}
	for _, r := range []string{"S-26-BOR1-0063", "E-26-BOR1-0150"} {
		if !bytes.Contains(first, []byte(r)) {
			t.Errorf("nothing has the number %s", r)
		}
	}
}

func TestHistoryHasItsTimesAndOfficers(t *testing.T) {
	db := made(t, Options{Year: 2026, Seed: 1, Now: november})
	o := options(t)
	y := Build(o)
	for i := range y.plans {
		p := &y.plans[i]
		if p.planned.IsZero() || p.amended.IsZero() {
			continue
		}
		e := y.engagement(i)
		changes, err := db.History(t.Context(), "engagement", e.ID)
		if err != nil {
			t.Fatal(err)
		}
		at := map[int64]bool{}
		for _, c := range changes {
			at[c.At.Unix()] = true
			if c.Laptop != laptop || c.By == "" {
				t.Errorf("%s: change by %q on %q", e.Title, c.By, c.Laptop)
			}
		}
		if !at[p.planned.Unix()] || !at[p.written.Unix()] || !at[p.amended.Unix()] || len(at) != 3 {
			t.Errorf("%s was changed at %v, not at %v, %v and %v", e.Title, at, p.planned, p.written, p.amended)
		}
		return
	}
	t.Error("no engagement was planned, written and amended")
}

// TestFiguresOfTheYear counts E1, E4 and E5 again from the records themselves.
func TestFiguresOfTheYear(t *testing.T) {
	db := made(t, Options{Year: 2026, Seed: 1, Now: november})
	stakeholders, engagements := last(Build(options(t)))
	for _, p := range []data.Period{data.YearOf("2026-01-01"), data.MonthOf("2026-10-05"), data.QuarterOf("2026-03-31"), {From: "2025-01-01", To: "2025-12-31"}} {
		held, named, heads, women, men := 0, 0, 0, 0, 0
		from, until := p.Bounds()
		for _, e := range engagements {
			if e.Status != "held" || e.Restricted() || e.Start.At.Before(from) || !e.Start.At.Before(until) {
				continue
			}
			held++
			named += len(e.Attendance)
			heads += e.Headcount()
			women, men = women+e.Women, men+e.Men
			for _, a := range e.Attendance {
				switch stakeholders[a.Stakeholder].Sex {
				case "female":
					women++
				case "male":
					men++
				}
			}
		}
		d, err := db.Dataset(t.Context(), p, false)
		if err != nil {
			t.Fatal(err)
		}
		e1, e4, e5 := indicator.E1(d), indicator.E4(d), indicator.E5(d)
		if e1.Numerator != held || e4.Numerator != named+heads || e5.Numerator != women || e5.Denominator != women+men {
			t.Errorf("%v: figures say %d, %d, %d/%d, the records %d, %d, %d/%d", p, e1.Numerator, e4.Numerator, e5.Numerator, e5.Denominator, held, named+heads, women, women+men)
		}
		if p.From == "2026-01-01" {
			for _, f := range indicator.All(d) {
				if f.Value == nil || *f.Value == 0 || f.Share && f.Code != "E6" && *f.Value == 100 {
					t.Errorf("%s of the year is %+v", f.Code, f.Ratio)
				}
			}
		}
	}
}

func TestMakeLeavesNothingUnfinished(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "sample.db")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Make(ctx, path, Options{Year: 2026, Now: november}); err == nil {
		t.Error("a cancelled making succeeded")
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is left over", left)
	}
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Make(t.Context(), path, Options{Year: 2026, Now: november}); data.ErrorCode(err) != "sample.exists" {
		t.Errorf("over a file: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("the file now holds %q", b)
	}
	if _, err := Make(t.Context(), filepath.Join(folder, "none", "x.db"), Options{Year: 2026, Now: november}); data.ErrorCode(err) != "db.no_folder" {
		t.Errorf("in no folder: %v", err)
	}
}

func TestEnsureSettlements(t *testing.T) {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "new.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for range 2 {
		if err := EnsureSettlements(t.Context(), db); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := db.Settlements(t.Context()); len(list) != 28 || err != nil {
		t.Errorf("%d settlements (%v)", len(list), err)
	}
}

func BenchmarkMake(b *testing.B) {
	for b.Loop() {
		path := filepath.Join(b.TempDir(), time.Now().Format("150405.000000000"))
		if _, err := Make(b.Context(), path, Options{Year: 2026, Seed: 1, Scale: 4, Now: november}); err != nil {
			b.Fatal(err)
		}
	}
}
