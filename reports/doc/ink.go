package doc

import (
	"fmt"
	"math"
)

// The page, in millimetres: A4, with room on the left for punching.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	marginL    = 25.0
	marginR    = 15.0
	top        = 18.0
	bottom     = pageHeight - 18.0
	bodyWidth  = pageWidth - marginL - marginR
	bodyHeight = bottom - top
)

// Sizes of text in points.
const (
	sizeTitle        = 17.0
	sizeLine         = 10.0
	sizeHeading      = 11.5
	sizePart         = 9.5
	sizeText         = 9.0
	sizeTable        = 7.5
	sizeSmall        = 7.5
	sizeFigure       = 20.0
	sizeLarge        = 13.0
	sizeLargeHeading = 15.0
	sizeLargeTitle   = 24.0
)

// leading is the height of a line of text.
func leading(size float64) float64 { return size * perMM * 4 / 3 }

// baseline is how far below the top of its line a text stands.
func baseline(size float64) float64 { return leading(size) * 0.74 }

// tone is a colour; all of them tell apart in grey.
type tone uint8

const (
	ink    tone = iota // text
	quiet              // notes
	faint              // hairlines
	accent             // the one colour: links and the first series
	shade              // behind a table's header
	grey               // the third series
	white
)

// palette is the colours of the tones.
type palette [white + 1][3]int

var tones = palette{ink: {0x1B, 0x24, 0x30}, quiet: {0x5A, 0x64, 0x72}, faint: {0xB4, 0xBB, 0xC4}, accent: {0xA8, 0x48, 0x1F}, shade: {0xEE, 0xF0, 0xF3},
	grey: {0xC4, 0xC9, 0xD0}, white: {0xFF, 0xFF, 0xFF}}

// with is the palette with another accent; "" and what is no colour leave it as it is. The accent is darkened until it is read on white.
func (p palette) with(colour string) palette {
	const readable = 4.5 // contrast, as WCAG 2 asks
	var r, g, b int
	if n, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); n != 3 || err != nil || len(colour) != 7 {
		return p
	}
	for 1.05/(luminance(r, g, b)+0.05) < readable {
		r, g, b = r*15/16, g*15/16, b*15/16
	}
	p[accent] = [3]int{r, g, b}
	return p
}

// luminance of a colour of sRGB, as WCAG 2 defines it.
func luminance(r, g, b int) float64 {
	linear := func(v int) float64 {
		c := float64(v) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// Weights of lines in millimetres.
const (
	hairline  = 0.12
	rule      = 0.3
	titleRule = 0.6
)

type markKind uint8

const (
	markText     markKind = iota // text from x along the baseline y
	markLine                     // from x, y by w, h
	markBox                      // a filled rectangle
	markHatch                    // a hatched, outlined rectangle
	markLink                     // a rectangle that leads to the anchor named in text
	markAnchor                   // the place named text
	markBookmark                 // an entry of the outline
	markPage                     // the number of the page on which the place named text is, its right end at x
	markDot                      // a point of a line, its middle at x, y
	markImage                    // a picture
)

// mark is one thing drawn on a page. A layout is nothing but marks, so that tests look at it without a PDF.
type mark struct {
	kind       markKind
	x, y, w, h float64
	text       string
	face       face
	size       float64 // points of text, weight of a line
	tone       tone
	level      int // of a bookmark; the number of the series of a line or a point
	pic        *picture
	node       *node // what it is read as; nil for decoration
}

func textMark(x, y float64, s string, f face, size float64, t tone) mark {
	return mark{kind: markText, x: x, y: y + baseline(size), text: s, face: f, size: size, tone: t}
}

func lineMark(x, y, w float64, weight float64, t tone) mark {
	return mark{kind: markLine, x: x, y: y, w: w, size: weight, tone: t}
}

func boxMark(x, y, w, h float64, t tone) mark {
	return mark{kind: markBox, x: x, y: y, w: w, h: h, tone: t}
}

// linkMark is nothing when there is nowhere to lead to.
func linkMark(x, y, w, h float64, to string) []mark {
	if to == "" {
		return nil
	}
	return []mark{{kind: markLink, x: x, y: y, w: w, h: h, text: to}}
}

func anchorMark(name string) []mark {
	if name == "" {
		return nil
	}
	return []mark{{kind: markAnchor, text: name}}
}

func moved(ms []mark, dx, dy float64) []mark {
	out := make([]mark, len(ms))
	for i, m := range ms {
		m.x += dx
		m.y += dy
		out[i] = m
	}
	return out
}
