package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
	"dogovor/data"
)

// Rows that a multi-line Entry shows at least and at most; beyond it scrolls.
const (
	minRows = 2
	maxRows = 8
)

// mostTyped is how much an entry takes unless SetMax says otherwise: as long as the longest path of a file. Without a limit, a pasted
// book keeps the window from answering for half a minute.
const mostTyped = 4096

// hopeless is how many bytes for each character that fits a pasted text may have and still be looked at.
const hopeless = 16

// More lines, or letters without a space, than this keep Fyne's entry busy for seconds at every key.
const (
	mostLines = 2000
	mostWord  = 6000
)

// Entry is a field to type into. Tab and Enter move on, also out of several lines, where Shift+Enter breaks the line; Escape and
// shortcuts without a meaning in a text go on to the window.
type Entry struct {
	widget.Entry
	OnEnter    func()                   // instead of moving to the next field
	OnShortcut func(fyne.Shortcut) bool // sees shortcuts first; true when used
	OnRefused  func(message string)     // a paste or a key was refused
	OnFocus    func()
	OnLeave    func()

	self    fyne.CanvasObject
	enters  bool // Enter breaks the line
	max     int
	rows    int // shown, of several lines
	refused string
	shift   bool
	invalid bool
	focused bool
	told    func(string)
	watch   func()
	rose    func()
}

// NewEntry makes a field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.become(e)
	return e
}

// NewMultiLine makes a field that grows with its text from two lines to eight.
func NewMultiLine() *Entry {
	e := &Entry{max: data.MaxLong}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.become(e)
	e.rows = minRows
	e.SetMinRowsVisible(minRows)
	return e
}

func (e *Entry) become(self fyne.Widget) {
	if e.max == 0 {
		e.max = mostTyped
	}
	if !e.MultiLine {
		e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	}
	e.self = self
	e.ExtendBaseWidget(self)
}

// BreakOnEnter makes Enter break the line of a multi-line entry, for long notes; Tab still leaves.
func (e *Entry) BreakOnEnter() *Entry {
	e.enters = true
	return e
}

// Hint shows what belongs here while the entry is empty; it returns e for chaining.
func (e *Entry) Hint(text string) *Entry {
	e.SetPlaceHolder(text)
	return e
}

// SetMax refuses text of more than max characters. A paste that does not fit is refused whole, so that nothing is cut off unseen;
// OnRefused and the Field around say refused.
func (e *Entry) SetMax(max int, refused string) {
	e.max, e.refused = max, refused
}

// SetInvalid marks the border.
func (e *Entry) SetInvalid(invalid bool) {
	if e.invalid != invalid {
		e.invalid = invalid
		e.Refresh()
	}
}

// AcceptsTab is always false: Tab leaves.
func (e *Entry) AcceptsTab() bool { return false }

// Resize grows or shrinks to what the new width needs.
func (e *Entry) Resize(s fyne.Size) {
	changed := s.Width != e.Size().Width
	e.Entry.Resize(s)
	if changed {
		e.grow()
	}
}

// grow gives the lines of text their room.
func (e *Entry) grow() {
	if !e.MultiLine || e.Size().Width == 0 {
		return
	}
	rows := min(max(look.Lines(e.Text, e.Size().Width-look.Unit*2, look.BodyStyle), minRows), maxRows)
	if rows != e.rows {
		e.rows = rows
		e.SetMinRowsVisible(rows)
		if e.rose != nil {
			e.rose()
		}
	}
}

// OnHeight tells what the entry stands in when it grows.
func (e *Entry) OnHeight(tell func()) { e.rose = tell }

// KeyDown is for Fyne.
func (e *Entry) KeyDown(ev *fyne.KeyEvent) {
	e.shift = e.shift || isShift(ev.Name)
	e.Entry.KeyDown(ev)
}

// KeyUp is for Fyne.
func (e *Entry) KeyUp(ev *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(ev.Name)
	e.Entry.KeyUp(ev)
}

