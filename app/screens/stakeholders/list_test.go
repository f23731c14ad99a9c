package stakeholders

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

func newList(h *screentest.Host, db *store.Store, p screens.Place) *list {
	p.Area = screens.Stakeholders
	l := List(h, db, p).(*list)
	h.Open(l)
	return l
}

func names(l *list) (out []string) {
	for _, r := range l.Table().Rows() {
		out = append(out, r.Name)
	}
	return out
}

func wantNames(t *testing.T, l *list, want ...string) {
	t.Helper()
	if got := names(l); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestFilterSearchAndSort(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	l := newList(h, db, screens.Place{})
	wantNames(t, l, "Grad Bor", "Mesna zajednica Krivelj", "Primer Ivo")
	if l.Table().Footer() != "Showing 3 of 3" {
		t.Error(l.Table().Footer())
	}
	if p, ok := l.Shown().(page); !ok || p.who.Name != "Grad Bor" {
		t.Error("beside the rows is not the first of them")
	}

	l.Find()
	h.Type("Пример ив")
	wantNames(t, l, "Primer Ivo")
	h.Keys(fyne.KeyReturn) // into the rows
	if l.Place().Record != v.ivo.ID {
		t.Error("Enter does not choose the first found")
	}
	l.Leave()
	wantNames(t, l, "Grad Bor", "Mesna zajednica Krivelj", "Primer Ivo")
	l.Find()
	h.Type("xyz")
	wantNames(t, l)
	if l.Shown() != nil { // nobody's page stays beside no rows
		t.Errorf("beside no rows is %+v", l.Shown())
	}
	l.Leave()

	widgets.Focus(screentest.Find(h, func(*widgets.Chips) bool { return true }))
	h.Type("landown")
	h.Keys(fyne.KeyReturn)
	wantNames(t, l, "Primer Ivo")
	h.Type("local gov")
	h.Keys(fyne.KeyReturn)
	wantNames(t, l, "Grad Bor", "Primer Ivo") // one of the groups is enough
	h.Type("krivelj")
	h.Keys(fyne.KeyReturn)
	wantNames(t, l, "Primer Ivo")
	h.Type("organis")
	h.Keys(fyne.KeyReturn)
	wantNames(t, l)
	h.Shows("Take a filter away")
	place := l.Place()
	if f := place.Filter.(data.StakeholderFilter); f.Settlement != v.krivelj.ID || f.Kind != "organisation" || len(f.Groups) != 2 {
		t.Errorf("came to %+v", f)
	}
	// Coming back to it shows the same.
	back := newList(h, db, place)
	wantNames(t, back)
	h.Shows("landowner", "Krivelj", "organisation")
	h.Press("Clear filters")
	wantNames(t, back, "Grad Bor", "Mesna zajednica Krivelj", "Primer Ivo")

	back.Table().OnSort("last_met", true)
	wantNames(t, back, "Primer Ivo", "Mesna zajednica Krivelj", "Grad Bor")
	again := newList(h, db, screens.Place{}) // the order is remembered
	wantNames(t, again, "Primer Ivo", "Mesna zajednica Krivelj", "Grad Bor")
	noMissing(t)
}

func TestPagesReadOnAsTheyAreScrolled(t *testing.T) {
	db := newStore(t)
	var recs []data.Record
	for i := range 120 {
		recs = append(recs, &data.Stakeholder{Kind: "person", Name: fmt.Sprintf("Primer %03d", i)})
	}
	save(t, db, recs...)
	h := screentest.New(t, i18n.English, noon)
	l := newList(h, db, screens.Place{})
	if l.Table().Footer() != "Showing 50 of 120" {
		t.Error(l.Table().Footer())
	}
	h.Keys(fyne.KeyEnd)
	h.Keys(fyne.KeyEnd)
	h.Keys(fyne.KeyEnd)
	if l.Table().Footer() != "Showing 120 of 120" {
		t.Error(l.Table().Footer())
	}
	seen := map[string]bool{}
	for _, n := range names(l) {
		seen[n] = true
	}
	if len(seen) != 120 {
		t.Errorf("%d different rows", len(seen))
	}
	l.Reload()
	if len(l.Table().Rows()) != 120 {
		t.Errorf("reading again shows %d rows", len(l.Table().Rows()))
	}
}

func TestBinAndRestore(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.SerbianLatin, noon)
	l := newList(h, db, screens.Place{Record: v.ivo.ID})
	h.Press("Premesti u korpu")
	wantNames(t, l, "Grad Bor", "Mesna zajednica Krivelj")
	if len(h.Batches) != 1 || h.Batches[0].IsZero() {
		t.Fatal("nothing to undo")
	}
	h.Press("Korpa")
	wantNames(t, l, "Primer Ivo")
	h.Shows("Strane u korpi", "Ovaj zapis je u korpi")
	if l.Edit(); len(h.Gone) > 0 {
		t.Error("what is in the bin can be edited")
	}
	h.Press("Vrati")
	wantNames(t, l)
	h.Shows("Ono što se premesti u korpu")
	h.Press("Nazad u registar")
	wantNames(t, l, "Grad Bor", "Mesna zajednica Krivelj", "Primer Ivo")
	if s := read(t, db, v.ivo.ID); s.Binned || len(s.Memberships) != 1 || len(s.Assessments) != 2 {
		t.Errorf("came back as %+v", s)
	}
	// Undo of the making takes it from under the page: the page says nothing wrong.
	if _, err := db.Bin(context.Background(), "stakeholder", v.ivo.ID); err != nil {
		t.Fatal(err)
	}
	l.Reload()
	if len(h.Failed) > 0 {
		t.Error(h.Failed)
	}
	noMissing(t)
}

