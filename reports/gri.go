package reports

import (
	"context"

	"dogovor/app/i18n"
	"dogovor/reports/doc"
)

// disclosure is one that the GRI standards ask for, with the figures that answer it. Its title is the message "report.gri.<code>.title"; what
// this register does not answer of it is said in "report.gri.<code>.missing".
type disclosure struct {
	code  string
	lines []griLine
}

// griLine is a row of figures: a figure, a part of one, or a row of a split; with the key griEvery, all rows of the split.
type griLine struct{ code, part, by, key string }

const griEvery = "*"

// disclosures are in the order of the standards: general, economic, social.
var disclosures = []disclosure{
	{"2-25", []griLine{{code: "G1"}, {code: "G2"}, {code: "G3"}, {code: "G4"}, {code: "G4", part: "days_p90"}, {code: "G4", part: "closed"}, {code: "G4", part: "open"}, {code: "G4", part: "open_late"},
		{code: "G5"}, {code: "G5", part: "remedied"}, {code: "G6"}, {code: "G7"}}},
	{"2-26", []griLine{{code: "G1"}, {code: "G1", by: "channel", key: griEvery}, {code: "I1", by: "issue_kind", key: griEvery}}},
	{"2-29", []griLine{{code: "E1"}, {code: "E2", part: "stakeholders"}, {code: "E2", by: "group", key: griEvery}, {code: "E4"}, {code: "E5"}, {code: "E6"}, {code: "E8"}, {code: "I2"}, {code: "I3"}, {code: "I4"}}},
	{code: "202-2"},
	{code: "203-1"},
	{"203-2", []griLine{{code: "I1", by: "topic", key: "jobs"}, {code: "I1", by: "topic", key: "local_purchasing"}}},
	{"204-1", []griLine{{code: "I1", by: "topic", key: "local_purchasing"}}},
	{code: "404-1"},
	{"411-1", []griLine{{code: "E2", by: "group", key: "ethnic_community"}, {code: "I1", by: "topic", key: "human_rights"}, {code: "G1", by: "topic", key: "human_rights"}}},
	{"413-1", []griLine{{code: "E7"}, {code: "E7", part: "covered"}, {code: "E7", part: "not_covered"}, {code: "E1"}, {code: "C1"}, {code: "C2"}, {code: "C4"}, {code: "G1"}}},
	{"413-2", []griLine{{code: "I1"}, {code: "I1", by: "topic", key: griEvery}, {code: "G1"}, {code: "G1", by: "topic", key: griEvery}, {code: "G1", by: "severity", key: griEvery}}},
}

// buildGRI makes the sheet of the GRI disclosures that this register knows something of: an index, then each disclosure with its figures, which
// lead to their evidence, and in plain words what is not recorded. It names nobody.
func buildGRI(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	in, err := gather(ctx, from, ask.Period, ask.Restricted, ask.Made)
	if err != nil {
		return doc.Document{}, err
	}
	d := opened(in, false, p.T("report.gri.title"), p)
	d.Blocks = append(d.Blocks, doc.Paragraph{Text: p.T("report.gri.about")}, griIndex(p))
	var codes []string
	for _, x := range disclosures {
		d.Blocks = append(d.Blocks, x.blocks(in, p)...)
		for _, l := range x.lines {
			codes = append(codes, l.code)
		}
	}
	d.Blocks = append(d.Blocks, gaps(in, p)...)
	d.Blocks = append(d.Blocks, only(in, p, codes...)...)
	return closed(d, in, false, p), nil
}

// griIndex says of each disclosure whether this sheet knows anything of it, and leads there.
func griIndex(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.gri.index"), Columns: []doc.Column{{Title: p.T("report.gri.disclosure"), Fit: true}, {Title: p.T("report.column.title"), Share: 5}, {Title: p.T("report.gri.here"), Share: 2.4}}}
	for _, x := range disclosures {
		here := p.T("report.gri.partly")
		if len(x.lines) == 0 {
			here = p.T("report.programme.none")
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T("GRI " + x.code).To(anchor("GRI", x.code)), doc.T(p.T("report.gri." + x.code + ".title")), doc.T(here)}})
	}
	return t
}

// blocks are those of one disclosure.
func (x disclosure) blocks(in Input, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Heading{Level: 1, Text: "GRI " + x.code + " · " + p.T("report.gri."+x.code+".title"), Anchor: anchor("GRI", x.code)}}
	if x.code == "2-25" {
		out = append(out, complaints{Input: in}.targets(p))
	}
	if len(x.lines) > 0 {
		out = append(out, x.table(in, p))
	}
	return append(out, doc.Paragraph{Text: p.T("report.gri.missing", "What", p.T("report.gri."+x.code+".missing"))})
}

// table are the figures of a disclosure, each leading to its evidence, beside those of the period before.
func (x disclosure) table(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Name: "GRI " + x.code, Columns: []doc.Column{{Title: p.T("report.gri.evidence"), Fit: true}, {Title: p.T("report.column.figure"), Share: 4}, {Title: p.T("report.column.value"), Share: 1, Align: doc.Right},
		{Title: p.T("report.column.from"), Share: 1.2, Align: doc.Right}}}
	compare := in.comparable()
	if compare {
		t.Columns = append(t.Columns, doc.Column{Title: p.T("report.column.before"), Share: 1, Align: doc.Right})
	}
	for _, l := range x.lines {
		for _, r := range l.rows(in, p) {
			from := ""
			if r.now.Share {
				from = of(r.now, p)
			}
			cells := []doc.Cell{doc.T(l.code).To(r.at), doc.T(r.label), ratio(r.now, p).To(r.at), doc.T(from)}
			if compare {
				cells = append(cells, ratio(r.before, p))
			}
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
	}
	return t
}
