package engagements

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// saidPart is what was said: one discussion point after the other.
type saidPart struct {
	f    *form
	rows []*saidRow
	list *fyne.Container
	more *widgets.Button
}

func newSaidPart(f *form) *saidPart {
	p := &saidPart{f: f, list: widgets.Column(look.Unit * 2)}
	p.more = widgets.QuietButton(f.w.T("engagements.point.add"), p.add).WithIcon(theme.ContentAddIcon()).WithKey("Ctrl+Enter")
	e := f.s.Engagement
	if len(e.Points) == 0 {
		e.Points = append(e.Points, newPoint()) // one stands ready; empty points are not saved
	}
	p.fill()
	return p
}

func newPoint() *data.Point {
	x := &data.Point{}
	x.ID = data.NewID()
	return x
}

// fill shows a row for each point; rows that stay keep their fields.
func (p *saidPart) fill() {
	known := map[*data.Point]*saidRow{}
	for _, r := range p.rows {
		known[r.point] = r
	}
	p.rows, p.list.Objects = nil, nil
	for i, x := range p.f.s.Engagement.Points {
		r := known[x]
		if r == nil {
			r = newSaidRow(p, x)
		}
		r.number.SetText(strconv.Itoa(i + 1))
		p.rows = append(p.rows, r)
		p.list.Objects = append(p.list.Objects, r.view)
	}
}

// add gives an empty point: the last one when it is still empty.
func (p *saidPart) add() {
	e := p.f.s.Engagement
	if n := len(p.rows); n == 0 || !p.rows[n-1].blank() {
		e.Points = append(e.Points, newPoint())
		p.fill()
		p.f.relayout()
		p.f.touch()
	}
	last := p.rows[len(p.rows)-1]
	widgets.Focus(last.topic.field)
	p.f.page.Reveal(last.view)
}

func (p *saidPart) remove(x *data.Point) {
	e := p.f.s.Engagement
	for i, y := range e.Points {
		if x == y {
			e.Points = append(e.Points[:i:i], e.Points[i+1:]...)
			break
		}
	}
	p.f.s.Became = slices.DeleteFunc(p.f.s.Became, func(b *became) bool { return b.point() == x.ID })
	if len(e.Points) == 0 {
		e.Points = append(e.Points, newPoint())
	}
	p.fill()
	p.f.relayout()
	p.f.touch()
	widgets.Focus(p.rows[len(p.rows)-1].topic.field)
}

// find looks for somebody, those who came first; nothing typed gives just them. It runs off the window's thread.
func (p *saidPart) find(text string) []widgets.Option {
	came := p.f.faces.attending()
	if text == "" {
		return came
	}
	rows, err := p.f.db.FindStakeholders(p.f.ctx, text, 2*fewValues)
	p.f.failed(err)
	found := map[string]widgets.Option{}
	var rest []widgets.Option
	for _, r := range rows {
		x := p.f.faces.fromRow(r)
		p.f.faces.put(r.ID, x)
		o := x.option(r.ID)
		found[o.Key] = o
		rest = append(rest, o)
	}
	var out []widgets.Option
	for _, o := range came {
		if _, ok := found[o.Key]; ok || holds(o.Label, text) { // newcomers are not in the register yet
			out = append(out, o)
			delete(found, o.Key)
		}
	}
	for _, o := range rest {
		if _, ok := found[o.Key]; ok {
			out = append(out, o)
		}
	}
	return out
}

// holds tells whether a name holds a text, in whichever script.
func holds(name, text string) bool {
	return strings.Contains(strings.ToLower(i18n.Latin(name)), strings.ToLower(i18n.Latin(text)))
}

func (p *saidPart) view() fyne.CanvasObject {
	return record.Section(p.f.w.T("engagements.said"), p.list, beside(p.more))
}

func (p *saidPart) bounds() []*bound {
	var all []*bound
	for i, r := range p.rows {
		for _, b := range []*bound{r.topic, r.raised, r.said, r.answer, r.satisfied} {
			b.key = at("point", i, b.column)
		}
		all = append(all, r.bounds()...)
	}
	return all
}

// saidRow is one point.
type saidRow struct {
	point                                  *data.Point
	number                                 *look.Text
	topic, raised, said, answer, satisfied *bound
	became                                 *becamePart
	view                                   fyne.CanvasObject
}

func (r *saidRow) bounds() []*bound {
	return append([]*bound{r.topic, r.raised, r.said, r.answer, r.satisfied}, r.became.bounds()...)
}

// blank tells whether nothing was typed into the row, not even half a word.
func (r *saidRow) blank() bool {
	return r.point.Empty() && r.topic.half() == "" && r.raised.half() == ""
}

func newSaidRow(p *saidPart, x *data.Point) *saidRow {
	f := p.f
	r := &saidRow{point: x, number: look.NewText("", look.SectionStyle)}
	r.topic = f.bind("", x, "topic")
	r.said, r.answer = f.bind("", x, "said"), f.bind("", x, "answer")
	k := widgets.NewPicker(f.w, p.find)
	if !x.RaisedBy.IsZero() {
		k.SetPicked(f.faces.of(x.RaisedBy).option(x.RaisedBy))
	}
	k.OnPick = func(o widgets.Option) {
		x.RaisedBy, _ = data.ParseID(o.Key)
		f.touch()
	}
	r.raised = f.labelled("", x, "raised_by", k)
	f.picked(r.raised, k)
	satisfied := widgets.NewSegment(f.host.Choices(data.Satisfaction.List), func(code string) {
		x.Satisfied = code
		f.touch()
	})
	satisfied.SetKey(x.Satisfied)
	r.satisfied = f.labelled("", x, "satisfied", satisfied)
	remove := widgets.RemoveButton(f.w.T("engagements.point.remove"), func() { p.remove(x) })
	r.became = newBecamePart(f, x)
	body := widgets.Column(look.Unit,
		widgets.Row(widgets.Part(1, 200, r.topic.field), widgets.Part(1, 220, r.raised.field)),
		widgets.Row(widgets.Part(1, 300, r.said.field), widgets.Part(1, 300, r.answer.field)),
		widgets.Row(widgets.Part(1, 0, r.satisfied.field), widgets.Part(0, look.RowHeight, remove)),
		r.became.view,
	)
	bar := canvas.NewRectangle(look.Color(look.ColorLine))
	bar.SetMinSize(fyne.NewSize(3, 1))
	r.view = numbered(r.number, bar, body)
	return r
}

// numbered puts the number of a point and a rule at its left.
func numbered(number, bar, body fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: numberedLayout{}, Objects: []fyne.CanvasObject{number, bar, body}}
}

const numberWidth = float32(28)

type numberedLayout struct{}

func (numberedLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	h := os[0].MinSize().Height
	os[0].Move(fyne.NewPos(0, 0))
	os[0].Resize(fyne.NewSize(numberWidth, h))
	os[1].Move(fyne.NewPos(2, h+4))
	os[1].Resize(fyne.NewSize(3, max(s.Height-h-4, 0)))
	os[2].Move(fyne.NewPos(numberWidth, 0))
	os[2].Resize(fyne.NewSize(max(s.Width-numberWidth, 0), s.Height))
}

func (numberedLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	return os[2].MinSize().AddWidthHeight(numberWidth, 0)
}
