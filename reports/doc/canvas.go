package doc

import (
	"bytes"
	"fmt"
	"math"
	"time"

	"dogovor/assets"

	"github.com/jung-kurt/gofpdf"
)

// canvas is the only place that knows the PDF library. It is given marks whose text is cleaned, broken and measured: the library's own
// line breaking loses Chinese characters, and it panics on what its fonts cannot hold. It draws; links, bookmarks and the structure
// are only gathered here and written by finish.
type canvas struct {
	pdf   *gofpdf.Fpdf
	added [faceCount]bool
	open  bool  // a marked stretch of the page
	node  *node // whose it is
	drawing
}

// drawing is the library's file, and what finish writes into it.
type drawing struct {
	raw       []byte
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

// family is what the faces are called; finish gives them their proper names.
const family = "dogovorsans"

var someDay = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

var styles = [faceCount]string{"", "B", "I"}

// draw gives the pages as a PDF, still with the library's faults; finish mends them.
func draw(pages []page) (out drawing, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("pdf library: %v", r)
		}
	}()
	c := &canvas{pdf: gofpdf.New("P", "mm", "A4", ""), drawing: drawing{places: map[string]place{}, owners: make([][]*node, len(pages))}}
	c.pdf.SetAutoPageBreak(false, 0)
	c.pdf.SetCatalogSort(true)
	c.pdf.SetCreationDate(someDay) // else the clock would show in the bytes; finish writes the document's own date
	c.pdf.SetModificationDate(someDay)
	for _, p := range pages {
		c.pdf.AddPage()
		for _, m := range p.marks {
			c.mark(m)
		}
		c.close()
	}
	var b bytes.Buffer
	if err := c.pdf.Output(&b); err != nil {
		return drawing{}, fmt.Errorf("pdf library: %w", err)
	}
	c.raw = b.Bytes()
	return c.drawing, nil
}

func (c *canvas) page() int32 { return int32(c.pdf.PageNo() - 1) }

func (c *canvas) mark(m mark) {
	p := c.pdf
	switch m.kind {
	case markAnchor:
		if _, twice := c.places[m.text]; !twice {
			c.places[m.text] = place{c.page(), m.y}
		}
		return
	case markBookmark:
		c.bookmarks = append(c.bookmarks, bookmark{place{c.page(), m.y}, m.level, m.text})
		return
	case markLink:
		c.links = append(c.links, link{page: c.page(), x: m.x, y: m.y, w: m.w, h: m.h, to: m.text, node: m.node})
		return
	}
	c.begin(m.node)
	c.reach(m)
	switch m.kind {
	case markText:
		c.text(m)
	case markLine:
		c.pen(m.tone, m.size)
		if dash := dashes[m.level%len(dashes)]; dash != nil {
			p.SetDashPattern(dash, 0)
			defer p.SetDashPattern(nil, 0)
		}
		p.Line(m.x, m.y, m.x+m.w, m.y+m.h)
	case markDot:
		c.dot(m)
	case markBox:
		rgb := tones[m.tone]
		p.SetFillColor(rgb[0], rgb[1], rgb[2])
		p.Rect(m.x, m.y, m.w, m.h, "F")
	case markHatch:
		c.hatch(m)
	case markImage:
		kind := gofpdf.ImageOptions{ImageType: m.pic.kind}
		p.RegisterImageOptionsReader(m.pic.name, kind, bytes.NewReader(m.pic.data))
		p.ImageOptions(m.pic.name, m.x, m.y, m.w, m.h, false, kind, 0, "")
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
		c.pdf.RawWriteStr("/Artifact BMC")
	case n.kind == kHeader:
		c.pdf.RawWriteStr("/Artifact <</Type /Pagination /Subtype /Header>> BDC")
	case n.kind == kFooter:
		c.pdf.RawWriteStr("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")
	default:
		page := c.page()
		id := len(c.owners[page])
		c.owners[page] = append(c.owners[page], n)
		n.at = append(n.at, content{page, int32(id)})
		c.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", kindNames[n.kind], id))
	}
	c.open, c.node = true, n
}

func (c *canvas) close() {
	if c.open {
		c.pdf.RawWriteStr("EMC")
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
	rgb := tones[m.tone]
	c.pdf.SetTextColor(rgb[0], rgb[1], rgb[2])
	x := m.x
	draw := func(text string) {
		m.face.runs(text, func(run string, by face) {
			c.face(by, m.size)
			c.pdf.Text(x, m.y, run)
			x += by.width(run, m.size)
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
		c.pdf.RawWriteStr("/Span <</Lang (" + langTags[in] + ")>> BDC")
		draw(text)
		c.pdf.RawWriteStr("EMC")
	})
}

// face chooses a face; it is parsed only when it is first needed. assets gives each document its own bytes, as the library changes them.
func (c *canvas) face(f face, size float64) {
	if !c.added[f] {
		c.pdf.AddUTF8FontFromBytes(family, styles[f], assets.Font(faceNames[f]))
		c.added[f] = true
	}
	c.pdf.SetFont(family, styles[f], size)
}

func (c *canvas) pen(t tone, weight float64) {
	rgb := tones[t]
	c.pdf.SetDrawColor(rgb[0], rgb[1], rgb[2])
	c.pdf.SetLineWidth(weight)
}

func (c *canvas) hatch(m mark) {
	const step = 1.1
	c.pen(m.tone, 0.15)
	c.pdf.ClipRect(m.x, m.y, m.w, m.h, true)
	for t := -m.h; t < m.w; t += step {
		c.pdf.Line(m.x+t, m.y+m.h, m.x+t+m.h, m.y)
	}
	c.pdf.ClipEnd()
}

// dashes are the strokes of the lines of a chart, in millimetres.
var dashes = [...][]float64{nil, {1.6, 0.8}, {0.4, 0.7}, {2.4, 0.7, 0.4, 0.7}}

// dot draws a point of a line: a disc, a ring, a square, an open square.
func (c *canvas) dot(m mark) {
	style := "F"
	rgb := tones[m.tone]
	if m.level%2 == 1 {
		style, rgb = "FD", tones[white]
		c.pen(m.tone, 0.3)
	}
	c.pdf.SetFillColor(rgb[0], rgb[1], rgb[2])
	if m.level%4 < 2 {
		c.pdf.Circle(m.x, m.y, m.size, style)
	} else {
		c.pdf.Rect(m.x-m.size, m.y-m.size, 2*m.size, 2*m.size, style)
	}
}
