package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/i18n"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// host is the window as one screen sees it. Each screen gets its own, so that what it still loads is dropped when it has gone.
type host struct {
	*window
	ctx    context.Context
	cancel context.CancelFunc
}

// window is Window under a name that leaves the method Window to the host.
type window = Window

var _ screens.Host = (*host)(nil)

func (w *Window) newHost() *host {
	h := &host{window: w}
	h.ctx, h.cancel = context.WithCancel(w.ctx)
	return h
}

// Words speak the language of the window.
func (h *host) Words() *i18n.Printer { return h.words }

// Window is the one to put dialogs over.
func (h *host) Window() fyne.Window { return h.win }

// Now is the clock.
func (h *host) Now() time.Time { return h.opt.Now() }

// Officer is who works on this laptop.
func (h *host) Officer() string { return h.settings.Officer }

// Load reads off the window's thread and shows on it.
func (h *host) Load(read func(context.Context) error, show func()) {
	h.run(func() error { return read(h.ctx) }, func(err error) {
		switch {
		case h.ctx.Err() != nil: // the screen has gone
		case err != nil:
			h.Fail(err)
		default:
			show()
			h.frame.entitle() // what is shown may be called otherwise now, as a list that became its bin
		}
	})
}

// Go shows another place.
func (h *host) Go(p screens.Place) { h.goTo(p) }

// Back shows the place before.
func (h *host) Back() { h.back() }

// Done says what was done, with Undo.
func (h *host) Done(text string, batch data.ID) { h.said(text, batch) }

// Drafted lets the status line tell that what is typed is kept.
func (h *host) Drafted(at time.Time) {
	h.draftedAt = at
	h.frame.tell()
}

// Fail shows an error.
func (h *host) Fail(err error) { h.fail(err) }

func (w *Window) fail(err error) {
	machine.LogError("window", err)
	dialogs.Error(w.win, w.words, err)
}

// Choices are the entries of a vocabulary, the users' own after the starting ones.
func (h *host) Choices(list string) []widgets.Option {
	v, _ := data.VocabularyNamed(list)
	var out []widgets.Option
	retired := map[string]bool{}
	for _, t := range h.terms[list] {
		retired[t.Code] = t.Retired
	}
	for _, code := range v.Codes {
		if !retired[code] {
			out = append(out, widgets.Option{Key: code, Label: h.Term(list, code)})
		}
	}
	for _, t := range h.terms[list] {
		if !t.Retired && !v.Has(t.Code) {
			out = append(out, widgets.Option{Key: t.Code, Label: h.Term(list, t.Code)})
		}
	}
	return out
}

// Term is the word of one entry, the users' own words included.
func (h *host) Term(list, code string) string { return h.words.Term(list, code) }

// PlaceName is a settlement's name in the reader's script.
func (h *host) PlaceName(latin, cyrillic string) string {
	if h.words.Lang() == i18n.SerbianCyrillic && cyrillic != "" {
		return cyrillic
	}
	return latin
}

// Remember keeps a small setting of the window.
func (h *host) Remember(key, value string) { h.settings.Window[key] = value }

// Recall reads it.
func (h *host) Recall(key string) string { return h.settings.Window[key] }

// loadTerms reads what users added to vocabularies, and lets the window speak it.
func (w *Window) loadTerms() {
	all, err := w.db.Terms(w.ctx)
	if err != nil {
		machine.LogError("terms", err)
		return
	}
	w.terms = map[string][]*data.Term{}
	for _, t := range all {
		w.terms[t.List] = append(w.terms[t.List], t)
	}
	w.words = i18n.For(w.words.Lang()).WithTerms(all)
}
