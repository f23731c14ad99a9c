package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

const (
	dayWidth  = float32(36)
	dayHeight = float32(30)
	weekRows  = 6
)

// calendar drops down from a DateField: a month of days, weeks beginning on Monday. The keys come through the field.
type calendar struct {
	widget.BaseWidget
	owner        *DateField
	stage        *Stage
	day          time.Time // marked
	pressing     bool
	month        *look.Text
	before, next *glyph
	today        *dayCell
	heads        []*look.Text
	cells        []*dayCell
}

func newCalendar(owner *DateField) *calendar {
	p := owner.p
	c := &calendar{owner: owner, month: look.NewText("", look.StrongStyle).Align(fyne.TextAlignCenter)}
	c.before = newGlyph(theme.NavigateBackIcon(), p.T("widgets.month_before"), func() { c.release(); c.turn(0, -1) })
	c.next = newGlyph(theme.NavigateNextIcon(), p.T("widgets.month_after"), func() { c.release(); c.turn(0, 1) })
	c.before.down, c.next.down = c.hold, c.hold
	c.today = newDayCell(c)
	for i := range 7 {
		c.heads = append(c.heads, look.NewText(p.WeekdayShort(time.Weekday((i+1)%7)), look.SecondaryStyle).Align(fyne.TextAlignCenter))
	}
	for range 7 * weekRows {
		c.cells = append(c.cells, newDayCell(c))
	}
	c.ExtendBaseWidget(c)
	return c
}

func (c *calendar) show(day time.Time) {
	c.day = day
	if c.stage = stageOf(c.owner); c.stage == nil {
		return
	}
	c.Refresh()
	c.stage.open(c, c.owner, c.MinSize(), func() { c.pressing = false })
}

// key moves the mark; true when the key was used.
func (c *calendar) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyLeft:
		c.turn(-1, 0)
	case fyne.KeyRight:
		c.turn(1, 0)
	case fyne.KeyUp:
		c.turn(-7, 0)
	case fyne.KeyDown:
		c.turn(7, 0)
	case fyne.KeyPageUp:
		c.turn(0, -1)
	case fyne.KeyPageDown:
		c.turn(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.owner.pick(c.day)
	case fyne.KeyEscape, fyne.KeyF4:
		c.stage.dismiss(c)
	default:
		return false
	}
	return true
}

// turn moves by days, or by months while keeping the day where the month has it.
func (c *calendar) turn(days, months int) {
	if months == 0 {
		c.day = c.day.AddDate(0, 0, days)
	} else {
		y, m, d := c.day.Date()
		last := time.Date(y, m+time.Month(months)+1, 0, 0, 0, 0, 0, c.day.Location())
		c.day = last.AddDate(0, 0, min(d, last.Day())-last.Day())
	}
	c.Refresh()
}

// hold keeps the calendar open while its field loses the focus to the mouse; release gives the focus back.
func (c *calendar) hold() { c.pressing = true }

func (c *calendar) release() {
	Focus(c.owner)
	c.pressing = false
}

// drop ends a press that was dragged away.
func (c *calendar) drop() {
	if c.pressing {
		c.pressing = false
		c.stage.dismiss(c)
		c.owner.settle()
	}
}

// MouseDown takes presses between the days.
func (c *calendar) MouseDown(*desktop.MouseEvent) { c.hold() }

// MouseUp is for Fyne.
func (c *calendar) MouseUp(*desktop.MouseEvent) {}

// Tapped is for Fyne.
func (c *calendar) Tapped(*fyne.PointEvent) { c.release() }

