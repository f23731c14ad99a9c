// Package widgets are the parts that screens are built of: fields, pickers, tables, buttons, charts. They know look and, where they
// have words of their own, i18n; they know nothing of records, of the store, of navigation, and never decide anything: they call
// back. Everything here is touched on Fyne's own thread only.
package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"dogovor/app/look"
)

// drawn is the renderer of all our widgets: a list of objects with functions that place and colour them.
type drawn struct {
	self    fyne.Widget
	objects []fyne.CanvasObject
	min     func() fyne.Size
	place   func(fyne.Size)
	paint   func()
}

func (d *drawn) Destroy() {
	if parts[d.self] == d {
		delete(parts, d.self)
	}
}

func (d *drawn) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawn) MinSize() fyne.Size           { return d.min() }
func (d *drawn) Layout(s fyne.Size)           { d.place(s) }
func (d *drawn) Refresh() {
	d.paint()
	d.place(d.self.Size())
	canvas.Refresh(d.self)
}

// start paints the widget for the first time.
func (d *drawn) start() *drawn {
	d.paint()
	parts[d.self] = d
	return d
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func box(fill fyne.ThemeColorName) *canvas.Rectangle {
	r := canvas.NewRectangle(look.Color(fill))
	r.CornerRadius = look.Radius
	return r
}

// canvasOf is the canvas that o stands on. Fyne knows it only of what was painted once; the program has one window, so what is new to
// it will stand there.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if all := driver.AllWindows(); len(all) == 1 {
		return all[0].Canvas()
	}
	return nil
}

// Focus puts the keyboard focus on a widget of ours, also on those that hold the focusable part inside.
func Focus(o fyne.CanvasObject) {
	f := focusable(o)
	if f == nil {
		return
	}
	if c := canvasOf(f.(fyne.CanvasObject)); c != nil {
		c.Focus(f)
	}
}

// focusable finds what takes the keys of o: o itself, or what it names.
func focusable(o fyne.CanvasObject) fyne.Focusable {
	if h, ok := o.(interface{ FocusTarget() fyne.Focusable }); ok {
		return h.FocusTarget()
	}
	f, _ := o.(fyne.Focusable)
	return f
}

// focusNext goes where Enter leads: to the next field, past what takes something away.
func focusNext(o fyne.CanvasObject) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	c.FocusNext()
	for b, ok := c.Focused().(*Button); ok && b.aside; b, ok = c.Focused().(*Button) {
		c.FocusNext()
	}
}

// pass hands a key that a widget has no use for to the window, where Escape and the like are answered.
func pass(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := canvasOf(o); c != nil {
		if f := c.OnTypedKey(); f != nil {
			f(ev)
		}
	}
}

// passShortcut hands a shortcut on to the window.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

func isEnter(k fyne.KeyName) bool { return k == fyne.KeyReturn || k == fyne.KeyEnter }

func isShift(k fyne.KeyName) bool { return k == desktop.KeyShiftLeft || k == desktop.KeyShiftRight }
