package reports

import (
	"context"
	"strconv"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// Who has this much influence and interest is managed closely; the corner of the map is shaded.
const highRating = 4

// mostOnMap is how many a map shows before it can no longer be read; the table beside it names all.
const mostOnMap = 150

// mostArrows is how many arrows do not hide the numbers yet.
const mostArrows = 40

// buildMap draws influence against interest at the end of a period, with who moved since before it, and lists whom it matters to meet and was
// not met. The public edition shows groups alone.
func buildMap(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	c, err := readChart(ctx, from, ask, p)
	if err != nil {
		return doc.Document{}, err
	}
	d := opened(c.Input, ask.Public, p.T("report.map.title"), p, p.T("report.map.as_of", "Day", p.Day(ask.Period.To)))
	if ask.Public {
		d.Blocks = append(d.Blocks, c.ofGroups(p)...)
		return closedNameless(ctx, from, d, c.Input, true, p)
	}
	d.Blocks = append(d.Blocks, c.summary(p))
	shown := c.rated[:min(len(c.rated), mostOnMap)]
	m, arrows := matrix(p), c.moved() <= mostArrows
	for i, r := range shown {
		label := strconv.Itoa(i + 1)
		pt := doc.Point{Label: label, Name: r.Name, X: r.now.interest, Y: r.now.influence, Link: "on_map." + label}
		if arrows && r.moved() {
			pt.WasX, pt.WasY = r.was.interest, r.was.influence
		}
		m.Points = append(m.Points, pt)
	}
	d.Blocks = append(d.Blocks, m)
	if len(shown) < len(c.rated) {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: p.T("report.map.cut", "N", p.Int(len(shown))), Small: true})
	}
	if !arrows {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: p.T("report.map.no_arrows"), Small: true})
	}
	d.Blocks = append(d.Blocks, c.named(p)...)
	d.Blocks = append(d.Blocks, c.notMet(p)...)
	return closed(d, c.Input, false, p), nil
}

// matrix is the empty map.
func matrix(p *i18n.Printer) doc.Matrix {
	grades := []string{"1 " + p.T("report.map.low"), "2", "3", "4", "5 " + p.T("report.map.high")}
	return doc.Matrix{Title: p.T("report.map.matrix"), Across: p.T("assessment.interest"), Up: p.T("assessment.influence"), Columns: grades, Rows: grades, Empty: p.T("report.map.none"),
		HighFrom: highRating, UpFrom: highRating}
}

// summary says in sentences what the map shows.
func (c chart) summary(p *i18n.Printer) doc.List {
	near := 0
	for _, r := range c.rated {
		if r.now.influence >= highRating && r.now.interest >= highRating {
			near++
		}
	}
	items := []string{p.T("report.map.rated", "N", p.Int(len(c.rated)), "Total", p.Int(len(c.rated)+c.unrated)), p.T("report.map.close", "N", p.Int(near)), p.T("report.map.moved", "N", p.Int(c.moved()))}
	if e8 := figure(c.Figures, "E8"); e8.Value != nil {
		items = append(items, p.T("report.map.met", "Share", Ratio(e8.Ratio, p), "Of", of(e8.Ratio, p)))
	}
	return doc.List{Items: items}
}

// moved counts those that stand elsewhere than before the period.
func (c chart) moved() (n int) {
	for _, r := range c.rated {
		if r.moved() {
			n++
		}
	}
	return n
}

// named says who the numbers on the map are.
func (c chart) named(p *i18n.Printer) []doc.Block {
	if len(c.rated) == 0 {
		return nil
	}
	t := doc.Table{Name: p.T("report.map.who"), Columns: []doc.Column{{Title: "№", Fit: true, Align: doc.Right}, {Title: p.T("stakeholder.name"), Share: 4}, {Title: p.T("stakeholder.groups"), Share: 3},
		{Title: p.T("assessment.influence"), Fit: true, Align: doc.Right}, {Title: p.T("assessment.interest"), Fit: true, Align: doc.Right}, {Title: p.T("report.map.before"), Fit: true},
		{Title: p.T("assessment.position"), Share: 1.8}, {Title: p.T("report.map.engagements"), Fit: true, Align: doc.Right}}}
	for i, r := range c.rated {
		before := ""
		switch {
		case !r.was.known():
			before = p.T("report.map.new")
		case r.moved():
			before = p.Int(r.was.influence) + " × " + p.Int(r.was.interest)
		}
		position := ""
		if r.position != "" {
			position = p.Term(data.Positions.List, r.position)
		}
		t.Rows = append(t.Rows, doc.Row{Anchor: "on_map." + strconv.Itoa(i+1), Cells: []doc.Cell{number(i+1, p), doc.T(r.Name), doc.T(groupsOf(r.Stakeholder, p)), number(r.now.influence, p), number(r.now.interest, p),
			doc.T(before), doc.T(position), number(r.met, p)}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.map.who")}, t}
}

// notMet lists who is of priority and came to nothing in the period.
func (c chart) notMet(p *i18n.Printer) []doc.Block {
	name := p.T("report.map.missing")
	t := doc.Table{Name: name, Empty: p.T("report.map.missing.none"), Columns: []doc.Column{{Title: p.T("stakeholder.name"), Share: 4}, {Title: p.T("stakeholder.groups"), Share: 4}, {Title: p.T("stakeholder.settlement"), Share: 2},
		{Title: p.T("assessment.influence"), Fit: true, Align: doc.Right}, {Title: p.T("stakeholder.manager"), Share: 2}}}
	if figure(c.Figures, "E8").Denominator == 0 {
		t.Empty = p.T("report.map.missing.nobody")
	}
	for _, s := range c.missing {
		influence := doc.Cell{}
		if r, _ := ratingAt(s.Assessments, c.Period.To); r.influence > 0 {
			influence = number(r.influence, p)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(s.Name), doc.T(groupsOf(s, p)), doc.T(c.place(s.Settlement, p)), influence, doc.T(s.Manager)}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: name}, doc.Paragraph{Text: p.T("report.map.missing.who"), Small: true}, t}
}

// groupsOf are the groups of a stakeholder in the reader's language.
func groupsOf(s *data.Stakeholder, p *i18n.Printer) string {
	var out []string
	for _, g := range s.Groups {
		out = append(out, p.Term(data.Groups.List, g))
	}
	return list(out, len(out), p)
}
