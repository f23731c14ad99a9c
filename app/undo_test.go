package app

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Ctrl+Z takes back typing where a person types, and the last save from the rows of a list.
func TestUndoKey(t *testing.T) {
	clock := widgets.Inline()
	t.Cleanup(clock.Restore)
	_, restore := record.Inline()
	t.Cleanup(restore)
	w := newBench(t, ready)
	count := func() int {
		n, err := w.db.CountStakeholders(w.ctx, data.StakeholderFilter{})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	s := &data.Stakeholder{Kind: "person", Name: "Primer Marko"}
	s.ID = data.NewID()
	batch, err := w.db.Save(w.ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	w.said("saved", batch)
	w.goTo(screens.Place{Area: screens.Stakeholders})
	on(w, screens.Finder.Find)
	search := w.win.Canvas().Focused().(*widgets.Entry)
	test.Type(search, "xyz")
	w.undoKey()
	if search.Text == "xyz" || count() != 1 {
		t.Fatalf("in the search: %q, %d in the register", search.Text, count())
	}
	on(w, screens.Leaver.Leave)
	on(w, screens.Leaver.Leave)
	s.Notes = "later"
	if batch, err = w.db.Save(w.ctx, s); err != nil {
		t.Fatal(err)
	}
	w.said("saved later", batch)
	w.undoKey()
	if got, err := w.db.Stakeholder(w.ctx, s.ID); err != nil || got.Notes != "" || count() != 1 {
		t.Fatalf("the last save is not undone: %+v %v", got, err)
	}
	if got := w.frame.toast.Text(); got != w.words.T("window.undone", "What", "saved later") {
		t.Errorf("it says %q", got)
	}
	w.undoKey() // once more: the save before
	if count() != 0 {
		t.Error("from the rows nothing is undone")
	}
}
