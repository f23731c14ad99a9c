package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"time"

	"dogovor/data"
	"dogovor/data/store"
)

// promise is what the writer has said about one meeting: up to which keystroke its draft is kept, in which version it is saved.
type promise struct{ keystrokes, version int }

// killer starts the writer, kills it and holds it to its word.
type killer struct {
	self     string // the program that is the writer
	db       string
	chance   *rand.Rand
	promised map[id]promise // in all rounds

	saves, edits, drafts int
}

// round starts the writer, kills it once and looks at what it left.
func (k *killer) round(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, k.self, writes, k.db)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	first, all := make(chan struct{}), make(chan map[id]promise)
	go func() { all <- listen(out, first) }()

	// One in four dies while it opens or makes the database, the others at work.
	if k.chance.IntN(4) > 0 {
		select {
		case <-first:
		case <-time.After(time.Minute):
		}
	}
	time.Sleep(time.Duration(k.chance.Int64N(int64(60 * time.Millisecond))))
	killed := cmd.Process.Kill()
	said := <-all
	_ = cmd.Wait()
	if killed != nil || complaint.Len() > 0 {
		return fmt.Errorf("the writer ended by itself: %s", complaint.String())
	}
	for of, p := range said {
		k.promised[of] = p
		k.drafts += p.keystrokes
		k.saves += min(p.version, 1)
		k.edits += max(p.version-1, 0)
	}
	return k.verify(ctx, said)
}

// listen collects what the writer says until its end, and closes first at the first line.
func listen(out io.Reader, first chan struct{}) map[id]promise {
	said := map[id]promise{}
	for r := bufio.NewReader(out); ; {
		line, err := r.ReadString('\n')
		if err != nil { // a line without an end was cut by the kill
			return said
		}
		var what, of string
		var n int
		if _, err := fmt.Sscan(line, &what, &of, &n); err != nil {
			continue
		}
		if len(said) == 0 {
			close(first)
		}
		x, _ := data.ParseID(of)
		p := said[x]
		if what == "draft" {
			p.keystrokes = n
		} else {
			p.version = n
		}
		said[x] = p
	}
}

// verify opens the database as the next start of the program would, and looks for everything that was promised.
func (k *killer) verify(ctx context.Context, promised map[id]promise) (err error) {
	s, err := store.Open(ctx, k.db, store.Options{Identity: identity})
	if err != nil {
		return fmt.Errorf("the database does not open: %w", err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for of, p := range promised {
		if err := holds(ctx, s, of, p); err != nil {
			return err
		}
	}
	report, err := s.Check(ctx)
	if err != nil {
		return err
	}
	if len(report.Findings) > 0 {
		return fmt.Errorf("the database is not whole: %v", report.Findings)
	}
	return nil
}

// holds tells whether one promise was kept. What was under way when the writer died may be there or not, but whole or not at all.
func holds(ctx context.Context, s *store.Store, of id, p promise) error {
	draft, err := s.Draft(ctx, draftKey(of))
	if err != nil {
		return err
	}
	e, err := s.Engagement(ctx, of)
	switch {
	case err != nil && p.version > 0:
		return fmt.Errorf("meeting %s was saved in version %d and is gone: %w", of, p.version, err)
	case err == nil && says(e) != says(meeting(of, p.version)) && says(e) != says(meeting(of, p.version+1)):
		return fmt.Errorf("meeting %s was saved in version %d and says now:\n%s", of, p.version, says(e))
	case err == nil && draft != nil:
		return fmt.Errorf("meeting %s is saved and its draft is still there", of)
	case err != nil && draft == nil:
		return fmt.Errorf("the draft of %s was kept up to keystroke %d and is gone", of, p.keystrokes)
	case draft != nil && !bytes.Equal(draft.Body, typed(of, p.keystrokes)) && !bytes.Equal(draft.Body, typed(of, p.keystrokes+1)):
		return fmt.Errorf("the draft of %s was kept up to keystroke %d and says now: %s", of, p.keystrokes, draft.Body)
	}
	return nil
}
