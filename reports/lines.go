package reports

import (
	"time"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// line is a row of a table of figures: a figure, or a part of one.
type line struct{ code, part string }

// figureTable shows figures with what they were computed from and with the period before.
func figureTable(in Input, p *i18n.Printer, title string, lines ...line) doc.Table {
	t := doc.Table{Title: title, Columns: []doc.Column{
		{Title: p.T("report.column.figure"), Share: 4}, {Title: p.T("report.column.value"), Share: 1, Align: doc.Right}, {Title: p.T("report.column.from"), Share: 1, Align: doc.Right}}}
	compare := in.comparable()
	if compare {
		t.Columns = append(t.Columns, doc.Column{Title: p.T("report.column.before"), Share: 1, Align: doc.Right})
	}
	for _, x := range lines {
		now, before := figure(in.Figures, x.code), figure(in.Before, x.code)
		label, value, was := p.T("figure."+x.code), now.Ratio, before.Ratio
		if x.part != "" {
			label, value, was = p.T("figure.part."+x.part), part(now, x.part).Ratio, part(before, x.part).Ratio
		}
		from := ""
		if value.Share {
			from = of(value, p)
		}
		cells := []doc.Cell{doc.T(label), ratio(value, p).To(anchor(x.code)), doc.T(from)}
		if compare {
			cells = append(cells, ratio(was, p))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// splitBars draws a split of a figure, the most first.
func splitBars(in Input, p *i18n.Printer, title, code, by string) doc.BarChart {
	b := doc.BarChart{Title: title, Empty: p.T("report.no_rows")}
	for _, r := range largest(split(figure(in.Figures, code), by)) {
		b.Bars = append(b.Bars, doc.Bar{Label: in.label(by, r, p), Values: []float64{float64(r.Numerator)}, Text: p.Int(r.Numerator), Link: anchor(code, by, r.Key)})
	}
	return b
}

// dayCell is a day, or nothing.
func dayCell(d data.Date, p *i18n.Printer) doc.Cell {
	if d == "" {
		return doc.Cell{}
	}
	return doc.D(d, p.Day(d))
}

// daysAfter is how many days b is after a.
func daysAfter(a, b data.Date) int {
	return int(b.Time(time.UTC).Sub(a.Time(time.UTC)) / (24 * time.Hour))
}

// among counts the records of some evidence that are in another.
func among(some, others []indicator.Ref) (n int) {
	in := map[data.ID]bool{}
	for _, r := range others {
		in[r.ID] = true
	}
	for _, r := range some {
		if in[r.ID] {
			n++
		}
	}
	return n
}
