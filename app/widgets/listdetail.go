package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// narrowWindow is the width of a window below which a detail takes the place of its list.
const narrowWindow = float32(1100)

const (
	splitWidth = float32(9)
	leastSide  = float32(280)
	backHeight = look.RowHeight + 8 // of the way back above a detail
	gripHeight = float32(36)
)

// ListDetail shows a list and, beside it, what is selected in it, with a border between them that can be dragged. In a narrow window
// the detail takes the place of the list, with a way back above it.
type ListDetail struct {
	widget.BaseWidget
	OnMoved func(offset float64) // the border was dragged, for remembering
	OnBack  func()               // the way back was taken

	list, detail fyne.CanvasObject
	border       *border
	back         *Button
	offset       float64
	inDetail     bool
	narrow       bool
}

// NewListDetail puts them side by side, the border at offset of the width (0: in the middle).
func NewListDetail(p *i18n.Printer, list, detail fyne.CanvasObject, offset float64) *ListDetail {
	l := &ListDetail{list: list, detail: detail, offset: offset}
	if offset <= 0 || offset >= 1 {
		l.offset = .5
	}
	l.border = newBorder(l)
	l.back = QuietButton(p.T("widgets.back"), func() {
		l.ShowList()
		if l.OnBack != nil {
			l.OnBack()
		}
	}).WithIcon(theme.NavigateBackIcon())
	l.ExtendBaseWidget(l)
	return l
}

// SetDetail shows something else beside the list.
func (l *ListDetail) SetDetail(detail fyne.CanvasObject) {
	l.detail = detail
	l.Refresh()
}

// ShowDetail brings the detail forward where there is room for one only.
func (l *ListDetail) ShowDetail() { l.inDetail = true; l.Refresh() }

// ShowList brings the list forward where there is room for one only.
func (l *ListDetail) ShowList() { l.inDetail = false; l.Refresh() }

// InDetail tells whether only the detail is seen.
func (l *ListDetail) InDetail() bool { return l.narrow && l.inDetail }

// Narrow tells whether there is room for one only; a Table's TapOpens may be this.
func (l *ListDetail) Narrow() bool { return l.narrow }

// Offset is where the border stands, as a share of the width.
func (l *ListDetail) Offset() float64 { return l.offset }

func (l *ListDetail) move(dx float32) {
	w := l.Size().Width
	if w <= 0 {
		return
	}
	x := min(max(w*float32(l.offset)+dx, leastSide), w-leastSide)
	l.offset = float64(x / w)
	l.Refresh()
}

// CreateRenderer is for Fyne.
func (l *ListDetail) CreateRenderer() fyne.WidgetRenderer {
	sheet := canvas.NewRectangle(nil) // what is read stands on the light ground, in every area
	d := &drawn{self: l}
	d.min = func() fyne.Size {
		m := l.list.MinSize().Max(l.detail.MinSize())
		return fyne.NewSize(leastSide, m.Height)
	}
	d.place = func(s fyne.Size) {
		if narrow := l.isNarrow(s.Width); narrow != l.narrow {
			l.narrow = narrow
			d.paint()
		}
		switch {
		case !l.narrow:
			x := float32(int(min(max(s.Width*float32(l.offset), leastSide), s.Width-leastSide)))
			put(l.list, 0, 0, x-splitWidth/2, s.Height)
			put(l.border, x-splitWidth/2, 0, splitWidth, s.Height)
			put(sheet, x+splitWidth/2, 0, s.Width-x-splitWidth/2, s.Height)
			put(l.detail, x+splitWidth/2, 0, s.Width-x-splitWidth/2, s.Height)
		case l.inDetail:
			put(l.back, look.Unit, 4, l.back.MinSize().Width, look.RowHeight)
			put(sheet, 0, backHeight, s.Width, s.Height-backHeight)
			put(l.detail, 0, backHeight, s.Width, s.Height-backHeight)
		default:
			put(l.list, 0, 0, s.Width, s.Height)
		}
	}
	d.paint = func() {
		sheet.FillColor = look.Color(look.ColorSurface)
		switch {
		case !l.narrow:
			d.objects = []fyne.CanvasObject{l.list, l.border, sheet, l.detail}
		case l.inDetail:
			d.objects = []fyne.CanvasObject{l.back, sheet, l.detail}
		default:
			d.objects = []fyne.CanvasObject{l.list}
		}
	}
	return d.start()
}

func (l *ListDetail) isNarrow(width float32) bool {
	if c := canvasOf(l); c != nil && c.Size().Width >= width {
		width = c.Size().Width
	}
	return width < narrowWindow
}

// border is what is dragged.
type border struct {
	widget.BaseWidget
	l       *ListDetail
	hovered bool
}

func newBorder(l *ListDetail) *border {
	b := &border{l: l}
	b.ExtendBaseWidget(b)
	return b
}

// Dragged moves the border.
func (b *border) Dragged(ev *fyne.DragEvent) { b.l.move(ev.Dragged.DX) }

// DragEnd tells where it was left.
func (b *border) DragEnd() {
	if b.l.OnMoved != nil {
		b.l.OnMoved(b.l.offset)
	}
}

// MouseIn is for Fyne.
func (b *border) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is for Fyne.
func (b *border) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (b *border) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor is for Fyne.
func (b *border) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer is for Fyne.
func (b *border) CreateRenderer() fyne.WidgetRenderer {
	line, grip := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	grip.CornerRadius = 2
	return (&drawn{
		self: b, objects: []fyne.CanvasObject{line, grip},
		min: func() fyne.Size { return fyne.NewSize(splitWidth, 0) },
		place: func(s fyne.Size) {
			middle := float32(int(s.Width / 2))
			put(line, middle, 0, 1, s.Height)
			put(grip, middle-1, (s.Height-gripHeight)/2, 3, gripHeight)
		},
		paint: func() {
			line.FillColor, grip.FillColor = look.Color(look.ColorLine), look.Color(look.ColorEdge)
			if b.hovered {
				line.FillColor, grip.FillColor = look.Color(look.ColorAccent), look.Color(look.ColorAccent)
			}
			line.Refresh()
			grip.Refresh()
		},
	}).start()
}
