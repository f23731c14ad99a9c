package engagements

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// becamePart is the foot of a point: what it became, and quiet buttons that make it something.
type becamePart struct {
	f    *form
	x    *data.Point
	rows []*becameRow
	list *fyne.Container
	view *fyne.Container
}

// becameRow is one new record with the fields that are asked for at once.
type becameRow struct {
	b      *became
	fields []*bound
	first  *bound
	view   fyne.CanvasObject
}

func newBecamePart(f *form, x *data.Point) *becamePart {
	p := &becamePart{f: f, x: x, list: widgets.Column(look.Unit)}
	for _, m := range f.mentions[x.ID] {
		p.list.Add(mentionLine(f.host, m))
	}
	for _, b := range f.s.became(x) {
		p.show(b)
	}
	p.list.Hidden = len(p.list.Objects) == 0
	var buttons []fyne.CanvasObject
	for _, m := range makers {
		buttons = append(buttons, widgets.AsideButton(f.w.T(m.word), func() { p.make(m) }).WithKey(string(m.key)).WithTip(f.w.T(m.tip)))
	}
	p.view = widgets.Column(look.Unit, p.list, widgets.Flow(look.Unit, buttons...))
	return p
}

func (p *becamePart) show(b *became) *becameRow {
	m := makerOf(b.Type())
	r := &becameRow{b: b}
	fields, all, first := m.edit(p.f, b.Record)
	r.fields, r.first = all, first
	remove := widgets.RemoveButton(p.f.w.T(m.remove), func() { p.remove(r) })
	head := widgets.Row(widgets.Part(1, 0, look.Strong(p.f.w.T(m.word))), widgets.Part(0, look.RowHeight, remove))
	r.view = widgets.Column(look.Unit/2, head, fields)
	p.rows = append(p.rows, r)
	p.list.Add(r.view)
	p.list.Hidden = false
	return r
}

// make turns the point into a record of a kind and starts where something is to be said. Out of an empty point nothing is made: the
// keys go to the answer.
func (p *becamePart) make(m *maker) {
	row := p.f.said.rowOf(p.x)
	if p.x.Empty() {
		widgets.Focus(row.answer.field)
		return
	}
	r := m.make(p.f, p.x)
	r.Head().ID = data.NewID()
	*pointer(r, data.Points.Name) = p.x.ID
	b := &became{r}
	p.f.s.Became = append(p.f.s.Became, b)
	shown := p.show(b)
	p.f.relayout()
	p.f.touch()
	widgets.Focus(shown.first.field)
	p.f.page.Reveal(shown.view)
}

func (p *becamePart) remove(r *becameRow) {
	p.f.s.Became = slices.DeleteFunc(p.f.s.Became, func(b *became) bool { return b == r.b })
	p.rows = slices.DeleteFunc(p.rows, func(x *becameRow) bool { return x == r })
	p.list.Remove(r.view)
	p.list.Hidden = len(p.list.Objects) == 0
	p.f.relayout()
	p.f.touch()
	widgets.Focus(p.f.said.rowOf(p.x).answer.field)
}

// bounds are the fields of the new records, with keys under which problems are told.
func (p *becamePart) bounds() (all []*bound) {
	for _, r := range p.rows {
		for _, b := range r.fields {
			b.key = becameKey(r.b.Head().ID, b.column)
			all = append(all, b)
		}
	}
	return all
}

func becameKey(id data.ID, column string) string { return fmt.Sprintf("became.%s.%s", id, column) }

// Turn makes the point in which the focus stands, or the last one, into the kind of record that the key is for.
func (f *form) Turn(key fyne.KeyName) {
	if f.s == nil {
		return
	}
	i := slices.IndexFunc(makers, func(m *maker) bool { return m.key == key })
	if i < 0 {
		return
	}
	if r := f.said.inFocus(); r != nil {
		r.became.make(makers[i])
	}
}

// inFocus is the row that holds the focus, else the last one in which something was written, else the last.
func (p *saidPart) inFocus() (last *saidRow) {
	focused := p.f.host.Window().Canvas().Focused()
	for _, r := range p.rows {
		for _, b := range r.bounds() {
			if focused != nil && b.field.FocusTarget() == focused {
				return r
			}
		}
		if last == nil || !r.blank() || last.blank() {
			last = r
		}
	}
	return last
}

func (p *saidPart) rowOf(x *data.Point) *saidRow {
	i := slices.IndexFunc(p.rows, func(r *saidRow) bool { return r.point == x })
	return p.rows[i]
}
