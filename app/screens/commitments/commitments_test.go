package commitments

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
	db      *store.Store
	krivelj *data.Settlement
	marko   *data.Stakeholder
	meeting *data.Engagement
	late    *data.Commitment
	soon    *data.Commitment
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
	w.krivelj = &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ", Municipality: "Bor"}
	w.marko = &data.Stakeholder{Kind: "person", Name: "Primer Marko"}
	w.save(w.krivelj, w.marko)
	w.meeting = &data.Engagement{Title: "Bunari", Status: "held", Start: data.OnDay("2026-10-01"), Settlement: w.krivelj.ID, Officers: []string{"Primer Ana"},
		Points: []*data.Point{{Topic: "water", Said: "Nema vode", Answer: "Dovozimo vodu"}}}
	w.save(w.meeting)
	w.late = &data.Commitment{Promise: "Dovozimo vodu svakog petka", MadeOn: "2026-10-01", MadeBy: "Primer Ana", Due: "2026-10-16", Owner: "Primer Ana", Engagement: w.meeting.ID,
		Point: w.meeting.Points[0].ID, Settlement: w.krivelj.ID, Topic: "water", Recipients: []*data.Recipient{{Stakeholder: w.marko.ID}}}
	w.soon = &data.Commitment{Promise: "Javljamo rezultat merenja", MadeOn: "2026-10-10", Due: "2026-10-24", Owner: "Primer Jovan"}
	w.save(w.late, w.soon)
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

func (w *world) read(c *data.Commitment) *data.Commitment {
	w.T.Helper()
	x, err := w.db.Commitment(ctx, c.ID)
	if err != nil {
		w.T.Fatal(err)
	}
	return x
}

func (w *world) ledger(p screens.Place) *list {
	p.Area = screens.Commitments
	l := List(w, w.db, p).(*list)
	w.Open(l)
	return l
}

func (w *world) line(row int, l *list) string {
	r := l.Table().Rows()[row]
	word, _ := record.FollowWords(w, r)
	return r.Number + " " + word
}

func TestLedger(t *testing.T) {
	w := newWorld(t, i18n.SerbianLatin)
	l := w.ledger(screens.Place{})
	if len(l.Table().Rows()) != 2 || w.line(0, l) != "C-26-BOR1-0001 kasni 5 dana" || w.line(1, l) != "C-26-BOR1-0002 rok za 3 dana" {
		t.Errorf("%+v", l.Table().Rows())
	}
	// The first one's page, with links to all it mentions.
	w.Shows("Dovozimo vodu svakog petka", "kasni 5 dana", "Primer Marko", "Bunari · E-26-BOR1-0001", "Krivelj", "16. 10. 2026.")
	for name, area := range map[string]string{"Primer Marko": screens.Stakeholders, "Bunari · E-26-BOR1-0001": screens.Engagements, "Krivelj": screens.Places} {
		w.Press(name)
		if p := w.Gone[len(w.Gone)-1]; p.Area != area || p.Record.IsZero() {
			t.Errorf("%s leads to %+v", name, p)
		}
	}
	l.Narrow(func(f *filter) { *f = filter{Today: f.Today, Owner: "Primer Jovan"} })
	if len(l.Table().Rows()) != 1 || l.Filter().State != "" {
		t.Errorf("of Jovan: %+v", l.Table().Rows())
	}
	l.Narrow(func(f *filter) { *f = filter{Today: f.Today, State: data.FollowOverdue, Settlement: w.krivelj.ID} })
	if len(l.Table().Rows()) != 1 || l.Table().Rows()[0].ID != w.late.ID {
		t.Errorf("overdue in Krivelj: %+v", l.Table().Rows())
	}
	l.Narrow(func(f *filter) { *f = filter{Today: f.Today, State: data.CommitmentTold} })
	w.Shows("Nijedno obećanje nema sve ovo")
	l.Clear()
	l.Find()
	w.Type("rezultat")
	if len(l.Table().Rows()) != 1 || l.Table().Rows()[0].ID != w.soon.ID {
		t.Errorf("found %+v", l.Table().Rows())
	}
	l.Leave()
	if len(l.Table().Rows()) != 2 {
		t.Error("Esc did not take the search back")
	}
	w.calm()
}

// Done needs its evidence; told back comes after it; the date can no longer be moved.
func TestDoneAndToldBack(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.ledger(screens.Place{Record: w.late.ID})
	w.Hides("Told back…")
	w.Press("Done…")
	w.Shot("commitments-step")
	l.Save()
	w.Shows("Needed: please fill this in.")
	w.Type("Delivery notes of all Fridays")
	w.Keys(fyne.KeyTab)
	l.Save()
	w.calm()
	if c := w.read(w.late); c.DoneOn != "2026-10-21" || c.Evidence != "Delivery notes of all Fridays" || c.Status() != data.CommitmentDone {
		t.Fatalf("%+v", c)
	}
	w.Shows("done, not told back", "Delivery notes of all Fridays")
	w.Hides("Move the date…", "Withdraw…", "Done…")
	w.Press("Told back…")
	w.Type("The council of Krivelj")
	w.Keys(fyne.KeyTab)
	w.Type("at the meeting")
	l.Save()
	w.calm()
	if c := w.read(w.late); c.Status() != data.CommitmentTold || c.ToldWhom != "The council of Krivelj" || c.ToldHow != "at the meeting" {
		t.Fatalf("%+v", c)
	}
	w.Shows("done and told back")
	w.Hides("Told back…")
	if len(w.Batches) != 2 {
		t.Fatalf("%d steps to undo", len(w.Batches))
	}
	for i := len(w.Batches) - 1; i >= 0; i-- {
		if err := w.db.Undo(ctx, w.Batches[i]); err != nil {
			t.Fatal(err)
		}
	}
	if c := w.read(w.late); c.Status() != data.CommitmentOpen || c.Evidence != "" {
		t.Errorf("after undo %+v", c)
	}
}

