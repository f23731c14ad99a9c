package doc

// tiles set lead figures in rows: up to six in one row, else rows of four.
func (s setter) tiles(b LeadFigures) []piece {
	per := len(b.Tiles)
	if per > 6 || per == 4 {
		per = 4
	}
	if per == 0 {
		return nil
	}
	s = s.into(s.open(kL))
	var out []piece
	for i := 0; i < len(b.Tiles); i += per {
		p := s.tileRow(b.Tiles[i:min(i+per, len(b.Tiles))], per)
		p.gap = 4
		out = append(out, p)
	}
	return out
}

func (s setter) tileRow(tiles []Tile, per int) piece {
	const gutter, valueHeight, base = 3.0, 9.2, 6.9
	w := s.w / float64(per)
	var p piece
	for i, t := range tiles {
		from := len(p.marks)
		apart := func(m mark) { // read aloud, what stands below each other is words apart
			m.text = oneBlank(m.text + " ")
			p.marks = append(p.marks, m)
		}
		x, room := s.x+float64(i)*w, w-gutter
		if i > 0 {
			x, room = x+gutter/2, room-gutter/2
		}
		value := s.clean.line(t.Value)
		size := sizeFigure
		for size > 9 && bold.width(value, size) > room-1 {
			size--
		}
		y := 0.0
		values := wrap(value, bold, size, room, false)
		for _, l := range values {
			apart(mark{kind: markText, x: x, y: y + base, text: l, face: bold, size: size, tone: ink})
			y += max(valueHeight, leading(size))
		}
		if code := s.clean.line(t.Code); code != "" && len(values) == 1 && bold.width(value, size)+1.5+regular.width(code, 6.5) <= room {
			apart(mark{kind: markText, x: x + bold.width(value, size) + 1.5, y: valueHeight * 0.83, text: code, face: regular, size: 6.5, tone: quiet})
		}
		for _, l := range s.wrap(t.Label, bold, sizeSmall, room) {
			apart(textMark(x, y, l, bold, sizeSmall, ink))
			y += leading(sizeSmall)
		}
		if t.Note != "" {
			for _, l := range s.wrap(t.Note, regular, 7, room) {
				apart(textMark(x, y, l, regular, 7, quiet))
				y += leading(7)
			}
		}
		p.marks = append(p.marks, linkMark(x, 0, room, y, t.Link)...)
		readAs(linked(s.open(kLI).add(kLBody, s.lang), t.Link), p.marks[from:])
		p.height = max(p.height, y)
	}
	for i := range tiles {
		if i > 0 {
			x := s.x + float64(i)*w - gutter/2
			p.marks = append(p.marks, mark{kind: markLine, x: x, y: 0.5, h: p.height - 0.5, size: hairline, tone: faint})
		}
	}
	return p
}
