package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Status is what a badge's colour says; its word says the same.
type Status int

// The statuses there are colours for.
const (
	Plain Status = iota
	StatusOverdue
	StatusSoon
	StatusDone
	StatusNote
)

// Color is the colour of a status, for words that stand outside a badge.
func (s Status) Color() fyne.ThemeColorName {
	switch s {
	case StatusOverdue:
		return look.ColorOverdue
	case StatusSoon:
		return look.ColorSoon
	case StatusDone:
		return look.ColorDone
	case StatusNote:
		return look.ColorNote
	}
	return look.ColorSecondary
}

// Badge is the word of a status in its colour, with a thin border.
type Badge struct {
	widget.BaseWidget
	word   string
	status Status
}

// NewBadge makes a badge.
func NewBadge(word string, status Status) *Badge {
	b := &Badge{word: word, status: status}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows another word and status.
func (b *Badge) Set(word string, status Status) {
	b.word, b.status = word, status
	b.Refresh()
}

// Word is what the badge says.
func (b *Badge) Word() string { return b.word }

// CreateRenderer is for Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	back.CornerRadius = look.Radius
	text := canvas.NewText("", nil)
	style := look.Style{Size: look.SizeSmall, Bold: true}
	return (&drawn{
		self: b, objects: []fyne.CanvasObject{back, text},
		min: func() fyne.Size {
			return fyne.NewSize(look.Measure(b.word, style)+look.Unit*1.5, look.LineHeight(style)+4)
		},
		place: func(s fyne.Size) {
			h, w := look.LineHeight(style), min(look.Measure(b.word, style)+look.Unit*1.5, s.Width)
			text.Text = look.Cut(b.word, w-look.Unit*1.5+1, style)
			put(back, 0, (s.Height-h-4)/2, w, h+4)
			put(text, look.Unit*.75, (s.Height-h)/2, w-look.Unit*1.5, h)
		},
		paint: func() {
			c := look.Color(b.status.Color())
			text.Color, text.TextSize, text.TextStyle.Bold = c, look.SizeSmall, true
			back.StrokeColor, back.StrokeWidth = c, 1
			back.FillColor = look.Color(look.ColorSurface)
			b.hide(back, text)
		},
	}).start()
}

func (b *Badge) hide(os ...fyne.CanvasObject) {
	for _, o := range os {
		if b.word == "" {
			o.Hide()
		} else {
			o.Show()
		}
		o.Refresh()
	}
}
