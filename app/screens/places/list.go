package places

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

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

type list = record.List[row, view]

// List is the list of settlements; with place.Record it shows that one's page.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	g := &gazetteer{host: host, db: db}
	byName := view{sort: "name"}
	return record.NewList(host, db, place, record.ListOf[row, view]{
		Document: func(data.Record) string { return "village" },
		Area:     screens.Places, Words: "places", Type: data.Settlements, Icon: theme.HomeIcon(),
		Columns: columns(host), ID: func(r row) data.ID { return r.ID },
		Beside: g.read, Rows: g.rows, Count: g.count,
		Read: func(ctx context.Context, id data.ID) (record.Shown, error) { return read(ctx, host, db, id) },

		All: byName, Start: byName,
		Text:     func(v *view) *string { return &v.text },
		Order:    func(v view) (string, bool) { return v.sort, v.down },
		SetOrder: func(v *view, column string, descending bool) { v.sort, v.down = column, descending },
	})
}

func columns(host screens.Host) []widgets.Col[row] {
	w := host.Words()
	quiet := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	recent := w.T("places.column.engagements")
	return []widgets.Col[row]{
		{ID: "name", Title: w.T("places.column.name"), Width: 130, Grow: 3, Sortable: true, Text: func(r row) string { return r.name }},
		{ID: "other", Title: w.T("places.column.other_script"), Width: 120, Grow: 3, Priority: 3, Text: func(r row) string { return r.other }, Style: quiet},
		{ID: "municipality", Title: w.T("places.column.municipality"), Width: 90, Grow: 2, Priority: 1, Sortable: true,
			Text: func(r row) string { return host.PlaceName(r.Municipality, i18n.Cyrillic(r.Municipality)) }},
		{ID: "population", Title: w.T("places.column.population"), Width: 84, Right: true, Priority: 4, Sortable: true, Text: func(r row) string {
			if r.Population == nil {
				return "–"
			}
			return w.Int(*r.Population)
		}},
		{ID: "recent", Title: recent, Width: look.Measure(recent, look.LabelStyle) + 18, Right: true, Priority: 2, Sortable: true,
			Text: func(r row) string { return w.Int(r.recent) }},
	}
}

// gazetteer is all settlements. There are few of them: they are read at once, searched and sorted here.
type gazetteer struct {
	host screens.Host
	db   Store
	all  atomic.Pointer[[]row]
}

// read reads them with what happened there.
func (g *gazetteer) read(ctx context.Context) (func(), error) {
	places, err := g.db.Settlements(ctx)
	if err != nil {
		return nil, err
	}
	year := g.year()
	all := make([]row, len(places))
	for i, p := range places {
		r := row{Settlement: p}
		r.name, r.other = scripts(g.host, p)
		if r.recent, err = g.db.CountEngagements(ctx, data.EngagementFilter{Settlements: []data.ID{p.ID}, Statuses: []string{"held"}, From: year.From, To: year.To}); err != nil {
			return nil, err
		}
		all[i] = r
	}
	g.all.Store(&all)
	return func() {}, nil
}

// year is the twelve months up to today.
func (g *gazetteer) year() data.Period {
	today := record.Today(g.host)
	before := data.DateOf(today.Time(data.HomeZone()).AddDate(-1, 0, 0))
	return data.Period{From: before.AddDays(1), To: today}
}

// rows are those that a search leaves, in the order asked for.
func (g *gazetteer) rows(_ context.Context, v view, _ data.Page) (data.PageOf[row], error) {
	rows := g.found(v)
	slices.SortStableFunc(rows, func(a, b row) int {
		if v.down {
			return -g.compare(v.sort, a, b)
		}
		return g.compare(v.sort, a, b)
	})
	return data.PageOf[row]{Rows: rows}, nil
}

func (g *gazetteer) count(_ context.Context, v view) (int, error) { return len(g.found(v)), nil }

func (g *gazetteer) found(v view) (rows []row) {
	want := fold.Key(v.text)
	for _, r := range *g.all.Load() {
		if want == "" || strings.Contains(fold.Key(strings.Join(append([]string{r.Name, r.Municipality}, r.OtherNames...), " ")), want) {
			rows = append(rows, r)
		}
	}
	return rows
}

func (g *gazetteer) compare(by string, a, b row) int {
	c := 0
	switch by {
	case "municipality":
		c = g.host.Words().Compare(a.Municipality, b.Municipality)
	case "population":
		c = people(a) - people(b)
	case "recent":
		c = a.recent - b.recent
	}
	if c == 0 {
		c = g.host.Words().Compare(a.name, b.name)
	}
	return c
}

// scripts are the names of a settlement in the reader's script and in the other one.
func scripts(host screens.Host, p *data.Settlement) (name, other string) {
	if name = host.PlaceName(p.Name, p.NameCyrl); name != p.Name {
		return name, p.Name
	}
	return name, p.NameCyrl
}

// people is the population, those of whom it is not known first.
func people(r row) int {
	if r.Population == nil {
		return -1
	}
	return *r.Population
}
