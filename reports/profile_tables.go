package reports

import (
	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// relations list organisations, members and others it stands in a relation to.
func (r profile) relations(p *i18n.Printer) []doc.Block {
	name := p.T("report.profile.relations")
	t := doc.Table{Name: name, Columns: []doc.Column{{Title: p.T("report.profile.with"), Share: 4}, {Title: p.T("report.profile.how"), Share: 3}, {Title: p.T("report.profile.time"), Share: 2.5}}}
	add := func(id data.ID, how string, from, to data.Date) {
		if s := r.others[id]; s != nil {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(s.Name), doc.T(how), doc.T(lasting(from, to, p))}})
		}
	}
	for _, x := range r.Memberships {
		add(x.Organisation, x.Role, x.From, x.To)
	}
	for _, x := range r.members {
		add(x.Stakeholder, x.Role, x.From, x.To)
	}
	for _, x := range r.Relations {
		how := ""
		if x.Kind != "" {
			how = p.Term(data.RelationKinds.List, x.Kind)
		}
		add(x.Other, how, x.From, x.To)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Heading{Level: 1, Text: name}, t}
}

// lasting says since and until when, as far as it is known.
func lasting(from, to data.Date, p *i18n.Printer) string {
	switch {
	case from != "" && to != "":
		return p.T("stakeholder.span", "From", p.Day(from), "To", p.Day(to))
	case from != "":
		return p.T("stakeholder.since", "From", p.Day(from))
	case to != "":
		return p.T("stakeholder.until", "To", p.Day(to))
	}
	return ""
}

// meetings list what they came to.
func (r profile) meetings(p *i18n.Printer) []doc.Block {
	name := p.T("report.profile.met")
	t := doc.Table{Name: name, Empty: p.T("report.profile.none"), Columns: []doc.Column{{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.record"), Fit: true},
		{Title: p.T("report.column.title"), Share: 5}, {Title: p.T("report.column.kind"), Share: 2}, {Title: p.T("report.column.place"), Share: 2}}}
	for _, e := range r.met {
		place := inScript(e.SettlementName, p)
		if p.Lang() == i18n.SerbianCyrillic && e.SettlementCyrl != "" {
			place = e.SettlementCyrl
		}
		kind := ""
		if e.Kind != "" {
			kind = p.Term(data.EngagementKinds.List, e.Kind)
		}
		day := e.Start.HomeDate()
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.D(day, p.Day(day)), doc.T(e.Number), doc.T(e.Title), doc.T(kind), doc.T(place)}})
	}
	if n := len(r.met); n > 0 {
		t.Rows = append(t.Rows, doc.Row{Total: true, Cells: []doc.Cell{doc.T(p.T("report.total")), {}, doc.T(p.N("report.engagements", n)), {}, {}}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: name}, t}
}

// follows list what was raised, promised or complained of, with when it was settled and told back.
func (r profile) follows(title string, rows []data.FollowRow, p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T(title), Empty: p.T("report.profile.none"), Columns: []doc.Column{{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.record"), Fit: true},
		{Title: p.T("briefing.what"), Share: 5}, {Title: p.T("follow.due"), Fit: true}, {Title: p.T("report.profile.ended"), Fit: true}, {Title: p.T("report.column.told"), Fit: true}}}
	day := func(on data.Date) doc.Cell {
		if on == "" {
			return doc.Cell{}
		}
		return doc.D(on, p.Day(on))
	}
	for _, x := range rows {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{day(x.On), doc.T(x.Number), doc.T(x.Text), day(x.Due), day(x.EndedOn), day(x.ToldOn)}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T(title)}, t}
}

// words are what they said last, in the words it was written.
func (r profile) words(p *i18n.Printer) []doc.Block {
	if len(r.said) == 0 {
		return nil
	}
	out := []doc.Block{doc.Heading{Level: 1, Text: p.T("briefing.last_words")}}
	for _, w := range r.said {
		out = append(out, doc.Paragraph{Text: quoted(data.CleanLine(w.Said), p) + " – " + p.Day(w.On) + ", " + w.Number})
	}
	return out
}
