package reports

import (
	"dogovor/app/i18n"
	"dogovor/data/indicator"
)

// griRow is a row of figures with where its evidence stands.
type griRow struct {
	label       string
	now, before indicator.Ratio
	at          string
}

// rows are what a line stands for. A row of a split that is not there counted nothing: that is said too.
func (l griLine) rows(in Input, p *i18n.Printer) (out []griRow) {
	now, before := figure(in.Figures, l.code), figure(in.Before, l.code)
	name := p.T("figure." + l.code)
	switch {
	case l.part != "":
		return []griRow{{p.T("figure.part." + l.part), part(now, l.part).Ratio, part(before, l.part).Ratio, anchor(l.code)}}
	case l.by == "":
		return []griRow{{name, now.Ratio, before.Ratio, anchor(l.code)}}
	}
	rows := split(now, l.by).Rows
	if l.key != griEvery {
		rows = []indicator.Row{row(split(now, l.by), l.key)}
	}
	for _, r := range rows {
		at := anchor(l.code, l.by, r.Key)
		if r.Value == nil { // not there: the evidence is that of the whole figure
			at = anchor(l.code)
		}
		out = append(out, griRow{p.T("report.gri.row", "Figure", name, "Row", in.label(l.by, r, p)), counted(r.Ratio), counted(row(split(before, l.by), r.Key).Ratio), at})
	}
	return out
}

// counted is a count; of a row that is not there, none.
func counted(r indicator.Ratio) indicator.Ratio {
	if r.Value == nil && !r.Share {
		return indicator.Count(0)
	}
	return r
}