func TestEmptyRegisterOffersTheNextStep(t *testing.T) {
	db := newStore(t)
	h := screentest.New(t, i18n.Chinese, noon)
	newList(h, db, screens.Place{})
	h.Shows("这里登记受矿山影响或关注矿山的个人和组织")
	h.Press("新建利益相关方")
	if len(h.Gone) != 1 || !h.Gone[0].Edit || !h.Gone[0].Record.IsZero() {
		t.Errorf("gone %+v", h.Gone)
	}
	noMissing(t)
}

func TestNarrowWindowShowsOneAtATime(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.SerbianCyrillic, noon)
	h.Resize(1024, 640)
	l := newList(h, db, screens.Place{})
	h.Hides("Нови сусрет")
	h.Keys(fyne.KeyEnd, fyne.KeyReturn)
	h.Shows("Нови сусрет", "Primer Ivo", "Кривељ")
	if l.Place().Record != v.ivo.ID {
		t.Error("another one is shown")
	}
	l.Leave()
	h.Hides("Нови сусрет")
	l.Edit()
	if len(h.Gone) != 1 || !h.Gone[0].Edit || h.Gone[0].Record != v.ivo.ID {
		t.Errorf("gone %+v", h.Gone)
	}
}

// The two Serbian alphabets have different orders, whichever script a name is written in.
func TestNamesSortAsTheAlphabetOfTheLanguage(t *testing.T) {
	db := newStore(t)
	for _, name := range []string{"Žika", "Лазар", "Cane", "Đura"} {
		if _, err := db.Save(context.Background(), &data.Stakeholder{Kind: "person", Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	for lang, want := range map[i18n.Lang][]string{
		i18n.SerbianLatin:    {"Cane", "Đura", "Лазар", "Žika"},
		i18n.SerbianCyrillic: {"Đura", "Žika", "Лазар", "Cane"},
	} {
		wantNames(t, newList(screentest.New(t, lang, noon), db, screens.Place{}), want...)
	}
}

func TestEvidenceOfAFigure(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	l := newList(h, db, screens.Place{Title: "People met in October", Filter: data.StakeholderFilter{IDs: []data.ID{v.ivo.ID, v.council.ID}}})
	h.Shows("People met in October")
	wantNames(t, l, "Mesna zajednica Krivelj", "Primer Ivo")
	if p := l.Place(); p.Title != "People met in October" || len(p.Filter.(data.StakeholderFilter).IDs) != 2 {
		t.Errorf("came to %+v", p)
	}
	h.Press("Clear filters")
	h.Hides("People met in October")
	wantNames(t, l, "Grad Bor", "Mesna zajednica Krivelj", "Primer Ivo")
}
