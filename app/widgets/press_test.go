package widgets

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestPressByKeyboard(t *testing.T) {
	pressed := map[string]int{}
	count := func(name string) func() { return func() { pressed[name]++ } }
	things := map[string]fyne.CanvasObject{
		"primary": PrimaryButton("Save", count("primary")), "icon": IconButton(theme.DeleteIcon(), "Delete", count("icon")),
		"link": NewLink("Primer Marko", count("link")), "chip": NewFilterChip("Krivelj", "", count("chip")),
		"tile": NewTile("3", "overdue", "", count("tile")), "nav": NewNavItem(theme.HomeIcon(), "Today", count("nav")),
	}
	for name, o := range things {
		t.Run(name, func(t *testing.T) {
			w, _ := shown(t, o)
			escaped := false
			w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { escaped = ev.Name == fyne.KeyEscape })
			w.Canvas().FocusNext()
			focused(t, w, o.(fyne.Focusable))
			key(w, fyne.KeyReturn, fyne.KeySpace)
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			equal(t, "pressed", pressed[name], 3)
			o.(fyne.Disableable).Disable()
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			equal(t, "pressed while disabled", pressed[name], 3)
			key(w, fyne.KeyEscape)
			equal(t, "Escape goes on", escaped, true)
		})
	}
	chip := NewFilterChip("Krivelj", "", count("chip"))
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	equal(t, "Delete takes a chip away", pressed["chip"], 4)
}

func TestTipComesAfterARest(t *testing.T) {
	b := IconButton(theme.DeleteIcon(), "Delete", nil)
	w, clock := shown(t, b)
	stage := w.Content().(*Stage)
	b.MouseIn(nil)
	clock.Advance(tipDelay / 2)
	if stage.tip != nil {
		t.Fatal("the tip hurries")
	}
	clock.Advance(tipDelay)
	if stage.tip == nil || stage.tip.text.Text() != "Delete" {
		t.Fatalf("tip: %v", stage.tip)
	}
	b.MouseOut()
	if stage.tip != nil {
		t.Fatal("the tip stays")
	}
	b.MouseIn(nil)
	b.Tapped(nil)
	clock.Advance(2 * tipDelay)
	if stage.tip != nil {
		t.Fatal("a tip after the press")
	}
}

func TestCheck(t *testing.T) {
	var got []bool
	c, next := NewCheck("planned", func(on bool) { got = append(got, on) }), NewEntry()
	w, _ := shown(t, c, next)
	w.Canvas().Focus(c)
	key(w, fyne.KeySpace)
	equal(t, "checked", c.Checked(), true)
	key(w, fyne.KeyReturn)
	focused(t, w, next)
	equal(t, "Enter changes nothing", c.Checked(), true)
	c.Tapped(&fyne.PointEvent{})
	focused(t, w, c)
	c.SetChecked(true)
	equal(t, "calls", fmt.Sprint(got), "[true false]")
}

func TestSegment(t *testing.T) {
	var got []string
	s := NewSegment([]Option{{"y", "da", ""}, {"p", "delimično", ""}, {"n", "ne", ""}, {"x", "nije pitano", ""}}, func(k string) { got = append(got, k) })
	next := NewEntry()
	w, _ := shown(t, s, next)
	w.Canvas().Focus(s)
	equal(t, "nothing at first", s.Key(), "")
	typed(w, "n")
	equal(t, "n", s.Key(), "n")
	typed(w, "Н")
	equal(t, "again, in Cyrillic", s.Key(), "x")
	typed(w, "2")
	equal(t, "by position", s.Key(), "p")
	key(w, fyne.KeyLeft, fyne.KeyLeft)
	equal(t, "the first is the first", s.Key(), "y")
	key(w, fyne.KeyDelete)
	equal(t, "taken back", s.Key(), "")
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.width(0)+5, 10)})
	equal(t, "by mouse", s.Key(), "p")
	key(w, fyne.KeyReturn)
	focused(t, w, next)
	equal(t, "calls", fmt.Sprint(got), "[n x p y  p]")
}

func TestToast(t *testing.T) {
	toast := NewToast(english())
	undone := 0
	_, clock := shown(t, toast)
	toast.Say("Saved", func() { undone++ })
	equal(t, "says", toast.Text(), "Saved")
	clock.Advance(toastTime - time.Second)
	toast.Say("Removed", func() { undone += 10 })
	clock.Advance(toastTime - time.Second)
	equal(t, "a new message has its own time", toast.Text(), "Removed")
	toast.Undo().Tapped(nil)
	equal(t, "undone", undone, 10)
	equal(t, "says", toast.Text(), "")
	toast.Say("Printed", nil)
	equal(t, "without undo", toast.Undo().Visible(), false)
	clock.Advance(toastTime)
	equal(t, "goes", toast.Text(), "")
}

func TestBusy(t *testing.T) {
	b := NewBusy(english())
	cancelled := false
	_, clock := shown(t, b)
	b.Start("Reading", func() { cancelled = true })
	clock.Advance(100 * time.Millisecond)
	equal(t, "quick work shows nothing", b.Visible(), false)
	clock.Advance(200 * time.Millisecond)
	equal(t, "slow work", b.Visible(), true)
	equal(t, "Cancel", b.cancel.Visible(), false)
	clock.Advance(2 * time.Second)
	equal(t, "Cancel", b.cancel.Visible(), true)
	b.cancel.Tapped(nil)
	equal(t, "cancelled", cancelled, true)
	equal(t, "shown", b.Visible(), false)
	b.Start("Reading", nil)
	b.Stop()
	clock.Advance(time.Minute)
	equal(t, "what was stopped never shows", b.Visible(), false)
}

// A person who goes on with Enter must not take a row away by it.
func TestEnterGoesPastRemove(t *testing.T) {
	removed := 0
	a, remove, b := NewEntry(), RemoveButton("Remove", func() { removed++ }), NewEntry()
	w, _ := shown(t, a, remove, b)
	w.Canvas().Focus(a)
	key(w, fyne.KeyReturn)
	focused(t, w, b)
	w.Canvas().Focus(a)
	key(w, fyne.KeyTab)
	focused(t, w, remove)
	key(w, fyne.KeyReturn)
	focused(t, w, b)
	equal(t, "removed by Enter", removed, 0)
	w.Canvas().Focus(remove)
	key(w, fyne.KeySpace)
	equal(t, "removed by Space", removed, 1)
}
