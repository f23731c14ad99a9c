package widgets

import (
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
)

// TextOf is what o says, as text: a line for each fact, an empty line between sections. What can only be pressed says nothing.
func TextOf(o fyne.CanvasObject) string {
	if o == nil || !o.Visible() {
		return ""
	}
	if said := leaf(o); said != "" {
		return said
	}
	switch o := o.(type) {
	case *Facts:
		lines := make([]string, len(o.values))
		for i, v := range o.values {
			lines[i] = o.labels[i].Text() + ": " + TextOf(v)
		}
		return strings.Join(lines, "\n")
	case *fyne.Container:
		if _, ok := o.Layout.(*unsaid); ok {
			return ""
		}
		between := "\n"
		switch l := o.Layout.(type) {
		case *column:
			if l.gap >= look.Unit*2 {
				between = "\n\n"
			}
		case *row, *flow:
			between = "  "
		}
		return joined(o.Objects, between)
	}
	return joined(children(o), "\n")
}

func joined(os []fyne.CanvasObject, between string) string {
	var said []string
	for _, o := range os {
		if s := TextOf(o); s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, between)
}

// leaf is what a thing without parts of its own says.
func leaf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *Badge:
		return o.word
	case interface{ Text() string }:
		if _, whole := o.(*Page); !whole {
			return o.Text()
		}
	}
	return ""
}

// Unsaid is o, which a copy of the page as text leaves out: it tells how to use the window and nothing about the record.
func Unsaid(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &unsaid{}, Objects: []fyne.CanvasObject{o}}
}

type unsaid struct{ column }
