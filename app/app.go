// Package app is the window: it opens the database, shows the screens, and carries what screens ask of it (screens.Host). It holds no
// rule of the domain and no SQL; what the window does, the command line does over the same packages.
package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/finder"
	"dogovor/app/i18n"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/screens/start"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/data/store"
)

// Options are what the window is started with.
type Options struct {
	Version  string
	Database string // to open instead of the last one
	Settings *machine.Settings
	Dirs     machine.Dirs
	Now      func() time.Time
	Inline   bool // loaders run on the caller's thread: for tests
}

// Window is the program's one window with everything it has open.
type Window struct {
	opt      Options
	ctx      context.Context
	app      fyne.App
	win      fyne.Window
	settings *machine.Settings
	words    *i18n.Printer

	db          *store.Store
	isSample    bool
	unsubscribe func()
	terms       map[string][]*data.Term

	frame     *frame
	finder    *finder.Finder     // open; nil while it is not
	findWords finder.Words       // of the search language
	saved     []data.SavedSearch // shown below the areas
	history   history
	current   *shown
	deafen    func()    // ends listening for the program being started again
	second    bool      // another window of this user was open at the start
	undo      []saved   // what Undo takes back, the last first
	savedAt   time.Time // when something was saved last
	draftedAt time.Time // when the draft of the form shown was kept last
	worked    bool      // a database was open since the start
}

// New makes the window on a; Start fills it.
func New(ctx context.Context, a fyne.App, opt Options) *Window {
	w := &Window{opt: opt, ctx: ctx, app: a, settings: opt.Settings}
	w.setLanguage(w.settings.Language)
	w.setLook()
	w.win = a.NewWindow("Dogovor")
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.win.Resize(recallSize(w.settings))
	w.win.SetCloseIntercept(w.quit)
	w.listenForDrops()
	w.deafen, w.second = machine.ListenRaise(opt.Dirs.State, func() { w.onThread(w.win.RequestFocus) })
	if !w.second {
		w.forgetViewed()
	}
	return w
}

// Start shows the first screen: the questions of a first start, the work, or what is wrong with the database.
func (w *Window) Start() {
	w.enter()
	w.win.Show()
}

// enter shows the first screen. A database that somebody worked on is not begun anew when it is gone: perhaps a stick is not plugged in.
func (w *Window) enter() {
	switch path := w.firstDatabase(); {
	case w.settings.Unread() != nil:
		w.showTrouble("", w.settings.Unread(), w.enterAgain)
	case w.settings.FirstStart():
		w.showStart()
	case path == w.ownDatabase() && w.settings.Database == "":
		w.openDatabase(path)
	default:
		w.reopenDatabase(path)
	}
}

// enterAgain reads the settings once more, as it could not at first.
func (w *Window) enterAgain() {
	w.settings, _ = machine.Load(w.opt.Dirs.Config)
	w.setLanguage(w.settings.Language)
	w.setLook()
	w.enter()
}

func (w *Window) firstDatabase() string {
	switch {
	case w.opt.Database != "":
		return w.opt.Database
	case w.settings.Database != "":
		return w.settings.Database
	}
	return w.ownDatabase()
}

func (w *Window) sampleDatabase() string { return filepath.Join(w.opt.Dirs.Data, "sample-2026.db") }

// showStart asks the questions of a first start.
func (w *Window) showStart() {
	w.win.SetMainMenu(nil)
	s := start.New(w.win, w.words, start.Answers{Language: string(w.words.Lang()), Officer: w.settings.Officer, Laptop: w.settings.Laptop}, start.Actions{
		Language: func(code string) { w.settings.Language = code; w.setLanguage(code); w.showStart() },
		Keep:     func(a start.Answers) { w.settings.Officer, w.settings.Laptop = a.Officer, a.Laptop },
		Check: func(a start.Answers) data.Problems {
			w.settings.Language, w.settings.Officer, w.settings.Laptop = string(w.words.Lang()), a.Officer, a.Laptop
			w.settings.Clean()
			return w.settings.Validate()
		},
		Empty:  func() { w.begin(w.firstDatabase()) },
		Sample: w.beginSample,
	})
	w.win.SetContent(widgets.NewStage(s.Content()))
	s.Show()
}

func (w *Window) begin(path string) {
	if err := w.settings.Save(); err != nil {
		w.showTrouble(path, err, func() { w.openDatabase(path) })
		return
	}
	w.openDatabase(path)
}

// beginSample makes the sample year, unless it is there already, and opens it.
func (w *Window) beginSample() {
	path := w.sampleDatabase()
	ctx, done := w.waiting("start.making_sample")
	w.run(func() error {
		if err := os.MkdirAll(w.opt.Dirs.Data, 0o700); err != nil {
			return data.NewError("db.no_folder", err, "Path", path)
		}
		_, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: w.opt.Now()})
		if data.ErrorCode(err) == "sample.exists" {
			err = nil
		}
		return err
	}, func(err error) {
		if err = done(err); err != nil {
			w.showTrouble(path, err, w.beginSample)
			return
		}
		w.begin(path)
	})
}

