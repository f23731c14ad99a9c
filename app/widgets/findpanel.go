package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// FindPanel lies over the window: a field, below it rows that go with what is typed, and a foot that tells what the keys do. The focus
// stays in the field while the mark moves. What had the focus below gets it back by itself when the panel goes.
type FindPanel struct {
	widget.BaseWidget
	OnTyped  func(text string, caret int) // caret in bytes
	OnMarked func(*FindRow)               // another row is marked; nil: none
	OnChoose func(*FindRow)               // Enter or a press; nil when no row is marked
	OnTab    func(back bool) bool         // true when used; else Tab goes to the next group
	OnEscape func()

	canvas fyne.Canvas
	over   *Stage
	entry  *findEntry
	list   *findList
	foot   *look.Text
	aside  *Button
	press  func()
	sheet  [2]fyne.Position // its corners
}

// NewFindPanel makes it for a window; nothing shows yet.
func NewFindPanel(parent fyne.Window, hint string) *FindPanel {
	p := &FindPanel{canvas: parent.Canvas(), foot: look.NewText("", look.SecondaryStyle).Gives()}
	p.entry = newFindEntry(p)
	p.entry.SetPlaceHolder(hint)
	p.list = newFindList(p)
	p.aside = QuietButton("", func() {
		p.takeFocus()
		p.press()
	})
	p.aside.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// Open shows the panel, with text in its field.
func (p *FindPanel) Open(text string) {
	p.over = NewStage(p)
	p.canvas.Overlays().Add(p.over)
	p.takeFocus()
	p.SetText(text)
}

// Close takes the panel away.
func (p *FindPanel) Close() { p.canvas.Overlays().Remove(p.over) }

// IsOpen tells whether it is what the person works with: no question lies over it.
func (p *FindPanel) IsOpen() bool { return p.canvas.Overlays().Top() == fyne.CanvasObject(p.over) }

func (p *FindPanel) takeFocus() { p.canvas.Focus(p.entry) }

// Text is what stands in the field.
func (p *FindPanel) Text() string { return p.entry.Text }

// SetText puts text into the field, the caret behind it, as if it had been typed.
func (p *FindPanel) SetText(text string) { p.SetTextAt(text, len(text)) }

// SetTextAt puts the caret at a byte of the text.
func (p *FindPanel) SetTextAt(text string, caret int) {
	p.entry.quiet = true
	p.entry.SetText(text)
	p.entry.CursorColumn = len([]rune(text[:caret]))
	p.entry.quiet = false
	p.entry.Refresh()
	p.typed()
}

// SelectAll marks the text, so that typing replaces it.
func (p *FindPanel) SelectAll() { p.entry.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Undo takes back typing.
func (p *FindPanel) Undo() { p.entry.Undo() }

// SetHint says what to type.
func (p *FindPanel) SetHint(hint string) { p.entry.SetPlaceHolder(hint) }

// SetRows shows other rows; at is the one to mark.
func (p *FindPanel) SetRows(rows []FindRow, at int) {
	p.list.show(rows, at)
	p.told()
}

// Rows are those shown, from the top.
func (p *FindPanel) Rows() []FindRow { return p.list.rows }

// Marked is the row that Enter takes; nil when there is none.
func (p *FindPanel) Marked() *FindRow { return p.list.marked() }

// SetFoot tells what the keys do.
func (p *FindPanel) SetFoot(text string) { p.foot.SetText(text) }

// Foot is what it tells.
func (p *FindPanel) Foot() string { return p.foot.Text() }

// SetAside offers something beside the foot; "" nothing.
func (p *FindPanel) SetAside(word string, do func()) {
	p.press = do
	p.aside.SetWord(word)
	p.aside.Hidden = word == ""
	p.Refresh()
}

func (p *FindPanel) typed() {
	if p.entry.quiet || p.OnTyped == nil {
		return
	}
	runes := []rune(p.entry.Text)
	p.OnTyped(p.entry.Text, len(string(runes[:min(p.entry.CursorColumn, len(runes))])))
}

func (p *FindPanel) told() {
	if p.OnMarked != nil {
		p.OnMarked(p.list.marked())
	}
}

func (p *FindPanel) choose() { p.OnChoose(p.list.marked()) }

// key answers the keys that move and choose; the others are for the text.
func (p *FindPanel) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		p.list.move(1)
	case fyne.KeyUp:
		p.list.move(-1)
	case fyne.KeyPageDown:
		p.list.page(1)
	case fyne.KeyPageUp:
		p.list.page(-1)
	case fyne.KeyTab:
		if back := p.entry.shift; !p.OnTab(back) {
			if back {
				p.list.group(-1)
			} else {
				p.list.group(1)
			}
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose()
		return true
	case fyne.KeyEscape:
		p.OnEscape()
		return true
	default:
		return functionKey(ev.Name)
	}
	p.told()
	return true
}

// Tapped beside the sheet closes it.
func (p *FindPanel) Tapped(ev *fyne.PointEvent) {
	a, b := p.sheet[0], p.sheet[1]
	if ev.Position.X < a.X || ev.Position.X > b.X || ev.Position.Y < a.Y || ev.Position.Y > b.Y {
		p.OnEscape()
		return
	}
	p.takeFocus()
}

// CreateRenderer is for Fyne.
func (p *FindPanel) CreateRenderer() fyne.WidgetRenderer {
	veil, shadow, back, line, rule := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	return (&drawn{
		self: p, objects: []fyne.CanvasObject{veil, shadow, back, p.entry, rule, p.list, line, p.foot, p.aside},
		min: func() fyne.Size { return fyne.NewSize(320, 240) },
		place: func(s fyne.Size) {
			veil.Resize(s)
			const side, air, footHigh = look.Unit * 2, look.Unit * 1.5, float32(38)
			w := min(820, s.Width-look.Unit*6)
			h := min(600, s.Height-look.Unit*8)
			x, y := (s.Width-w)/2, min((s.Height-h)/3, look.Unit*9)
			p.sheet = [2]fyne.Position{fyne.NewPos(x, y), fyne.NewPos(x+w, y+h)}
			put(shadow, x+2, y+4, w, h)
			put(back, x, y, w, h)
			field := p.entry.MinSize().Height
			put(p.entry, x+air, y+air, w-2*air, field)
			top := y + air + field + air
			put(rule, x+1, top-1, w-2, 1)
			put(p.list, x+1, top, w-2, y+h-footHigh-1-top)
			put(line, x+1, y+h-footHigh, w-2, 1)
			m := p.aside.MinSize()
			forFoot := w - 2*side
			if p.aside.Visible() {
				forFoot -= m.Width + side
			}
			put(p.foot, x+side, y+h-footHigh+1, forFoot, footHigh-2)
			put(p.aside, x+w-look.Unit-m.Width, y+h-footHigh+(footHigh-m.Height)/2, m.Width, m.Height)
		},
		paint: func() {
			veil.FillColor, shadow.FillColor = look.Color(look.ColorVeil), look.Color(look.ColorDrop)
			back.FillColor, back.StrokeColor = look.Color("overlayBackground"), look.Color(look.ColorEdge)
			back.StrokeWidth, back.CornerRadius, shadow.CornerRadius = 1, look.Radius*2, look.Radius*2
			line.FillColor, rule.FillColor = look.Color(look.ColorLine), look.Color(look.ColorLine)
		},
	}).start()
}

// findEntry is the field of a FindPanel.
type findEntry struct {
	Entry
	panel *FindPanel
	quiet bool
}

func newFindEntry(p *FindPanel) *findEntry {
	e := &findEntry{panel: p}
	e.become(e)
	e.OnChanged = func(string) { p.typed() }
	return e
}

// AcceptsTab is for the panel, which uses it.
func (e *findEntry) AcceptsTab() bool { return true }

// TypedKey gives the panel the first go.
func (e *findEntry) TypedKey(ev *fyne.KeyEvent) {
	if !e.panel.key(ev) {
		e.Entry.TypedKey(ev)
	}
}

// Cursor is for Fyne.
func (e *findEntry) Cursor() desktop.Cursor { return desktop.TextCursor }
