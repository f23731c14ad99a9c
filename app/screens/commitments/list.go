package commitments

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

const (
	pageSize = 50 // rows read at a time
	splitKey = "commitments.split"
)

// list is the ledger with the page of the promise selected in it.
type list struct {
	host   screens.Host
	db     Store
	filter data.CommitmentFilter
	record data.ID // shown on the page
	stands string  // what the filter stands for when it is the evidence of a figure
	left   screens.Left
	then   func() // once, when a page is shown

	root   *fyne.Container
	search *widgets.Entry
	chips  *filterChips
	above  *fyne.Container
	table  *widgets.Table[data.CommitmentRow]
	sides  *widgets.ListDetail
	page   *page
	next   data.Cursor
	total  int
	any    bool // there are promises at all
	asked  int  // generation of the rows asked for: late answers are dropped
	opened int  // and of the page
}

// List is the ledger; with place.Record it shows that promise's page. Without a filter it shows what is still open, the most urgent first.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	l := &list{host: host, db: db, record: place.Record, stands: place.Title, left: place.Left}
	var asked bool
	if l.filter, asked = place.Filter.(data.CommitmentFilter); !asked && place.Record.IsZero() {
		l.filter.State = data.CommitmentOpen
	}
	l.filter.Today = record.Today(host)
	l.build()
	return l
}

func (l *list) build() {
	w := l.host.Words()
	l.search = widgets.NewEntry().Hint(w.T("commitments.find"))
	l.search.Text = l.filter.Text
	l.search.OnChanged = func(text string) {
		l.filter.Text = text
		l.load()
	}
	l.search.OnEnter = l.toRows
	l.chips = newFilterChips(l.host, func(f data.CommitmentFilter) {
		l.filter.State, l.filter.Owner, l.filter.Topic, l.filter.Settlement = f.State, f.Owner, f.Topic, f.Settlement
		l.load()
	})
	l.buildTable()
	l.above = container.NewStack()
	bar := widgets.Column(look.Unit, l.above, widgets.Row(widgets.Part(2, 200, l.search), widgets.Part(3, 240, l.chips.view)))
	bin := widgets.NewLink(w.T("common.bin"), func() { l.showBin(true) })
	left := record.ListSide(bar, l.table, bin)
	offset, _ := strconv.ParseFloat(l.host.Recall(splitKey), 64)
	if offset == 0 {
		offset = .54
	}
	l.sides = widgets.NewListDetail(w, left, l.nothing(), offset)
	l.sides.OnMoved = func(offset float64) { l.host.Remember(splitKey, strconv.FormatFloat(offset, 'f', 3, 64)) }
	l.sides.OnBack = func() { widgets.Focus(l.table) }
	l.table.TapOpens = l.sides.Narrow
	l.root = container.NewStack(l.sides)
	l.tellAbove()
}

// nothing stands where no page is; where there is nothing to choose it says nothing.
func (l *list) nothing() fyne.CanvasObject {
	if l.total == 0 {
		return container.NewStack()
	}
	return widgets.NewEmpty(theme.ConfirmIcon(), l.host.Words().T("commitments.choose"), "", nil)
}

// Title is for the window.
func (l *list) Title() string {
	if l.filter.Binned {
		return l.host.Words().T("commitments.bin.title")
	}
	return l.host.Words().T("commitments.title")
}

// Content is for the window.
func (l *list) Content() fyne.CanvasObject { return l.root }

// Action adds a promise.
func (l *list) Action() (string, func()) { return l.host.Words().T("commitments.new"), l.add }

func (l *list) add() {
	p := screens.Place{Area: screens.Commitments, Edit: true}
	if known := (data.CommitmentFilter{Stakeholder: l.filter.Stakeholder, Settlement: l.filter.Settlement, Engagement: l.filter.Engagement}); !known.Stakeholder.IsZero() || !known.Settlement.IsZero() || !known.Engagement.IsZero() {
		p.Filter = known
	}
	l.host.Go(p)
}

// Show loads the rows and the page, and starts in the rows.
func (l *list) Show() {
	l.chips.load(l.db, l.filter)
	widgets.Focus(l.table)
	if l.left.Focus == screens.InSearch {
		widgets.Focus(l.search)
	}
	left := l.left // the rows take it
	l.load()
	if l.record.IsZero() {
		return
	}
	if !left.InList {
		l.sides.ShowDetail()
	}
	l.then = func() { record.PageBack(left, l.sides, l.page.scroll) }
	l.open(l.record)
}

// Close has nothing to keep.
func (l *list) Close() {}

// Place is where the person came to.
func (l *list) Place() screens.Place {
	var page *widgets.Page
	if l.page != nil {
		page = l.page.scroll
	}
	return screens.Place{Area: screens.Commitments, Record: l.record, Filter: l.filter, Title: l.stands,
		Left: record.LeftAs(l.host, len(l.table.Rows()), l.table, l.sides, l.search, page)}
}

// Edit opens the form of the promise shown.
func (l *list) Edit() {
	if !l.record.IsZero() && (l.page == nil || !l.page.known.c.Binned) {
		l.host.Go(screens.Place{Area: screens.Commitments, Record: l.record, Edit: true})
	}
}

// Save keeps what is being said on the page: that the promise was done, told, moved or withdrawn.
func (l *list) Save() {
	if l.page != nil && l.page.step != nil {
		l.page.step.save()
	}
}

// Find goes to the search field.
func (l *list) Find() {
	l.sides.ShowList()
	widgets.Focus(l.search)
	l.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Leave closes what is open on the page, goes from the page to the rows, from the bin to the ledger, and takes a search back.
func (l *list) Leave() {
	switch {
	case l.page != nil && l.page.step != nil:
		l.page.close()
	case l.sides.InDetail() || l.page != nil && l.page.scroll.HasFocus():
		l.sides.ShowList()
		widgets.Focus(l.table)
	case l.filter.Text != "":
		l.search.SetText("")
		widgets.Focus(l.table)
	case record.ToRows(l.host, l.sides, l.table): // that was the step
	case l.filter.Binned:
		l.showBin(false)
	case l.stands != "":
		l.host.Back()
	}
}
