package places

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/fold"
)

// row is one settlement in the list.
type row struct {
	*data.Settlement
	name, other string // in the reader's script and in the other one
	recent      int    // engagements held in the last twelve months
}

// view is what is seen of the list and in which order.
type view struct {
	text, sort string
	down       bool
}

// list is all settlements with the page of the one selected. There are few of them: they are read at once and searched here.
type list struct {
	host   screens.Host
	db     Store
	record data.ID // shown on the page
	left   screens.Left
	page   *widgets.Page
	paged  data.ID // whose page that is
	then   func()  // once, when a page is shown
	view

	root   *fyne.Container
	search *widgets.Entry
	table  *widgets.Table[row]
	sides  *widgets.ListDetail
	all    []row
	asked  int // generation of what was asked for: late answers are dropped
	opened int
}

// List is the list of settlements; with place.Record it shows that one's page.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	l := &list{host: host, db: db, record: place.Record, left: place.Left, view: view{sort: "name"}}
	if v, ok := place.Filter.(view); ok {
		l.view = v
	}
	l.build()
	return l
}

func (l *list) build() {
	w := l.host.Words()
	l.search = widgets.NewEntry().Hint(w.T("places.find"))
	l.search.SetText(l.text)
	l.search.OnChanged = func(text string) {
		l.text = text
		l.show()
	}
	l.search.OnEnter = func() {
		if len(l.table.Rows()) > 0 {
			widgets.Focus(l.table)
			l.table.SelectFirst()
		}
	}
	number := func(n int) string { return w.Int(n) }
	type col = widgets.Col[row]
	quiet := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	recent := w.T("places.column.engagements")
	l.table = widgets.NewTable([]col{
		{ID: "name", Title: w.T("places.column.name"), Width: 130, Grow: 3, Sortable: true, Text: func(r row) string { return r.name }},
		{ID: "other", Title: w.T("places.column.other_script"), Width: 120, Grow: 3, Priority: 3, Text: func(r row) string { return r.other }, Style: quiet},
		{ID: "municipality", Title: w.T("places.column.municipality"), Width: 90, Grow: 2, Priority: 1, Sortable: true, Text: func(r row) string { return municipality(l.host, r.Settlement) }},
		{ID: "population", Title: w.T("places.column.population"), Width: 84, Right: true, Priority: 4, Sortable: true, Text: func(r row) string {
			if r.Population == nil {
				return "–"
			}
			return number(*r.Population)
		}},
		{ID: "recent", Title: recent, Width: look.Measure(recent, look.LabelStyle) + 18, Right: true, Priority: 2, Sortable: true, Text: func(r row) string { return number(r.recent) }},
	})
	l.table.SetSort(l.sort, l.down)
	l.table.OnSort = func(column string, down bool) {
		l.sort, l.down = column, down
		l.show()
	}
	l.table.OnSelect = func(r row) {
		l.record = r.ID
		l.open(r.ID)
	}
	l.table.OnOpen = func(row) {
		l.sides.ShowDetail()
		l.read()
	}
	left := record.ListSide(l.search, l.table, nil)
	offset, _ := strconv.ParseFloat(l.host.Recall("places.split"), 64)
	if offset == 0 {
		offset = .54
	}
	l.sides = widgets.NewListDetail(w, left, widgets.NewEmpty(theme.HomeIcon(), w.T("places.choose"), "", nil), offset)
	l.sides.OnMoved = func(offset float64) { l.host.Remember("places.split", strconv.FormatFloat(offset, 'f', 3, 64)) }
	l.sides.OnBack = func() { widgets.Focus(l.table) }
	l.table.TapOpens = l.sides.Narrow
	l.root = container.NewStack(l.sides)
}

// Title is for the window.
func (l *list) Title() string { return l.host.Words().T("places.title") }

// Content is for the window.
func (l *list) Content() fyne.CanvasObject { return l.root }

// Action adds a settlement.
func (l *list) Action() (string, func()) { return l.host.Words().T("places.new"), l.add }

func (l *list) add() { l.host.Go(screens.Place{Area: screens.Places, Edit: true}) }

// Show loads the rows and the page, and starts in the rows.
func (l *list) Show() {
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
	l.then = func() { record.PageBack(left, l.sides, l.page) }
	l.open(l.record)
}

// Reload reads again what is shown.
func (l *list) Reload() {
	l.load()
	if !l.record.IsZero() {
		l.open(l.record)
	}
}

// Close has nothing to keep.
func (l *list) Close() {}

