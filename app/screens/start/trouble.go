package start

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/widgets"
)

// TroubleActions are the ways out when a database cannot be opened; those that are nil are not offered.
type TroubleActions struct {
	Again      func()
	Before     func() // back to the database that was open before
	BeforeName string
	Other      func(path string)
	Sample     func()
	Quit       func()
}

// Trouble says why a database could not be opened, that nothing was changed, and what to do.
type Trouble struct {
	win     fyne.Window
	again   *widgets.Button
	content fyne.CanvasObject
}

// NewTrouble makes the screen.
func NewTrouble(win fyne.Window, words *i18n.Printer, path string, err error, do TroubleActions) *Trouble {
	t := &Trouble{win: win, again: widgets.PrimaryButton(words.T("trouble.again"), do.Again)}
	ways := []fyne.CanvasObject{t.again}
	if do.Before != nil {
		ways = append(ways, widgets.SecondaryButton(words.T("trouble.before", "Name", do.BeforeName), do.Before))
	}
	if do.Sample != nil {
		ways = append(ways, widgets.SecondaryButton(words.T("start.sample"), do.Sample))
	}
	ways = append(ways, widgets.SecondaryButton(words.T("trouble.quit"), do.Quit))
	parts := []fyne.CanvasObject{look.Title(words.T("trouble.title")), look.Body(words.Error(err)), widgets.Flow(look.Unit, ways...)}
	if do.Other != nil {
		parts = append(parts, t.other(words, path, do.Other)...)
	}
	t.content = centred(widgets.Pad(look.Unit*2, widgets.Column(look.Unit*2, parts...)), fyne.NewSize(680, 420))
	return t
}

// other asks for another file.
func (t *Trouble) other(words *i18n.Printer, path string, do func(path string)) []fyne.CanvasObject {
	file := widgets.NewEntry()
	file.SetText(path)
	open := func() {
		if p := strings.TrimSpace(file.Text); p != "" {
			do(p)
		}
	}
	file.OnEnter = open
	return []fyne.CanvasObject{
		widgets.NewField(words.T("trouble.file"), file),
		container.NewHBox(widgets.SecondaryButton(words.T("trouble.other"), open)),
	}
}

// Content is what the window shows.
func (t *Trouble) Content() fyne.CanvasObject { return t.content }

// Show puts the focus on the way out that most often works.
func (t *Trouble) Show() { t.win.Canvas().Focus(t.again) }
