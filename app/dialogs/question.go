// Package dialogs asks for the few decisions that may interrupt a person, and tells what went wrong. The safe answer has the focus;
// Enter takes what has the focus, Esc the safe answer. Nothing is edited in a dialog. It knows widgets, look and i18n, no records.
package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/widgets"
)

// Confirm asks for a decision. safeWord has the focus and is what Esc takes; answer hears whether the other word was chosen.
func Confirm(parent fyne.Window, title, text, safeWord, otherWord string, answer func(other bool)) {
	d := newQuestion(parent, nil, title, text)
	d.answer = answer
	d.add(widgets.SecondaryButton(otherWord, func() { d.close(true) }))
	d.add(widgets.PrimaryButton(safeWord, func() { d.close(false) }))
	d.show()
}

// Error tells what went wrong, what is safe and what to do, in the reader's language; nothing is shown for nil.
func Error(parent fyne.Window, p *i18n.Printer, err error) {
	if err == nil {
		return
	}
	d := newQuestion(parent, look.Icon(theme.WarningIcon(), look.ColorOverdue), p.T("dialogs.error"), p.Error(err))
	d.add(widgets.PrimaryButton(p.T("common.close"), func() { d.close(false) }))
	d.show()
}

// Notice tells something that has to be read before going on.
func Notice(parent fyne.Window, title, text, word string, then func()) {
	d := newQuestion(parent, nil, title, text)
	d.answer = func(bool) {
		if then != nil {
			then()
		}
	}
	d.add(widgets.PrimaryButton(word, func() { d.close(false) }))
	d.show()
}

const width = float32(460)

// question covers the window with a veil and stands in its middle. The last button added is the safe one.
type question struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	icon    *canvas.Image
	title   *look.Text
	text    *look.Text
	buttons []fyne.CanvasObject
	answer  func(other bool)
	over    *widgets.Stage
}

func newQuestion(parent fyne.Window, icon fyne.Resource, title, text string) *question {
	d := &question{canvas: parent.Canvas(), title: look.NewWrapped(title, look.SectionStyle), text: look.Body(text)}
	if icon != nil {
		d.icon = canvas.NewImageFromResource(icon)
		d.icon.FillMode = canvas.ImageFillContain
	}
	d.ExtendBaseWidget(d)
	return d
}

func (d *question) add(b *widgets.Button) {
	b.OnEscape(func() { d.close(false) })
	d.buttons = append(d.buttons, b)
}

func (d *question) show() {
	d.over = widgets.NewStage(d)
	d.canvas.Overlays().Add(d.over)
	d.canvas.Focus(d.buttons[len(d.buttons)-1].(fyne.Focusable))
}

func (d *question) close(other bool) {
	d.canvas.Overlays().Remove(d.over)
	if d.answer != nil {
		d.answer(other)
	}
}

// Tapped takes presses beside the dialog: nothing happens, the decision is still open; the focus comes back to it.
func (d *question) Tapped(*fyne.PointEvent) {
	d.canvas.Focus(d.buttons[len(d.buttons)-1].(fyne.Focusable))
}

// CreateRenderer is for Fyne.
func (d *question) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{d: d, veil: canvas.NewRectangle(nil), back: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.veil, r.back, d.title, d.text}
	if d.icon != nil {
		r.objects = append(r.objects, d.icon)
	}
	r.objects = append(r.objects, d.buttons...)
	r.paint()
	return r
}

type renderer struct {
	d          *question
	veil, back *canvas.Rectangle
	objects    []fyne.CanvasObject
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(320, 160) }

func (r *renderer) Refresh() {
	r.paint()
	r.Layout(r.d.Size())
	canvas.Refresh(r.d)
}

func (r *renderer) paint() { paintSheet(r.veil, r.back) }

// paintSheet colours what lies behind a dialog: the veil over the window and the sheet on it.
func paintSheet(veil, back *canvas.Rectangle) {
	veil.FillColor = look.Color(look.ColorVeil)
	back.FillColor, back.StrokeColor = look.Color("overlayBackground"), look.Color(look.ColorEdge)
	back.StrokeWidth, back.CornerRadius = 1, look.Radius*2
}

func (r *renderer) Layout(s fyne.Size) {
	d := r.d
	r.veil.Resize(s)
	const air, gap, icon = look.Unit * 3, look.Unit * 1.5, float32(24)
	w := min(width, s.Width-look.Unit*4)
	inner, left := w-2*air, float32(0)
	if d.icon != nil {
		left = icon + gap
	}
	d.title.Resize(fyne.NewSize(inner-left, 10))
	d.text.Resize(fyne.NewSize(inner, 10))
	th, xh := d.title.MinSize().Height, d.text.MinSize().Height
	h := air + max(th, icon) + gap + xh + air + look.RowHeight + air
	x, y := (s.Width-w)/2, max((s.Height-h)*.4, 0)
	place(r.back, x, y, w, h)
	if d.icon != nil {
		place(d.icon, x+air, y+air, icon, icon)
	}
	place(d.title, x+air+left, y+air, inner-left, th)
	place(d.text, x+air, y+air+max(th, icon)+gap, inner, xh)
	right := x + w - air
	for i := len(d.buttons) - 1; i >= 0; i-- {
		m := d.buttons[i].MinSize()
		right -= m.Width
		place(d.buttons[i], right, y+h-air-look.RowHeight, m.Width, look.RowHeight)
		right -= gap
	}
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
