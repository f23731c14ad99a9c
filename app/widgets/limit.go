package widgets

import "fyne.io/fyne/v2"

// Limit keeps content readable on a wide window: it is never wider than width.
func Limit(width float32, content fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &limit{width: width}, Objects: []fyne.CanvasObject{content}}
}

type limit struct {
	rising
	width float32
}

func (l *limit) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		put(o, 0, 0, min(l.width, s.Width), s.Height)
	}
	l.hear(l, os, s)
}

func (l *limit) MinSize(os []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range os {
		m = m.Max(o.MinSize())
	}
	return m
}
