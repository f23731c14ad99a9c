package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/i18n"
)

// speaker speaks where a widget is made without a printer: in an Entry.
var speaker = i18n.For(i18n.English)

// Speak sets the language of the menus of entries. The window calls it at its start and when the language changes.
func Speak(p *i18n.Printer) { speaker = p }

// TappedSecondary opens the entry's menu in the language of the window; Fyne's own follows the system.
func (e *Entry) TappedSecondary(ev *fyne.PointEvent) {
	c := canvasOf(e.self)
	if c == nil {
		return
	}
	Focus(e.self)
	board := fyne.CurrentApp().Clipboard()
	typed := e.self.(fyne.Shortcutable).TypedShortcut
	item := func(id string, does func()) *fyne.MenuItem { return fyne.NewMenuItem(speaker.T(id), does) }
	items := []*fyne.MenuItem{
		item("widgets.copy", func() { typed(&fyne.ShortcutCopy{Clipboard: board}) }),
		item("widgets.select_all", func() { typed(&fyne.ShortcutSelectAll{}) }),
	}
	if !e.Disabled() {
		items = append([]*fyne.MenuItem{
			item("common.undo", e.Undo), item("common.redo", e.Redo), fyne.NewMenuItemSeparator(),
			item("widgets.cut", func() { typed(&fyne.ShortcutCut{Clipboard: board}) }), items[0],
			item("widgets.paste", func() { typed(&fyne.ShortcutPaste{Clipboard: board}) }),
		}, items[1])
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e.self).Add(ev.Position)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}