// FocusGained is for Fyne.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	keepInSight(e.self)
	if e.watch != nil {
		e.watch()
	}
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost is for Fyne.
func (e *Entry) FocusLost() {
	e.shift, e.focused = false, false
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// TypedKey moves on with Enter and hands Escape and function keys to the window.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case isEnter(ev.Name):
		switch {
		case e.MultiLine && (e.shift || e.enters):
			if e.fits("\n") {
				e.Entry.TypedKey(ev)
			}
		case e.OnEnter != nil:
			e.OnEnter()
		default:
			focusNext(e.self)
		}
	case ev.Name == fyne.KeyEscape || functionKey(ev.Name):
		pass(e.self, ev)
	default:
		before := e.Text
		if e.Entry.TypedKey(ev); e.Text != before {
			e.tell("")
		}
	}
}

// TypedRune is for Fyne.
func (e *Entry) TypedRune(r rune) {
	if !unicode.IsControl(r) && e.fits(string(r)) {
		e.Entry.TypedRune(r)
		e.tell("")
	}
}

// TypedShortcut checks what is pasted and hands on what means nothing to a text.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.OnShortcut != nil && e.OnShortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		text := s.Clipboard.Content()
		if len(text) < hopeless*e.max { // else it is not worth the time that cleaning a whole book takes
			text = clean(text, e.MultiLine)
		}
		switch {
		case text == "" || !e.fits(text):
		case e.MultiLine && unwieldy(text):
			e.refuse(speaker.T("widgets.unwieldy"))
		default:
			e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: held(text), Secondary: s.Secondary})
			e.tell("")
		}
		return
	case fyne.KeyboardShortcut:
		if isEnter(s.Key()) || functionKey(s.Key()) {
			passShortcut(e.self, s)
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// fits tells whether more may come in place of what is selected, and says so when not.
func (e *Entry) fits(more string) bool {
	n := utf8.RuneCountInString(e.Text) - utf8.RuneCountInString(e.SelectedText()) + utf8.RuneCountInString(more)
	if n <= e.max {
		return true
	}
	refused := e.refused
	if refused == "" {
		refused = speaker.N("widgets.too_long", e.max)
	}
	e.refuse(refused)
	return false
}

func (e *Entry) refuse(why string) {
	e.tell(why)
	if e.OnRefused != nil {
		e.OnRefused(why)
	}
}

// unwieldy tells a text that Fyne's entry cannot show in good time.
func unwieldy(text string) bool {
	lines, word := 0, 0
	for _, r := range text {
		word++
		if unicode.IsSpace(r) {
			word = 0
		}
		if r == '\n' {
			lines++
		}
		if word > mostWord || lines > mostLines {
			return true
		}
	}
	return false
}

// tell says a problem of the entry's own to the Field around it; "" takes it back.
func (e *Entry) tell(message string) {
	if e.told != nil {
		e.told(message)
	} else {
		e.SetInvalid(message != "")
	}
}

func (e *Entry) tellTo(f func(string)) { e.told = f }
func (e *Entry) typedText() string     { return e.Text }
func (e *Entry) watchBy(f func())      { e.watch = f }

func functionKey(k fyne.KeyName) bool {
	return len(k) >= 2 && k[0] == 'F' && k[1] >= '1' && k[1] <= '9'
}

// clean drops what has no place in a text: control characters, and line breaks where there is one line only.
func clean(s string, lines bool) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if !lines {
		s = strings.TrimSpace(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

// held is a clipboard with a text that was looked at.
type held string

func (h held) Content() string   { return string(h) }
func (h held) SetContent(string) {}

// CreateRenderer adds the focus ring to Fyne's entry.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(nil)
	ring.CornerRadius, ring.StrokeWidth = look.Radius, look.Ring
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), e: e, ring: ring}
	r.paint()
	return r
}

type entryRenderer struct {
	fyne.WidgetRenderer
	e    *Entry
	ring *canvas.Rectangle
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	base := r.WidgetRenderer.Objects()
	return append(base[:len(base):len(base)], r.ring)
}

func (r *entryRenderer) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	r.ring.Resize(s)
}

func (r *entryRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
	r.e.grow() // Fyne's entry refreshes itself past our methods, but not past its renderer
}

func (r *entryRenderer) paint() {
	r.ring.StrokeColor = look.Color(look.ColorAccent)
	if r.e.invalid {
		r.ring.StrokeColor = look.Color(look.ColorOverdue)
	}
	r.ring.Hidden = r.e.Disabled() || !r.e.focused && !r.e.invalid
	r.ring.Refresh()
}
