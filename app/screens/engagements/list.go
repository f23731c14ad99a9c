package engagements

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

const (
	pageRows = 50
	splitKey = "engagements.split" // where the border between list and page was left
)

// list shows engagements and, beside them, the page of the one selected. It is also the bin, and the evidence of a figure.
type list struct {
	host   screens.Host
	db     Store
	place  screens.Place
	w      *i18n.Printer
	filter data.EngagementFilter

	rows   []data.EngagementRow
	next   data.Cursor
	total  int
	any    bool // there are engagements at all
	turn   int  // of the rows asked for last: older answers are dropped
	places []*data.Settlement
	drafts []draft
	shown  data.ID // whose page is shown

	table  *widgets.Table[data.EngagementRow]
	split  *widgets.ListDetail
	page   *page
	bar    *filterBar
	head   *fyne.Container
	left   *fyne.Container // head and table
	bin    *widgets.Link
	root   *fyne.Container
	loaded bool
}

// List makes the list; place.Record is opened beside it, place.Filter (data.EngagementFilter) narrows it, place.Title says which figure
// it is the evidence of.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	l := &list{host: host, db: db, place: place, w: host.Words(), shown: place.Record}
	l.filter, _ = place.Filter.(data.EngagementFilter)
	l.table = l.newTable()
	l.page = newPage(host, db, l.binned)
	l.bar = newFilterBar(l)
	l.head = widgets.Column(look.Unit)
	l.bin = widgets.NewLink(l.w.T("common.bin"), func() {
		host.Go(screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{Binned: true}})
	})
	l.bin.Hidden = l.filter.Binned || l.evidence()
	l.left = record.ListSide(l.head, l.table, l.bin)
	offset, _ := strconv.ParseFloat(host.Recall(splitKey), 64)
	if offset == 0 {
		offset = .54
	}
	l.split = widgets.NewListDetail(l.w, l.left, l.page.root, offset)
	l.split.OnMoved = func(at float64) { host.Remember(splitKey, strconv.FormatFloat(at, 'f', 4, 64)) }
	l.split.OnBack = func() { widgets.Focus(l.table) }
	l.table.TapOpens = l.split.Narrow
	l.root = container.NewStack(l.split)
	l.headline()
	return l
}

// Title is for the window.
func (l *list) Title() string {
	if l.filter.Binned {
		return l.w.T("engagements.bin.title")
	}
	return l.w.T("engagements.list")
}

// Content is for the window.
func (l *list) Content() fyne.CanvasObject { return l.root }

// Show loads and gives the keys to the table.
func (l *list) Show() {
	widgets.Focus(l.table)
	if l.place.Left.Focus == screens.InSearch {
		widgets.Focus(l.bar.search)
	}
	l.load(false)
}

// Reload keeps the place in the list and the page beside it.
func (l *list) Reload() { l.load(true) }

// Close has nothing to keep.
func (l *list) Close() {}

// Action is the one main action.
func (l *list) Action() (string, func()) {
	return l.w.T("engagements.new"), func() { l.host.Go(screens.Place{Area: screens.Engagements, Edit: true}) }
}

// Place is where a person is now.
func (l *list) Place() screens.Place {
	return screens.Place{Area: screens.Engagements, Record: l.shown, Filter: l.filter, Title: l.place.Title,
		Left: record.LeftAs(l.host, len(l.rows), l.table, l.split, l.bar.search, l.page.scroll)}
}

// Edit opens the form of the engagement that is shown.
func (l *list) Edit() {
	if e := l.page.e; e != nil && !e.Binned {
		l.host.Go(screens.Place{Area: screens.Engagements, Record: e.ID, Edit: true})
	}
}

// Find puts the keys into the search.
func (l *list) Find() {
	l.split.ShowList()
	widgets.Focus(l.bar.search)
}

// Leave goes out by one step: from the page to the list, from a search to all, from the evidence to its figure.
func (l *list) Leave() {
	switch {
	case l.split.InDetail() || l.page.scroll != nil && l.page.scroll.HasFocus():
		l.split.ShowList()
		widgets.Focus(l.table)
	case l.bar.isOpen():
		l.bar.open(false)
	case l.filter.Text != "":
		l.bar.search.SetText("")
		widgets.Focus(l.table)
	case record.ToRows(l.host, l.split, l.table): // that was the step
	case l.evidence():
		l.host.Back()
	}
}

