package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// press is what everything has in common that can be pressed: mouse, Enter and Space do the same, the focus shows as a copper ring,
// a tooltip comes after a rest, and keys without a use go on to the window.
type press struct {
	widget.DisableableWidget
	self    fyne.Widget
	do      func()
	tip     tipper
	hovered bool
	focused bool
	ring    *canvas.Rectangle
	keys    func(*fyne.KeyEvent) bool // keys beyond Enter and Space; true when used
}

// become ties the widget that embeds press to it.
func (p *press) become(self fyne.Widget, do func()) {
	p.self, p.do = self, do
	p.ExtendBaseWidget(self)
}

// frame makes the rectangle behind and the ring around; call it in CreateRenderer.
func (p *press) frame() (back, ring *canvas.Rectangle) {
	back = box(look.ColorSurface)
	p.ring = canvas.NewRectangle(nil)
	p.ring.CornerRadius = look.Radius
	p.ring.StrokeWidth = look.Ring
	return back, p.ring
}

// paintRing shows the focus.
func (p *press) paintRing() {
	p.ring.StrokeColor = look.Color(look.ColorAccent)
	p.ring.Hidden = !p.focused
}

// Tapped presses it.
func (p *press) Tapped(*fyne.PointEvent) {
	p.tip.leave()
	if !p.Disabled() && p.do != nil {
		p.do()
	}
}

// FocusGained is for Fyne.
func (p *press) FocusGained() {
	p.focused = true
	p.Refresh()
	keepInSight(p.self)
}

// FocusLost is for Fyne.
func (p *press) FocusLost() { p.focused = false; p.tip.leave(); p.Refresh() }

// TypedRune is for Fyne.
func (p *press) TypedRune(rune) {}

// TypedKey presses on Enter and Space.
func (p *press) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case p.keys != nil && p.keys(ev):
	case isEnter(ev.Name) || ev.Name == fyne.KeySpace:
		p.Tapped(nil)
	default:
		pass(p.self, ev)
	}
}

// TypedShortcut hands shortcuts on to the window.
func (p *press) TypedShortcut(s fyne.Shortcut) { passShortcut(p.self, s) }

// MouseIn is for Fyne.
func (p *press) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.tip.rest(p.self)
	p.Refresh()
}

// MouseMoved is for Fyne.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (p *press) MouseOut() {
	p.hovered = false
	p.tip.leave()
	p.Refresh()
}

// AccessibilityRole is for readers of the screen.
func (p *press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cursor is a hand over what can be pressed.
func (p *press) Cursor() desktop.Cursor {
	if p.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
