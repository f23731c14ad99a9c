package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
	"dogovor/data/store"
)

// The test program is its own writer.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == writes {
		if err := write(context.Background(), os.Args[2], os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

func TestNothingSavedIsLostWhenTheWriterIsKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k := killer{self: self, db: filepath.Join(t.TempDir(), "crash.db"), chance: rand.New(rand.NewPCG(1, 1)), promised: map[id]promise{}}
	for i := range 10 {
		if err := k.round(t.Context()); err != nil {
			t.Fatalf("after %d kills: %v", i+1, err)
		}
	}
	if err := k.verify(t.Context(), k.promised); err != nil {
		t.Fatal(err)
	}
	if k.saves == 0 || k.drafts == 0 {
		t.Errorf("%d meetings and %d drafts: the writer wrote too little to prove anything", k.saves, k.drafts)
	}
}

// The check is only worth something if it notices what it looks for.
func TestABrokenPromiseIsNoticed(t *testing.T) {
	ctx := t.Context()
	db := filepath.Join(t.TempDir(), "crash.db")
	s, err := store.Open(ctx, db, store.Options{Identity: identity})
	if err != nil {
		t.Fatal(err)
	}
	saved, drafted, lost := data.NewID(), data.NewID(), data.NewID()
	for i := range people {
		if _, err := s.Save(ctx, person(i)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Save(ctx, meeting(saved, 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveDraft(ctx, data.Draft{Key: draftKey(drafted), Body: typed(drafted, 4)}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		of     id
		p      promise
		notice string
	}{
		{"a save that is there", saved, promise{3, 1}, ""},
		{"a save that was not acknowledged any more", saved, promise{3, 0}, ""},
		{"a newer version than there is", saved, promise{3, 2}, "says now"},
		{"a save that is gone", lost, promise{3, 1}, "is gone"},
		{"a draft that is there", drafted, promise{4, 0}, ""},
		{"a draft whose last keystroke was under way", drafted, promise{3, 0}, ""},
		{"a draft that lost its end", drafted, promise{5, 0}, "says now"},
		{"a draft that is gone", lost, promise{1, 0}, "is gone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := killer{db: db}
			err := k.verify(ctx, map[id]promise{c.of: c.p})
			if c.notice == "" && err != nil {
				t.Errorf("noticed %v", err)
			}
			if c.notice != "" && (err == nil || !strings.Contains(err.Error(), c.notice)) {
				t.Errorf("noticed %v, not %q", err, c.notice)
			}
		})
	}
}
