package issues

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
	db       *store.Store
	meeting  *data.Engagement
	marko    *data.Stakeholder
	wells    *data.Issue // open
	answered *data.Issue // and not told back
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
	w.marko = &data.Stakeholder{Kind: "person", Name: "Primer Marko"}
	w.meeting = &data.Engagement{Title: "Bunari", Status: "held", Start: data.OnDay("2026-10-01"), Points: []*data.Point{{Topic: "water", Said: "Nema vode", Answer: "Proveravamo"}}}
	krivelj.ID = data.NewID()
	w.meeting.Settlement = krivelj.ID
	w.save(krivelj, w.marko, w.meeting)
	w.wells = &data.Issue{Text: "Bunari ispod jalovišta su presušili", Kind: "concern", Topic: "water", Severity: "serious", RaisedOn: "2026-10-01", Engagement: w.meeting.ID,
		Point: w.meeting.Points[0].ID, Settlement: krivelj.ID, Owner: "Primer Ana", Confidentiality: "internal", Raisers: []*data.Raiser{{Stakeholder: w.marko.ID}}}
	w.answered = &data.Issue{Text: "Kada će biti asfaltiran put", Kind: "question", Topic: "roads_traffic", RaisedOn: "2026-09-10", Response: "Do kraja novembra", ResponseOn: "2026-09-20",
		ResponseBy: "Primer Ana", Confidentiality: "internal"}
	w.save(w.wells, w.answered)
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

func (w *world) read(id data.ID) *data.Issue {
	w.T.Helper()
	x, err := w.db.Issue(ctx, id)
	if err != nil {
		w.T.Fatal(err)
	}
	return x
}

func (w *world) list(p screens.Place) *list {
	p.Area = screens.Issues
	l := List(w, w.db, p).(*list)
	w.Open(l)
	return l
}

func TestFromQuestionToToldBack(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.list(screens.Place{})
	if rows := l.Table().Rows(); len(rows) != 1 || rows[0].ID != w.wells.ID {
		t.Fatalf("open: %+v", rows)
	}
	w.Shows("Bunari ispod jalovišta su presušili", "Primer Marko", "Krivelj", "serious")
	w.Press("Answer…")
	l.Save()
	w.Shows("Needed: please fill this in.")
	w.Type("Cisterna svakog petka")
	w.Keys(fyne.KeyTab)
	l.Save()
	w.calm()
	x := w.read(w.wells.ID)
	if x.Response != "Cisterna svakog petka" || x.ResponseOn != "2026-10-21" || x.ResponseBy != "Primer Officer" || x.Status() != data.IssueAnswered {
		t.Fatalf("%+v", x)
	}
	w.Shows("answered, not told back", "Cisterna svakog petka")
	w.Press("Told back…")
	w.Type("Mesna zajednica Krivelj")
	w.Keys(fyne.KeyTab)
	l.Save()
	w.calm()
	if x = w.read(w.wells.ID); x.ToldOn != "2026-10-21" || x.ToldWhom != "Mesna zajednica Krivelj" || x.Status() != data.IssueTold {
		t.Fatalf("%+v", x)
	}
	w.Hides("Answer…", "Told back…")
	if w.Press("Close…"); w.read(w.wells.ID).ClosedOn != "" {
		t.Error("closed without being asked")
	}
	l.Save()
	if w.read(w.wells.ID).Status() != data.IssueClosed {
		t.Error("an answered issue needs no reason to be closed")
	}
}

func TestWhatIsNotToldBack(t *testing.T) {
	w := newWorld(t, i18n.SerbianCyrillic)
	l := w.list(screens.Place{})
	l.Narrow(func(f *filter) { f.State = data.FollowUntold })
	if rows := l.Table().Rows(); len(rows) != 1 || rows[0].ID != w.answered.ID {
		t.Fatalf("%+v", rows)
	}
	w.Shows("одговорено, није јављено")
	w.calm()
}

func TestATaskAboutIt(t *testing.T) {
	w := newWorld(t, i18n.English)
	w.list(screens.Place{Record: w.wells.ID})
	w.Press("Make a task of it")
	to := w.Gone[len(w.Gone)-1]
	task, ok := to.Filter.(*data.Task)
	if !ok || to.Area != screens.Tasks || !to.Edit || task.Issue != w.wells.ID || task.Settlement != w.wells.Settlement || task.Engagement != w.meeting.ID || task.Topic != "water" || task.Text != w.wells.Text {
		t.Fatalf("%+v, %+v", to, task)
	}
	task.MadeOn, task.Due = "2026-10-21", "2026-10-25"
	w.save(task)
	w.list(screens.Place{Record: w.wells.ID})
	w.Shows(task.Number + " · due 25 Oct 2026")
	w.calm()
}

func TestFormMakesOne(t *testing.T) {
	w := newWorld(t, i18n.English)
	f := Form(w, w.db, screens.Place{Area: screens.Issues, Edit: true, Filter: filter{Settlement: w.meeting.Settlement, Stakeholder: w.marko.ID}}).(*record.Form)
	w.Open(f)
	w.Type("When will the ambulance come?")
	w.Shot("issues-form")
	f.Save()
	w.calm()
	x := w.read(w.Gone[len(w.Gone)-1].Record)
	if x.Text != "When will the ambulance come?" || x.Kind != "question" || x.RaisedOn != "2026-10-21" || x.Owner != w.Officer() || x.Settlement != w.meeting.Settlement ||
		len(x.Raisers) != 1 || x.Raisers[0].Stakeholder != w.marko.ID {
		t.Errorf("%+v", x)
	}
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
	for _, f := range data.Issues.Fields {
		if !there[f.Name] {
			t.Errorf("%s can be filled in nowhere", f.Name)
		}
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range i18n.Langs {
		w := newWorld(t, lang)
		w.list(screens.Place{Record: w.wells.ID})
		w.Shot("issues-" + strings.ToLower(string(lang)))
		w.calm()
	}
}
