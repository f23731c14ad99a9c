package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Empty stands where nothing is yet: what belongs here, and the next step.
type Empty struct {
	widget.BaseWidget
	icon     fyne.Resource
	sentence *look.Text
	action   *Button
}

// NewEmpty makes it; without an action word there is no button.
func NewEmpty(icon fyne.Resource, sentence, action string, do func()) *Empty {
	e := &Empty{icon: icon, sentence: look.NewWrapped(sentence, look.Style{Size: look.SizeBody, Color: look.ColorSecondary})}
	e.sentence.Align(fyne.TextAlignCenter)
	if action != "" {
		e.action = SecondaryButton(action, do)
	}
	e.ExtendBaseWidget(e)
	return e
}

// Action is the button, nil when there is none.
func (e *Empty) Action() *Button { return e.action }

// CreateRenderer is for Fyne.
func (e *Empty) CreateRenderer() fyne.WidgetRenderer {
	image := canvas.NewImageFromResource(nil)
	image.FillMode = canvas.ImageFillContain
	objects := []fyne.CanvasObject{image, e.sentence}
	if e.action != nil {
		objects = append(objects, e.action)
	}
	const icon, gap, widest = float32(40), look.Unit * 1.5, float32(380)
	return (&drawn{
		self: e, objects: objects,
		min: func() fyne.Size { return fyne.NewSize(200, icon+gap*2+60+look.RowHeight) },
		place: func(s fyne.Size) {
			w := min(s.Width-look.Unit*4, widest)
			high := heightAt(e.sentence, w)
			total := icon + gap + high
			if e.action != nil {
				total += gap + look.RowHeight
			}
			y := max((s.Height-total)*.4, 0)
			put(image, (s.Width-icon)/2, y, icon, icon)
			put(e.sentence, (s.Width-w)/2, y+icon+gap, w, high)
			if e.action != nil {
				m := e.action.MinSize()
				put(e.action, (s.Width-m.Width)/2, y+icon+gap*2+high, m.Width, m.Height)
			}
		},
		paint: func() {
			if e.icon != nil {
				image.Resource = look.Icon(e.icon, "disabled")
			}
			image.Refresh()
		},
	}).start()
}
