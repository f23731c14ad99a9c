package doc

import (
	"bytes"
	"fmt"
	"iter"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// canvas draws pages: marks whose text is cleaned, broken and measured become the operators of a page's content. Links, bookmarks and what
// belongs to which element of the structure are gathered for finish.
type canvas struct {
	out    []byte // the content of the page
	number int32  // of the page, from 0
	open   bool   // a marked stretch of the page
	node   *node  // whose it is
	used   [faceCount]runeSet
	state
	tones    palette
	pictures map[string]*picture // by name
	drawing
}

// state is what the page's last operators set.
type state struct {
	face               face
	size               float64
	fill, stroke       tone
	weight             float64
	known, dashed      bool // face and size; a broken stroke
	fillSet, strokeSet bool
}

// drawing is what a page's content cannot say.
type drawing struct {
	owners    [][]*node // by page and number of the marked stretch
	links     []link
	bookmarks []bookmark
	places    map[string]place
}

type place struct {
	page int32 // from 0
	y    float64
}

// link is a rectangle of a page, in millimetres from its top, that leads to a place.
type link struct {
	page       int32
	x, y, w, h float64
	to         string
	node       *node
	placed     bool
}

type bookmark struct {
	place
	level int
	text  string
}

func newCanvas(pages int, colours palette) *canvas {
	return &canvas{tones: colours, pictures: map[string]*picture{}, drawing: drawing{places: map[string]place{}, owners: make([][]*node, pages)}}
}

// draw gives the content of the page with a number; it is good until the next one is drawn.
func (c *canvas) draw(number int, p page) []byte {
	c.out, c.number, c.state = c.out[:0], int32(number), state{}
	for _, m := range p.marks {
		c.mark(m)
	}
	c.close()
	return c.out
}

func (c *canvas) mark(m mark) {
	switch m.kind {
	case markAnchor:
		if _, twice := c.places[m.text]; !twice {
			c.places[m.text] = place{c.number, m.y}
		}
		return
	case markBookmark:
		c.bookmarks = append(c.bookmarks, bookmark{place{c.number, m.y}, m.level, m.text})
		return
	case markLink:
		c.links = append(c.links, link{page: c.number, x: m.x, y: m.y, w: m.w, h: m.h, to: m.text, node: m.node})
		return
	}
	c.begin(m.node)
	c.reach(m)
	switch m.kind {
	case markText:
		c.text(m)
	case markLine:
		c.pen(m.tone, m.size)
		c.dash(m.level)
		c.op("m l S", m.x, m.y, m.x+m.w, m.y+m.h)
	case markDot:
		c.dot(m)
	case markBox:
		c.brush(m.tone)
		c.rect("f", m.x, m.y, m.w, m.h)
	case markHatch:
		c.hatch(m)
	case markImage:
		c.pictures[m.pic.name] = m.pic
		c.out = append(c.out, "q "...)
		c.numbers(m.w/perMM, 0, 0, m.h/perMM, m.x/perMM, (pageHeight-m.y-m.h)/perMM)
		c.out = append(c.out, "cm /"+m.pic.name+" Do Q\n"...)
	}
}

// begin marks what is drawn next as the content of n, as decoration when n is nil.
func (c *canvas) begin(n *node) {
	if c.open && c.node == n {
		return
	}
	c.close()
	switch {
	case n == nil:
		c.out = append(c.out, "/Artifact BMC\n"...)
	case n.kind == kHeader:
		c.out = append(c.out, "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n"...)
	case n.kind == kFooter:
		c.out = append(c.out, "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"...)
	default:
		id := len(c.owners[c.number])
		c.owners[c.number] = append(c.owners[c.number], n)
		n.at = append(n.at, content{c.number, int32(id)})
		c.out = fmt.Appendf(c.out, "/%s <</MCID %d>> BDC\n", kindNames[n.kind], id)
	}
	c.open, c.node = true, n
}

func (c *canvas) close() {
	if c.open {
		c.out = append(c.out, "EMC\n"...)
		c.open = false
	}
}

// reach widens the rectangle that a figure covers.
func (c *canvas) reach(m mark) {
	if m.node == nil || m.node.kind != kFigure {
		return
	}
	x0, y0, x1, y1 := min(m.x, m.x+m.w), min(m.y, m.y+m.h), max(m.x, m.x+m.w), max(m.y, m.y+m.h)
	if m.kind == markText {
		y0, x1 = m.y-baseline(m.size), m.x+m.face.width(m.text, m.size)
	}
	b := &m.node.particular().box
	if *b == [4]float64{} {
		*b = [4]float64{x0, y0, x1, y1}
		return
	}
	*b = [4]float64{math.Min(b[0], x0), math.Min(b[1], y0), math.Max(b[2], x1), math.Max(b[3], y1)}
}

// text draws a line. Where another language begins within it, that is marked.
func (c *canvas) text(m mark) {
	x := m.x
	draw := func(text string) {
		m.face.runs(text, func(run string, by face) {
			for part := range inParts(run) {
				c.run(x, m.y, part, by, m.size, m.tone)
				x += by.width(part, m.size)
			}
		})
	}
	if m.node == nil {
		draw(m.text)
		return
	}
	if m.node.kind == kLink {
		m.node.say(m.text)
	}
	m.node.lang.spans(m.text, func(text string, in lang) {
		if in == m.node.lang {
			draw(text)
			return
		}
		c.out = append(c.out, "/Span <</Lang ("+langTags[in]+")>> BDC\n"...)
		draw(text)
		c.out = append(c.out, "EMC\n"...)
	})
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
