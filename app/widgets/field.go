package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Field is a label above something to fill in, with room below for what is wrong with it.
type Field struct {
	widget.BaseWidget
	label   *look.Text
	content fyne.CanvasObject
	err     *look.Text
	shown   string // error of a save
	wrong   string // the text of which that was said
	own     string // problem that the content found itself
	onFocus func()
	rising
}

// NewField labels content, which may be any widget; those of this package say their own problems through it.
func NewField(label string, content fyne.CanvasObject) *Field {
	f := &Field{label: look.NewText(label, look.LabelStyle).Gives(), content: content, err: look.Error("")}
	f.err.Hide()
	f.ExtendBaseWidget(f)
	if t, ok := content.(interface{ tellTo(func(string)) }); ok {
		t.tellTo(func(m string) {
			f.own = m
			if f.typed() != f.wrong { // it was said of another text
				f.shown = ""
			}
			f.show()
		})
	}
	rises(content, f.rose)
	if t, ok := content.(interface{ watchBy(func()) }); ok {
		t.watchBy(func() {
			if f.onFocus != nil {
				f.onFocus()
			}
		})
	}
	return f
}

// SetError says what is wrong; "" takes it back, and so does typing something else.
func (f *Field) SetError(text string) {
	f.shown, f.wrong = text, f.typed()
	f.show()
}

// typed is the text in an entry, "" in what is none.
func (f *Field) typed() string {
	if e, ok := f.content.(interface{ typedText() string }); ok {
		return e.typedText()
	}
	return ""
}

// Error is what the field says is wrong, "" for nothing.
func (f *Field) Error() string {
	if f.own != "" {
		return f.own
	}
	return f.shown
}

// SetLabel changes the label.
func (f *Field) SetLabel(text string) { f.label.SetText(text) }

// Label is the label.
func (f *Field) Label() string { return f.label.Text() }

// Content is what the field labels.
func (f *Field) Content() fyne.CanvasObject { return f.content }

// FocusTarget is what takes the keys.
func (f *Field) FocusTarget() fyne.Focusable { return focusable(f.content) }

func (f *Field) show() {
	m := f.Error()
	if m == f.err.Text() && f.err.Visible() == (m != "") {
		return
	}
	f.err.SetText(m)
	if m == "" {
		f.err.Hide()
	} else {
		f.err.Show()
	}
	if i, ok := f.content.(interface{ SetInvalid(bool) }); ok {
		i.SetInvalid(m != "")
	}
	f.Refresh()
	f.rose()
}

// rose tells what the field stands in that it needs another height.
func (f *Field) rose() {
	if f.tell != nil {
		f.tell()
	}
}

const fieldGap = float32(3)

// head is the room that the label takes; content of fields beside each other begins there.
func (f *Field) head() float32 {
	if f.label.Text() == "" {
		return 0
	}
	return f.label.MinSize().Height + fieldGap
}

// CreateRenderer is for Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return (&drawn{
		self: f, objects: []fyne.CanvasObject{f.label, f.content, f.err}, paint: func() {},
		min: func() fyne.Size {
			m := f.content.MinSize()
			m.Height += f.head()
			if f.err.Visible() {
				m.Height += f.err.MinSize().Height + fieldGap
			}
			return m
		},
		place: func(s fyne.Size) {
			put(f.label, 0, 0, s.Width, f.label.MinSize().Height)
			h := s.Height - f.head()
			f.err.Resize(fyne.NewSize(s.Width, f.err.MinSize().Height))
			if f.err.Visible() {
				h -= f.err.MinSize().Height + fieldGap
			}
			f.content.Resize(fyne.NewSize(s.Width, f.content.MinSize().Height))
			h = max(min(h, f.content.MinSize().Height), 0)
			put(f.content, 0, f.head(), s.Width, h)
			put(f.err, 0, f.head()+h+fieldGap, s.Width, f.err.MinSize().Height)
		},
	}).start()
}
