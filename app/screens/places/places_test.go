package places

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/data/store"
)

var _ Store = (*store.Store)(nil)

var noon = time.Date(2026, 11, 3, 11, 0, 0, 0, time.UTC)

// newStore is a real database of this test's own.
func newStore(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "bor.db"), store.Options{
		Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7},
		Now:      func() time.Time { return noon },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func save(t testing.TB, db *store.Store, recs ...data.Record) {
	t.Helper()
	if _, err := db.Save(context.Background(), recs...); err != nil {
		t.Fatal(err)
	}
}

func noMissing(t *testing.T) {
	t.Helper()
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
}

type area struct {
	krivelj, slatina *data.Settlement
	ivo              *data.Stakeholder
}

func newArea(t testing.TB, db *store.Store) area {
	t.Helper()
	many, lat, lon := 900, 44.1294, 22.0961
	a := area{
		krivelj: &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ", Municipality: "Bor", InArea: true, Population: &many, Lat: &lat, Lon: &lon, CoordSource: "GeoNames"},
		slatina: &data.Settlement{Name: "Slatina", NameCyrl: "Слатина", Municipality: "Bor"},
	}
	save(t, db, a.krivelj, a.slatina)
	a.ivo = &data.Stakeholder{Kind: "person", Name: "Primer Ivo", Settlement: a.krivelj.ID, Groups: []string{"landowner"}}
	save(t, db, a.ivo)
	for i, day := range []data.Date{"2025-11-03", "2025-11-04", "2026-10-01", "2026-11-03", "2026-12-01"} {
		e := &data.Engagement{Title: fmt.Sprintf("Meeting %d", i), Status: "held", Start: data.OnDay(day), Settlement: a.krivelj.ID}
		if day > "2026-11-03" {
			e.Status = "planned"
		}
		save(t, db, e)
	}
	return a
}

