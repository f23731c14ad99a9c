package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Copyable is a text with a sign beside it that copies it: a number, a phone, an address. The sign is for the mouse; with the keys the
// whole Page is copied.
type Copyable struct {
	widget.BaseWidget
	text *look.Text
	sign *glyph
}

// NewCopyable makes it.
func NewCopyable(text string, style look.Style) *Copyable {
	c := &Copyable{text: look.NewText(text, style)}
	c.sign = newGlyph(theme.ContentCopyIcon(), speaker.T("widgets.copy"), func() { toClipboard(text) })
	c.sign.tight = true
	c.ExtendBaseWidget(c)
	return c
}

// Text is what can be copied.
func (c *Copyable) Text() string { return c.text.Text() }

// CreateRenderer is for Fyne.
func (c *Copyable) CreateRenderer() fyne.WidgetRenderer {
	sign := c.sign.MinSize()
	return (&drawn{
		self: c, objects: []fyne.CanvasObject{c.text, c.sign}, paint: func() {},
		min: func() fyne.Size {
			m := c.text.MinSize()
			return fyne.NewSize(m.Width+1+sign.Width, max(m.Height, sign.Height))
		},
		place: func(s fyne.Size) {
			w := min(c.text.MinSize().Width+1, max(s.Width-sign.Width, 0))
			put(c.text, 0, 0, w, s.Height)
			put(c.sign, w, (s.Height-sign.Height)/2, sign.Width, sign.Height)
		},
	}).start()
}
