package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/look"
)

// Cell is one part of a Row.
type Cell struct {
	Weight  float32 // share of the width that is left over; 0 keeps Min
	Min     float32 // narrower than this it goes to the next line
	Content fyne.CanvasObject
}

// Part makes a Cell.
func Part(weight, min float32, content fyne.CanvasObject) Cell { return Cell{weight, min, content} }

// Row places things beside each other by their weights, and on further lines when they do not fit. What is no Field stands level with
// the fields' contents, or in the middle of its line.
func Row(cells ...Cell) *fyne.Container { return newRow(false, cells) }

// EvenRow is a Row whose things are all as high as the highest of their line, for tiles and cards.
func EvenRow(cells ...Cell) *fyne.Container { return newRow(true, cells) }

func newRow(even bool, cells []Cell) *fyne.Container {
	r := &row{even: even}
	var os []fyne.CanvasObject
	for _, c := range cells {
		r.cells = append(r.cells, c)
		os = append(os, c.Content)
	}
	return container.New(r, os...)
}

const (
	rowGap  = look.Unit * 1.5
	lineGap = look.Unit
)

type row struct {
	rising
	even  bool
	cells []Cell
	width float32
}

func (r *row) min(c Cell) float32 { return max(c.Min, c.Content.MinSize().Width) }

// lines cuts the visible cells into lines that fit. Tiles that do not fit into one line are shared out evenly: five and one look like a
// mistake, three and three do not.
func (r *row) lines(width float32) [][]Cell {
	lines := r.greedy(width, 0)
	if n := len(lines); r.even && n > 1 {
		all := 0
		for _, l := range lines {
			all += len(l)
		}
		if shared := r.greedy(width, (all+n-1)/n); len(shared) == n {
			return shared
		}
	}
	return lines
}

// greedy puts as many cells into a line as fit, at most most of them when that is not 0.
func (r *row) greedy(width float32, most int) [][]Cell {
	var lines [][]Cell
	used := float32(0)
	for _, c := range r.cells {
		if !c.Content.Visible() {
			continue
		}
		m := r.min(c)
		if n := len(lines); n == 0 || used+rowGap+m > width || most > 0 && len(lines[n-1]) == most {
			lines = append(lines, nil)
			used = -rowGap
		}
		used += rowGap + m
		lines[len(lines)-1] = append(lines[len(lines)-1], c)
	}
	return lines
}

// widths shares width among the cells of a line.
func (r *row) widths(line []Cell, width float32) []float32 {
	out := make([]float32, len(line))
	fixed := make([]bool, len(line))
	for {
		left, weights := width-rowGap*float32(len(line)-1), float32(0)
		for i, c := range line {
			if fixed[i] || c.Weight == 0 {
				out[i] = r.min(c)
				left -= out[i]
			} else {
				weights += c.Weight
			}
		}
		again := false
		for i, c := range line {
			if fixed[i] || c.Weight == 0 {
				continue
			}
			out[i] = float32(int(left * c.Weight / weights))
			if out[i] < r.min(c) {
				fixed[i], again = true, true
			}
		}
		if !again {
			return out
		}
	}
}

func (r *row) Layout(things []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	y := float32(0)
	for _, line := range r.lines(size.Width) {
		widths := r.widths(line, size.Width)
		for i := range widths {
			widths[i] = max(min(widths[i], size.Width), 0)
		}
		heads, high := r.level(line, widths)
		x := float32(0)
		for i, w := range widths {
			o := line[i].Content
			h := o.MinSize().Height
			top := float32(0)
			switch _, field := o.(*Field); {
			case r.even:
				h = high
			case field:
			case heads > 0:
				top = heads + max((look.RowHeight-h)/2, 0)
			default:
				top = (high - h) / 2
			}
			put(o, x, y+top, w, h)
			x += w + rowGap
		}
		y += high + lineGap
	}
	r.hear(r, things, size)
}

// level gives a line's things their widths and answers how high the labels of its fields are, and the line as a whole.
func (r *row) level(line []Cell, widths []float32) (heads, high float32) {
	for i, c := range line {
		h := c.Content.MinSize().Height
		if widths != nil {
			h = heightAt(c.Content, widths[i])
		}
		if f, ok := c.Content.(*Field); ok && !r.even {
			heads = max(heads, f.head())
		}
		high = max(high, h)
	}
	for _, c := range line {
		if _, field := c.Content.(*Field); !field && heads > 0 {
			high = max(high, heads+max(c.Content.MinSize().Height, look.RowHeight))
		}
	}
	return heads, high
}

func (r *row) MinSize([]fyne.CanvasObject) fyne.Size {
	width := r.width
	if width == 0 {
		width = 1 << 20
	}
	var m fyne.Size
	for i, line := range r.lines(width) {
		for _, c := range line {
			m.Width = max(m.Width, c.Content.MinSize().Width)
		}
		_, high := r.level(line, nil)
		if i > 0 {
			m.Height += lineGap
		}
		m.Height += high
	}
	return m
}
