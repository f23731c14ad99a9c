package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// glyph is the small icon at the right end of a field: for the mouse only, since the field itself has a key for the same.
type glyph struct {
	widget.BaseWidget
	icon    fyne.Resource
	do      func()
	down    func() // the mouse presses, before the focus is lost
	tip     tipper
	hovered bool
	tight   bool // no higher than a line of text
}

func newGlyph(icon fyne.Resource, tip string, do func()) *glyph {
	g := &glyph{icon: icon, do: do}
	g.tip.text = tip
	g.ExtendBaseWidget(g)
	return g
}

func (g *glyph) Tapped(*fyne.PointEvent) {
	g.tip.leave()
	g.do()
}

func (g *glyph) MouseDown(*desktop.MouseEvent) {
	if g.down != nil {
		g.down()
	}
}

func (g *glyph) MouseUp(*desktop.MouseEvent) {}

func (g *glyph) MouseIn(*desktop.MouseEvent) {
	g.hovered = true
	g.tip.rest(g)
	g.Refresh()
}

func (g *glyph) MouseMoved(*desktop.MouseEvent) {}

func (g *glyph) MouseOut() {
	g.hovered = false
	g.tip.leave()
	g.Refresh()
}

func (g *glyph) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (g *glyph) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(nil)
	image.FillMode = canvas.ImageFillContain
	size, air := float32(18), float32(look.Unit)
	if g.tight {
		size, air = 14, look.Unit/2
	}
	return (&drawn{
		self: g, objects: []fyne.CanvasObject{image},
		min:   func() fyne.Size { return fyne.NewSize(size+air*2, size+air) },
		place: func(s fyne.Size) { put(image, (s.Width-size)/2, (s.Height-size)/2, size, size) },
		paint: func() {
			image.Resource = look.Icon(g.icon, look.ColorSecondary)
			if g.hovered {
				image.Resource = look.Icon(g.icon, look.ColorInk)
			}
			image.Refresh()
		},
	}).start()
}
