package doc

import "strings"

// Padding of a table's cells, in millimetres.
const (
	padX = 1.3
	padY = 0.8
)

// widths shares out the width of a table. A column that fits its content takes what its longest content needs; the others share the rest,
// but none gets less than its longest word, so that words are broken only where the page is too narrow for all of them.
func (s setter) widths(t Table) []float64 {
	const mostWord, mostFit = 0.3, 0.45
	n := len(t.Columns)
	least, out := make([]float64, n), make([]float64, n)
	fixed := make([]bool, n)
	left, shares := s.w, 0.0
	for i, c := range t.Columns {
		title := leastTitle(s.clean.text(c.Title))
		word, whole := 0.0, 0.0
		for _, r := range t.Rows {
			if i >= len(r.Cells) {
				continue
			}
			f := regular
			if r.Total {
				f = bold
			}
			text := s.clean.text(r.Cells[i].Text)
			word = max(word, longestWord(text, f, sizeTable))
			for line := range strings.SplitSeq(text, "\n") {
				whole = max(whole, f.width(line, sizeTable))
			}
		}
		least[i] = max(c.Min, min(max(word, title), s.w*mostWord)+2*padX)
		if c.Fit {
			out[i] = max(c.Min, min(max(whole, title), s.w*mostFit)+2*padX)
			fixed[i] = true
			left -= out[i]
		} else {
			shares += share(c)
		}
	}
	// a column whose share is less than its longest word takes the word's width; the rest is shared out anew
	for again := true; again; {
		again = false
		for i, c := range t.Columns {
			if !fixed[i] && left*share(c)/shares < least[i]-hair {
				fixed[i], out[i] = true, least[i]
				left -= least[i]
				shares -= share(c)
				again = true
				break
			}
		}
	}
	total := 0.0
	for i, c := range t.Columns {
		if !fixed[i] {
			out[i] = left * share(c) / shares
		}
		total += out[i]
	}
	if total > s.w+hair || shares <= hair { // too wide for the page, or nobody left to take the rest
		for i := range out {
			out[i] *= s.w / total
		}
	}
	return out
}

// leastTitle is the width below which a column's title would be torn apart. Chinese may break anywhere, but a short title reads badly so.
func leastTitle(title string) float64 {
	const whole = 11.0
	least := longestWord(title, bold, sizeTable)
	if strings.ContainsFunc(title, ideographic) {
		for line := range strings.SplitSeq(title, "\n") {
			least = max(least, min(bold.width(line, sizeTable), whole))
		}
	}
	return least
}

func share(c Column) float64 {
	if c.Share <= 0 {
		return 1
	}
	return c.Share
}
