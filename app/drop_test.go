package app

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"dogovor/app/dialogs"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/data"
)

func TestFilesDroppedOnTheWindow(t *testing.T) {
	w := newBench(t, ready)
	w.drop([]string{"nothing.txt"}) // at the questions of the first start
	w.openDatabase(w.ownDatabase())
	place := &data.Settlement{Name: "Krivelj", InArea: true}
	if _, err := w.db.Save(w.ctx, place); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bunar.txt")
	if err := os.WriteFile(path, []byte("voda"), 0o600); err != nil {
		t.Fatal(err)
	}
	have := func() int {
		t.Helper()
		all, err := w.db.Attachments(w.ctx, data.Settlements, place.ID)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	w.goTo(screens.Place{Area: screens.Reports})
	w.drop([]string{path})
	if said := w.frame.toast.Text(); said != "Files belong to a record: open one, then drop them." {
		t.Errorf("said %q", said)
	}
	w.goTo(screens.Place{Area: screens.Places, Record: place.ID})
	dialogs.Notice(w.win, "A", "B", "C", nil)
	w.drop([]string{path})
	if said := w.frame.toast.Text(); said != "Answer the question on the window first, then drop the files again." || have() != 0 {
		t.Errorf("said %q", said)
	}
	w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
	w.drop([]string{path})
	if have() != 1 || w.frame.toast.Text() != "Added 1 file" {
		t.Fatalf("%d files, said %q", have(), w.frame.toast.Text())
	}
	find(t, w, func(x *look.Text) bool { return x.Text() == "Attachments (1)" })
	w.undoLast()
	if have() != 0 {
		t.Error("Undo left it")
	}
}

func TestViewedCopiesArePrivateAndGo(t *testing.T) {
	w := newBench(t, ready)
	if err := w.newHost().View("../zapisnik: \"sastanak\".pdf", []byte("tajno")); err != nil {
		t.Fatal(err)
	}
	all, err := filepath.Glob(filepath.Join(w.viewed(), "*", "*"))
	if err != nil || len(all) != 1 || filepath.Base(all[0]) != ".._zapisnik_ _sastanak_.pdf" && filepath.Base(all[0]) != "_zapisnik_ _sastanak_.pdf" {
		t.Fatalf("%v %v", all, err)
	}
	body, err := os.ReadFile(all[0])
	info, err2 := os.Stat(all[0])
	if err != nil || err2 != nil || string(body) != "tajno" {
		t.Fatalf("%q %v %v", body, err, err2)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o400 {
		t.Errorf("others may read it: %v", info.Mode())
	}
	again := New(w.ctx, test.NewTempApp(t), w.opt) // what an end that came too soon left behind
	again.deafen()
	if _, err := os.Stat(w.viewed()); err == nil && !again.second {
		t.Error("the copy is still there")
	}
	w.forgetViewed()
	if _, err := os.Stat(w.viewed()); err == nil {
		t.Error("the copy is still there")
	}
}

func TestNamesOfCopies(t *testing.T) {
	for in, want := range map[string]string{
		"a.pdf": "a.pdf", "NUL.txt": "_NUL.txt", "a/b\\c:d.jpg": "a_b_c_d.jpg", ".pdf": "_.pdf", "x. ": "x", "кривељ.docx": "кривељ.docx", strings.Repeat("ж", 300) + ".jpg": strings.Repeat("ж", 50) + ".jpg",
	} {
		if got := nameOfCopy(in); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
}
