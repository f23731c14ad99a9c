package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
)

// cutOff leaves at path what a kill in the middle of a change leaves before a file has its write-ahead log: pages half written, and the
// journal that takes them back.
func cutOff(t *testing.T, path string, first ...string) {
	t.Helper()
	at := filepath.Join(t.TempDir(), "busy.db")
	db, err := sql.Open("sqlite", "file://"+at+"?_pragma=journal_mode(DELETE)&_pragma=cache_size(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	big := strings.Repeat("x", 4000)
	for _, q := range append(first, "BEGIN IMMEDIATE", "CREATE TABLE half(t)",
		"INSERT INTO half WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<500) SELECT '"+big+"' || i FROM n") {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	for _, end := range []string{"", "-journal"} {
		b, err := os.ReadFile(at + end)
		if err != nil || len(b) == 0 {
			t.Fatalf("%s: %d bytes, %v", end, len(b), err)
		}
		if err := os.WriteFile(path+end, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFirstStartThatWasKilledIsTakenBack(t *testing.T) {
	for name, first := range map[string][]string{"before its head was written": nil, "after": {"CREATE TABLE x(a)", "DROP TABLE x"}} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "first.db")
			cutOff(t, path, first...)
			s, err := Open(context.Background(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if _, err := s.Save(context.Background(), &data.Stakeholder{Kind: "person", Name: "Primer"}); err != nil {
				t.Fatal(err)
			}
			if r, err := s.Check(context.Background()); err != nil || len(r.Findings) > 0 {
				t.Fatalf("%v, %v", r.Findings, err)
			}
		})
	}
}

func TestAKilledFileOfAnotherProgramIsStillRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	cutOff(t, path, "PRAGMA application_id=42", "CREATE TABLE theirs(a)", "INSERT INTO theirs VALUES('kept')")
	if _, err := Open(context.Background(), path, Options{}); data.ErrorCode(err) != "db.foreign" {
		t.Fatalf("got %v", err)
	}
}
