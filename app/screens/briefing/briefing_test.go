package briefing

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
	"dogovor/data/sample"
	"dogovor/data/store"
	"dogovor/reports"
)

var now = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7}, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func save(t testing.TB, db *store.Store, recs ...data.Record) {
	t.Helper()
	if _, err := db.Save(context.Background(), recs...); err != nil {
		t.Fatal(err)
	}
}

// printed remembers what was to be printed.
type printed struct {
	name string
	lang i18n.Lang
	ask  reports.Ask
	fail error
}

func (p *printed) open(_ context.Context, name string, r reports.Report, lang i18n.Lang, ask reports.Ask) error {
	p.name, p.lang, p.ask = name, lang, ask
	return p.fail
}

func TestBriefing(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "bor.db"))
	place := &data.Settlement{Name: "Selo Primer", NameCyrl: "Село Пример", Municipality: "Bor"}
	save(t, db, place)
	marko := &data.Stakeholder{Kind: "person", Name: "Primer Marko", Settlement: place.ID}
	secret := &data.Stakeholder{Kind: "person", Name: "Primer Tajna", Settlement: place.ID, Confidentiality: "restricted"}
	save(t, db, marko, secret)
	held := &data.Engagement{Title: "Avgustovski zbor", Status: "held", Start: data.OnDay("2026-08-02"), Settlement: place.ID, NextSteps: "Uzorak u ponedeljak.",
		Attendance: []*data.Attendance{{Stakeholder: marko.ID, Capacity: "savet MZ"}}, Points: []*data.Point{{Topic: "water", RaisedBy: marko.ID, Said: "Bunar je suv."}}}
	meeting := &data.Engagement{Title: "Novembarski zbor", Status: "planned", Start: data.OnDay("2026-11-25"), Settlement: place.ID,
		Attendance: []*data.Attendance{{Stakeholder: marko.ID}, {Stakeholder: secret.ID}}}
	late := &data.Commitment{Promise: "Čistimo kanal.", MadeOn: "2026-09-02", Due: "2026-11-01", Settlement: place.ID}
	save(t, db, held, meeting, late,
		&data.Issue{Kind: "question", Text: "Ko plaća bunare?", RaisedOn: "2026-10-23", Settlement: place.ID},
		&data.Grievance{Description: "Buka noću.", Complaint: "anonymous", ReceivedOn: "2026-11-20", Settlement: place.ID, Confidentiality: "restricted"})

	h := screentest.New(t, i18n.English, now)
	h.Resize(1366, 1200)
	paper := &printed{}
	s := New(h, db, paper.open, screens.Place{Area: screens.Briefing, Record: place.ID, Filter: meeting.ID})
	h.Open(s)
	h.Shows("Selo Primer", "planned", "Novembarski zbor", "Who will come, and what they said last", "Primer Marko", "“Bunar je suv.”", "2 Aug 2026", "Primer Tajna", "nothing noted", "restricted",
		"Čistimo kanal.", "overdue by 21 days", "Ko plaća bunare?", "waits 30 days", "Buka noću.", "Avgustovski zbor", "water: Bunar je suv.", "Next steps: Uzorak u ponedeljak.")
	for _, x := range []struct {
		press string
		want  screens.Place
	}{
		{"Primer Marko", screens.Place{Area: screens.Stakeholders, Record: marko.ID}}, {held.Number, screens.Place{Area: screens.Engagements, Record: held.ID}},
		{"Čistimo kanal.", screens.Place{Area: screens.Commitments, Record: late.ID}}, {"Avgustovski zbor", screens.Place{Area: screens.Engagements, Record: held.ID}},
		{"25 Nov 2026 · Novembarski zbor", screens.Place{Area: screens.Engagements, Record: meeting.ID}},
	} {
		h.Press(x.press)
		if got := h.Gone[len(h.Gone)-1]; got.Area != x.want.Area || got.Record != x.want.Record {
			t.Errorf("%s leads to %+v", x.press, got)
		}
	}
	if f := h.Window().Canvas().Focused(); f == nil {
		t.Error("nothing has the focus")
	}
	word, do := s.Action()
	do()
	if word != "Print one page" || paper.ask.Engagement != meeting.ID || paper.ask.Settlement != place.ID || paper.ask.Restricted || paper.lang != i18n.English || paper.name != "Dogovor-Selo Primer-2026-11-22.pdf" {
		t.Errorf("%s: %+v", word, paper)
	}
	widgets.Focus(screentest.Find(h, func(c *widgets.Check) bool { return true }))
	h.Keys(fyne.KeySpace)
	s.Print()
	if !paper.ask.Restricted || len(h.Said) != 2 {
		t.Errorf("restricted %v, said %v", paper.ask.Restricted, h.Said)
	}
	paper.fail = data.NewError("output.unwritable", nil)
	s.Print()
	if len(h.Failed) != 1 {
		t.Errorf("failures %v", h.Failed)
	}
	save(t, db, &data.Issue{Kind: "question", Text: "Novo pitanje?", RaisedOn: "2026-11-21", Settlement: place.ID})
	s.Reload()
	h.Shows("Novo pitanje?")
	h.Open(New(h, db, paper.open, screens.Place{Area: screens.Briefing, Record: place.ID})) // without a meeting
	h.Shows("Who came to the last meetings")
	h.Hides("Primer Tajna")
	empty := &data.Settlement{Name: "Pusto", Municipality: "Bor"}
	save(t, db, empty)
	h.Open(New(h, db, paper.open, screens.Place{Area: screens.Briefing, Record: empty.ID}))
	h.Shows("No promise is open here.", "Every question from here was answered.", "No grievance is open here.", "No meeting was held here yet.")
	h.Shot("briefing-empty")
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
}

// Pictures of the sample year, in every language.
func TestShots(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.db")
	ctx := context.Background()
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: now}); err != nil {
		t.Fatal(err)
	}
	db := open(t, path)
	place, most := screens.Place{Area: screens.Briefing}, 0
	all, err := db.Settlements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		n, err := db.CountFollows(ctx, data.FollowFilter{State: data.FollowOpen, Settlement: p.ID, Today: data.DateOf(now)})
		if err != nil {
			t.Fatal(err)
		}
		if n > most {
			place.Record, most = p.ID, n
		}
	}
	for _, l := range i18n.Langs {
		h := screentest.New(t, l, now)
		h.Resize(1366, 768)
		h.Open(New(h, db, (&printed{}).open, place))
		h.Shot("briefing-" + string(l))
		h.Resize(1024, 640)
		h.Shot("briefing-narrow-" + string(l))
		if len(h.Failed) > 0 {
			t.Errorf("%s: %v", l, h.Failed)
		}
	}
}
