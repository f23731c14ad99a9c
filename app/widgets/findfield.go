package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
)

// FindField looks like a field and opens the FindPanel when it is pressed. It is for the mouse, and tells the key.
type FindField struct {
	press
	word, key string
}

// NewFindField makes it; key is shown at its right end.
func NewFindField(word, key string, open func()) *FindField {
	f := &FindField{word: word, key: key}
	f.become(f, open)
	return f
}

// Word is what it says.
func (f *FindField) Word() string { return f.word }

// AccessibilityLabel is for readers of the screen.
func (f *FindField) AccessibilityLabel() string { return f.word }

// CreateRenderer is for Fyne.
func (f *FindField) CreateRenderer() fyne.WidgetRenderer {
	back, ring := f.frame()
	back.StrokeWidth = 1
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	word, key := canvas.NewText("", nil), canvas.NewText("", nil)
	const size, air = float32(16), look.Unit
	return (&drawn{
		self: f, objects: []fyne.CanvasObject{back, icon, word, key, ring},
		min: func() fyne.Size {
			wide := air*3 + size + look.Measure(f.word, look.BodyStyle) + look.Unit*3 + look.Measure(f.key, look.SecondaryStyle) + air
			return fyne.NewSize(wide, look.RowHeight)
		},
		place: func(s fyne.Size) {
			put(back, 0, 0, s.Width, s.Height)
			put(ring, 0, 0, s.Width, s.Height)
			put(icon, air, (s.Height-size)/2, size, size)
			line, small := look.LineHeight(look.BodyStyle), look.LineHeight(look.SecondaryStyle)
			x, wide := air*2+size, look.Measure(f.key, look.SecondaryStyle)
			put(word, x, (s.Height-line)/2, s.Width-x, line)
			put(key, s.Width-air-wide, (s.Height-line)/2+line-small-1, wide, small)
		},
		paint: func() {
			back.FillColor, back.StrokeColor = look.Color("inputBackground"), look.Color(look.ColorEdge)
			if f.hovered {
				back.FillColor = look.Color(look.ColorHover)
			}
			f.paintRing()
			icon.Resource = look.Icon(theme.SearchIcon(), look.ColorSecondary)
			word.Text, word.TextSize, word.Color = f.word, look.SizeBody, look.Color(look.ColorSecondary)
			key.Text, key.TextSize, key.Color = f.key, look.SizeSmall, look.Color(look.ColorSecondary)
			icon.Refresh()
		},
	}).start()
}
