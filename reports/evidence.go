package reports

import (
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// evidence is the appendix that every report ends with: each figure with its formula, its numerator and denominator, and the numbers of
// the records that it was counted from, so that anyone can count again.
func evidence(in Input, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.PageBreak{}, doc.Heading{Level: 1, Text: p.T("report.evidence")}, doc.Paragraph{Text: p.T("report.evidence.about"), Small: true}}
	first := figure(in.Figures, "E1")
	for _, f := range in.Figures {
		out = append(out, doc.Heading{Level: 2, Text: f.Code + " · " + p.T("figure."+f.Code), Anchor: anchor(f.Code)}, doc.Paragraph{Text: p.T("figure." + f.Code + ".formula")})
		value := Ratio(f.Ratio, p)
		if f.Share {
			value += " = " + p.Int(f.Numerator) + " ÷ " + p.Int(f.Denominator)
		}
		out = append(out, doc.Paragraph{Text: p.T("report.evidence.value", "Value", value)})
		switch {
		case len(f.Evidence) == 0:
			out = append(out, doc.Paragraph{Text: p.T("report.evidence.none"), Small: true})
		case f.Code != first.Code && slices.Equal(f.Evidence, first.Evidence):
			out = append(out, doc.Paragraph{Text: p.T("report.evidence.same", "Code", first.Code), Small: true, Link: anchor(first.Code)})
		default:
			out = append(out, doc.Paragraph{Text: p.N("report.evidence.records", len(f.Evidence), "List", in.numbers(f.Evidence, p)), Small: true})
		}
		for _, t := range in.evidenceTables(f, p) {
			out = append(out, t)
		}
	}
	return out
}

// evidenceTables list the parts of a figure and the rows of each of its splits, with their records.
func (in Input) evidenceTables(f indicator.Figure, p *i18n.Printer) []doc.Table {
	var out []doc.Table
	table := func(title, what string) doc.Table {
		return doc.Table{Title: f.Code + " · " + title, Columns: []doc.Column{
			{Title: what, Share: 3}, {Title: p.T("report.column.number"), Fit: true, Align: doc.Right}, {Title: p.T("report.column.records"), Share: 9},
		}}
	}
	if len(f.Parts) > 0 {
		t := table(p.T("report.evidence.parts"), p.T("report.column.row"))
		for _, x := range f.Parts {
			value := ratio(x.Ratio, p)
			if x.Share {
				value.Text += " = " + p.Int(x.Numerator) + " ÷ " + p.Int(x.Denominator)
			}
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.T("figure.part." + x.Key)), value, doc.T(in.numbers(x.Evidence, p))}})
		}
		out = append(out, t)
	}
	for _, s := range f.Splits {
		t := table(p.T("figure.by."+s.By), p.T("report.by."+s.By))
		for _, r := range s.Rows {
			t.Rows = append(t.Rows, doc.Row{Anchor: anchor(f.Code, s.By, r.Key), Cells: []doc.Cell{doc.T(in.label(s.By, r, p)), ratio(r.Ratio, p), doc.T(in.numbers(r.Evidence, p))}})
		}
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// numbers are the short names of records; of settlements their names.
func (in Input) numbers(refs []indicator.Ref, p *i18n.Printer) string {
	if len(refs) > 0 && refs[0].Type == data.Settlements.Name {
		return strings.Join(in.places(refs, p), ", ")
	}
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.Number
	}
	return strings.Join(out, ", ")
}
