package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Line is one thing in a LineList: what it is, a grey note below it, and at the right how it stands.
type Line struct {
	Text   string
	Note   string
	State  string
	Status Status // colours State
	Open   func()
}

// LineList is a few lines below each other, each of which opens something: the mouse, Enter and Space open, ↑↓ Home End go through them.
// Beyond its ends ↑↓ ask OnPast where to go on; Tab goes to what stands next to the list.
type LineList struct {
	widget.BaseWidget
	OnPast func(down bool)

	lines   []*lineRow
	at      int
	focused bool
}

// NewLineList makes it; it needs at least one line.
func NewLineList(lines []Line) *LineList {
	l := &LineList{}
	for i, x := range lines {
		l.lines = append(l.lines, newLineRow(l, i, x))
	}
	l.ExtendBaseWidget(l)
	return l
}

// At is which line has or will have the focus, from 0.
func (l *LineList) At() int { return l.at }

// FocusLine puts the focus on a line, on the nearest there is.
func (l *LineList) FocusLine(i int) {
	l.at = max(min(i, len(l.lines)-1), 0)
	Focus(l)
	l.moved()
}

// FocusLast puts it on the last one.
func (l *LineList) FocusLast() { l.FocusLine(len(l.lines) - 1) }

// moved shows where the focus is.
func (l *LineList) moved() {
	for _, r := range l.lines {
		r.Refresh()
	}
	if l.focused {
		keepInSight(l.lines[l.at])
	}
}

// FocusGained is for Fyne.
func (l *LineList) FocusGained() { l.focused = true; l.moved() }

// FocusLost is for Fyne.
func (l *LineList) FocusLost() { l.focused = false; l.moved() }

// TypedRune is for Fyne.
func (l *LineList) TypedRune(rune) {}

// TypedShortcut hands shortcuts on to the window.
func (l *LineList) TypedShortcut(s fyne.Shortcut) { passShortcut(l, s) }

// TypedKey goes through the lines and opens them.
func (l *LineList) TypedKey(ev *fyne.KeyEvent) {
	to := l.at
	switch ev.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(l.lines) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.lines[l.at].line.Open()
		return
	default:
		pass(l, ev)
		return
	}
	if to < 0 || to >= len(l.lines) {
		if l.OnPast != nil {
			l.OnPast(to > 0)
		}
		return
	}
	l.at = to
	l.moved()
}

// AccessibilityLabel is for readers of the screen.
func (l *LineList) AccessibilityLabel() string {
	x := l.lines[l.at].line
	return x.Text + ", " + x.State + ", " + x.Note
}

// AccessibilityRole is for readers of the screen.
func (l *LineList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer is for Fyne.
func (l *LineList) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	back.CornerRadius, back.StrokeWidth = look.Radius, 1
	objects := []fyne.CanvasObject{back}
	for _, r := range l.lines {
		objects = append(objects, r)
	}
	return (&drawn{
		self: l, objects: objects,
		min: func() fyne.Size {
			m := fyne.NewSize(200, 0)
			for _, r := range l.lines {
				m.Height += r.MinSize().Height
			}
			return m
		},
		place: func(s fyne.Size) {
			back.Resize(s)
			y := float32(0)
			for _, r := range l.lines {
				h := r.MinSize().Height
				put(r, 0, y, s.Width, h)
				y += h
			}
		},
		paint: func() {
			back.FillColor, back.StrokeColor = look.Color(look.ColorSurface), look.Color(look.ColorLine)
			for _, r := range l.lines {
				r.Refresh()
			}
		},
	}).start()
}

// lineRow is one line.
type lineRow struct {
	widget.BaseWidget
	of      *LineList
	index   int
	line    Line
	hovered bool
	tip     tipper
}

func newLineRow(of *LineList, index int, line Line) *lineRow {
	r := &lineRow{of: of, index: index, line: line}
	r.ExtendBaseWidget(r)
	return r
}

// Word is what the line says.
func (r *lineRow) Word() string { return r.line.Text }

// Tapped opens it.
func (r *lineRow) Tapped(*fyne.PointEvent) {
	r.tip.leave()
	r.of.FocusLine(r.index)
	r.line.Open()
}

// MouseIn is for Fyne.
func (r *lineRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.tip.rest(r)
	r.Refresh()
}

// MouseMoved is for Fyne.
func (r *lineRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (r *lineRow) MouseOut() {
	r.hovered = false
	r.tip.leave()
	r.Refresh()
}

// Cursor is for Fyne.
func (r *lineRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (r *lineRow) CreateRenderer() fyne.WidgetRenderer {
	back, line, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	ring.CornerRadius, ring.StrokeWidth = look.Radius, look.Ring
	text, note, state := canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil)
	const side, air = look.Unit * 1.5, look.Unit * .75
	small := look.Style{Size: look.SizeSmall, Bold: true}
	textHigh, noteHigh, stateHigh := look.LineHeight(look.BodyStyle), look.LineHeight(look.SecondaryStyle), look.LineHeight(small)
	return (&drawn{
		self: r, objects: []fyne.CanvasObject{back, line, text, note, state, ring},
		min: func() fyne.Size {
			h := textHigh + air*2
			if r.line.Note != "" {
				h += noteHigh
			}
			return fyne.NewSize(160, h)
		},
		place: func(s fyne.Size) {
			put(back, 1, 1, s.Width-2, s.Height-2)
			put(line, side, s.Height-1, s.Width-side*2, 1)
			put(ring, 1, 1, s.Width-2, s.Height-2)
			room := s.Width - side*2
			state.Text = look.Cut(r.line.State, room/2, small)
			w := look.Measure(state.Text, small)
			put(state, s.Width-side-w, air+(textHigh-stateHigh)/2, w+1, stateHigh)
			left := room
			if w > 0 {
				left -= w + side
			}
			text.Text = look.Cut(r.line.Text, left, look.BodyStyle)
			r.tip.text = ""
			if text.Text != r.line.Text {
				r.tip.text = r.line.Text
			}
			put(text, side, air, left, textHigh)
			note.Text = look.Cut(r.line.Note, room, look.SecondaryStyle)
			put(note, side, air+textHigh, room, noteHigh)
		},
		paint: func() {
			here := r.of.focused && r.of.at == r.index
			back.FillColor, back.Hidden = look.Color(look.ColorHover), !r.hovered && !here
			if here {
				back.FillColor = look.Color(look.ColorAccentSoft)
			}
			ring.StrokeColor, ring.Hidden = look.Color(look.ColorAccent), !here
			line.FillColor, line.Hidden = look.Color(look.ColorLine), r.index == len(r.of.lines)-1
			text.Color, text.TextSize = look.Color(look.ColorInk), look.SizeBody
			note.Color, note.TextSize = look.Color(look.ColorSecondary), look.SizeSmall
			state.Color, state.TextSize, state.TextStyle.Bold = look.Color(r.line.Status.Color()), look.SizeSmall, true
			text.Refresh()
			note.Refresh()
			state.Refresh()
		},
	}).start()
}
