package commitments

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

func (l *list) buildTable() {
	w := l.host.Words()
	type col = widgets.Col[data.CommitmentRow]
	quiet := func(data.CommitmentRow) look.Style {
		return look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
	}
	l.table = widgets.NewTable([]col{
		{ID: "due", Title: w.T("commitments.column.due"), Width: record.DayWidth(l.host), Sortable: true, Text: func(r data.CommitmentRow) string {
			if r.Due == "" {
				return w.T("commitments.no_due")
			}
			return w.Day(r.Due)
		}},
		{ID: "promise", Title: w.T("commitments.column.promise"), Width: 150, Grow: 5, Text: func(r data.CommitmentRow) string { return data.CleanLine(r.Promise) }},
		{ID: "state", Title: w.T("commitments.column.state"), Width: 130, Grow: 2, Priority: 1, Text: func(r data.CommitmentRow) string {
			word, _ := record.CommitmentWords(l.host, r)
			return word
		}, Style: func(r data.CommitmentRow) look.Style {
			_, state := record.CommitmentWords(l.host, r)
			return look.Style{Size: look.SizeSmall, Bold: true, Color: state.Color()}
		}},
		{ID: "settlement", Title: w.T("commitments.column.settlement"), Width: 90, Grow: 1, Priority: 2,
			Text: func(r data.CommitmentRow) string { return l.host.PlaceName(r.SettlementName, r.SettlementCyrl) }, Style: quiet},
		{ID: "owner", Title: w.T("commitments.column.owner"), Width: 110, Grow: 2, Priority: 3, Text: func(r data.CommitmentRow) string { return r.Owner }, Style: quiet},
	})
	l.table.SetSort("due", l.filter.Descending)
	l.table.OnSort = func(_ string, descending bool) {
		l.filter.Descending = descending
		l.load()
	}
	l.table.OnNeedMore = l.more
	l.table.OnSelect = func(r data.CommitmentRow) {
		l.record = r.ID
		l.open(r.ID)
	}
	l.table.OnOpen = func(data.CommitmentRow) {
		l.sides.ShowDetail()
		if l.page != nil {
			widgets.Focus(l.page.scroll)
		}
	}
}

func (l *list) isRecord(r data.CommitmentRow) bool { return r.ID == l.record }

// read gets the first rows of what the filter leaves; late answers are dropped.
func (l *list) read(limit int, show func(data.CommitmentPage)) {
	l.asked++
	asked, f := l.asked, l.filter
	var got data.CommitmentPage
	var total, all int
	l.host.Load(func(ctx context.Context) (err error) {
		if got, err = l.db.Commitments(ctx, f, data.Page{Limit: limit}); err == nil {
			total, err = l.db.CountCommitments(ctx, f)
		}
		if all = total; err == nil && total == 0 {
			all, err = l.db.CountCommitments(ctx, data.CommitmentFilter{Today: f.Today})
		}
		return err
	}, func() {
		if asked == l.asked {
			l.next, l.total, l.any = got.Next, total, all > 0
			show(got)
			if l.record.IsZero() {
				l.sides.SetDetail(l.nothing())
			}
			l.tellCount()
		}
	})
}

func (l *list) load() {
	l.read(record.RowsLeft(l.left, pageSize), func(got data.CommitmentPage) {
		l.table.SetEmpty(l.empty())
		l.table.SetRows(got.Rows)
		if !l.table.Select(l.isRecord) && l.record.IsZero() && !l.sides.Narrow() && l.filter.Text == "" {
			l.table.SelectFirst()
		}
		if l.left.Rows > 0 {
			l.table.ScrollTo(l.left.List)
			l.left = screens.Left{}
		}
	})
}

// Reload reads again what is shown, without moving; what is being typed on the page stays.
func (l *list) Reload() {
	l.read(max(pageSize, len(l.table.Rows())), func(got data.CommitmentPage) { l.table.Replace(got.Rows, l.isRecord) })
	if !l.record.IsZero() && (l.page == nil || l.page.step == nil) {
		l.open(l.record)
	}
}

// more reads on from the last row.
func (l *list) more() {
	if l.next == "" {
		return
	}
	asked, f, after := l.asked, l.filter, l.next
	var got data.CommitmentPage
	l.host.Load(func(ctx context.Context) (err error) {
		got, err = l.db.Commitments(ctx, f, data.Page{After: after, Limit: pageSize})
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

// narrowed tells whether something but the bin keeps rows out.
func (l *list) narrowed() bool {
	f := l.filter
	return f.Text != "" || f.State != "" || f.Owner != "" || f.Topic != "" || len(f.IDs) > 0 || !f.Settlement.IsZero() || !f.Stakeholder.IsZero() || !f.Engagement.IsZero()
}

// empty says why there is no row.
func (l *list) empty() fyne.CanvasObject {
	w := l.host.Words()
	switch {
	case l.any && l.narrowed():
		return widgets.NewEmpty(theme.SearchIcon(), w.T("commitments.nothing"), w.T("commitments.clear"), l.clear)
	case l.filter.Binned:
		return widgets.NewEmpty(theme.DeleteIcon(), w.T("commitments.bin.empty"), w.T("commitments.bin.leave"), func() { l.showBin(false) })
	}
	return widgets.NewEmpty(theme.ConfirmIcon(), w.T("commitments.empty"), w.T("commitments.new"), l.add)
}

// clear shows all promises.
func (l *list) clear() {
	l.filter = data.CommitmentFilter{Binned: l.filter.Binned, Today: l.filter.Today, Descending: l.filter.Descending}
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

// showBin changes between the ledger and the bin.
func (l *list) showBin(binned bool) {
	l.filter = data.CommitmentFilter{Binned: binned, Today: l.filter.Today}
	if !binned {
		l.filter.State = data.CommitmentOpen
	}
	l.chips.show(l.filter)
	l.leavePage()
	l.tellAbove()
	l.load()
	widgets.Focus(l.table)
}

// tellAbove says above the rows that they are not the ledger: the bin, or what a figure counted.
func (l *list) tellAbove() {
	w := l.host.Words()
	l.above.Objects = nil
	switch {
	case l.filter.Binned:
		l.above.Objects = []fyne.CanvasObject{record.Banner(w.T("commitments.bin.title"), widgets.SecondaryButton(w.T("commitments.bin.leave"), func() { l.showBin(false) }))}
	case l.stands != "":
		l.above.Objects = []fyne.CanvasObject{record.Banner(l.stands, widgets.SecondaryButton(w.T("commitments.clear"), l.clear))}
	}
	l.above.Refresh()
}
