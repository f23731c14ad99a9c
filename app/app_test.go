package app

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

// noon is the clock of these tests.
var noon = time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)

// bench is a window on a new machine, without an X server.
func newBench(t *testing.T, set func(*machine.Settings)) *Window {
	t.Helper()
	home := t.TempDir()
	dirs := machine.Dirs{Config: filepath.Join(home, "config"), Data: filepath.Join(home, "data"), State: filepath.Join(home, "state"), Documents: home}
	settings, err := machine.Load(dirs.Config)
	if err != nil {
		t.Fatal(err)
	}
	if set != nil {
		set(settings)
	}
	a := test.NewTempApp(t)
	w := New(context.Background(), a, Options{Version: "test", Settings: settings, Dirs: dirs, Now: func() time.Time { return noon }, Inline: true})
	w.Start()
	t.Cleanup(w.quit)
	return w
}

func ready(s *machine.Settings) { s.Language, s.Officer, s.Laptop = "en", "Primer Officer", "BOR1" }

// find gives the first thing on the window that is wanted, looking through containers and widgets.
func find[T fyne.CanvasObject](t *testing.T, w *Window, wanted func(T) bool) T {
	t.Helper()
	var got T
	found := false
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		if x, ok := o.(T); ok && !found && wanted(x) {
			got, found = x, true
		}
	}
	if !found {
		t.Fatalf("nothing of %T that is wanted is on the window", got)
	}
	return got
}

func button(t *testing.T, w *Window, word string) *widgets.Button {
	t.Helper()
	return find(t, w, func(b *widgets.Button) bool { return b.Word() == word })
}

func TestFirstStartAsksThenOpensTheWork(t *testing.T) {
	w := newBench(t, nil)
	focused, ok := w.win.Canvas().Focused().(*widgets.Entry)
	if !ok {
		t.Fatal("the first question has no focus")
	}
	// Nothing typed: it says so beside the field and goes nowhere.
	test.Tap(button(t, w, w.words.T("start.empty")))
	if w.db != nil {
		t.Fatal("went on without a name")
	}
	test.Type(focused, "Primer Jovana")
	w.win.Canvas().FocusNext()
	test.Type(w.win.Canvas().Focused(), "bor2")
	test.Tap(button(t, w, w.words.T("start.empty")))
	if w.db == nil {
		t.Fatal("no database is open")
	}
	again, err := machine.Load(w.opt.Dirs.Config)
	if err != nil || again.Officer != "Primer Jovana" || again.Laptop != "BOR2" {
		t.Fatalf("settings kept: %+v, %v", again, err)
	}
	places, err := w.db.Settlements(w.ctx)
	if err != nil || len(places) != 28 {
		t.Fatalf("%d settlements, %v", len(places), err)
	}
}

func TestLanguageChangesEverywhere(t *testing.T) {
	w := newBench(t, ready)
	for _, l := range i18n.Langs {
		w.switchLanguage(l)
		want := i18n.For(l).T("window.today")
		if got := w.frame.title.Text(); got != want {
			t.Errorf("%s: title %q, want %q", l, got, want)
		}
		if got := w.win.MainMenu().Items[0].Label; got != i18n.For(l).T("menu.record") {
			t.Errorf("%s: menu %q", l, got)
		}
	}
}

// The title follows a list that becomes its bin, and comes back with it.
func TestTitleFollowsTheScreen(t *testing.T) {
	w := newBench(t, ready)
	w.goTo(screens.Place{Area: screens.Stakeholders})
	bin := w.current.Screen.(interface{ ShowBin(bool) })
	for _, in := range []bool{true, false} {
		bin.ShowBin(in)
		want := w.words.T("stakeholders.title")
		if in {
			want = w.words.T("stakeholders.bin.title")
		}
		if got := w.frame.title.Text(); got != want {
			t.Errorf("in the bin %t: title %q, want %q", in, got, want)
		}
	}
}

func TestBackAndForward(t *testing.T) {
	w := newBench(t, ready)
	w.goTo(screens.Place{Area: screens.Stakeholders})
	w.goTo(screens.Place{Area: screens.Reports})
	w.back()
	if w.current.place.Area != screens.Stakeholders {
		t.Fatalf("back led to %q", w.current.place.Area)
	}
	w.back()
	w.back() // at the beginning: stays
	if w.current.place.Area != screens.Today {
		t.Fatalf("back led to %q", w.current.place.Area)
	}
	w.forward()
	if w.current.place.Area != screens.Stakeholders {
		t.Fatalf("forward led to %q", w.current.place.Area)
	}
}

