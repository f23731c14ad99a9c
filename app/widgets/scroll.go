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

// Reveal scrolls so that o can be seen whole; nothing happens when it does not lie in the content.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	if o == nil || s.scroll.Size().Height == 0 {
		return
	}
	top, inside := below(s.content, o)
	if !inside {
		return
	}
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

// Offset is how far down the content is scrolled.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// ScrollTo goes to where Offset was, as far as the content allows.
func (s *Scroll) ScrollTo(offset float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(offset, s.content.MinSize().Height-s.scroll.Size().Height))))
}

// HeightAt is how high the content is at a width.
func (s *Scroll) HeightAt(width float32) float32 { return heightAt(s.content, width) }

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
