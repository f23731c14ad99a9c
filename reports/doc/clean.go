package doc

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"dogovor/data"
)

// box stands for a character that the fonts do not hold, so that its lack is seen.
const box = '□'

// alike are characters that the fonts lack and that another one says as well.
var alike = map[rune]rune{
	'−': '–', '\u2010': '-', '\u2043': '-', '\u02BC': '’', '\u2032': '’', '\u2033': '”', '\u2215': '/', '\u2219': '·', '\u22C5': '·',
	'✓': '√', '✔': '√', '☐': box, '▪': '■', '\uFF5E': '~',
}

// cleaner makes text printable, and remembers what could not be printed.
type cleaner struct{ missing map[rune]bool }

// line is text as one line.
func (c *cleaner) line(s string) string { return strings.Join(strings.Fields(c.text(s)), " ") }

// text is NFC without control, zero-width and direction characters; every character in it has a glyph.
func (c *cleaner) text(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', regular.has(r):
			return r
		case r == '\t', unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.In(r, unicode.Cf, unicode.Variation_Selector):
			return -1
		}
		if a, ok := alike[r]; ok && regular.has(a) {
			return a
		}
		if c.missing == nil {
			c.missing = map[rune]bool{}
		}
		c.missing[r] = true
		return box
	}, stripJoiners(data.CleanText(s)))
}

// stripJoiners drops what has no width; some of it has an empty glyph, which would still be found when text is copied.
func stripJoiners(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Variation_Selector) {
			return -1
		}
		return r
	}, s)
}

// list names the missing characters by number: the page cannot show them.
func (c *cleaner) list() string {
	const most = 40
	var names []string
	for _, r := range slices.Sorted(maps.Keys(c.missing)) {
		if len(names) == most {
			names = append(names, "…")
			break
		}
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(names, ", ")
}
