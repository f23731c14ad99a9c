package doc

import (
	"fmt"
	"math"
)

// Matrix places things by two ratings, as influence against interest. Cells count from 1, the lowest, on the left and at the bottom.
type Matrix struct {
	Title            string
	Across, Up       string   // what is rated, to the right and upwards
	Columns, Rows    []string // the ratings from the lowest to the highest
	Points           []Point
	Empty            string
	Alt              string
	HighFrom, UpFrom int // the cells from these on are shaded: who is managed closely; 0 for none
}

// Point is one thing in a matrix: a short label, such as its number in the table beside it, its cell, and the cell it was in before, 0
// when it did not move. Name says it in full to who cannot see the picture.
type Point struct {
	Label, Name string
	X, Y        int
	WasX, WasY  int
	Link        string
}

// matrix is one piece. A row of cells is as high as its fullest cell needs; arrows show who moved.
func (s setter) matrix(b Matrix) []piece {
	const size, least, padding = 7.0, 15.0, 1.2
	s = s.into(s.open(kDiv))
	out := s.chartTitle(b.Title)
	if len(b.Points) == 0 || len(b.Columns) == 0 || len(b.Rows) == 0 {
		out = append(out, s.nothing(b.Empty))
		out[0].gap = 3.5
		return out
	}
	figure := s.open(kFigure).describe(s.altOfMatrix(b))
	labelW := 0.0
	for _, r := range b.Rows {
		labelW = max(labelW, regular.width(s.clean.line(r), size))
	}
	labelW = min(labelW, s.w*0.25) + 2
	left, w := s.x+labelW, min((s.w-labelW)/float64(len(b.Columns)), 44)
	cells := map[[2]int][]int{}
	for i, p := range b.Points {
		at := [2]int{inRange(p.X, len(b.Columns)), inRange(p.Y, len(b.Rows))}
		cells[at] = append(cells[at], i)
	}
	p := piece{height: leading(size) + 1}
	p.marks = append(p.marks, textMark(s.x, 0, shortened(s.clean.line("↑ "+b.Up), bold, size, s.w), bold, size, ink))
	centre := map[[2]int][2]float64{}
	stands := make([][2]float64, len(b.Points))
	for y := len(b.Rows); y >= 1; y-- {
		h := least
		for x := 1; x <= len(b.Columns); x++ {
			_, need := s.flow(b, cells[[2]int{x, y}], 0, 0, w-2*padding, stands, nil)
			h = max(h, need+2*padding)
		}
		for x := 1; x <= len(b.Columns); x++ {
			cx := left + float64(x-1)*w
			if b.HighFrom > 0 && b.UpFrom > 0 && x >= b.HighFrom && y >= b.UpFrom {
				p.marks = append(p.marks, boxMark(cx, p.height, w, h, shade))
			}
			centre[[2]int{x, y}] = [2]float64{cx + w/2, p.height + h/2}
			marks, _ := s.flow(b, cells[[2]int{x, y}], cx+padding, p.height+padding, w-2*padding, stands, figure)
			p.marks = append(p.marks, marks...)
		}
		name := shortened(s.clean.line(b.Rows[y-1]), regular, size, labelW-2)
		p.marks = append(p.marks, textMark(left-2-regular.width(name, size), p.height+(h-leading(size))/2, name, regular, size, ink), lineMark(left, p.height, w*float64(len(b.Columns)), hairline, faint))
		p.height += h
	}
	top, width := leading(size)+1, w*float64(len(b.Columns))
	for x := range len(b.Columns) + 1 {
		weight, t := hairline, faint
		if x == 0 {
			weight, t = rule, ink
		}
		p.marks = append(p.marks, mark{kind: markLine, x: left + float64(x)*w, y: top, h: p.height - top, size: weight, tone: t})
	}
	p.marks = append(p.marks, lineMark(left, p.height, width, rule, ink))
	for i, pt := range b.Points {
		from, ok := centre[[2]int{pt.WasX, pt.WasY}]
		if ok && (pt.WasX != inRange(pt.X, len(b.Columns)) || pt.WasY != inRange(pt.Y, len(b.Rows))) {
			p.marks = append(p.marks, arrowMarks(from, stands[i])...)
		}
	}
	for x, name := range b.Columns {
		name = shortened(s.clean.line(name), regular, size, w-1)
		p.marks = append(p.marks, textMark(left+(float64(x)+0.5)*w-regular.width(name, size)/2, p.height+0.8, name, regular, size, ink))
	}
	across := shortened(s.clean.line(b.Across+" →"), bold, size, s.w)
	p.marks = append(p.marks, textMark(max(s.x, left+width-bold.width(across, size)), p.height+0.8+leading(size), across, bold, size, ink))
	p.height += 0.8 + 2*leading(size)
	seenAs(figure, p.marks)
	out = append(out, p)
	out[0].gap = 3.5
	return out
}

func inRange(v, most int) int { return max(1, min(v, most)) }

// flow sets the labels of a cell beside each other in lines, tells how high they are, and remembers where an arrow to each would end. Without a figure
// it only measures.
func (s setter) flow(b Matrix, points []int, x, y, w float64, stands [][2]float64, figure *node) (marks []mark, height float64) {
	const size, apart = 7.5, 2.0
	at, from := 0.0, 0
	for _, i := range points {
		pt := b.Points[i]
		text := shortened(s.clean.line(pt.Label), bold, size, w)
		wide := bold.width(text, size)
		if at > 0 && at+wide > w {
			at, height = 0, height+leading(size)+0.6
		}
		t := ink
		if pt.Link != "" {
			t = accent
		}
		marks = append(marks, textMark(x+at, y+height, text, bold, size, t))
		marks = append(marks, linkMark(x+at, y+height, wide, leading(size), pt.Link)...)
		if figure != nil {
			readAs(s.spoken(figure, pt.Link), marks[from:])
			from = len(marks)
		}
		stands[i] = [2]float64{x + at + wide/2, y + height + leading(size)/2}
		at += wide + apart
	}
	if len(points) > 0 {
		height += leading(size)
	}
	return marks, height
}

// arrowMarks lead from the middle of a cell to a label, and stop short of it.
func arrowMarks(from, to [2]float64) []mark {
	const short, head = 2.6, 1.5
	dx, dy := to[0]-from[0], to[1]-from[1]
	long := math.Hypot(dx, dy)
	if long <= 2*short {
		return nil
	}
	dx, dy = dx/long, dy/long
	x, y := to[0]-dx*short, to[1]-dy*short
	out := []mark{{kind: markLine, x: from[0], y: from[1], w: x - from[0], h: y - from[1], size: 0.25, tone: quiet, level: 1}}
	for _, side := range []float64{-1, 1} {
		out = append(out, mark{kind: markLine, x: x, y: y, w: -dx*head - side*dy*head/2, h: -dy*head + side*dx*head/2, size: 0.25, tone: quiet})
	}
	return out
}

func (s setter) altOfMatrix(b Matrix) string {
	if says := s.clean.line(b.Alt); says != "" {
		return says
	}
	var says []string
	for _, p := range b.Points {
		x, y := inRange(p.X, len(b.Columns)), inRange(p.Y, len(b.Rows))
		says = append(says, s.clean.line(fmt.Sprintf("%s %s: %s %s, %s %s", p.Label, p.Name, b.Across, b.Columns[x-1], b.Up, b.Rows[y-1])))
	}
	return alt(s.clean.line(b.Title), says)
}
