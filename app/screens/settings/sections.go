package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/widgets"
)

// section is one part of the screen.
type section struct {
	key, word string
	view      fyne.CanvasObject
}

// sectionBar names the sections beside each other, on further lines where there is no room, and shows one: Enter, Space, the mouse and
// ←→ choose.
type sectionBar struct {
	all     []section
	words   *i18n.Printer
	shown   string
	buttons map[string]*widgets.Button
	view    *fyne.Container
	body    *fyne.Container
	shows   func() // another section stands there
}

func newSectionBar(all []section, words *i18n.Printer) *sectionBar {
	return &sectionBar{all: all, words: words, view: widgets.Flow(look.Unit / 2), body: widgets.Column(0)}
}

// show brings one section forward; the first when there is none of that key.
func (b *sectionBar) show(key string) {
	now := b.all[0]
	for _, s := range b.all {
		if s.key == key {
			now = s
		}
	}
	b.shown = now.key
	b.buttons, b.view.Objects = map[string]*widgets.Button{}, nil
	for _, s := range b.all {
		make := widgets.QuietButton
		if s.key == b.shown {
			make = widgets.SecondaryButton
		}
		button := make(b.words.T(s.word), func() { b.choose(s.key) })
		button.OnKey(func(ev *fyne.KeyEvent) bool {
			switch ev.Name {
			case fyne.KeyLeft:
				b.turn(-1)
			case fyne.KeyRight:
				b.turn(1)
			default:
				return false
			}
			return true
		})
		b.buttons[s.key] = button
		b.view.Add(button)
	}
	b.body.Objects = []fyne.CanvasObject{now.view}
	b.view.Refresh()
	b.body.Refresh()
	b.shows()
}

// turn goes to the section beside the one shown, whichever name has the focus: Shift+Tab comes to the last of them.
func (b *sectionBar) turn(by int) {
	i := by + slices.IndexFunc(b.all, func(s section) bool { return s.key == b.shown })
	b.choose(b.all[max(0, min(i, len(b.all)-1))].key)
}

// choose shows a section that a person pressed.
func (b *sectionBar) choose(key string) {
	b.show(key)
	b.focus()
}

// focus puts the focus on the name of the section shown.
func (b *sectionBar) focus() { widgets.Focus(b.buttons[b.shown]) }
