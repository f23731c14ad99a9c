package store

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"dogovor/data"
)

// TestReadersBesideAWriter is for the race detector, and sees that no reader meets half a save.
func TestReadersBesideAWriter(t *testing.T) {
	s := fresh(t)
	_, people, es := village(t, s)
	const saves = 60
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				e, err := s.Engagement(ctx, es[0].ID)
				if err != nil {
					t.Error(err)
					return
				}
				// Each save sets as many points as women.
				if len(e.Points) != e.Women+1 {
					t.Errorf("half a save: %d points, %d women", len(e.Points), e.Women)
				}
				if _, err := s.Engagements(ctx, data.EngagementFilter{Text: "bunari"}, data.Page{}); err != nil {
					t.Error(err)
				}
				if _, err := s.FindStakeholders(ctx, "primer", 5); err != nil {
					t.Error(err)
				}
				if _, err := s.Dataset(ctx, data.YearOf("2026-01-01"), false); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for w := range 2 {
		wg.Go(func() {
			cancel := s.Subscribe(func(data.Event) {})
			defer cancel()
			for i := range saves {
				if err := s.SaveDraft(ctx, data.Draft{Key: fmt.Sprint("k", w), Body: []byte(fmt.Sprint(i))}); err != nil {
					t.Error(err)
				}
				if _, err := s.Save(ctx, held(fmt.Sprint("Susret ", w, i), "2026-10-02 10:00", people[w])); err != nil {
					t.Error(err)
				}
			}
		})
	}
	e, _ := s.Engagement(ctx, es[0].ID)
	for i := range saves {
		e.Points = e.Points[:1]
		for n := range i % 5 {
			e.Points = append(e.Points, &data.Point{Said: fmt.Sprint("Tačka ", n)})
		}
		e.Women = i % 5
		save(t, s, e)
	}
	close(done)
	wg.Wait()
	wantWhole(t, s)
	if n, _ := s.CountEngagements(ctx, data.EngagementFilter{Text: "susret"}); n != 2*saves {
		t.Errorf("%d engagements", n)
	}
}

// TestTwoWritersWithoutLock: the lock is for people; two programs that do without it still write one history.
func TestTwoWritersWithoutLock(t *testing.T) {
	a := fresh(t)
	o := options()
	o.NoLock, o.NewID = true, counted(1<<60)
	b := reopen(t, a.path, o)
	for i := range 5 {
		save(t, a, held(fmt.Sprint("A", i), "2026-10-02 10:00"))
		save(t, b, held(fmt.Sprint("B", i), "2026-10-02 10:00"))
	}
	wantWhole(t, a)
	if n, err := b.CountEngagements(ctx, data.EngagementFilter{Text: "E-26-BOR1-0010"}); err != nil || n != 1 {
		t.Errorf("%d engagements have the tenth number: %v", n, err)
	}
}

// fill saves until the disk is full, and tells how many were acknowledged.
func fill(t *testing.T, s *Store) (saved int, err error) {
	for i := range 5000 {
		e := held(fmt.Sprint("Susret ", i), "2026-10-02 10:00")
		e.Notes = strings.Repeat(fmt.Sprint("Beleška ", i, " "), 100)
		if _, err = s.Save(ctx, e); err != nil {
			if !e.ID.IsZero() || e.Number != "" {
				t.Error("the refused record was changed")
			}
			return saved, err
		}
		saved++
	}
	return saved, nil
}

func wantSaved(t *testing.T, s *Store, saved int) {
	t.Helper()
	if n, err := s.CountEngagements(ctx, data.EngagementFilter{Text: "susret"}); err != nil || n != saved {
		t.Errorf("%d of %d saves are there: %v", n, saved, err)
	}
	wantWhole(t, s)
}

func TestDiskFull(t *testing.T) {
	s := fresh(t)
	pages := func(n string) {
		t.Helper()
		c, err := s.writer.take(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer s.writer.give(c)
		if _, err := c.c.ExecContext(ctx, "PRAGMA max_page_count="+n); err != nil {
			t.Fatal(err)
		}
	}
	pages("150")
	saved, err := fill(t, s)
	wantCode(t, err, "db.disk_full")
	if saved == 0 {
		t.Fatal("nothing was saved before")
	}
	wantSaved(t, s, saved)
	// Room again: the same store goes on, and no number is lost or given twice.
	pages("100000")
	e := held("Susret posle", "2026-10-02 10:00")
	save(t, s, e)
	if want := fmt.Sprintf("E-26-BOR1-%04d", saved+1); e.Number != want {
		t.Errorf("number %s, want %s", e.Number, want)
	}
	wantSaved(t, s, saved+1)
}

// TestDiskReallyFull fills a small file system.
func TestDiskReallyFull(t *testing.T) {
	dir := t.TempDir()
	if os.Geteuid() != 0 || exec.Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", dir).Run() != nil {
		t.Skip("needs root, to mount a small disk")
	}
	t.Cleanup(func() { exec.Command("umount", dir).Run() })
	path := filepath.Join(dir, "bor.db")
	s := reopen(t, path, options())
	saved, err := fill(t, s)
	wantCode(t, err, "db.disk_full")
	if saved == 0 {
		t.Fatal("nothing was saved before")
	}
	wantCode(t, s.SaveDraft(ctx, data.Draft{Key: "k", Body: []byte(strings.Repeat("x", 1<<20))}), "db.disk_full")
	wantSaved(t, s, saved)
	if err := s.Backup(ctx, filepath.Join(dir, "kopija.db")); data.ErrorCode(err) != "db.disk_full" {
		t.Errorf("backup: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*kopija*")); len(left) > 0 {
		t.Errorf("half a backup: %v", left)
	}
	s.Close()
	s = reopen(t, path, options())
	wantSaved(t, s, saved)
	s.Close()
	// A new database on a full disk: refused, nothing left behind.
	if err := os.WriteFile(filepath.Join(dir, "full"), make([]byte, 3<<20), 0o600); err == nil {
		t.Fatal("the disk is not full")
	}
	_, err = Open(ctx, filepath.Join(dir, "nova.db"), options())
	wantCode(t, err, "db.disk_full")
	if _, err := os.Stat(filepath.Join(dir, "nova.db")); err == nil {
		t.Error("half a database is left")
	}
}
