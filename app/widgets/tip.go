package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// tipDelay is how long the mouse rests before a tooltip shows.
const tipDelay = 600 * time.Millisecond

// tip is a tooltip: it is drawn only, the mouse does not feel it.
type tip struct {
	widget.BaseWidget
	text *look.Text
}

func newTip(text string) *tip {
	t := &tip{text: look.NewWrapped(text, look.Style{Size: look.SizeSmall, Color: look.ColorPage})}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tip) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(look.Color(look.ColorInk))
	back.CornerRadius = look.Radius
	return (&drawn{
		self: t, objects: []fyne.CanvasObject{back, t.text}, paint: func() {},
		min: func() fyne.Size { return t.text.MinSize().AddWidthHeight(look.Unit*2, look.Unit) },
		place: func(s fyne.Size) {
			back.Resize(s)
			put(t.text, look.Unit, look.Unit/2, s.Width-look.Unit*2, s.Height-look.Unit)
		},
	}).start()
}

// showTip shows text beside anchor until hideTip.
func (s *Stage) showTip(text string, anchor fyne.CanvasObject) {
	s.hideTip()
	s.tip = newTip(text)
	st := look.Style{Size: look.SizeSmall}
	width := min(look.Measure(text, st)+1, 360)
	s.tip.text.Resize(fyne.NewSize(width, 10))
	size := fyne.NewSize(width+look.Unit*2, s.tip.text.MinSize().Height+look.Unit)
	at, size := s.beside(anchor, size)
	s.layer.Add(s.tip)
	s.tip.Resize(size)
	s.tip.Move(at)
	s.layer.Refresh()
}

func (s *Stage) hideTip() {
	if s.tip != nil {
		s.layer.Remove(s.tip)
		s.tip = nil
		s.layer.Refresh()
	}
}

// tipper gives a widget a tooltip: rest is called when the mouse comes, leave when it goes or presses.
type tipper struct {
	text string
	stop func()
	on   *Stage
}

func (t *tipper) rest(o fyne.CanvasObject) {
	t.leave()
	if t.text == "" {
		return
	}
	t.stop = after(tipDelay, func() {
		if t.on = stageOf(o); t.on != nil && o.Visible() {
			t.on.showTip(t.text, o)
		}
	})
}

func (t *tipper) leave() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if t.on != nil {
		t.on.hideTip()
		t.on = nil
	}
}
