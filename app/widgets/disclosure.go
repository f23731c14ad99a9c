package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Disclosure is a line that opens what explains it, and closes it again: by the mouse, Enter or Space; → opens and ← closes.
type Disclosure struct {
	widget.BaseWidget
	rising

	head  *discloser
	build func() fyne.CanvasObject
	body  fyne.CanvasObject // nil until it was opened
	open  bool
}

// NewDisclosure makes a closed one. What it opens is built when it is opened first.
func NewDisclosure(word string, build func() fyne.CanvasObject) *Disclosure {
	d := &Disclosure{build: build}
	d.head = newDiscloser(word, d)
	d.ExtendBaseWidget(d)
	return d
}

// Open tells whether it is open.
func (d *Disclosure) Open() bool { return d.open }

// Word is the line.
func (d *Disclosure) Word() string { return d.head.word }

// FocusTarget is what takes the keys.
func (d *Disclosure) FocusTarget() fyne.Focusable { return d.head }

// SetOpen opens or closes it.
func (d *Disclosure) SetOpen(open bool) {
	if d.open == open {
		return
	}
	d.open = open
	if open && d.body == nil {
		d.body = d.build()
		rises(d.body, func() { d.grown() })
	}
	d.head.Refresh()
	d.Refresh()
	d.grown()
}

// grown has what it stands in give it another height.
func (d *Disclosure) grown() {
	if d.tell != nil {
		d.tell()
	}
}

// CreateRenderer is for Fyne.
func (d *Disclosure) CreateRenderer() fyne.WidgetRenderer {
	r := &drawn{self: d}
	const gap = look.Unit / 2
	r.paint = func() {
		r.objects = []fyne.CanvasObject{d.head}
		if d.open {
			r.objects = append(r.objects, d.body)
		}
	}
	r.min = func() fyne.Size {
		m := d.head.MinSize()
		if d.open {
			b := d.body.MinSize()
			m = fyne.NewSize(max(m.Width, b.Width), m.Height+gap+b.Height)
		}
		return m
	}
	r.place = func(s fyne.Size) {
		h := d.head.MinSize()
		put(d.head, 0, 0, min(h.Width, s.Width), h.Height)
		if d.open {
			put(d.body, 0, h.Height+gap, s.Width, heightAt(d.body, s.Width))
		}
	}
	return r.start()
}

// discloser is the line of a Disclosure.
type discloser struct {
	press
	word string
	of   *Disclosure
}

func newDiscloser(word string, of *Disclosure) *discloser {
	h := &discloser{word: word, of: of}
	h.become(h, func() { of.SetOpen(!of.open) })
	h.keys = func(ev *fyne.KeyEvent) bool {
		switch {
		case ev.Name == fyne.KeyRight && !of.open, ev.Name == fyne.KeyLeft && of.open:
			of.SetOpen(!of.open)
			return true
		}
		return false
	}
	return h
}

// AccessibilityLabel is for readers of the screen.
func (h *discloser) AccessibilityLabel() string { return h.word }

// Word is what the line says.
func (h *discloser) Word() string { return h.word }

// CreateRenderer is for Fyne.
func (h *discloser) CreateRenderer() fyne.WidgetRenderer {
	_, ring := h.frame()
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	text := canvas.NewText("", nil)
	line := canvas.NewRectangle(nil)
	const size, gap = 16, look.Unit / 2
	return (&drawn{
		self: h, objects: []fyne.CanvasObject{icon, text, line, ring},
		min: func() fyne.Size {
			return fyne.NewSize(size+gap+min(look.Measure(h.word, look.SecondaryStyle)+1, 480), look.LineHeight(look.BodyStyle))
		},
		place: func(s fyne.Size) {
			text.Text = look.Cut(h.word, s.Width-size-gap, look.SecondaryStyle)
			w, high := look.Measure(text.Text, look.SecondaryStyle), look.LineHeight(look.SecondaryStyle)
			y := (s.Height - high) / 2
			put(icon, 0, (s.Height-size)/2, size, size)
			put(text, size+gap, y, w+1, high)
			put(line, size+gap, y+high-2, w, 1)
			put(ring, -3, y-3, size+gap+w+6, high+6)
		},
		paint: func() {
			h.paintRing()
			icon.Resource = look.Icon(theme.MenuExpandIcon(), look.ColorAccent)
			if h.of.open {
				icon.Resource = look.Icon(theme.MenuDropDownIcon(), look.ColorAccent)
			}
			text.Color, text.TextSize = look.Color(look.ColorAccent), look.SizeSmall
			line.FillColor = look.Color(look.ColorAccent)
			line.Hidden = !h.hovered && !h.focused
			icon.Refresh()
			text.Refresh()
		},
	}).start()
}
