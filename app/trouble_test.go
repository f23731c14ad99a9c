package app

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"dogovor/app/look"
	"dogovor/app/machine"
	"dogovor/app/widgets"
	"dogovor/data"
)

// says tells whether a text stands on the window.
func says(w *Window, text string) bool {
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		if x, ok := o.(*look.Text); ok && x.Text() == text {
			return true
		}
	}
	return false
}

func mustSay(t *testing.T, w *Window, code string, params ...any) {
	t.Helper()
	if text := w.words.Error(data.NewError(code, nil, params...)); !says(w, text) {
		t.Fatalf("the window does not say %q", text)
	}
	if w.db != nil {
		t.Fatal("a database is open all the same")
	}
}

// A stick that is not plugged in must not become an empty database in the place where it would be.
func TestADatabaseThatIsGoneIsNotBegunAnew(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "bor.db")
	w := newBench(t, func(s *machine.Settings) { ready(s); s.Database = gone })
	mustSay(t, w, "db.missing", "Path", gone)
	if _, err := os.Stat(gone); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal("a file was made")
	}
	test.Tap(button(t, w, w.words.T("trouble.again")))
	mustSay(t, w, "db.missing", "Path", gone)
	if err := os.WriteFile(gone, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	test.Tap(button(t, w, w.words.T("trouble.again")))
	mustSay(t, w, "db.empty", "Path", gone)
	test.Tap(button(t, w, w.words.T("trouble.other"))) // the name stands there: the person wants it
	if w.db == nil {
		t.Fatal("no database was begun")
	}
}

func TestBackToTheDatabaseBefore(t *testing.T) {
	w := newBench(t, ready)
	before := w.settings.Database
	folder := t.TempDir()
	w.openDatabase(folder)
	mustSay(t, w, "db.folder", "Path", folder)
	test.Tap(button(t, w, w.words.T("trouble.before", "Name", filepath.Base(before))))
	if w.db == nil || w.settings.Database != before {
		t.Fatalf("open is %q", w.settings.Database)
	}
}

func TestAPathIsRememberedWhole(t *testing.T) {
	t.Chdir(t.TempDir())
	w := newBench(t, ready)
	w.openDatabase("here.db")
	if !filepath.IsAbs(w.settings.Database) {
		t.Fatalf("remembered is %q, which is another file from another folder", w.settings.Database)
	}
}

func TestDamageIsToldThoughTheFileOpens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	w := newBench(t, ready)
	w.openDatabase(path)
	w.closeScreen()
	w.closeDatabase()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 20 * 4096; at+300 < len(b); at += 2 * 4096 {
		copy(b[at+100:], bytes.Repeat([]byte{0xA5}, 200))
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	w.openDatabase(path)
	mustSay(t, w, "db.corrupt", "Path", path)
}

func TestSettingsThatCannotBeRead(t *testing.T) {
	home := t.TempDir()
	config := filepath.Join(home, "config")
	if err := os.MkdirAll(filepath.Join(config, "settings.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	settings, _ := machine.Load(config)
	dirs := machine.Dirs{Config: config, Data: filepath.Join(home, "data"), State: filepath.Join(home, "state"), Documents: home}
	w := New(t.Context(), test.NewTempApp(t), Options{Version: "test", Settings: settings, Dirs: dirs, Now: func() time.Time { return noon }, Inline: true})
	w.Start()
	t.Cleanup(w.quit)
	mustSay(t, w, "settings.unreadable", "Path", filepath.Join(config, "settings.json"))
	if err := os.Remove(filepath.Join(config, "settings.json")); err != nil {
		t.Fatal(err)
	}
	test.Tap(button(t, w, w.words.T("trouble.again")))
	if _, ok := w.win.Canvas().Focused().(*widgets.Entry); !ok {
		t.Fatal("the first start does not ask its questions")
	}
}
