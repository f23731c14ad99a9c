package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Column places things below each other at the full width, gap units apart. Unlike container.NewVBox it asks each for its height
// once it knows its width, as texts and rows that wrap need.
func Column(gap float32, things ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, things...)
}

type column struct {
	rising
	gap float32
}

func (c *column) Layout(things []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range things {
		if !o.Visible() {
			continue
		}
		h := heightAt(o, size.Width)
		put(o, 0, y, size.Width, h)
		y += h + c.gap
	}
	c.hear(c, things, size)
}

func (c *column) MinSize(things []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	n := 0
	for _, o := range things {
		if o.Visible() {
			s := o.MinSize()
			m.Width = max(m.Width, s.Width)
			m.Height += s.Height
			n++
		}
	}
	m.Height += c.gap * float32(max(n-1, 0))
	return m
}

// heightAt is the height that o needs at a width; o has that width afterwards.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		asking++
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		asking--
	}
	return o.MinSize().Height
}
