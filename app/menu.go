package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dogovor/app/dialogs"
	"dogovor/app/i18n"
	"dogovor/app/screens"
)

// area is one line of the navigation; its place in areas is its key Alt+1…9, Alt+0 for the tenth.
type area struct {
	id   string
	word string // message
}

// areas in the order of the navigation. Settings stands apart at the bottom.
var areas = []area{
	{screens.Today, "window.today"},
	{screens.Engagements, "window.engagements"},
	{screens.Stakeholders, "window.stakeholders"},
	{screens.Issues, "window.issues"},
	{screens.Commitments, "window.commitments"},
	{screens.Grievances, "window.grievances"},
	{screens.Tasks, "window.tasks"},
	{screens.Places, "window.places"},
	{screens.Reports, "window.reports"},
	{screens.Settings, "window.settings"},
}

// command is one thing the keyboard and the menus can do.
type command struct {
	word string // message
	keys string // as people write them
	on   fyne.Shortcut
	do   func()
}

func key(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

const (
	ctrl = fyne.KeyModifierShortcutDefault
	alt  = fyne.KeyModifierAlt
)

func (w *Window) recordCommands() []command {
	return []command{
		{"menu.new_engagement", "Ctrl+N", key(fyne.KeyN, ctrl), w.newEngagement},
		{"menu.new_stakeholder", "Ctrl+Shift+N", key(fyne.KeyN, ctrl|fyne.KeyModifierShift), w.newStakeholder},
		{"menu.save", "Ctrl+S", key(fyne.KeyS, ctrl), func() { on(w, screens.Saver.Save) }},
		{"menu.add_row", "Ctrl+Enter", key(fyne.KeyReturn, ctrl), func() { on(w, screens.RowAdder.AddRow) }},
		{"menu.turn_issue", "F6", nil, func() { w.turn(fyne.KeyF6) }},
		{"menu.turn_promise", "F7", nil, func() { w.turn(fyne.KeyF7) }},
		{"menu.turn_grievance", "F8", nil, func() { w.turn(fyne.KeyF8) }},
		{"menu.turn_task", "F9", nil, func() { w.turn(fyne.KeyF9) }},
		{"menu.edit", "F2", nil, func() { on(w, screens.Editor.Edit) }},
		{"menu.briefing", "Ctrl+B", key(fyne.KeyB, ctrl), func() { on(w, screens.Briefer.Brief) }},
		{"menu.undo", "Ctrl+Z", &fyne.ShortcutUndo{}, w.undoKey},
		{"menu.print", "Ctrl+P", key(fyne.KeyP, ctrl), w.print},
	}
}

func (w *Window) goCommands() []command {
	var out []command
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9, fyne.Key0}
	for i, a := range areas {
		out = append(out, command{a.word, "Alt+" + string(digits[i]), key(digits[i], alt), func() { w.goTo(screens.Place{Area: a.id}) }})
	}
	return append(out,
		command{"menu.find", "Ctrl+K", key(fyne.KeyK, ctrl), w.findAnything},
		command{"menu.filter", "Ctrl+F", key(fyne.KeyF, ctrl), func() { on(w, screens.Finder.Find) }},
		command{"menu.back", "Alt+←", key(fyne.KeyLeft, alt), w.back},
		command{"menu.forward", "Alt+→", key(fyne.KeyRight, alt), w.forward},
		command{"menu.leave", "Esc", nil, w.leave},
	)
}

// unlessAsked does nothing while a question covers the window: the keys of menus reach past it.
func (w *Window) unlessAsked(do func()) func() {
	return func() {
		if w.win.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// on lets the current screen answer a key, when it can.
func on[T any](w *Window, do func(T)) {
	if w.current == nil {
		return
	}
	if s, ok := w.current.Screen.(T); ok {
		do(s)
	}
}

func (w *Window) turn(key fyne.KeyName) { on(w, func(s screens.Turner) { s.Turn(key) }) }

func (w *Window) newEngagement()  { w.goTo(screens.Place{Area: screens.Engagements, Edit: true}) }
func (w *Window) newStakeholder() { w.goTo(screens.Place{Area: screens.Stakeholders, Edit: true}) }

func (w *Window) leave() {
	if w.current == nil {
		return
	}
	if _, ok := w.current.Screen.(screens.Leaver); ok {
		on(w, screens.Leaver.Leave)
		return
	}
	w.back()
}

// print prints what is shown; a screen that cannot be printed leads to the reports.
func (w *Window) print() {
	if w.current == nil {
		return
	}
	if _, ok := w.current.Screen.(screens.Printer); ok {
		on(w, screens.Printer.Print)
		return
	}
	w.goTo(screens.Place{Area: screens.Reports})
}

func (w *Window) menu() *fyne.MainMenu {
	items := func(cs []command) (out []*fyne.MenuItem) {
		for _, c := range cs {
			m := fyne.NewMenuItem(w.words.T(c.word), w.unlessFinding(c.word, w.unlessAsked(c.do)))
			m.Shortcut = c.on
			out = append(out, m)
		}
		return out
	}
	record := items(w.recordCommands())
	quit := fyne.NewMenuItem(w.words.T("menu.quit"), w.quit)
	quit.IsQuit = true
	quit.Shortcut = key(fyne.KeyQ, ctrl)
	record = append(record, fyne.NewMenuItemSeparator(), quit)

	var languages []*fyne.MenuItem
	for _, l := range i18n.Langs {
		m := fyne.NewMenuItem(i18n.Name(l), func() { w.switchLanguage(l) })
		m.Checked = l == w.words.Lang()
		languages = append(languages, m)
	}
	screen := fyne.NewMenuItem(w.words.T("menu.help_screen"), w.unlessAsked(func() { w.showHelp(true) }))
	keys := fyne.NewMenuItem(w.words.T("menu.keys"), w.unlessAsked(func() { w.showHelp(false) }))
	keys.Shortcut = key(fyne.KeySlash, ctrl)
	about := fyne.NewMenuItem(w.words.T("menu.about"), func() {
		dialogs.Notice(w.win, w.words.T("menu.about"), w.words.T("about.text", "Version", w.opt.Version), w.words.T("common.close"), nil)
	})
	return fyne.NewMainMenu(
		fyne.NewMenu(w.words.T("menu.record"), record...),
		fyne.NewMenu(w.words.T("menu.go"), items(w.goCommands())...),
		fyne.NewMenu(w.words.T("menu.language"), languages...),
		fyne.NewMenu(w.words.T("menu.help"), screen, keys, about),
	)
}

// plainKeys answers the keys that no menu can carry because they have no modifier; entries pass them on.
func (w *Window) plainKeys(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF1:
		w.showHelp(true)
	case fyne.KeyF2:
		on(w, screens.Editor.Edit)
	case fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9:
		w.turn(e.Name)
	case fyne.KeyEscape:
		w.leave()
	}
}

func (w *Window) switchLanguage(l i18n.Lang) {
	w.settings.Language = string(l)
	w.setLanguage(string(l))
	if w.db != nil {
		w.loadTerms()
	}
	w.showAgain()
}
