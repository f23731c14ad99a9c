package reportback

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

type printed struct {
	lang i18n.Lang
	ask  reports.Ask
	n    int
}

func (p *printed) open(_ context.Context, _ string, _ reports.Report, lang i18n.Lang, ask reports.Ask) error {
	p.lang, p.ask, p.n = lang, ask, p.n+1
	return nil
}

type village struct {
	place                *data.Settlement
	named, plain, secret *data.Issue
	done                 *data.Commitment
	closed, anonymous    *data.Grievance
}

func newVillage(t testing.TB, db *store.Store) village {
	t.Helper()
	v := village{place: &data.Settlement{Name: "Selo Primer", NameCyrl: "Село Пример", Municipality: "Bor"}}
	save(t, db, v.place)
	who := &data.Stakeholder{Kind: "person", Name: "Marko Vlajković", Settlement: v.place.ID}
	save(t, db, who)
	issue := func(text, answer string) *data.Issue {
		return &data.Issue{Kind: "question", Text: text, RaisedOn: "2026-09-02", Response: answer, ResponseOn: "2026-09-10", Settlement: v.place.ID}
	}
	complaint := func(kind string) *data.Grievance {
		g := &data.Grievance{Description: "Prašina iz kamiona.", Complaint: kind, ReceivedOn: "2026-08-03", Topic: "air_dust", Settlement: v.place.ID, RemedyGiven: "Put se kvasi svakog jutra.", RemedyOn: "2026-08-20",
			Steps: []*data.GrievanceStep{{Kind: data.GrievanceAcknowledged, On: "2026-08-04"}, {Kind: data.GrievanceAssessed, On: "2026-08-05", Admissible: "yes"}, {Kind: data.GrievanceOffered, On: "2026-08-06"},
				{Kind: data.GrievanceAccepted, On: "2026-08-07"}, {Kind: data.GrievanceClosed, On: "2026-08-21", Outcome: "resolved"}}}
		if kind == "named" {
			g.Stakeholder = who.ID
		} else {
			g.ReplyTo = "oglasna tabla"
		}
		return g
	}
	v.named, v.plain, v.secret = issue("Zašto je Marku Vlajkoviću odbijen zahtev?", "Zahtev je ponovo uzet u rad."), issue("Kad prolazi cisterna?", "Svakog dana u šest."), issue("Poverljivo?", "Poverljivo.")
	v.secret.Confidentiality = "restricted"
	v.done = &data.Commitment{Promise: "Popravljamo most.", MadeOn: "2026-07-02", DoneOn: "2026-10-10", Evidence: "Most je otvoren.", Settlement: v.place.ID}
	v.closed, v.anonymous = complaint("named"), complaint("anonymous")
	save(t, db, v.named, v.plain, v.secret, v.done, v.closed, v.anonymous,
		&data.Issue{Kind: "question", Text: "Još bez odgovora?", RaisedOn: "2026-09-02", Settlement: v.place.ID})
	return v
}

func rowOf(t *testing.T, s *Screen, id data.ID) *row {
	t.Helper()
	for _, r := range s.rows {
		if r.news.Row.ID == id {
			return r
		}
	}
	t.Fatal("no such row")
	return nil
}

