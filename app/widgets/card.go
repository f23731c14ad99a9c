package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dogovor/app/look"
)

// Card is a sheet of surface colour around something that belongs together, with a thin border and air inside.
func Card(content fyne.CanvasObject) *fyne.Container {
	back := canvas.NewRectangle(look.Color(look.ColorSurface))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = look.Color(look.ColorLine), 1, look.Radius
	return container.New(&sheet{}, back, Pad(look.Unit*2, content))
}

// sheet lays everything over each other and asks the last for its height at the width there is, as texts that wrap need.
type sheet struct{ rising }

func (s *sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if back, ok := objects[0].(*canvas.Rectangle); ok { // the theme may have changed
		back.FillColor, back.StrokeColor = look.Color(look.ColorSurface), look.Color(look.ColorLine)
	}
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
	s.hear(s, objects[1:], size)
}

func (s *sheet) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[len(objects)-1].MinSize()
}
