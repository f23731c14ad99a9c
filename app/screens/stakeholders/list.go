package stakeholders

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/reports"
)

type (
	row    = data.StakeholderRow
	filter = data.StakeholderFilter
	list   = record.List[row, filter]
)

// List is the register; with place.Record it shows that stakeholder's page.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	possible := newPossible(host, db)
	l := record.NewList(host, db, place, record.ListOf[row, filter]{
		Document: func(data.Record) string { return "profile" },
		Area:     screens.Stakeholders, Words: "stakeholders", Type: data.Stakeholders, Icon: theme.AccountIcon(),
		Columns: columns(host), ID: func(r row) data.ID { return r.ID },
		Rows: func(ctx context.Context, f filter, page data.Page) (data.PageOf[row], error) {
			f.Cyrillic = host.Words().Lang() == i18n.SerbianCyrillic // an alphabet of its own
			return db.Stakeholders(ctx, f, page)
		},
		Count: db.CountStakeholders,
		Read:  func(ctx context.Context, id data.ID) (record.Shown, error) { return readPage(ctx, host, db, id) },

		Text:      func(f *filter) *string { return &f.Text },
		Binned:    func(f *filter) *bool { return &f.Binned },
		Order:     order,
		SetOrder:  func(f *filter, column string, descending bool) { f.Sort, f.Descending = column, descending },
		KeepOrder: true,
		Above:     possible.view,
		Many: &record.ManyOf{DB: db, Columns: []string{"tags", "manager", "groups"}, Export: func(path string, heads []string, lines [][]string) error {
			return reports.Sheet(path, host.Words().T("stakeholders.title"), heads, lines, host.Now(), host.Words())
		}},
		Chips: []record.Chip[filter]{
			record.OneOf("stakeholders.filter.kind", host.Choices(data.StakeholderKinds.List), func(f *filter) *string { return &f.Kind }),
			record.SomeOf("stakeholders.filter.group", host.Choices(data.Groups.List), func(f *filter) *[]string { return &f.Groups }),
			record.SettlementOf(host, db, "stakeholders.filter.settlement", func(f *filter) *data.ID { return &f.Settlement }),
		},
	})
	possible.count(l.Headline)
	return l
}

func order(f filter) (string, bool) {
	if f.Sort == "" {
		return "name", f.Descending
	}
	return f.Sort, f.Descending
}

func columns(host screens.Host) []widgets.Col[row] {
	w := host.Words()
	quiet := func(row) look.Style { return look.Style{Size: look.SizeBody, Color: look.ColorSecondary} }
	met := w.T("stakeholders.column.last_met")
	return []widgets.Col[row]{
		{ID: "name", Title: w.T("stakeholders.column.name"), Width: 150, Grow: 4, Sortable: true, Text: func(r row) string { return r.Name }},
		{ID: "groups", Title: w.T("stakeholders.column.groups"), Width: 110, Grow: 3, Priority: 3, Text: func(r row) string { return groupsOf(host, r) }},
		{ID: "settlement", Title: w.T("stakeholders.column.settlement"), Width: 92, Grow: 2, Priority: 2, Sortable: true,
			Text: func(r row) string { return host.PlaceName(r.SettlementName, r.SettlementCyrl) }},
		{ID: "place", Title: w.T("stakeholders.column.place"), Width: 140, Grow: 3, Priority: 4, Text: record.Post, Style: quiet},
		{ID: "weight", Title: w.T("stakeholders.column.weight"), Width: 72, Priority: 5, Text: weightOf},
		{ID: "last_met", Title: met, Width: max(record.DayWidth(host), look.Measure(met, look.LabelStyle)+18), Right: true, Priority: 1, Sortable: true,
			Text: func(r row) string {
				if r.LastMet == "" {
					return w.T("stakeholders.never_met")
				}
				return w.Day(r.LastMet)
			},
			Style: func(r row) look.Style {
				if r.LastMet == "" {
					return look.Style{Size: look.SizeSmall, Color: look.ColorSecondary}
				}
				return look.BodyStyle
			}},
	}
}

func groupsOf(host screens.Host, r row) string {
	words := make([]string, len(r.Groups))
	for i, g := range r.Groups {
		words[i] = host.Term(data.Groups.List, g)
	}
	return strings.Join(words, ", ")
}

// weightOf is influence and interest, as "4 / 2".
func weightOf(r row) string {
	say := func(n int) string {
		if n == 0 {
			return "–"
		}
		return strconv.Itoa(n)
	}
	if r.Influence == 0 && r.Interest == 0 {
		return ""
	}
	return say(r.Influence) + " / " + say(r.Interest)
}
