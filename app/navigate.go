package app

import (
	"time"

	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/screens/briefing"
	"dogovor/app/screens/commitments"
	"dogovor/app/screens/duplicates"
	"dogovor/app/screens/engagements"
	"dogovor/app/screens/grievances"
	"dogovor/app/screens/issues"
	"dogovor/app/screens/places"
	"dogovor/app/screens/reportback"
	"dogovor/app/screens/reports"
	"dogovor/app/screens/settings"
	"dogovor/app/screens/stakeholders"
	"dogovor/app/screens/tasks"
	"dogovor/app/screens/today"
	"dogovor/data"
)

// history is what was looked at, for Alt+← and Alt+→.
type history struct {
	places []screens.Place
	at     int // the place shown, when places is not empty
}

func (h *history) push(p screens.Place) {
	if len(h.places) > 0 {
		h.places = h.places[:h.at+1]
	}
	h.places = append(h.places, p)
	h.at = len(h.places) - 1
}

func (h *history) move(by int) (screens.Place, bool) {
	if to := h.at + by; to >= 0 && to < len(h.places) {
		h.at = to
		return h.places[to], true
	}
	return screens.Place{}, false
}

// shown is the screen on the window, with its host.
type shown struct {
	screens.Screen
	place screens.Place
	host  *host
}

// open makes the screen of a place. A new area adds its line here and in areas.
func (w *Window) open(h *host, p screens.Place) screens.Screen {
	switch p.Area {
	case screens.Today:
		return today.New(h, w.db, p)
	case screens.Stakeholders:
		if p.Edit {
			return stakeholders.Form(h, w.db, p)
		}
		return stakeholders.List(h, w.db, p)
	case screens.Commitments:
		if p.Edit {
			return commitments.Form(h, w.db, p)
		}
		return commitments.List(h, w.db, p)
	case screens.Issues:
		if p.Edit {
			return issues.Form(h, w.db, p)
		}
		return issues.List(h, w.db, p)
	case screens.Grievances:
		if p.Edit {
			return grievances.Form(h, w.db, p)
		}
		return grievances.List(h, w.db, p)
	case screens.Tasks:
		if p.Edit {
			return tasks.Form(h, w.db, p)
		}
		return tasks.List(h, w.db, p)
	case screens.Places:
		if p.Edit {
			return places.Form(h, w.db, p)
		}
		return places.List(h, w.db, p)
	case screens.Duplicates:
		return duplicates.New(h, w.db)
	case screens.Briefing:
		return briefing.New(h, w.db, papers{h, w.db}.open, p)
	case screens.ReportBack:
		return reportback.New(h, w.db, papers{h, w.db}.open, p)
	case screens.Reports:
		return reports.New(h, w.db, maker{w, w.db}, p)
	case screens.Settings:
		return settings.New(h, w.db, w.settingsActions(), p)
	}
	if p.Edit {
		return engagements.Form(h, w.db, p)
	}
	return engagements.List(h, w.db, p)
}

// goTo shows a place and remembers it.
func (w *Window) goTo(p screens.Place) {
	w.mark()
	w.history.push(p)
	w.show(p)
}

func (w *Window) back()    { w.step(-1) }
func (w *Window) forward() { w.step(1) }

func (w *Window) step(by int) {
	w.mark()
	if p, ok := w.history.move(by); ok {
		w.show(p)
	}
}

// mark remembers where on the current screen the person came to.
func (w *Window) mark() {
	if w.current == nil {
		return
	}
	if s, ok := w.current.Screen.(screens.Placer); ok {
		w.current.place = s.Place()
		w.history.places[w.history.at] = w.current.place
	}
}

func (w *Window) show(p screens.Place) {
	w.closeScreen()
	h := w.newHost()
	w.draftedAt = time.Time{}
	w.current = &shown{Screen: w.open(h, p), place: p, host: h}
	w.frame.set(w.current)
	w.current.Show()
}

// showAgain makes the current screen anew: after a change of language or look.
func (w *Window) showAgain() {
	if w.current != nil {
		w.mark()
		w.build()
		w.show(w.current.place)
	}
}

func (w *Window) closeScreen() {
	if w.finder != nil {
		w.finder.Close()
	}
	if w.current != nil {
		w.current.Close()
		w.current.host.cancel()
		w.current = nil
	}
}

// changed is told of every change in the store, on the window's thread.
func (w *Window) changed(e data.Event) {
	if w.db == nil { // closed since
		return
	}
	if e.Type == data.Terms.Name {
		w.loadTerms()
	}
	if e.Type == "" || counted[e.Type] {
		w.countOverdue()
	}
	switch e.Type {
	case "":
		w.findWords.Forget()
		w.loadSaved()
	case data.Terms.Name, data.Settlements.Name:
		w.findWords.Forget()
	case data.Settings.Name:
		w.loadSaved()
	}
	if w.current != nil {
		w.current.Reload()
	}
}

// counted are the types whose records the navigation counts when they are overdue, and those by which a day becomes a deadline.
var counted = map[string]bool{data.Commitments.Name: true, data.Grievances.Name: true, data.Tasks.Name: true, data.Settings.Name: true, data.Holidays.Name: true}

// countOverdue tells in the navigation how much is overdue: in its area everybody's, at Today what the officer of this laptop sees to.
func (w *Window) countOverdue() {
	db, f := w.db, w.frame
	overdue := data.FollowFilter{State: data.FollowOverdue, Today: data.DateOf(w.opt.Now().In(data.HomeZone()))}
	filters := map[string]data.FollowFilter{}
	for area, t := range map[string]*data.Type{screens.Commitments: data.Commitments, screens.Grievances: data.Grievances, screens.Tasks: data.Tasks} {
		of := overdue
		of.Types = []string{t.Name}
		filters[area] = of
	}
	overdue.Owner = w.settings.Officer
	filters[screens.Today] = overdue
	n := map[string]int{}
	w.run(func() (err error) {
		for area, of := range filters {
			if n[area], err = db.CountFollows(w.ctx, of); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		switch {
		case db != w.db || f != w.frame:
		case err != nil: // what is shown says more about it
			machine.LogError("overdue", err)
		default:
			for area := range filters {
				f.setOverdue(area, n[area])
			}
		}
	})
}
