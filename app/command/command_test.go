package command

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dogovor/app/machine"
	"dogovor/data"
	"dogovor/data/indicator"
)

// job runs one command line on a machine of its own.
func job(t *testing.T, dir string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, said bytes.Buffer
	status = Run(args, Env{Version: "1.2.3", Stdout: &out, Stderr: &said,
		Now:    func() time.Time { return time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC) },
		Dirs:   machine.Dirs{Config: filepath.Join(dir, "config"), Data: dir, State: dir, Documents: dir},
		Window: func(context.Context, string) error { return nil }})
	return status, out.String(), said.String()
}

// madeSample is a folder with a sample year in s.db.
func madeSample(t *testing.T) (dir, db string) {
	t.Helper()
	dir = t.TempDir()
	db = filepath.Join(dir, "s.db")
	if status, _, said := job(t, dir, "sample", "--db", db); status != Done {
		t.Fatalf("sample: %d %s", status, said)
	}
	return dir, db
}

func TestSampleReportFiguresAgree(t *testing.T) {
	dir, db := madeSample(t)
	status, out, said := job(t, dir, "figures", "--db", db, "--from", "2026-10-01", "--to", "2026-10-31", "--json")
	if status != Done {
		t.Fatal(said)
	}
	var got struct{ Figures []indicator.Figure }
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	exported := filepath.Join(dir, "e.json")
	if status, _, said := job(t, dir, "export", "--db", db, "-o", exported); status != Done {
		t.Fatal(said)
	}
	held := recount(t, exported)
	e1 := got.Figures[0]
	if e1.Code != "E1" || e1.Numerator != len(held) || len(e1.Evidence) != len(held) || len(held) == 0 {
		t.Fatalf("E1 is %d with %d records behind it; counted again from the export: %d", e1.Numerator, len(e1.Evidence), len(held))
	}
	for _, ref := range e1.Evidence {
		if !held[ref.Number] {
			t.Errorf("%s is evidence but was not held in October", ref.Number)
		}
	}
	for _, name := range []string{"r.pdf", "r.xlsx", "r.csv"} {
		path := filepath.Join(dir, name)
		if status, _, said := job(t, dir, "report", "summary", "--db", db, "--from", "2026-10-01", "--to", "2026-10-31", "--lang", "sr-Latn", "-o", path); status != Done {
			t.Fatal(said)
		}
		if i, err := os.Stat(path); err != nil || i.Size() < 1000 {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// recount counts the engagements held in October from the export alone, as anyone may.
func recount(t *testing.T, path string) map[string]bool {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Records struct {
			Engagement []struct {
				Number, Status, Confidentiality string
				Start                           data.Moment
				Binned                          bool
			}
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	held := map[string]bool{}
	for _, e := range file.Records.Engagement {
		if day := e.Start.HomeDate(); e.Status == "held" && !e.Binned && e.Confidentiality != "restricted" && day >= "2026-10-01" && day <= "2026-10-31" {
			held[e.Number] = true
		}
	}
	return held
}

func TestSampleIsTheSameAgain(t *testing.T) {
	var exports [2][]byte
	for i := range exports {
		dir, db := madeSample(t)
		status, out, said := job(t, dir, "export", "--db", db, "-o", "-")
		if status != Done {
			t.Fatal(said)
		}
		exports[i] = []byte(out)
	}
	if !bytes.Equal(exports[0], exports[1]) {
		t.Fatal("the same seed, year and clock gave another export")
	}
}

func TestExportImportExport(t *testing.T) {
	dir, db := madeSample(t)
	_, first, _ := job(t, dir, "export", "--db", db, "-o", "-")
	file, empty := filepath.Join(dir, "e.json"), filepath.Join(dir, "empty.db")
	if err := os.WriteFile(file, []byte(first), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, _, said := job(t, dir, "import", file, "--db", empty); status != Done {
		t.Fatal(said)
	}
	if _, second, _ := job(t, dir, "export", "--db", empty, "-o", "-"); first != second {
		t.Fatal("the export of the imported database differs")
	}
	if status, out, said := job(t, dir, "check", "--db", empty, "--json"); status != Done {
		t.Fatal(out, said)
	}
}

// TestWhatIsRefusedIsSaid imports a file twice, changed in between: what is refused is told in words.
func TestWhatIsRefusedIsSaid(t *testing.T) {
	dir, db := madeSample(t)
	_, export, _ := job(t, dir, "export", "--db", db, "-o", "-")
	file := filepath.Join(dir, "e.json")
	if err := os.WriteFile(file, []byte(strings.Replace(export, `"name":"Krivelj"`, `"name":"Kriveljak"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	status, _, said := job(t, dir, "import", file, "--db", db)
	if status != Done || strings.Count(said, "A record with this id is here already, with other contents.") != 1 {
		t.Errorf("%d %s", status, said)
	}
}

func TestWrongUseAndFailures(t *testing.T) {
	dir, db := madeSample(t)
	letter := filepath.Join(dir, "letter.db")
	if err := os.WriteFile(letter, []byte(strings.Repeat("Dear neighbours. ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		says   string
	}{
		{"no such command", []string{"frobnicate"}, Usage, "dogovor --help"},
		{"no period", []string{"figures", "--db", db}, Usage, "--from"},
		{"no date", []string{"figures", "--db", db, "--from", "2026-13-01", "--to", "2026-10-31"}, Usage, "2026-10-01"},
		{"end before start", []string{"figures", "--db", db, "--from", "2026-10-31", "--to", "2026-10-01"}, Usage, "end_before_start"},
		{"unknown report", []string{"report", "poem", "--db", db, "-o", "p.pdf"}, Usage, "--list"},
		{"unknown language", []string{"report", "summary", "--db", db, "--from", "2026-10-01", "--to", "2026-10-31", "--lang", "xx", "-o", "p.pdf"}, Usage, "zh-Hans"},
		{"unknown format", []string{"report", "summary", "--db", db, "--from", "2026-10-01", "--to", "2026-10-31", "-o", filepath.Join(dir, "p.docx")}, Failed, "pdf"},
		{"missing database", []string{"check", "--db", filepath.Join(dir, "none.db")}, Failed, "none.db"},
		{"a letter", []string{"check", "--db", letter}, Failed, "letter.db"},
		{"sample over something", []string{"sample", "--db", letter}, Failed, "letter.db"},
		{"unwritable target", []string{"export", "--db", db, "-o", filepath.Join(dir, "no", "e.json")}, Failed, "e.json"},
		{"import of nothing", []string{"import", filepath.Join(dir, "no.json"), "--db", db}, Failed, "cannot be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, out, said := job(t, dir, c.args...)
			if status != c.status || !strings.Contains(said, c.says) {
				t.Errorf("status %d, want %d; said %q", status, c.status, said)
			}
			if out != "" {
				t.Errorf("standard output is not empty: %q", out)
			}
			if strings.Contains(said, "⟦") {
				t.Errorf("a message is missing: %q", said)
			}
		})
	}
	if b, _ := os.ReadFile(letter); !strings.HasPrefix(string(b), "Dear neighbours") {
		t.Error("the letter was overwritten")
	}
}

func TestVersionAndHelp(t *testing.T) {
	if status, out, _ := job(t, t.TempDir(), "version"); status != Done || out != "dogovor 1.2.3\n" {
		t.Errorf("version: %d %q", status, out)
	}
	if status, out, _ := job(t, t.TempDir(), "--help"); status != Done || !strings.Contains(out, "sample") || !strings.Contains(out, "2026-10-31") {
		t.Errorf("help: %d %q", status, out)
	}
}
