package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dogovor/app/look"
)

// Link is a mention of a record: pressing it opens the record.
type Link struct {
	press
	text string
}

// NewLink makes a link that says text.
func NewLink(text string, open func()) *Link {
	l := &Link{text: text}
	l.become(l, open)
	return l
}

// SetText says something else.
func (l *Link) SetText(text string) {
	l.text = text
	l.Refresh()
}

// Text is what the link says.
func (l *Link) Text() string { return l.text }

// AccessibilityLabel is for readers of the screen.
func (l *Link) AccessibilityLabel() string { return l.text }

// AccessibilityRole is for readers of the screen.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer is for Fyne.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	_, ring := l.frame()
	text := canvas.NewText("", nil)
	line := canvas.NewRectangle(nil)
	return (&drawn{
		self: l, objects: []fyne.CanvasObject{text, line, ring},
		min: func() fyne.Size {
			return fyne.NewSize(min(look.Measure(l.text, look.BodyStyle), 480), look.LineHeight(look.BodyStyle))
		},
		place: func(s fyne.Size) {
			text.Text = look.Cut(l.text, s.Width, look.BodyStyle)
			w, h := look.Measure(text.Text, look.BodyStyle), look.LineHeight(look.BodyStyle)
			y := (s.Height - h) / 2
			put(text, 0, y, s.Width, h)
			put(line, 0, y+h-2, w, 1)
			put(ring, -3, y-2, w+6, h+4)
		},
		paint: func() {
			l.paintRing()
			text.Color, text.TextSize = look.Color(look.ColorAccent), look.SizeBody
			line.FillColor = look.Color(look.ColorAccent)
			line.Hidden = !l.hovered && !l.focused
			text.Refresh()
		},
	}).start()
}
