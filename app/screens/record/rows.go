package record

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// rowsView is the parts of one type in a form: a line each, and a button that adds one.
type rowsView struct {
	*Rows
	f     *Fields
	view  *fyne.Container
	lines []*rowView
	list  *fyne.Container
}

type rowView struct {
	part   data.Record
	fields []*fieldView
	remove *widgets.Button
	view   *fyne.Container
}

func newRowsView(f *Fields, r *Rows) *rowsView {
	v := &rowsView{Rows: r, f: f, list: widgets.Column(look.Unit)}
	add := widgets.SecondaryButton(f.src.Words().T(r.Add), v.addNew).WithIcon(theme.ContentAddIcon())
	v.view = widgets.Column(look.Unit, v.list, widgets.Flow(look.Unit, add))
	return v
}

func (v *rowsView) show(parts []data.Record, names Names) {
	v.lines, v.list.Objects = nil, nil
	for _, p := range parts {
		v.add(p, names)
	}
	v.relabel()
}

func (v *rowsView) add(part data.Record, names Names) *rowView {
	l := &rowView{part: part}
	var cells []widgets.Cell
	for _, spec := range v.Line {
		fv := v.f.fieldView(v.Type, spec)
		fv.Show(part, names)
		l.fields = append(l.fields, fv)
		cells = append(cells, fv.cell())
	}
	l.remove = widgets.RemoveButton("", func() { v.removeLine(l) })
	l.view = widgets.Row(append(cells, widgets.Part(0, 0, l.remove))...)
	v.lines = append(v.lines, l)
	v.list.Add(l.view)
	return l
}

// addNew adds an empty line and starts there.
func (v *rowsView) addNew() {
	v.f.silent = true
	l := v.add(v.New(data.DateOf(v.f.src.Now().In(data.HomeZone()))), nil)
	v.changed()
	v.f.silent = false
	v.f.src.Changed(v.Type.Name)
	first := l.fields[0]
	for _, fv := range l.fields {
		if fd, _ := v.Type.Field(fv.Column); fd.IsZero(l.part) {
			first = fv
			break
		}
	}
	v.f.Relayout()
	widgets.Focus(first.field)
	v.f.form.Reveal(l.view)
}

func (v *rowsView) removeLine(l *rowView) {
	i := slices.Index(v.lines, l)
	if i < 0 {
		return
	}
	v.lines = slices.Delete(v.lines, i, i+1)
	v.list.Remove(l.view)
	v.changed()
	v.f.src.Changed(v.Type.Name)
	v.f.Relayout()
	switch {
	case i < len(v.lines):
		widgets.Focus(v.lines[i].fields[0].field)
	case i > 0:
		widgets.Focus(v.lines[i-1].fields[0].field)
	}
}

func (v *rowsView) changed() {
	v.relabel()
	v.f.register()
}

// relabel heads the first line only: below it the columns say themselves.
func (v *rowsView) relabel() {
	for i, l := range v.lines {
		for _, fv := range l.fields {
			label := ""
			if i == 0 || v.Each {
				label = Label(v.f.src, v.Type, fv.Column)
			}
			fv.field.SetLabel(label)
		}
		l.remove.SetWord(v.f.src.Words().T("record.remove_row", "N", strconv.Itoa(i+1)))
		l.view.Refresh()
	}
	setVisible(v.list, len(v.lines) > 0)
	v.list.Refresh()
}

// adapt shows the fields that fit each line, and tells whether that changed anything.
func (v *rowsView) adapt() (moved bool) {
	for _, l := range v.lines {
		for _, fv := range l.fields {
			moved = setVisible(fv.field, fv.fits(l.part)) || moved
		}
	}
	return moved
}

// take writes what stands in the lines into their parts.
func (v *rowsView) take() []data.Record {
	var parts []data.Record
	for _, l := range v.lines {
		for _, fv := range l.fields {
			fv.Take(l.part)
		}
		parts = append(parts, l.part)
	}
	return parts
}

// filled are the parts in which something was written.
func (v *rowsView) filled() (parts []data.Record) {
	for _, l := range v.lines {
		if v.isFilled(l) {
			parts = append(parts, l.part)
		}
	}
	return parts
}

func (v *rowsView) isFilled(l *rowView) bool {
	return !v.Empty(l.part) || slices.ContainsFunc(l.fields, func(fv *fieldView) bool { return fv.Unread() != "" })
}

// lineOf is the line in which the nth filled part stands.
func (v *rowsView) lineOf(n int) int {
	for i, l := range v.lines {
		if v.isFilled(l) {
			if n == 0 {
				return i
			}
			n--
		}
	}
	return -1
}
