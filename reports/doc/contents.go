package doc

import (
	"fmt"
	"strconv"
)

// entry is a heading as the contents list it.
type entry struct {
	level  int
	text   string
	anchor string
}

// entries are the headings of a document in the order in which they are set; both sides of a parallel text have theirs.
func entries(bs []Block) []entry {
	var out []entry
	add := func(level int, text string) {
		out = append(out, entry{level: max(level, 1), text: text, anchor: sectionName(len(out))})
	}
	var walk func([]Block)
	walk = func(bs []Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case Heading:
				add(b.Level, b.Text)
			case Appendix:
				add(1, b.Text)
			case Beside:
				walk([]Block{b.Left, b.Right})
			case Parallel:
				for _, p := range b.Pairs {
					walk(p.Left)
					walk(p.Right)
				}
			}
		}
	}
	walk(bs)
	return out
}

// sectionName is the anchor of the n-th heading; no report names one so.
func sectionName(n int) string { return fmt.Sprintf("\x00%d", n) }

// sectionAnchor is the anchor of the heading that is being set.
func (s setter) sectionAnchor() string {
	*s.section++
	return sectionName(*s.section - 1)
}

// contents set one line an entry: its text, dots, the number of its page.
func (s setter) contents(b Contents) []piece {
	const numberWidth, indent = 9.0, 5.0
	depth := b.Depth
	if depth <= 0 {
		depth = 2
	}
	var out []piece
	toc := s.into(s.open(kTOC))
	if b.Title != "" {
		p := stack(toc.said(kCaption, s.lines(s.wrap(b.Title, bold, sizeHeading, s.w), bold, sizeHeading, ink)))
		p.gap, p.keep = 6.5, true
		p.height += 1
		out = append(out, p)
	}
	for _, e := range s.outline {
		if e.level > depth {
			continue
		}
		f, left := bold, float64(e.level-1)*indent
		if e.level > 1 {
			f = regular
		}
		room := s.w - left - numberWidth
		ps := s.within(s.x+left, room).lines(s.wrap(e.text, f, sizeText, room-6), f, sizeText, ink)
		p := stack(ps)
		n := linked(toc.open(kTOCI), e.anchor)
		readAs(n, p.marks)
		p.marks[len(p.marks)-1].text += " " // read aloud, the page stands apart
		last := ps[len(ps)-1].marks[0]
		y := p.height - leading(sizeText)
		end := last.x + f.width(last.text, sizeText) + 1.5
		if leader := s.x + s.w - numberWidth - end; leader > 3 { // drawn, so that nobody copies or hears dots
			p.marks = append(p.marks, mark{kind: markLine, x: end, y: y + baseline(sizeText), w: leader, size: 0.25, tone: quiet, level: 2})
		}
		number := textMark(s.x+s.w, y, e.anchor, f, sizeText, ink)
		number.kind = markPage
		p.marks = append(p.marks, readAs(n, append([]mark{number}, linkMark(s.x, 0, s.w, p.height, e.anchor)...))...)
		if e.level == 1 {
			p.gap = 1.5
		}
		out = append(out, p)
	}
	return out
}

// numberContents writes the numbers of the pages, once these are known.
func numberContents(pages []page) {
	at := map[string]int{}
	for i, p := range pages {
		for _, m := range p.marks {
			if m.kind == markAnchor {
				if _, twice := at[m.text]; !twice {
					at[m.text] = i + 1
				}
			}
		}
	}
	for _, p := range pages {
		for i, m := range p.marks {
			if m.kind == markPage {
				m.kind, m.text = markText, strconv.Itoa(at[m.text])
				m.x -= m.face.width(m.text, m.size)
				p.marks[i] = m
			}
		}
	}
}
