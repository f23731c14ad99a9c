package tasks

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
	promise *data.Commitment
	late    *data.Task
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
	w.promise = &data.Commitment{Promise: "Dovozimo vodu svakog petka", MadeOn: "2026-10-01"}
	w.save(w.promise)
	w.late = &data.Task{Text: "Naručiti cisternu", MadeOn: "2026-10-02", Due: "2026-10-16", Owner: "Primer Ana", Commitment: w.promise.ID, Confidentiality: "internal"}
	w.save(w.late, &data.Task{Text: "Odštampati plakate", MadeOn: "2026-10-02", Owner: "Primer Jovan", Confidentiality: "internal"})
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

func (w *world) read(id data.ID) *data.Task {
	w.T.Helper()
	x, err := w.db.Task(ctx, id)
	if err != nil {
		w.T.Fatal(err)
	}
	return x
}

func (w *world) list(p screens.Place) *list {
	p.Area = screens.Tasks
	l := List(w, w.db, p).(*list)
	w.Open(l)
	return l
}

func TestDoneAndNotDoneAfterAll(t *testing.T) {
	w := newWorld(t, i18n.English)
	l := w.list(screens.Place{})
	rows := l.Table().Rows()
	if len(rows) != 2 || rows[0].ID != w.late.ID || rows[1].Due != "" {
		t.Fatalf("the most urgent first, those without a date last: %+v", rows)
	}
	w.Shows("overdue by 5 days", "Dovozimo vodu svakog petka", "no date")
	w.Press("Done…")
	w.Type("Cisterna dolazi u petak")
	w.Keys(fyne.KeyTab)
	l.Save()
	w.calm()
	if x := w.read(w.late.ID); x.DoneOn != "2026-10-21" || x.Outcome != "Cisterna dolazi u petak" {
		t.Fatalf("%+v", x)
	}
	w.list(screens.Place{Record: w.late.ID})
	w.Press("Not done after all")
	w.calm()
	if x := w.read(w.late.ID); x.DoneOn != "" || x.Outcome != "" {
		t.Fatalf("%+v", x)
	}
}

func TestFormTakesOverWhatItIsAbout(t *testing.T) {
	w := newWorld(t, i18n.SerbianLatin)
	f := Form(w, w.db, record.TaskAbout(w.promise, "Pozvati vozača")).(*record.Form)
	w.Open(f)
	w.Shot("tasks-form")
	f.Save()
	w.calm()
	x := w.read(w.Gone[len(w.Gone)-1].Record)
	if x.Text != "Pozvati vozača" || x.Commitment != w.promise.ID || x.MadeOn != "2026-10-21" || x.Owner != w.Officer() {
		t.Errorf("%+v", x)
	}
	about, err := w.db.Follows(ctx, record.TasksAbout(w.promise), data.Page{})
	if err != nil || len(about.Rows) != 2 {
		t.Errorf("%+v, %v", about.Rows, err)
	}
}

// Every field that a person fills in has its place: in the form, in a step, or it follows from where the task was made.
func TestEveryFieldHasItsPlace(t *testing.T) {
	there := map[string]bool{"number": true, "point": true}
	for _, g := range groups {
		for _, line := range g.Lines {
			for _, s := range line {
				there[s.Column] = true
			}
		}
	}
	for _, a := range about {
		there[a.column] = true
	}
	for _, f := range data.Tasks.Fields {
		if !there[f.Name] {
			t.Errorf("%s can be filled in nowhere", f.Name)
		}
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range i18n.Langs {
		w := newWorld(t, lang)
		w.list(screens.Place{Record: w.late.ID})
		w.Shot("tasks-" + strings.ToLower(string(lang)))
		w.calm()
	}
}