// CreateRenderer is for Fyne.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	shadow := canvas.NewRectangle(nil)
	back := box(look.ColorSurface)
	back.StrokeWidth = 1
	objects := []fyne.CanvasObject{shadow, back, c.before, c.month, c.next}
	for _, h := range c.heads {
		objects = append(objects, h)
	}
	for _, d := range c.cells {
		objects = append(objects, d)
	}
	const side, head = look.Unit, float32(36)
	return (&drawn{
		self: c, objects: append(objects, c.today),
		min: func() fyne.Size {
			return fyne.NewSize(dayWidth*7+2*side, head+dayHeight*(weekRows+2)+side)
		},
		place: func(s fyne.Size) {
			put(shadow, 2, 3, s.Width, s.Height)
			back.Resize(s)
			put(c.before, side, 4, dayWidth, dayHeight)
			put(c.next, s.Width-side-dayWidth, 4, dayWidth, dayHeight)
			put(c.month, side+dayWidth, 4, s.Width-2*(side+dayWidth), dayHeight)
			for i, h := range c.heads {
				put(h, side+float32(i)*dayWidth, head, dayWidth, dayHeight-4)
			}
			for i, d := range c.cells {
				put(d, side+float32(i%7)*dayWidth, head+dayHeight*float32(1+i/7), dayWidth, dayHeight)
			}
			put(c.today, side, head+dayHeight*(weekRows+1)+side/2, s.Width-2*side, dayHeight)
		},
		paint: func() {
			shadow.FillColor, shadow.CornerRadius = look.Color(look.ColorDrop), look.Radius
			back.FillColor, back.StrokeColor = look.Color("menuBackground"), look.Color(look.ColorEdge)
			c.month.SetText(c.owner.p.Month(c.day))
			y, m, _ := c.day.Date()
			first := time.Date(y, m, 1, 0, 0, 0, 0, c.day.Location())
			start := first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
			for i, d := range c.cells {
				day := start.AddDate(0, 0, i)
				d.set(day, strconv.Itoa(day.Day()), day.Month() == m)
			}
			now := c.owner.now()
			c.today.set(now, c.owner.p.T("common.today")+" · "+c.owner.p.Date(now), true)
		},
	}).start()
}

// dayCell is one day of the calendar.
type dayCell struct {
	widget.BaseWidget
	of      *calendar
	day     time.Time
	text    string
	within  bool // of the month shown
	hovered bool
}

func newDayCell(of *calendar) *dayCell {
	d := &dayCell{of: of}
	d.ExtendBaseWidget(d)
	return d
}

func (d *dayCell) set(day time.Time, text string, within bool) {
	d.day, d.text, d.within = day, text, within
	d.Refresh()
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// Tapped takes the day.
func (d *dayCell) Tapped(*fyne.PointEvent) {
	d.of.release()
	y, m, day := d.day.Date()
	d.of.owner.pick(time.Date(y, m, day, 0, 0, 0, 0, d.day.Location()))
}

// MouseDown keeps the calendar open while the field loses the focus to the mouse.
func (d *dayCell) MouseDown(*desktop.MouseEvent) { d.of.hold() }

// MouseUp is for Fyne.
func (d *dayCell) MouseUp(*desktop.MouseEvent) {}

// MouseIn is for Fyne.
func (d *dayCell) MouseIn(*desktop.MouseEvent) { d.hovered = true; d.Refresh() }

// MouseMoved is for Fyne.
func (d *dayCell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (d *dayCell) MouseOut() {
	d.hovered = false
	d.of.drop()
	d.Refresh()
}

// CreateRenderer is for Fyne.
func (d *dayCell) CreateRenderer() fyne.WidgetRenderer {
	back := box(look.ColorHover)
	text := canvas.NewText("", nil)
	text.Alignment = fyne.TextAlignCenter
	return (&drawn{
		self: d, objects: []fyne.CanvasObject{back, text},
		min: func() fyne.Size { return fyne.NewSize(dayWidth, dayHeight) },
		place: func(s fyne.Size) {
			put(back, 1, 1, s.Width-2, s.Height-2)
			h := look.LineHeight(look.BodyStyle)
			put(text, 0, (s.Height-h)/2, s.Width, h)
		},
		paint: func() {
			marked := sameDay(d.day, d.of.day) && d != d.of.today
			text.Text, text.TextSize = d.text, look.SizeBody
			text.Color = look.Color(look.ColorInk)
			text.TextStyle.Bold = sameDay(d.day, d.of.owner.now()) && d != d.of.today
			back.FillColor, back.StrokeWidth = look.Color(look.ColorHover), 0
			back.Hidden = !d.hovered && !marked && !text.TextStyle.Bold
			if text.TextStyle.Bold && !d.hovered {
				back.FillColor, back.StrokeColor, back.StrokeWidth = look.Color("menuBackground"), look.Color(look.ColorEdge), 1
			}
			switch {
			case marked:
				back.FillColor, text.Color = look.Color(look.ColorAccent), look.Color(look.ColorOnAccent)
			case d == d.of.today:
				text.Color = look.Color(look.ColorAccent)
			case !d.within:
				text.Color = look.Color("disabled")
			}
			back.Refresh()
			text.Refresh()
		},
	}).start()
}
