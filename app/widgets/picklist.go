package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Measures of the list that drops down.
const (
	pickRows   = 8 // seen at once
	pickHeight = float32(30)
	pickMin    = float32(280)
	pickMax    = float32(560)
)

// pickList is the list below a Picker. It never takes the focus.
type pickList struct {
	widget.BaseWidget
	owner    *Picker
	stage    *Stage
	options  []Option
	text     string
	busy     bool
	at       int // marked row; len(options) is the row that creates; -1 none
	top      int // first row seen
	rows     []*pickRow
	foot     *look.Text
	pressing bool
}

func newPickList(owner *Picker) *pickList {
	l := &pickList{owner: owner, at: -1, foot: look.NewText("", look.SecondaryStyle).Gives()}
	for range pickRows {
		l.rows = append(l.rows, newPickRow(l))
	}
	l.ExtendBaseWidget(l)
	return l
}

// show opens the list on what was found for text, the first marked.
func (l *pickList) show(options []Option, text string, busy bool) {
	l.options, l.text, l.busy, l.top = options, text, busy, 0
	l.at = -1
	if l.count() > 0 {
		l.at = 0
	}
	for i, o := range options {
		if text == "" && o.Key == l.owner.picked.Key && l.owner.picked != (Option{}) {
			l.at = i
		}
	}
	l.keepInSight()
	if l.stage = stageOf(l.owner.self); l.stage == nil {
		return
	}
	l.Refresh()
	l.stage.open(l, l.owner.self, fyne.NewSize(l.width(), l.height()), func() { l.pressing = false })
}

func (l *pickList) creates() bool { return l.owner.OnCreate != nil && l.text != "" && !l.busy }

// count is how many rows there are, the one that creates included.
func (l *pickList) count() int {
	if l.creates() {
		return len(l.options) + 1
	}
	return len(l.options)
}

func (l *pickList) onCreate() bool { return l.creates() && l.at == len(l.options) }

func (l *pickList) marked() *Option {
	if l.at < 0 || l.at >= len(l.options) {
		return nil
	}
	return &l.options[l.at]
}

// exactly finds the one option named text.
func (l *pickList) exactly(text string) *Option {
	var found *Option
	for i, o := range l.options {
		if folded(o.Label) == folded(text) && text != "" {
			if found != nil {
				return nil
			}
			found = &l.options[i]
		}
	}
	return found
}

func (l *pickList) move(by int) {
	if l.count() == 0 {
		return
	}
	l.at = min(max(l.at+by, 0), l.count()-1)
	l.keepInSight()
	l.Refresh()
}

// seats is how many options are seen at once; the row that creates is always seen below them.
func (l *pickList) seats() int {
	n := pickRows
	if l.creates() {
		n--
	}
	return min(len(l.options), n)
}

func (l *pickList) keepInSight() {
	at := min(l.at, len(l.options)-1)
	l.top = min(l.top, max(at, 0))
	l.top = max(l.top, at-l.seats()+1, 0)
}

// MouseDown takes presses on the list's foot, so that they do not fall through.
func (l *pickList) MouseDown(*desktop.MouseEvent) { l.pressing = true }

// MouseUp is for Fyne.
func (l *pickList) MouseUp(*desktop.MouseEvent) {}

// Tapped gives the focus back to the field.
func (l *pickList) Tapped(*fyne.PointEvent) {
	Focus(l.owner.self)
	l.pressing = false
}

func (l *pickList) footer() string {
	p := l.owner.p
	switch {
	case l.busy:
		return p.T("widgets.searching")
	case len(l.options) == 0:
		return p.T("widgets.no_hits")
	case len(l.options) > l.seats():
		return p.N("widgets.more_hits", len(l.options)-l.seats())
	}
	return ""
}

// seen is how many rows are seen, the one that creates included.
func (l *pickList) seen() int { return min(l.count(), pickRows) }

func (l *pickList) height() float32 {
	h := float32(l.seen())*pickHeight + 2
	if l.footer() != "" {
		h += pickHeight
	}
	return h
}

func (l *pickList) width() float32 {
	w := max(pickMin, l.owner.Size().Width)
	for _, o := range l.options {
		w = max(w, look.Measure(o.Label, look.BodyStyle)+look.Measure(o.Note, look.SecondaryStyle)+look.Unit*5)
	}
	return min(w, max(pickMax, l.owner.Size().Width))
}

