package stakeholders

import (
	"context"
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

// pageSize is how many rows are read at a time.
const pageSize = 50

// list is the register with the page of the stakeholder selected in it.
type list struct {
	host   screens.Host
	db     Store
	filter data.StakeholderFilter
	record data.ID // shown on the page
	stands string  // what the filter stands for when it is the evidence of a figure
	left   screens.Left

	root   *fyne.Container
	search *widgets.Entry
	chips  *filterChips
	above  *fyne.Container
	table  *widgets.Table[data.StakeholderRow]
	sides  *widgets.ListDetail
	page   *page
	scroll *widgets.Page
	next   data.Cursor
	total  int
	asked  int    // generation of the rows asked for: late answers are dropped
	opened int    // and of the page
	then   func() // once, when a page is shown
}

// List is the register; with place.Record it shows that stakeholder's page.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	l := &list{host: host, db: db, record: place.Record, stands: place.Title, left: place.Left}
	l.filter, _ = place.Filter.(data.StakeholderFilter)
	if place.Filter == nil {
		l.recallSort()
	}
	l.build()
	return l
}

func (l *list) build() {
	w := l.host.Words()
	l.search = widgets.NewEntry().Hint(w.T("stakeholders.find"))
	l.search.Text = l.filter.Text
	l.search.OnChanged = func(text string) {
		l.filter.Text = text
		l.load()
	}
	l.search.OnEnter = l.toRows
	l.chips = newFilterChips(l.host, func(f data.StakeholderFilter) {
		l.filter.Kind, l.filter.Groups, l.filter.Settlement = f.Kind, f.Groups, f.Settlement
		l.load()
	})
	l.buildTable()
	l.above = container.NewStack()
	bar := widgets.Column(look.Unit, l.above, widgets.Row(widgets.Part(2, 220, l.search), widgets.Part(3, 240, l.chips.view)))
	bin := widgets.NewLink(w.T("stakeholders.bin.show"), func() { l.showBin(true) })
	left := record.ListSide(bar, l.table, bin)
	offset, _ := strconv.ParseFloat(l.host.Recall("stakeholders.split"), 64)
	if offset == 0 {
		offset = .54
	}
	l.sides = widgets.NewListDetail(w, left, l.nobody(), offset)
	l.sides.OnMoved = func(offset float64) {
		l.host.Remember("stakeholders.split", strconv.FormatFloat(offset, 'f', 3, 64))
	}
	l.sides.OnBack = func() { widgets.Focus(l.table) }
	l.table.TapOpens = l.sides.Narrow
	l.root = container.NewStack(l.sides)
	l.tellAbove()
}

// close shows nobody's page.
func (l *list) close() {
	l.opened++
	l.record, l.page, l.scroll = data.ID{}, nil, nil
	l.sides.SetDetail(l.nobody())
}

// nobody stands where no page is; where there is nobody to choose it says nothing.
func (l *list) nobody() fyne.CanvasObject {
	if l.total == 0 {
		return container.NewStack()
	}
	return widgets.NewEmpty(theme.AccountIcon(), l.host.Words().T("stakeholders.choose"), "", nil)
}

// Title is for the window.
func (l *list) Title() string {
	if l.filter.Binned {
		return l.host.Words().T("stakeholders.bin.title")
	}
	return l.host.Words().T("stakeholders.title")
}

// Content is for the window.
func (l *list) Content() fyne.CanvasObject { return l.root }

// Action adds a stakeholder.
func (l *list) Action() (string, func()) { return l.host.Words().T("stakeholders.new"), l.add }

func (l *list) add() {
	l.host.Go(screens.Place{Area: screens.Stakeholders, Edit: true})
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
	l.then = func() { record.PageBack(left, l.sides, l.scroll) }
	l.open(l.record)
}

// Reload reads again what is shown, without moving.
func (l *list) Reload() {
	l.asked++
	asked, f := l.asked, l.filter
	limit := max(pageSize, len(l.table.Rows()))
	var got data.StakeholderPage
	var total int
	l.host.Load(func(ctx context.Context) (err error) {
		if got, err = l.db.Stakeholders(ctx, f, data.Page{Limit: limit}); err == nil {
			total, err = l.db.CountStakeholders(ctx, f)
		}
		return err
	}, func() {
		if asked == l.asked {
			l.next, l.total = got.Next, total
			l.table.Replace(got.Rows, l.isRecord)
			l.tellCount()
		}
	})
	if !l.record.IsZero() {
		l.open(l.record)
	}
}

// Close has nothing to keep.
func (l *list) Close() {}

// Place is where the person came to.
func (l *list) Place() screens.Place {
	return screens.Place{Area: screens.Stakeholders, Record: l.record, Filter: l.filter, Title: l.stands,
		Left: record.LeftAs(l.host, len(l.table.Rows()), l.table, l.sides, l.search, l.scroll)}
}

// Edit opens the form of the stakeholder shown.
func (l *list) Edit() {
	if !l.record.IsZero() && (l.page == nil || !l.page.known.who.Binned) {
		l.host.Go(screens.Place{Area: screens.Stakeholders, Record: l.record, Edit: true})
	}
}

// Find goes to the search field.
func (l *list) Find() {
	l.sides.ShowList()
	widgets.Focus(l.search)
	l.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Leave goes from the page to the rows, from the bin to the register, and takes a search back.
func (l *list) Leave() {
	switch {
	case l.sides.InDetail() || l.scroll != nil && l.scroll.HasFocus():
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
