package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
)

// Check is yes or no: Space and the mouse change it, Enter moves on.
type Check struct {
	press
	OnChange func(bool)

	word    string
	checked bool
	watch   func()
}

// NewCheck makes a check that is off.
func NewCheck(word string, onChange func(bool)) *Check {
	c := &Check{word: word, OnChange: onChange}
	c.become(c, func() {
		c.checked = !c.checked
		c.Refresh()
		if c.OnChange != nil {
			c.OnChange(c.checked)
		}
	})
	c.keys = func(ev *fyne.KeyEvent) bool {
		if isEnter(ev.Name) {
			focusNext(c)
		}
		return isEnter(ev.Name)
	}
	return c
}

// Checked tells whether it is on.
func (c *Check) Checked() bool { return c.checked }

// SetChecked turns it on or off without calling OnChange.
func (c *Check) SetChecked(on bool) {
	c.checked = on
	c.Refresh()
}

// Tapped changes it and takes the focus.
func (c *Check) Tapped(ev *fyne.PointEvent) {
	if ev != nil && !c.Disabled() {
		Focus(c)
	}
	c.press.Tapped(ev)
}

// FocusGained is for Fyne.
func (c *Check) FocusGained() {
	c.press.FocusGained()
	if c.watch != nil {
		c.watch()
	}
}

func (c *Check) watchBy(f func()) { c.watch = f }

// AccessibilityLabel is for readers of the screen.
func (c *Check) AccessibilityLabel() string { return c.word }

// CreateRenderer is for Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	back, ring := c.frame()
	mark := canvas.NewImageFromResource(nil)
	mark.FillMode = canvas.ImageFillContain
	word := canvas.NewText("", nil)
	const size, gap = 18, look.Unit
	return (&drawn{
		self: c, objects: []fyne.CanvasObject{back, mark, word, ring},
		min: func() fyne.Size {
			return fyne.NewSize(4+size+gap+look.Measure(c.word, look.BodyStyle)+4, look.RowHeight)
		},
		place: func(s fyne.Size) {
			y := (s.Height - size) / 2
			put(back, 4, y, size, size)
			put(mark, 5, y+1, size-2, size-2)
			put(ring, 1, y-3, size+6, size+6)
			h := look.LineHeight(look.BodyStyle)
			word.Text = look.Cut(c.word, s.Width-size-gap-4, look.BodyStyle)
			put(word, 4+size+gap, (s.Height-h)/2, s.Width-size-gap, h)
		},
		paint: func() {
			c.paintRing()
			back.FillColor, back.StrokeColor, back.StrokeWidth = look.Color(look.ColorSurface), look.Color(look.ColorEdge), 1.5
			word.Color, word.TextSize = look.Color(look.ColorInk), look.SizeBody
			if c.checked {
				back.FillColor, back.StrokeColor = look.Color(look.ColorAccent), look.Color(look.ColorAccent)
			}
			if c.Disabled() {
				word.Color, back.StrokeColor = look.Color("disabled"), look.Color(look.ColorLine)
				if c.checked {
					back.FillColor = look.Color("disabled")
				}
			}
			mark.Hidden = !c.checked
			mark.Resource = look.Icon(theme.ConfirmIcon(), look.ColorOnAccent)
			mark.Refresh()
			word.Refresh()
			back.Refresh()
		},
	}).start()
}
