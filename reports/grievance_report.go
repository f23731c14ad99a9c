package reports

import (
	"context"
	"time"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/calendar"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// complaints is a period with the grievances that it is about: received in it, open at its end, closed or late in it.
type complaints struct {
	Input
	all    []complaint
	months []complaintMonth
	days   *calendar.Calendar
}

// complaint is a grievance with what the figures know of it, and what of it was late.
type complaint struct {
	*data.Grievance
	known *indicator.Grievance
	late  []indicator.Late
	who   []data.KnownName // the complainant, and who brought it: named nowhere
}

// complaintMonth is a month of the trend.
type complaintMonth struct {
	first                  time.Time
	received, closed, open int
}

// buildGrievances makes the report on grievances (GRI 2-25): the figures, what was complained of, the register with every step and limit,
// every late case explained, the trend, and how people may complain. It names no complainant. The public edition has neither the register nor
// counts that could point at a person.
func buildGrievances(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	c, err := readComplaints(ctx, from, ask)
	if err != nil {
		return doc.Document{}, err
	}
	d := opened(c.Input, ask.Public, p.T("report.complaints.title"), p)
	d.Blocks = append(d.Blocks, c.tiles(ask.Public, p), doc.Heading{Level: 1, Text: p.T("report.complaints.told")})
	d.Blocks = append(d.Blocks, c.targets(p))
	d.Blocks = append(d.Blocks, c.splits(ask.Public, p)...)
	d.Blocks = append(d.Blocks, c.trend(ask.Public, p)...)
	if !ask.Public {
		d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.complaints.register")}, c.register(p))
	}
	d.Blocks = append(d.Blocks, c.explained(ask.Public, p)...)
	d.Blocks = append(d.Blocks, complainHow(c.Input, p)...)
	if ask.Public {
		return closedNameless(ctx, from, d, c.Input, true, p)
	}
	d.Blocks = append(d.Blocks, only(c.Input, p, "G1", "G2", "G3", "G4", "G5", "G6", "G7")...)
	return closed(d, c.Input, false, p), nil
}

func readComplaints(ctx context.Context, from Source, ask Ask) (c complaints, err error) {
	if c.Input, err = gather(ctx, from, ask.Period, ask.Restricted && !ask.Public, ask.Made); err != nil {
		return c, err
	}
	if c.days, err = from.Calendar(ctx); err != nil {
		return c, err
	}
	late := map[data.ID][]indicator.Late{}
	for _, l := range c.Set.Late() {
		late[l.ID] = append(late[l.ID], l)
	}
	for i := range c.Set.Grievances {
		g := &c.Set.Grievances[i]
		on, _ := g.ClosedAt(c.Period.To)
		if !c.within(g.ReceivedOn) && !g.OpenAt(c.Period.To) && !c.within(on) && len(late[g.ID]) == 0 {
			continue
		}
		record, err := from.Grievance(ctx, g.ID)
		if err != nil {
			return c, err
		}
		who, err := complainants(ctx, from, record)
		if err != nil {
			return c, err
		}
		c.all = append(c.all, complaint{record, g, late[g.ID], who})
	}
	c.months = trendOf(c.Set)
	return c, nil
}

// complainants are the names that what was written about a grievance may hold.
func complainants(ctx context.Context, from Source, g *data.Grievance) (out []data.KnownName, err error) {
	for _, id := range []data.ID{g.Stakeholder, g.ThirdParty} {
		if id.IsZero() {
			continue
		}
		s, err := from.Stakeholder(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, data.KnownName{Name: s.Name, Others: s.OtherNames})
	}
	return out, nil
}

// trendOf counts the twelve months that end with the period, as the figures do; the last month up to the period's end.
func trendOf(set *indicator.Dataset) (out []complaintMonth) {
	last := set.Period.To.Time(time.UTC)
	for back := 11; back >= 0; back-- {
		first := time.Date(last.Year(), last.Month()-time.Month(back), 1, 0, 0, 0, 0, time.UTC)
		of := *set
		of.Period = data.MonthOf(data.DateOf(first))
		of.Period.To = min(of.Period.To, set.Period.To)
		g4 := indicator.G4(&of)
		out = append(out, complaintMonth{first, indicator.G1(&of).Numerator, part(g4, "closed").Numerator, part(g4, "open").Numerator})
	}
	return out
}

// tiles are G1 to G7.
func (c complaints) tiles(public bool, p *i18n.Printer) doc.LeadFigures {
	var out doc.LeadFigures
	for _, code := range []string{"G1", "G2", "G3", "G4", "G5", "G6", "G7"} {
		f := figure(c.Figures, code)
		t := doc.Tile{Code: code, Label: p.T("report.complaints." + code), Link: code}
		if public {
			t.Value, t.Note = smallRatio(f.Ratio, p)
			if code == "G4" { // days, not people
				if t.Value, t.Note = p.T("report.public.too_few"), ""; part(f, "closed").Numerator == 0 || part(f, "closed").Numerator >= fewest {
					t.Value = Ratio(f.Ratio, p)
				}
			}
			out.Tiles = append(out.Tiles, t)
			continue
		}
		t.Value, t.Number, t.Percent = Ratio(f.Ratio, p), f.Value, f.Share
		if f.Share {
			t.Note = of(f.Ratio, p)
		}
		switch code {
		case "G1":
			t.Note = p.T("report.tile.G1.note", "N", p.Int(part(figure(c.Figures, "G4"), "open").Numerator))
		case "G4":
			t.Note = p.T("report.complaints.G4.note", "Late", Ratio(part(f, "days_p90").Ratio, p), "N", p.Int(part(f, "closed").Numerator))
		case "G5":
			t.Note += "\n" + p.T("report.complaints.G5.note", "Share", Ratio(part(f, "remedied").Ratio, p))
		case "G6":
			t.Note += "\n" + p.T("report.complaints.G6.note", "Asked", of(part(f, "asked").Ratio, p))
		}
		out.Tiles = append(out.Tiles, t)
	}
	return out
}

func (c complaints) targets(p *i18n.Printer) doc.Paragraph {
	return doc.Paragraph{Text: p.T("report.complaints.targets", "Acknowledge", p.N("report.working_days", c.Targets.Acknowledge), "Respond", p.N("report.working_days", c.Targets.Respond), "Close", p.N("report.days", c.Targets.Close))}
}

// splits tell what was received apart in four ways.
func (c complaints) splits(public bool, p *i18n.Printer) (out []doc.Block) {
	if figure(c.Figures, "G1").Numerator == 0 {
		return []doc.Block{doc.Paragraph{Text: p.T("report.complaints.none")}}
	}
	one := func(by string) doc.Block {
		title := p.T("figure.by." + by)
		if public {
			return publicSplit(c.Input, p, "G1 · "+title, "G1", by)
		}
		return splitBars(c.Input, p, "G1 · "+title, "G1", by)
	}
	if public { // each alone: two tables of small counts crossed would tell more than either
		return []doc.Block{one("topic"), one("severity"), one("channel")}
	}
	return []doc.Block{doc.Beside{Left: one("topic"), Right: one("settlement")}, doc.Beside{Left: one("severity"), Right: one("channel")}}
}

// trend shows twelve months as lines, and in numbers for a workbook; the public sees numbers alone.
func (c complaints) trend(public bool, p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.complaints.trend"), Columns: []doc.Column{{Title: p.T("report.by.month"), Share: 2}, {Title: p.T("report.complaints.received"), Share: 1, Align: doc.Right},
		{Title: p.T("report.complaints.closed"), Share: 1, Align: doc.Right}, {Title: p.T("report.complaints.open"), Share: 1, Align: doc.Right}}}
	chart := doc.LineChart{Alt: t.Name, Lines: []doc.Line{{Name: p.T("report.complaints.received")}, {Name: p.T("report.complaints.closed")}, {Name: p.T("report.complaints.open")}}}
	some := false
	for i, m := range c.months {
		label := p.MonthShort(m.first)
		if i == 0 || m.first.Month() == time.January {
			label += " " + m.first.Format("2006")
		}
		chart.Labels = append(chart.Labels, label)
		cells := []doc.Cell{doc.T(p.Month(m.first))}
		for k, n := range []int{m.received, m.closed, m.open} {
			some = some || n > 0
			chart.Lines[k].Values, chart.Lines[k].Texts = append(chart.Lines[k].Values, float64(n)), append(chart.Lines[k].Texts, p.Int(n))
			if public {
				cells = append(cells, small(n, p))
			} else {
				cells = append(cells, number(n, p))
			}
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	out := []doc.Block{doc.Heading{Level: 1, Text: t.Name}}
	if !some {
		return append(out, doc.Paragraph{Text: p.T("report.complaints.no_trend")})
	}
	if !public {
		out = append(out, chart)
	}
	return append(out, t)
}

// complainHow tells people the rules (PS1 §35).
func complainHow(in Input, p *i18n.Printer) []doc.Block {
	var ways []string
	for _, code := range data.Channels.Codes {
		ways = append(ways, p.Term(data.Channels.List, code))
	}
	items := []string{p.T("report.how.ways", "List", list(ways, len(ways), p))}
	for _, rule := range []string{"cost", "anonymous", "retribution", "courts", "appeal", "withdraw", "told"} {
		items = append(items, p.T("report.how."+rule))
	}
	items = append(items, p.T("report.how.limits", "Acknowledge", p.N("report.working_days", in.Targets.Acknowledge), "Respond", p.N("report.working_days", in.Targets.Respond), "Close", p.N("report.days", in.Targets.Close)))
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.how")}, doc.List{Items: items}}
}