func TestUndoTakesBackTheLastSave(t *testing.T) {
	w := newBench(t, ready)
	s := &data.Stakeholder{Kind: "person", Name: "Primer Petar"}
	batch, err := w.db.Save(w.ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	w.said("saved", batch)
	w.undoLast()
	n, err := w.db.CountStakeholders(w.ctx, data.StakeholderFilter{})
	if err != nil || n != 0 {
		t.Fatalf("%d stakeholders after undo, %v", n, err)
	}
}

// What was said of one database is not taken for the next, and news of a closed one harm nobody.
func TestAnotherDatabaseStartsAnew(t *testing.T) {
	w := newBench(t, ready)
	batch, err := w.db.Save(w.ctx, &data.Stakeholder{Kind: "person", Name: "Primer Petar"})
	if err != nil {
		t.Fatal(err)
	}
	w.said("saved", batch)
	first := w.settings.Database
	w.openDatabase(filepath.Join(t.TempDir(), "other.db"))
	w.undoLast()
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("undo complains about a batch of another database")
	}
	w.openDatabase(first)
	if n, err := w.db.CountStakeholders(w.ctx, data.StakeholderFilter{}); err != nil || n != 1 {
		t.Errorf("%d stakeholders, %v", n, err)
	}
	w.closeScreen()
	w.closeDatabase()
	w.changed(data.Event{Type: data.Terms.Name})
}

func TestADatabaseThatCannotBeOpenedIsExplained(t *testing.T) {
	var path string
	w := newBench(t, func(s *machine.Settings) {
		ready(s)
		path = filepath.Join(t.TempDir(), "letter.db")
		if err := os.WriteFile(path, []byte("Dear neighbours, "+strings.Repeat("we met. ", 2000)), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Database = path
	})
	if w.db != nil {
		t.Fatal("a letter was opened as a database")
	}
	button(t, w, w.words.T("trouble.again"))
	if b, _ := os.ReadFile(path); !strings.HasPrefix(string(b), "Dear neighbours") {
		t.Fatal("the file was overwritten")
	}
}

func TestReportsScreenWritesAFile(t *testing.T) {
	w := newBench(t, ready)
	w.goTo(screens.Place{Area: screens.Reports})
	on(w, screens.Printer.Print)
	written, _ := filepath.Glob(filepath.Join(w.opt.Dirs.Documents, "Dogovor-2026-10-en.pdf"))
	if len(written) != 1 {
		t.Fatal("the summary of last month was not written")
	}
}

func TestAfterACrashTheFormComesBack(t *testing.T) {
	w := newBench(t, ready)
	id := data.NewID()
	w.goTo(screens.Place{Area: screens.Stakeholders, Edit: true})
	if err := w.db.SaveDraft(w.ctx, data.Draft{Key: "stakeholder/" + id.String(), Body: []byte(`{}`), SavedAt: noon}); err != nil {
		t.Fatal(err)
	}
	crashed := *w.settings
	crashed.Window = maps.Clone(w.settings.Window)
	w.closeScreen()
	w.closeDatabase()

	w.settings = &crashed
	w.Start()
	if p := w.current.place; !p.Edit || p.Record != id {
		t.Fatalf("came back to %+v", p)
	}
	w.closeScreen()
	w.closeDatabase() // ends well this time
	w.Start()
	if p := w.current.place; p.Edit {
		t.Fatalf("came back to %+v though nothing was cut off", p)
	}
}

func TestSettingsChangeAtOnceOrSayWhatIsWrong(t *testing.T) {
	w := newBench(t, ready)
	w.goTo(screens.Place{Area: screens.Settings})
	laptop := find(t, w, func(e *widgets.Entry) bool { return e.Text == "BOR1" })
	laptop.SetText("a laptop")
	on(w, screens.Saver.Save)
	if w.settings.Laptop != "BOR1" || w.win.Canvas().Focused() != laptop {
		t.Fatalf("laptop %q; the focus is not where it is wrong", w.settings.Laptop)
	}
	laptop.SetText("mjd2")
	on(w, screens.Saver.Save)
	if w.settings.Laptop != "MJD2" {
		t.Fatalf("laptop %q", w.settings.Laptop)
	}
	s := &data.Stakeholder{Kind: "person", Name: "Primer Petar"}
	if _, err := w.db.Save(w.ctx, s); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(s.Number, "S-26-MJD2-") {
		t.Fatalf("number %s", s.Number)
	}
}

func TestBackupIsWhole(t *testing.T) {
	w := newBench(t, ready)
	w.backup()
	made, _ := filepath.Glob(filepath.Join(w.opt.Dirs.Data, "*.bak"))
	if len(made) != 1 {
		t.Fatalf("backups: %v", made)
	}
	db, err := store.Open(w.ctx, made[0], store.Options{ReadOnly: true, NoLock: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if all, err := db.Settlements(w.ctx); err != nil || len(all) != 28 {
		t.Fatalf("%d settlements in the backup, %v", len(all), err)
	}
}
