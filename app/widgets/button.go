package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
)

type buttonKind int

const (
	primary buttonKind = iota
	secondary
	quiet
)

// Button is something to do, said in a word. One button of a screen is primary; all others are secondary or quiet.
type Button struct {
	press
	kind     buttonKind
	word     string
	key      string
	icon     fyne.Resource
	iconOnly bool
	aside    bool // Enter goes past it
}

func newButton(kind buttonKind, word string, do func()) *Button {
	b := &Button{kind: kind, word: word}
	b.become(b, do)
	return b
}

// PrimaryButton is the one main action of a screen, in copper.
func PrimaryButton(word string, do func()) *Button { return newButton(primary, word, do) }

// SecondaryButton is any other action.
func SecondaryButton(word string, do func()) *Button { return newButton(secondary, word, do) }

// QuietButton is an action without a border, for rows and corners.
func QuietButton(word string, do func()) *Button { return newButton(quiet, word, do) }

// IconButton shows only its icon; its word comes as a tooltip after the mouse rests on it.
func IconButton(icon fyne.Resource, word string, do func()) *Button {
	b := newButton(quiet, word, do)
	b.icon, b.iconOnly, b.tip.text = icon, true, word
	return b
}

// RemoveButton takes a row away. Enter, with which a person goes from field to field, goes past it and never presses it: Tab reaches it,
// and Space and the mouse press it.
func RemoveButton(word string, do func()) *Button {
	return IconButton(theme.CancelIcon(), word, do).goneBy()
}

// AsideButton is a quiet action that goes with a row; like RemoveButton, Enter goes past it.
func AsideButton(word string, do func()) *Button { return QuietButton(word, do).goneBy() }

// goneBy lets Enter go past the button.
func (b *Button) goneBy() *Button {
	b.aside = true
	b.keys = func(ev *fyne.KeyEvent) bool {
		if isEnter(ev.Name) {
			focusNext(b)
		}
		return isEnter(ev.Name)
	}
	return b
}

// WithIcon puts an icon before the word; it returns b for chaining.
func (b *Button) WithIcon(icon fyne.Resource) *Button {
	b.icon = icon
	b.Refresh()
	return b
}

// WithKey shows the key that does the same ("Ctrl+S") behind the word; it returns b for chaining.
func (b *Button) WithKey(key string) *Button {
	b.key = key
	b.Refresh()
	return b
}

// WithTip gives a longer explanation to the resting mouse; it returns b for chaining.
func (b *Button) WithTip(text string) *Button {
	b.tip.text = text
	return b
}

// SetWord says something else.
func (b *Button) SetWord(word string) {
	if b.iconOnly {
		b.tip.text = word
	}
	b.word = word
	b.Refresh()
}

// Word is what the button says.
func (b *Button) Word() string { return b.word }

// SetIconOnly hides the word where there is no room; it is then the tooltip.
func (b *Button) SetIconOnly(only bool) {
	b.iconOnly = only && b.icon != nil
	b.tip.text = ""
	if b.iconOnly {
		b.tip.text = b.word
	}
	b.Refresh()
}

// OnTapped replaces what the button does.
func (b *Button) OnTapped(do func()) { b.do = do }

func (b *Button) colours() (fill, stroke, ink fyne.ThemeColorName) {
	switch {
	case b.Disabled():
		return look.ColorPage, look.ColorLine, "disabled"
	case b.kind == primary:
		return look.ColorAccent, look.ColorAccent, look.ColorOnAccent
	case b.hovered:
		return look.ColorHover, look.ColorEdge, look.ColorInk
	}
	return look.ColorSurface, look.ColorEdge, look.ColorInk
}

// AccessibilityLabel is for readers of the screen.
func (b *Button) AccessibilityLabel() string { return b.word }

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	back, ring := b.frame()
	over := canvas.NewRectangle(nil) // darkens the copper under the mouse
	over.CornerRadius = look.Radius
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	word := canvas.NewText("", nil)
	key := canvas.NewText("", nil)
	const iconSize, gap = 18, 6
	width := func() float32 {
		w := float32(0)
		if b.icon != nil {
			w += iconSize
		}
		if !b.iconOnly {
			if b.icon != nil {
				w += gap
			}
			w += word.MinSize().Width
			if b.key != "" {
				w += gap*2 + key.MinSize().Width
			}
		}
		return w
	}
	return (&drawn{
		self: b, objects: []fyne.CanvasObject{back, over, icon, word, key, ring},
		min: func() fyne.Size {
			if b.iconOnly {
				return fyne.NewSize(look.RowHeight, look.RowHeight)
			}
			pad := look.Unit * 3
			if b.kind == quiet {
				pad = look.Unit * 2
			}
			return fyne.NewSize(width()+pad, look.RowHeight)
		},
		place: func(s fyne.Size) {
			back.Resize(s)
			over.Resize(s)
			put(ring, 1, 1, s.Width-2, s.Height-2)
			x := (s.Width - width()) / 2
			if b.icon != nil {
				put(icon, x, (s.Height-iconSize)/2, iconSize, iconSize)
				x += iconSize + gap
			}
			h := word.MinSize().Height
			put(word, x, (s.Height-h)/2, word.MinSize().Width, h)
			x += word.MinSize().Width + gap*2
			h = key.MinSize().Height
			put(key, x, (s.Height-h)/2, key.MinSize().Width, h)
		},
		paint: func() {
			fill, stroke, ink := b.colours()
			back.FillColor, back.StrokeColor, back.StrokeWidth = look.Color(fill), look.Color(stroke), 1
			if b.kind == quiet {
				back.StrokeWidth = 0
				back.Hidden = !b.hovered || b.Disabled()
			}
			over.FillColor = look.Color("pressed")
			over.Hidden = b.kind != primary || !b.hovered || b.Disabled()
			b.paintRing()
			if b.kind == primary { // copper on copper would not show
				ring.StrokeColor = look.Color(look.ColorOnAccent)
				put(ring, 3, 3, b.Size().Width-6, b.Size().Height-6)
			}
			icon.Hidden = b.icon == nil
			if b.icon != nil {
				icon.Resource = look.Icon(b.icon, ink)
				icon.Refresh()
			}
			word.Text, word.Color, word.TextSize = b.word, look.Color(ink), look.SizeBody
			word.TextStyle.Bold = b.kind == primary
			word.Hidden = b.iconOnly
			key.Text, key.TextSize, key.Hidden = b.key, look.SizeSmall, b.iconOnly || b.key == ""
			key.Color = look.Color(ink)
			if b.kind != primary && !b.Disabled() {
				key.Color = look.Color(look.ColorSecondary)
			}
			word.Refresh()
			key.Refresh()
		},
	}).start()
}

// OnEscape lets Escape do something while the button has the focus, instead of going on to the window.
func (b *Button) OnEscape(do func()) {
	b.OnKey(func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			do()
		}
		return ev.Name == fyne.KeyEscape
	})
}

// OnKey lets keys other than Enter and Space do something while the button has the focus; use tells whether it did.
func (b *Button) OnKey(use func(*fyne.KeyEvent) bool) { b.keys = use }
