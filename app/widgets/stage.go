package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Stage is the root of a window: its content, and above it a layer for lists that drop down, the calendar and tooltips. Unlike an
// overlay of the canvas the layer takes neither the keyboard focus nor the mouse away from what lies beside it: a person goes on
// typing while a list is open, and a click elsewhere does what it says.
//
// A window without a Stage gets one by itself when it is first needed.
type Stage struct {
	widget.BaseWidget
	content fyne.CanvasObject
	layer   *fyne.Container
	popup   fyne.CanvasObject
	closed  func()
	tip     *tip
}

// NewStage makes the root of a window around its content.
func NewStage(content fyne.CanvasObject) *Stage {
	s := &Stage{content: content, layer: &fyne.Container{}}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return (&drawn{
		self:    s,
		objects: []fyne.CanvasObject{s.content, s.layer},
		min:     s.content.MinSize,
		place: func(size fyne.Size) {
			put(s.content, 0, 0, size.Width, size.Height)
			put(s.layer, 0, 0, size.Width, size.Height)
		},
		paint: func() {},
	}).start()
}

// Resize closes what is open: its place would be wrong.
func (s *Stage) Resize(size fyne.Size) {
	if size != s.Size() {
		s.close()
		s.hideTip()
	}
	s.BaseWidget.Resize(size)
}

// stageOf is the Stage that o is shown on; nil when o is on no canvas.
func stageOf(o fyne.CanvasObject) *Stage {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	if s, ok := c.Overlays().Top().(*Stage); ok {
		return s
	}
	if s, ok := c.Content().(*Stage); ok {
		return s
	}
	if c.Content() == nil {
		return nil
	}
	focused := c.Focused()
	s := NewStage(c.Content())
	c.SetContent(s)
	if focused != nil && c.Focused() != focused {
		c.Focus(focused)
	}
	return s
}

// open shows a popup of the given size below its anchor, or above it where there is more room. One is open at a time; closed is
// called when another takes its place or the window changes.
func (s *Stage) open(popup, anchor fyne.CanvasObject, size fyne.Size, closed func()) {
	if s.popup != popup {
		s.close()
		s.popup, s.closed = popup, closed
		s.layer.Add(popup)
	}
	s.hideTip()
	at, size := s.beside(anchor, size)
	popup.Resize(size)
	popup.Move(at)
	popup.Show()
	s.layer.Refresh()
}

// beside finds the place for something of the given size next to anchor, inside the window.
func (s *Stage) beside(anchor fyne.CanvasObject, size fyne.Size) (fyne.Position, fyne.Size) {
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(anchor).Subtract(d.AbsolutePositionForObject(s))
	room := s.Size()
	below := room.Height - at.Y - anchor.Size().Height
	y := at.Y + anchor.Size().Height + 2
	if size.Height > below-2 && at.Y > below {
		y = max(0, at.Y-size.Height-2)
	}
	x := min(at.X, room.Width-size.Width-look.Unit/2)
	return fyne.NewPos(max(0, x), y), size
}

// isOpen tells whether popup is the one shown.
func (s *Stage) isOpen(popup fyne.CanvasObject) bool {
	return s != nil && s.popup == popup && popup != nil
}

// dismiss closes popup if it is the one shown.
func (s *Stage) dismiss(popup fyne.CanvasObject) {
	if s.isOpen(popup) {
		s.close()
	}
}

func (s *Stage) close() {
	if s.popup == nil {
		return
	}
	p, closed := s.popup, s.closed
	s.popup, s.closed = nil, nil
	s.layer.Remove(p)
	s.layer.Refresh()
	if closed != nil {
		closed()
	}
}
