package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// shown puts things below each other on a window with our theme and a clock that the test moves.
func shown(t *testing.T, things ...fyne.CanvasObject) (fyne.Window, *Clock) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Options{}))
	clock := Inline()
	t.Cleanup(clock.Restore)
	w := test.NewTempWindow(t, NewStage(Column(8, things...)))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 600))
	return w, clock
}

// key sends a key to what has the focus, or to the window when nothing has, as the real window does.
func key(w fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		f := w.Canvas().Focused()
		if n == fyne.KeyTab {
			if tab, ok := f.(fyne.Tabbable); !ok || !tab.AcceptsTab() {
				w.Canvas().FocusNext()
				continue
			}
		}
		switch {
		case f != nil:
			f.TypedKey(&fyne.KeyEvent{Name: n})
		case w.Canvas().OnTypedKey() != nil:
			w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: n})
		}
	}
}

// typed sends letters to what has the focus.
func typed(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

// withShift holds Shift while f runs.
func withShift(w fyne.Window, f func()) {
	k := w.Canvas().Focused().(desktop.Keyable)
	k.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f()
	if still, ok := w.Canvas().Focused().(desktop.Keyable); ok && still == k {
		k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
}

// click presses and lets go the primary button on o as the real window does: what is pressed gets it first, then the focus is lost
// unless it lies under the mouse.
func click(w fyne.Window, o fyne.CanvasObject, at fyne.Position) {
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(at)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position, ev.AbsolutePosition = at, pos
	release := func() {
		if f := w.Canvas().Focused(); f != nil && f != fyne.Focusable(nil) && f.(fyne.CanvasObject) != o {
			w.Canvas().Unfocus()
		}
	}
	m, mouse := o.(desktop.Mouseable)
	if mouse {
		m.MouseDown(ev)
	}
	release()
	if mouse {
		m.MouseUp(ev)
	}
	release()
	if tap, ok := o.(fyne.Tappable); ok {
		tap.Tapped(&ev.PointEvent)
	}
}

func english() *i18n.Printer { return i18n.For(i18n.English) }

func focused(t *testing.T, w fyne.Window, want fyne.Focusable) {
	t.Helper()
	if got := w.Canvas().Focused(); got != want {
		t.Fatalf("focus is on %T, want %T", got, want)
	}
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}