// waiting covers the window while something is done that may take long. done ends it, and says it when the person gave it up.
func (w *Window) waiting(word string) (ctx context.Context, done func(error) error) {
	ctx, cancel := context.WithCancel(w.ctx)
	content, stop := start.Waiting(w.words, w.words.T(word), cancel)
	w.win.SetContent(content)
	return ctx, func(err error) error {
		if stop(); err != nil && ctx.Err() != nil && w.ctx.Err() == nil {
			err = data.NewError("start.given_up", err)
		}
		cancel()
		return err
	}
}

// openDatabase closes what is open and opens path, a new database if nothing is there; what keeps it from opening is shown with what to do.
func (w *Window) openDatabase(path string) { w.openAt(path, false) }

// reopenDatabase opens what must be there already.
func (w *Window) reopenDatabase(path string) { w.openAt(path, true) }

func (w *Window) openAt(path string, existing bool) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole // it is remembered, and the next start is in another folder
	}
	w.closeScreen()
	w.closeDatabase()
	ctx, done := w.waiting("start.opening")
	var db *store.Store
	var isSample bool
	w.run(func() (err error) {
		if err := os.MkdirAll(w.opt.Dirs.Data, 0o700); err != nil {
			return data.NewError("db.no_folder", err, "Path", path)
		}
		db, err = store.Open(ctx, path, store.Options{Identity: w.identity(), Now: w.opt.Now, Existing: existing})
		if err != nil {
			return err
		}
		if isSample, err = db.IsSample(ctx); err == nil && !isSample {
			err = sample.EnsureSettlements(ctx, db)
		}
		if err != nil {
			return errors.Join(err, db.Close())
		}
		return nil
	}, func(err error) {
		if err = done(err); err != nil {
			w.showTrouble(path, err, func() { w.openAt(path, existing) })
			return
		}
		w.adopt(db, path, isSample)
	})
}

// adopt makes an opened database the one that the window works on.
func (w *Window) adopt(db *store.Store, path string, isSample bool) {
	w.db, w.isSample, w.worked = db, isSample, true
	w.settings.Database = path
	first := w.firstPlace()
	if err := w.settings.Save(); err != nil {
		machine.LogError("settings", err)
	}
	w.unsubscribe = db.Subscribe(func(e data.Event) { w.onThread(func() { w.changed(e) }) })
	w.loadTerms()
	w.win.SetTitle("Dogovor – " + filepath.Base(path))
	w.history = history{}
	w.build()
	w.goTo(screens.Place{Area: screens.Today})
	if first.Edit {
		w.goTo(first)
	}
	w.lookThrough()
}

// lookThrough looks through the file while a person begins to work: opening reads little of it, and damage elsewhere would show as
// figures that are wrong.
func (w *Window) lookThrough() {
	db, path := w.db, w.settings.Database
	w.run(func() error { return db.Sound(w.ctx) }, func(err error) {
		if w.db == db && data.ErrorCode(err) == "db.corrupt" {
			w.closeScreen()
			w.closeDatabase()
			w.showTrouble(path, err, func() { w.reopenDatabase(path) })
		}
	})
}

// showTrouble says why a database cannot be opened. When another window of this user has it open, that one comes to the front instead.
func (w *Window) showTrouble(path string, err error, again func()) {
	if data.ErrorCode(err) == "db.locked" && w.second && w.current == nil && !w.worked && machine.Raise(w.opt.Dirs.State) {
		w.quit()
		return
	}
	machine.LogError("open", err)
	w.win.SetMainMenu(nil)
	do := start.TroubleActions{Again: again, Quit: w.quit}
	if w.settings.Unread() == nil {
		do.Other, do.Sample = w.openDatabase, w.beginSample
		if before := w.settings.Database; before != "" && before != path {
			do.Before, do.BeforeName = func() { w.reopenDatabase(before) }, filepath.Base(before)
		}
	}
	s := start.NewTrouble(w.win, w.words, path, err, do)
	w.win.SetContent(widgets.NewStage(s.Content()))
	s.Show()
}

func (w *Window) closeDatabase() {
	if w.db == nil {
		return
	}
	w.endedWell()
	w.unsubscribe()
	if err := w.db.Close(); err != nil {
		machine.LogError("close", err)
	}
	w.db = nil
	w.findWords.Forget()
	w.undo, w.savedAt, w.saved = nil, time.Time{}, nil // they speak of the database that is closed
}

// quit keeps the draft, closes the database and ends.
func (w *Window) quit() {
	w.closeScreen()
	w.closeDatabase()
	w.endedWell()
	if !w.second {
		w.forgetViewed()
	}
	w.deafen()
	w.rememberWindow()
	w.win.SetCloseIntercept(nil)
	w.win.Close()
}

func (w *Window) identity() store.Identity {
	return store.Identity{Officer: w.settings.Officer, Laptop: w.settings.Laptop, Origin: w.settings.Origin}
}

func (w *Window) setLanguage(code string) {
	lang, err := i18n.Parse(code)
	if err != nil {
		lang = i18n.SerbianLatin
	}
	w.words = i18n.For(lang)
	w.findWords.Forget()
	widgets.Speak(w.words)
}

// run does work off the thread of the window, then done on it.
func (w *Window) run(work func() error, done func(error)) {
	if w.opt.Inline {
		done(work())
		return
	}
	go func() {
		err := work()
		fyne.Do(func() { done(err) })
	}()
}

func (w *Window) onThread(f func()) {
	if w.opt.Inline {
		f()
		return
	}
	fyne.Do(f)
}
