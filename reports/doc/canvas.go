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
// line breaking loses Chinese characters, and it panics on what its fonts cannot hold.
type canvas struct {
	pdf   *gofpdf.Fpdf
	added [faceCount]bool
	links map[string]int
	level int // of the last bookmark; -1 before the first
}

// family is what the faces are called; finish gives them their proper names.
const family = "dogovorsans"

var someDay = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

var styles = [faceCount]string{"", "B", "I"}

// draw gives the pages as a PDF, still with the library's faults; finish mends them.
func draw(pages []page) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("pdf library: %v", r)
		}
	}()
	c := &canvas{pdf: gofpdf.New("P", "mm", "A4", ""), links: map[string]int{}, level: -1}
	c.pdf.SetAutoPageBreak(false, 0)
	c.pdf.SetCatalogSort(true)
	c.pdf.SetCreationDate(someDay) // else the clock would show in the bytes; finish writes the document's own date
	c.pdf.SetModificationDate(someDay)
	for _, p := range pages {
		for _, m := range p.marks {
			if m.kind == markAnchor {
				if _, twice := c.links[m.text]; !twice {
					c.links[m.text] = c.pdf.AddLink()
				}
			}
		}
	}
	placed := map[string]bool{}
	for _, p := range pages {
		c.pdf.AddPage()
		for _, m := range p.marks {
			if m.kind == markAnchor {
				if placed[m.text] {
					continue
				}
				placed[m.text] = true
			}
			c.mark(m)
		}
	}
	var b bytes.Buffer
	if err := c.pdf.Output(&b); err != nil {
		return nil, fmt.Errorf("pdf library: %w", err)
	}
	return b.Bytes(), nil
}

func (c *canvas) mark(m mark) {
	p := c.pdf
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
	case markImage:
		kind := gofpdf.ImageOptions{ImageType: m.pic.kind}
		p.RegisterImageOptionsReader(m.pic.name, kind, bytes.NewReader(m.pic.data))
		p.ImageOptions(m.pic.name, m.x, m.y, m.w, m.h, false, kind, 0, "")
	case markBox:
		rgb := tones[m.tone]
		p.SetFillColor(rgb[0], rgb[1], rgb[2])
		p.Rect(m.x, m.y, m.w, m.h, "F")
	case markHatch:
		c.hatch(m)
	case markLink:
		if id, ok := c.links[m.text]; ok {
			p.Link(m.x, m.y, m.w, m.h, id)
		}
	case markAnchor:
		p.SetLink(c.links[m.text], math.Max(m.y-2, 0), p.PageNo())
	case markBookmark:
		c.face(regular, sizeText) // the library reads the title in the current face's encoding
		c.level = min(m.level, c.level+1)
		p.Bookmark(m.text, c.level, math.Max(m.y-2, 0))
	}
}

func (c *canvas) text(m mark) {
	rgb := tones[m.tone]
	c.pdf.SetTextColor(rgb[0], rgb[1], rgb[2])
	x := m.x
	m.face.runs(m.text, func(run string, by face) {
		c.face(by, m.size)
		c.pdf.Text(x, m.y, run)
		x += by.width(run, m.size)
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
