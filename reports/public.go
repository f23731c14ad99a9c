package reports

import (
	"slices"

	"dogovor/app/i18n"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// A public edition is what hangs on a notice board or stands on a website. It holds no restricted record, no name of a stakeholder (see
// nameless) and no officer, no appendix of evidence, and of people no count that could point at one: Small and masked.

// fewest is the smallest count of people that a public edition prints.
const fewest = 5

// few tells whether a count of people is one that a public edition does not print.
func few(n int) bool { return n > 0 && n < fewest }

// Small writes a count of people for the public: "< 5" where it could point at a person.
func Small(n int, p *i18n.Printer) string {
	if few(n) {
		return p.T("report.public.few", "N", p.Int(fewest))
	}
	return p.Int(n)
}

// small is a cell with Small; a workbook gets no number either where none is printed.
func small(n int, p *i18n.Printer) doc.Cell {
	if few(n) {
		return doc.T(Small(n, p))
	}
	return number(n, p)
}

// smallRatio writes a figure about people for the public: the value, and what it was computed from. A share is not printed where it would tell
// a count below five, be it of those that are in it or of those that are not.
func smallRatio(r indicator.Ratio, p *i18n.Printer) (value, from string) {
	switch {
	case r.Value == nil:
		return p.T("figure.na"), ""
	case !r.Share:
		return Small(r.Numerator, p), ""
	case r.Denominator < fewest:
		return p.T("report.public.too_few"), ""
	case few(r.Numerator):
		return Small(r.Numerator, p), p.T("report.public.of", "N", p.Int(r.Denominator))
	case few(r.Denominator - r.Numerator):
		return p.T("report.public.nearly_all"), p.T("report.public.of", "N", p.Int(r.Denominator))
	}
	return Ratio(r, p), of(r, p)
}

// masked are the counts of a split whose total is printed too. When those below five could be reckoned from the others and the total, the
// smallest of the others is not told either.
func masked(counts []int, p *i18n.Printer) []doc.Cell {
	out := make([]doc.Cell, len(counts))
	hidden, sum, least := 0, 0, -1
	for i, n := range counts {
		out[i] = small(n, p)
		switch {
		case few(n):
			hidden, sum = hidden+1, sum+n
		case n >= fewest && (least < 0 || n < counts[least]):
			least = i
		}
	}
	if known := hidden == 1 || sum == hidden || sum == hidden*(fewest-1); hidden > 0 && known && least >= 0 {
		out[least] = doc.T(p.T("report.public.many", "N", p.Int(fewest)))
	}
	return out
}

// publicSplit is a split of people in numbers, where a reader of the whole edition would see bars: a bar's length is a count too.
func publicSplit(in Input, p *i18n.Printer, title, code, by string) doc.Table {
	t := doc.Table{Title: title, Empty: p.T("report.no_rows"), Columns: []doc.Column{{Title: p.T("report.by." + by), Share: 3}, {Title: p.T("report.column.number"), Share: 1, Align: doc.Right}}}
	rows := largest(split(figure(in.Figures, code), by))
	var counts []int
	for _, r := range rows {
		counts = append(counts, r.Numerator)
	}
	cells := masked(counts, p)
	if slices.ContainsFunc(cells, func(c doc.Cell) bool { return c.Number == nil }) { // their order would tell who is the smaller
		order := func(r indicator.Row) string { return in.label(by, r, p) }
		type line struct {
			row  indicator.Row
			cell doc.Cell
		}
		lines := make([]line, len(rows))
		for i := range rows {
			lines[i] = line{rows[i], cells[i]}
		}
		slices.SortStableFunc(lines, func(a, b line) int { return p.Compare(order(a.row), order(b.row)) })
		for i, l := range lines {
			rows[i], cells[i] = l.row, l.cell
		}
	}
	for i, r := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(in.label(by, r, p)), cells[i]}})
	}
	return t
}

// publicLine stands below the title of every public edition, and says what is left out.
func publicLine(p *i18n.Printer) string { return p.T("report.public.line", "N", p.Int(fewest)) }
