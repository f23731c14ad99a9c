package app

import (
	"context"

	"dogovor/app/i18n"
	"dogovor/data/store"
	"dogovor/reports"
)

// papers make sheets to take along or to hang up. What they name is private: they lie nowhere but in the copy that the viewer shows.
type papers struct {
	*host
	db *store.Store // not the window's: another may be open by the time a sheet is read
}

// open makes a report as a PDF and opens it in the system's viewer.
func (p papers) open(ctx context.Context, name string, r reports.Report, lang i18n.Lang, ask reports.Ask) error {
	terms, err := p.db.Terms(ctx)
	if err != nil {
		return err
	}
	if ask.Second != nil {
		ask.Second = ask.Second.WithTerms(terms)
	}
	d, err := reports.Make(ctx, p.db, r, ask, i18n.For(lang).WithTerms(terms))
	if err != nil {
		return err
	}
	body, err := reports.PDF(d)
	if err != nil {
		return err
	}
	return p.View(name, body)
}
