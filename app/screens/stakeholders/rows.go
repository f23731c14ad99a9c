package stakeholders

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// sortKey is where the order of the register is remembered: the column, with a minus when it descends.
const sortKey = "stakeholders.sort"

func (l *list) recallSort() {
	s := l.host.Recall(sortKey)
	l.filter.Sort, l.filter.Descending = strings.TrimPrefix(s, "-"), strings.HasPrefix(s, "-")
}

func (l *list) buildTable() {
	w := l.host.Words()
	type col = widgets.Col[data.StakeholderRow]
	quiet := func(data.StakeholderRow) look.Style {
		return look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
	}
	l.table = widgets.NewTable([]col{
		{ID: "name", Title: w.T("stakeholders.column.name"), Width: 150, Grow: 4, Sortable: true, Text: func(r data.StakeholderRow) string { return r.Name }},
		{ID: "groups", Title: w.T("stakeholders.column.groups"), Width: 110, Grow: 3, Priority: 3, Text: l.groupsOf},
		{ID: "settlement", Title: w.T("stakeholders.column.settlement"), Width: 92, Grow: 2, Priority: 2, Sortable: true,
			Text: func(r data.StakeholderRow) string { return l.host.PlaceName(r.SettlementName, r.SettlementCyrl) }},
		{ID: "place", Title: w.T("stakeholders.column.place"), Width: 140, Grow: 3, Priority: 4, Text: record.Post, Style: quiet},
		{ID: "weight", Title: w.T("stakeholders.column.weight"), Width: 72, Priority: 5, Text: weightOf},
		{ID: "last_met", Title: w.T("stakeholders.column.last_met"), Width: max(record.DayWidth(l.host), look.Measure(w.T("stakeholders.column.last_met"), look.LabelStyle)+18), Right: true, Priority: 1, Sortable: true,
			Text: func(r data.StakeholderRow) string {
				if r.LastMet == "" {
					return w.T("stakeholders.never_met")
				}
				return w.Day(r.LastMet)
			},
			Style: func(r data.StakeholderRow) look.Style {
				if r.LastMet == "" {
					return look.Style{Size: look.SizeSmall, Color: look.ColorSecondary}
				}
				return look.BodyStyle
			}},
	})
	sorted := l.filter.Sort
	if sorted == "" {
		sorted = "name"
	}
	l.table.SetSort(sorted, l.filter.Descending)
	l.table.OnSort = func(column string, descending bool) {
		l.filter.Sort, l.filter.Descending = column, descending
		if descending {
			column = "-" + column
		}
		l.host.Remember(sortKey, column)
		l.load()
	}
	l.table.OnNeedMore = l.more
	l.table.OnSelect = func(r data.StakeholderRow) {
		l.record = r.ID
		l.open(r.ID)
	}
	l.table.OnOpen = func(r data.StakeholderRow) {
		l.sides.ShowDetail()
		l.read()
	}
}

func (l *list) groupsOf(r data.StakeholderRow) string {
	words := make([]string, len(r.Groups))
	for i, g := range r.Groups {
		words[i] = l.host.Term(data.Groups.List, g)
	}
	return strings.Join(words, ", ")
}

// weightOf is influence and interest, as "4 / 2".
func weightOf(r data.StakeholderRow) string {
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

func (l *list) isRecord(r data.StakeholderRow) bool { return r.ID == l.record }

// load reads the first rows of what the filter leaves.
func (l *list) load() {
	l.asked++
	asked, f, limit := l.asked, l.filter, record.RowsLeft(l.left, pageSize)
	var got data.StakeholderPage
	var total int
	l.host.Load(func(ctx context.Context) (err error) {
		if got, err = l.db.Stakeholders(ctx, f, data.Page{Limit: limit}); err == nil {
			total, err = l.db.CountStakeholders(ctx, f)
		}
		return err
	}, func() {
		if asked != l.asked {
			return
		}
		l.next, l.total = got.Next, total
		l.table.SetEmpty(l.empty())
		l.table.SetRows(got.Rows)
		if !l.table.Select(l.isRecord) && l.record.IsZero() && !l.sides.Narrow() && f.Text == "" {
			l.table.SelectFirst()
		}
		if l.left.Rows > 0 {
			l.table.ScrollTo(l.left.List)
			l.left = screens.Left{}
		}
		if l.record.IsZero() {
			l.sides.SetDetail(l.nobody())
		}
		l.tellCount()
	})
}

// more reads on from the last row.
func (l *list) more() {
	if l.next == "" {
		return
	}
	asked, f, after := l.asked, l.filter, l.next
	var got data.StakeholderPage
	l.host.Load(func(ctx context.Context) (err error) {
		got, err = l.db.Stakeholders(ctx, f, data.Page{After: after, Limit: pageSize})
		return err
	}, func() {
		if asked == l.asked && l.next == after {
			l.next = got.Next
			l.table.Append(got.Rows)
			l.tellCount()
		}
	})
}

func (l *list) tellCount() {
	w := l.host.Words()
	if l.total == 0 {
		l.table.SetFooter("")
		return
	}
	l.table.SetFooter(w.T("common.showing", "Shown", w.Int(len(l.table.Rows())), "Total", w.Int(l.total)))
}

// empty says why there is no row.
func (l *list) empty() fyne.CanvasObject {
	w := l.host.Words()
	switch f := l.filter; {
	case f.Text != "" || len(f.IDs) > 0 || f.Kind != "" || len(f.Groups) > 0 || !f.Settlement.IsZero():
		return widgets.NewEmpty(theme.SearchIcon(), w.T("stakeholders.nothing.text"), w.T("stakeholders.nothing.clear"), l.clear)
	case f.Binned:
		return widgets.NewEmpty(theme.DeleteIcon(), w.T("stakeholders.bin.empty.text"), w.T("stakeholders.bin.leave"), func() { l.showBin(false) })
	}
	return widgets.NewEmpty(theme.AccountIcon(), w.T("stakeholders.empty.text"), w.T("stakeholders.new"), l.add)
}

func (l *list) clear() {
	l.filter = data.StakeholderFilter{Binned: l.filter.Binned, Sort: l.filter.Sort, Descending: l.filter.Descending}
	l.stands = ""
	l.tellAbove()
	l.search.Text = ""
	l.search.Refresh()
	l.chips.show(l.filter)
	l.load()
	widgets.Focus(l.table)
}

// toRows goes from the search field into the rows.
func (l *list) toRows() {
	if len(l.table.Rows()) > 0 {
		widgets.Focus(l.table)
		if _, ok := l.table.Selected(); !ok {
			l.table.SelectFirst()
		}
	}
}

// showBin changes between the register and the bin.
func (l *list) showBin(binned bool) {
	l.filter.Binned = binned
	l.close()
	l.tellAbove()
	l.load()
	widgets.Focus(l.table)
}

// tellAbove says above the rows that they are not the register: the bin, or what a figure counted.
func (l *list) tellAbove() {
	w := l.host.Words()
	l.above.Objects = nil
	switch {
	case l.filter.Binned:
		l.above.Objects = []fyne.CanvasObject{record.Banner(w.T("stakeholders.bin.title"), widgets.SecondaryButton(w.T("stakeholders.bin.leave"), func() { l.showBin(false) }))}
	case l.stands != "":
		l.above.Objects = []fyne.CanvasObject{record.Banner(l.stands, widgets.SecondaryButton(w.T("stakeholders.nothing.clear"), l.clear))}
	}
	l.above.Hidden = len(l.above.Objects) == 0
	l.above.Refresh()
}
