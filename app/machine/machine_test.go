package machine

import (
	"errors"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
)

func TestSettingsComeBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "config")
	s, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !s.FirstStart() || s.Origin == 0 {
		t.Fatalf("a new machine has %+v", s)
	}
	s.Language, s.Officer, s.Laptop = "sr-Cyrl", "  Пример   Милица ", " bor1 "
	s.Window["split"] = "0.4"
	s.Clean()
	if p := s.Validate(); len(p) > 0 {
		t.Fatal(p)
	}
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	again, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if again.FirstStart() || again.Officer != "Пример Милица" || again.Laptop != "BOR1" || again.Origin != s.Origin || again.Window["split"] != "0.4" {
		t.Fatalf("came back as %+v", again)
	}
}

func TestSettingsThatCannotBeUnderstoodAreKeptAside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	if err := os.WriteFile(path, []byte("{half"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Load(dir)
	if err != nil || !s.FirstStart() || s.Scale != 100 {
		t.Fatalf("%+v, %v", s, err)
	}
	if b, _ := os.ReadFile(path + ".bad"); string(b) != "{half" {
		t.Fatalf("the old file holds %q", b)
	}
}

// Settings that cannot be read are not written over: the next try may succeed.
func TestSettingsThatCannotBeReadStay(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	if err := os.Mkdir(path, 0o700); err != nil { // neither to be read nor to be replaced
		t.Fatal(err)
	}
	s, err := Load(dir)
	if data.ErrorCode(err) != "settings.unreadable" || s == nil || !s.FirstStart() || s.Unread() == nil {
		t.Fatalf("%+v, %v", s, err)
	}
	if err := s.Save(); data.ErrorCode(err) != "settings.unreadable" {
		t.Fatalf("saved over: %v", err)
	}
}

func TestSettingsThatMakeNoSenseAreAskedFor(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{"null", "{}", `{"language":"en","officer":"Primer","laptop":"!!","scale":-5,"window":null}`} {
		if err := os.WriteFile(filepath.Join(dir, "settings.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Load(dir)
		if err != nil || !s.FirstStart() || s.Scale != 100 || s.Window == nil {
			t.Errorf("%s: %+v, %v", text, s, err)
		}
	}
}

func TestValidateSettings(t *testing.T) {
	for _, c := range []struct{ officer, laptop, field, code string }{
		{"", "BOR1", "officer", "required"},
		{strings.Repeat("а", data.MaxLine+1), "BOR1", "officer", "too_long"},
		{"Primer", "", "laptop", "bad_laptop"},
		{"Primer", "B", "laptop", "bad_laptop"},
		{"Primer", "БОР1", "laptop", "bad_laptop"},
		{"Primer", "BOR-1", "laptop", "bad_laptop"},
		{"Primer", "MAJDANPEK", "laptop", "bad_laptop"},
		{"Primer", "BOR1", "", ""},
	} {
		s := Settings{Officer: c.officer, Laptop: c.laptop}
		s.Clean()
		p := s.Validate()
		if c.field == "" && len(p) == 0 {
			continue
		}
		if len(p) != 1 || p[0].Field != c.field || p[0].Code != c.code {
			t.Errorf("%q %q: %v, want %s %s", c.officer, c.laptop, p, c.field, c.code)
		}
	}
}

func TestUnwritableSettingsAreTold(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Load(filepath.Join(dir, "config"))
	if err != nil {
		t.Fatal(err)
	}
	s.path = filepath.Join(file, "settings.json")
	if err := s.Save(); data.ErrorCode(err) != "settings.unwritable" {
		t.Fatalf("got %v", err)
	}
}

func TestTheLogHoldsNothingPersonal(t *testing.T) {
	dir := t.TempDir()
	stop, err := StartLog(dir)
	if err != nil {
		t.Fatal(err)
	}
	LogError("save", data.NewError("db.failed", errors.New(`constraint failed: name "Primer Petar"`), "Path", "/home/primer.petar/a.db"))
	LogError("joined", errors.Join(data.NewError("output.unwritable", errors.New("/home/petar"))))
	slog.Info("started", "version", "1")
	log.Println("  Cause: mkdir /home/primer.petar/.cache: no such folder") // as the toolkit says it
	log.Println("  At: fyne.io/fyne/v2@v2.8.1/app/cache.go:28")
	stop()
	b, err := os.ReadFile(filepath.Join(dir, "dogovor.log"))
	if err != nil {
		t.Fatal(err)
	}
	if text := string(b); !strings.Contains(text, "db.failed") || !strings.Contains(text, "started") || !strings.Contains(text, "joinError < data.Error < errors.errorString") || !strings.Contains(text, "app/cache.go:28") || strings.Contains(strings.ToLower(text), "petar") {
		t.Fatalf("the log says %q", text)
	}
	if _, err := os.Stat(filepath.Join(dir, "crash.txt")); err != nil {
		t.Fatal(err)
	}
}
