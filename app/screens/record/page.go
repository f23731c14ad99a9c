package record

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dogovor/app/look"
	"dogovor/app/widgets"
)

// Page is the page of a record: parts below each other, scrolling. Parts that are nil are left out.
func Page(parts ...fyne.CanvasObject) *widgets.Scroll {
	return widgets.NewScroll(widgets.Pad(look.Unit*2, Parts(look.Unit*3, parts...)))
}

// Parts places what is not nil below each other.
func Parts(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	var there []fyne.CanvasObject
	for _, p := range parts {
		if p != nil {
			there = append(there, p)
		}
	}
	return widgets.Column(gap, there...)
}

// Section is a part of a page under its heading; nil when it has nothing to show.
func Section(title string, content ...fyne.CanvasObject) fyne.CanvasObject {
	var there []fyne.CanvasObject
	for _, c := range content {
		if c != nil {
			there = append(there, c)
		}
	}
	if len(there) == 0 {
		return nil
	}
	rule := canvas.NewRectangle(look.Color(look.ColorLine))
	rule.SetMinSize(fyne.NewSize(1, 1))
	head := widgets.Column(look.Unit/2, look.Section(title), rule)
	return widgets.Column(look.Unit, append([]fyne.CanvasObject{head}, there...)...)
}

// Head opens a page: what the record is called, its number, its badges, what can be done with it.
func Head(title, number string, badges, actions []fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{look.NewWrapped(title, look.TitleStyle)}
	if number != "" {
		parts = append(parts, look.Secondary(number))
	}
	if len(badges) > 0 {
		parts = append(parts, Flow(badges...))
	}
	if len(actions) > 0 {
		parts = append(parts, Flow(actions...))
	}
	return widgets.Column(look.Unit, parts...)
}

// Flow places things beside each other at their own size, on further lines when they do not fit.
func Flow(things ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{}, Objects: things}
}

type flow struct{ width float32 }

// lay walks through the places of all things; it answers the height they take at a width.
func (f *flow) lay(things []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	const gap = look.Unit
	var x, y, high float32
	for _, o := range things {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width {
			x, y, high = 0, y+high+gap, 0
		}
		place(o, fyne.NewPos(x, y), m)
		x += m.Width + gap
		high = max(high, m.Height)
	}
	return y + high
}

// Layout is for Fyne.
func (f *flow) Layout(things []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.lay(things, size.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is the height at the width it was last given.
func (f *flow) MinSize(things []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width == 0 {
		width = 1 << 20
	}
	return fyne.NewSize(look.Unit*10, f.lay(things, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Banner is a strip that tells something about the whole page, with what can be done about it.
func Banner(text string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(look.Color(look.ColorAccentSoft))
	back.CornerRadius = look.Radius
	cells := []widgets.Cell{widgets.Part(1, 200, look.Body(text))}
	for _, a := range actions {
		cells = append(cells, widgets.Part(0, 0, a))
	}
	return &fyne.Container{Layout: fillLayout{}, Objects: []fyne.CanvasObject{back, widgets.Pad(look.Unit, widgets.Row(cells...))}}
}

// fillLayout gives all its room to each.
type fillLayout struct{}

func (fillLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Move(fyne.Position{})
		o.Resize(s)
	}
}

func (fillLayout) MinSize(os []fyne.CanvasObject) (m fyne.Size) {
	for _, o := range os {
		m = m.Max(o.MinSize())
	}
	return m
}