func TestMoveTheDate(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.ledger(screens.Place{Record: w.late.ID})
	w.Press("Move the date…")
	w.Type("30.10.2026")
	w.Keys(fyne.KeyTab)
	l.Save()
	w.Shows("Needed: please fill this in.")
	w.Type("The tanker broke down")
	l.Reload() // somebody else changed something: what is typed stays
	w.Shows("The tanker broke down")
	l.Save()
	w.calm()
	c := w.read(w.late)
	if c.Due != "2026-10-16" || c.LatestDue() != "2026-10-30" || c.Revisions[0].On != "2026-10-21" || c.Revisions[0].Reason != "The tanker broke down" {
		t.Fatalf("%+v", c)
	}
	w.Shows("On 21 Oct 2026 moved to 30 Oct 2026", "The tanker broke down", "16 Oct 2026")
	// The form does not offer the date that was promised.
	w.Open(Form(w, w.db, screens.Place{Area: screens.Commitments, Record: w.late.ID, Edit: true}))
	w.Shows("Due 16 Oct 2026, as it was promised.")
	w.Hides("Due (as promised)")
}

func TestWithdraw(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.ledger(screens.Place{Record: w.late.ID})
	w.Press("Withdraw…")
	l.Leave() // Esc
	w.Hides("Who agreed")
	w.Press("Withdraw…")
	w.Type("The town brings the water")
	w.Keys(fyne.KeyTab)
	w.Type("Primer Marko")
	l.Save()
	w.calm()
	if c := w.read(w.late); c.Status() != data.CommitmentWithdrawn || c.WithdrawnAgreed != "Primer Marko" || c.WithdrawnWhy != "The town brings the water" {
		t.Errorf("%+v", c)
	}
	w.Shows("withdrawn", "Told back…")
}

// A promise by keyboard only, made to somebody who is not in the register yet.
func TestNewPromiseByKeyboard(t *testing.T) {
	w := newWorld(t, i18n.English)
	f := Form(w, w.db, screens.Place{Area: screens.Commitments, Edit: true}).(*record.Form)
	w.Open(f)
	w.Type("We repair the road to the school")
	w.Keys(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	w.Type("1.12.2026")
	w.Keys(fyne.KeyTab)
	w.Type("kriv")
	w.Keys(fyne.KeyTab)
	w.Type("roads")
	w.Keys(fyne.KeyTab)
	w.Type("Primer Novak")
	w.Keys(fyne.KeyReturn)
	w.Shot("commitments-form")
	f.Save()
	w.calm()
	if len(w.Gone) != 1 {
		t.Fatalf("not saved:\n%s", w.Texts())
	}
	c := w.read(&data.Commitment{Meta: data.Meta{ID: w.Gone[0].Record}})
	if c.Due != "2026-12-01" || c.Settlement != w.krivelj.ID || c.Topic != "roads_traffic" || c.MadeBy != "Primer Officer" || c.Owner != "Primer Officer" || c.MadeOn != "2026-10-21" || len(c.Recipients) != 1 {
		t.Errorf("%+v", c)
	}
	if s, err := w.db.Stakeholder(ctx, c.Recipients[0].Stakeholder); err != nil || s.Name != "Primer Novak" {
		t.Errorf("to %+v, %v", s, err)
	}
}

func TestBinAndEvidence(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.ledger(screens.Place{Record: w.late.ID})
	w.Press("Move to bin")
	if !w.read(w.late).Binned {
		t.Fatal("not in the bin")
	}
	l.ShowBin(true)
	if len(l.Table().Rows()) != 1 {
		t.Fatalf("%d in the bin", len(l.Table().Rows()))
	}
	w.Press("Restore")
	if w.read(w.late).Binned {
		t.Error("still in the bin")
	}
	w.ledger(screens.Place{Filter: data.FollowFilter{IDs: []data.ID{w.soon.ID}}, Title: "C3 · overdue"})
	w.Shows("C3 · overdue", "Javljamo rezultat merenja")
	w.calm()
}

// Every field that a person fills in has its place: in the form or in a step.
func TestEveryFieldHasItsPlace(t *testing.T) {
	there := map[string]bool{"number": true, "engagement": true, "point": true}
	for _, g := range groups(false) {
		for _, line := range g.Lines {
			for _, s := range line {
				there[s.Column] = true
			}
		}
	}
	for _, f := range data.Commitments.Fields {
		if !there[f.Name] {
			t.Errorf("%s can be filled in nowhere", f.Name)
		}
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range i18n.Langs {
		w := newWorld(t, lang)
		w.ledger(screens.Place{})
		w.Shot("commitments-ledger-" + strings.ToLower(string(lang)))
		w.calm()
	}
}
