package record

import (
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/widgets"
)

// searched narrows by what stands in the search field.
func (l *List[R, F]) searched(text string) {
	if text = strings.TrimSpace(text); text != *l.of.Text(&l.filter) {
		l.Narrow(func(f *F) { *l.of.Text(f) = text })
	}
}

// Narrow changes the filter and shows what it leaves.
func (l *List[R, F]) Narrow(change func(*F)) {
	f := l.filter
	change(&f)
	l.narrowTo(f)
}

func (l *List[R, F]) narrowTo(f F) {
	if l.anyMarked() { // what is out of sight is not to be changed
		l.table.Mark(nil)
	}
	l.filter, l.rows.other = f, true
	l.load()
}

// Clear shows all of the list, or of the bin.
func (l *List[R, F]) Clear() {
	l.stands = ""
	l.setFilter(l.plain())
}

// inBin tells whether the rows are those that were thrown away.
func (l *List[R, F]) inBin() bool { return l.of.Binned != nil && *l.of.Binned(&l.filter) }

// ShowBin changes between the list and the bin.
func (l *List[R, F]) ShowBin(binned bool) {
	f := l.of.Start
	if binned {
		f = l.of.All
		*l.of.Binned(&f) = true
	}
	column, descending := l.of.Order(l.filter)
	l.of.SetOrder(&f, column, descending)
	l.stands = ""
	l.closePage()
	l.setFilter(f)
}

// setFilter narrows by something else than what stands in search and chips, and brings them after it.
func (l *List[R, F]) setFilter(f F) {
	if l.anyMarked() {
		l.table.Mark(nil)
	}
	l.filter, l.rows.other = f, true
	l.search.SetText(*l.of.Text(&f))
	l.bar.Close()
	l.Headline()
	l.load()
	widgets.Focus(l.table)
}

// toRows goes from the search field into the rows.
func (l *List[R, F]) toRows() {
	if len(l.table.Rows()) > 0 {
		widgets.Focus(l.table)
		if _, ok := l.table.Selected(); !ok {
			l.table.SelectFirst()
		}
	}
}

// Headline is what stands above the rows: that they are the bin or what a figure counted, what else the area has to say, search and filters.
func (l *List[R, F]) Headline() {
	var parts []fyne.CanvasObject
	switch {
	case l.inBin():
		parts = append(parts, Banner(l.word("bin.title"), widgets.SecondaryButton(l.word("bin.leave"), func() { l.ShowBin(false) })))
	case l.stands != "":
		said := l.stands
		if l.of.Evidence != "" {
			said = l.host.Words().T(l.of.Evidence, "Figure", said)
		}
		parts = append(parts, Banner(said, widgets.SecondaryButton(l.word("clear"), l.Clear)))
	case l.of.Above != nil:
		if above := l.of.Above(); above != nil {
			parts = append(parts, above)
		}
	}
	l.head.Objects = append(parts, l.bar.View(), l.manyView)
	if l.bin != nil {
		l.bin.Hidden = l.inBin() || l.stands != ""
		l.bin.Refresh()
	}
	l.head.Refresh()
	l.side.Refresh()
}
