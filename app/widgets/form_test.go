package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
)

func TestFormShowsWhatIsWrong(t *testing.T) {
	var fields []fyne.CanvasObject
	for i := range 30 {
		fields = append(fields, NewField(fmt.Sprint("Field ", i), NewEntry()))
	}
	form := NewForm(Column(8, fields...))
	for i, f := range fields {
		form.Add(fmt.Sprint("points.", i, ".said"), f.(*Field))
	}
	w, _ := shown(t)
	w.SetContent(NewStage(form))
	w.Resize(fyne.NewSize(600, 400))
	rest := form.ShowErrors(map[string]string{"points.25.said": "late", "points.20.said": "first", "nowhere": "other"})
	equal(t, "rest", fmt.Sprint(rest), "[other]")
	first := fields[20].(*Field)
	equal(t, "error", first.Error(), "first")
	equal(t, "marked", first.content.(*Entry).invalid, true)
	focused(t, w, first.content.(*Entry))
	inSight(t, form, first)

	form.ShowErrors(nil)
	equal(t, "error", first.Error(), "")
	w.Canvas().Focus(fields[0].(*Field).content.(*Entry))
	inSight(t, form, fields[0])
	for range 29 {
		key(w, fyne.KeyReturn)
	}
	inSight(t, form, fields[29])

	form.Remove("points.29")
	if form.Field("points.29.said") != nil || form.Field("points.2.said") == nil {
		t.Fatal("removed the wrong fields")
	}
}

func inSight(t *testing.T, form *Form, o fyne.CanvasObject) {
	t.Helper()
	d := fyne.CurrentApp().Driver()
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(form).Y
	if y < 0 || y+o.Size().Height > form.Size().Height {
		t.Fatalf("stands at %v of %v", y, form.Size().Height)
	}
}

func TestErrorTakesTheWidthThereIs(t *testing.T) {
	f := NewField("Place", NewEntry())
	shown(t, Row(Part(0, 120, f), Part(1, 100, NewEntry())))
	before := f.MinSize().Height
	f.SetError("Enter a settlement, or a note on the place where it was")
	if lines := (f.MinSize().Height - before) / look.LineHeight(look.ErrorStyle); lines < 3 {
		t.Fatalf("the error takes %v lines in %v", lines, f.Size().Width)
	}
	equal(t, "the entry keeps its height", f.content.Size().Height, f.content.MinSize().Height)
}

func TestRow(t *testing.T) {
	a, b, c := NewField("A", NewEntry()), NewField("B", NewEntry()), NewCheck("c", nil)
	row := Row(Part(1, 200, a), Part(3, 200, b), Part(0, 0, c))
	w, _ := shown(t, row)
	if ratio := b.Size().Width / a.Size().Width; ratio < 2.5 || ratio > 3.1 {
		t.Fatalf("weights give %v", ratio)
	}
	equal(t, "one line", a.Position().Y, b.Position().Y)
	equal(t, "the check stands level with the entries", c.Position().Y, a.content.Position().Y)
	w.Resize(fyne.NewSize(420, 600))
	equal(t, "two lines", b.Position().Y, a.Position().Y)
	equal(t, "the check is on the next", c.Position().Y > a.Size().Height, true)
	w.Resize(fyne.NewSize(300, 600))
	equal(t, "three lines", b.Position().Y > a.Position().Y && c.Position().Y > b.Position().Y, true)
	equal(t, "full width", a.Size().Width, float32(300))
	b.Hide()
	w.Resize(fyne.NewSize(420, 600))
	equal(t, "what is hidden takes no room", a.Size().Width > 300, true)
}

func TestFacts(t *testing.T) {
	f := NewFacts().Add("Title", "Wells").Add("Note", "").AddLinks("Who came").AddLinks("Where", NewLink("Krivelj", nil))
	w, _ := shown(t, f)
	equal(t, "facts", len(f.values), 2)
	equal(t, "beside", f.values[0].Position().Y, f.labels[0].Position().Y)
	w.Resize(fyne.NewSize(280, 600))
	equal(t, "below when narrow", f.values[0].Position().Y > f.labels[0].Position().Y, true)
}

func TestEmpty(t *testing.T) {
	done := false
	e := NewEmpty(theme.DocumentIcon(), "Nothing yet.", "Add", func() { done = true })
	w, _ := shown(t, e)
	w.Canvas().FocusNext()
	key(w, fyne.KeyReturn)
	equal(t, "the action works", done, true)
	if NewEmpty(nil, "Nothing.", "", nil).Action() != nil {
		t.Fatal("an action without a word")
	}
}

func TestEnterOnAnEmptyTableTakesTheNextStep(t *testing.T) {
	done := 0
	table := NewTable([]Col[string]{{ID: "a", Title: "A", Width: 80, Text: func(s string) string { return s }}})
	table.SetEmpty(NewEmpty(nil, "Nothing yet.", "Add", func() { done++ }))
	table.SetRows(nil)
	w, _ := shown(t, table)
	w.Canvas().Focus(table)
	key(w, fyne.KeyReturn)
	equal(t, "added", done, 1)
}

func TestChartsOpenTheEvidence(t *testing.T) {
	var opened []string
	open := func(s string) func() { return func() { opened = append(opened, s) } }
	bars := []Bar{{"Water", 12, "12", Plain, open("water")}, {"Dust", 0, "0", Plain, nil}, {"Jobs", 6, "6", StatusOverdue, open("jobs")}}
	b, c := NewBarChart(bars...), NewColumnChart(bars...)
	w, _ := shown(t, b, c)
	for range 4 {
		w.Canvas().FocusNext() // bars without evidence are passed by
		key(w, fyne.KeyReturn)
	}
	equal(t, "opened", fmt.Sprint(opened), "[water jobs water jobs]")
	b.SetBars(nil)
	equal(t, "rows", len(b.rows), 0)
}

// The driver knows nothing yet of what was added since the last frame.
func TestDepthOfWhatWasNeverPainted(t *testing.T) {
	list := Column(8)
	form := NewForm(Column(8, NewField("First", NewEntry()), Pad(4, list)))
	shown(t, form)
	f := NewField("Added", NewEntry())
	list.Add(NewField("Before", NewEntry()))
	list.Add(Row(Part(1, 100, f)))
	form.Refresh()
	d := fyne.CurrentApp().Driver()
	want := d.AbsolutePositionForObject(f).Y - d.AbsolutePositionForObject(form.scroll.content).Y
	y, known := below(form.scroll.content, f)
	equal(t, "known", known, true)
	equal(t, "depth", y, want)
	equal(t, "below the first", y > 60, true)
}

func TestTilesAreSharedOutEvenly(t *testing.T) {
	var cells []Cell
	for i := range 6 {
		cells = append(cells, Part(1, 150, NewTile(fmt.Sprint(i), "people", "", nil)))
	}
	shown(t, EvenRow(cells...))
	for _, c := range []struct {
		width float32
		line  int
	}{{1000, 6}, {900, 3}, {700, 3}, {480, 3}, {400, 2}} {
		r := &row{even: true, cells: cells}
		lines := r.lines(c.width)
		for _, l := range lines {
			if len(l) != c.line {
				t.Errorf("at %v: %d in a line, want %d", c.width, len(l), c.line)
			}
		}
	}
}
