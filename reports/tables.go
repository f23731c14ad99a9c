package reports

import (
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// splitTables tell E2 and E3 apart in numbers, beside the period before.
func splitTables(in Input, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Heading{Level: 1, Text: p.T("report.split")}}
	for _, x := range []struct{ code, by, title string }{
		{"E2", "group", "report.chart.groups"},
		{"E3", "settlement", "report.chart.settlements"},
		{"E3", "kind", "report.chart.kinds"},
		{"E3", "month", "report.chart.by_month"},
	} {
		now, before := split(figure(in.Figures, x.code), x.by), split(figure(in.Before, x.code), x.by)
		if x.by == "month" && len(now.Rows) < 2 {
			continue
		}
		t := doc.Table{Title: x.code + " · " + p.T(x.title), Empty: p.T("report.no_rows"), Columns: []doc.Column{
			{Title: p.T("report.by." + x.by), Share: 4},
			{Title: p.T("report.column.engagements"), Share: 1, Align: doc.Right},
			{Title: p.T("report.column.share"), Share: 1, Align: doc.Right},
		}}
		compare := x.by != "month" && in.comparable()
		if compare {
			t.Columns = append(t.Columns, doc.Column{Title: p.T("report.column.before"), Share: 1, Align: doc.Right}, doc.Column{Title: p.T("report.column.change"), Share: 1, Align: doc.Right})
		}
		all := figure(in.Figures, "E1").Numerator
		rows := largest(now)
		if x.by == "month" {
			rows = now.Rows
		}
		for _, r := range rows {
			cells := []doc.Cell{doc.T(in.label(x.by, r, p)), number(r.Numerator, p).To(anchor(x.code, x.by, r.Key)), ratio(indicator.Share(r.Numerator, all), p)}
			if compare {
				b := row(before, r.Key).Numerator
				cells = append(cells, number(b, p), doc.N(float64(r.Numerator-b), change(r.Numerator-b, p)))
			}
			t.Rows = append(t.Rows, doc.Row{Cells: cells})
		}
		total := []doc.Cell{doc.T(p.T("report.total")), number(all, p)}
		if x.code == "E2" {
			total[0] = doc.T(p.T("report.held_overlap"))
		}
		t.Rows = append(t.Rows, doc.Row{Total: true, Cells: total})
		out = append(out, t)
	}
	return append(out, people(in, p))
}

// people shows the parts of E4 and E5.
func people(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: "E4, E5 · " + p.T("report.people"), Columns: []doc.Column{
		{Title: p.T("report.column.who"), Share: 4}, {Title: p.T("report.column.number"), Share: 1, Align: doc.Right},
	}}
	if in.comparable() {
		t.Columns = append(t.Columns, doc.Column{Title: p.T("report.column.before"), Share: 1, Align: doc.Right})
	}
	for _, x := range []struct{ code, key string }{{"E4", "named"}, {"E4", "headcount"}, {"E4", "distinct"}, {"E5", "women"}, {"E5", "men"}, {"E5", "undeclared"}} {
		now, before := part(figure(in.Figures, x.code), x.key), part(figure(in.Before, x.code), x.key)
		cells := []doc.Cell{doc.T(p.T("figure.part." + x.key)), number(now.Numerator, p).To(anchor(x.code))}
		if in.comparable() {
			cells = append(cells, number(before.Numerator, p))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// meetings list every engagement held, with who came.
func meetings(in Input, p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.meetings"), Empty: p.T("report.know.none"), Columns: []doc.Column{
		{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true},
		{Title: p.T("report.column.title"), Share: 4},
		{Title: p.T("report.column.place"), Share: 2.8}, {Title: p.T("report.column.kind"), Under: true},
		{Title: p.T("report.column.came"), Share: 5},
		{Title: p.T("report.column.people"), Fit: true, Align: doc.Right},
	}}
	for _, e := range in.Engagements {
		place := in.place(e.Settlement, p)
		if place == "" {
			place = e.Venue
		}
		who, named := in.came(e, p)
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.D(data.DateOf(e.Start.At.In(data.HomeZone())), p.Date(e.Start.At.In(data.HomeZone()))), doc.T(e.Number), doc.T(e.Title), doc.T(place),
			doc.T(p.Term(data.EngagementKinds.List, e.Kind)), doc.T(who), number(named+e.Headcount(), p)}})
	}
	if n := len(in.Engagements); n > 0 {
		t.Rows = append(t.Rows, doc.Row{Total: true, Cells: []doc.Cell{doc.T(p.N("report.engagements", n)), {}, {}, {}, {}, {}, number(figure(in.Figures, "E4").Numerator, p)}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.meetings")}, t}
}

// came names who came to an engagement, each once, in the capacity in which they spoke; whom a report must not name is not counted either.
func (in Input) came(e *data.Engagement, p *i18n.Printer) (text string, named int) {
	var who []string
	seen := map[data.ID]bool{}
	for _, a := range e.Attendance {
		s := in.Stakeholders[a.Stakeholder]
		if s == nil || seen[a.Stakeholder] {
			continue
		}
		seen[a.Stakeholder] = true
		name := s.Name
		if a.Capacity != "" {
			name += " (" + a.Capacity + ")"
		}
		who = append(who, name)
	}
	named = len(who)
	text = strings.Join(who, "; ")
	if n := e.Headcount(); n > 0 {
		if named > 0 {
			text += " + "
		}
		text += p.N("report.headcount", n)
	}
	return text, named
}

// next lists the meetings that were agreed for after the period.
func next(in Input, p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.next"), Columns: []doc.Column{
		{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.place"), Share: 2}, {Title: p.T("report.column.title"), Share: 4},
		{Title: p.T("report.column.steps"), Share: 5}, {Title: p.T("report.column.record"), Fit: true},
	}}
	for _, e := range in.Engagements {
		if e.NextMeeting > in.Period.To {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.D(e.NextMeeting, p.Day(e.NextMeeting)), doc.T(in.place(e.Settlement, p)), doc.T(e.Title), doc.T(short(e.NextSteps)), doc.T(e.Number)}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.next")}, t}
}
