package app

import (
	"strings"

	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/data"
)

// running is the small setting that stands while the program runs: found at a start, it says that the last run was cut off.
const running = "running"

// draftAreas tells in which area the draft of a record type was typed.
var draftAreas = map[string]string{data.Engagements.Name: screens.Engagements, data.Stakeholders.Name: screens.Stakeholders, data.Settlements.Name: screens.Places,
	data.Issues.Name: screens.Issues, data.Commitments.Name: screens.Commitments, data.Grievances.Name: screens.Grievances, data.Tasks.Name: screens.Tasks}

// firstPlace is where a person starts: after a crash or a dead battery in the form they were typing into, else with what waits today.
func (w *Window) firstPlace() screens.Place {
	cut := w.settings.Window[running] == w.settings.Database
	w.settings.Window[running] = w.settings.Database
	if cut {
		if p, ok := w.cutOff(); ok {
			return p
		}
	}
	return screens.Place{Area: screens.Today}
}

// cutOff is the form with the newest draft.
func (w *Window) cutOff() (screens.Place, bool) {
	drafts, err := w.db.Drafts(w.ctx)
	if err != nil {
		machine.LogError("drafts", err)
		return screens.Place{}, false
	}
	var newest data.Draft
	for _, d := range drafts {
		if d.SavedAt.After(newest.SavedAt) {
			newest = d
		}
	}
	kind, written, _ := strings.Cut(newest.Key, "/")
	id, err := data.ParseID(written)
	if area := draftAreas[kind]; area != "" && err == nil {
		return screens.Place{Area: area, Record: id, Edit: true}, true
	}
	return screens.Place{}, false
}

// endedWell forgets that the program runs.
func (w *Window) endedWell() { delete(w.settings.Window, running) }
