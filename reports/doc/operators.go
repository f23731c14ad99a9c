package doc

import (
	"bytes"
	"iter"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// The operators of a page's content: ISO 32000-1, annex A. Lengths come in millimetres from the top of the page and go out in points from
// its foot.

// state is what the page's last operators set.
type state struct {
	face               face
	size               float64
	fill, stroke       tone
	weight             float64
	known, dashed      bool // face and size; a broken stroke
	fillSet, strokeSet bool
}

// inParts cuts a text to the length that a string in an archival file may have; a line has that only where marks without width are heaped
// up.
func inParts(text string) iter.Seq[string] {
	const most = 10000 // bytes of UTF-8, which are never more than twice as many of UTF-16
	return func(yield func(string) bool) {
		for len(text) > most {
			end := most
			for !utf8.RuneStart(text[end]) {
				end--
			}
			if !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
		yield(text)
	}
}

func (c *canvas) run(x, y float64, text string, f face, size float64, t tone) {
	c.brush(t)
	c.out = append(c.out, "BT "...)
	if !c.known || c.face != f || c.size != size {
		c.known, c.face, c.size = true, f, size
		c.out = append(c.out, "/F"...)
		c.out = strconv.AppendInt(c.out, int64(f), 10)
		c.out = append(c.out, ' ')
		c.numbers(size)
		c.out = append(c.out, "Tf "...)
	}
	c.numbers(x/perMM, (pageHeight-y)/perMM)
	c.out = append(c.out, "Td ("...)
	for _, r := range text {
		c.used[f].add(r)
		for _, u := range utf16.AppendRune(nil, r) {
			c.byte(byte(u >> 8))
			c.byte(byte(u))
		}
	}
	c.out = append(c.out, ") Tj ET\n"...)
}

// byte adds one byte of a string.
func (c *canvas) byte(b byte) {
	switch b {
	case '\\', '(', ')':
		c.out = append(c.out, '\\', b)
	case '\r':
		c.out = append(c.out, '\\', 'r')
	default:
		c.out = append(c.out, b)
	}
}

// numbers writes numbers with a blank behind each; hundredths of a point are finer than any printer.
func (c *canvas) numbers(vs ...float64) {
	for _, v := range vs {
		c.out = strconv.AppendFloat(c.out, math.Round(v*100)/100, 'f', -1, 64)
		c.out = append(c.out, ' ')
	}
}

// op writes a path of two points: its operators stand between them.
func (c *canvas) op(ops string, x0, y0, x1, y1 float64) {
	c.numbers(x0/perMM, (pageHeight-y0)/perMM)
	c.out = append(c.out, ops[:2]...)
	c.numbers(x1/perMM, (pageHeight-y1)/perMM)
	c.out = append(append(c.out, ops[2:]...), '\n')
}

func (c *canvas) rect(how string, x, y, w, h float64) {
	c.numbers(x/perMM, (pageHeight-y-h)/perMM, w/perMM, h/perMM)
	c.out = append(c.out, "re "+how+"\n"...)
}

func (c *canvas) brush(t tone) {
	if !c.fillSet || c.fill != t {
		c.fillSet, c.fill = true, t
		c.colour(t)
		c.out = append(c.out, "rg\n"...)
	}
}

func (c *canvas) pen(t tone, weight float64) {
	if !c.strokeSet || c.stroke != t || c.weight != weight {
		c.strokeSet, c.stroke, c.weight = true, t, weight
		c.colour(t)
		c.out = append(c.out, "RG "...)
		c.numbers(weight / perMM)
		c.out = append(c.out, "w\n"...)
	}
}

func (c *canvas) colour(t tone) {
	for _, v := range c.tones[t] {
		c.out = strconv.AppendFloat(c.out, float64(v)/255, 'f', 3, 64)
		c.out = append(c.out, ' ')
	}
}

// dashes are the strokes of the lines of a chart, in millimetres.
var dashes = [...][]float64{nil, {1.6, 0.8}, {0.4, 0.7}, {2.4, 0.7, 0.4, 0.7}}

func (c *canvas) dash(series int) {
	d := dashes[series%len(dashes)]
	if d == nil && !c.dashed {
		return
	}
	c.out = append(c.out, '[')
	for _, v := range d {
		c.numbers(v / perMM)
	}
	c.out = append(c.out, "] 0 d\n"...)
	c.dashed = d != nil
}

// hatch draws an outlined area with slanted lines, cut where it ends.
func (c *canvas) hatch(m mark) {
	const step = 1.1
	c.pen(m.tone, 0.15)
	c.dash(0)
	c.out = append(c.out, "q "...)
	c.rect("S", m.x, m.y, m.w, m.h)
	c.rect("W n", m.x, m.y, m.w, m.h)
	for t := -m.h; t < m.w; t += step {
		c.op("m l S", m.x+t, m.y+m.h, m.x+t+m.h, m.y)
	}
	c.out = append(c.out, "Q\n"...)
}

// dot draws a point of a line: a disc, a ring, a square, an open square.
func (c *canvas) dot(m mark) {
	how, inside := "f", m.tone
	if m.level%2 == 1 {
		how, inside = "B", white
		c.pen(m.tone, 0.3)
		c.dash(0)
	}
	c.brush(inside)
	if m.level%4 >= 2 {
		c.rect(how, m.x-m.size, m.y-m.size, 2*m.size, 2*m.size)
		return
	}
	const bend = 0.5523 // of a quarter of a circle drawn as a curve
	x, y, r := m.x/perMM, (pageHeight-m.y)/perMM, m.size/perMM
	k := r * bend
	c.numbers(x+r, y)
	c.out = append(c.out, "m "...)
	for _, q := range [][6]float64{{r, k, k, r, 0, r}, {-k, r, -r, k, -r, 0}, {-r, -k, -k, -r, 0, -r}, {k, -r, r, -k, r, 0}} {
		c.numbers(x+q[0], y+q[1], x+q[2], y+q[3], x+q[4], y+q[5])
		c.out = append(c.out, "c "...)
	}
	c.out = append(bytes.TrimRight(c.out, " "), " "+how+"\n"...)
}
