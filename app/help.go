package app

import (
	"dogovor/app/dialogs"
)

// showHelp tells which keys there are; with screen also what the screen at hand is for.
func (w *Window) showHelp(screen bool) {
	if w.current == nil {
		return
	}
	title, text := w.words.T("keys.title"), ""
	if screen {
		id := "help." + w.current.place.Area
		if w.current.place.Edit {
			id += ".form"
		}
		title, text = w.current.Title(), w.words.T(id)
	}
	dialogs.Help(w.win, title, text, w.keyGroups(), w.words.T("common.close"))
}

// keyGroups are all keys: those of the menus, then those that every form, list and page knows.
func (w *Window) keyGroups() []dialogs.KeyGroup {
	says := func(cs []command) (out []dialogs.Key) {
		for _, c := range cs {
			out = append(out, dialogs.Key{Keys: c.keys, Does: w.words.T(c.word)})
		}
		return out
	}
	k := func(keys, word string) dialogs.Key { return dialogs.Key{Keys: keys, Does: w.words.T("keys." + word)} }
	records := append(says(w.recordCommands()), dialogs.Key{Keys: "Ctrl+Q", Does: w.words.T("menu.quit")})
	moves := append(says(w.goCommands()), k("F1", "help"), k("Ctrl+/", "keys"))
	return []dialogs.KeyGroup{
		{Title: w.words.T("menu.record"), Keys: records},
		{Title: w.words.T("keys.form"), Keys: []dialogs.Key{
			k("Enter  Tab", "next"), k("Shift+Tab", "previous"), k("↓  ↑", "choose"), k("Shift+Enter", "line"), k("Space", "check"),
		}},
		{Title: w.words.T("menu.go"), Keys: moves},
		{Title: w.words.T("keys.list"), Keys: []dialogs.Key{
			k("↑  ↓  PgUp  PgDn", "rows"), k("Enter", "read"), k("→  Space", "sort"), k("Ctrl+C", "copy"),
		}},
	}
}
