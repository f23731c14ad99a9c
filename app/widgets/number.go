package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// NumberField takes a whole number from zero up, set to the right. Empty means not known.
type NumberField struct {
	Entry
	OnChange func()
	Max      int // 0: no limit

	p       *i18n.Printer
	setting bool
	moved   float32 // how far the text stands from where Fyne puts it
}

// NewNumberField makes an empty number field.
func NewNumberField(p *i18n.Printer) *NumberField {
	n := &NumberField{p: p}
	n.become(n)
	n.Entry.OnChanged = func(string) {
		if n.setting {
			return
		}
		n.tell("")
		if n.OnChange != nil {
			n.OnChange()
		}
	}
	return n
}

// Number is the number typed: ok is false when the field is empty or holds none.
func (n *NumberField) Number() (number int, ok bool) {
	text := strings.Join(strings.FieldsFunc(n.Text, func(r rune) bool { return r == ' ' || r == '.' || r == ',' || r == '\u00a0' }), "")
	number, err := strconv.Atoi(text)
	return number, err == nil && number >= 0 && (n.Max == 0 || number <= n.Max)
}

// SetNumber shows a number without calling OnChange.
func (n *NumberField) SetNumber(number int) { n.setText(strconv.Itoa(number)) }

// Clear empties the field without calling OnChange.
func (n *NumberField) Clear() { n.setText("") }

func (n *NumberField) setText(text string) {
	n.setting = true
	n.SetText(text)
	n.setting = false
	n.tell("")
}

// FocusGained marks the whole text, so that typing replaces it.
func (n *NumberField) FocusGained() {
	n.Entry.FocusGained()
	n.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusLost marks what is no number.
func (n *NumberField) FocusLost() {
	number, ok := n.Number()
	switch {
	case strings.TrimSpace(n.Text) == "":
		n.setText("")
	case ok:
		n.setText(strconv.Itoa(number))
	default:
		if _, err := strconv.Atoi(strings.TrimSpace(n.Text)); err == nil && n.Max > 0 && !strings.HasPrefix(n.Text, "-") {
			n.tell(n.p.T("widgets.number_max", "Max", n.Max))
		} else {
			n.tell(n.p.T("widgets.bad_number"))
		}
	}
	n.Entry.FocusLost()
}

// TypedRune takes digits only; anything else would be a slip.
func (n *NumberField) TypedRune(r rune) {
	if r >= '0' && r <= '9' {
		n.Entry.TypedRune(r)
	}
}

// MinSize leaves room for four digits.
func (n *NumberField) MinSize() fyne.Size {
	m := n.Entry.MinSize()
	m.Width = max(m.Width, look.Unit*7)
	return m
}

// MouseDown puts the cursor where the digits stand.
func (n *NumberField) MouseDown(ev *desktop.MouseEvent) {
	shifted := *ev
	shifted.Position.X -= n.moved
	n.Entry.MouseDown(&shifted)
}

// Dragged selects where the digits stand.
func (n *NumberField) Dragged(ev *fyne.DragEvent) {
	shifted := *ev
	shifted.Position.X -= n.moved
	n.Entry.Dragged(&shifted)
}

// CreateRenderer sets the text to the right, which Fyne's entry cannot.
func (n *NumberField) CreateRenderer() fyne.WidgetRenderer {
	return &numberRenderer{WidgetRenderer: n.Entry.CreateRenderer(), n: n}
}

type numberRenderer struct {
	fyne.WidgetRenderer
	n *NumberField
}

func (r *numberRenderer) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	r.align(s)
}

func (r *numberRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.align(r.n.Size())
}

// align moves the scrolled text, which is the third object of Fyne's entry, so that its end stands at the right.
func (r *numberRenderer) align(s fyne.Size) {
	objects := r.Objects()
	if len(objects) < 3 || s.Width == 0 {
		return
	}
	text := r.n.Text
	if text == "" {
		text = r.n.PlaceHolder
	}
	used := look.Measure(text, look.BodyStyle) + look.Unit*2
	r.n.moved = max(0, s.Width-used)
	scroll := objects[2]
	y := scroll.Position().Y
	put(scroll, r.n.moved, y, s.Width-r.n.moved, scroll.Size().Height)
}
