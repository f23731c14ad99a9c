package engagements

import "fyne.io/fyne/v2"

// under gives the first thing the height it needs at the width there is, and the second the rest.
type under struct{}

func (under) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Resize(fyne.NewSize(s.Width, os[0].MinSize().Height))
	h := min(os[0].MinSize().Height, s.Height)
	os[0].Move(fyne.Position{})
	os[0].Resize(fyne.NewSize(s.Width, h))
	os[1].Move(fyne.NewPos(0, h))
	os[1].Resize(fyne.NewSize(s.Width, s.Height-h))
}

func (under) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := os[1].MinSize()
	m.Height += os[0].MinSize().Height
	m.Width = max(m.Width, os[0].MinSize().Width)
	return m
}
