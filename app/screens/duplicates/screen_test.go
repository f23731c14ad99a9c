package duplicates

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

var _ Store = (*store.Store)(nil)

var (
	ctx  = context.Background()
	noon = time.Date(2026, 11, 3, 11, 0, 0, 0, time.UTC)
)

func newStore(t testing.TB) *store.Store {
	t.Helper()
	now := noon
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "bor.db"), store.Options{
		Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7},
		Now:      func() time.Time { now = now.Add(time.Second); return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// village has two pairs: one man written twice, and two women who have one name.
func village(t testing.TB, db *store.Store) (keep, drop, one, other *data.Stakeholder) {
	t.Helper()
	must := func(_ data.ID, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	krivelj := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ", Municipality: "Bor"}
	zlot := &data.Settlement{Name: "Zlot", NameCyrl: "Злот", Municipality: "Bor"}
	must(db.Save(ctx, krivelj, zlot))
	keep = &data.Stakeholder{Kind: "person", Name: "Ђорђе Шарбановац", Sex: "male", Settlement: krivelj.ID, Phones: []string{"063/123-45-67"}, Groups: []string{"landowner"}, Notes: "Pita za bunar iza kuće."}
	drop = &data.Stakeholder{Kind: "person", Name: "Djordje Sarbanovac", Sex: "male", Settlement: krivelj.ID, Phones: []string{"+381 63 1234567", "030 423 100"}, Groups: []string{"landowner", "individual"},
		Address: "Krivelj 12", Emails: []string{"djordje@primer.rs"}, Notes: "Radi u gradu, kod kuće je vikendom; zvati posle pet."}
	one = &data.Stakeholder{Kind: "person", Name: "Milica Primer", Settlement: krivelj.ID}
	other = &data.Stakeholder{Kind: "person", Name: "Milica Primer", Settlement: zlot.ID}
	must(db.Save(ctx, keep, drop, one, other))
	for i, title := range []string{"Bunari u Krivelju", "Put za Krivelj", "Prašina"} {
		e := &data.Engagement{Title: title, Status: "held", Kind: "public_meeting", Settlement: krivelj.ID, Initiator: "company", Start: data.At(time.Date(2026, 9, 1+i, 18, 0, 0, 0, data.HomeZone())), Attendance: []*data.Attendance{{Stakeholder: drop.ID}}}
		if i == 0 {
			e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: keep.ID})
			e.Points = []*data.Point{{Said: "Voda", RaisedBy: drop.ID}}
		}
		must(db.Save(ctx, e))
	}
	must(db.Save(ctx, &data.Task{Text: "Javiti o bunaru", MadeOn: "2026-09-02", Stakeholder: drop.ID}))
	return
}

func read(t testing.TB, db *store.Store, id data.ID) *data.Stakeholder {
	t.Helper()
	x, err := db.Stakeholder(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestReviewByKeyboard(t *testing.T) {
	db := newStore(t)
	keep, drop, one, other := village(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Resize(1366, 2400)
	s := New(h, db)
	h.Open(s)
	h.Shows("very likely", "same name in the other script · same phone · same settlement", "2 pairs", keep.Number, drop.Number, "This record stays", "Krivelj 12",
		"What will move", "Attendance: 2", "Attendance: 1, there already, become one", "Bunari u Krivelju", "Task: 1", "possible")
	h.Keys(fyne.KeyReturn) // to the fields: the first that differs is the name
	if seg, ok := h.Window().Canvas().Focused().(*widgets.Segment); !ok || seg.Key() != data.TakeKept {
		t.Fatalf("the focus is on %T", h.Window().Canvas().Focused())
	}
	h.Keys(fyne.KeyRight)
	s.Save() // Ctrl+S
	got := read(t, db, keep.ID)
	if got.Name != drop.Name || len(got.Phones) != 2 || got.Address != "Krivelj 12" || len(got.OtherNames) != 1 {
		t.Errorf("%+v", got)
	}
	if x := read(t, db, drop.ID); !x.Binned || x.MergedInto != keep.ID {
		t.Errorf("%+v", x.Meta)
	}
	if len(h.Batches) != 1 || h.Batches[0].IsZero() {
		t.Errorf("what may be undone: %v", h.Batches)
	}
	h.Shows("1 pair", "Milica Primer")
	h.Press("Not the same")
	if n, err := db.CountDuplicates(ctx, 1); n != 0 || err != nil {
		t.Errorf("%d pairs are left, %v", n, err)
	}
	if read(t, db, one.ID).Binned || read(t, db, other.ID).Binned {
		t.Error("one of two who are not the same is in the bin")
	}
	h.Shows("No two records look like one stakeholder.")
	h.Press("Stakeholders")
	if h.Gone[0].Area != screens.Stakeholders {
		t.Errorf("%+v", h.Gone)
	}
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
}

func TestTheOtherStays(t *testing.T) {
	db := newStore(t)
	keep, drop, _, _ := village(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Resize(1366, 2400)
	s := New(h, db)
	h.Open(s)
	h.Press("Keep the other record")
	s.Reload() // something else was saved: the choice stays
	s.Save()
	if x := read(t, db, keep.ID); !x.Binned || x.MergedInto != drop.ID {
		t.Errorf("%+v", x.Meta)
	}
	s.Leave()
	if h.Backed != 1 {
		t.Error("Esc goes nowhere")
	}
}

func TestShots(t *testing.T) {
	for _, lang := range i18n.Langs {
		db := newStore(t)
		village(t, db)
		h := screentest.New(t, lang, noon)
		h.Resize(1280, 700)
		h.Open(New(h, db))
		h.Shot("duplicates-" + string(lang))
	}
	db := newStore(t)
	village(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Resize(1024, 640)
	h.Open(New(h, db))
	h.Keys(fyne.KeyReturn)
	h.Shot("duplicates-narrow")
}
