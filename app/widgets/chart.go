package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
)

// Bar is one value of a chart: its name, its size, how the size is written, and what pressing it opens.
type Bar struct {
	Label  string
	Value  float64
	Text   string
	Status Status
	Open   func() // the evidence; nil: cannot be pressed
}

func (b Bar) color() fyne.ThemeColorName {
	if b.Status == Plain {
		return look.ColorAccent
	}
	return b.Status.Color()
}

func largest(bars []Bar) float64 {
	m := 0.0
	for _, b := range bars {
		m = max(m, b.Value)
	}
	return m
}

// BarChart compares values as bars below each other, each with its name before and its value behind.
type BarChart struct {
	widget.BaseWidget
	rows []*barRow
}

// NewBarChart makes a chart of bars.
func NewBarChart(bars ...Bar) *BarChart {
	c := &BarChart{}
	c.ExtendBaseWidget(c)
	c.SetBars(bars)
	return c
}

// SetBars shows other values.
func (c *BarChart) SetBars(bars []Bar) {
	c.rows = nil
	label, text := float32(0), float32(0)
	for _, b := range bars {
		label = max(label, look.Measure(b.Label, look.BodyStyle)+1)
		text = max(text, look.Measure(b.Text, look.StrongStyle)+1)
	}
	for _, b := range bars {
		r := &barRow{bar: b, most: largest(bars), label: label, text: text}
		r.become(r, b.Open)
		if b.Open == nil {
			r.Disable()
		}
		c.rows = append(c.rows, r)
	}
	c.Refresh()
}

const barHeight = float32(28)

// CreateRenderer is for Fyne.
func (c *BarChart) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{self: c}
	d.min = func() fyne.Size { return fyne.NewSize(240, barHeight*float32(len(c.rows))) }
	d.place = func(s fyne.Size) {
		for i, r := range c.rows {
			put(r, 0, float32(i)*barHeight, s.Width, barHeight)
		}
	}
	d.paint = func() {
		d.objects = d.objects[:0]
		for _, r := range c.rows {
			d.objects = append(d.objects, r)
		}
	}
	return d.start()
}

type barRow struct {
	press
	bar         Bar
	most        float64
	label, text float32 // widths that all rows of the chart share
}

// CreateRenderer is for Fyne.
func (r *barRow) CreateRenderer() fyne.WidgetRenderer {
	back, ring := r.frame()
	bar := canvas.NewRectangle(nil)
	bar.CornerRadius = 2
	label, text := canvas.NewText("", nil), canvas.NewText("", nil)
	return (&drawn{
		self: r, objects: []fyne.CanvasObject{back, bar, label, text, ring},
		min: func() fyne.Size { return fyne.NewSize(240, barHeight) },
		place: func(s fyne.Size) {
			back.Resize(s)
			ring.Resize(s)
			const side, gap = look.Unit / 2, look.Unit
			labelWidth := min(r.label, s.Width*.4)
			h := look.LineHeight(look.BodyStyle)
			label.Text = look.Cut(r.bar.Label, labelWidth, look.BodyStyle)
			put(label, side, (s.Height-h)/2, labelWidth, h)
			x := side + labelWidth + gap*1.5
			room := max(s.Width-x-gap-r.text-side, 0)
			w := float32(0)
			if r.most > 0 {
				w = room * float32(r.bar.Value/r.most)
			}
			put(bar, x, 6, w, s.Height-12)
			put(text, x+w+gap, (s.Height-h)/2, r.text, h)
			if r.tip.text = ""; label.Text != r.bar.Label {
				r.tip.text = r.bar.Label
			}
		},
		paint: func() {
			back.FillColor, back.Hidden = look.Color(look.ColorHover), !r.hovered || r.Disabled()
			r.paintRing()
			bar.FillColor = look.Color(r.bar.color())
			label.TextSize, label.Color = look.SizeBody, look.Color(look.ColorInk)
			text.Text, text.TextSize, text.TextStyle.Bold, text.Color = r.bar.Text, look.SizeBody, true, look.Color(look.ColorInk)
			label.Refresh()
			text.Refresh()
		},
	}).start()
}

// ColumnChart shows values along time as columns beside each other, each with its value above and its name below.
type ColumnChart struct {
	widget.BaseWidget
	columns []*chartColumn
}

// NewColumnChart makes a chart of columns.
func NewColumnChart(bars ...Bar) *ColumnChart {
	c := &ColumnChart{}
	c.ExtendBaseWidget(c)
	c.SetBars(bars)
	return c
}

// SetBars shows other values.
func (c *ColumnChart) SetBars(bars []Bar) {
	c.columns = nil
	for _, b := range bars {
		k := &chartColumn{bar: b, most: largest(bars)}
		k.become(k, b.Open)
		if b.Open == nil {
			k.Disable()
		}
		c.columns = append(c.columns, k)
	}
	c.Refresh()
}

// CreateRenderer is for Fyne.
func (c *ColumnChart) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{self: c}
	base := canvas.NewRectangle(nil)
	foot := look.LineHeight(look.SecondaryStyle) + 4
	d.min = func() fyne.Size { return fyne.NewSize(max(24*float32(len(c.columns)), 160), 150) }
	d.place = func(s fyne.Size) {
		put(base, 0, s.Height-foot, s.Width, 1)
		for i, k := range c.columns {
			w := s.Width / float32(len(c.columns))
			put(k, float32(int(float32(i)*w)), 0, float32(int(w)), s.Height)
		}
	}
	d.paint = func() {
		base.FillColor = look.Color(look.ColorEdge)
		d.objects = []fyne.CanvasObject{base}
		for _, k := range c.columns {
			d.objects = append(d.objects, k)
		}
	}
	return d.start()
}

type chartColumn struct {
	press
	bar  Bar
	most float64
}

// CreateRenderer is for Fyne.
func (k *chartColumn) CreateRenderer() fyne.WidgetRenderer {
	back, ring := k.frame()
	bar := canvas.NewRectangle(nil)
	label, text := canvas.NewText("", nil), canvas.NewText("", nil)
	small := look.Style{Size: look.SizeSmall, Bold: true}
	return (&drawn{
		self: k, objects: []fyne.CanvasObject{back, bar, label, text, ring},
		min: func() fyne.Size { return fyne.NewSize(24, 120) },
		place: func(s fyne.Size) {
			h := look.LineHeight(small)
			put(back, 1, 0, s.Width-2, s.Height-h-4)
			ring.Resize(s)
			label.Text = look.Cut(k.bar.Label, s.Width, look.SecondaryStyle)
			put(label, 0, s.Height-h, s.Width, h)
			room := max(s.Height-2*h-10, 0)
			high := float32(0)
			if k.most > 0 {
				high = room * float32(k.bar.Value/k.most)
			}
			w := min(s.Width*.64, 44)
			put(bar, (s.Width-w)/2, s.Height-h-4-high, w, high)
			put(text, 0, s.Height-h-6-high-h, s.Width, h)
		},
		paint: func() {
			back.FillColor, back.Hidden = look.Color(look.ColorHover), !k.hovered || k.Disabled()
			k.paintRing()
			bar.FillColor = look.Color(k.bar.color())
			label.TextSize, label.Alignment, label.Color = look.SizeSmall, fyne.TextAlignCenter, look.Color(look.ColorSecondary)
			text.Text, text.TextSize, text.TextStyle.Bold = k.bar.Text, look.SizeSmall, true
			text.Alignment, text.Color = fyne.TextAlignCenter, look.Color(look.ColorInk)
			label.Refresh()
			text.Refresh()
		},
	}).start()
}
