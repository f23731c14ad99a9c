package record

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// ListStore is what a list with its pages asks of the store.
type ListStore interface {
	FormStore
	Save(ctx context.Context, recs ...data.Record) (data.ID, error)
	History(ctx context.Context, recordType string, id data.ID) ([]data.Change, error)
	Bin(ctx context.Context, recordType string, id data.ID) (data.ID, error)
	Restore(ctx context.Context, recordType string, id data.ID) (data.ID, error)
}

// ListOf says what the list of one record type has of its own: R is a row of it, F what narrows it. From Chips on all may be left out.
type ListOf[R, F any] struct {
	Area  string // of the navigation
	Words string // what its messages begin with: "tasks" for tasks.title, tasks.find and so on (see List.word)
	Type  *data.Type
	Icon  fyne.Resource // shown where there is nothing

	Columns []widgets.Col[R]
	ID      func(R) data.ID
	Rows    func(ctx context.Context, f F, p data.Page) (data.PageOf[R], error)
	Count   func(ctx context.Context, f F) (int, error)
	Read    func(ctx context.Context, id data.ID) (Shown, error) // the page of one, also of one in the bin

	All      F                // leaves nothing out
	Start    F                // what is seen when nothing else was asked for
	Text     func(*F) *string // what is searched for
	Order    func(F) (column string, descending bool)
	SetOrder func(f *F, column string, descending bool)

	Chips     []Chip[F]                             // what narrows it beside the search
	Binned    func(*F) *bool                        // without it nothing of the kind is ever thrown away
	KeepOrder bool                                  // the order is remembered between starts
	New       func(F) any                           // the filter that a new record is made with: what is known of it
	Steps     []Step                                // what happens to a record
	Values    func(column, typed string) []string   // suggestions in steps, for columns that the store has no values of
	Evidence  string                                // message above the rows behind a figure, with {{.Figure}}; else its name alone
	Document  func(data.Record) string              // the report that Ctrl+P makes of the record shown
	Above     func() fyne.CanvasObject              // what else stands above the search; nil when nothing does
	Bar       func(l *List[R, F]) Bar               // search and filters, where chips are too little
	Many      *ManyOf                               // what can be done with several rows at once
	Beside    func(context.Context) (func(), error) // reads what else is seen, before the rows, when the list is shown or data changed; func shows it
}

// Bar is what stands above the rows to narrow them.
type Bar interface {
	View() fyne.CanvasObject // as it stands now; asked for whenever something changed
	Close() bool             // Esc closes what is open in it, and tells whether there was something
}

// pageSize is how many rows are read at a time.
const pageSize = 50

// List is the screen of an area: its rows with search, filters, order, count and bin, and beside them the page of the one selected.
type List[R, F any] struct {
	host   screens.Host
	db     ListStore
	of     ListOf[R, F]
	place  screens.Place // as it was come to
	filter F
	shown  data.ID // whose page is beside the rows
	stands string  // what the filter stands for when it is the evidence of a figure

	root     *fyne.Container
	head     *fyne.Container
	manyView *fyne.Container // what can be done with the rows that are marked
	side     *fyne.Container // head and table
	search   *widgets.Entry
	bar      Bar
	bin      *widgets.Link
	table    *widgets.Table[R]
	sides    *widgets.ListDetail

	readOptions func(context.Context) (func(), error) // of the chips

	rows   rowsRead
	page   *widgets.Page
	paged  data.ID // whose page that is
	on     Shown   // what it shows
	gone   bool    // what was to be shown is there no more
	asking *Asking // the step that is being said, perhaps on the page of another record
	asked  string  // the step that is being said, in words, until the page shows what came of it
	then   func()  // once, when a page is shown
	opened int     // generation of the page asked for: late answers are dropped
}

// NewList makes the list; place.Record is opened beside it, place.Filter (F) narrows it, place.Title says what it is the evidence of.
func NewList[R, F any](host screens.Host, db ListStore, place screens.Place, of ListOf[R, F]) *List[R, F] {
	l := &List[R, F]{host: host, db: db, of: of, place: place, shown: place.Record, stands: place.Title}
	l.rows.beside = true
	var asked bool
	if l.filter, asked = place.Filter.(F); !asked {
		if l.filter = of.Start; !place.Record.IsZero() {
			l.filter = of.All
		}
		l.recallOrder()
	}
	l.build()
	return l
}