func TestReportBack(t *testing.T) {
	ctx := context.Background()
	db := open(t, filepath.Join(t.TempDir(), "bor.db"))
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, now)
	h.Resize(1366, 2400)
	paper := &printed{}
	s := New(h, db, paper.open, screens.Place{Area: screens.ReportBack, Record: v.place.ID})
	h.Open(s)
	h.Shows("Selo Primer", "Kad prolazi cisterna?", "Svakog dana u šest.", "Names somebody: Marko Vlajković", "told in person", "1 restricted record never hangs", v.secret.Number, "Mark 3 as told", "village notice board")
	h.Resize(1366, 1500)
	h.Shot("reportback-tall")
	h.Hides("Poverljivo", "Još bez odgovora?", "Prašina iz kamiona.")
	for _, x := range []struct {
		id data.ID
		on bool
	}{{v.plain.ID, true}, {v.named.ID, false}, {v.done.ID, true}, {v.closed.ID, false}, {v.anonymous.ID, true}} {
		if r := rowOf(t, s, x.id); r.check.Checked() != x.on {
			t.Errorf("%s is ticked: %v", r.news.Row.Number, !x.on)
		}
	}
	named := rowOf(t, s, v.named.ID)
	if !named.check.Disabled() {
		t.Error("a whole name may be ticked")
	}
	named.asked.SetText("Zašto je odbijen zahtev?") // the name is taken out: it is fit now
	if named.check.Disabled() || !named.check.Checked() {
		t.Error("without the name it may not stand on the sheet")
	}
	h.Hides("Names somebody")
	h.Shot("reportback-renamed")
	low := named.view.Size().Height
	named.answer.SetText("Pitajte Marka Vlajkovića.") // and it is not, with another
	if named.check.Checked() || named.view.Size().Height <= low {
		t.Errorf("a name may stand in the answer, height %v after %v", named.view.Size().Height, low)
	}
	named.answer.SetText("Zahtev je ponovo uzet u rad.")
	if f := h.Window().Canvas().Focused(); f != fyne.Focusable(s.rows[0].asked) { // which named somebody
		t.Errorf("the focus is at %T", f)
	}
	first := v.done.ID
	widgets.Focus(rowOf(t, s, first).check)
	h.Keys(fyne.KeySpace) // not told this time

	word, do := s.Action()
	do()
	if word != "Print the sheet" || paper.n != 1 || len(paper.ask.Sheet) != 3 || paper.ask.Sheet[v.named.ID].Asked != "Zašto je odbijen zahtev?" || paper.lang != i18n.English {
		t.Fatalf("%s: %+v", word, paper)
	}
	if _, on := paper.ask.Sheet[first]; on {
		t.Error("what was not ticked is printed")
	}
	if word, _ = s.Action(); word != "Mark as told" {
		t.Error(word)
	}
	again := New(h, db, paper.open, s.Place()) // back and forward
	h.Open(again)
	if r := rowOf(t, again, v.named.ID); r.asked.Text != "Zašto je odbijen zahtev?" || rowOf(t, again, first).check.Checked() {
		t.Error("what was written and ticked is lost")
	}
	s = again
	s.told.on.SetText("2026-01-01") // before it was answered
	s.Save()
	if s.form.Field("told_on").Error() == "" || len(h.Batches) != 1 {
		t.Errorf("%q, %v", s.form.Field("told_on").Error(), h.Batches)
	}
	s.told.on.SetText("2026-11-21")
	s.Save()
	batch := h.Batches[len(h.Batches)-1]
	if len(h.Failed) > 0 || batch.IsZero() || h.Said[len(h.Said)-1] != "3 marked as told." {
		t.Fatal(h.Failed, h.Said)
	}
	x, err := db.Issue(ctx, v.named.ID)
	if err != nil {
		t.Fatal(err)
	}
	if x.ToldOn != "2026-11-21" || x.ToldWhom != "village notice board" || x.ToldHow != "sheet on the notice board" || x.Text != v.named.Text {
		t.Errorf("%+v", x)
	}
	if len(s.rows) != 2 {
		t.Errorf("%d rows are left", len(s.rows))
	}
	if err := db.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if x, _ = db.Issue(ctx, v.named.ID); x.ToldOn != "" || len(s.rows) != 5 {
		t.Errorf("one undo leaves %d rows, told on %s", len(s.rows), x.ToldOn)
	}
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
}

func TestWordsAndLanguages(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "bor.db"))
	v := newVillage(t, db)
	h := screentest.New(t, i18n.SerbianLatin, now)
	h.Resize(1366, 2400)
	paper := &printed{}
	s := New(h, db, paper.open, screens.Place{Area: screens.ReportBack, Record: v.place.ID})
	h.Open(s)
	s.kept.lang = string(i18n.SerbianCyrillic)
	s.load(func() {})
	if r := rowOf(t, s, v.plain.ID); r.answer.Text != "Сваког дана у шест." {
		t.Error(r.answer.Text)
	}
	rowOf(t, s, v.plain.ID).answer.SetText(" ")
	s.Print()
	if paper.n != 0 {
		t.Error("a sheet with nothing to say was printed")
	}
	h.Shows("Upiši šta treba da piše na listu.")
	rowOf(t, s, v.plain.ID).answer.SetText("Од сутра.")
	s.kept.lang = both
	s.Print()
	if paper.n != 1 || paper.lang != i18n.SerbianLatin || paper.ask.Second == nil || paper.ask.Second.Lang() != i18n.SerbianCyrillic {
		t.Errorf("%+v", paper)
	}
	for _, r := range s.rows {
		widgets.Focus(r.check)
		if r.check.Checked() {
			h.Keys(fyne.KeySpace)
		}
	}
	s.Print()
	s.Save()
	if paper.n != 1 || len(h.Failed) > 0 {
		t.Error("nothing is ticked, and something was done")
	}
	empty := &data.Settlement{Name: "Pusto", Municipality: "Bor"}
	save(t, db, empty)
	none := New(h, db, paper.open, screens.Place{Area: screens.ReportBack, Record: empty.ID})
	h.Open(none)
	h.Shows("već je javljeno")
	if word, _ := none.Action(); word != "" {
		t.Error(word)
	}
	none.Save()
	none.Print()
	h.Resize(1366, 768)
	h.Shot("reportback-empty")
	for _, l := range i18n.Langs {
		h := screentest.New(t, l, now)
		h.Resize(1366, 1100)
		h.Open(New(h, db, paper.open, screens.Place{Area: screens.ReportBack, Record: v.place.ID}))
		h.Shot("reportback-" + string(l))
		h.Resize(1024, 640)
		h.Shot("reportback-narrow-" + string(l))
		if len(h.Failed) > 0 {
			t.Errorf("%s: %v", l, h.Failed)
		}
	}
}
