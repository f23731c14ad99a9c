package reports

import (
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// Summary is the engagement summary of a period, for a manager: on its first page the lead figures and what follows from them; then the
// figures told apart, every meeting with who came, what was raised, issues, promises and grievances, what people were told, what is not
// recorded, and the evidence behind each figure.
func Summary(in Input, p *i18n.Printer) doc.Document {
	d := doc.Document{
		Title: p.T("report.summary.title"), Subtitle: p.Span(in.Period), Period: p.Span(in.Period), Author: p.T("report.author"),
		Lang: string(p.Lang()), Made: in.Made, Words: words(p),
	}
	about := p.Span(in.Period)
	if s := days(in.Period, p); s != about {
		about += " · " + s
	}
	title := doc.Title{Text: d.Title, Lines: []string{about}}
	if in.Restricted {
		title.Lines = append(title.Lines, p.T("report.restricted_in"))
	}
	d.Blocks = append(d.Blocks, title, leadFigures(in, p))
	d.Blocks = append(d.Blocks, know(in, p)...)
	if len(in.Engagements) > 0 {
		d.Blocks = append(d.Blocks, charts(in, p)...)
		d.Blocks = append(d.Blocks, splitTables(in, p)...)
	}
	d.Blocks = append(d.Blocks, meetings(in, p)...)
	for _, section := range []func(Input, *i18n.Printer) []doc.Block{points, issues, promises, grievances, told, next, gaps} {
		d.Blocks = append(d.Blocks, section(in, p)...)
	}
	d.Blocks = append(d.Blocks, doc.Signatures{Lines: []string{p.T("report.prepared_by"), p.T("report.approved_by")}})
	d.Blocks = append(d.Blocks, evidence(in, p)...)
	d.Footer = p.T("report.footer", "Made", p.DateTime(in.Made.In(data.HomeZone())), "Print", doc.Fingerprint(d))
	if in.Restricted { // every page says so: pages come apart
		d.Footer = p.T("report.restricted_foot") + " · " + d.Footer
	}
	return d
}

// leadFigures are the figures a manager looks for first; each says what it was computed from and what it was in the period before.
func leadFigures(in Input, p *i18n.Printer) doc.LeadFigures {
	compare := in.comparable()
	tile := func(code, label string, now, before indicator.Ratio, note string) doc.Tile {
		if compare {
			if note != "" {
				note += "\n"
			}
			note += p.T("report.before", "Value", Ratio(before, p))
		}
		return doc.Tile{Code: code, Label: p.T(label), Value: Ratio(now, p), Number: now.Value, Percent: now.Share, Note: note, Link: code}
	}
	pair := func(code string) (now, before indicator.Figure) {
		return figure(in.Figures, code), figure(in.Before, code)
	}
	e1, b1 := pair("E1")
	e2, b2 := pair("E2")
	e3, b3 := pair("E3")
	e4, b4 := pair("E4")
	tiles := []doc.Tile{
		tile("E1", "report.tile.E1", e1.Ratio, b1.Ratio, ""),
		tile("E4", "report.tile.E4", e4.Ratio, b4.Ratio, p.T("report.tile.E4.note", "Named", p.Int(part(e4, "named").Numerator), "Headcount", p.Int(part(e4, "headcount").Numerator))),
		tile("E2", "report.tile.E2", part(e2, "stakeholders").Ratio, part(b2, "stakeholders").Ratio, p.T("report.tile.E2.note", "N", p.Int(recorded(split(e2, "group"))))),
		tile("E3", "report.tile.E3", indicator.Count(recorded(split(e3, "settlement"))), indicator.Count(recorded(split(b3, "settlement"))), ""),
	}
	for _, code := range []string{"E5", "E6", "E7", "E8"} {
		now, before := pair(code)
		note := of(now.Ratio, p)
		if code == "E5" {
			note += "\n" + p.T("report.tile.E5.note", "Share", Ratio(part(now, "undeclared_share").Ratio, p))
		}
		tiles = append(tiles, tile(code, "report.tile."+code, now.Ratio, before.Ratio, note))
	}
	for _, code := range []string{"I1", "I2", "C2", "C3", "G1", "G2", "G3", "G4"} {
		now, before := pair(code)
		note := ""
		switch {
		case now.Share:
			note = of(now.Ratio, p)
		case code == "G1":
			note = p.T("report.tile.G1.note", "N", p.Int(part(figure(in.Figures, "G4"), "open").Numerator))
		case code == "G4":
			note = p.T("report.tile.G4.note", "N", p.Int(part(now, "closed").Numerator))
		}
		tiles = append(tiles, tile(code, "report.tile."+code, now.Ratio, before.Ratio, note))
	}
	return doc.LeadFigures{Tiles: tiles}
}

// comparable tells whether anything is known of the period before; in the first months of a register nothing is.
func (in Input) comparable() bool { return figure(in.Before, "E1").Numerator > 0 }

// recorded counts the rows of a split that stand for something.
func recorded(s indicator.Split) int {
	n := 0
	for _, r := range s.Rows {
		if r.Key != "" {
			n++
		}
	}
	return n
}

// charts show the groups and kinds beside each other, below them the months; the months before the period are grey.
func charts(in Input, p *i18n.Printer) []doc.Block {
	e2, e3 := figure(in.Figures, "E2"), figure(in.Figures, "E3")
	bars := func(title, code string, s indicator.Split) doc.BarChart {
		b := doc.BarChart{Title: p.T(title), Empty: p.T("report.no_rows")}
		for _, r := range largest(s) {
			b.Bars = append(b.Bars, doc.Bar{Label: in.label(s.By, r, p), Values: []float64{float64(r.Numerator)}, Text: p.Int(r.Numerator), Link: anchor(code, s.By, r.Key)})
		}
		return b
	}
	months := doc.ColumnChart{Title: p.T("report.chart.by_month"), Empty: p.T("report.no_rows")}
	if len(in.Trend.Rows) > 0 && in.Trend.Rows[0].Key < string(in.Period.From[:7]) {
		months.Title = p.T("report.chart.months")
	}
	for _, r := range in.Trend.Rows {
		c := doc.Bar{Label: p.MonthShort(monthOf(r.Key)), Text: p.Int(r.Numerator)}
		if r.Key >= string(in.Period.From[:7]) {
			c.Values, c.Link = []float64{float64(r.Numerator)}, anchor("E3", "month", r.Key)
		} else {
			c.Values = []float64{0, 0, float64(r.Numerator)}
		}
		if m := monthOf(r.Key); m.Month() == 1 || r.Key == in.Trend.Rows[0].Key {
			if c.Label += "\u00A0" + m.Format("2006"); p.Lang() == i18n.Chinese {
				c.Label = p.Month(m)
			}
		}
		months.Columns = append(months.Columns, c)
	}
	return []doc.Block{
		doc.Beside{Left: bars("report.chart.groups", "E2", split(e2, "group")), Right: bars("report.chart.kinds", "E3", split(e3, "kind"))},
		months,
		bars("report.chart.settlements", "E3", split(e3, "settlement")),
	}
}

// largest sorts the rows of a split by count, those without a record of what they are last.
func largest(s indicator.Split) []indicator.Row {
	rows := slices.Clone(s.Rows)
	slices.SortStableFunc(rows, func(a, b indicator.Row) int {
		if (a.Key == "") != (b.Key == "") {
			if a.Key == "" {
				return 1
			}
			return -1
		}
		return b.Numerator - a.Numerator
	})
	return rows
}
