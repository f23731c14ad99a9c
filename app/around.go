package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dogovor/app/look"
)

func line() fyne.CanvasObject {
	r := canvas.NewRectangle(look.Color(look.ColorLine))
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

func gap(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}

// around puts things at the edges, each as thick as it has to be, and the middle into what is left, without gaps: what parts them is
// drawn. Any edge may be nil.
func around(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Layout: &edges{top, bottom, left, right}}
	for _, o := range []fyne.CanvasObject{top, bottom, left, right, middle} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

type edges struct{ top, bottom, left, right fyne.CanvasObject }

func (e *edges) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	at, rest := fyne.Position{}, room
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	if e.top != nil {
		h := e.top.MinSize().Height
		put(e.top, 0, 0, room.Width, h)
		at.Y, rest.Height = h, rest.Height-h
	}
	if e.bottom != nil {
		h := e.bottom.MinSize().Height
		put(e.bottom, 0, room.Height-h, room.Width, h)
		rest.Height -= h
	}
	if e.left != nil {
		w := e.left.MinSize().Width
		put(e.left, 0, at.Y, w, rest.Height)
		at.X, rest.Width = w, rest.Width-w
	}
	if e.right != nil {
		w := e.right.MinSize().Width
		put(e.right, room.Width-w, at.Y, w, rest.Height)
		rest.Width -= w
	}
	put(objects[len(objects)-1], at.X, at.Y, rest.Width, rest.Height)
}

func (e *edges) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[len(objects)-1].MinSize()
	for _, o := range []fyne.CanvasObject{e.left, e.right} {
		if o != nil {
			s := o.MinSize()
			m.Width, m.Height = m.Width+s.Width, max(m.Height, s.Height)
		}
	}
	for _, o := range []fyne.CanvasObject{e.top, e.bottom} {
		if o != nil {
			s := o.MinSize()
			m.Width, m.Height = max(m.Width, s.Width), m.Height+s.Height
		}
	}
	return m
}

// fixed gives something a width or a height of its own; 0 leaves that to it.
func fixed(width, height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixedSize{fyne.NewSize(width, height)}, o)
}

type fixedSize struct{ size fyne.Size }

func (f *fixedSize) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		o.Resize(room)
	}
}

func (f *fixedSize) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := f.size
	for _, o := range objects {
		s := o.MinSize()
		if m.Width == 0 {
			m.Width = s.Width
		}
		if m.Height == 0 {
			m.Height = s.Height
		}
	}
	return m
}
