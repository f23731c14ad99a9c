package stakeholders

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/reports"
)

func TestManyRowsAtOnce(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Resize(1366, 900)
	l := List(h, db, screens.Place{Area: screens.Stakeholders}).(*list)
	h.Open(l)
	h.Hides("selected")
	h.Keys(fyne.KeyHome, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	h.Shows("2 selected", "Tag…", "Manager…", "Group…", "Export…")
	h.Shot("many-selected")
	h.Keys(fyne.KeySpace)
	h.Shows("1 selected")
	l.Table().TypedShortcut(&fyne.ShortcutSelectAll{})
	h.Shows("3 selected")
	h.Press("Tag…")
	h.Shot("many-tag")
	h.Type("dam 2026")
	h.Keys(fyne.KeyReturn)
	h.Hides("selected")
	if said := h.Said[len(h.Said)-1]; said != "3 records changed." || h.Batches[len(h.Batches)-1].IsZero() {
		t.Errorf("%q", said)
	}
	if s := read(t, db, v.ivo.ID); !slices.Equal(s.Tags, []string{"wells", "dam 2026"}) {
		t.Errorf("%q", s.Tags)
	}
	if err := db.Undo(context.Background(), h.Batches[len(h.Batches)-1]); err != nil {
		t.Fatal(err)
	}
	if s := read(t, db, v.ivo.ID); !slices.Equal(s.Tags, []string{"wells"}) {
		t.Errorf("undone: %q", s.Tags)
	}
	h.Keys(fyne.KeyEnd, fyne.KeySpace)
	h.Press("Group…")
	h.Type("ngo")
	h.Keys(fyne.KeyReturn)
	last := l.Table().Rows()[2].ID
	if s := read(t, db, last); len(s.Groups) == 0 || s.Groups[len(s.Groups)-1] != "ngo" {
		t.Errorf("groups %q", s.Groups)
	}
	h.Keys(fyne.KeySpace)
	l.Leave() // Esc takes the marks away first
	h.Hides("selected")
	h.Keys(fyne.KeySpace)
	l.Narrow(func(f *filter) { f.Kind = "person" }) // what is out of sight is not marked
	h.Hides("selected")
	l.Clear()
	h.Keys(fyne.KeyHome, fyne.KeySpace)
	first := l.Table().Rows()[0].ID
	h.Press("Move to bin")
	if !read(t, db, first).Binned || len(l.Table().Rows()) != 2 {
		t.Errorf("%d rows are left", len(l.Table().Rows()))
	}
	noMissing(t)
}

// Marked rows are written as they stand in the list.
func TestMarkedRowsInAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := reports.Sheet(path, "Stakeholders", []string{"Name", "Settlement"}, [][]string{{"Ђорђе, Ш.", "Krivelj"}, {"Ana", ""}}, noon, i18n.For(i18n.English)); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(b), `"Ђорђе, Ш."`) || !strings.Contains(string(b), "Ana") {
		t.Errorf("%q %v", b, err)
	}
	if err := reports.Sheet(filepath.Join(t.TempDir(), "list.txt"), "x", nil, nil, noon, i18n.For(i18n.English)); data.ErrorCode(err) == "" {
		t.Error("an ending that nothing is written in")
	}
}
