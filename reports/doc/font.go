package doc

import (
	"fmt"
	"strings"
	"sync"

	"dogovor/assets"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is one of the embedded faces of DogovorSans.
type face uint8

const (
	regular face = iota
	bold
	italic
	faceCount
)

var faceNames = [faceCount]string{"Regular", "Bold", "Italic"}

// perMM turns points into millimetres.
const perMM = 25.4 / 72

// noGlyph marks a character that a face does not hold.
const noGlyph = 0xFFFF

// metrics are the advance widths of a face in thousandths of the size, by character. Measuring is done here and not by the PDF library,
// so that the layout is known before anything is drawn.
type metrics [0x10000]uint16

var (
	metricsMade [faceCount]sync.Once
	metricsOf   [faceCount]*metrics
)

func (f face) metrics() *metrics {
	metricsMade[f].Do(func() {
		m, err := readMetrics(assets.Font(faceNames[f]))
		if err != nil {
			panic(fmt.Sprintf("doc: font %s: %v", faceNames[f], err)) // the fonts are part of the program
		}
		metricsOf[f] = m
	})
	return metricsOf[f]
}

func readMetrics(ttf []byte) (*metrics, error) {
	sf, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	var m metrics
	var buf sfnt.Buffer
	for r := range m {
		m[r] = noGlyph
		if r < ' ' {
			continue
		}
		g, err := sf.GlyphIndex(&buf, rune(r))
		if err != nil {
			return nil, err
		}
		if g == 0 {
			continue
		}
		a, err := sf.GlyphAdvance(&buf, g, fixed.I(1000), font.HintingNone)
		if err != nil {
			return nil, err
		}
		m[r] = uint16(a.Round())
	}
	return &m, nil
}

// has tells whether the face holds a character.
func (f face) has(r rune) bool { return r >= 0 && r <= 0xFFFF && f.metrics()[r] != noGlyph }

// draws is the face that draws r when f is wanted: the regular face stands in for what the others lack.
func (f face) draws(r rune) face {
	if f == regular || f.has(r) {
		return f
	}
	return regular
}

func (f face) advance(r rune) int {
	if r < 0 || r > 0xFFFF {
		return 0
	}
	if w := f.metrics()[r]; w != noGlyph {
		return int(w)
	}
	if w := regular.metrics()[r]; w != noGlyph {
		return int(w)
	}
	return 0
}

// width of a line of cleaned text in millimetres, at a size in points.
func (f face) width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		n += f.advance(r)
	}
	return float64(n) * size * perMM / 1000
}

// lineWidth is the width of a line that was broken: without the blank at its end.
func (f face) lineWidth(s string, size float64) float64 {
	return f.width(strings.TrimSuffix(s, " "), size)
}

// runs cuts a line into stretches that one face draws.
func (f face) runs(s string, each func(run string, by face)) {
	start, by := 0, f
	for i, r := range s {
		if d := f.draws(r); d != by {
			if i > start {
				each(s[start:i], by)
			}
			start, by = i, d
		}
	}
	if start < len(s) {
		each(s[start:], by)
	}
}
