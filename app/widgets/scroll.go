package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Scroll shows content at its own height in less room, with a bar at the right. Scrolling closes lists that are open.
type Scroll struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
}

// NewScroll makes content scroll up and down.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content, scroll: container.NewVScroll(content)}
	s.scroll.OnScrolled = func(fyne.Position) {
		if st := stageOf(s); st != nil {
			st.close()
			st.hideTip()
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetContent scrolls something else, from its top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.content, s.scroll.Content = content, content
	s.scroll.Offset = fyne.Position{}
	s.Refresh()
	s.scroll.Refresh()
}

// Reveal scrolls so that o, which lies in the content, can be seen whole.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	if o == nil || s.scroll.Size().Height == 0 {
		return
	}
	top := s.depth(o)
	bottom := top + o.Size().Height
	const air = look.Unit * 2
	y, high := s.scroll.Offset.Y, s.scroll.Size().Height
	switch {
	case top-air < y:
		y = max(0, top-air)
	case bottom+air > y+high:
		y = min(bottom+air-high, max(0, s.content.Size().Height-high))
	default:
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// depth is how far below the top of the content o lies. The driver knows that only of what was painted once: a row that was added just
// now would seem to lie at the top of the window.
func (s *Scroll) depth(o fyne.CanvasObject) float32 {
	if y, ok := below(s.content, o); ok {
		return y
	}
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.content).Y
}

// below is how far below the top of root o lies, when nothing but containers are between them.
func below(root, o fyne.CanvasObject) (float32, bool) {
	if root == o {
		return 0, true
	}
	c, ok := root.(*fyne.Container)
	if !ok {
		return 0, false
	}
	for _, child := range c.Objects {
		if !child.Visible() {
			continue
		}
		if y, ok := below(child, o); ok {
			return y + child.Position().Y, true
		}
	}
	return 0, false
}

// Offset is how far down the content is scrolled.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// relay gives the content the height that it needs now.
func (s *Scroll) relay() {
	if s.scroll.Size().Height > 0 {
		s.scroll.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return (&drawn{
		self: s, objects: []fyne.CanvasObject{s.scroll}, paint: func() {},
		min: s.scroll.MinSize,
		place: func(size fyne.Size) {
			heightAt(s.content, size.Width)
			s.scroll.Resize(size)
			rises(s.content, s.relay)
		},
	}).start()
}