func TestListAndPage(t *testing.T) {
	db := newStore(t)
	a := newArea(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Resize(1366, 1600)
	l := List(h, db, screens.Place{}).(*list)
	h.Open(l)
	rows := l.Table().Rows()
	if len(rows) != 2 || rows[0].name != "Krivelj" || rows[0].recent != 3 || rows[1].recent != 0 { // a year ends the day before its anniversary
		t.Fatalf("rows %+v", rows)
	}
	h.Shows("Krivelj", "Кривељ", "900", "44.1294", "GeoNames", "Primer Ivo", "landowner", "Meeting 3", "planned", "Showing 2 of 2")
	h.Press("Primer Ivo")
	h.Press("Meeting 3")
	h.Press("New engagement here")
	h.Press("New stakeholder here")
	if h.Gone[0].Area != screens.Stakeholders || h.Gone[0].Record != a.ivo.ID || h.Gone[1].Area != screens.Engagements || h.Gone[1].Record.IsZero() {
		t.Errorf("gone %+v", h.Gone)
	}
	if f := h.Gone[2].Filter.(data.EngagementFilter); len(f.Settlements) != 1 || f.Settlements[0] != a.krivelj.ID || !h.Gone[2].Edit {
		t.Errorf("new engagement %+v", h.Gone[2])
	}
	if f := h.Gone[3].Filter.(data.StakeholderFilter); f.Settlement != a.krivelj.ID || !h.Gone[3].Edit {
		t.Errorf("new stakeholder %+v", h.Gone[3])
	}
	widgets.Focus(l.Table())
	h.Keys(fyne.KeyDown)
	h.Shows("Not known.", "Outside the area of influence", "Nobody from here", "No engagement here")
	l.Table().OnSort("recent", true)
	if l.Table().Rows()[0].name != "Krivelj" {
		t.Error("not sorted by engagements")
	}
	l.Find()
	h.Type("слат")
	if rows := l.Table().Rows(); len(rows) != 1 || rows[0].name != "Slatina" {
		t.Errorf("found %+v", rows)
	}
	h.Type("xxx")
	h.Shows("Type less, or write it another way.")
	l.Leave()
	if len(l.Table().Rows()) != 2 {
		t.Error("Esc does not take the search back")
	}
	noMissing(t)
}

func TestNewPlaceMayHaveNoCoordinates(t *testing.T) {
	db := newStore(t)
	newArea(t, db)
	h := screentest.New(t, i18n.SerbianLatin, noon)
	f := Form(h, db, screens.Place{Area: screens.Places, Edit: true}).(*record.Form)
	h.Open(f)
	h.Type("Ljubova Njiva")
	h.Keys(fyne.KeyReturn)
	h.Shows("Љубова Њива")
	h.Keys(fyne.KeyReturn)
	h.Type("Bo")
	h.Shows("Bor") // proposed
	h.Type("r")
	h.Keys(fyne.KeyTab, fyne.KeyTab)
	h.Type("120")
	h.FocusField("Geografska širina")
	h.Type("44,12")
	f.Save()
	if f.Fields().Field("lat").Error() == "" {
		t.Error("one coordinate alone is not refused")
	}
	widgets.Focus(f.Fields().Field("lat"))
	for range "44,12" {
		h.Keys(fyne.KeyBackspace)
	}
	f.Save()
	if len(h.Gone) != 1 {
		t.Fatalf("not saved: %v\n%s", h.Failed, h.Texts())
	}
	s, err := db.Settlement(context.Background(), h.Gone[0].Record)
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "Ljubova Njiva" || s.NameCyrl != "Љубова Њива" || s.Municipality != "Bor" || s.Population == nil || *s.Population != 120 || s.Lat != nil || !s.InArea {
		t.Errorf("saved %+v", s)
	}
	noMissing(t)
}

// What a program takes for a number and a person does not is refused beside its field; the draft holds it as it was typed.
func TestNoNumberBreaksTheForm(t *testing.T) {
	db := newStore(t)
	newArea(t, db)
	for _, typed := range []string{"NaN", "-Inf", "1e3", "0x1p-2", "44.1.2", "９９"} {
		h := screentest.New(t, i18n.English, noon)
		pass, restore := record.Inline()
		f := Form(h, db, screens.Place{Area: screens.Places, Edit: true}).(*record.Form)
		h.Open(f)
		h.Type("Ljubova Njiva")
		h.FocusField("Latitude")
		h.Type(typed)
		pass()
		f.Save()
		if got := f.Fields().Field("lat").Error(); got != h.Words().T("record.bad_decimal") || len(h.Gone) > 0 {
			t.Errorf("%s: the field says %q", typed, got)
		}
		drafts, err := db.Drafts(context.Background())
		if err != nil || len(drafts) == 0 || !strings.Contains(string(drafts[0].Body), typed) {
			t.Errorf("%s: kept are %v, %v", typed, drafts, err)
		}
		restore()
	}
}

// A name in Cyrillic that was typed by hand stays when the Latin one is changed; numbers pass through the form untouched.
func TestEditKeepsWhatWasWritten(t *testing.T) {
	db := newStore(t)
	a := newArea(t, db)
	for _, lang := range i18n.Langs {
		h := screentest.New(t, lang, noon)
		f := Form(h, db, screens.Place{Area: screens.Places, Edit: true, Record: a.krivelj.ID}).(*record.Form)
		h.Open(f)
		f.Save()
		if len(h.Batches) != 1 || !h.Batches[0].IsZero() {
			t.Errorf("%s: saving changed something, or failed: %v\n%s", lang, h.Failed, h.Texts())
		}
	}
	h := screentest.New(t, i18n.English, noon)
	f := Form(h, db, screens.Place{Area: screens.Places, Edit: true, Record: a.krivelj.ID}).(*record.Form)
	h.Open(f)
	h.Type(" Donji")
	h.Shows("Krivelj Donji", "Кривељ")
	h.Hides("Кривељ Доњи")
}

// TestShots draws the screens on the sample year, for people to look at.
func TestShots(t *testing.T) {
	if os.Getenv("DOGOVOR_SHOTS") == "" {
		t.Skip("DOGOVOR_SHOTS names no folder")
	}
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "sample.db")
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: noon}); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for i, size := range [][2]float32{{1280, 800}, {1366, 768}, {1024, 640}, {1280, 800}} {
		h := screentest.New(t, i18n.Langs[i], noon)
		h.Resize(size[0], size[1])
		name := func(s string) string { return fmt.Sprintf("places-%s-%s-%.0f", s, h.Lang, size[0]) }
		l := List(h, db, screens.Place{}).(*list)
		h.Open(l)
		h.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
		h.Shot(name("list"))
		h.Open(Form(h, db, screens.Place{Edit: true, Record: l.Place().Record}))
		h.Shot(name("edit"))
	}
}