func (l *List[R, F]) build() {
	l.search = widgets.NewEntry().Hint(l.word("find"))
	l.search.Text = *l.of.Text(&l.filter)
	l.search.OnChanged = l.searched
	l.search.OnEnter = l.toRows
	l.buildTable()
	l.buildMany()
	if l.of.Bar != nil {
		l.bar = l.of.Bar(l)
	} else {
		chips := newChipBar(l.host, l.search, l.of.Chips, l.Filter, l.narrowTo)
		l.bar, l.readOptions = chips, chips.readOptions
	}
	l.head = widgets.Column(look.Unit)
	var bin fyne.CanvasObject
	if l.of.Binned != nil {
		l.bin = widgets.NewLink(l.host.Words().T("common.bin"), func() { l.ShowBin(true) })
		bin = l.bin
	}
	offset, _ := strconv.ParseFloat(l.host.Recall(l.of.Words+".split"), 64)
	if offset == 0 {
		offset = .54
	}
	l.side = ListSide(l.head, l.table, bin)
	l.sides = widgets.NewListDetail(l.host.Words(), l.side, l.nothing(), offset)
	l.sides.OnMoved = func(offset float64) {
		l.host.Remember(l.of.Words+".split", strconv.FormatFloat(offset, 'f', 3, 64))
	}
	l.sides.OnBack = func() { widgets.Focus(l.table) }
	l.table.TapOpens = l.sides.Narrow
	l.root = container.NewStack(l.sides)
	l.Headline()
}

// word is a message of the area. Every area has those that are named here and below, as assets/messages/commitments.toml shows them.
func (l *List[R, F]) word(key string, args ...any) string {
	return l.host.Words().T(l.of.Words+"."+key, args...)
}

// Title is for the window.
func (l *List[R, F]) Title() string {
	if l.inBin() {
		return l.word("bin.title")
	}
	if l.asked != "" {
		return l.host.Words().T("record.asking", "Title", l.word("title"), "Step", l.asked)
	}
	return l.word("title")
}

// Content is for the window.
func (l *List[R, F]) Content() fyne.CanvasObject { return l.root }

// Action adds a record.
func (l *List[R, F]) Action() (string, func()) { return l.word("new"), l.add }

func (l *List[R, F]) add() {
	p := screens.Place{Area: l.of.Area, Edit: true}
	if l.of.New != nil {
		p.Filter = l.of.New(l.filter)
	}
	l.host.Go(p)
}

// Filter is what narrows the rows now.
func (l *List[R, F]) Filter() F { return l.filter }

// Table is the rows.
func (l *List[R, F]) Table() *widgets.Table[R] { return l.table }

// Search is the field above them.
func (l *List[R, F]) Search() *widgets.Entry { return l.search }

// Shown is what the page beside the rows shows, nil when there is none.
func (l *List[R, F]) Shown() Shown { return l.on }

// Total is how many rows the filter leaves.
func (l *List[R, F]) Total() int { return l.rows.total }

// Show loads the rows and the page, and starts in the rows, or where the list was left.
func (l *List[R, F]) Show() {
	left := l.place.Left
	widgets.Focus(l.table)
	if left.Focus == screens.InSearch {
		widgets.Focus(l.search)
	}
	if !l.place.Record.IsZero() {
		if !left.InList {
			l.sides.ShowDetail()
		}
		l.then = func() { PageBack(left, l.sides, l.page) }
	}
	l.load()
	if !l.place.Record.IsZero() {
		l.open(l.place.Record)
	}
}

// Close has nothing to keep.
func (l *List[R, F]) Close() {}

// Place is where the person came to.
func (l *List[R, F]) Place() screens.Place {
	return screens.Place{Area: l.of.Area, Record: l.shown, Filter: l.filter, Title: l.stands,
		Left: LeftAs(l.host, len(l.table.Rows()), l.table, l.sides, l.search, l.page)}
}

// Edit opens the form of the record shown.
func (l *List[R, F]) Edit() {
	if !l.shown.IsZero() && (l.on == nil || !l.on.Subject().Head().Binned) {
		l.host.Go(screens.Place{Area: l.of.Area, Record: l.shown, Edit: true})
	}
}

// Print leads to the document of the record shown, or to all documents.
func (l *List[R, F]) Print() {
	to := screens.Place{Area: screens.Reports}
	if l.of.Document != nil && l.on != nil && !l.shown.IsZero() {
		to.Filter = screens.Document{Report: l.of.Document(l.on.Subject()), About: l.shown}
	}
	l.host.Go(to)
}

// Save keeps the step that is being said on the page.
func (l *List[R, F]) Save() {
	if l.isAsking() {
		l.asking.Save()
	}
}

// Find goes to the search field.
func (l *List[R, F]) Find() {
	l.sides.ShowList()
	widgets.Focus(l.search)
	l.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Leave goes out by one step: it closes what is open on the page, goes from the page to the rows, takes a search back, goes from the bin to
// the list and from the evidence to its figure.
func (l *List[R, F]) Leave() {
	switch {
	case l.isAsking():
		l.endStep()
	case l.sides.InDetail() || l.page != nil && l.page.HasFocus():
		l.sides.ShowList()
		widgets.Focus(l.table)
	case l.anyMarked():
		l.unmark()
	case l.bar.Close(): // that was the step; and so below
	case *l.of.Text(&l.filter) != "":
		l.search.SetText("")
		widgets.Focus(l.table)
	case ToRows(l.host, l.sides, l.table):
	case l.inBin():
		l.ShowBin(false)
	case l.stands != "":
		l.host.Back()
	}
}
