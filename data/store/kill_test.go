package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

// diary saves records as a person does, a draft before each, and calls ack when one is acknowledged.
func diary(s *Store, n int, ack func(i int)) error {
	marko := person("Primer Marko")
	if _, err := s.Save(ctx, marko); err != nil {
		return err
	}
	for i := 1; i <= n; i++ {
		key := fmt.Sprint("engagement/", i)
		if err := s.SaveDraft(ctx, data.Draft{Key: key, Body: []byte(strings.Repeat("nacrt ", i%50))}); err != nil {
			return err
		}
		e := held(fmt.Sprint("Susret ", i), "2026-10-01 10:00", marko)
		e.Points = []*data.Point{{Said: strings.Repeat(fmt.Sprint("prašina", i, " "), 20)}}
		if _, err := s.SaveAndDropDraft(ctx, key, e); err != nil {
			return err
		}
		ack(i)
	}
	return nil
}

// diaryFault tells what of a diary is not as it must be: everything acknowledged is there, whole; the save after it may be.
func diaryFault(path string, acked int) error {
	s, err := Open(ctx, path, options())
	if err != nil {
		return err
	}
	defer s.Close()
	n, err := s.CountEngagements(ctx, data.EngagementFilter{Text: "susret prašina*"})
	if err != nil || n < acked || n > acked+1 {
		return fmt.Errorf("%d engagements, %d were acknowledged: %w", n, acked, err)
	}
	drafts, err := s.Drafts(ctx)
	if err != nil || len(drafts) > 1 || len(drafts) == 1 && drafts[0].Key != fmt.Sprint("engagement/", n+1) {
		return fmt.Errorf("after %d: drafts %v: %w", n, drafts, err)
	}
	r, err := s.Check(ctx)
	if err == nil && len(r.Findings) > 0 {
		err = fmt.Errorf("check: %v", r.Findings)
	}
	return err
}

// many reads how often to try from the environment.
func many(name string, usual int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return usual
}

// TestKilled kills a process that saves, again and again. STORE_KILLS asks for more.
func TestKilled(t *testing.T) {
	if path := os.Getenv("STORE_WRITES"); path != "" {
		s := reopen(t, path, options())
		if err := diary(s, 1_000_000, func(i int) { fmt.Println("saved", i) }); err != nil {
			t.Fatal(err)
		}
		return
	}
	r := rand.New(rand.NewPCG(2, 2))
	for range many("STORE_KILLS", 5) {
		path := filepath.Join(t.TempDir(), "bor.db")
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "STORE_WRITES="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		acked, until := 0, 1+r.IntN(40)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if _, err := fmt.Sscanf(lines.Text(), "saved %d", &acked); err == nil && acked >= until {
				time.Sleep(time.Duration(r.IntN(5000)) * time.Microsecond) // into the middle of the next save
				cmd.Process.Kill()
				break
			}
		}
		for lines.Scan() { // what it said before it died counts
			fmt.Sscanf(lines.Text(), "saved %d", &acked)
		}
		cmd.Wait()
		if acked == 0 {
			t.Fatal("the writer never saved")
		}
		if err := diaryFault(path, acked); err != nil {
			t.Error(err)
		}
	}
}
