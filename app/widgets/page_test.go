package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dogovor/app/look"
)

// aPage is a page as screens build them, longer than the window.
func aPage(t *testing.T) (*Page, *Link, fyne.Window) {
	link := NewLink("Primer Marko", nil)
	room := canvas.NewRectangle(nil)
	room.SetMinSize(fyne.NewSize(1, 900))
	page := NewPage(Column(look.Unit*3,
		Column(look.Unit, look.NewWrapped("Water wells", look.TitleStyle), NewCopyable("E-26-BOR1-0014", look.SecondaryStyle), Flow(8, NewBadge("held", StatusDone)), Flow(8, SecondaryButton("Edit", nil))),
		NewFacts().Add("When", "21 Oct 2026").AddLinks("Where", NewLink("Krivelj", nil)),
		room,
		Flow(8, look.Strong("1"), look.Strong("Water"), link),
	))
	w, _ := shown(t)
	w.SetContent(NewStage(page))
	w.Resize(fyne.NewSize(600, 300))
	return page, link, w
}

func TestPageIsCopiedAsText(t *testing.T) {
	page, _, w := aPage(t)
	told := 0
	TellCopied(func() { told++ })
	t.Cleanup(func() { TellCopied(func() {}) })
	w.Canvas().Focus(page)
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	equal(t, "copied", fyne.CurrentApp().Clipboard().Content(),
		"Water wells\nE-26-BOR1-0014\nheld\n\nWhen: 21 Oct 2026\nWhere: Krivelj\n\n1  Water  Primer Marko")
	equal(t, "told", told, 1)
	number := at(page, fyne.NewPos(30, 55), func(o fyne.CanvasObject) bool { return leaf(o) != "" })
	if number == nil || leaf(number) != "E-26-BOR1-0014" {
		t.Fatalf("under the mouse: %v", number)
	}
}

func TestPageIsReadByKeys(t *testing.T) {
	page, link, w := aPage(t)
	w.Canvas().Focus(page)
	key(w, fyne.KeyDown)
	equal(t, "down", page.Offset() > 0, true)
	key(w, fyne.KeyEnd)
	end := page.Offset()
	key(w, fyne.KeyHome)
	equal(t, "home", page.Offset(), float32(0))
	key(w, fyne.KeyPageDown)
	equal(t, "page", page.Offset() > 150 && page.Offset() < 300, true)
	key(w, fyne.KeyHome)
	w.Canvas().Focus(link)
	equal(t, "what has the focus is in sight", page.Offset(), end)
}
