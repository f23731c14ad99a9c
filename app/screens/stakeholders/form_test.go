package stakeholders

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

func newForm(h *screentest.Host, db *store.Store, p screens.Place) *record.Form {
	p.Area, p.Edit = screens.Stakeholders, true
	f := Form(h, db, p).(*record.Form)
	h.Open(f)
	return f
}

func count(t *testing.T, db *store.Store) int {
	t.Helper()
	n, err := db.CountStakeholders(context.Background(), data.StakeholderFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A person, by keyboard only: name, sex, two groups, place, phone, an organisation that is made on the way, a role, a date.
func TestNewPersonByKeyboard(t *testing.T) {
	db := newStore(t)
	newVillage(t, db)
	before := count(t, db)
	h := screentest.New(t, i18n.SerbianLatin, noon)
	f := newForm(h, db, screens.Place{})
	h.Type("Пример Ђорђе")
	h.Keys(fyne.KeyReturn) // sex
	h.Type("m")
	h.Keys(fyne.KeyReturn) // groups
	h.Type("vlasnik")
	h.Keys(fyne.KeyReturn)
	h.Type("pojed")
	h.Keys(fyne.KeyReturn, fyne.KeyTab) // settlement
	h.Type("krive")
	h.Keys(fyne.KeyReturn) // phone
	h.Type("030 555 666, 064 12 34 567")
	h.Keys(fyne.KeyReturn, fyne.KeyReturn) // e-mail passed, organisation
	h.Type("Primer zadruga")
	h.Keys(fyne.KeyReturn) // makes it, role
	h.Type("predsednica")
	h.Keys(fyne.KeyTab) // from
	h.Type("1.5.24")
	f.Save()
	if len(h.Failed) > 0 || len(h.Gone) != 1 {
		t.Fatalf("failed %v, gone %v\n%s", h.Failed, h.Gone, h.Texts())
	}
	s := read(t, db, h.Gone[0].Record)
	if got, want := strings.Join([]string{s.Name, s.Script, s.Kind, s.Sex, strings.Join(s.Groups, "+"), strings.Join(s.Phones, "+"), s.Manager}, "|"),
		"Пример Ђорђе|cyrillic|person|male|landowner+individual|030 555 666+064 12 34 567|Primer Officer"; got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
	if len(s.Memberships) != 1 || s.Memberships[0].Role != "predsednica" || s.Memberships[0].From != "2024-05-01" {
		t.Fatalf("memberships: %+v", s.Memberships)
	}
	org := read(t, db, s.Memberships[0].Organisation)
	if org.Name != "Primer zadruga" || org.IsPerson() {
		t.Errorf("made on the way: %+v", org)
	}
	if n := count(t, db); n != before+2 {
		t.Errorf("%d more in the register, want 2", n-before)
	}
	// One Undo takes both back.
	if err := db.Undo(context.Background(), h.Batches[0]); err != nil {
		t.Fatal(err)
	}
	if n := count(t, db); n != before {
		t.Errorf("after Undo %d more in the register", n-before)
	}
	if p := f.Place(); p.Edit || p.Record != s.ID {
		t.Errorf("the form became %+v", p)
	}
	noMissing(t)
}

func TestWrongFieldsKeepWhatWasTyped(t *testing.T) {
	db := newStore(t)
	h := screentest.New(t, i18n.English, noon)
	f := newForm(h, db, screens.Place{})
	f.Save()
	if h.Window().Canvas().Focused() != f.Fields().Field("name").FocusTarget() || f.Fields().Field("name").Error() == "" {
		t.Error("an empty name is not marked, or the focus is elsewhere")
	}
	h.Type("Primer Ana")
	h.FocusField("E-mail")
	h.Type("ana at example")
	h.FocusField("Website")
	h.Type("ana on the web")
	h.FocusField("From")
	h.Type("31.31.")
	h.FocusField("Settlement")
	h.Type("Nowhere")
	h.FocusField("Organisation")
	h.Keys(fyne.KeyTab)
	f.Save()
	for key, text := range map[string]string{"emails": "ana at example", "website": "ana on the web", "membership.0.from_day": "31.31.", "settlement": "Nowhere"} {
		field := f.Fields().Field(key)
		if field.Error() == "" {
			t.Errorf("%s is not marked", key)
		}
		h.Shows(text)
	}
	if f.Fields().Field("name").Error() != "" {
		t.Error("the name is still marked")
	}
	if f.Fields().Field("settlement").FocusTarget() != h.Window().Canvas().Focused() {
		t.Error("the focus is not on the first wrong field")
	}
	if len(h.Gone) > 0 || count(t, db) > 0 {
		t.Error("something was saved")
	}
	noMissing(t)
}

// What was typed comes back as it was: half a date, a name nobody was chosen for, an organisation made on the way.
func TestDraftComesBackAsItWas(t *testing.T) {
	db := newStore(t)
	newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	f := newForm(h, db, screens.Place{})
	h.Type("Primer Vesna")
	h.FocusField("Settlement")
	h.Type("Kri")
	h.FocusField("Organisation")
	h.Type("Primer pčelari")
	h.Keys(fyne.KeyReturn)
	h.FocusField("From")
	h.Type("1.5.")
	h.Type("x")
	if !f.DraftKept().IsZero() {
		t.Error("kept before its time")
	}
	h.Pass()
	if f.DraftKept().IsZero() {
		t.Fatal("not kept")
	}
	drafts, err := db.Drafts(context.Background())
	if err != nil || len(drafts) != 1 || drafts[0].Key != "stakeholder/"+f.Record().Head().ID.String() {
		t.Fatalf("drafts: %v %v", drafts, err)
	}
	// The battery is dead: the form is not closed. A new one starts.
	g := Form(h, db, screens.Place{Area: screens.Stakeholders, Edit: true}).(*record.Form)
	h.Open(g)
	h.Shows("Primer Vesna", "Kri", "Primer pčelari", "1.5.x", "What you typed")
	if g.Record().Head().ID != f.Record().Head().ID {
		t.Errorf("came back as %+v", g.Record())
	}
	if p := g.Place(); p.Record != f.Record().Head().ID || !p.Edit {
		t.Errorf("its place is %+v", p)
	}
	h.Press("Discard draft")
	h.Press("Discard")
	h.Hides("Primer Vesna", "What you typed")
	if drafts, _ := db.Drafts(context.Background()); len(drafts) != 0 {
		t.Errorf("%d drafts are left", len(drafts))
	}
	if len(h.Failed) > 0 {
		t.Error(h.Failed)
	}
	noMissing(t)
}

// A draft of a change of a saved record comes back too, and goes with the save.
func TestDraftOfAChange(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	place := screens.Place{Record: v.ivo.ID}
	f := newForm(h, db, place)
	if p := f.Place(); p.Record != v.ivo.ID {
		t.Errorf("its place is %+v", p)
	}
	h.FocusField("Address")
	h.Type(" bb")
	f.Close() // leaving keeps it at once
	g := newForm(h, db, place)
	h.Shows("Krivelj 12 bb")
	g.Save()
	if s := read(t, db, v.ivo.ID); s.Address != "Krivelj 12 bb" {
		t.Errorf("address %q, failed %v", s.Address, h.Failed)
	}
	if drafts, _ := db.Drafts(context.Background()); len(drafts) != 0 {
		t.Errorf("%d drafts are left", len(drafts))
	}
	// Its page says so in words.
	h.Resize(1366, 3000)
	h.Open(List(h, db, screens.Place{Record: v.ivo.ID}))
	h.Shows("Address: Krivelj 12 → Krivelj 12 bb", "Primer Officer · BOR1")
	noMissing(t)
}

// Everything that is known passes through the form untouched.
func TestSavingUntouchedChangesNothing(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	for _, lang := range i18n.Langs {
		h := screentest.New(t, lang, noon)
		f := newForm(h, db, screens.Place{Record: v.ivo.ID})
		f.Save()
		if len(h.Batches) != 1 || !h.Batches[0].IsZero() || len(h.Failed) > 0 {
			t.Errorf("%s: saving changed something: %v, %v\n%s", lang, h.Batches, h.Failed, h.Texts())
		}
	}
	noMissing(t)
}

func TestFieldsFollowTheKind(t *testing.T) {
	db := newStore(t)
	h := screentest.New(t, i18n.English, noon)
	newForm(h, db, screens.Place{})
	h.Resize(1280, 3000)
	h.Shows("First and last name", "Sex", "Organisations and roles", "Data protection")
	kind := screentest.Find(h, func(s *widgets.Segment) bool { return s.Key() == "person" })
	widgets.Focus(kind)
	h.Keys(fyne.KeyRight)
	h.Shows("Name of the organisation")
	h.Hides("Sex", "Organisations and roles", "Data protection", "Measure taken")
	vulnerable := screentest.Find(h, func(*widgets.Check) bool { return true })
	widgets.Focus(vulnerable)
	h.Keys(fyne.KeySpace)
	h.Shows("Measure taken for them")
	h.Keys(fyne.KeyTab)
	h.Type("We come to them.")
	vulnerable.Tapped(nil)
	h.Shows("Measure taken for them") // what is filled in never hides
	noMissing(t)
}

func TestSimilarNames(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	newForm(h, db, screens.Place{})
	h.Type("Иво Пример")
	h.Shows("1 similar, in the register already:", "Primer Ivo (Krivelj)", "same words in another order")
	h.Press("Primer Ivo (Krivelj)")
	if h.Gone[0].Record != v.ivo.ID {
		t.Errorf("went to %+v", h.Gone)
	}
	h.Type("xyz")
	h.Hides("similar")
	h.FocusField("Phone")
	h.Type("+381 (0)64 1112223")
	h.Keys(fyne.KeyReturn)
	h.Shows("Primer Ivo (Krivelj)", "same phone")
	noMissing(t)
}

func TestRowsAddedAndRemoved(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	f := newForm(h, db, screens.Place{Record: v.ivo.ID})
	h.FocusField("Influence")
	f.AddRow()
	h.Type("5")            // influence: the day is proposed
	h.Keys(fyne.KeyReturn) // interest
	h.Type("2")
	remove := screentest.Find(h, func(b *widgets.Button) bool { return b.Word() == "Remove row 1" }) // of the memberships
	remove.Tapped(nil)
	f.Save()
	s := read(t, db, v.ivo.ID)
	if len(s.Memberships) != 0 {
		t.Errorf("memberships: %+v", s.Memberships)
	}
	if n := len(s.Assessments); n != 3 {
		t.Fatalf("%d assessments", n)
	}
	var newest *data.Assessment
	for _, a := range s.Assessments {
		if newest == nil || a.On > newest.On {
			newest = a
		}
	}
	if newest.On != "2026-11-03" || newest.Influence != 5 || newest.Interest != 2 {
		t.Errorf("newest: %+v", newest)
	}
	h.Resize(1366, 3000)
	h.Open(List(h, db, screens.Place{Record: v.ivo.ID}))
	h.Shows("Added – Assessment: 3 Nov 2026", "Removed – Membership: Mesna zajednica Krivelj")
	noMissing(t)
}

// A database that can no longer be written to: the form says so, once, and keeps what stands in it.
func TestDraftThatCannotBeKept(t *testing.T) {
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "bor.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h := screentest.New(t, i18n.SerbianLatin, noon)
	f := newForm(h, db, screens.Place{})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	h.Type("Primer Zora")
	h.Pass()
	h.Shows("Primer Zora", "Pritisnite Sačuvaj čim možete")
	f.Save()
	if len(h.Failed) != 1 || len(h.Gone) > 0 {
		t.Errorf("failed %v, gone %v", h.Failed, h.Gone)
	}
	h.Shows("Primer Zora")
	noMissing(t)
}

// A save that fails after the form was left has nobody to tell: what was typed must be in the draft by then.
func TestFailedSaveKeepsTheDraft(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	f := newForm(h, db, screens.Place{Record: v.ivo.ID})
	h.FocusField("Address")
	h.Type("By the church ")
	elsewhere := read(t, db, v.ivo.ID)
	elsewhere.Notes = "Changed elsewhere"
	save(t, db, elsewhere)
	f.Save()
	d, err := db.Draft(context.Background(), "stakeholder/"+v.ivo.ID.String())
	if err != nil || d == nil || !strings.Contains(string(d.Body), "By the church") {
		t.Errorf("after a save that failed the draft is %v (%v)", d, err)
	}
	if got := read(t, db, v.ivo.ID); got.Notes != "Changed elsewhere" {
		t.Errorf("the other change was overwritten: %q", got.Notes)
	}
}
