package widgets

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

const (
	headHeight = float32(32)
	footHeight = float32(28)
	cellGap    = look.Unit * 1.5
	tableSide  = look.Unit * 2
	doubleTap  = 400 * time.Millisecond
	nearEnd    = 30 // rows before the end at which more are asked for
)

type head struct {
	id, title     string
	width, grow   float32
	right         bool
	priority      int
	sortable      bool
	x, w          float32 // where it stands now
	hiddenForRoom bool
}

// grid is a Table without its row type: heads, rows seen, selection, keys. Only the rows in sight exist as objects.
type grid struct {
	widget.BaseWidget
	OnSort     func(col string, descending bool)
	OnNeedMore func()      // the end of the rows is near; called once for each number of rows
	TapOpens   func() bool // a single press opens as well

	self        fyne.Widget
	heads       []head
	cell        func(row, col int) (string, look.Style)
	selectedRow func(int)
	openedRow   func(int)
	count       int
	selected    int
	asked       int
	sortCol     string
	descending  bool
	headAt      int // head marked by ←→, -1 none
	focused     bool
	headBar     *headBar
	body        *body
	scroll      *container.Scroll
	foot        *look.Text
	many        *many // rows marked to do something with them at once; nil where that cannot be
	empty       fyne.CanvasObject
	lastTap     time.Time
	lastRow     int
}

func (g *grid) init(self fyne.Widget, heads []head, cell func(row, col int) (string, look.Style)) {
	g.self, g.heads, g.cell = self, heads, cell
	g.selected, g.headAt, g.lastRow, g.asked = -1, -1, -1, -1
	g.headBar, g.body = newHeadBar(g), newBody(g)
	g.scroll = container.NewVScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) {
		g.body.show()
		g.askMore()
	}
	g.foot = look.NewText("", look.SecondaryStyle).Gives()
	g.ExtendBaseWidget(self)
}

// SetSort marks the column that the rows are sorted by.
func (g *grid) SetSort(col string, descending bool) {
	g.sortCol, g.descending = col, descending
	g.headBar.Refresh()
}

// Offset is how far down the rows are scrolled.
func (g *grid) Offset() float32 { return g.scroll.Offset.Y }

// ScrollTo goes to where Offset was, as far as there are rows.
func (g *grid) ScrollTo(offset float32) {
	end := float32(g.count)*look.RowHeight - g.scroll.Size().Height
	g.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(offset, end))))
}

// SetFooter says something below the rows: how many there are, that more are being read, that reading failed.
func (g *grid) SetFooter(text string) { g.foot.SetText(text) }

// Footer is what the footer says.
func (g *grid) Footer() string { return g.foot.Text() }

// SetEmpty is shown in place of the rows while there are none.
func (g *grid) SetEmpty(o fyne.CanvasObject) {
	g.empty = o
	g.self.Refresh()
}

func (g *grid) setCount(n int, fromTop bool) {
	g.count = n
	if fromTop {
		g.selected, g.asked = -1, -1
		g.scroll.Offset = fyne.Position{}
	}
	if g.selected >= n {
		g.selected = -1
	}
	g.self.Refresh()
	g.scroll.Refresh()
	g.body.Refresh()
}

func (g *grid) askMore() {
	if g.OnNeedMore == nil || g.asked == g.count || g.count == 0 {
		return
	}
	last := int((g.scroll.Offset.Y + g.scroll.Size().Height) / look.RowHeight)
	if last >= g.count-nearEnd {
		g.asked = g.count
		g.OnNeedMore()
	}
}

// sort asks for another order: the same column again turns it round.
func (g *grid) sort(col int) {
	h := g.heads[col]
	if !h.sortable || g.OnSort == nil {
		return
	}
	g.descending = g.sortCol == h.id && !g.descending
	g.sortCol = h.id
	g.headBar.Refresh()
	g.OnSort(h.id, g.descending)
}

// mark selects a row silently and brings it into sight.
func (g *grid) mark(i int) {
	g.selected = i
	y, high := float32(i)*look.RowHeight, g.scroll.Size().Height
	switch offset := g.scroll.Offset.Y; {
	case high == 0:
	case y < offset:
		g.scroll.ScrollToOffset(fyne.NewPos(0, y))
	case y+look.RowHeight > offset+high:
		g.scroll.ScrollToOffset(fyne.NewPos(0, y+look.RowHeight-high))
	}
	g.body.Refresh()
	g.askMore()
}

func (g *grid) choose(i int) {
	if g.count == 0 {
		return
	}
	i = min(max(i, 0), g.count-1)
	if i == g.selected {
		return
	}
	g.mark(i)
	g.selectedRow(i)
}

func (g *grid) pressed(i int) {
	again := g.lastRow == i && time.Since(g.lastTap) < doubleTap
	g.lastRow, g.lastTap = i, time.Now()
	if i >= g.count {
		return
	}
	g.choose(i)
	if again || g.TapOpens != nil && g.TapOpens() {
		g.lastRow = -1
		g.openedRow(i)
	}
}

