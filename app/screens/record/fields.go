package record

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// formWidth is how wide a form grows: wider, the eye loses the line.
const formWidth = float32(1000)

// Fields are all editors of a form, built from the groups of its record type.
type Fields struct {
	src    *Sources
	t      *data.Type
	form   *widgets.Form
	column *fyne.Container
	groups []*groupView
	whole  data.Record // as last shown or taken: what is seen depends on it
	silent bool        // being filled: what changes was not typed
}

type groupView struct {
	Group
	view   *fyne.Container
	lines  []*lineView
	fields []*fieldView
	rows   *rowsView
}

// lineView is one line of fields; without any that fit it takes no room.
type lineView struct {
	row    *fyne.Container
	fields []*fieldView
}

type fieldView struct {
	Spec
	*Editor
	field *widgets.Field
}

// NewFields builds the form of a record type. below is what stands under the line of a field.
func (s *Sources) NewFields(t *data.Type, groups []Group, below map[string]fyne.CanvasObject) *Fields {
	f := &Fields{src: s, t: t}
	told := s.Changed
	s.Changed = func(column string) {
		if !f.silent {
			f.adapt()
			told(column)
		}
	}
	f.column = widgets.Column(look.Unit * 3)
	for _, g := range groups {
		v := f.groupView(g, below)
		f.groups = append(f.groups, v)
		f.column.Add(v.view)
	}
	f.form = widgets.NewForm(&fyne.Container{Layout: atMost(formWidth), Objects: []fyne.CanvasObject{f.column}})
	f.register()
	return f
}

func (f *Fields) groupView(g Group, below map[string]fyne.CanvasObject) *groupView {
	v := &groupView{Group: g}
	var parts []fyne.CanvasObject
	for _, line := range g.Lines {
		var cells []widgets.Cell
		var under []fyne.CanvasObject
		lv := &lineView{}
		for _, spec := range line {
			fv := f.fieldView(f.t, spec)
			v.fields, lv.fields = append(v.fields, fv), append(lv.fields, fv)
			cells = append(cells, fv.cell())
			if o := below[spec.Column]; o != nil {
				under = append(under, o)
			}
		}
		lv.row = widgets.Row(cells...)
		v.lines = append(v.lines, lv)
		parts = append(append(parts, lv.row), under...)
	}
	if g.Rows != nil {
		v.rows = newRowsView(f, g.Rows)
		parts = append(parts, v.rows.view)
	}
	if g.Title == "" {
		v.view = widgets.Column(look.Unit*1.5, parts...)
	} else {
		v.view = widgets.Column(look.Unit*1.5, append([]fyne.CanvasObject{heading(f.src.Words().T(g.Title))}, parts...)...)
	}
	return v
}

func (f *Fields) fieldView(t *data.Type, spec Spec) *fieldView {
	e := f.src.NewEditor(t, spec.Column)
	label := Label(f.src, t, spec.Column)
	if _, ok := e.Object.(*widgets.Check); ok {
		label = "" // says it itself
	}
	return &fieldView{Spec: spec, Editor: e, field: widgets.NewField(label, e.Object)}
}

func (v *fieldView) cell() widgets.Cell { return widgets.Part(v.Share, v.Least, v.field) }

// register tells the form its fields in the order they stand in.
func (f *Fields) register() {
	for _, g := range f.groups {
		for _, v := range g.fields {
			f.form.Remove(v.Column)
		}
		if g.rows != nil {
			f.form.Remove(g.rows.Type.Name)
		}
	}
	f.each(func(key string, v *fieldView) { f.form.Add(key, v.field) })
}

// each goes through all fields with their keys, those of rows included ("membership.0.role").
func (f *Fields) each(do func(key string, v *fieldView)) {
	for _, g := range f.groups {
		for _, v := range g.fields {
			do(v.Column, v)
		}
		if g.rows != nil {
			for i, r := range g.rows.lines {
				for _, v := range r.fields {
					do(fmt.Sprintf("%s.%d.%s", g.rows.Type.Name, i, v.Column), v)
				}
			}
		}
	}
}

// SetFoot ends the form with something, mostly buttons.
func (f *Fields) SetFoot(foot fyne.CanvasObject) { f.column.Add(foot) }

// Form is the widget.
func (f *Fields) Form() *widgets.Form { return f.form }

// Show fills the form from a record, rows included.
func (f *Fields) Show(r data.Record, names Names) {
	f.silent = true
	for _, g := range f.groups {
		for _, v := range g.fields {
			v.Show(r, names)
		}
		if g.rows != nil {
			g.rows.show(g.Rows.Get(r), names)
		}
	}
	f.whole = r
	f.register()
	f.silent = false
	f.adapt()
}

