package record

import (
	"context"
	"errors"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/photo"
)

// viewer shows a picture as large as the window allows. ← and → go to the other pictures of the record, Esc and Enter leave.
type viewer struct {
	widget.BaseWidget
	a     *Attachments
	all   []*data.Attachment
	at    int
	asked int // generation of the picture asked for: late ones are dropped

	before  fyne.Focusable // what had the keys
	picture *canvas.Image
	name    *look.Text
	said    *look.Text
	none    *look.Text // why there is no picture
	shut    *widgets.Button
	buttons []*widgets.Button
	over    *widgets.Stage
}

// look shows a picture large.
func (a *Attachments) look(x *data.Attachment) {
	w := a.host.Words()
	v := &viewer{a: a, picture: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}}
	for _, y := range a.have {
		if isPicture(y) {
			if y.ID == x.ID {
				v.at = len(v.all)
			}
			v.all = append(v.all, y)
		}
	}
	v.name, v.said = look.NewText("", look.StrongStyle).Gives(), look.NewText("", look.SecondaryStyle).Gives()
	v.none = look.NewWrapped("", look.BodyStyle)
	v.none.Align(fyne.TextAlignCenter)
	v.shut = widgets.PrimaryButton(w.T("common.close"), v.close).WithKey("Esc")
	v.buttons = []*widgets.Button{widgets.SecondaryButton(w.T("attachments.open"), func() { a.open(v.all[v.at]) }).WithIcon(theme.FileIcon()), v.shut}
	if len(v.all) > 1 {
		v.buttons = append([]*widgets.Button{
			widgets.IconButton(theme.NavigateBackIcon(), "←", func() { v.move(-1) }), widgets.IconButton(theme.NavigateNextIcon(), "→", func() { v.move(1) }),
		}, v.buttons...)
	}
	for _, b := range v.buttons {
		b.OnKey(v.key)
	}
	v.ExtendBaseWidget(v)
	v.over = widgets.NewStage(v)
	c := a.host.Window().Canvas()
	v.before = c.Focused()
	c.Overlays().Add(v.over)
	c.Focus(v.shut)
	v.read()
}

func (v *viewer) close() {
	v.asked++
	c := v.a.host.Window().Canvas()
	c.Overlays().Remove(v.over)
	if v.before != nil {
		c.Focus(v.before)
	}
}

// Tapped beside the buttons leaves the keys where they are.
func (v *viewer) Tapped(*fyne.PointEvent) { v.a.host.Window().Canvas().Focus(v.shut) }

func (v *viewer) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		v.close()
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp:
		v.move(-1)
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown:
		v.move(1)
	default:
		return false
	}
	return true
}

func (v *viewer) move(by int) {
	if to := v.at + by; to >= 0 && to < len(v.all) {
		v.at = to
		v.read()
	}
}

// largest is the most dots that a picture is shown with, either way.
const largest = 2600

// read opens the picture off the window's thread.
func (v *viewer) read() {
	w, x := v.a.host.Words(), v.all[v.at]
	v.asked++
	asked := v.asked
	v.name.SetText(x.Name)
	said := Bytes(w, x.Size)
	if len(v.all) > 1 {
		said = w.T("attachments.nth", "N", w.Int(v.at+1), "Of", w.Int(len(v.all))) + " · " + said
	}
	if x.Note != "" {
		said += " · " + x.Note
	}
	v.said.SetText(said)
	v.none.SetText("")
	scale := v.a.host.Window().Canvas().Scale()
	room := v.a.host.Window().Canvas().Size()
	wide, high := min(int(room.Width*scale), largest), min(int(room.Height*scale), largest)
	var m image.Image
	var failed error
	v.a.host.Load(func(ctx context.Context) error {
		body, err := v.a.db.AttachmentBytes(ctx, x.SHA256)
		if err != nil {
			failed = err
			return nil
		}
		if p, err := photo.Preview(body, max(wide, 1), max(high, 1)); err != nil {
			failed = err
		} else {
			m = p
		}
		return nil
	}, func() {
		if asked != v.asked {
			return
		}
		v.picture.Image = m
		switch {
		case failed == nil:
		case errors.Is(failed, photo.ErrTooLarge):
			v.none.SetText(w.T("attachments.too_many_dots", "Max", photo.MostDots/1_000_000))
		case errors.Is(failed, photo.ErrNoPicture):
			v.none.SetText(w.T("attachments.no_picture"))
		default:
			v.none.SetText(w.Error(failed))
		}
		v.Refresh()
	})
}

// CreateRenderer is for Fyne.
func (v *viewer) CreateRenderer() fyne.WidgetRenderer {
	r := &viewerRenderer{v: v, back: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.back, v.picture, v.none, v.name, v.said}
	for _, b := range v.buttons {
		r.objects = append(r.objects, b)
	}
	r.Refresh()
	return r
}

type viewerRenderer struct {
	v       *viewer
	back    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *viewerRenderer) Destroy()                     {}
func (r *viewerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *viewerRenderer) MinSize() fyne.Size           { return fyne.NewSize(320, 240) }

func (r *viewerRenderer) Refresh() {
	r.back.FillColor = look.Color(look.ColorPage)
	r.v.picture.Hidden = r.v.picture.Image == nil
	r.v.none.Hidden = r.v.none.Text() == ""
	r.v.picture.Refresh()
	r.Layout(r.v.Size())
	canvas.Refresh(r.v)
}

// Layout puts the picture above a strip with its name and the buttons.
func (r *viewerRenderer) Layout(s fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	const air = look.Unit * 2
	const strip = look.RowHeight + 2*look.Unit*1.5
	r.back.Resize(s)
	put(r.v.picture, air, air, max(s.Width-2*air, 0), max(s.Height-strip-air, 0))
	const wide = float32(420)
	put(r.v.none, (s.Width-wide)/2, (s.Height-strip)*.4, wide, look.RowHeight*2)
	y := s.Height - strip + look.Unit*1.5
	right := s.Width - air
	for i := len(r.v.buttons) - 1; i >= 0; i-- {
		b := r.v.buttons[i]
		m := b.MinSize()
		right -= m.Width
		put(b, right, y, m.Width, look.RowHeight)
		right -= look.Unit
	}
	h1, h2 := r.v.name.MinSize().Height, r.v.said.MinSize().Height
	top := y + (look.RowHeight-h1-h2)/2
	put(r.v.name, air, top, max(right-2*air, 0), h1)
	put(r.v.said, air, top+h1, max(right-2*air, 0), h2)
}
