package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Style is how a piece of text is set: its size, weight and colour by name.
type Style struct {
	Size  float32
	Bold  bool
	Color fyne.ThemeColorName
}

// The kinds of text there are. Status styles stand only on words that say the status.
var (
	TitleStyle     = Style{SizeTitle, true, ColorInk}
	SectionStyle   = Style{SizeSection, true, ColorInk}
	BodyStyle      = Style{SizeBody, false, ColorInk}
	StrongStyle    = Style{SizeBody, true, ColorInk}
	SecondaryStyle = Style{SizeSmall, false, ColorSecondary}
	LabelStyle     = Style{SizeSmall, true, ColorSecondary} // above a field, head of a column
	FigureStyle    = Style{SizeFigure, true, ColorInk}
	ErrorStyle     = Style{SizeSmall, false, ColorOverdue}
	OverdueStyle   = Style{SizeBody, true, ColorOverdue}
	SoonStyle      = Style{SizeBody, true, ColorSoon}
	DoneStyle      = Style{SizeBody, true, ColorDone}
	NoteStyle      = Style{SizeBody, true, ColorNote}
)

// Text shows words in one Style, without the padding of widget.Label. With Wrap it breaks into lines at the width it is given, else
// what does not fit is cut with an ellipsis. It is not selectable.
type Text struct {
	widget.BaseWidget
	text  string
	style Style
	align fyne.TextAlign
	wrap  bool
	max   int // most lines when wrapping, 0 for all
	gives bool
	width float32
	lines []string
	tell  func()
}

// NewText makes text that stays on one line.
func NewText(text string, style Style) *Text {
	t := &Text{text: text, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// NewWrapped makes text that breaks into lines.
func NewWrapped(text string, style Style) *Text {
	t := NewText(text, style)
	t.wrap = true
	return t
}

// Title is the heading of a screen or a record.
func Title(text string) *Text { return NewText(text, TitleStyle) }

// Section heads a part of a screen.
func Section(text string) *Text { return NewText(text, SectionStyle) }

// Body is running text; it wraps.
func Body(text string) *Text { return NewWrapped(text, BodyStyle) }

// Strong is emphasised text on one line.
func Strong(text string) *Text { return NewText(text, StrongStyle) }

// Secondary is small grey text on one line.
func Secondary(text string) *Text { return NewText(text, SecondaryStyle) }

// Error says what is wrong with a field or an action; it wraps.
func Error(text string) *Text { return NewWrapped(text, ErrorStyle) }

// Text is what the widget says.
func (t *Text) Text() string { return t.text }

// SetText says something else.
func (t *Text) SetText(text string) {
	if t.text != text {
		t.text = text
		t.relay()
	}
}

// SetStyle sets it differently.
func (t *Text) SetStyle(s Style) {
	if t.style != s {
		t.style = s
		t.relay()
	}
}

// Align puts it to the left, middle or right of its width; it returns t for chaining.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align = a
	t.relay()
	return t
}

// MaxLines cuts wrapped text after n lines with an ellipsis; it returns t for chaining.
func (t *Text) MaxLines(n int) *Text {
	t.max = n
	t.relay()
	return t
}

// Gives lets a line become narrower than its words, which are then cut; it returns t for chaining.
func (t *Text) Gives() *Text {
	t.gives = true
	return t
}

func (t *Text) relay() {
	t.lines = nil
	t.Refresh()
	if t.tell != nil && t.wrap {
		t.tell()
	}
}

// OnHeight lets what the text stands in know when its words changed and with them, perhaps, its height.
func (t *Text) OnHeight(tell func()) { t.tell = tell }

// Resize breaks the lines anew when the width changes.
func (t *Text) Resize(s fyne.Size) {
	if t.width != s.Width {
		t.width, t.lines = s.Width, nil
	}
	t.BaseWidget.Resize(s)
}

func (t *Text) fyneStyle() fyne.TextStyle { return fyne.TextStyle{Bold: t.style.Bold} }

func (t *Text) broken() []string {
	if t.lines == nil {
		measure := func(s string) float32 { return Measure(s, t.style) }
		switch {
		case !t.wrap && t.width > 0:
			t.lines = []string{Cut(t.text, t.width, t.style)}
		case !t.wrap:
			t.lines = []string{t.text}
		default:
			t.lines = breakLines(t.text, t.width, t.max, measure)
		}
	}
	return t.lines
}

// CreateRenderer is for Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

type textRenderer struct {
	t       *Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *textRenderer) Layout(size fyne.Size) {
	r.fill()
	h := LineHeight(r.t.style)
	top := float32(0)
	if total := h * float32(len(r.objects)); !r.t.wrap && size.Height > total {
		top = (size.Height - total) / 2
	}
	for i, o := range r.objects {
		o.Move(fyne.NewPos(0, top+h*float32(i)))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	h := LineHeight(r.t.style)
	if !r.t.wrap && r.t.gives {
		return fyne.NewSize(min(Unit*5, Measure(r.t.text, r.t.style)), h)
	}
	if !r.t.wrap {
		return fyne.NewSize(Measure(r.t.text, r.t.style), h)
	}
	n := len(r.t.broken())
	if r.t.text == "" {
		n = 1
	}
	return fyne.NewSize(Unit*5, h*float32(n))
}

func (r *textRenderer) fill() {
	lines := r.t.broken()
	r.objects = r.objects[:0]
	for _, l := range lines {
		c := canvas.NewText(l, Color(r.t.style.Color))
		c.TextSize, c.TextStyle, c.Alignment = r.t.style.Size, r.t.fyneStyle(), r.t.align
		r.objects = append(r.objects, c)
	}
}

func (r *textRenderer) Refresh() {
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

// Measure is how wide a line of text is in a style.
func Measure(s string, st Style) float32 {
	return fyne.MeasureText(s, st.Size, fyne.TextStyle{Bold: st.Bold}).Width
}

// LineHeight is how high a line of text is in a style.
func LineHeight(st Style) float32 {
	return fyne.MeasureText("Ђg", st.Size, fyne.TextStyle{Bold: st.Bold}).Height
}

// Icon is a theme icon in a colour by name.
func Icon(icon fyne.Resource, color fyne.ThemeColorName) fyne.Resource {
	return theme.NewColoredResource(icon, color)
}
