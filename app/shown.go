package app

import "fyne.io/fyne/v2/driver"

// Shown tells, after Start, whether the system gave the window a place on the screen. A window of a test has none and needs none.
func (w *Window) Shown() bool {
	native, ok := w.win.(driver.NativeWindow)
	if !ok {
		return true
	}
	shown := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			shown = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			shown = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			shown = c.HWND != 0
		case driver.MacWindowContext:
			shown = c.NSWindow != 0
		}
	})
	return shown
}
