package doc

import (
	"strconv"
)

// setter sets blocks as pieces within a column of the page.
type setter struct {
	x, w    float64
	clean   *cleaner
	hyphens bool
	words   Words
	outline []entry // every heading of the document, for the contents
	section *int    // how many headings were set
	at      *node   // the element that takes what is set next
	lang    lang
	levels  *headings
	logo    *logo
}

// within is the setter of a narrower column.
func (s setter) within(x, w float64) setter {
	s.x, s.w = x, w
	return s
}

func (s setter) wrap(text string, f face, size, width float64) []string {
	return wrap(s.clean.text(text), f, size, width, s.hyphens)
}

// lines sets wrapped text, one piece a line; the first two and the last two lines stay together.
func (s setter) lines(ls []string, f face, size float64, t tone) []piece {
	out := make([]piece, len(ls))
	for i, l := range ls {
		out[i] = piece{height: leading(size), marks: []mark{textMark(s.x, 0, l, f, size, t)}, keep: len(ls) > 1 && (i == 0 || i == len(ls)-2)}
	}
	return out
}

// logo is taken by the first title.
type logo struct {
	data []byte
	of   string
}

func (s setter) title(b Title) []piece {
	const most, high, gutter = 45.0, 16.0, 6.0
	var sign []mark
	body := s
	if len(s.logo.data) > 0 {
		picture := s.image(Image{Data: s.logo.data, Alt: s.logo.of, Width: most, Height: high})[0].marks
		s.logo.data = nil
		if m := picture[0]; m.kind == markImage {
			sign = moved(picture, s.w-m.w, 0)
			body = s.within(s.x, s.w-m.w-gutter)
		}
	}
	size, below := sizeTitle, sizeLine
	if b.Large {
		size, below = sizeLargeTitle, sizeLarge
	}
	ps := s.said(s.levels.kind(1), s.lines(s.wrap(b.Text, bold, size, body.w), bold, size, ink))
	ps[0].marks = append(ps[0].marks, mark{kind: markBookmark, text: s.clean.line(b.Text)})
	for i, l := range b.Lines {
		sub := s.said(kP, s.lines(s.wrap(l, regular, below, body.w), regular, below, quiet))
		if i == 0 {
			sub[0].gap = 1
		}
		ps = append(ps, sub...)
	}
	p := stack(ps)
	if sign != nil {
		p.marks = append(p.marks, sign...)
		p.height = max(p.height, sign[0].h)
	}
	return []piece{stack([]piece{p, {gap: 2, height: titleRule, marks: []mark{lineMark(s.x, titleRule/2, s.w, titleRule, accent)}}})}
}

func (s setter) heading(b Heading) []piece {
	size, gap := sizeHeading, 6.5
	if b.Level > 1 {
		size, gap = sizePart, 4
	}
	if b.Large {
		size, gap = sizeLargeHeading, 9
	}
	p := stack(s.said(s.levels.kind(b.Level+1), s.lines(s.wrap(b.Text, bold, size, s.w), bold, size, ink)))
	p.gap, p.keep = gap, true
	p.height += 1
	p.marks = append(p.marks, mark{kind: markBookmark, text: s.clean.line(b.Text), level: b.Level})
	p.marks = append(p.marks, anchorMark(s.sectionAnchor())...)
	p.marks = append(p.marks, anchorMark(b.Anchor)...)
	return []piece{p}
}

func (s setter) paragraph(b Paragraph) []piece {
	size, t, f, gap := sizeText, ink, regular, 1.2
	switch {
	case b.Small:
		size, t = sizeSmall, quiet
	case b.Large:
		size, gap = sizeLarge, 2
	}
	if b.Strong {
		f, gap = bold, gap*2
	}
	ps := s.lines(s.wrap(b.Text, f, size, s.w), f, size, t)
	ps[0].gap = gap
	if b.Strong {
		for i := range ps {
			ps[i].keep = true
		}
	}
	n := linked(s.open(kP), b.Link)
	for i := range ps {
		words := ps[i].marks[0]
		ps[i].marks = readAs(n, append(ps[i].marks, linkMark(s.x, 0, words.face.lineWidth(words.text, words.size), ps[i].height, b.Link)...))
	}
	return ps
}

func (s setter) list(b List) []piece {
	const indent = 5.5
	if len(b.Items) == 0 {
		return nil
	}
	var out []piece
	l := s.open(kLNumbered)
	for i, item := range b.Items {
		li := s.into(l.add(kLI, s.lang))
		number := readAs(li.open(kLbl), []mark{textMark(s.x, 0, strconv.Itoa(i+1)+".", bold, sizeText, accent)})
		body := li.within(s.x+indent, s.w-indent)
		ps := body.said(kLBody, body.lines(body.wrap(item, regular, sizeText, body.w), regular, sizeText, ink))
		ps[0].gap = 1.2
		ps[0].marks = append(number, ps[0].marks...)
		out = append(out, ps...)
	}
	return out
}

// signatures leave room to sign above each line.
func (s setter) signatures(b Signatures) []piece {
	if len(b.Lines) == 0 {
		return nil
	}
	const gutter, room, most = 10.0, 18.0, 3
	var out []piece
	for i := 0; i < len(b.Lines); i += most {
		row := b.Lines[i:min(i+most, len(b.Lines))]
		w := (s.w - gutter*(most-1)) / most
		p := piece{gap: 4, height: room}
		for k, who := range row {
			x := s.x + float64(k)*(w+gutter)
			p.marks = append(p.marks, lineMark(x, room, w, rule, ink))
			n := s.open(kP)
			for j, l := range s.wrap(who, regular, sizeSmall, w) {
				p.marks = append(p.marks, readAs(n, []mark{textMark(x, room+1+float64(j)*leading(sizeSmall), l, regular, sizeSmall, quiet)})...)
				p.height = max(p.height, room+1+float64(j+1)*leading(sizeSmall))
			}
		}
		out = append(out, p)
	}
	return out
}
