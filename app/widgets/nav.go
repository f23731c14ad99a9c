package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dogovor/app/look"
)

// NavItem is an area in the side navigation: icon, word, and a count where something is overdue.
type NavItem struct {
	press
	icon     fyne.Resource
	word     string
	count    string
	selected bool
}

// NewNavItem makes the item of an area.
func NewNavItem(icon fyne.Resource, word string, open func()) *NavItem {
	n := &NavItem{icon: icon, word: word}
	n.become(n, open)
	return n
}

// SetSelected marks the area in which one is.
func (n *NavItem) SetSelected(on bool) {
	n.selected = on
	n.Refresh()
}

// SetCount shows how many things are overdue; "" for none.
func (n *NavItem) SetCount(count string) {
	n.count = count
	n.Refresh()
}

// SetWord changes the word, when the language does.
func (n *NavItem) SetWord(word string) {
	n.word = word
	n.Refresh()
}

// SetTip gives the mouse more to read, such as what the count means.
func (n *NavItem) SetTip(text string) { n.tip.text = text }

// AccessibilityLabel is for readers of the screen.
func (n *NavItem) AccessibilityLabel() string { return n.word }

// CreateRenderer is for Fyne.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	back, ring := n.frame()
	bar := canvas.NewRectangle(nil)
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	word, count, pill := canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewRectangle(nil)
	pill.CornerRadius = 9
	count.Alignment = fyne.TextAlignCenter
	small := look.Style{Size: look.SizeSmall, Bold: true}
	const size, high = float32(18), float32(38)
	pillWidth := func() float32 {
		if n.count == "" {
			return 0
		}
		return max(look.Measure(n.count, small)+look.Unit*1.5, 20)
	}
	return (&drawn{
		self: n, objects: []fyne.CanvasObject{back, bar, icon, word, pill, count, ring},
		min: func() fyne.Size {
			return fyne.NewSize(look.Unit*5+size+look.Measure(n.word, look.StrongStyle)+pillWidth(), high)
		},
		place: func(s fyne.Size) {
			put(back, 0, 0, s.Width, s.Height)
			put(ring, 1, 1, s.Width-2, s.Height-2)
			put(bar, 0, 8, 3, s.Height-16)
			x := float32(look.Unit * 1.5)
			put(icon, x, (s.Height-size)/2, size, size)
			x += size + look.Unit*1.25
			h, p := look.LineHeight(look.BodyStyle), pillWidth()
			room := s.Width - x - p - look.Unit*1.5
			word.Text = look.Cut(n.word, room, look.StrongStyle)
			put(word, x, (s.Height-h)/2, room, h)
			px := s.Width - p - look.Unit
			put(pill, px, (s.Height-18)/2, p, 18)
			hc := look.LineHeight(small)
			put(count, px, (s.Height-hc)/2, p, hc)
		},
		paint: func() {
			ink := fyne.ThemeColorName(look.ColorInk)
			back.FillColor, back.Hidden = look.Color(look.ColorHover), !n.hovered && !n.selected
			if n.selected {
				back.FillColor = look.Color(look.ColorAccentSoft)
				ink = look.ColorAccent
			}
			n.paintRing()
			bar.FillColor, bar.Hidden = look.Color(look.ColorAccent), !n.selected
			icon.Resource = look.Icon(n.icon, ink)
			word.TextSize, word.Color, word.TextStyle.Bold = look.SizeBody, look.Color(look.ColorInk), n.selected
			count.Text, count.TextSize, count.TextStyle.Bold = n.count, look.SizeSmall, true
			count.Color, pill.FillColor = look.Color("foregroundOnError"), look.Color(look.ColorOverdue)
			pill.Hidden = n.count == ""
			count.Hidden = n.count == ""
			icon.Refresh()
			word.Refresh()
			count.Refresh()
		},
	}).start()
}
