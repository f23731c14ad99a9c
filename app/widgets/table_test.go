package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dogovor/app/look"
)

type person struct {
	name string
	n    int
}

func peopleTable(t *testing.T, n int) (*Table[person], fyne.Window, *[]string) {
	t.Helper()
	log := &[]string{}
	say := func(format string, args ...any) { *log = append(*log, fmt.Sprintf(format, args...)) }
	table := NewTable([]Col[person]{
		{ID: "name", Title: "Name", Width: 120, Grow: 1, Sortable: true, Text: func(p person) string { return p.name }},
		{ID: "note", Title: "Note", Width: 300, Priority: 1, Text: func(p person) string { return strings.Repeat("long ", 30) }},
		{ID: "n", Title: "Number", Width: 80, Right: true, Sortable: true, Text: func(p person) string { return fmt.Sprint(p.n) }},
	})
	table.OnSelect = func(p person) { say("select %d", p.n) }
	table.OnOpen = func(p person) { say("open %d", p.n) }
	table.OnSort = func(col string, desc bool) { say("sort %s %v", col, desc) }
	table.SetRows(persons(0, n))
	w, _ := shown(t)
	w.SetContent(NewStage(table))
	w.Resize(fyne.NewSize(700, headHeight+footHeight+10*look.RowHeight))
	return table, w, log
}

func persons(from, n int) []person {
	var all []person
	for i := range n {
		all = append(all, person{fmt.Sprintf("Person %d", from+i), from + i})
	}
	return all
}

func TestTableByKeyboard(t *testing.T) {
	table, w, log := peopleTable(t, 1000)
	Focus(table)
	key(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyUp)
	equal(t, "log", strings.Join(*log, ", "), "select 0, select 1, open 1, select 10, select 999, select 990, select 0")
	escaped := false
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { escaped = true })
	key(w, fyne.KeyEscape)
	equal(t, "Escape goes on", escaped, true)

	*log = nil
	key(w, fyne.KeyRight, fyne.KeySpace, fyne.KeyRight, fyne.KeySpace, fyne.KeySpace)
	equal(t, "log", strings.Join(*log, ", "), "sort name false, sort n false, sort n true")
}

func TestTableShowsOnlyWhatIsInSight(t *testing.T) {
	table, _, _ := peopleTable(t, 100000)
	if n := len(table.body.rows); n > 20 {
		t.Fatalf("%d rows exist for a dozen in sight", n)
	}
	equal(t, "Select", table.Select(func(p person) bool { return p.n == 50000 }), true)
	row, _ := table.Selected()
	equal(t, "row", row.n, 50000)
	top := int(table.scroll.Offset.Y / look.RowHeight)
	if top > 50000 || top+10 < 50000 {
		t.Fatalf("row 50000 is out of sight: %d", top)
	}
	found := false
	for _, r := range table.body.rows {
		if r.Visible() && r.texts[0].Text == "Person 50000" {
			found = r.Position().Y == 50000*look.RowHeight && r.Size().Height == look.RowHeight
		}
		if r.Visible() && !strings.HasSuffix(r.texts[1].Text, "…") {
			t.Fatalf("the note is not cut: %q", r.texts[1].Text)
		}
	}
	equal(t, "the row is drawn in its place", found, true)
}

func TestTableByMouse(t *testing.T) {
	table, w, log := peopleTable(t, 50)
	row := table.body.rows[3]
	click(w, row, fyne.NewPos(10, 10))
	focused(t, w, table)
	equal(t, "log", strings.Join(*log, ", "), "select 3")
	click(w, row, fyne.NewPos(10, 10))
	equal(t, "log", strings.Join(*log, ", "), "select 3, open 3")

	table.TapOpens = func() bool { return true }
	click(w, table.body.rows[5], fyne.NewPos(10, 10))
	equal(t, "log", strings.Join((*log)[2:], ", "), "select 5, open 5")

	*log = nil
	table.headBar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(table.heads[2].x+5, 5)})
	table.headBar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(table.heads[2].x+5, 5)})
	table.headBar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(table.heads[1].x+5, 5)})
	equal(t, "log", strings.Join(*log, ", "), "sort n false, sort n true")
}