// Place is where the person came to.
func (l *list) Place() screens.Place {
	return screens.Place{Area: screens.Places, Record: l.record, Filter: view{l.text, l.sort, l.down},
		Left: record.LeftAs(l.host, len(l.table.Rows()), l.table, l.sides, l.search, l.page)}
}

// Edit opens the form of the settlement shown.
func (l *list) Edit() {
	if !l.record.IsZero() {
		l.host.Go(screens.Place{Area: screens.Places, Record: l.record, Edit: true})
	}
}

// Find goes to the search field.
func (l *list) Find() {
	l.sides.ShowList()
	widgets.Focus(l.search)
	l.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Leave goes from the page to the rows, and takes a search back.
func (l *list) Leave() {
	switch {
	case l.sides.InDetail() || l.page != nil && l.page.HasFocus():
		l.sides.ShowList()
		widgets.Focus(l.table)
	case l.text != "":
		l.search.SetText("")
		widgets.Focus(l.table)
	default:
		record.ToRows(l.host, l.sides, l.table)
	}
}

// year is the twelve months up to today.
func (l *list) year() data.Period {
	today := data.DateOf(l.host.Now().In(data.HomeZone()))
	before := data.DateOf(today.Time(data.HomeZone()).AddDate(-1, 0, 0))
	return data.Period{From: before.AddDays(1), To: today}
}

// load reads all settlements with what happened there.
func (l *list) load() {
	l.asked++
	asked, year := l.asked, l.year()
	var all []row
	l.host.Load(func(ctx context.Context) error {
		places, err := l.db.Settlements(ctx)
		for _, p := range places {
			r := row{Settlement: p}
			r.name, r.other = scripts(l.host, p)
			if r.recent, err = l.db.CountEngagements(ctx, data.EngagementFilter{Settlements: []data.ID{p.ID}, Statuses: []string{"held"}, From: year.From, To: year.To}); err != nil {
				return err
			}
			all = append(all, r)
		}
		return err
	}, func() {
		if asked == l.asked {
			l.all = all
			l.show()
			if l.left.Rows > 0 {
				l.table.ScrollTo(l.left.List)
				l.left = screens.Left{}
			}
		}
	})
}

// show puts those rows on the screen that the search leaves, in the order asked for.
func (l *list) show() {
	w := l.host.Words()
	want := fold.Key(l.text)
	var rows []row
	for _, r := range l.all {
		if want == "" || strings.Contains(fold.Key(strings.Join(append([]string{r.Name, r.Municipality}, r.OtherNames...), " ")), want) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		c := l.compare(a, b)
		if l.down {
			return -c
		}
		return c
	})
	if len(l.all) == 0 {
		l.table.SetEmpty(widgets.NewEmpty(theme.HomeIcon(), w.T("places.empty.text"), w.T("places.new"), l.add))
	} else {
		l.table.SetEmpty(widgets.NewEmpty(theme.SearchIcon(), w.T("places.nothing.text"), "", nil))
	}
	l.table.SetRows(rows)
	if !l.table.Select(func(r row) bool { return r.ID == l.record }) && l.record.IsZero() && !l.sides.Narrow() && want == "" {
		l.table.SelectFirst()
	}
	l.table.SetFooter("")
	if len(l.all) > 0 {
		l.table.SetFooter(w.T("common.showing", "Shown", w.Int(len(rows)), "Total", w.Int(len(l.all))))
	}
}

func (l *list) compare(a, b row) int {
	switch l.sort {
	case "municipality":
		if c := l.host.Words().Compare(a.Municipality, b.Municipality); c != 0 {
			return c
		}
	case "population":
		if c := people(a) - people(b); c != 0 {
			return c
		}
	case "recent":
		if c := a.recent - b.recent; c != 0 {
			return c
		}
	}
	return l.host.Words().Compare(a.name, b.name)
}

// scripts are the names of a settlement in the reader's script and in the other one.
func scripts(host screens.Host, p *data.Settlement) (name, other string) {
	if name = host.PlaceName(p.Name, p.NameCyrl); name != p.Name {
		return name, p.Name
	}
	return name, p.NameCyrl
}

// municipality is in the reader's script, which it is not stored in.
func municipality(host screens.Host, p *data.Settlement) string {
	return host.PlaceName(p.Municipality, i18n.Cyrillic(p.Municipality))
}

// people is the population, those of whom it is not known first.
func people(r row) int {
	if r.Population == nil {
		return -1
	}
	return *r.Population
}
