package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// torn damages every seventh page of a database, from the twentieth on: the head and the schema stay whole, so that it opens.
func torn(t *testing.T, db string) string {
	t.Helper()
	b, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	for at := 20 * 4096; at+300 < len(b); at += 7 * 4096 {
		copy(b[at+100:], bytes.Repeat([]byte{0xA5}, 200))
	}
	path := filepath.Join(filepath.Dir(db), "torn.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A figure out of a damaged file would be wrong and nobody would know: no job that counts goes on with one.
func TestNoFigureComesOutOfADamagedFile(t *testing.T) {
	dir, db := madeSample(t)
	bad, pdf := torn(t, db), filepath.Join(dir, "r.pdf")
	before, _ := os.ReadFile(bad)
	for _, args := range [][]string{
		{"figures", "--db", bad, "--from", "2026-10-01", "--to", "2026-10-31"},
		{"figures", "--db", bad, "--from", "2026-10-01", "--to", "2026-10-31", "--json"},
		{"report", "summary", "--db", bad, "--from", "2026-10-01", "--to", "2026-10-31", "-o", pdf},
	} {
		status, out, said := job(t, dir, args...)
		if status != Failed || out != "" || !strings.Contains(said, "is damaged") || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: status %d, printed %q, said %q", args, status, out, said)
		}
	}
	if _, err := os.Stat(pdf); err == nil {
		t.Error("a report was written")
	}
	if after, _ := os.ReadFile(bad); !bytes.Equal(before, after) {
		t.Error("the damaged file was changed")
	}
}

// Settings that cannot be read keep nobody from printing a report, but nothing is written under an unknown name.
func TestSettingsThatCannotBeRead(t *testing.T) {
	dir, db := madeSample(t)
	exported := filepath.Join(dir, "e.json")
	if status, _, said := job(t, dir, "export", "--db", db, "-o", exported); status != Done {
		t.Fatal(said)
	}
	if err := os.MkdirAll(filepath.Join(dir, "config", "settings.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"version"}, Done, ""},
		{[]string{"figures", "--db", db, "--from", "2026-10-01", "--to", "2026-10-31"}, Done, ""},
		{[]string{"import", exported, "--db", filepath.Join(dir, "new.db")}, Failed, "settings of this laptop"},
	} {
		if status, _, said := job(t, dir, c.args...); status != c.status || !strings.Contains(said, c.says) {
			t.Errorf("%v: status %d, said %q", c.args, status, said)
		}
	}
}

func TestEmptyFileIsNamedSo(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "a.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if status, _, said := job(t, dir, "check", "--db", empty); status != Failed || !strings.Contains(said, "is an empty file") {
		t.Errorf("status %d, said %q", status, said)
	}
}