func TestTableCopiesARow(t *testing.T) {
	table, w, _ := peopleTable(t, 3)
	Focus(table)
	key(w, fyne.KeyEnd)
	clip := test.NewClipboard()
	table.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if cells := strings.Split(clip.Content(), "\t"); len(cells) != 3 || cells[0] != "Person 2" || cells[2] != "2" {
		t.Fatalf("copied %q", clip.Content())
	}
}

func TestTableAsksForMore(t *testing.T) {
	table, w, _ := peopleTable(t, 100)
	asked := 0
	table.OnNeedMore = func() { asked++ }
	Focus(table)
	key(w, fyne.KeyPageDown)
	equal(t, "far from the end", asked, 0)
	key(w, fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp)
	equal(t, "once", asked, 1)
	table.Append(persons(100, 100))
	equal(t, "rows", len(table.Rows()), 200)
	row, _ := table.Selected()
	equal(t, "the selection stays", row.n, 97)
	key(w, fyne.KeyEnd)
	equal(t, "again", asked, 2)

	table.Replace(persons(50, 20), func(p person) bool { return p.n == 60 })
	row, _ = table.Selected()
	equal(t, "selected after Replace", row.n, 60)
	table.SetRows(nil)
	if _, ok := table.Selected(); ok {
		t.Fatal("something is selected in nothing")
	}
	key(w, fyne.KeyDown, fyne.KeyReturn)
}

func TestTableSaysWhenItIsEmpty(t *testing.T) {
	table, _, _ := peopleTable(t, 0)
	empty := NewEmpty(nil, "Nobody yet.", "Add", func() {})
	table.SetEmpty(empty)
	seen := func() bool {
		for _, o := range test.WidgetRenderer(table).Objects() {
			if o == fyne.CanvasObject(empty) {
				return true
			}
		}
		return false
	}
	equal(t, "without rows", seen(), true)
	table.SetRows(persons(0, 2))
	equal(t, "with rows", seen(), false)
}

func TestTableHidesColumnsWhenNarrow(t *testing.T) {
	table, w, _ := peopleTable(t, 5)
	equal(t, "note at 700", table.heads[1].hiddenForRoom, false)
	w.Resize(fyne.NewSize(400, 400))
	equal(t, "note at 400", table.heads[1].hiddenForRoom, true)
	last := table.heads[2]
	if right := last.x + last.w; right > 400 || right < 370 {
		t.Fatalf("the last column ends at %v", right)
	}
}

func TestListDetail(t *testing.T) {
	list, detail := look.Title("list"), look.Title("detail")
	l := NewListDetail(english(), list, detail, .4)
	moved := 0.0
	back := false
	l.OnMoved, l.OnBack = func(o float64) { moved = o }, func() { back = true }
	w, _ := shown(t)
	w.SetContent(NewStage(l))
	w.Resize(fyne.NewSize(1200, 600))
	equal(t, "narrow", l.Narrow(), false)
	equal(t, "detail", detail.Position().X > 470, true)
	l.border.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(120, 0)})
	l.border.DragEnd()
	if moved < .499 || moved > .501 {
		t.Fatalf("moved to %v", moved)
	}
	l.border.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5000, 0)})
	equal(t, "the detail keeps room", detail.Size().Width > leastSide-10, true)

	w.Resize(fyne.NewSize(1024, 600))
	equal(t, "narrow", l.Narrow(), true)
	equal(t, "list", list.Size().Width, float32(1024))
	l.ShowDetail()
	equal(t, "detail", detail.Size().Width, float32(1024))
	equal(t, "in detail", l.InDetail(), true)
	l.back.Tapped(nil)
	equal(t, "back", back && !l.InDetail(), true)
}
