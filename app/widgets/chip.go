package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
)

// FilterChip is a word that narrows a list, or one of many choices; pressing it, Delete or Backspace take it away.
type FilterChip struct {
	press
	word string
}

// NewFilterChip makes a chip; remove says what taking it away does, tip what the mouse is told ("Remove Krivelj").
func NewFilterChip(word, tip string, remove func()) *FilterChip {
	c := &FilterChip{word: word}
	c.tip.text = tip
	c.become(c, remove)
	c.keys = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace {
			c.Tapped(nil)
			return true
		}
		return false
	}
	return c
}

// Word is what the chip says.
func (c *FilterChip) Word() string { return c.word }

// AccessibilityLabel is for readers of the screen.
func (c *FilterChip) AccessibilityLabel() string { return c.word }

// CreateRenderer is for Fyne.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	back, ring := c.frame()
	back.CornerRadius, ring.CornerRadius = 13, 13
	text := canvas.NewText("", nil)
	cross := canvas.NewImageFromResource(nil)
	const height, icon = 26, 14
	return (&drawn{
		self: c, objects: []fyne.CanvasObject{back, text, cross, ring},
		min: func() fyne.Size {
			return fyne.NewSize(min(look.Measure(c.word, look.BodyStyle), 280)+look.Unit*2+icon+6, height)
		},
		place: func(s fyne.Size) {
			top := (s.Height - height) / 2
			put(back, 0, top, s.Width, height)
			put(ring, 0, top, s.Width, height)
			room := s.Width - look.Unit*2 - icon - 6
			text.Text = look.Cut(c.word, room+1, look.BodyStyle)
			h := look.LineHeight(look.BodyStyle)
			put(text, look.Unit+2, (s.Height-h)/2, room, h)
			put(cross, s.Width-look.Unit-icon, (s.Height-icon)/2, icon, icon)
		},
		paint: func() {
			c.paintRing()
			back.FillColor, back.StrokeColor, back.StrokeWidth = look.Color(look.ColorAccentSoft), look.Color(look.ColorAccent), 1
			if !c.hovered {
				back.StrokeWidth = 0
			}
			text.Color, text.TextSize = look.Color(look.ColorInk), look.SizeBody
			cross.Resource = look.Icon(theme.CancelIcon(), look.ColorSecondary)
			cross.Hidden = c.Disabled()
			cross.Refresh()
			text.Refresh()
		},
	}).start()
}
