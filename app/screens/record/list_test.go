package record_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/store"
)

var (
	ctx  = context.Background()
	noon = time.Date(2026, 10, 21, 10, 0, 0, 0, time.UTC)
)

type (
	filter = data.FollowFilter
	list   = record.List[data.FollowRow, filter]
)

// errand is the page of a task as short as pages get.
type errand struct {
	record.Known
	t *data.Task
}

func (e errand) Heading() record.Heading {
	return record.Heading{Title: e.t.Text, Number: e.t.Number}
}

func (e errand) Body(resized func()) []fyne.CanvasObject {
	return []fyne.CanvasObject{e.Facts("due", "owner"), e.Facts("done_on", "outcome"), e.History(resized)}
}

func open(r data.Record) bool { return r.(*data.Task).Status() == data.TaskOpen }

// steps of a task for these tests: one that asks, one that does not.
var steps = []record.Step{
	{Word: "common.save", Said: "common.save", Type: data.Tasks, Columns: []string{"done_on", "outcome"}, Fits: open,
		Of: func(r data.Record, today data.Date) data.Record { r.(*data.Task).DoneOn = today; return r }},
	{Word: "common.undo", Said: "common.undo", Type: data.Tasks, Fits: func(r data.Record) bool { return !open(r) },
		Of: func(r data.Record, _ data.Date) data.Record {
			r.(*data.Task).DoneOn, r.(*data.Task).Outcome = "", ""
			return r
		}},
}

func newStore(t *testing.T, texts ...string) *store.Store {
	t.Helper()
	db, err := store.Open(ctx, filepath.Join(t.TempDir(), "bor.db"), store.Options{
		Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7}, Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var recs []data.Record
	for i, text := range texts {
		recs = append(recs, &data.Task{Text: text, MadeOn: "2026-10-01", Owner: []string{"Primer Ana", "Primer Jovan"}[i%2], Due: data.Date("2026-10-17").AddDays(4 * i)})
	}
	if _, err := db.Save(ctx, recs...); err != nil {
		t.Fatal(err)
	}
	return db
}

// errands is the list of tasks, with the words of promises.
func errands(host screens.Host, db *store.Store, place screens.Place) *list {
	of := record.FollowListOf(host, db, data.Tasks, "text", data.FollowOverdue, data.TaskOpen, data.TaskDone)
	of.Area, of.Words, of.Icon, of.Steps = screens.Commitments, "commitments", theme.ConfirmIcon(), steps
	of.Read = func(ctx context.Context, id data.ID) (record.Shown, error) {
		t, err := db.Task(ctx, id)
		if err != nil {
			return nil, err
		}
		k, err := record.Know(ctx, host, db, t)
		return errand{k, t}, err
	}
	return record.NewList(host, db, place, of)
}

func texts(l *list) (out []string) {
	for _, r := range l.Table().Rows() {
		out = append(out, r.Text)
	}
	return out
}

func TestFollowList(t *testing.T) {
	h := screentest.New(t, i18n.English, noon)
	db := newStore(t, "Bring maps", "Call the council", "Dig the well")
	l := errands(h, db, screens.Place{})
	h.Open(l)
	if got := texts(l); !slices.Equal(got, []string{"Bring maps", "Call the council", "Dig the well"}) {
		t.Fatalf("%q", got)
	}
	h.Shows("overdue by 4 days", "due today", "due in 4 days")
	widgets.Focus(screentest.Find(h, func(*widgets.Chips) bool { return true }))
	h.Type("jovan")
	h.Keys(fyne.KeyReturn)
	if got := texts(l); !slices.Equal(got, []string{"Call the council"}) || l.Filter().Owner != "Primer Jovan" || l.Filter().State != data.FollowOpen {
		t.Errorf("of Jovan %q, %+v", got, l.Filter())
	}
	h.Type("overdue")
	h.Keys(fyne.KeyReturn) // takes the place of what is open
	if len(l.Table().Rows()) != 0 || l.Shown() != nil {
		t.Errorf("overdue of Jovan %q beside %v", texts(l), l.Shown())
	}
	h.Press("Show all promises")
	if len(l.Table().Rows()) != 3 || l.Filter().State != "" {
		t.Errorf("all: %q", texts(l))
	}
	if len(h.Failed) > 0 || len(i18n.Missing()) > 0 {
		t.Error(h.Failed, i18n.Missing())
	}
}

// What is being said of one record waits while another is looked at; a step that asks nothing is saved at the press.
func TestStepsWait(t *testing.T) {
	h := screentest.New(t, i18n.English, noon)
	db := newStore(t, "Bring maps", "Call the council")
	l := errands(h, db, screens.Place{})
	h.Open(l)
	h.Press("Save")
	h.Type("They are on the wall")
	widgets.Focus(l.Table())
	h.Keys(fyne.KeyDown)
	h.Hides("They are on the wall")
	if l.Save(); len(h.Batches) > 0 {
		t.Error("Ctrl+S saved what is not seen")
	}
	h.Keys(fyne.KeyUp)
	h.Shows("They are on the wall")
	l.Find()
	h.Type("council") // finds another one: what is being typed stays all the same
	h.Shows("They are on the wall")
	l.Save()
	if len(h.Failed) > 0 || len(h.Batches) != 1 {
		t.Fatalf("failed %v", h.Failed)
	}
	id := l.Place().Record
	if x, err := db.Task(ctx, id); err != nil || x.Outcome != "They are on the wall" || x.DoneOn != "2026-10-21" {
		t.Errorf("%+v %v", x, err)
	}
	h.Press("Undo")
	if x, err := db.Task(ctx, id); err != nil || x.DoneOn != "" || len(h.Batches) != 2 {
		t.Errorf("%+v %v", x, err)
	}
}

// slow is a window whose answers come when the test lets them.
type slow struct {
	*screentest.Host
	waiting []func()
}

func (s *slow) Load(read func(context.Context) error, show func()) {
	s.waiting = append(s.waiting, func() { s.Host.Load(read, show) })
}

func (s *slow) answer() {
	for len(s.waiting) > 0 {
		next := s.waiting[0]
		s.waiting = s.waiting[1:]
		next()
	}
}

// A list that is come back to is as it was left, also when data changes before its rows are there.
func TestComesBackThoughDataChanges(t *testing.T) {
	var many []string
	for i := range 140 {
		many = append(many, fmt.Sprintf("Task %03d", i))
	}
	s := &slow{Host: screentest.New(t, i18n.English, noon)}
	db := newStore(t, many...)
	l := errands(s, db, screens.Place{Filter: filter{Types: []string{"task"}, Today: "2026-10-21"}})
	s.Open(l)
	s.answer()
	for range 3 {
		s.Keys(fyne.KeyEnd)
		s.answer()
	}
	s.Keys(fyne.KeyUp, fyne.KeyUp)
	s.answer()
	s.Keys(fyne.KeyReturn)
	left := l.Place()
	if left.Left.Rows != 140 || left.Left.List == 0 || left.Left.Focus != screens.InPage {
		t.Fatalf("left as %+v", left.Left)
	}
	back := errands(s, db, left)
	s.Open(back)
	back.Reload()
	s.answer()
	if came := back.Place(); came.Left != left.Left || came.Record != left.Record {
		t.Errorf("left as %+v, came back as %+v", left.Left, came.Left)
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}
