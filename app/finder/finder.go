// Package finder is the quick find of the window: what is typed, what was found for it, the commands and the saved searches, and what
// happens when one of them is chosen. It draws nothing (widgets.FindPanel does) and opens nothing by itself: the window that makes it
// says what opening a record, acting on it and running a command mean. It never searches on the window's thread.
package finder

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/find"
)

// Store is what a Finder reads and keeps.
type Store interface {
	Search(ctx context.Context, q data.Search, limit int) ([]data.Hit, error)
	Terms(ctx context.Context) ([]*data.Term, error)
	Settlements(ctx context.Context) ([]*data.Settlement, error)
	SaveSearch(ctx context.Context, name, typed string) (data.ID, error)
	DropSearch(ctx context.Context, name string) (data.ID, error)
}

// Command is something the menus can do, in the reader's words, with its key.
type Command struct {
	Word, Keys string
	Do         func()
}

// Act is what Ctrl+Enter does with a hit: what it is called, and how.
type Act struct {
	Word string
	Do   func()
}

// Window is what the finder asks of the window.
type Window interface {
	// Run does work off the window's thread, then done on it.
	Run(work func() error, done func(error))
	// Open shows what was found; Act is what else may be done with it.
	Open(data.Hit)
	Act(data.Hit) Act
	// New begins a stakeholder with a name.
	New(name string)
	Icon(recordType string) fyne.Resource
	PlaceName(latin, cyrillic string) string
	Commands() []Command
	Saved() []data.SavedSearch
	// Said tells what was done, with Undo.
	Said(text string, batch data.ID)
	Fail(error)
	Closed()
}

// How many hits are asked for: with nothing typed, while typing, and of one type alone.
const (
	recent  = 8
	quick   = 30
	several = 100
)

// Finder is open from Ctrl+K until something was chosen.
type Finder struct {
	ctx    context.Context
	win    Window
	db     Store
	p      *i18n.Printer
	panel  *widgets.FindPanel
	words  *Words
	stop   context.CancelFunc // ends the search that is on its way
	asked  int                // which search is the newest: answers to others are dropped
	wait   bool               // its answer is still to come
	after  []func()           // keys that were pressed before it
	offers []find.Candidate   // how what was typed may go on
	naming string             // what is being given a name; "" while searching
	names  bool
	closed bool
}

// Words are the values of the search language. They are the same until terms or settlements change, so the window keeps them from one
// Finder to the next.
type Words struct{ words *find.Words }

// Forget lets them be read anew.
func (w *Words) Forget() { w.words = nil }

// New makes the finder of a window.
func New(ctx context.Context, parent fyne.Window, win Window, db Store, p *i18n.Printer, words *Words) *Finder {
	f := &Finder{ctx: ctx, win: win, db: db, p: p, words: words, panel: widgets.NewFindPanel(parent, p.T("find.hint"))}
	f.panel.OnTyped = f.typed
	f.panel.OnMarked = f.foot
	f.panel.OnChoose = func(*widgets.FindRow) { f.choose(func(r *widgets.FindRow) { r.Do() }) }
	f.panel.OnTab = f.complete
	f.panel.OnEscape = f.Escape
	return f
}

// Open shows it, with a search to begin with.
func (f *Finder) Open(typed string) { f.panel.Open(typed) }

// IsOpen tells whether it has the keys: no question lies over it.
func (f *Finder) IsOpen() bool { return f.panel.IsOpen() }

// Panel is what it draws on.
func (f *Finder) Panel() *widgets.FindPanel { return f.panel }

// Close takes it away; what is still on its way comes to nothing.
func (f *Finder) Close() {
	if f.closed {
		return
	}
	f.closed = true
	f.forget()
	f.panel.Close()
	f.win.Closed()
}

// Escape goes back from giving a name to the search, else closes.
func (f *Finder) Escape() {
	if f.names {
		f.endNaming()
		return
	}
	f.Close()
}

// Undo takes back typing.
func (f *Finder) Undo() { f.panel.Undo() }

// Act does the other thing with the marked row, as Ctrl+Enter; where there is none, what Enter does.
func (f *Finder) Act() {
	f.choose(func(r *widgets.FindRow) {
		if r.Act != nil {
			r.Act()
		} else {
			r.Do()
		}
	})
}

