package doc

import "slices"

// piece is what stays together on one page: a line of a paragraph, a row of a table, a whole chart. Its marks count from its top.
type piece struct {
	gap    float64 // white above it, not at the top of a page
	height float64
	marks  []mark
	keep   bool    // stands on the same page as the next piece
	again  []piece // what to print once more when a page begins with this piece: the table's header
	brk    bool    // begins a new page
}

// page is the marks of one finished page.
type page struct{ marks []mark }

// stack makes one unbreakable piece of several.
func stack(ps []piece) piece {
	var out piece
	for i, p := range ps {
		if i > 0 {
			out.height += p.gap
		} else {
			out.gap = p.gap
		}
		out.marks = append(out.marks, moved(p.marks, 0, out.height)...)
		out.height += p.height
	}
	return out
}

// paginate puts pieces on pages, and lets go of each. Pieces that are kept together move to the next page together, unless they are more
// than a page holds.
func paginate(ps []piece) []page {
	pages := []page{{}}
	y, fresh := top, true // fresh: nothing on the page yet
	put := func(p piece) {
		if !fresh {
			y += p.gap
		}
		cur := &pages[len(pages)-1]
		from := len(cur.marks)
		cur.marks = append(cur.marks, p.marks...)
		for i := range cur.marks[from:] {
			cur.marks[from+i].y += y
		}
		y += p.height
		fresh = false
	}
	next := func(first piece) {
		pages = append(pages, page{marks: make([]mark, 0, len(pages[len(pages)-1].marks)+8)}) // most are like the one before
		y, fresh = top, true
		for _, p := range first.again {
			put(p)
		}
	}
	const slack = 1e-6
	ps = cutTall(ps)
	for i := 0; i < len(ps); {
		if ps[i].brk {
			if !fresh {
				next(piece{})
			}
			i++
			continue
		}
		n := group(ps[i:])
		if h := spread(ps[i : i+n]); h > bodyHeight-spread(ps[i].again) {
			n = 1
		}
		h := spread(ps[i : i+n])
		if !fresh {
			h += ps[i].gap
		}
		if !fresh && y+h > bottom+slack {
			next(ps[i])
		}
		for k := range ps[i : i+n] {
			put(ps[i+k])
			ps[i+k] = piece{}
		}
		i += n
	}
	return pages
}

// group counts the pieces from the first on that are kept together.
func group(ps []piece) int {
	n := 1
	for n < len(ps) && ps[n-1].keep && !ps[n].brk {
		n++
	}
	return n
}

// spread is the height of pieces below each other, without the gap above the first.
func spread(ps []piece) float64 {
	h := 0.0
	for i, p := range ps {
		h += p.height
		if i > 0 {
			h += p.gap
		}
	}
	return h
}

// cutTall cuts pieces that no page holds; setting avoids them where it can, but people write anything anywhere.
func cutTall(ps []piece) []piece {
	for i := range ps {
		if most := bodyHeight - spread(ps[i].again); ps[i].height > most {
			out := slices.Clone(ps[:i])
			for _, p := range ps[i:] {
				out = append(out, p.cut(bodyHeight-spread(p.again))...)
			}
			return out
		}
	}
	return ps
}

// cut makes pieces of at most a height of one; texts and pictures stay whole, lines and areas go on.
func (p piece) cut(most float64) []piece {
	if p.height <= most {
		return []piece{p}
	}
	var out []piece
	for from := 0.0; from < p.height; {
		to := min(from+most, p.height)
		for again := true; again; {
			again = false
			for _, m := range p.marks {
				if above, below := m.extent(); m.whole() && above < to && below > to && above > from {
					to, again = above, true
				}
			}
		}
		part := piece{height: to - from, again: p.again}
		for _, m := range p.marks {
			above, below := m.extent()
			switch {
			case m.whole():
				if above >= from && above < to || above < from && from == 0 || above >= to && to == p.height {
					part.marks = append(part.marks, m)
				}
			case above < to && below > from:
				m.y, m.h = max(above, from), min(below, to)-max(above, from)
				part.marks = append(part.marks, m)
			}
		}
		part.marks = moved(part.marks, 0, -from)
		out = append(out, part)
		from = to
	}
	out[0].gap, out[len(out)-1].keep = p.gap, p.keep
	return out
}

// whole tells whether a mark cannot go on on another page.
func (m mark) whole() bool { return m.h == 0 || m.w != 0 && m.kind == markLine || m.kind == markImage }

// extent is how far a mark reaches down.
func (m mark) extent() (above, below float64) {
	if m.kind == markText || m.kind == markPage {
		above = m.y - baseline(m.size)
		return above, above + leading(m.size)
	}
	return min(m.y, m.y+m.h), max(m.y, m.y+m.h)
}
