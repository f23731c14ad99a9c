package engagements

import (
	"fmt"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// camePart is who came: a picker that adds one after the other, the people by name, and the heads of those without.
type camePart struct {
	f      *form
	who    *bound
	picker *widgets.Picker
	heads  []*bound
	rows   []*cameRow
	list   *fyne.Container
	person *personPart // the row of somebody new, nil when it is closed
	room   *fyne.Container
}

func newAttendance(id data.ID) *data.Attendance {
	a := &data.Attendance{Stakeholder: id}
	a.ID = data.NewID()
	return a
}

func newCamePart(f *form) *camePart {
	p := &camePart{f: f, list: widgets.Column(look.Unit), room: widgets.Column(0)}
	p.room.Hide()
	p.picker = widgets.NewPicker(f.w, p.find)
	p.picker.ClearOnPick = true
	p.picker.Hint(f.w.T("engagements.who.hint"))
	p.picker.OnPick = func(o widgets.Option) {
		if id, err := data.ParseID(o.Key); err == nil && !id.IsZero() {
			p.add(id)
		}
	}
	p.picker.OnCreate = p.create
	p.picker.OnMissing = func(string) string { return f.w.T("engagements.who.open") }
	p.who = &bound{key: "who", field: widgets.NewField(f.w.T("engagements.who"), p.picker)}
	f.picked(p.who, p.picker)
	p.who.wrong = func() string {
		if data.CleanLine(p.picker.Text) == "" {
			return ""
		}
		return f.w.T("engagements.who.open")
	}
	for _, column := range []string{"women", "men", "undeclared", "young"} {
		p.heads = append(p.heads, f.bind(column, f.s.Engagement, column))
	}
	if f.s.Person != nil {
		p.openPerson(f.s.Person)
	}
	p.fill()
	return p
}

// fill shows a row for each who came; rows that stay keep their fields.
func (p *camePart) fill() {
	known := map[*data.Attendance]*cameRow{}
	for _, r := range p.rows {
		known[r.a] = r
	}
	p.rows, p.list.Objects = nil, nil
	for _, a := range p.f.s.Engagement.Attendance {
		r := known[a]
		if r == nil {
			r = newCameRow(p, a)
		}
		p.rows = append(p.rows, r)
	}
	for i, r := range p.rows {
		if i == 0 {
			p.list.Objects = append(p.list.Objects, r.heading(p.f))
		}
		p.list.Objects = append(p.list.Objects, r.view)
	}
	p.list.Hidden = len(p.rows) == 0
}

const mostFound = 12 // people offered at once

// find looks for people in the register who are not in the list yet, and who is new on this form; it runs off the window's thread.
func (p *camePart) find(text string) []widgets.Option {
	rows, err := p.f.db.FindStakeholders(p.f.ctx, text, 4*mostFound)
	p.f.failed(err)
	rows = p.f.faces.neighbours(rows, text)
	there := map[string]bool{}
	for _, o := range p.f.faces.attending() {
		there[o.Key] = true
	}
	var out []widgets.Option
	for _, r := range rows {
		x := p.f.faces.fromRow(r)
		p.f.faces.put(r.ID, x)
		if !there[r.ID.String()] && len(out) < mostFound {
			out = append(out, x.option(r.ID))
		}
	}
	return out
}

func (p *camePart) add(id data.ID) {
	e := p.f.s.Engagement
	for _, a := range e.Attendance {
		if a.Stakeholder == id {
			return
		}
	}
	e.Attendance = append(e.Attendance, newAttendance(id))
	p.changed()
}

func (p *camePart) remove(a *data.Attendance) {
	e := p.f.s.Engagement
	for i, x := range e.Attendance {
		if x == a {
			e.Attendance = append(e.Attendance[:i:i], e.Attendance[i+1:]...)
			break
		}
	}
	p.changed()
	widgets.Focus(p.picker)
}

func (p *camePart) changed() {
	p.fill()
	p.f.relayout()
	p.f.touch()
}

// create opens the row of somebody new.
func (p *camePart) create(name string) {
	p.openPerson(&person{Name: name, Kind: "person", Settlement: p.f.s.Engagement.Settlement})
	p.f.relayout()
	p.f.touch()
	widgets.Focus(p.person.first())
}

func (p *camePart) openPerson(x *person) {
	p.f.s.Person = x
	p.person = newPersonPart(p, x)
	p.room.Objects = []fyne.CanvasObject{p.person.view()}
	p.room.Show()
	p.person.alike.Look(x.stakeholder())
}

// takeSimilar lets the one who is in the register already come, instead of somebody new.
func (p *camePart) takeSimilar(s data.Similar) {
	p.f.faces.put(s.ID, p.f.faces.fromRow(s.StakeholderRow))
	p.closePerson(false)
	p.add(s.ID)
}

// closePerson ends the row of somebody new; with take they came.
func (p *camePart) closePerson(take bool) {
	x := p.f.s.Person
	p.f.s.Person, p.person, p.room.Objects = nil, nil, nil
	p.room.Hide()
	if take {
		s := x.stakeholder()
		p.f.s.Made = append(p.f.s.Made, s)
		p.f.faces.put(s.ID, p.f.faces.newcomer(s))
		p.f.s.Engagement.Attendance = append(p.f.s.Engagement.Attendance, newAttendance(s.ID))
	}
	p.changed()
	widgets.Focus(p.picker)
}

func (p *camePart) view() fyne.CanvasObject {
	cells := []widgets.Cell{widgets.Part(1, 260, p.who.field)}
	for i, b := range p.heads {
		cells = append(cells, widgets.Part(0, []float32{72, 80, 104, 112}[i], b.field))
	}
	return record.Section(p.f.w.T("engagements.came"),
		widgets.Row(cells...), look.Secondary(p.f.w.T("engagements.heads")).Align(fyne.TextAlignTrailing).Gives(), p.room, p.list)
}

func (p *camePart) bounds() []*bound {
	all := append([]*bound{p.who}, p.heads...)
	if p.person != nil {
		all = append(all, p.person.bounds()...)
	}
	for i, r := range p.rows {
		r.capacity.key, r.mood.key, r.who.key = at("attendance", i, "capacity"), at("attendance", i, "sentiment"), at("attendance", i, "stakeholder")
		all = append(all, r.who, r.capacity, r.mood)
	}
	return all
}

func at(part string, row int, column string) string {
	return fmt.Sprintf("%s.%d.%s", part, row, column)
}

// cameRow is one person or organisation who came.
type cameRow struct {
	a                   *data.Attendance
	who, capacity, mood *bound
	signed, photo       *widgets.Check
	view                fyne.CanvasObject
}

// Least widths of a row's name and capacity. The checks are as wide as their words, the mood as its longest word.
const (
	nameWidth     = 160
	capacityWidth = 140
)

func moodWidth(f *form) float32 {
	w := look.Measure(record.Label(f.host, data.Attendances, "sentiment"), look.LabelStyle)
	for _, o := range f.host.Choices(data.Sentiments.List) {
		w = max(w, look.Measure(o.Label, look.BodyStyle)+choiceRoom)
	}
	return w
}

func newCameRow(p *camePart, a *data.Attendance) *cameRow {
	f := p.f
	x := f.faces.of(a.Stakeholder)
	r := &cameRow{a: a}
	name := widgets.Column(0, look.Strong(x.Name).Gives(), look.Secondary(x.Note).Gives())
	r.who = &bound{field: widgets.NewField("", name)}
	r.capacity = f.bind("", a, "capacity")
	k := r.capacity.field.Content().(*widgets.Picker)
	before := k.Search
	k.Search = func(text string) []widgets.Option {
		if text == "" && x.Role != "" { // what they are is what they mostly speak as
			return append([]widgets.Option{{Key: x.Role, Label: x.Role}}, before(text)...)
		}
		return before(text)
	}
	r.capacity.field.SetLabel("")
	check := func(column string, on *bool) *widgets.Check {
		c := widgets.NewCheck(record.Label(f.host, a.Type(), column), func(yes bool) {
			*on = yes
			f.touch()
		})
		c.SetChecked(*on)
		return c
	}
	r.signed, r.photo = check("signed", &a.Signed), check("photo", &a.Photo)
	r.mood = f.bind("", a, "sentiment")
	r.mood.field.SetLabel("")
	face := newMoodFace(a.Sentiment)
	mood := r.mood.field.Content().(*widgets.Choice)
	change := mood.OnChange
	mood.OnChange = func(code string) {
		change(code)
		face.set(a.Sentiment)
	}
	remove := widgets.RemoveButton(f.w.T("widgets.remove", "What", x.Name), func() { p.remove(a) })
	r.view = widgets.Row(
		widgets.Part(3, nameWidth, r.who.field), widgets.Part(4, capacityWidth, r.capacity.field),
		widgets.Part(0, 0, r.signed), widgets.Part(0, 0, r.photo),
		widgets.Part(0, faceSize, face), widgets.Part(0, moodWidth(f), r.mood.field), widgets.Part(0, look.RowHeight, remove),
	)
	return r
}

// heading labels the columns of the rows.
func (r *cameRow) heading(f *form) fyne.CanvasObject {
	t := data.Attendances
	label := func(text string) fyne.CanvasObject { return look.NewText(text, look.LabelStyle).Gives() }
	return widgets.Row(
		widgets.Part(3, nameWidth, label(record.Label(f.host, t, "stakeholder"))),
		widgets.Part(4, capacityWidth, label(record.Label(f.host, t, "capacity"))),
		widgets.Part(0, r.signed.MinSize().Width, label("")), widgets.Part(0, r.photo.MinSize().Width, label("")),
		widgets.Part(0, faceSize, label("")), widgets.Part(0, moodWidth(f), label(record.Label(f.host, t, "sentiment"))),
		widgets.Part(0, look.RowHeight, label("")),
	)
}
