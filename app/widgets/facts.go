package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Facts are what a record says about itself: labels at the left, values at the right.
type Facts struct {
	widget.BaseWidget
	labels []*look.Text
	values []fyne.CanvasObject
	width  float32
	rising
}

// NewFacts makes an empty list of facts.
func NewFacts() *Facts {
	f := &Facts{}
	f.ExtendBaseWidget(f)
	return f
}

// Clear forgets all facts.
func (f *Facts) Clear() {
	f.labels, f.values = nil, nil
	f.changed()
}

func (f *Facts) changed() {
	f.Refresh()
	if f.tell != nil {
		f.tell()
	}
}

// Add says a fact in words; an empty value is not shown, since unknown is no fact. It returns f for chaining.
func (f *Facts) Add(label, value string) *Facts {
	if value == "" {
		return f
	}
	return f.AddObject(label, look.Body(value))
}

// AddLinks says a fact that mentions records; without links it is not shown.
func (f *Facts) AddLinks(label string, links ...*Link) *Facts {
	if len(links) == 0 {
		return f
	}
	os := make([]fyne.CanvasObject, len(links))
	for i, l := range links {
		os[i] = l
	}
	return f.AddObject(label, Flow(look.Unit*2, os...))
}

// AddObject says a fact by any object, such as a Badge.
func (f *Facts) AddObject(label string, value fyne.CanvasObject) *Facts {
	f.labels = append(f.labels, look.NewWrapped(label, look.Style{Size: look.SizeBody, Color: look.ColorSecondary}))
	f.values = append(f.values, value)
	f.changed()
	return f
}

const (
	factGap     = look.Unit * 2
	factRow     = look.Unit * .75
	factLabel   = float32(200) // widest label
	factStacked = float32(320) // narrower than this the value stands below its label
)

func (f *Facts) labelWidth() float32 {
	w := float32(0)
	for _, l := range f.labels {
		w = max(w, look.Measure(l.Text(), look.BodyStyle)+1)
	}
	return min(w, factLabel)
}

// CreateRenderer is for Fyne.
func (f *Facts) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{self: f}
	flow := func(width float32) float32 {
		y, left := float32(0), f.labelWidth()
		stacked := width < factStacked
		for i, l := range f.labels {
			lw, x, vw := left, left+factGap, max(width-left-factGap, 0)
			if stacked {
				lw, x, vw = width, 0, width
			}
			lh := heightAt(l, lw)
			put(l, 0, y, lw, lh)
			vh := heightAt(f.values[i], vw)
			if stacked {
				y += lh
			}
			put(f.values[i], x, y, vw, vh)
			if stacked {
				y += vh + factRow
			} else {
				y += max(lh, vh) + factRow
			}
		}
		return max(y-factRow, 0)
	}
	d.place = func(s fyne.Size) { f.width = s.Width; flow(s.Width) }
	d.min = func() fyne.Size {
		width := f.width
		if width == 0 {
			width = 400
		}
		return fyne.NewSize(160, flow(width))
	}
	d.paint = func() {
		d.objects = d.objects[:0]
		for i, l := range f.labels {
			d.objects = append(d.objects, l, f.values[i])
		}
	}
	return d.start()
}
