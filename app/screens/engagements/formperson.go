package engagements

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// personPart is the row in which somebody new is entered without leaving the form.
type personPart struct {
	f                             *form
	x                             *person
	name, kind, group, sex, place *bound
	add                           *widgets.Button
	cancel                        *widgets.Button
	alike                         *record.Alike // who may be the same, in the register already
}

func newPersonPart(came *camePart, x *person) *personPart {
	f := came.f
	p := &personPart{f: f, x: x}
	t := data.Stakeholders
	field := func(column string, content fyne.CanvasObject) *bound {
		return &bound{key: "person." + column, field: widgets.NewField(record.Label(f.host, t, column), content)}
	}
	name := widgets.NewEntry()
	name.SetMax(data.MaxLine, f.w.N("widgets.too_long", data.MaxLine))
	name.SetText(x.Name)
	name.OnChanged = func(text string) {
		x.Name = text
		p.alike.Look(x.stakeholder())
		f.touch()
	}
	p.alike = record.NewAlike(f.host, f.db, came.takeSimilar)
	p.alike.Resized = func() {
		if f.page != nil { // of a draft it is there before the form is
			f.relayout()
		}
	}
	p.name = field("name", name)
	p.name.wrong = func() string {
		if data.CleanLine(x.Name) == "" {
			return f.w.T("invalid.required")
		}
		return ""
	}
	kind := widgets.NewSegment(f.host.Choices(data.StakeholderKinds.List), func(code string) {
		x.Kind = code
		p.showSex()
		f.touch()
	})
	kind.SetKey(x.Kind)
	p.kind = field("kind", kind)
	p.kind.wrong = func() string {
		if x.Kind == "" {
			return f.w.T("invalid.required")
		}
		return ""
	}
	choice := func(column string, options []widgets.Option, key string, set func(key string)) *bound {
		c := widgets.NewChoice(f.w, options)
		if key != "" {
			c.SetKey(key)
		}
		c.OnChange = func(key string) {
			set(key)
			f.touch()
		}
		b := field(column, c)
		f.picked(b, &c.Picker)
		return b
	}
	p.group = choice("groups", f.host.Choices(data.Groups.List), x.Group, func(k string) { x.Group = k })
	p.group.field.SetLabel(f.w.T("engagements.person.group"))
	p.sex = choice("sex", f.host.Choices(data.Sexes.List), x.Sex, func(k string) { x.Sex = k })
	p.place = choice("settlement", placeOptions(f.host, f.places), x.Settlement.String(), func(k string) { x.Settlement, _ = data.ParseID(k) })
	p.place.field.Content().(*widgets.Choice).OnEnter = func() { p.take(came) }
	p.add = widgets.SecondaryButton(f.w.T("engagements.person.add"), func() { p.take(came) })
	p.cancel = widgets.QuietButton(f.w.T("common.cancel"), func() { came.closePerson(false) })
	p.showSex()
	return p
}

// first is where a person goes on after the name.
func (p *personPart) first() fyne.CanvasObject { return p.kind.field }

func (p *personPart) showSex() {
	if p.x.Kind == "person" {
		p.sex.field.Show()
	} else {
		p.sex.field.Hide()
	}
	if p.f.page != nil {
		p.f.page.Refresh()
	}
}

// wrong marks what keeps the newcomer from being taken; it tells whether something does.
func (p *personPart) wrong() bool {
	found := false
	for _, b := range p.bounds() {
		m := b.wrong()
		b.field.SetError(m)
		if m != "" && !found {
			widgets.Focus(b.field)
			found = true
		}
	}
	return found
}

func (p *personPart) take(came *camePart) {
	if !p.wrong() {
		came.closePerson(true)
	}
}

func (p *personPart) bounds() []*bound { return []*bound{p.name, p.kind, p.group, p.sex, p.place} }

func (p *personPart) view() fyne.CanvasObject {
	return widgets.Card(widgets.Column(look.Unit,
		look.Strong(p.f.w.T("engagements.person.title")),
		widgets.Row(widgets.Part(2, 160, p.name.field), widgets.Part(0, 0, p.kind.field), widgets.Part(2, 130, p.group.field),
			widgets.Part(1, 110, p.sex.field), widgets.Part(2, 130, p.place.field)),
		p.alike.View,
		beside(p.add, p.cancel),
	))
}
