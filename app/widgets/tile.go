package widgets

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
)

// Tile is a lead figure: the value large, what it is, and a note such as the change or the target. Pressing it opens the evidence.
type Tile struct {
	press
	value, label, note string
	status             Status
}

// NewTile makes a tile; without open it cannot be pressed and the keyboard passes it by.
func NewTile(value, label, note string, open func()) *Tile {
	t := &Tile{value: value, label: label, note: note}
	t.become(t, open)
	if open == nil {
		t.Disable()
	}
	return t
}

// Set shows another figure.
func (t *Tile) Set(value, label, note string, status Status) {
	t.value, t.label, t.note, t.status = value, label, note, status
	t.Refresh()
}

// Label is what the figure is.
func (t *Tile) Label() string { return t.label }

// Value is the figure.
func (t *Tile) Value() string { return t.value }

// AccessibilityLabel is for readers of the screen.
func (t *Tile) AccessibilityLabel() string { return t.label + " " + t.value }

// CreateRenderer is for Fyne.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	back, ring := t.frame()
	value := look.NewText("", look.FigureStyle).Gives()
	label := look.NewWrapped("", look.Style{Size: look.SizeBody, Color: look.ColorInk}).MaxLines(2)
	note := look.NewWrapped("", look.SecondaryStyle).MaxLines(2)
	const air = look.Unit * 1.5
	return (&drawn{
		self: t, objects: []fyne.CanvasObject{back, value, label, note, ring},
		min: func() fyne.Size {
			h := look.LineHeight(look.FigureStyle) + look.LineHeight(look.BodyStyle)*2 + 2*air
			if t.note != "" {
				h += look.LineHeight(look.SecondaryStyle) + 2
			}
			return fyne.NewSize(136, h)
		},
		place: func(s fyne.Size) {
			back.Resize(s)
			ring.Resize(s)
			w, y := s.Width-2*air, float32(air)
			put(value, air, y, w, value.MinSize().Height)
			y += value.MinSize().Height
			h := heightAt(label, w)
			put(label, air, y, w, h)
			h = heightAt(note, w)
			put(note, air, s.Height-air-h+2, w, h)
		},
		paint: func() {
			back.FillColor, back.StrokeColor, back.StrokeWidth = look.Color(look.ColorSurface), look.Color(look.ColorLine), 1
			if t.hovered && !t.Disabled() {
				back.FillColor, back.StrokeColor = look.Color(look.ColorHover), look.Color(look.ColorEdge)
			}
			t.paintRing()
			value.SetText(t.value)
			label.SetText(t.label)
			note.SetText(t.note)
			style := look.SecondaryStyle
			style.Color = t.status.Color()
			style.Bold = t.status != Plain
			note.SetStyle(style)
		},
	}).start()
}
