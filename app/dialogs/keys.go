package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
	"dogovor/app/widgets"
)

// KeyGroup are keys that belong together, under a heading.
type KeyGroup struct {
	Title string
	Keys  []Key
}

// Key is one key, or several for the same, and what it does.
type Key struct{ Keys, Does string }

// Help shows what a screen is for and which keys there are, in two columns where there is room. ↑↓ PgUp PgDn scroll, Esc and Enter
// close.
func Help(parent fyne.Window, title, text string, groups []KeyGroup, word string) {
	h := &help{canvas: parent.Canvas(), title: look.Section(title)}
	top := widgets.Column(look.Unit * 2)
	if text != "" {
		top.Add(look.Body(text))
	}
	top.Add(keyColumns(groups))
	h.body = widgets.NewScroll(top)
	h.shut = widgets.PrimaryButton(word, h.close)
	h.shut.OnKey(h.key)
	h.ExtendBaseWidget(h)
	h.over = widgets.NewStage(h)
	h.canvas.Overlays().Add(h.over)
	h.canvas.Focus(h.shut)
}

// keyColumns divides the groups so that the columns are about as high as each other.
func keyColumns(groups []KeyGroup) fyne.CanvasObject {
	wide, rows := float32(0), 0
	for _, g := range groups {
		rows += len(g.Keys) + 2
		for _, k := range g.Keys {
			wide = max(wide, widgets.NewBadge(k.Keys, widgets.Plain).MinSize().Width)
		}
	}
	var columns [2]*fyne.Container
	for i := range columns {
		columns[i] = widgets.Column(look.Unit * 2)
	}
	used := 0
	for _, g := range groups {
		at := 0
		if used*2 >= rows-len(g.Keys) {
			at = 1
		}
		used += len(g.Keys) + 2
		lines := widgets.Column(look.Unit*.75, look.NewText(g.Title, look.LabelStyle))
		for _, k := range g.Keys {
			lines.Add(widgets.Row(widgets.Part(0, wide, widgets.NewBadge(k.Keys, widgets.Plain)), widgets.Part(1, 150, look.Body(k.Does))))
		}
		columns[at].Add(lines)
	}
	return widgets.EvenRow(widgets.Part(1, keyColumn, columns[0]), widgets.Part(1, keyColumn, columns[1]))
}

// Measures of the sheet.
const (
	keyColumn = float32(320)
	helpWidth = float32(860)
)

// help is a sheet over a veil.
type help struct {
	widget.BaseWidget
	canvas fyne.Canvas
	title  *look.Text
	body   *widgets.Scroll
	shut   *widgets.Button
	over   *widgets.Stage
}

func (h *help) close() { h.canvas.Overlays().Remove(h.over) }

// Tapped gives the keys back to the sheet.
func (h *help) Tapped(*fyne.PointEvent) { h.canvas.Focus(h.shut) }

func (h *help) key(ev *fyne.KeyEvent) bool {
	const line = look.Unit * 5
	to, page := h.body.Offset(), h.body.Size().Height-line
	switch ev.Name {
	case fyne.KeyEscape:
		h.close()
		return true
	case fyne.KeyDown:
		to += line
	case fyne.KeyUp:
		to -= line
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	}
	h.body.ScrollTo(to)
	return !isPress(ev.Name)
}

func isPress(k fyne.KeyName) bool {
	return k == fyne.KeyReturn || k == fyne.KeyEnter || k == fyne.KeySpace
}

// CreateRenderer is for Fyne.
func (h *help) CreateRenderer() fyne.WidgetRenderer {
	r := &helpRenderer{h: h, veil: canvas.NewRectangle(nil), back: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type helpRenderer struct {
	h          *help
	veil, back *canvas.Rectangle
}

func (r *helpRenderer) Destroy()           {}
func (r *helpRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 160) }
func (r *helpRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.veil, r.back, r.h.title, r.h.body, r.h.shut}
}

func (r *helpRenderer) Refresh() {
	r.paint()
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}

func (r *helpRenderer) paint() { paintSheet(r.veil, r.back) }

func (r *helpRenderer) Layout(s fyne.Size) {
	h := r.h
	r.veil.Resize(s)
	const air, gap = look.Unit * 3, look.Unit * 2
	w := min(helpWidth, s.Width-look.Unit*4)
	head := h.title.MinSize().Height
	around := air + head + gap + gap + look.RowHeight + air
	room := s.Height - look.Unit*4 - around
	high := min(h.body.HeightAt(w-2*air), room)
	total := high + around
	x, y := (s.Width-w)/2, max((s.Height-total)*.4, 0)
	place(r.back, x, y, w, total)
	place(h.title, x+air, y+air, w-2*air, head)
	place(h.body, x+air, y+air+head+gap, w-2*air, high)
	m := h.shut.MinSize()
	place(h.shut, x+w-air-m.Width, y+total-air-look.RowHeight, m.Width, look.RowHeight)
}