// FocusGained is for Fyne.
func (g *grid) FocusGained() { g.focused = true; g.headAt = -1; g.repaint() }

// FocusLost is for Fyne.
func (g *grid) FocusLost() { g.focused = false; g.headAt = -1; g.repaint() }

func (g *grid) repaint() {
	g.self.Refresh()
	g.headBar.Refresh()
	g.body.Refresh()
}

// TypedRune is for Fyne.
func (g *grid) TypedRune(rune) {}

// TypedShortcut copies the row that is marked, cells apart by tabs as spreadsheets want them, and hands other shortcuts on.
func (g *grid) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && g.many != nil {
		g.many.all()
		return
	}
	c, ok := s.(*fyne.ShortcutCopy)
	if !ok || g.selected < 0 {
		passShortcut(g.self, s)
		return
	}
	cells := make([]string, len(g.heads))
	for i := range g.heads {
		cells[i], _ = g.cell(g.selected, i)
	}
	c.Clipboard.SetContent(strings.Join(cells, "\t"))
}

// TypedKey goes through the rows.
func (g *grid) TypedKey(ev *fyne.KeyEvent) {
	page := max(int(g.scroll.Size().Height/look.RowHeight)-1, 1)
	if g.many != nil && g.many.key(g, ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeyDown:
		g.choose(g.selected + 1)
	case fyne.KeyUp:
		g.choose(g.selected - 1)
	case fyne.KeyPageDown:
		g.choose(g.selected + page)
	case fyne.KeyPageUp:
		g.choose(g.selected - page)
	case fyne.KeyHome:
		g.choose(0)
	case fyne.KeyEnd:
		g.choose(g.count - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.selected >= 0 {
			g.openedRow(g.selected)
		} else if e, ok := g.empty.(*Empty); ok && g.count == 0 && e.action != nil {
			e.action.Tapped(nil)
		}
	case fyne.KeyLeft:
		g.alongHeads(-1)
	case fyne.KeyRight:
		g.alongHeads(1)
	case fyne.KeySpace:
		if g.headAt >= 0 {
			g.sort(g.headAt)
		}
	default:
		pass(g.self, ev)
	}
}

// alongHeads marks the next head that sorts.
func (g *grid) alongHeads(step int) {
	for i := g.headAt + step; i >= 0 && i < len(g.heads); i += step {
		if g.heads[i].sortable && !g.heads[i].hiddenForRoom {
			g.headAt = i
			break
		}
	}
	g.headBar.Refresh()
}

// measure decides which columns there is room for and where they stand.
func (g *grid) measure(width float32) {
	for i := range g.heads {
		g.heads[i].hiddenForRoom = false
	}
	room := width - 2*tableSide
	for {
		used, grow, drop := -cellGap, float32(0), -1
		for i, h := range g.heads {
			if h.hiddenForRoom {
				continue
			}
			used += h.width + cellGap
			grow += h.grow
			if h.priority > 0 && (drop < 0 || h.priority >= g.heads[drop].priority) {
				drop = i
			}
		}
		if used > room && drop >= 0 {
			g.heads[drop].hiddenForRoom = true
			continue
		}
		x := float32(tableSide)
		for i := range g.heads {
			h := &g.heads[i]
			if h.hiddenForRoom {
				continue
			}
			h.x, h.w = x, h.width
			if grow > 0 {
				h.w += max(room-used, -h.width/2) * h.grow / grow
			}
			x += h.w + cellGap
		}
		return
	}
}

// CreateRenderer is for Fyne.
func (g *grid) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	ring := canvas.NewRectangle(nil)
	ring.StrokeWidth, ring.CornerRadius = look.Ring, look.Radius
	d := &drawn{self: g.self, min: func() fyne.Size { return fyne.NewSize(240, headHeight+look.RowHeight*3+footHeight) }}
	d.place = func(s fyne.Size) {
		before := slices.Clone(g.heads)
		g.measure(s.Width)
		moved := !slices.Equal(before, g.heads)
		back.Resize(s)
		ring.Resize(s)
		middle := max(s.Height-headHeight-footHeight, 0)
		put(g.headBar, 0, 0, s.Width, headHeight)
		put(g.scroll, 0, headHeight, s.Width, middle)
		if g.empty != nil {
			put(g.empty, 0, headHeight, s.Width, middle)
		}
		put(g.foot, tableSide, headHeight+middle, s.Width-2*tableSide, footHeight)
		if moved { // heads and rows stand elsewhere now, or not at all
			g.headBar.Refresh()
			for _, r := range g.body.rows {
				r.index = -1
			}
		}
		g.body.show()
		g.askMore()
	}
	d.paint = func() {
		back.FillColor = look.Color(look.ColorSurface)
		ring.StrokeColor, ring.Hidden = look.Color(look.ColorAccent), !g.focused
		none := g.count == 0 && g.empty != nil
		d.objects = []fyne.CanvasObject{back, g.headBar, g.scroll, g.foot}
		if none {
			d.objects = []fyne.CanvasObject{back, g.empty, g.foot}
		}
		d.objects = append(d.objects, ring)
	}
	return d.start()
}
