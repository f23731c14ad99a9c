package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// toastTime is how long a message stays: long enough to read it and reach for Undo.
const toastTime = 8 * time.Second

// Toast is the line at the bottom that says quietly what was done. It takes no room while it has nothing to say.
type Toast struct {
	widget.BaseWidget
	text *look.Text
	undo *Button
	do   func()
	stop func()
}

// NewToast makes a line that says nothing.
func NewToast(p *i18n.Printer) *Toast {
	t := &Toast{text: look.NewText("", look.BodyStyle).Gives()}
	t.undo = QuietButton(p.T("common.undo"), func() {
		do := t.do
		t.Close()
		if do != nil {
			do()
		}
	}).WithIcon(theme.ContentUndoIcon())
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Say shows what was done; with undo it can be taken back until the message goes.
func (t *Toast) Say(text string, undo func()) {
	t.Close()
	t.text.SetText(text)
	t.do = undo
	t.undo.Hidden = undo == nil
	t.Show()
	t.Refresh()
	t.stop = after(toastTime, t.Close)
}

// Close takes the message away.
func (t *Toast) Close() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.do = nil
	t.Hide()
}

// Text is what it says, "" when nothing.
func (t *Toast) Text() string {
	if !t.Visible() {
		return ""
	}
	return t.text.Text()
}

// Undo is the button, for the keyboard.
func (t *Toast) Undo() *Button { return t.undo }

// CreateRenderer is for Fyne.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	back, line, mark := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewImageFromResource(nil)
	mark.FillMode = canvas.ImageFillContain
	const high, icon = float32(40), float32(18)
	return (&drawn{
		self: t, objects: []fyne.CanvasObject{back, line, mark, t.text, t.undo},
		min: func() fyne.Size { return fyne.NewSize(200, high) },
		place: func(s fyne.Size) {
			back.Resize(s)
			put(line, 0, 0, s.Width, 1)
			x := float32(look.Unit * 1.5)
			put(mark, x, (s.Height-icon)/2, icon, icon)
			x += icon + look.Unit
			m := t.undo.MinSize()
			w := min(look.Measure(t.text.Text(), look.BodyStyle)+1, s.Width-x-m.Width-look.Unit*3)
			put(t.text, x, 0, w, s.Height)
			put(t.undo, x+w+look.Unit, (s.Height-m.Height)/2, m.Width, m.Height)
		},
		paint: func() {
			back.FillColor, line.FillColor = look.Color(look.ColorSurface), look.Color(look.ColorDone)
			mark.Resource = look.Icon(theme.ConfirmIcon(), look.ColorDone)
			mark.Refresh()
		},
	}).start()
}
