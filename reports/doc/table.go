package doc

import (
	"cmp"
	"fmt"
	"slices"
)

// shortTable is the height, in millimetres, up to which a table stays whole.
const shortTable = 75.0

// bodyRows are so many as one element of the structure takes: older readers stop at 8,191 parts.
const bodyRows = 2000

// table sets a table: its title, a header that stands again on every page, a piece for each row.
func (s setter) table(t Table) []piece {
	t = t.folded()
	ws := s.widths(t)
	s = s.into(s.open(kTable))
	var out []piece
	if t.Title != "" {
		title := stack(s.said(kCaption, s.lines(s.wrap(t.Title, bold, 8.5, s.w), bold, 8.5, ink)))
		title.keep = true
		title.height += 0.8
		out = append(out, title)
	}
	header := s.header(t, ws)
	out = append(out, header)
	out[0].gap = 3.5
	if t.Title == "" {
		out[0].gap = 1.8
	}
	if len(t.Rows) == 0 {
		p := stack(s.lines(s.wrap(t.Empty, italic, sizeTable, s.w-2*padX), italic, sizeTable, quiet))
		cell := s.open(kTBody).add(kTR, s.lang).add(kTD, s.lang)
		cell.particular().attr = fmt.Sprintf("<</O /Table /ColSpan %d>>", max(1, len(t.Columns)))
		p.marks = readAs(cell, moved(p.marks, padX, padY))
		p.height += 2 * padY
		return append(out, p)
	}
	again := s.again(t, header)
	rowsFrom := len(out)
	var body setter
	for i, r := range t.Rows {
		if i%bodyRows == 0 {
			body = s.into(s.open(kTBody))
		}
		rows := body.row(t, ws, r, bodyHeight-spread(again))
		for i := range rows {
			rows[i].again = again
		}
		if r.Total && len(out) > rowsFrom {
			out[len(out)-1].keep = true
		}
		out = append(out, rows...)
	}
	if len(t.Rows) > 2 { // no header with a single row at the foot of a page
		out[rowsFrom].keep = true
	}
	if spread(out) <= shortTable {
		for i := range len(out) - 1 {
			out[i].keep = true
		}
	}
	return out
}

// folded is the table with every column that stands under another one joined to it.
func (t Table) folded() Table {
	if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Under }) {
		return t
	}
	out := t
	out.Columns, out.Rows = nil, make([]Row, len(t.Rows))
	for i, r := range t.Rows {
		out.Rows[i] = Row{Anchor: r.Anchor, Total: r.Total}
	}
	for i, c := range t.Columns {
		under := c.Under && len(out.Columns) > 0
		if under {
			last := &out.Columns[len(out.Columns)-1]
			last.Title = below(last.Title, c.Title)
		} else {
			out.Columns = append(out.Columns, c)
		}
		for k, r := range t.Rows {
			var cell Cell
			if i < len(r.Cells) {
				cell = r.Cells[i]
			}
			cells := &out.Rows[k].Cells
			if under {
				last := &(*cells)[len(*cells)-1]
				last.Text = below(last.Text, cell.Text)
			} else {
				*cells = append(*cells, cell)
			}
		}
	}
	return out
}

func (t Table) name() string { return cmp.Or(t.Name, t.Title) }

