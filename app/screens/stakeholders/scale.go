package stakeholders

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dogovor/app/look"
)

// newScale shows a value from 1 to 5 as a number with as many of five steps filled; 0 is not known. strong is the newest one.
func newScale(value int, strong bool) fyne.CanvasObject {
	ink, style := look.ColorSecondary, look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
	if strong {
		ink, style = look.ColorInk, look.BodyStyle
	}
	if value == 0 {
		return look.NewText("–", style)
	}
	objects := []fyne.CanvasObject{look.NewText(strconv.Itoa(value), style)}
	for i := 1; i <= 5; i++ {
		step := canvas.NewRectangle(look.Color(look.ColorLine))
		if i <= value {
			step.FillColor = look.Color(ink)
		}
		objects = append(objects, step)
	}
	return &fyne.Container{Layout: scaleLayout{}, Objects: objects}
}

// scaleLayout puts the number first and the steps, each higher than the one before, behind it.
type scaleLayout struct{}

func (scaleLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	const number, step, gap, least, rise = float32(16), float32(7), float32(2), float32(4), float32(2)
	high := os[0].MinSize().Height
	os[0].Resize(fyne.NewSize(number, high))
	os[0].Move(fyne.NewPos(0, (s.Height-high)/2))
	bottom := (s.Height + least + 4*rise) / 2
	for i, o := range os[1:] {
		h := least + rise*float32(i)
		o.Resize(fyne.NewSize(step, h))
		o.Move(fyne.NewPos(number+float32(i)*(step+gap), bottom-h))
	}
}

func (scaleLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(64, os[0].MinSize().Height)
}
