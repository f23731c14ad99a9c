package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"dogovor/app/look"
)

// Segment is a row of words of which one holds: ←→, first letters and digits choose, Delete takes the choice back, Enter moves on.
type Segment struct {
	press
	OnChange func(key string)

	options []Option
	chosen  int // -1 nothing
	over    int // under the mouse, -1 none
	watch   func()
}

// NewSegment makes a row of words; nothing is chosen at first.
func NewSegment(options []Option, onChange func(key string)) *Segment {
	s := &Segment{options: options, OnChange: onChange, chosen: -1, over: -1}
	s.become(s, nil)
	s.keys = s.key
	return s
}

// Key is the key of the word chosen, "" for none.
func (s *Segment) Key() string {
	if s.chosen < 0 {
		return ""
	}
	return s.options[s.chosen].Key
}

// SetKey chooses without calling OnChange; an unknown key chooses nothing.
func (s *Segment) SetKey(key string) {
	s.chosen = -1
	for i, o := range s.options {
		if o.Key == key && key != "" {
			s.chosen = i
		}
	}
	s.Refresh()
}

func (s *Segment) choose(i int) {
	if i == s.chosen || i >= len(s.options) || s.Disabled() {
		return
	}
	s.chosen = i
	s.Refresh()
	if s.OnChange != nil {
		s.OnChange(s.Key())
	}
}

func (s *Segment) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		s.choose(max(s.chosen-1, 0))
	case fyne.KeyRight:
		s.choose(min(s.chosen+1, len(s.options)-1))
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.options) - 1)
	case fyne.KeySpace:
		s.choose((s.chosen + 1) % len(s.options))
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.choose(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		focusNext(s)
	default:
		return false
	}
	return true
}

// TypedRune chooses by first letter, going on among words that begin alike, or by position.
func (s *Segment) TypedRune(r rune) {
	if n := int(r - '1'); n >= 0 && n < len(s.options) && r <= '9' {
		s.choose(n)
		return
	}
	want := folded(string(r))
	if strings.TrimSpace(want) == "" {
		return
	}
	for step := 1; step <= len(s.options); step++ {
		i := (max(s.chosen, -1) + step) % len(s.options)
		if strings.HasPrefix(folded(s.options[i].Label), want) {
			s.choose(i)
			return
		}
	}
}

// at finds the word at a distance from the left.
func (s *Segment) at(x float32) int {
	left := float32(0)
	for i := range s.options {
		left += s.width(i)
		if x < left {
			return i
		}
	}
	return -1
}

func (s *Segment) width(i int) float32 {
	return look.Measure(s.options[i].Label, look.StrongStyle) + look.Unit*2.5
}

// Tapped chooses the word under the mouse.
func (s *Segment) Tapped(ev *fyne.PointEvent) {
	if s.Disabled() {
		return
	}
	Focus(s)
	if i := s.at(ev.Position.X); i >= 0 {
		s.choose(i)
	}
}

// MouseMoved shows the word under the mouse.
func (s *Segment) MouseMoved(ev *desktop.MouseEvent) {
	if i := s.at(ev.Position.X); i != s.over {
		s.over = i
		s.Refresh()
	}
}

// MouseOut is for Fyne.
func (s *Segment) MouseOut() {
	s.over = -1
	s.press.MouseOut()
}

// FocusGained is for Fyne.
func (s *Segment) FocusGained() {
	s.press.FocusGained()
	if s.watch != nil {
		s.watch()
	}
}

func (s *Segment) watchBy(f func()) { s.watch = f }

// CreateRenderer is for Fyne.
func (s *Segment) CreateRenderer() fyne.WidgetRenderer {
	back, ring := s.frame()
	back.StrokeWidth = 1
	var fills, rules []*canvas.Rectangle
	var words []*canvas.Text
	objects := []fyne.CanvasObject{back}
	for range s.options {
		f, t, r := canvas.NewRectangle(nil), canvas.NewText("", nil), canvas.NewRectangle(nil)
		f.CornerRadius = look.Radius
		t.Alignment = fyne.TextAlignCenter
		fills, words, rules = append(fills, f), append(words, t), append(rules, r)
		objects = append(objects, f, r, t)
	}
	return (&drawn{
		self: s, objects: append(objects, ring),
		min: func() fyne.Size {
			w := float32(0)
			for i := range s.options {
				w += s.width(i)
			}
			return fyne.NewSize(w, look.RowHeight)
		},
		place: func(size fyne.Size) {
			x, h := float32(0), look.LineHeight(look.BodyStyle)
			top := (size.Height - look.RowHeight) / 2
			for i := range s.options {
				w := s.width(i)
				put(fills[i], x+1, top+1, w-2, look.RowHeight-2)
				put(rules[i], x, top+8, 1, look.RowHeight-16)
				put(words[i], x, top+(look.RowHeight-h)/2, w, h)
				x += w
			}
			put(back, 0, top, x, look.RowHeight)
			put(ring, -2, top-2, x+4, look.RowHeight+4)
		},
		paint: func() {
			s.paintRing()
			back.FillColor, back.StrokeColor = look.Color(look.ColorSurface), look.Color(look.ColorEdge)
			for i, o := range s.options {
				words[i].Text, words[i].TextSize, words[i].Color = o.Label, look.SizeBody, look.Color(look.ColorInk)
				words[i].TextStyle.Bold = i == s.chosen
				fills[i].FillColor = look.Color(look.ColorHover)
				fills[i].Hidden = i != s.chosen && i != s.over
				rules[i].FillColor = look.Color(look.ColorLine)
				rules[i].Hidden = i == 0 || i == s.chosen || i == s.chosen+1
				if i == s.chosen {
					fills[i].FillColor, words[i].Color = look.Color(look.ColorAccent), look.Color(look.ColorOnAccent)
				}
				if s.Disabled() {
					words[i].Color = look.Color("disabled")
					fills[i].FillColor = look.Color(look.ColorLine)
				}
				words[i].Refresh()
				fills[i].Refresh()
			}
		},
	}).start()
}
