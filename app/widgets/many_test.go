package widgets

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestManyRows(t *testing.T) {
	table := NewTable([]Col[int]{{ID: "n", Title: "N", Width: 100, Text: strconv.Itoa}})
	table.Many(strconv.Itoa)
	told := 0
	table.OnMarks = func() { told++ }
	table.OnMarkAll = func() { table.Mark(table.Rows()) }
	w := test.NewWindow(table)
	defer w.Close()
	w.Resize(fyne.NewSize(400, 600))
	var rows []int
	for i := range 9 {
		rows = append(rows, i)
	}
	table.SetRows(rows)
	w.Canvas().Focus(table)
	with := fyne.KeyModifier(0)
	table.many.held = func() fyne.KeyModifier { return with }
	keys := func(names ...fyne.KeyName) {
		for _, n := range names {
			table.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	want := func(marked ...int) {
		t.Helper()
		if got := table.Marked(); !slices.Equal(got, marked) && len(got)+len(marked) > 0 {
			t.Fatalf("marked %v, want %v", got, marked)
		}
	}
	keys(fyne.KeyHome, fyne.KeySpace)
	want(0)
	keys(fyne.KeyDown, fyne.KeyDown)
	want(0)
	with = fyne.KeyModifierShift
	keys(fyne.KeyDown, fyne.KeyDown)
	want(0, 2, 3, 4)
	keys(fyne.KeyUp)
	want(0, 2, 3) // it gives back what it leaves
	with = 0
	keys(fyne.KeySpace)
	want(0, 2)
	press := func(row int, mod fyne.KeyModifier) {
		for _, r := range table.body.rows {
			if r.index == row {
				r.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod})
				r.Tapped(nil)
			}
		}
	}
	press(7, fyne.KeyModifierControl)
	want(0, 2, 7)
	if at, _ := table.Selected(); at != 3 {
		t.Errorf("the row shown is %d: a mark does not open another page", at)
	}
	press(5, fyne.KeyModifierControl)
	press(7, fyne.KeyModifierControl)
	want(0, 2, 5)
	press(6, 0)
	want(0, 2, 5)
	press(8, fyne.KeyModifierShift)
	want(0, 2, 5, 6, 7, 8)
	table.TypedShortcut(&fyne.ShortcutSelectAll{})
	want(rows...)
	table.Replace([]int{1, 2}, nil)
	if len(table.Marked()) != 9 {
		t.Error("rows that are not read are not marked any more")
	}
	table.Mark(nil)
	want()
	if told < 10 {
		t.Errorf("told %d times", told)
	}
}
