package doc

import "math"

// fill draws one part of a bar; series tell apart by pattern, so that they do on a grey print too.
func fill(series int, x, y, w, h float64) mark {
	switch series % 4 {
	case 1:
		return mark{kind: markHatch, x: x, y: y, w: w, h: h, tone: ink}
	case 2:
		return boxMark(x, y, w, h, grey)
	case 3:
		return boxMark(x, y, w, h, ink)
	}
	return boxMark(x, y, w, h, accent)
}

func (s setter) chartTitle(title string) []piece {
	if title == "" {
		return nil
	}
	p := stack(s.said(kP, s.lines(s.wrap(title, bold, 8.5, s.w), bold, 8.5, ink)))
	p.keep = true
	p.height += 1.2
	return []piece{p}
}

func (s setter) nothing(text string) piece {
	return stack(s.said(kP, s.lines(s.wrap(text, italic, sizeTable, s.w), italic, sizeTable, quiet)))
}

// legend names the series when there are several.
func (s setter) legend(series []string, figure *node) []piece {
	if len(series) < 2 {
		return nil
	}
	p := piece{gap: 1, height: leading(7)}
	x, y := s.x, 0.0
	for i, name := range series {
		name = shortened(s.clean.line(name), regular, 7, s.w-8)
		w := 4 + regular.width(name, 7) + 4
		if x > s.x && x+w > s.x+s.w {
			x, y = s.x, y+leading(7)
			p.height += leading(7)
		}
		p.marks = append(p.marks, fill(i, x, y+0.6, 3, 2.1), textMark(x+4, y, name, regular, 7, ink))
		x += w
	}
	seenAs(figure, p.marks)
	return []piece{p}
}

func scale(bars []Bar) float64 {
	most := 0.0
	for _, b := range bars {
		most = max(most, total(b))
	}
	return most
}

// total is the length of a bar; what cannot be drawn has none.
func total(b Bar) float64 {
	t := 0.0
	for _, v := range b.Values {
		t += drawn(v)
	}
	return t
}

func drawn(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
		return 0
	}
	return v
}

// barChart sets one piece a bar, so that a long chart may go on on the next page; a short one stays whole.
func (s setter) barChart(b BarChart) []piece {
	const barHeight, gap, whole = 3.4, 1.6, 16
	s = s.into(s.open(kDiv))
	out := s.chartTitle(b.Title)
	if len(b.Bars) == 0 {
		out = append(out, s.nothing(b.Empty))
		out[0].gap = 3.5
		return out
	}
	labelW, textW := 0.0, 0.0
	for _, x := range b.Bars {
		labelW = max(labelW, regular.width(s.clean.line(x.Label), sizeTable))
		textW = max(textW, bold.width(s.clean.line(x.Text), sizeTable))
	}
	labelW = min(labelW, s.w*0.45)
	textW = min(textW, s.w*0.3)
	room := s.w - labelW - textW - 4
	most := scale(b.Bars)
	figure := s.open(kFigure).describe(s.altOfBars(b.Title, b.Series, b.Bars))
	for i, x := range b.Bars {
		labels := s.wrap(x.Label, regular, sizeTable, labelW)
		h := max(barHeight+gap, float64(len(labels))*leading(sizeTable)+0.6)
		says := s.spoken(figure, x.Link)
		p := piece{height: h, keep: i < len(b.Bars)-1 && (len(b.Bars) <= whole || i == 0 || i == len(b.Bars)-2)}
		y := (h - float64(len(labels))*leading(sizeTable)) / 2
		for k, l := range labels {
			p.marks = append(p.marks, textMark(s.x+labelW-regular.lineWidth(l, sizeTable), y+float64(k)*leading(sizeTable), l, regular, sizeTable, ink))
		}
		readAs(says, p.marks)
		at := s.x + labelW + 2
		p.marks = append(p.marks, mark{kind: markLine, x: at, h: h, size: hairline, tone: quiet})
		for k, v := range x.Values {
			if v = drawn(v); v > 0 && most > 0 {
				w := v / most * room
				p.marks = append(p.marks, fill(k, at, (h-barHeight)/2, w, barHeight))
				at += w
			}
		}
		text := shortened(s.clean.line(x.Text), bold, sizeTable, textW)
		p.marks = append(p.marks, textMark(at+1.2, (h-leading(sizeTable))/2, text, bold, sizeTable, ink))
		p.marks = readAs(says, append(p.marks, linkMark(s.x, 0, s.w, h, x.Link)...))
		seenAs(figure, p.marks)
		out = append(out, p)
	}
	if l := s.legend(b.Series, figure); l != nil {
		out[len(out)-1].keep = true
		out = append(out, l...)
	}
	out[0].gap = 3.5
	return out
}

