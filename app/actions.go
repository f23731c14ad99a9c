package app

import (
	"context"
	"path/filepath"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/machine"
	"dogovor/app/printing"
	"dogovor/app/screens/settings"
	"dogovor/data"
	"dogovor/data/store"
	"dogovor/reports"
)

// settingsActions are what the Settings screen may do to the window.
func (w *Window) settingsActions() settings.Actions {
	return settings.Actions{
		State: settings.State{Officer: w.settings.Officer, Laptop: w.settings.Laptop, Look: w.settings.Look, Scale: w.settings.Scale,
			Database: w.settings.Database, Sample: w.isSample},
		Change:   w.changeSettings,
		Language: w.switchLanguage,
		Open:     w.openDatabase,
		Own:      func() { w.openDatabase(w.ownDatabase()) },
		SampleDB: w.beginSample,
		Backup:   w.backup,
	}
}

// changeSettings takes over what was chosen, unless something is wrong with it.
func (w *Window) changeSettings(s settings.State) data.Problems {
	next := *w.settings
	next.Officer, next.Laptop, next.Look, next.Scale = s.Officer, s.Laptop, s.Look, s.Scale
	next.Clean()
	if p := next.Validate(); len(p) > 0 {
		return p
	}
	relook := next.Look != w.settings.Look
	*w.settings = next
	if err := w.settings.Save(); err != nil {
		w.fail(err)
	}
	w.db.SetOfficer(w.settings.Officer, w.settings.Laptop)
	w.countOverdue() // Today counts what that officer sees to
	if relook {
		w.setLook()
		w.showAgain()
	}
	return nil
}

func (w *Window) ownDatabase() string { return filepath.Join(w.opt.Dirs.Data, "dogovor.db") }

// backup copies the open database whole, beside it.
func (w *Window) backup() {
	path := w.settings.Database + "." + w.opt.Now().Format("2006-01-02-150405") + ".bak"
	db := w.db // another may be open by the time this one is read
	w.run(func() error { return db.Backup(w.ctx, path) }, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.said(w.words.T("window.backup_done", "Path", path), data.ID{})
	})
}

// maker writes reports of one database for the Reports screen: the same way as the command line does.
type maker struct {
	w  *Window
	db *store.Store // not the window's: another may be open by the time a report is read
}

// Write makes a report in a language.
func (m maker) Write(ctx context.Context, path string, r reports.Report, lang i18n.Lang, ask reports.Ask) error {
	words, err := m.words(ctx, lang, &ask)
	if err != nil {
		return err
	}
	d, err := reports.Make(ctx, m.db, r, ask, words)
	if err != nil {
		return err
	}
	return reports.Write(path, d)
}

// Printers are those of this system.
func (m maker) Printers(ctx context.Context) ([]printing.Printer, error) {
	return printing.Printers(ctx)
}

// PrintFile makes a report as a PDF that lies nowhere but in a private copy, and gives that to a printer. The copy stays until the
// program ends: a system may read it late.
func (m maker) PrintFile(ctx context.Context, name string, r reports.Report, lang i18n.Lang, ask reports.Ask, printer string, copies int) error {
	words, err := m.words(ctx, lang, &ask)
	if err != nil {
		return err
	}
	d, err := reports.Make(ctx, m.db, r, ask, words)
	if err != nil {
		return err
	}
	body, err := reports.PDF(d)
	if err != nil {
		return err
	}
	path, err := m.w.privateCopy(name, body)
	if err != nil {
		return err
	}
	return printing.Print(ctx, path, printer, copies)
}

// words are those the report speaks with, those of the database among them; it gives them to the second language of ask, too.
func (m maker) words(ctx context.Context, lang i18n.Lang, ask *reports.Ask) (*i18n.Printer, error) {
	terms, err := m.db.Terms(ctx)
	if err != nil {
		return nil, err
	}
	ask.Made = m.w.opt.Now()
	if ask.Second != nil {
		ask.Second = ask.Second.WithTerms(terms)
	}
	return i18n.For(lang).WithTerms(terms), nil
}

// Show opens a file in the system's viewer.
func (m maker) Show(path string) error {
	return m.w.openFile(path)
}

// Folder is where reports are offered to be written.
func (m maker) Folder() string { return m.w.opt.Dirs.Documents }

func (w *Window) setLook() {
	w.app.Settings().SetTheme(look.New(look.Options{Variant: look.Variant(w.settings.Look)}))
}

// rememberWindow keeps the small settings of the window for the next start.
func (w *Window) rememberWindow() {
	if w.settings.FirstStart() {
		return
	}
	rememberSize(w.settings, w.win.Canvas().Size())
	if err := w.settings.Save(); err != nil {
		machine.LogError("settings", err)
	}
}
