package doc

// Parallel is the same text in two languages side by side; every pair begins at the same height. Langs are the languages of the two
// sides, as in Document.
type Parallel struct {
	Langs [2]string
	Pairs []Pair
}

// Pair is what stands next to each other.
type Pair struct{ Left, Right []Block }

// parallel sets pair by pair, the n-th piece on the left beside the n-th on the right: translations have the same parts.
func (s setter) parallel(b Parallel) []piece {
	const gutter = 8.0
	w := (s.w - gutter) / 2
	left, right := s.within(s.x, w).speaking(b.Langs[0]), s.within(s.x+w+gutter, w).speaking(b.Langs[1])
	var out []piece
	for _, pair := range b.Pairs {
		ls := left.into(left.open(kDiv)).blocks(pair.Left)
		rs := right.into(right.open(kDiv)).blocks(pair.Right)
		from := len(out)
		for i := range max(len(ls), len(rs)) {
			var l, r piece
			if i < len(ls) {
				l = ls[i]
			}
			if i < len(rs) {
				r = rs[i]
			}
			p := piece{gap: max(l.gap, r.gap), height: max(l.height, r.height), keep: l.keep || r.keep, brk: l.brk || r.brk, marks: append(append([]mark{}, l.marks...), r.marks...)}
			p.again = beside(l.again, r.again)
			p.marks = append(p.marks, mark{kind: markLine, x: s.x + w + gutter/2, y: -min(p.gap, 1.2), h: p.height + min(p.gap, 1.2), size: hairline, tone: faint})
			out = append(out, p)
		}
		if from < len(out) {
			out[from].gap = max(out[from].gap, 2.5)
		}
	}
	return out
}

// beside joins what both sides print once more on a new page.
func beside(l, r []piece) []piece {
	if len(l) == 0 {
		return r
	}
	if len(r) == 0 {
		return l
	}
	a, b := stack(l), stack(r)
	return []piece{{height: max(a.height, b.height), marks: append(a.marks, b.marks...)}}
}

// speaking is the setter of a text in a language of its own.
func (s setter) speaking(tag string) setter {
	if l := langOf(tag); l != langUnknown {
		s.lang, s.hyphens = l, l == langLatin || l == langCyrillic
	}
	return s
}
