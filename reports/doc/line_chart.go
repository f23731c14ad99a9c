package doc

import (
	"math"
	"slices"
)

// Line is one series of a line chart: a value for each label of the chart, and how it is written. A value that is not known is math.NaN()
// and leaves a gap.
type Line struct {
	Name   string
	Values []float64
	Texts  []string
}

// LineChart compares how a few things went over time. Lines tell apart by stroke and point, and each carries its name at its end.
type LineChart struct {
	Title  string
	Labels []string // of the points in time
	Lines  []Line
	Empty  string
	Alt    string
}

// text is how a value is written; "" when the line does not say.
func (l Line) text(i int) string {
	if i < 0 || i >= len(l.Texts) {
		return ""
	}
	return l.Texts[i]
}

// value is NaN for what cannot be drawn.
func (l Line) value(i int) float64 {
	if i >= len(l.Values) || math.IsInf(l.Values[i], 0) || l.Values[i] < 0 {
		return math.NaN()
	}
	return l.Values[i]
}

// lineChart is one piece. The scale goes from nought to the highest value, whose text stands at the top.
func (s setter) lineChart(b LineChart) []piece {
	const height, size = 34.0, 7.0
	s = s.into(s.open(kDiv))
	out := s.chartTitle(b.Title)
	most, top := 0.0, ""
	for _, l := range b.Lines {
		for i := range b.Labels {
			if v := l.value(i); v > most || v == most && top == "" {
				most, top = v, l.text(i)
			}
		}
	}
	if len(b.Lines) == 0 || len(b.Labels) == 0 {
		out = append(out, s.nothing(b.Empty))
		out[0].gap = 3.5
		return out
	}
	top = shortened(s.clean.line(top), regular, size, s.w*0.2)
	axis := max(regular.width(top, size), regular.width("0", size)) + 1.5
	nameW := 0.0
	for _, l := range b.Lines {
		nameW = max(nameW, bold.width(s.clean.line(l.Name+" "+l.lastText(len(b.Labels))), size))
	}
	nameW = min(nameW, s.w*0.3)
	left, right := s.x+axis, s.x+s.w-nameW-3
	base := leading(size)/2 + height
	p := piece{height: base + 1 + leading(size)}
	p.marks = append(p.marks, lineMark(left, base-height, right-left, hairline, faint), lineMark(left, base-height/2, right-left, hairline, faint), lineMark(left, base, right-left, rule, ink),
		textMark(left-1.5-regular.width("0", size), base-leading(size)/2, "0", regular, size, quiet))
	if top != "" {
		p.marks = append(p.marks, textMark(left-1.5-regular.width(top, size), base-height-leading(size)/2, top, regular, size, quiet))
	}
	step := (right - left) / float64(len(b.Labels))
	at := func(i int, v float64) (x, y float64) {
		x, y = left+(float64(i)+0.5)*step, base
		if most > 0 {
			y -= v / most * height
		}
		return x, y
	}
	p.marks = append(p.marks, s.timeAxis(b.Labels, left, step, base+0.6)...)
	var ends []mark
	for k, l := range b.Lines {
		p.marks = append(p.marks, curve(k, l, len(b.Labels), at)...)
		if i := l.last(len(b.Labels)); i >= 0 {
			_, y := at(i, l.value(i))
			name := shortened(s.clean.line(l.Name+" "+l.text(i)), bold, size, nameW)
			ends = append(ends, textMark(right+2, y-leading(size)/2, name, bold, size, ink))
		}
	}
	p.marks = append(p.marks, apart(ends, leading(size)*0.95, baseline(size), p.height-leading(size)+baseline(size))...)
	seenAs(s.open(kFigure).describe(s.altOfLines(b)), p.marks)
	out = append(out, p)
	out[0].gap = 3.5
	return out
}

// curve is the strokes and points of one line.
func curve(series int, l Line, n int, at func(int, float64) (x, y float64)) []mark {
	var strokes, dots []mark
	for i := range n {
		v := l.value(i)
		if math.IsNaN(v) {
			continue
		}
		x, y := at(i, v)
		dots = append(dots, mark{kind: markDot, x: x, y: y, size: 0.75, tone: ink, level: series})
		if i > 0 && !math.IsNaN(l.value(i-1)) {
			px, py := at(i-1, l.value(i-1))
			strokes = append(strokes, mark{kind: markLine, x: px, y: py, w: x - px, h: y - py, size: 0.4, tone: ink, level: series})
		}
	}
	if n > 40 {
		dots = nil
	}
	return append(strokes, dots...)
}

// last is the last point that is known, -1 when there is none.
func (l Line) last(n int) int {
	for i := n - 1; i >= 0; i-- {
		if !math.IsNaN(l.value(i)) {
			return i
		}
	}
	return -1
}

func (l Line) lastText(n int) string { return l.text(l.last(n)) }

// timeAxis sets as many labels as have room, evenly.
func (s setter) timeAxis(labels []string, left, step, y float64) []mark {
	const size = 7.0
	widest := 0.0
	for _, l := range labels {
		widest = max(widest, regular.width(s.clean.line(l), size))
	}
	every := max(1, int(math.Ceil((widest+1.5)/step)))
	var out []mark
	for i := 0; i < len(labels); i += every {
		text := shortened(s.clean.line(labels[i]), regular, size, s.w)
		out = append(out, textMark(s.inside(left+(float64(i)+0.5)*step, regular.width(text, size)), y, text, regular, size, ink))
	}
	return out
}

// apart moves labels that would cover each other; they stay between the highest and the lowest baseline.
func apart(ms []mark, step, highest, lowest float64) []mark {
	slices.SortStableFunc(ms, func(a, b mark) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	for i := range ms {
		ms[i].y = max(ms[i].y, highest)
		if i > 0 {
			ms[i].y = max(ms[i].y, ms[i-1].y+step)
		}
	}
	for i := len(ms) - 1; i >= 0; i-- {
		limit := lowest
		if i+1 < len(ms) {
			limit = ms[i+1].y - step
		}
		ms[i].y = min(ms[i].y, limit)
	}
	return ms
}