// CreateRenderer is for Fyne.
func (l *pickList) CreateRenderer() fyne.WidgetRenderer {
	shadow := canvas.NewRectangle(nil)
	back := box(look.ColorSurface)
	back.StrokeWidth = 1
	bar := canvas.NewRectangle(nil)
	bar.CornerRadius = 2
	objects := []fyne.CanvasObject{shadow, back}
	for _, r := range l.rows {
		objects = append(objects, r)
	}
	return (&drawn{
		self: l, objects: append(objects, l.foot, bar),
		min: func() fyne.Size { return fyne.NewSize(pickMin, l.height()) },
		place: func(s fyne.Size) {
			put(shadow, 2, 3, s.Width, s.Height)
			back.Resize(s)
			for i, r := range l.rows {
				put(r, 1, 1+float32(i)*pickHeight, s.Width-2, pickHeight)
			}
			put(l.foot, look.Unit*1.25, 1+float32(l.seen())*pickHeight, s.Width-look.Unit*2.5, pickHeight)
			if n := float32(len(l.options)); n > 0 {
				seats := float32(l.seats())
				h := seats * pickHeight
				put(bar, s.Width-6, 2+h*float32(l.top)/n, 4, h*seats/n-2)
			}
		},
		paint: func() {
			shadow.FillColor, shadow.CornerRadius = look.Color(look.ColorDrop), look.Radius
			back.FillColor, back.StrokeColor = look.Color("menuBackground"), look.Color(look.ColorEdge)
			for i, r := range l.rows {
				switch seats := l.seats(); {
				case i < seats:
					r.set(l.top + i)
				case i == seats && l.creates():
					r.set(len(l.options))
				default:
					r.Hide()
				}
			}
			l.foot.SetText(l.footer())
			bar.FillColor, bar.Hidden = look.Color("scrollBar"), len(l.options) <= l.seats()
		},
	}).start()
}

// pickRow is one line of the list.
type pickRow struct {
	widget.BaseWidget
	list        *pickList
	index       int
	back        *canvas.Rectangle
	label, note *canvas.Text
	full        [2]string
}

func newPickRow(l *pickList) *pickRow {
	r := &pickRow{list: l, back: canvas.NewRectangle(nil), label: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *pickRow) set(index int) {
	l := r.list
	r.index = index
	switch {
	case index < len(l.options):
		r.full = [2]string{l.options[index].Label, l.options[index].Note}
	default:
		r.full = [2]string{l.owner.p.T("widgets.create", "Text", strings.TrimSpace(l.text)), ""}
	}
	r.Show()
	r.Refresh()
}

// Tapped takes the row.
func (r *pickRow) Tapped(*fyne.PointEvent) {
	l := r.list
	Focus(l.owner.self)
	l.pressing = false
	if r.index < len(l.options) {
		l.owner.choose(l.options[r.index], false)
	} else if l.creates() {
		l.owner.create()
	}
}

// Scrolled moves the list under the mouse wheel. The rows take the wheel, not the list: Fyne cuts what scrolls at its bounds, and the
// list has a border and a shadow.
func (r *pickRow) Scrolled(ev *fyne.ScrollEvent) {
	l, step := r.list, 1
	if ev.Scrolled.DY > 0 {
		step = -1
	}
	l.top = max(min(l.top+step, len(l.options)-l.seats()), 0)
	l.Refresh()
}

// MouseDown keeps the list open while the field under it loses the focus to the mouse.
func (r *pickRow) MouseDown(*desktop.MouseEvent) { r.list.pressing = true }

// MouseUp is for Fyne; Tapped follows.
func (r *pickRow) MouseUp(*desktop.MouseEvent) {}

// MouseIn marks the row.
func (r *pickRow) MouseIn(*desktop.MouseEvent) {
	if r.list.at != r.index {
		r.list.at = r.index
		r.list.owner.userMoved = true
		r.list.Refresh()
	}
}

// MouseMoved is for Fyne.
func (r *pickRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends a press that was dragged away.
func (r *pickRow) MouseOut() {
	if r.list.pressing {
		r.list.pressing = false
		r.list.stage.dismiss(r.list)
	}
}

// CreateRenderer is for Fyne.
func (r *pickRow) CreateRenderer() fyne.WidgetRenderer {
	return (&drawn{
		self: r, objects: []fyne.CanvasObject{r.back, r.label, r.note},
		min: func() fyne.Size { return fyne.NewSize(pickMin, pickHeight) },
		place: func(s fyne.Size) {
			r.back.Resize(s)
			const side, gap = look.Unit * 1.25, look.Unit * 1.5
			room := s.Width - 2*side
			noteWidth := min(look.Measure(r.full[1], look.SecondaryStyle), room*.6)
			labelWidth := room
			if r.full[1] != "" {
				labelWidth = min(room-noteWidth-gap, look.Measure(r.full[0], look.BodyStyle)+1)
				noteWidth = room - labelWidth - gap
			}
			r.label.Text = look.Cut(r.full[0], labelWidth, look.BodyStyle)
			r.note.Text = look.Cut(r.full[1], noteWidth, look.SecondaryStyle)
			h := look.LineHeight(look.BodyStyle)
			put(r.label, side, (s.Height-h)/2, labelWidth, h)
			small := look.LineHeight(look.SecondaryStyle)
			put(r.note, side+labelWidth+gap, (s.Height-h)/2+h-small-1, noteWidth, small)
		},
		paint: func() {
			marked := r.index == r.list.at
			r.back.FillColor, r.back.Hidden = look.Color(look.ColorAccentSoft), !marked
			r.label.Color, r.label.TextSize = look.Color(look.ColorInk), look.SizeBody
			if r.index >= len(r.list.options) {
				r.label.Color = look.Color(look.ColorAccent)
			}
			r.note.Color, r.note.TextSize = look.Color(look.ColorSecondary), look.SizeSmall
			r.label.Refresh()
			r.note.Refresh()
			r.back.Refresh()
		},
	}).start()
}