// load reads the first rows; with keep as many as there are now, at the same place.
func (l *list) load(keep bool) {
	l.turn++
	turn, filter, limit := l.turn, l.filter, pageRows
	switch {
	case keep:
		limit = max(limit, len(l.rows))
	case !l.loaded:
		limit = record.RowsLeft(l.place.Left, pageRows)
	}
	var found data.EngagementPage
	var total, all int
	var places []*data.Settlement
	var drafts []draft
	l.host.Load(func(ctx context.Context) (err error) {
		if found, err = l.db.Engagements(ctx, filter, data.Page{Limit: limit}); err != nil {
			return err
		}
		if total, err = l.db.CountEngagements(ctx, filter); err != nil {
			return err
		}
		if all = total; total == 0 {
			if all, err = l.db.CountEngagements(ctx, data.EngagementFilter{}); err != nil {
				return err
			}
		}
		if places, err = l.db.Settlements(ctx); err != nil {
			return err
		}
		drafts, err = findDrafts(ctx, l.db)
		return err
	}, func() {
		if turn != l.turn {
			return
		}
		l.rows, l.next, l.total, l.any = found.Rows, found.Next, total, all > 0
		l.places, l.drafts = places, drafts
		l.fill(keep)
	})
}

func (l *list) fill(keep bool) {
	if keep {
		l.table.Replace(l.rows, func(r data.EngagementRow) bool { return r.ID == l.shown })
	} else {
		l.table.SetRows(l.rows)
	}
	l.table.SetEmpty(l.empty())
	l.footer()
	l.headline()
	first := !l.loaded
	l.loaded = true
	switch {
	case !l.shown.IsZero():
		l.table.Select(func(r data.EngagementRow) bool { return r.ID == l.shown })
		if first {
			l.back()
		}
		l.page.show(l.shown)
	case len(l.rows) > 0:
		l.table.SelectFirst()
	default:
		l.page.clear(l.any)
	}
}

// back brings the list to where it was left.
func (l *list) back() {
	left := l.place.Left
	if left.Rows > 0 {
		l.table.ScrollTo(left.List)
	}
	if !left.InList {
		l.split.ShowDetail()
	}
	l.page.then = func() { record.PageBack(left, l.split, l.page.scroll) }
}

func (l *list) more() {
	if l.next == "" {
		return
	}
	turn, filter, after := l.turn, l.filter, l.next
	l.next = ""
	var found data.EngagementPage
	l.host.Load(func(ctx context.Context) (err error) {
		found, err = l.db.Engagements(ctx, filter, data.Page{After: after, Limit: pageRows})
		return err
	}, func() {
		if turn != l.turn {
			return
		}
		l.rows, l.next = append(l.rows, found.Rows...), found.Next
		l.table.Append(found.Rows)
		l.footer()
	})
}

func (l *list) footer() {
	if l.total == 0 {
		l.table.SetFooter("")
		return
	}
	l.table.SetFooter(l.w.T("common.showing", "Shown", l.w.Int(len(l.rows)), "Total", l.w.Int(l.total)))
}

func (l *list) show(id data.ID) {
	l.shown = id
	l.page.show(id)
}

// binned follows what was moved to the bin or restored on the page: it is in another list now.
func (l *list) binned() {
	l.shown = data.ID{}
	l.split.ShowList()
	widgets.Focus(l.table)
	l.load(false)
}

// narrow shows what a changed filter leaves.
func (l *list) narrow() {
	l.shown = data.ID{}
	l.load(false)
}

// headline is what stands above the table: drafts, evidence or bin, search and filters.
func (l *list) headline() {
	var parts []fyne.CanvasObject
	switch {
	case l.evidence():
		parts = append(parts, record.Banner(l.w.T("engagements.evidence", "Figure", l.place.Title), widgets.NewLink(l.w.T("engagements.evidence.leave"), l.all)))
	case l.filter.Binned:
		parts = append(parts, record.Banner(l.w.T("engagements.bin.banner"), widgets.NewLink(l.w.T("engagements.bin.leave"), l.all)))
	default:
		if line := l.draftLine(); line != nil {
			parts = append(parts, line)
		}
	}
	l.head.Objects = append(parts, l.bar.view(l.places))
	l.head.Refresh()
	l.left.Refresh()
}

// evidence tells whether the list is what stands behind a figure.
func (l *list) evidence() bool { return l.place.Title != "" && len(l.filter.IDs) > 0 }

func (l *list) all() { l.host.Go(screens.Place{Area: screens.Engagements}) }

// empty says why nothing is here, and what to do.
func (l *list) empty() fyne.CanvasObject {
	switch {
	case l.filter.Binned:
		return widgets.NewEmpty(theme.DeleteIcon(), l.w.T("engagements.bin.empty"), l.w.T("engagements.bin.leave"), l.all)
	case l.any:
		return widgets.NewEmpty(theme.SearchIcon(), l.w.T("engagements.nothing"), l.w.T("engagements.clear"), l.bar.clear)
	}
	word, do := l.Action()
	return widgets.NewEmpty(theme.DocumentCreateIcon(), l.w.T("engagements.empty"), word, do)
}

// find looks for stakeholders off the window's thread.
func (l *list) find(text string, each func(data.StakeholderRow)) {
	rows, err := l.db.FindStakeholders(context.Background(), text, 2*fewValues)
	if err != nil {
		l.host.Load(func(context.Context) error { return err }, func() {})
	}
	for _, r := range rows {
		each(r)
	}
}
