package record

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/widgets"
	"dogovor/data"
)

// rowsRead is how far the rows are read.
type rowsRead struct {
	next   data.Cursor
	total  int
	any    bool // there are records at all
	asked  int  // generation of the rows asked for: late answers are dropped
	came   bool // they were shown once, and brought to where they were left
	other  bool // a person asked for other rows since they were shown
	beside bool // what stands beside them is to be read again
}

func (l *List[R, F]) buildTable() {
	l.table = widgets.NewTable(l.of.Columns)
	l.table.SetSort(l.of.Order(l.filter))
	l.table.OnSort = func(column string, descending bool) {
		l.of.SetOrder(&l.filter, column, descending)
		l.keepOrder(column, descending)
		l.load()
	}
	l.table.OnNeedMore = l.more
	l.table.OnSelect = func(r R) { l.open(l.of.ID(r)) }
	l.table.OnOpen = func(R) {
		l.sides.ShowDetail()
		l.readPage()
	}
}

// keepOrder remembers the column, with a minus when it descends.
func (l *List[R, F]) keepOrder(column string, descending bool) {
	if !l.of.KeepOrder {
		return
	}
	if descending {
		column = "-" + column
	}
	l.host.Remember(l.of.Words+".sort", column)
}

func (l *List[R, F]) recallOrder() {
	if s := l.host.Recall(l.of.Words + ".sort"); l.of.KeepOrder && s != "" {
		l.of.SetOrder(&l.filter, strings.TrimPrefix(s, "-"), strings.HasPrefix(s, "-"))
	}
}

func (l *List[R, F]) isShown(r R) bool { return l.of.ID(r) == l.shown }

// read gets the first rows of what the filter leaves.
func (l *List[R, F]) read(limit int, show func([]R)) {
	l.rows.asked++
	asked, f, all, again := l.rows.asked, l.filter, l.plain(), l.rows.beside
	var got data.PageOf[R]
	var total, any int
	beside := func() {}
	l.host.Load(func(ctx context.Context) (err error) {
		if again {
			if beside, err = l.readBeside(ctx); err != nil {
				return err
			}
		}
		if got, err = l.of.Rows(ctx, f, data.Page{Limit: limit}); err == nil {
			total, err = l.of.Count(ctx, f)
		}
		if any = total; err == nil && total == 0 {
			any, err = l.of.Count(ctx, all)
		}
		return err
	}, func() {
		if asked != l.rows.asked {
			return
		}
		beside()
		l.rows.beside = false
		l.rows.next, l.rows.total, l.rows.any = got.Next, total, any > 0
		l.table.SetEmpty(l.empty())
		show(got.Rows)
		if l.shown.IsZero() {
			l.sides.SetDetail(l.nothing())
		}
		l.tellCount()
		l.Headline()
	})
}

// readBeside reads what is seen besides rows and page.
func (l *List[R, F]) readBeside(ctx context.Context) (func(), error) {
	var shows []func()
	for _, read := range []func(context.Context) (func(), error){l.of.Beside, l.readOptions} {
		if read == nil {
			continue
		}
		show, err := read(ctx)
		if err != nil {
			return nil, err
		}
		shows = append(shows, show)
	}
	return func() {
		for _, show := range shows {
			show()
		}
	}, nil
}

// load shows the rows from the first, or as far as they were left. What is shown beside them stays when it is among them, or was opened
// itself; when other rows were asked for, the first of them is shown.
func (l *List[R, F]) load() {
	left := l.place.Left
	if l.rows.came {
		left.Rows = 0
	}
	l.read(RowsLeft(left, pageSize), func(rows []R) {
		l.table.SetRows(rows)
		found := l.table.Select(l.isShown)
		if left.Rows > 0 {
			l.table.ScrollTo(left.List)
		}
		switch other := l.rows.other && !l.isAsking(); {
		case found || !other && !l.shown.IsZero():
		case len(rows) > 0:
			l.table.SelectFirst()
		default:
			l.closePage()
		}
		l.rows.came, l.rows.other = true, false
	})
}

// Reload reads again what is shown, without moving; what is being typed on the page stays.
func (l *List[R, F]) Reload() {
	l.rows.beside = true
	if !l.rows.came || l.rows.other {
		l.load()
	} else {
		l.read(max(pageSize, len(l.table.Rows())), func(rows []R) { l.table.Replace(rows, l.isShown) })
	}
	l.Reread()
}

// more reads on from the last row.
func (l *List[R, F]) more() {
	if l.rows.next == "" {
		return
	}
	asked, f, after := l.rows.asked, l.filter, l.rows.next
	var got data.PageOf[R]
	l.host.Load(func(ctx context.Context) (err error) {
		got, err = l.of.Rows(ctx, f, data.Page{After: after, Limit: pageSize})
		return err
	}, func() {
		if asked == l.rows.asked && l.rows.next == after {
			l.rows.next = got.Next
			l.table.Append(got.Rows)
			l.tellCount()
		}
	})
}

func (l *List[R, F]) tellCount() {
	w := l.host.Words()
	if l.rows.total == 0 {
		l.table.SetFooter("")
		return
	}
	l.table.SetFooter(w.T("common.showing", "Shown", w.Int(len(l.table.Rows())), "Total", w.Int(l.rows.total)))
}

// empty says why there is no row, and what to do.
func (l *List[R, F]) empty() fyne.CanvasObject {
	switch {
	case l.rows.any && l.isNarrowed():
		return widgets.NewEmpty(theme.SearchIcon(), l.word("nothing"), l.word("clear"), l.Clear)
	case l.inBin():
		return widgets.NewEmpty(theme.DeleteIcon(), l.word("bin.empty"), l.word("bin.leave"), func() { l.ShowBin(false) })
	}
	return widgets.NewEmpty(l.of.Icon, l.word("empty"), l.word("new"), l.add)
}

// plain is the filter that keeps nothing out, of the list or of the bin, in the order there is.
func (l *List[R, F]) plain() F {
	f := l.of.All
	if l.inBin() {
		*l.of.Binned(&f) = true
	}
	column, descending := l.of.Order(l.filter)
	l.of.SetOrder(&f, column, descending)
	return f
}

// isNarrowed tells whether something keeps rows out. Printed, an empty list of a filter is the same as none.
func (l *List[R, F]) isNarrowed() bool { return fmt.Sprint(l.filter) != fmt.Sprint(l.plain()) }
