package settings

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

var clock = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)

func newScreen(t *testing.T, lang i18n.Lang) (*screentest.Host, *store.Store, *Screen) {
	t.Helper()
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"), store.Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	h := screentest.New(t, lang, clock)
	s := New(h, db, Actions{State: State{Officer: "Primer", Laptop: "BOR1", Look: "light", Scale: 100, Database: "/a.db"}, Change: func(State) data.Problems { return nil }}, screens.Place{})
	h.Open(s)
	return h, db, s
}

func terms(t *testing.T, db *store.Store) map[string]data.Term {
	t.Helper()
	all, err := db.Terms(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]data.Term{}
	for _, x := range all {
		out[x.List+"."+x.Code] = *x
	}
	return out
}

func TestAddRenameAndRetireWords(t *testing.T) {
	h, db, s := newScreen(t, i18n.SerbianLatin)
	rows := s.words.rows
	last := rows[len(rows)-1]
	last.sr.SetText("Štrajk upozorenja – đaci")
	last.en.SetText("Warning strike")
	rows[0].sr.SetText("opštinska uprava")
	rows[1].retired.SetChecked(true)
	s.Save()
	if len(h.Failed) > 0 {
		t.Fatal(h.Failed)
	}
	got := terms(t, db)
	added := got["group.strajk_upozorenja_djaci"]
	if added.Label != "Štrajk upozorenja – đaci" || added.LabelEn != "Warning strike" || added.ID != data.TermID("group", "strajk_upozorenja_djaci") {
		t.Errorf("added %+v of %v", added, got)
	}
	if renamed := got["group."+data.Groups.Codes[0]]; renamed.Label != "opštinska uprava" || renamed.Retired {
		t.Errorf("renamed %+v", renamed)
	}
	if retired := got["group."+data.Groups.Codes[1]]; !retired.Retired || retired.Label != i18n.For(i18n.SerbianLatin).Term("group", data.Groups.Codes[1]) {
		t.Errorf("retired %+v", retired)
	}
	if len(got) != 3 {
		t.Errorf("untouched words were saved too: %v", got)
	}
	// Nothing changed since: saving again writes nothing.
	n := len(h.Batches)
	s.Save()
	for _, b := range h.Batches[n:] {
		if !b.IsZero() {
			t.Error("saved although nothing was changed")
		}
	}
}

func TestAnotherListKeepsWhatWasTyped(t *testing.T) {
	h, db, s := newScreen(t, i18n.English)
	h.Press(h.Words().T("settings.words"))
	s.words.rows[len(s.words.rows)-1].sr.SetText("Zadruga")
	choice := screentest.Find(h, func(c *widgets.Choice) bool { return c.Key() == "group" })
	choice.SetKey("topic")
	choice.OnChange("topic")
	if _, ok := terms(t, db)["group.zadruga"]; !ok {
		t.Fatal("the word typed before is lost")
	}
	if s.words.list.List != "topic" || len(s.words.rows) != len(data.Topics.Codes)+1 {
		t.Fatalf("list %s with %d rows", s.words.list.List, len(s.words.rows))
	}
	h.Shot("settings-words")
}