// ShowAgain shows one field as the record now has it, when it follows from another one.
func (f *Fields) ShowAgain(column string) {
	f.silent = true
	f.each(func(key string, v *fieldView) {
		if key == column {
			v.Show(f.whole, nil)
		}
	})
	f.silent = false
}

// Take writes what stands in the form into the record that was shown.
func (f *Fields) Take() {
	if f.whole == nil {
		return
	}
	for _, g := range f.groups {
		for _, v := range g.fields {
			v.Take(f.whole)
		}
		if g.rows != nil {
			g.Rows.Set(f.whole, g.rows.take())
		}
	}
}

// adapt shows what fits the record as it stands now.
func (f *Fields) adapt() {
	if f.whole == nil {
		return
	}
	f.Take()
	moved := false
	for _, g := range f.groups {
		moved = setVisible(g.view, g.fits(f.whole)) || moved
		if g.rows != nil {
			moved = g.rows.adapt() || moved
		}
		for _, l := range g.lines {
			some := false
			for _, v := range l.fields {
				moved = setVisible(v.field, v.fits(f.whole)) || moved
				some = some || v.field.Visible()
			}
			setVisible(l.row, some)
		}
	}
	if moved {
		f.Relayout()
	}
}

// setVisible tells whether that changed anything.
func setVisible(o fyne.CanvasObject, visible bool) bool {
	switch {
	case visible == o.Visible():
		return false
	case visible:
		o.Show()
	default:
		o.Hide()
	}
	return true
}

// Relayout finds the places anew after something came, went or grew. It goes through twice: what wraps knows its height only once it
// was given a width.
func (f *Fields) Relayout() {
	f.column.Refresh()
	f.column.Refresh()
	f.form.Refresh()
}

// TakeFilled is Take without the rows in which nothing was written: what is saved. They stay in the form.
func (f *Fields) TakeFilled() {
	f.Take()
	for _, g := range f.groups {
		if g.rows != nil {
			g.Rows.Set(f.whole, g.rows.filled())
		}
	}
}

// AddRow adds an empty row of a type and puts the focus there.
func (f *Fields) AddRow(t *data.Type) {
	for _, g := range f.groups {
		if g.rows != nil && g.rows.Type == t {
			g.rows.addNew()
		}
	}
}

// RowsInFocus is the type of the rows in which the focus stands, nil when it is elsewhere.
func (f *Fields) RowsInFocus() *data.Type {
	focused := f.src.Window().Canvas().Focused()
	for _, g := range f.groups {
		if g.rows == nil {
			continue
		}
		for _, l := range g.rows.lines {
			for _, v := range l.fields {
				if v.field.FocusTarget() == focused && focused != nil {
					return g.rows.Type
				}
			}
		}
	}
	return nil
}

// Unread are texts that stand in fields and are no value of them, by key; SetUnread brings them back.
func (f *Fields) Unread() map[string]string {
	out := map[string]string{}
	f.each(func(key string, v *fieldView) {
		if text := v.Unread(); text != "" {
			out[key] = text
		}
	})
	return out
}

// SetUnread is for a draft that is shown again.
func (f *Fields) SetUnread(texts map[string]string) {
	f.silent = true
	f.each(func(key string, v *fieldView) {
		if text := texts[key]; text != "" {
			v.SetUnread(text)
		}
	})
	f.silent = false
}

// Check shows beside the fields what is wrong: texts that are no value, then what rules says of the record as TakeFilled gave it. It
// answers whether all is well, and what belongs to no field of the form.
func (f *Fields) Check(rules data.Problems) (ok bool, rest []string) {
	wrong := map[string]string{}
	for _, p := range rules {
		if key := f.keyOf(p.Field); wrong[key] == "" {
			wrong[key] = f.src.Words().Problem(p)
		}
	}
	f.each(func(key string, v *fieldView) {
		if m := v.Problem(); m != "" {
			wrong[key] = m
		}
	})
	return len(wrong) == 0, f.form.ShowErrors(wrong)
}

// keyOf is the key of a field that rules name: their rows count without the empty ones.
func (f *Fields) keyOf(field string) string {
	for _, g := range f.groups {
		if g.rows == nil {
			continue
		}
		rest, ok := strings.CutPrefix(field, g.rows.Type.Name+".")
		if number, col, cut := strings.Cut(rest, "."); ok && cut {
			n, _ := strconv.Atoi(number)
			return fmt.Sprintf("%s.%d.%s", g.rows.Type.Name, g.rows.lineOf(n), col)
		}
	}
	return field
}

// Field finds the labelled field by its key.
func (f *Fields) Field(key string) *widgets.Field { return f.form.Field(key) }

// atMost gives no more than a width.
type atMost float32

func (w atMost) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Resize(fyne.NewSize(min(s.Width, float32(w)), s.Height))
	}
}

func (w atMost) MinSize(os []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range os {
		m = m.Max(o.MinSize())
	}
	return m
}
