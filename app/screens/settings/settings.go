// Package settings is the Settings screen: who works on this laptop, how the window looks, which records are open, and what belongs to
// the records themselves: the company and its papers, the targets of grievances, the days that are worked, the words of the lists. It must not reckon a day: data/calendar does.
package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/calendar"
)

// Store is what belongs to the records and not to the laptop: read from it, saved to it.
type Store interface {
	Terms(ctx context.Context) ([]*data.Term, error)
	Settings(ctx context.Context) (map[string]string, error)
	SetSettings(ctx context.Context, values map[string]string) (data.ID, error)
	Holidays(ctx context.Context) ([]*data.Holiday, error)
	SetHoliday(ctx context.Context, on data.Date, name string, working bool) (data.ID, error)
	Calendar(ctx context.Context) (*calendar.Calendar, error) // the law with those holidays
	Save(ctx context.Context, recs ...data.Record) (data.ID, error)
	Bin(ctx context.Context, recordType string, id data.ID) (data.ID, error)
}

// State is what the screen shows of this laptop.
type State struct {
	Officer, Laptop string
	Look            string
	Scale           int
	Database        string
	Sample          bool // the sample year is open
}

// Actions are what the window does.
type Actions struct {
	State    State
	Change   func(State) data.Problems // takes over who, look and scale; says what is wrong with them
	Language func(i18n.Lang)
	Open     func(path string)
	Own      func()
	SampleDB func()
	Backup   func()
}

// Screen is the Settings screen, one section at a time: each change takes effect at once or with Save, which saves what was changed in
// all of them.
type Screen struct {
	host     screens.Host
	form     *widgets.Form
	column   *fyne.Container
	bar      *sectionBar
	you      *you
	company  *company
	targets  *targets
	holidays *holidays
	words    *words
}

// New makes the screen.
func New(host screens.Host, db Store, do Actions, place screens.Place) *Screen {
	s := &Screen{host: host, you: newYou(host, do), company: newCompany(host, db), targets: newTargets(host, db), holidays: newHolidays(host, db), words: newWords(host, db)}
	s.bar = newSectionBar([]section{
		{"you", "settings.you", s.you.view},
		{"database", "settings.database", records(host, do)},
		{"company", "settings.company", s.company.view},
		{"targets", "settings.targets", s.targets.view},
		{"holidays", "settings.holidays", s.holidays.view},
		{"words", "settings.words", s.words.page},
	}, host.Words())
	s.column = widgets.Column(look.Unit*3, s.bar.view, s.bar.body)
	s.form = widgets.NewForm(widgets.Limit(860, s.column))
	s.bar.shows, s.holidays.grown = s.relayout, s.relayout
	s.you.register(s.form)
	s.company.register(s.form)
	s.targets.register(s.form)
	s.holidays.register(s.form)
	s.bar.show(place.Left.Focus)
	return s
}

// relayout finds the places anew after something came or went. It goes through twice: what wraps knows its height only once it knows
// its width.
func (s *Screen) relayout() {
	s.column.Refresh()
	s.column.Refresh()
	s.form.Refresh()
}

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("window.settings") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.form }

// Show puts the focus where a person starts.
func (s *Screen) Show() {
	s.company.load()
	s.targets.load()
	s.holidays.load()
	s.words.load()
	if s.bar.shown == "you" {
		widgets.Focus(s.you.officer)
		return
	}
	s.bar.focus()
}

// Reload shows what was saved elsewhere or taken back; what is being typed stays.
func (s *Screen) Reload() {
	s.company.load()
	s.targets.load()
	s.holidays.load()
}

// Close has nothing to end.
func (s *Screen) Close() {}

// Place tells which section is shown, so that it is again after a change of language or look.
func (s *Screen) Place() screens.Place {
	return screens.Place{Area: screens.Settings, Left: screens.Left{Focus: s.bar.shown}}
}

// Action is to save.
func (s *Screen) Action() (string, func()) { return s.host.Words().T("menu.save"), s.Save }

// Save takes over what stands in all sections, or says what is wrong beside the field.
func (s *Screen) Save() {
	wrong, at := s.company.problems(), "company"
	if wrong == nil {
		wrong, at = s.targets.problems(), "targets"
	}
	if wrong == nil {
		wrong, at = s.holidays.problems(), "holidays"
	}
	if wrong == nil {
		wrong, at = s.you.save(), "you"
	}
	if wrong != nil && s.bar.shown != at {
		s.bar.show(at)
	}
	if s.form.ShowErrors(wrong); wrong != nil {
		return
	}
	s.host.Done(s.host.Words().T("settings.saved"), data.ID{})
	s.company.save()
	s.targets.save()
	s.holidays.save()
	s.words.save(s.words.load)
}
