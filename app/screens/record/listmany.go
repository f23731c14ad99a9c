package record

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// ManyOf says what can be done with several rows of a list at once. They go to the bin where there is one.
type ManyOf struct {
	DB      ManyStore
	Columns []string // that are set, or gain an entry; their messages are "many.<column>"
	// Export writes the lines of rows into a file.
	Export func(path string, heads []string, lines [][]string) error
}

// ManyStore is what the list asks of the store for it.
type ManyStore interface {
	SetMany(ctx context.Context, recordType string, ids []data.ID, column, value string) (batch data.ID, n int, err error)
	BinMany(ctx context.Context, recordType string, ids []data.ID) (batch data.ID, n int, err error)
}

// mostAtOnce is how many rows Ctrl+A marks.
const mostAtOnce = 5000

// buildMany lets rows be marked.
func (l *List[R, F]) buildMany() {
	l.manyView = widgets.Column(look.Unit)
	l.manyView.Hide()
	if l.of.Many == nil {
		return
	}
	l.table.Many(func(r R) string { return l.of.ID(r).String() })
	l.table.OnMarks = l.showMany
	l.table.OnMarkAll = l.markAll
}

// showMany tells how many rows are marked and what can be done with them.
func (l *List[R, F]) showMany() {
	n := 0
	if l.of.Many != nil && !l.inBin() {
		n = len(l.table.Marked())
	}
	was := l.manyView.Hidden
	l.manyView.Hidden = n == 0
	if n > 0 {
		w := l.host.Words()
		row := []fyne.CanvasObject{look.NewText(w.N("many.selected", n), look.StrongStyle)}
		for _, column := range l.of.Many.Columns {
			row = append(row, widgets.QuietButton(w.T("many."+column), func() { l.askMany(column) }))
		}
		if l.of.Many.Export != nil {
			row = append(row, widgets.QuietButton(w.T("many.export"), l.exportMany))
		}
		if l.of.Binned != nil {
			row = append(row, widgets.QuietButton(w.T("common.move_to_bin"), l.binMany))
		}
		l.manyView.Objects = []fyne.CanvasObject{widgets.Flow(look.Unit/2, append(row, widgets.QuietButton(w.T("many.none"), l.unmark))...)}
	}
	l.manyView.Refresh()
	if was != l.manyView.Hidden || n > 0 {
		l.head.Refresh()
		l.side.Refresh()
	}
}

// unmark marks nothing; it tells whether something was.
func (l *List[R, F]) unmark() {
	l.table.Mark(nil)
	widgets.Focus(l.table)
}

func (l *List[R, F]) anyMarked() bool {
	return l.of.Many != nil && len(l.table.Marked()) > 0
}

// markAll marks all that the filter leaves, also what was not read yet.
func (l *List[R, F]) markAll() {
	f := l.filter
	var all []R
	l.host.Load(func(ctx context.Context) error {
		got, err := l.of.Rows(ctx, f, data.Page{Limit: mostAtOnce})
		all = got.Rows
		return err
	}, func() { l.table.Mark(all) })
}

func (l *List[R, F]) marked() (ids []data.ID) {
	for _, r := range l.table.Marked() {
		ids = append(ids, l.of.ID(r))
	}
	return ids
}

// askMany asks for what a column of the marked rows shall say.
func (l *List[R, F]) askMany(column string) {
	w := l.host.Words()
	f, _ := l.of.Type.Field(column)
	value := func() string { return "" }
	var content fyne.CanvasObject
	apply := func() {
		if v := data.CleanLine(value()); v != "" {
			l.doMany("many.changed", func(ctx context.Context, ids []data.ID) (data.ID, int, error) {
				return l.of.Many.DB.SetMany(ctx, l.of.Type.Name, ids, column, v)
			})
		}
	}
	if f.Code {
		c := widgets.NewChoice(w, l.host.Choices(VocabularyOf(l.of.Type, column)))
		value, content, c.OnEnter = c.Key, c, apply
	} else {
		e := widgets.NewEntry()
		e.SetMax(data.MaxLine, w.N("widgets.too_long", data.MaxLine))
		e.OnEnter = apply
		value, content = func() string { return e.Text }, e
	}
	field := widgets.NewField(Label(l.host, l.of.Type, column), content)
	l.manyView.Objects = []fyne.CanvasObject{
		look.NewText(w.N("many.selected", len(l.table.Marked())), look.StrongStyle),
		widgets.Row(widgets.Part(1, 180, field), widgets.Part(0, 0, widgets.SecondaryButton(w.T("many.apply"), apply)),
			widgets.Part(0, 0, widgets.QuietButton(w.T("common.cancel"), func() {
				l.showMany()
				widgets.Focus(l.table)
			}))),
	}
	l.manyView.Refresh()
	l.head.Refresh()
	l.side.Refresh()
	widgets.Focus(content)
}

func (l *List[R, F]) binMany() {
	l.doMany("many.binned", func(ctx context.Context, ids []data.ID) (data.ID, int, error) {
		return l.of.Many.DB.BinMany(ctx, l.of.Type.Name, ids)
	})
}

// doMany does something with the marked rows in one batch.
func (l *List[R, F]) doMany(said string, do func(context.Context, []data.ID) (data.ID, int, error)) {
	ids := l.marked()
	var batch data.ID
	var n int
	l.host.Load(func(ctx context.Context) (err error) {
		batch, n, err = do(context.WithoutCancel(ctx), ids)
		return err
	}, func() {
		l.unmark()
		l.host.Done(l.host.Words().N(said, n), batch)
		l.Reload()
	})
}

// exportMany writes the marked rows with the columns of the list into a file.
func (l *List[R, F]) exportMany() {
	rows := l.table.Marked()
	var heads []string
	for _, c := range l.of.Columns {
		heads = append(heads, c.Title)
	}
	lines := make([][]string, len(rows))
	for i, r := range rows {
		for _, c := range l.of.Columns {
			lines[i] = append(lines[i], c.Text(r))
		}
	}
	dialogs.SaveFile(l.host.Window(), l.word("title")+".xlsx", func(to fyne.URIWriteCloser) {
		path := filepath.FromSlash(to.URI().Path())
		_ = to.Close() // written whole, or not at all
		l.host.Load(func(context.Context) error { return l.of.Many.Export(path, heads, lines) }, func() {
			l.host.Done(l.host.Words().T("many.exported", "Path", path), data.ID{})
		})
	})
}
