package record

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/widgets"
)

// ListSide is the left side of an area: search and filters above the table, which takes the rest of the room from edge to edge. bin is
// the way to what was thrown away, at the right of the table's footer; nil where nothing is.
func ListSide(above, table, bin fyne.CanvasObject) *fyne.Container {
	side := &fyne.Container{Layout: listSide{}, Objects: []fyne.CanvasObject{widgets.Pad(look.Unit*1.5, above), table}}
	if bin != nil {
		side.Objects = append(side.Objects, bin)
	}
	return side
}

type listSide struct{}

// Layout gives what is above the height it needs at the width there is.
func (listSide) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.Position{})
	os[0].Resize(fyne.NewSize(s.Width, os[0].MinSize().Height))
	h := min(os[0].MinSize().Height, s.Height)
	os[0].Resize(fyne.NewSize(s.Width, h))
	os[1].Move(fyne.NewPos(0, h))
	os[1].Resize(fyne.NewSize(s.Width, s.Height-h))
	if len(os) > 2 {
		m := os[2].MinSize()
		os[2].Resize(m)
		os[2].Move(fyne.NewPos(s.Width-m.Width-look.Unit*2, s.Height-m.Height-5))
	}
}

func (listSide) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := os[1].MinSize()
	m.Height += os[0].MinSize().Height
	m.Width = max(m.Width, os[0].MinSize().Width)
	return m
}
