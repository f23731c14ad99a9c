package widgets

import "fyne.io/fyne/v2"

// Flow places things beside each other at their own sizes and goes on in the next line where there is no room, gap units apart.
func Flow(gap float32, things ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap}, Objects: things}
}

type flow struct {
	rising
	gap, width float32
}

func (f *flow) each(os []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) (total float32) {
	x, y, high := float32(0), float32(0), float32(0)
	var line []fyne.CanvasObject
	flush := func() {
		lx := float32(0)
		for _, o := range line {
			m := o.MinSize()
			at(o, lx, y+(high-m.Height)/2, min(m.Width, width), m.Height)
			lx += m.Width + f.gap
		}
		line = line[:0]
	}
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			flush()
			x, y, high = 0, y+high+min(f.gap, 6), 0
		}
		line = append(line, o)
		x += m.Width + f.gap
		high = max(high, m.Height)
	}
	flush()
	return y + high
}

func (f *flow) Layout(os []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.each(os, s.Width, put)
	f.hear(f, os, s)
}

func (f *flow) MinSize(os []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width == 0 {
		width = 1 << 20
	}
	var m fyne.Size
	m.Height = f.each(os, width, func(o fyne.CanvasObject, _, _, w, _ float32) { m.Width = max(m.Width, min(w, 160)) })
	return m
}
