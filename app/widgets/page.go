package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Page is what there is to read about one record. It takes the focus, so that the keys scroll it: ↑↓ PgUp PgDn Home End; Tab goes to
// what can be pressed in it. Ctrl+C copies it as text, the right button of the mouse the text under it.
type Page struct {
	widget.BaseWidget
	scroll  *Scroll
	ring    *canvas.Rectangle
	focused bool
}

// copied tells that something was copied; the window says it.
var copied = func() {}

// TellCopied lets f hear of everything that is copied from pages.
func TellCopied(f func()) { copied = f }

func toClipboard(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	copied()
}

// NewPage makes a page of content.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{scroll: NewScroll(Pad(look.Unit*2, content)), ring: canvas.NewRectangle(nil)}
	p.ring.StrokeWidth, p.ring.CornerRadius = look.Ring, look.Radius
	p.ExtendBaseWidget(p)
	return p
}

// Offset is how far down it is scrolled.
func (p *Page) Offset() float32 { return p.scroll.Offset() }

// ScrollTo goes to where Offset was.
func (p *Page) ScrollTo(offset float32) { p.scroll.ScrollTo(offset) }

// HasFocus tells whether the page or something on it takes the keys.
func (p *Page) HasFocus() bool {
	c := canvasOf(p)
	if c == nil || c.Focused() == nil {
		return false
	}
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return false
	}
	_, inside := below(p, o)
	return inside
}

// Text is all that stands on the page.
func (p *Page) Text() string { return TextOf(p.scroll.content) }

// FocusGained is for Fyne.
func (p *Page) FocusGained() { p.focused = true; p.paintRing() }

// FocusLost is for Fyne.
func (p *Page) FocusLost() { p.focused = false; p.paintRing() }

func (p *Page) paintRing() {
	p.ring.StrokeColor, p.ring.Hidden = look.Color(look.ColorAccent), !p.focused
	p.ring.Refresh()
}

// TypedRune is for Fyne.
func (p *Page) TypedRune(rune) {}

// TypedKey scrolls.
func (p *Page) TypedKey(ev *fyne.KeyEvent) {
	const step = look.Unit * 6
	page := max(p.scroll.Size().Height-step, step)
	switch ev.Name {
	case fyne.KeyDown:
		p.ScrollTo(p.Offset() + step)
	case fyne.KeyUp:
		p.ScrollTo(p.Offset() - step)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.ScrollTo(p.Offset() + page)
	case fyne.KeyPageUp:
		p.ScrollTo(p.Offset() - page)
	case fyne.KeyHome:
		p.ScrollTo(0)
	case fyne.KeyEnd:
		p.ScrollTo(p.scroll.content.Size().Height)
	case fyne.KeyReturn, fyne.KeyEnter:
		focusNext(p)
	default:
		pass(p, ev)
	}
}

// TypedShortcut copies the page and hands other shortcuts on.
func (p *Page) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		toClipboard(p.Text())
		return
	}
	passShortcut(p, s)
}

// Tapped takes the focus.
func (p *Page) Tapped(*fyne.PointEvent) { Focus(p) }

// TappedSecondary offers to copy the text under the mouse, or all.
func (p *Page) TappedSecondary(ev *fyne.PointEvent) {
	c := canvasOf(p)
	if c == nil {
		return
	}
	Focus(p)
	items := []*fyne.MenuItem{fyne.NewMenuItem(speaker.T("widgets.copy_page"), func() { toClipboard(p.Text()) })}
	o := at(p, ev.Position, func(o fyne.CanvasObject) bool { return leaf(o) != "" })
	if o != nil {
		items = append([]*fyne.MenuItem{fyne.NewMenuItem(speaker.T("widgets.copy_text"), func() { toClipboard(leaf(o)) })}, items...)
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(p).Add(ev.Position)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, place)
}

// CreateRenderer is for Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return (&drawn{
		self: p, objects: []fyne.CanvasObject{p.scroll, p.ring}, min: p.scroll.MinSize,
		place: func(s fyne.Size) {
			p.scroll.Resize(s)
			p.ring.Resize(s)
		},
		paint: func() {
			p.paintRing()
			p.scroll.relay()
		},
	}).start()
}
