package app

import (
	"fyne.io/fyne/v2"

	"dogovor/app/finder"
	"dogovor/app/i18n"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/data"
)

// areaOf is where the records of a type are seen. Attachments are seen with what they are kept with.
var areaOf = map[string]string{
	data.Stakeholders.Name: screens.Stakeholders, data.Settlements.Name: screens.Places, data.Engagements.Name: screens.Engagements,
	data.Issues.Name: screens.Issues, data.Commitments.Name: screens.Commitments, data.Grievances.Name: screens.Grievances, data.Tasks.Name: screens.Tasks,
}

// findAnything opens the quick find; the same key again begins anew.
func (w *Window) findAnything() { w.find("") }

// find opens it with a search to begin with.
func (w *Window) find(typed string) {
	if w.db == nil || w.current == nil || w.finder != nil {
		return
	}
	w.newFinder(finding{w}).Open(typed)
}

func (w *Window) newFinder(as finder.Window) *finder.Finder {
	w.finder = finder.New(w.ctx, w.win, as, w.db, w.words, &w.findWords)
	return w.finder
}

// unlessFinding lets the keys of menus do what they mean in the quick find while it is open. Those that mean nothing there do nothing:
// menus reach past what covers the window.
func (w *Window) unlessFinding(word string, do func()) func() {
	return func() {
		f := w.finder
		if f == nil || !f.IsOpen() {
			do()
			return
		}
		switch word {
		case "menu.find":
			f.Panel().SelectAll() // no toggle: a key held too long would open and close
		case "menu.save":
			f.Save()
		case "menu.add_row":
			f.Act()
		case "menu.undo":
			f.Undo()
		}
	}
}

// finding is the window as the quick find sees it.
type finding struct{ w *Window }

func (f finding) Run(work func() error, done func(error)) { f.w.run(work, done) }

// placeOf is the page of what was found.
func placeOf(h data.Hit) screens.Place {
	if h.Of != "" {
		return screens.Place{Area: areaOf[h.Of], Record: h.OfID}
	}
	return screens.Place{Area: areaOf[h.Type], Record: h.ID}
}

// Open shows the page of what was found.
func (f finding) Open(h data.Hit) { f.w.goTo(placeOf(h)) }

// Act is a new engagement with a stakeholder or at a settlement; of anything else, its form.
func (f finding) Act(h data.Hit) finder.Act {
	meet := func(word string, known data.EngagementFilter) finder.Act {
		return finder.Act{Word: f.w.words.T(word), Do: func() { f.w.goTo(screens.Place{Area: screens.Engagements, Edit: true, Filter: known}) }}
	}
	switch h.Type {
	case data.Stakeholders.Name:
		return meet("find.act.meet", data.EngagementFilter{Stakeholder: h.ID})
	case data.Settlements.Name:
		return meet("find.act.meet_here", data.EngagementFilter{Settlements: []data.ID{h.ID}})
	case data.Attachments.Name:
		return finder.Act{}
	}
	return finder.Act{Word: f.w.words.T("find.act.edit"), Do: func() {
		p := placeOf(h)
		p.Edit = true
		f.w.goTo(p)
	}}
}

// New begins a stakeholder of a name.
func (f finding) New(name string) {
	f.w.goTo(screens.Place{Area: screens.Stakeholders, Edit: true, Filter: data.StakeholderFilter{Text: name}})
}

// Icon is that of the area.
func (f finding) Icon(recordType string) fyne.Resource {
	if recordType == data.Attachments.Name {
		return areaIcon("")
	}
	return areaIcon(areaOf[recordType])
}

// PlaceName is a settlement's name in the reader's script.
func (f finding) PlaceName(latin, cyrillic string) string {
	if f.w.words.Lang() == i18n.SerbianCyrillic && cyrillic != "" {
		return cyrillic
	}
	return latin
}

// Commands are those of the menus that do something on the screen at hand.
func (f finding) Commands() (out []finder.Command) {
	w := f.w
	for _, c := range append(w.recordCommands(), w.goCommands()...) {
		if w.can(c.word) {
			out = append(out, finder.Command{Word: w.words.T(c.word), Keys: c.keys, Do: c.do})
		}
	}
	for _, l := range i18n.Langs {
		if l != w.words.Lang() {
			out = append(out, finder.Command{Word: w.words.T("menu.language") + ": " + i18n.Name(l), Do: func() { w.switchLanguage(l) }})
		}
	}
	return append(out,
		finder.Command{Word: w.words.T("menu.help_screen"), Keys: "F1", Do: func() { w.showHelp(true) }},
		finder.Command{Word: w.words.T("menu.keys"), Keys: "Ctrl+/", Do: func() { w.showHelp(false) }},
		finder.Command{Word: w.words.T("menu.quit"), Keys: "Ctrl+Q", Do: w.quit})
}

// can tells whether a command of the menus does something now.
func (w *Window) can(word string) (can bool) {
	screen := w.current.Screen
	switch word {
	case "menu.find", "menu.leave":
		return false
	case "menu.save":
		_, can = screen.(screens.Saver)
	case "menu.add_row":
		_, can = screen.(screens.RowAdder)
	case "menu.edit":
		_, can = screen.(screens.Editor)
	case "menu.briefing":
		_, can = screen.(interface{ Brief() })
	case "menu.filter":
		_, can = screen.(screens.Finder)
	case "menu.turn_issue", "menu.turn_promise", "menu.turn_grievance", "menu.turn_task":
		_, can = screen.(screens.Turner)
	case "menu.undo":
		can = len(w.undo) > 0
	default:
		can = true
	}
	return can
}

// Saved are the searches with a name.
func (f finding) Saved() []data.SavedSearch { return f.w.saved }

// Said tells what was done.
func (f finding) Said(text string, batch data.ID) { f.w.said(text, batch) }

// Fail shows an error.
func (f finding) Fail(err error) { f.w.fail(err) }

// Closed is told when the quick find has gone.
func (f finding) Closed() { f.w.finder = nil }

// loadSaved reads the saved searches for the navigation.
func (w *Window) loadSaved() {
	db, f := w.db, w.frame
	var all []data.SavedSearch
	w.run(func() (err error) {
		all, err = db.SavedSearches(w.ctx)
		return err
	}, func(err error) {
		switch {
		case db != w.db || f != w.frame:
		case err != nil:
			machine.LogError("searches", err)
		default:
			w.saved = all
			f.setSaved(all)
		}
	})
}
