package doc

import (
	"fmt"
	"math"
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
