package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// headBar is the heads of a table.
type headBar struct {
	widget.BaseWidget
	g    *grid
	over int
}

func newHeadBar(g *grid) *headBar {
	h := &headBar{g: g, over: -1}
	h.ExtendBaseWidget(h)
	return h
}

func (h *headBar) at(x float32) int {
	for i, c := range h.g.heads {
		if !c.hiddenForRoom && c.sortable && x >= c.x-cellGap/2 && x < c.x+c.w+cellGap/2 {
			return i
		}
	}
	return -1
}

// Tapped sorts by the column under the mouse.
func (h *headBar) Tapped(ev *fyne.PointEvent) {
	Focus(h.g.self)
	if i := h.at(ev.Position.X); i >= 0 {
		h.g.sort(i)
	}
}

// MouseIn is for Fyne.
func (h *headBar) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved shows which head would sort.
func (h *headBar) MouseMoved(ev *desktop.MouseEvent) {
	if i := h.at(ev.Position.X); i != h.over {
		h.over = i
		h.Refresh()
	}
}

// MouseOut is for Fyne.
func (h *headBar) MouseOut() {
	h.over = -1
	h.Refresh()
}

// Cursor is for Fyne.
func (h *headBar) Cursor() desktop.Cursor {
	if h.over >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is for Fyne.
func (h *headBar) CreateRenderer() fyne.WidgetRenderer {
	back, line, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	ring.StrokeWidth, ring.CornerRadius = look.Ring, look.Radius
	arrow := canvas.NewImageFromResource(nil)
	arrow.FillMode = canvas.ImageFillContain
	objects := []fyne.CanvasObject{back, line}
	var titles []*canvas.Text
	for range h.g.heads {
		t := canvas.NewText("", nil)
		titles = append(titles, t)
		objects = append(objects, t)
	}
	const icon = 16
	return (&drawn{
		self: h, objects: append(objects, arrow, ring),
		min: func() fyne.Size { return fyne.NewSize(0, headHeight) },
		place: func(s fyne.Size) {
			back.Resize(s)
			put(line, 0, s.Height-1, s.Width, 1)
			high := look.LineHeight(look.LabelStyle)
			for i, c := range h.g.heads {
				room := c.w
				sorted := c.id == h.g.sortCol && c.sortable && !c.hiddenForRoom
				if sorted {
					room -= icon
				}
				titles[i].Text = look.Cut(c.title, room+1, look.LabelStyle)
				w := look.Measure(titles[i].Text, look.LabelStyle)
				x := c.x
				if c.right {
					x = c.x + room - w
				}
				put(titles[i], x, (s.Height-high)/2, w, high)
				if sorted {
					put(arrow, x+w, (s.Height-icon)/2, icon, icon)
				}
				if i == h.g.headAt {
					put(ring, c.x-4, 3, c.w+8, s.Height-6)
				}
			}
		},
		paint: func() {
			back.FillColor, line.FillColor = look.Color(look.ColorSurface), look.Color(look.ColorEdge)
			ring.StrokeColor, ring.Hidden = look.Color(look.ColorAccent), h.g.headAt < 0
			arrow.Hidden = true
			for i, c := range h.g.heads {
				titles[i].TextSize, titles[i].TextStyle.Bold = look.SizeSmall, true
				titles[i].Color = look.Color(look.ColorSecondary)
				titles[i].Hidden = c.hiddenForRoom
				if i == h.over || c.id == h.g.sortCol {
					titles[i].Color = look.Color(look.ColorInk)
				}
				if c.id == h.g.sortCol && c.sortable && !c.hiddenForRoom {
					arrow.Hidden = false
					arrow.Resource = look.Icon(theme.MenuDropUpIcon(), look.ColorInk)
					if h.g.descending {
						arrow.Resource = look.Icon(theme.MenuDropDownIcon(), look.ColorInk)
					}
					arrow.Refresh()
				}
				titles[i].Refresh()
			}
		},
	}).start()
}

// body is as high as all rows together but holds only those in sight.
type body struct {
	widget.BaseWidget
	g    *grid
	rows []*gridRow
}

func newBody(g *grid) *body {
	b := &body{g: g}
	b.ExtendBaseWidget(b)
	return b
}

// show puts the rows in sight in their places. Row i always uses the same object as long as it is in sight.
func (b *body) show() {
	high := b.g.scroll.Size().Height
	if high <= 0 {
		return
	}
	first := max(int(b.g.scroll.Offset.Y/look.RowHeight), 0)
	want := int(high/look.RowHeight) + 2
	if len(b.rows) < want {
		for len(b.rows) < want {
			b.rows = append(b.rows, newGridRow(b.g))
		}
		b.BaseWidget.Refresh()
	}
	n := len(b.rows)
	width := b.g.scroll.Size().Width
	for i := first; i < first+n; i++ {
		r := b.rows[i%n]
		if i >= b.g.count {
			r.Hide()
			continue
		}
		put(r, 0, float32(i)*look.RowHeight, width, look.RowHeight)
		r.set(i)
		r.Show()
	}
}

// Refresh fills the rows in sight anew.
func (b *body) Refresh() {
	for _, r := range b.rows {
		r.index = -1
	}
	b.show()
	b.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (b *body) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{
		self:  b,
		min:   func() fyne.Size { return fyne.NewSize(0, float32(b.g.count)*look.RowHeight) },
		place: func(fyne.Size) { b.show() },
	}
	d.paint = func() {
		d.objects = d.objects[:0]
		for _, r := range b.rows {
			d.objects = append(d.objects, r)
		}
	}
	return d.start()
}

// gridRow is one row in sight.
type gridRow struct {
	widget.BaseWidget
	g       *grid
	index   int
	hovered bool
	tip     tipper
	tipCol  int
	full    []string // what cells say that had to be cut, "" otherwise
	texts   []*canvas.Text
}

func newGridRow(g *grid) *gridRow {
	r := &gridRow{g: g, index: -1, tipCol: -1, full: make([]string, len(g.heads))}
	for range g.heads {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *gridRow) set(index int) {
	if r.index != index {
		r.index = index
		r.Refresh()
	}
}

// MouseDown marks the row at once.
func (r *gridRow) MouseDown(ev *desktop.MouseEvent) {
	Focus(r.g.self)
	if ev.Button == desktop.MouseButtonPrimary && r.index < r.g.count {
		if r.g.many != nil && r.g.many.pressed(r.g, r.index, ev.Modifier) {
			return
		}
		r.g.choose(r.index)
	}
}

// MouseUp is for Fyne; Tapped follows.
func (r *gridRow) MouseUp(*desktop.MouseEvent) {}

// Tapped marks the row, and opens it the second time.
func (r *gridRow) Tapped(*fyne.PointEvent) {
	r.tip.leave()
	Focus(r.g.self)
	if r.g.many != nil && r.g.many.took {
		r.g.many.took = false
		return
	}
	r.g.pressed(r.index)
}

// MouseIn is for Fyne.
func (r *gridRow) MouseIn(ev *desktop.MouseEvent) {
	r.hovered = true
	r.MouseMoved(ev)
	r.Refresh()
}

// MouseMoved tells the whole text of a cell that was cut.
func (r *gridRow) MouseMoved(ev *desktop.MouseEvent) {
	col := -1
	for i, h := range r.g.heads {
		if !h.hiddenForRoom && r.full[i] != "" && ev.Position.X >= h.x && ev.Position.X < h.x+h.w {
			col = i
		}
	}
	if col == r.tipCol {
		return
	}
	r.tip.leave()
	if r.tipCol = col; col >= 0 {
		r.tip.text = r.full[col]
		r.tip.rest(r.texts[col])
	}
}

// MouseOut is for Fyne.
func (r *gridRow) MouseOut() {
	r.hovered, r.tipCol = false, -1
	r.tip.leave()
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *gridRow) CreateRenderer() fyne.WidgetRenderer {
	back, line, bar := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	objects := []fyne.CanvasObject{back, line, bar}
	for _, t := range r.texts {
		objects = append(objects, t)
	}
	styles := make([]look.Style, len(r.texts))
	return (&drawn{
		self: r, objects: objects,
		min: func() fyne.Size { return fyne.NewSize(0, look.RowHeight) },
		place: func(s fyne.Size) {
			put(back, 0, 0, s.Width, s.Height-1)
			put(line, 0, s.Height-1, s.Width, 1)
			put(bar, 0, 0, 3, s.Height-1)
			for i, h := range r.g.heads {
				high := look.LineHeight(styles[i])
				put(r.texts[i], h.x, (s.Height-high)/2, h.w, high)
			}
		},
		paint: func() {
			chosen := r.index == r.g.selected
			back.FillColor = look.Color(look.ColorHover)
			filled := chosen
			if r.g.many != nil && r.g.many.any() { // then the bar alone tells whose page is shown
				filled = r.g.many.marked(r.index)
			}
			if filled {
				back.FillColor = look.Color(look.ColorAccentSoft)
			}
			back.Hidden = !filled && !r.hovered
			bar.FillColor, bar.Hidden = look.Color(look.ColorAccent), !chosen
			line.FillColor = look.Color(look.ColorLine)
			if r.index < 0 || r.index >= r.g.count {
				return
			}
			for i, h := range r.g.heads {
				t := r.texts[i]
				t.Hidden = h.hiddenForRoom
				if h.hiddenForRoom {
					continue
				}
				text, style := r.g.cell(r.index, i)
				styles[i] = style
				t.Text = look.Cut(text, h.w+1, style)
				r.full[i] = ""
				if t.Text != text {
					r.full[i] = text
				}
				t.TextSize, t.TextStyle.Bold, t.Color = style.Size, style.Bold, look.Color(style.Color)
				t.Alignment = fyne.TextAlignLeading
				if h.right {
					t.Alignment = fyne.TextAlignTrailing
				}
				t.Refresh()
			}
		},
	}).start()
}