// spoken is the element that the words of a bar stand in: the figure, or a link after it, which readers would not find within.
func (s setter) spoken(figure *node, link string) *node {
	if link == "" {
		return figure
	}
	return linked(s.open(kP), link)
}

// columnChart is one piece.
func (s setter) columnChart(b ColumnChart) []piece {
	s = s.into(s.open(kDiv))
	out := s.chartTitle(b.Title)
	if len(b.Columns) == 0 {
		out = append(out, s.nothing(b.Empty))
		out[0].gap = 3.5
		return out
	}
	figure := s.open(kFigure).describe(s.altOfBars(b.Title, b.Series, b.Columns))
	out = append(out, s.columns(b, scale(b.Columns), 30, figure))
	if l := s.legend(b.Series, figure); l != nil {
		out[len(out)-1].keep = true
		out = append(out, l...)
	}
	out[0].gap = 3.5
	return out
}

// columns draws the columns, most being the value that is as tall as the chart. Labels and values that have no room are left out evenly;
// the tallest column always keeps its value.
func (s setter) columns(b ColumnChart, most, height float64, figure *node) piece {
	const widest = 12.0
	if len(b.Columns) == 0 {
		p := stack(s.lines(s.wrap(b.Empty, italic, 7, s.w), italic, 7, quiet))
		seenAs(figure, p.marks)
		return p
	}
	step := s.w / float64(len(b.Columns))
	w := min(step*0.62, widest)
	labelW, textW, tallest := 0.0, 0.0, 0
	for i, c := range b.Columns {
		labelW = max(labelW, regular.width(s.clean.line(c.Label), 7))
		textW = max(textW, bold.width(s.clean.line(c.Text), 7))
		if total(c) > total(b.Columns[tallest]) {
			tallest = i
		}
	}
	every := max(1, int(math.Ceil((labelW+1.5)/step)))
	base := leading(7) + height
	p := piece{height: base + 1 + leading(7)}
	for i, c := range b.Columns {
		mid := s.x + (float64(i)+0.5)*step
		y, from := base, len(p.marks)
		for k, v := range c.Values {
			if v = drawn(v); v > 0 && most > 0 {
				h := v / most * height
				y -= h
				p.marks = append(p.marks, fill(k, mid-w/2, y, w, h))
			}
		}
		if text := shortened(s.clean.line(c.Text), bold, 7, s.w); textW+0.8 <= step || i == tallest {
			p.marks = append(p.marks, textMark(s.inside(mid, bold.width(text, 7)), y-leading(7), text+" ", bold, 7, ink))
		}
		if label := shortened(s.clean.line(c.Label), regular, 7, s.w); i%every == 0 {
			p.marks = append(p.marks, textMark(s.inside(mid, regular.width(label, 7)), base+0.6, label, regular, 7, ink))
		}
		p.marks = append(p.marks, linkMark(mid-step/2, 0, step, p.height, c.Link)...)
		readAs(s.spoken(figure, c.Link), p.marks[from:])
	}
	p.marks = append(p.marks, lineMark(s.x, base, s.w, rule, ink))
	seenAs(figure, p.marks)
	return p
}

// inside centres a text of width w on mid, but within the column of the page.
func (s setter) inside(mid, w float64) float64 {
	return max(s.x, min(mid-w/2, s.x+s.w-w))
}