func below(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

func (s setter) header(t Table, ws []float64) piece {
	cells := make([][]string, len(t.Columns))
	lines := 1
	for i, c := range t.Columns {
		cells[i] = s.wrap(c.Title, bold, sizeTable, ws[i]-2*padX)
		lines = max(lines, len(cells[i]))
	}
	h := float64(lines)*leading(sizeTable) + 2*padY
	p := piece{height: h, keep: true, marks: []mark{boxMark(s.x, 0, s.w, h, shade), lineMark(s.x, h, s.w, rule, ink)}}
	tr := s.open(kTHead).add(kTR, s.lang)
	for i := range cells { // short titles stand at the foot of the header
		y := padY + float64(lines-len(cells[i]))*leading(sizeTable)
		p.marks = s.cell(p.marks, tr.add(kTH, s.lang), t.Columns[i], cells[i], s.x+sum(ws[:i]), y, ws[i], bold, ink)
	}
	return p
}

// again is what a page begins with when the table goes on there.
func (s setter) again(t Table, header piece) []piece {
	header.gap, header.keep, header.marks = 0, false, decoration(header.marks)
	note := s.words.Continued
	if name := t.name(); name != "" {
		note = name + " – " + note
	}
	p := stack(s.lines(s.wrap(note, italic, sizeSmall, s.w)[:1], italic, sizeSmall, quiet))
	p.height += 0.5
	if header.height > bodyHeight/3 { // as much as a page has room for beside its rows
		return []piece{p}
	}
	return []piece{p, header}
}

// row sets one row as one piece, or as a piece a line when it is taller than a page.
func (s setter) row(t Table, ws []float64, r Row, most float64) []piece {
	f := regular
	if r.Total {
		f = bold
	}
	cells := make([][]string, len(t.Columns))
	lines, room := 1, 2 // room: for how many marks
	for i := range t.Columns {
		if i < len(r.Cells) {
			cells[i] = s.wrap(r.Cells[i].Text, f, sizeTable, ws[i]-2*padX)
			lines = max(lines, len(cells[i]))
			room += len(cells[i])
		}
	}
	h := max(float64(lines)*leading(sizeTable)+2*padY, min(t.RowHeight, 40))
	tr := s.open(kTR)
	ends := make([]*node, len(t.Columns)) // the elements that the words of the cells stand in
	for i := range ends {
		ends[i] = tr.add(kTD, s.lang)
		if i < len(r.Cells) {
			ends[i] = linked(ends[i], r.Cells[i].Link)
		}
	}
	part := func(cells [][]string, y, h float64) piece {
		p := piece{height: h, marks: make([]mark, 0, room)}
		for i, c := range cells {
			tone, to := ink, ""
			if i < len(r.Cells) {
				to = r.Cells[i].Link
			}
			if to != "" {
				tone = accent
			}
			x := s.x + sum(ws[:i])
			p.marks = s.cell(p.marks, ends[i], t.Columns[i], c, x, y, ws[i], f, tone)
			p.marks = append(p.marks, readAs(ends[i], linkMark(x, 0, ws[i], h, to))...)
			if t.Grid && i > 0 {
				p.marks = append(p.marks, mark{kind: markLine, x: x, h: h, size: hairline, tone: faint})
			}
		}
		return p
	}
	foot := func(p *piece) {
		p.marks = append(p.marks, lineMark(s.x, p.height, s.w, hairline, faint))
	}
	if h <= most {
		p := part(cells, padY, h)
		if r.Total {
			p.marks = append(p.marks, lineMark(s.x, 0, s.w, rule, ink))
		} else {
			foot(&p)
		}
		p.marks = append(p.marks, anchorMark(r.Anchor)...)
		return []piece{p}
	}
	out := make([]piece, lines)
	for k := range out {
		one := make([][]string, len(cells))
		for i, c := range cells {
			if k < len(c) {
				one[i] = c[k : k+1]
			}
		}
		out[k] = part(one, 0, leading(sizeTable))
	}
	out[0].gap = padY
	out[0].marks = append(out[0].marks, anchorMark(r.Anchor)...)
	out[lines-1].height += padY
	foot(&out[lines-1])
	return out
}

// cell adds the lines of a cell, which n says, to marks.
func (s setter) cell(out []mark, n *node, c Column, lines []string, x, y, w float64, f face, t tone) []mark {
	for i, l := range lines {
		at := x + padX
		if c.Align == Right {
			at = x + w - padX - f.lineWidth(l, sizeTable)
		}
		if l != "" {
			m := textMark(at, y+float64(i)*leading(sizeTable), l, f, sizeTable, t)
			m.node = n
			out = append(out, m)
		}
	}
	return out
}

func sum(fs []float64) float64 {
	t := 0.0
	for _, f := range fs {
		t += f
	}
	return t
}
