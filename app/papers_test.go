package app

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Ctrl+B on the page of a meeting leads to the briefing, Ctrl+P there opens the sheet; Esc leads back.
func TestBriefingFromAPage(t *testing.T) {
	clock := widgets.Inline()
	t.Cleanup(clock.Restore)
	_, restore := record.Inline()
	t.Cleanup(restore)
	w := newBench(t, ready)
	place := &data.Settlement{Name: "Selo Primer", Municipality: "Bor"}
	place.ID = data.NewID()
	e := &data.Engagement{Title: "Zbor", Status: "planned", Start: data.OnDay("2026-12-01"), Settlement: place.ID}
	e.ID = data.NewID()
	if _, err := w.db.Save(w.ctx, place, e); err != nil {
		t.Fatal(err)
	}
	w.goTo(screens.Place{Area: screens.Engagements, Record: e.ID})
	on(w, screens.Briefer.Brief)
	if p := w.current.place; p.Area != screens.Briefing || p.Record != place.ID || p.Filter != e.ID {
		t.Fatalf("Ctrl+B leads to %+v", p)
	}
	if w.frame.nav[navigated(screens.Briefing)] == nil || navigated(screens.Tasks) != screens.Tasks {
		t.Error("the navigation does not tell where this is")
	}
	w.print()
	sheets, err := filepath.Glob(filepath.Join(w.viewed(), "*", "*.pdf"))
	if err != nil || len(sheets) != 1 {
		t.Fatal(sheets, err)
	}
	if body, err := os.ReadFile(sheets[0]); err != nil || !bytes.HasPrefix(body, []byte("%PDF-")) {
		t.Errorf("%s is no PDF: %v", sheets[0], err)
	}
	w.leave()
	if p := w.current.place; p.Area != screens.Engagements || p.Record != e.ID {
		t.Errorf("Esc leads to %+v", p)
	}
	w.goTo(screens.Place{Area: screens.Engagements, Record: e.ID, Edit: true}) // the form
	on(w, screens.Briefer.Brief)
	if p := w.current.place; p.Area != screens.Briefing || p.Filter != e.ID {
		t.Errorf("Ctrl+B in the form leads to %+v", p)
	}
	w.goTo(screens.Place{Area: screens.Places, Record: place.ID})
	on(w, screens.Briefer.Brief)
	if p := w.current.place; p.Area != screens.Briefing || p.Record != place.ID || p.Filter != nil {
		t.Errorf("Ctrl+B on a settlement leads to %+v", p)
	}
	w.goTo(screens.Place{Area: screens.ReportBack, Record: place.ID})
	if title := w.current.Title(); title != w.words.T("reportback.title") {
		t.Error(title)
	}
}