// choose does something with the marked row; while its search is on its way, with the first of what comes: the rows that are still seen
// were found for something else.
func (f *Finder) choose(do func(*widgets.FindRow)) {
	switch r := f.panel.Marked(); {
	case f.names:
		f.keep()
	case f.wait:
		f.after = append(f.after, func() { f.choose(do) })
	case r != nil && r.Do != nil:
		do(r)
	}
}

// answer is what one search found.
type answer struct {
	typed  string
	query  data.Search
	parts  []find.Part
	offers []find.Candidate
	hits   []data.Hit
	limit  int
}

func (f *Finder) forget() {
	f.asked++
	f.wait, f.after = false, nil
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
}

// typed looks for what stands in the field. The keys never wait for it.
func (f *Finder) typed(text string, caret int) {
	if f.names {
		f.nameTyped()
		return
	}
	f.forget()
	f.wait = true
	mine, words := f.asked, f.words.words
	ctx, cancel := context.WithCancel(f.ctx)
	f.stop = cancel
	a := answer{typed: text}
	f.win.Run(func() (err error) {
		if words == nil {
			if words, err = f.learn(ctx); err != nil {
				return err
			}
		}
		a.query, a.parts = find.Parse(text, *words)
		a.offers = find.Complete(text, caret, *words, string(f.p.Lang()))
		switch {
		case a.query.Empty():
			a.limit = recent
		case len(a.query.Types) == 1:
			a.limit = several
		default:
			a.limit = quick
		}
		a.hits, err = f.db.Search(ctx, a.query, a.limit)
		return err
	}, func(err error) {
		if mine != f.asked { // something else was typed since, or the panel is closed
			return
		}
		cancel()
		f.wait = false
		if err != nil {
			f.Close()
			f.win.Fail(err)
			return
		}
		f.words.words = words
		f.show(a)
	})
}

// learn reads the values of the search language.
func (f *Finder) learn(ctx context.Context) (*find.Words, error) {
	terms, err := f.db.Terms(ctx)
	if err != nil {
		return nil, err
	}
	places, err := f.db.Settlements(ctx)
	if err != nil {
		return nil, err
	}
	words := f.p.WithTerms(terms).FindWords(terms, places)
	return &words, nil
}

// show brings an answer to the panel, and does what the keys wanted that were pressed before it came.
func (f *Finder) show(a answer) {
	if len(a.offers) == 1 && a.whole() {
		a.offers = nil // it stands there already
	}
	f.offers = a.offers
	rows, at := f.rows(a)
	f.panel.SetRows(rows, at)
	f.aside()
	for todo := f.after; len(todo) > 0 && !f.closed; todo = todo[1:] {
		f.after = nil
		todo[0]()
		if f.wait { // that asked for something else: the rest waits for it
			f.after = todo[1:]
			return
		}
	}
	f.after = nil
}

// complete takes what Tab offers: the marked way to go on, else the first.
func (f *Finder) complete(back bool) bool {
	switch {
	case f.names:
		return true
	case f.wait: // what is offered goes with what was typed before
		f.after = append(f.after, func() { f.complete(back) })
		return true
	case back || len(f.offers) == 0:
		return false
	}
	f.take(f.offered(f.panel.Marked()))
	return true
}

// offered is the way to go on that is marked, else the first.
func (f *Finder) offered(r *widgets.FindRow) find.Candidate {
	i := slices.IndexFunc(f.offers, func(c find.Candidate) bool { return r != nil && r.Makes && r.Text == c.Label })
	return f.offers[max(i, 0)]
}

// take puts a candidate in place of what it completes.
func (f *Finder) take(c find.Candidate) {
	text := f.panel.Text()
	if c.Start > c.End || c.End > len(text) {
		return
	}
	rest := text[c.End:]
	if len(rest) > 0 && rest[0] == ' ' && len(c.Text) > 0 && c.Text[len(c.Text)-1] == ' ' {
		rest = rest[1:]
	}
	f.panel.SetTextAt(text[:c.Start]+c.Text+rest, c.Start+len(c.Text))
}
