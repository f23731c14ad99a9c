package grievances

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/data/store"
)

var (
	ctx  = context.Background()
	noon = time.Date(2026, 10, 21, 10, 0, 0, 0, time.UTC)
)

type world struct {
	*screentest.Host
	db    *store.Store
	marko *data.Stakeholder
	dust  *data.Grievance // received on Monday, 12 October: acknowledge by the 15th, answer by 2 November, close by 11 November
}

func newWorld(t *testing.T, lang i18n.Lang) *world {
	t.Helper()
	w := &world{Host: screentest.New(t, lang, noon)}
	db, err := store.Open(ctx, filepath.Join(t.TempDir(), "bor.db"), store.Options{Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7}, Now: w.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	w.db = db
	krivelj := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ", Municipality: "Bor"}
	krivelj.ID = data.NewID()
	w.marko = &data.Stakeholder{Kind: "person", Name: "Primer Marko"}
	w.save(krivelj, w.marko)
	w.dust = &data.Grievance{Channel: "in_person", ReceivedOn: "2026-10-12", ReceivedBy: "Primer Ana", Complaint: "named", Stakeholder: w.marko.ID, Settlement: krivelj.ID, Topic: "air_dust",
		Severity: "serious", Description: "Prašina sa puta pada na rublje i bašte", Wanted: "Kvašenje puta svakog dana", Retaliation: true, Owner: "Primer Ana", Confidentiality: "internal"}
	w.save(w.dust)
	return w
}

func (w *world) save(recs ...data.Record) {
	w.T.Helper()
	if _, err := w.db.Save(ctx, recs...); err != nil {
		w.T.Fatal(err)
	}
}

func (w *world) calm() {
	w.T.Helper()
	for _, err := range w.Failed {
		w.T.Error(err)
	}
	if m := i18n.Missing(); len(m) > 0 {
		w.T.Errorf("messages missing: %v", m)
	}
}

func (w *world) read(id data.ID) *data.Grievance {
	w.T.Helper()
	g, err := w.db.Grievance(ctx, id)
	if err != nil {
		w.T.Fatal(err)
	}
	return g
}

func (w *world) list(p screens.Place) *list {
	p.Area = screens.Grievances
	l := List(w, w.db, p).(*list)
	w.Open(l)
	return l
}

// step presses the button of a step and answers what is asked, from where the focus starts.
func (w *world) step(l *list, button string, answers ...string) {
	w.T.Helper()
	w.Press(button)
	for i, a := range answers {
		if i > 0 {
			w.Keys(fyne.KeyTab)
		}
		w.Type(a)
	}
	w.Keys(fyne.KeyTab)
	l.Save()
	w.calm()
}

func TestFromReceiptToToldBack(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.list(screens.Place{})
	w.Shows("overdue by 6 days", "fears retaliation", "Prašina sa puta pada na rublje i bašte", "15 Oct 2026", "2 Nov 2026", "11 Nov 2026")
	w.Hides("Accepted…", "Investigated…", "Told back…")
	w.step(l, "Acknowledged…")
	if g := w.read(w.dust.ID); g.Status() != data.GrievanceAcknowledged || g.Steps[0].On != "2026-10-21" || g.Steps[0].Who != "Primer Officer" {
		t.Fatalf("%+v", g.Steps[0])
	}
	w.Hides("Acknowledged…")
	w.step(l, "Assessed…", "yes")
	w.step(l, "Investigated…", "Merenje na tri mesta")
	w.step(l, "Response offered…", "Kvašenje puta svakog dana do 18 h")
	w.step(l, "Accepted…")
	w.step(l, "Remedy and satisfaction…", "Kvašenje", "Cisterna od 22. oktobra", "21.10.2026.")
	w.step(l, "Close…", "resolved")
	g := w.read(w.dust.ID)
	if g.Open() || g.ClosedOn() != "2026-10-21" || g.RemedyGiven != "Cisterna od 22. oktobra" || g.RemedyOn != "2026-10-21" || !g.Untold() || len(g.Steps) != 6 {
		t.Fatalf("%+v", g)
	}
	w.list(screens.Place{Record: g.ID})
	w.Shows("closed: resolved", "not told back")
	l = w.list(screens.Place{Record: g.ID})
	w.step(l, "Told back…", "Primer Marko")
	if g = w.read(g.ID); g.ToldOn != "2026-10-21" || g.Untold() {
		t.Errorf("%+v", g)
	}
	w.Hides("Told back…")
	w.Shows("Appealed…", "Referred outside…") // no end bars the way to a second opinion
}

// Before anybody looked into it, it can only be withdrawn; nothing else is offered, and an end has to be chosen.
func TestOnlyEndsThatMakeSenseAreOffered(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.list(screens.Place{Record: w.dust.ID})
	w.Press("Close…")
	w.Shows("withdrawn", "“Resolved” needs an answer that stands")
	w.Hides("\nresolved\n", "\nunfounded\n")
	l.Save()
	w.Shows("Needed: please fill this in.")
	if len(w.read(w.dust.ID).Steps) != 0 {
		t.Fatal("closed without an end")
	}
	l.Leave()
	w.Hides("What was found or said, and why")
}

func TestAStepIsTakenBack(t *testing.T) {
	w := newWorld(t, i18n.SerbianLatin)
	l := w.list(screens.Place{Record: w.dust.ID})
	w.step(l, "Potvrđen prijem…")
	w.list(screens.Place{Record: w.dust.ID})
	w.Press("Poništi poslednji korak")
	w.Press("Poništi poslednji korak") // in the question
	w.calm()
	if n := len(w.read(w.dust.ID).Steps); n != 0 {
		t.Errorf("%d steps are left", n)
	}
}

func TestAnonymousWithoutAWayToAnswer(t *testing.T) {
	w := newWorld(t, i18n.SerbianCyrillic)
	g := &data.Grievance{ReceivedOn: "2026-10-12", Complaint: "anonymous", Description: "Бука ноћу", Confidentiality: "internal"}
	w.save(g)
	w.list(screens.Place{Record: g.ID})
	w.Shows("Не постоји начин да се одговори.", "Затворити")
	w.Hides("Потврдити пријем", "Одговорити")
	w.calm()
}

func TestFormAsksForWhoComplains(t *testing.T) {
	w := newWorld(t, i18n.English)
	f := Form(w, w.db, screens.Place{Area: screens.Grievances, Edit: true, Filter: filter{Stakeholder: w.marko.ID, Settlement: w.dust.Settlement}}).(*record.Form)
	w.Open(f)
	w.Type("Blasting cracked the wall")
	w.Shot("grievances-form")
	f.Save()
	w.calm()
	g := w.read(w.Gone[len(w.Gone)-1].Record)
	if g.Description != "Blasting cracked the wall" || g.Complaint != "named" || g.Stakeholder != w.marko.ID || g.ReceivedOn != "2026-10-21" || g.ReceivedBy != w.Officer() || g.Settlement != w.dust.Settlement {
		t.Errorf("%+v", g)
	}
	// Without a name it says so beside the field, and keeps what was typed.
	f = Form(w, w.db, screens.Place{Area: screens.Grievances, Edit: true}).(*record.Form)
	w.Open(f)
	w.Type("Noise at night")
	f.Save()
	w.Shows("Needed: please fill this in.", "Noise at night")
}

// Every field that a person fills in has its place: in the form or in a step.
func TestEveryFieldHasItsPlace(t *testing.T) {
	there := map[string]bool{"number": true, "engagement": true, "point": true}
	for _, g := range groups {
		for _, line := range g.Lines {
			for _, s := range line {
				there[s.Column] = true
			}
		}
	}
	for _, f := range data.Grievances.Fields {
		if !there[f.Name] {
			t.Errorf("%s can be filled in nowhere", f.Name)
		}
	}
	there = map[string]bool{"grievance": true, "pos": true, "kind": true}
	for _, columns := range asked {
		for _, c := range columns {
			there[c] = true
		}
	}
	for _, f := range data.GrievanceSteps.Fields {
		if !there[f.Name] {
			t.Errorf("%s of a step can be filled in nowhere", f.Name)
		}
	}
	for _, kind := range data.StepKinds.Codes {
		if len(asked[kind]) == 0 {
			t.Errorf("nothing is asked about %s", kind)
		}
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range i18n.Langs {
		w := newWorld(t, lang)
		w.dust.Steps = []*data.GrievanceStep{{Kind: data.GrievanceAcknowledged, On: "2026-10-14", Who: "Primer Ana"},
			{Kind: data.GrievanceAssessed, On: "2026-10-15", Who: "Primer Ana", Admissible: "yes", Why: "Put je naš, prašinu dižu naši kamioni."}}
		w.save(w.dust)
		noise := &data.Grievance{ReceivedOn: "2026-10-06", Channel: "box", Complaint: "anonymous", Description: "Buka drobilice noću", Severity: "moderate", Topic: "noise_blasting", Confidentiality: "restricted"}
		w.save(noise)
		name := strings.ToLower(string(lang))
		w.list(screens.Place{})
		w.Shot("grievances-" + name)
		w.list(screens.Place{Record: noise.ID})
		w.Shot("grievances-anonymous-" + name)
		l := w.list(screens.Place{Record: w.dust.ID})
		w.Press(w.Words().T("grievances.step.closed"))
		l.Save()
		w.Shot("grievances-closing-" + name)
		w.dust.Steps = append(w.dust.Steps, &data.GrievanceStep{Kind: data.GrievanceOffered, On: "2026-10-16", Who: "Primer Ana", Why: "Kvašenje puta svakog dana do 18 h"},
			&data.GrievanceStep{Kind: data.GrievanceRejected, On: "2026-10-18", Who: "Primer Marko", Why: "Prašine ima i noću"},
			&data.GrievanceStep{Kind: data.GrievanceReferred, On: "2026-10-19", Referred: "Inspekcija za zaštitu životne sredine"},
			&data.GrievanceStep{Kind: data.GrievanceClosed, On: "2026-10-20", Who: "Primer Ana", Outcome: "resolved"})
		w.dust.RemedyOffered, w.dust.RemedyGiven, w.dust.RemedyOn = "Kvašenje puta", "Cisterna od 20. oktobra", "2026-10-20"
		w.save(w.dust)
		w.list(screens.Place{Record: w.dust.ID})
		w.Shot("grievances-closed-" + name)
		w.Resize(1024, 640)
		w.list(screens.Place{Record: noise.ID})
		w.Shot("grievances-small-" + name)
		w.Open(Form(w, w.db, screens.Place{Area: screens.Grievances, Record: w.dust.ID, Edit: true}))
		w.Shot("grievances-form-" + name)
		w.calm()
	}
}
