package today

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/data/store"
)

// clock is a Tuesday.
var clock = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)

const me = "Primer Officer" // screentest.Host's

func openStore(t testing.TB, officer string) *store.Store {
	t.Helper()
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"),
		store.Options{Now: func() time.Time { return clock }, Identity: store.Identity{Officer: officer, Laptop: "BOR1"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func save(t testing.TB, db *store.Store, recs ...data.Record) {
	t.Helper()
	for _, r := range recs {
		if r.Head().ID.IsZero() {
			r.Head().ID = data.NewID()
		}
	}
	if _, err := db.Save(context.Background(), recs...); err != nil {
		t.Fatal(err)
	}
}

func promise(text, owner string, due data.Date) *data.Commitment {
	return &data.Commitment{Promise: text, Owner: owner, MadeOn: "2026-07-01", MadeBy: owner, Due: due}
}

// full is a desk on which everything waits.
func full(t testing.TB, db *store.Store, promises int) {
	krivelj := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ"}
	save(t, db, krivelj)
	late := promise("Uzorkovati bunare ispod flotacijskog jalovišta i javiti rezultat mesnoj zajednici pre zime", me, "2026-10-31")
	late.Settlement = krivelj.ID
	save(t, db, late, promise("Očistiti slivnik pored škole", me, "2026-11-03"), promise("Posaditi drvored duž puta", "Primer Drugi", "2026-10-01"), promise("Opraviti most", me, "2026-12-24"),
		&data.Task{Text: "Nazvati predsednika mesne zajednice", Owner: me, MadeOn: "2026-10-20", Due: "2026-11-07"},
		&data.Grievance{Channel: "phone", ReceivedOn: "2026-10-12", Complaint: "anonymous", ReplyTo: "mesna kancelarija", Description: "Kamioni voze noću kroz selo i deca ne mogu da spavaju", Owner: me, Settlement: krivelj.ID,
			Topic: "traffic_safety", Severity: "moderate"},
		&data.Issue{Text: "Kada će biti objavljeni rezultati merenja vazduha?", Owner: me, RaisedOn: "2026-09-10", Kind: "question", Settlement: krivelj.ID},
		&data.Issue{Text: "Novo pitanje koje još ne čeka dugo", Owner: me, RaisedOn: "2026-10-30", Kind: "question"},
		&data.Engagement{Title: "Mesna zajednica Krivelj: voda", Kind: "public_meeting", Status: "planned", Planned: true, Settlement: krivelj.ID, Start: data.At(clock.Add(8 * time.Hour))},
		&data.Engagement{Title: "Obilazak domaćinstava", Kind: "site_visit", Status: "planned", Planned: true, Venue: "Dom kulture", Start: data.OnDay("2026-11-06")},
		&data.Engagement{Title: "Sastanak sa opštinom", Kind: "house_visit", Status: "planned", Planned: true, Venue: "Opština", Start: data.OnDay("2026-10-28")},
		&data.Engagement{Title: "Držan juče", Kind: "house_visit", Status: "held", Venue: "Opština", Start: data.OnDay("2026-11-02")})
	for i := range promises {
		save(t, db, promise(fmt.Sprintf("Obećanje broj %d", i+1), me, data.Date("2026-08-01").AddDays(i)))
	}
	draft(t, db, "engagement", &data.Engagement{Title: "Skup u Domu kulture"}, "engagement")
	draft(t, db, "commitment", &data.Commitment{}, "record")
}

func draft(t testing.TB, db *store.Store, recordType string, r data.Record, key string) data.ID {
	t.Helper()
	r.Head().ID = data.NewID()
	body, err := json.Marshal(map[string]any{key: r, "new": true})
	if err == nil {
		err = db.SaveDraft(context.Background(), data.Draft{Key: recordType + "/" + r.Head().ID.String(), Body: body, SavedAt: clock.Add(-time.Hour)})
	}
	if err != nil {
		t.Fatal(err)
	}
	return r.Head().ID
}

func open(t *testing.T, lang i18n.Lang, db *store.Store) (*screentest.Host, *Screen) {
	t.Helper()
	h := screentest.New(t, lang, clock)
	s := New(h, db, screens.Place{Area: screens.Today})
	h.Open(s)
	if len(h.Failed) > 0 {
		t.Fatal(h.Failed)
	}
	return h, s
}

func TestMineFirstThenEverybodys(t *testing.T) {
	db := openStore(t, me)
	full(t, db, 0)
	h, s := open(t, i18n.English, db)
	h.Shows("Tue 3 Nov 2026", "what Primer Officer sees to", "Overdue", "overdue by 3 days", "Promise · C-26-BOR1-0001 · Krivelj", "due today", "4 days left", "Without an answer for over 30 days", "waits 54 days",
		"Mesna zajednica Krivelj: voda", "18:00 · public meeting · Krivelj", "today", "was it held?", "28 Oct 2026 · house visit", "Fri 6 Nov 2026", "Skup u Domu kulture", "Nothing written yet")
	h.Hides("Posaditi drvored", "Opraviti most", "Novo pitanje", "Držan juče", "Primer Drugi")
	h.Press("Show everybody's")
	h.Shows("Posaditi drvored", "Primer Drugi", "what everybody sees to")
	if h.Recall(keptWhose) != everybodys {
		t.Error("the choice is not remembered")
	}
	h.Press("Show only mine")
	h.Hides("Posaditi drvored")
	// What changes elsewhere takes the focus from nobody, and leaves it on its line.
	h.Keys(fyne.KeyDown, fyne.KeyDown)
	at := s.Place().Left
	s.Reload()
	if s.Place().Left != at || at.Focus == "" {
		t.Errorf("the focus was at %+v and is at %+v", at, s.Place().Left)
	}
	h.Window().Canvas().Unfocus()
	s.Reload()
	if f := h.Window().Canvas().Focused(); f != nil {
		t.Errorf("%T took the focus", f)
	}
	// What is done goes.
	c := promise("Javljeno", me, "2026-10-01")
	save(t, db, c)
	s.Reload()
	h.Shows("Javljeno")
	if _, err := db.Bin(context.Background(), data.Commitments.Name, c.ID); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	h.Hides("Javljeno")
}

// The arrows go through every line of the screen, down and up again; Enter opens what it says.
func TestEveryLineByTheKeys(t *testing.T) {
	db := openStore(t, me)
	full(t, db, 0)
	h, s := open(t, i18n.SerbianLatin, db)
	var seen []string
	for range 40 {
		n := len(h.Gone)
		h.Keys(fyne.KeyReturn)
		if len(h.Gone) != n+1 {
			t.Fatal("Enter opens nothing")
		}
		p := h.Gone[n]
		if p.Record.IsZero() || p.Area == "" {
			t.Fatalf("Enter leads to %+v", p)
		}
		seen = append(seen, p.Area)
		h.Keys(fyne.KeyDown)
	}
	areas := strings.Join(slices.Compact(seen), " ")
	// Overdue, due, waiting; then meetings and drafts; at the last it stays.
	if want := "grievances commitments tasks issues engagements commitments engagements"; areas != want && areas != "commitments grievances commitments tasks issues engagements commitments" {
		t.Errorf("the lines lead to %s", areas)
	}
	for range 40 {
		h.Keys(fyne.KeyUp)
	}
	if first := s.parts[0].lines; h.Window().Canvas().Focused() != fyne.Focusable(first) || first.At() != 0 {
		t.Error("the arrows do not lead back to the first line")
	}
	h.Keys(fyne.KeyTab)
	if h.Window().Canvas().Focused() != fyne.Focusable(s.parts[1].lines) {
		t.Error("Tab does not lead to the next section")
	}
	// Whoever comes back stands where he was.
	h.Keys(fyne.KeyDown)
	left := s.Place()
	again := New(h, db, left)
	h.Open(again)
	if again.Place().Left != left.Left || left.Left.Focus != again.parts[1].key {
		t.Errorf("left at %+v, back at %+v", left.Left, again.Place().Left)
	}
}

// What others changed is told since the last day on which the screen was seen, the whole day long.
func TestWhatOthersChanged(t *testing.T) {
	db := openStore(t, me)
	h := screentest.New(t, i18n.English, clock)
	day := func(at time.Time) {
		h.Clock = at
		h.Open(New(h, db, screens.Place{Area: screens.Today}))
		if len(h.Failed) > 0 {
			t.Fatal(h.Failed)
		}
	}
	day(clock.AddDate(0, 0, -3)) // never seen before: nothing is news
	save(t, db, &data.Stakeholder{Kind: "person", Name: "Moj unos"})
	db.SetOfficer("Primer Drugi", "BOR1")
	gone := &data.Stakeholder{Kind: "person", Name: "Obrisan unos"}
	save(t, db, &data.Stakeholder{Kind: "person", Name: "Tuđi unos"}, gone)
	if _, err := db.Bin(context.Background(), data.Stakeholders.Name, gone.ID); err != nil {
		t.Fatal(err)
	}
	h.Hides("Tuđi unos")
	day(clock)
	h.Shows("From others since 31 Oct 2026", "Tuđi unos", "Stakeholder · S-26-BOR1-0002 · Primer Drugi", "new", "Obrisan unos", "in the bin")
	h.Hides("Moj unos")
	h.Keys(fyne.KeyReturn)
	if p := h.Gone[0]; p.Area != screens.Stakeholders || p.Record.IsZero() {
		t.Errorf("Enter leads to %+v", p)
	}
	day(clock.Add(3 * time.Hour)) // back on the same day: it is still there
	h.Shows("Tuđi unos")
	day(clock.AddDate(0, 0, 1))
	h.Hides("Tuđi unos")
}

// More than fits is counted, and each kind leads to its list with the filter.
func TestMoreThanAFew(t *testing.T) {
	db := openStore(t, me)
	full(t, db, 40)
	h, s := open(t, i18n.English, db)
	h.Shows("the first 8 of 42", "Promises: 41")
	h.Press("Promises: 41")
	p := h.Gone[len(h.Gone)-1]
	f, ok := p.Filter.(data.FollowFilter)
	if !ok || p.Area != screens.Commitments || f.State != data.FollowOverdue || f.Owner != me || f.Today != "2026-11-03" || !slices.Equal(f.Types, []string{"commitment"}) {
		t.Fatalf("%+v", p)
	}
	if n, err := db.CountFollows(context.Background(), f); err != nil || n != 41 {
		t.Errorf("the list has %d, %v", n, err)
	}
	if at := s.parts[0].lines; at.At() != 0 {
		t.Error("not at the first line")
	}
}

func TestADayWithoutAnything(t *testing.T) {
	for _, lang := range i18n.Langs {
		h, s := open(t, lang, openStore(t, me))
		w := h.Words()
		h.Shows(strings.Fields(w.T("today.free"))[0], w.Day("2026-11-03"))
		h.Hides(w.T("today.show_all"))
		h.Shot("today-empty-" + string(lang))
		h.Keys(fyne.KeyReturn)
		if len(h.Gone) != 1 || h.Gone[0].Area != screens.Engagements || !h.Gone[0].Edit {
			t.Fatalf("Enter leads to %+v", h.Gone)
		}
		if word, _ := s.Action(); word != w.T("menu.new_engagement") {
			t.Errorf("the main action is %q", word)
		}
	}
}

// Nothing of mine is due, but others have much: it is said in one line that leads there.
func TestNothingOfMine(t *testing.T) {
	db := openStore(t, me)
	save(t, db, promise("Posaditi drvored duž puta", "Primer Drugi", "2026-10-01"))
	draft(t, db, "stakeholder", &data.Stakeholder{Name: "Primer Đorđe"}, "record")
	h, _ := open(t, i18n.English, db)
	// Who sees to nothing at all is shown what everybody does, until he chooses.
	h.Shows("Posaditi drvored", "what everybody sees to")
	h.Press("Show only mine")
	h.Shows("Nothing of yours is overdue", "Others have 1 overdue or due: show it", "No meeting is planned within a week.", "Primer Đorđe")
	h.Shot("today-calm")
	h.Press("Others have 1 overdue or due: show it")
	h.Shows("Posaditi drvored")
}

func TestInEveryLanguageAndLook(t *testing.T) {
	db := openStore(t, me)
	full(t, db, 20)
	for _, lang := range i18n.Langs {
		for _, variant := range []look.Variant{look.Light, look.Dark} {
			h, _ := open(t, lang, db)
			fyne.CurrentApp().Settings().SetTheme(look.New(look.Options{Variant: variant}))
			for _, size := range []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1024, 640)} {
				h.Resize(size.Width, size.Height)
				h.Open(New(h, db, screens.Place{Area: screens.Today}))
				h.Shows(h.Words().T("today.overdue"), h.Words().T("today.drafts"))
				h.Shot(fmt.Sprintf("today-%s-%s-%.0f", lang, variant, size.Width))
			}
		}
	}
}
