package doc

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// sheets are a document that is set: its pages, and the structure in which it is read.
type sheets struct {
	pages []page
	root  *node
	lang  lang
}

// layout sets a document: every page with all that is drawn on it. It knows the number of pages, so "page 2 of 7" needs no tricks.
func layout(d Document) sheets {
	root := &node{kind: kDocument, lang: langOf(d.Lang)}
	s := setter{x: marginL, w: bodyWidth, clean: &cleaner{}, hyphens: strings.HasPrefix(d.Lang, "sr"), words: d.Words, section: new(int), at: root, lang: root.lang, levels: &headings{}, logo: &logo{data: d.Logo, of: d.Author}}
	s.outline = entries(d.Blocks)
	ps := s.blocks(d.Blocks)
	title, period, footer, below := s.clean.line(d.Title), s.clean.line(d.Period), s.clean.line(d.Footer), s.clean.line(d.Below)
	if len(s.clean.missing) > 0 && d.Words.Missing != "" {
		ps = append(ps, s.missing()...)
	}
	pages := paginate(ps)
	numberContents(pages)
	for i := range pages {
		if i > 0 {
			pages[i].marks = append(pages[i].marks, seenAs(runningNode, runningTitle(title, period))...)
		}
		of := strings.NewReplacer("{n}", strconv.Itoa(i+1), "{m}", strconv.Itoa(len(pages))).Replace(d.Words.Page)
		pages[i].marks = append(pages[i].marks, seenAs(footNode, foot(footer, below, s.clean.line(of)))...)
	}
	return sheets{pages, root, root.lang}
}

func (s setter) block(b Block) []piece {
	switch b := b.(type) {
	case Title:
		return s.title(b)
	case LeadFigures:
		return s.tiles(b)
	case Heading:
		return s.heading(b)
	case Paragraph:
		return s.paragraph(b)
	case List:
		return s.list(b)
	case Table:
		return s.table(b)
	case BarChart:
		return s.barChart(b)
	case ColumnChart:
		return s.columnChart(b)
	case LineChart:
		return s.lineChart(b)
	case SmallMultiples:
		return s.multiples(b)
	case Matrix:
		return s.matrix(b)
	case Image:
		return s.image(b)
	case Beside:
		return s.beside(b)
	case Parallel:
		return s.parallel(b)
	case Signatures:
		return s.signatures(b)
	case PageBreak:
		return []piece{{brk: true}}
	case Appendix:
		return append([]piece{{brk: true}}, s.heading(Heading{Level: 1, Text: b.Text, Anchor: b.Anchor})...)
	case Contents:
		return s.contents(b)
	}
	return nil
}

func (s setter) blocks(bs []Block) []piece {
	var out []piece
	for _, b := range bs {
		out = append(out, s.block(b)...)
	}
	return out
}

func (s setter) beside(b Beside) []piece {
	const gutter = 8.0
	w := (s.w - gutter) / 2
	left, right := stack(s.within(s.x, w).block(b.Left)), stack(s.within(s.x+w+gutter, w).block(b.Right))
	return []piece{{gap: max(left.gap, right.gap), height: max(left.height, right.height), marks: append(left.marks, right.marks...)}}
}

// missing says at the end which characters stand as boxes.
func (s setter) missing() []piece {
	text := strings.ReplaceAll(s.words.Missing, "{list}", s.clean.list())
	ps := s.paragraph(Paragraph{Text: text, Small: true})
	ps[0].gap = 5
	return ps
}

func runningTitle(title, period string) []mark {
	const y, size = 9.6, 7.5
	room := bodyWidth
	var out []mark
	if period != "" {
		period = shortened(period, regular, size, room/2)
		w := regular.width(period, size)
		out = append(out, textMark(marginL+bodyWidth-w, y, period, regular, size, quiet))
		room -= w + 5
	}
	return append(out, textMark(marginL, y, shortened(title, regular, size, room), regular, size, quiet), lineMark(marginL, 14, bodyWidth, hairline, faint))
}

func foot(footer, below, of string) []mark {
	const y, size, line = 283.4, 7.0, 3.4
	w := regular.width(of, size)
	out := []mark{
		lineMark(marginL, 282.2, bodyWidth, hairline, faint),
		textMark(marginL, y, shortened(footer, regular, size, bodyWidth-w-5), regular, size, quiet),
		textMark(marginL+bodyWidth-w, y, of, regular, size, quiet),
	}
	if below != "" {
		out = append(out, textMark(marginL, y+line, shortened(below, regular, size, bodyWidth), regular, size, quiet))
	}
	return out
}

// shortened cuts a line that must not wrap, and shows that it did.
func shortened(s string, f face, size, width float64) string {
	if f.width(s, size) <= width {
		return s
	}
	limit := (width - f.width("…", size)) * 1000 / (size * perMM)
	n, end := 0, 0
	for i, r := range s {
		if n += f.advance(r); float64(n) > limit {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return strings.TrimRight(s[:end], " ") + "…"
}
