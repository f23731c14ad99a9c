package reports

import (
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// attended lists who came and is named.
func (m meeting) attended(t tongues) []doc.Block {
	name := t.say("report.minutes.attended")
	table := doc.Table{Name: name, Empty: t.say("report.minutes.attended.none"), Columns: []doc.Column{{Title: "№", Fit: true, Align: doc.Right}, {Title: t.say("attendance.stakeholder"), Share: 4},
		{Title: t.say("attendance.capacity"), Share: 3}, {Title: t.say("membership.organisation"), Share: 3}, {Title: t.say("attendance.signed"), Share: 1.4}}}
	for _, a := range m.Attendance {
		s := m.people[a.Stakeholder]
		if s == nil {
			continue
		}
		signed := "common.no"
		if a.Signed {
			signed = "common.yes"
		}
		n := len(table.Rows) + 1
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{number(n, t.first), doc.T(s.Name), doc.T(a.Capacity), doc.T(m.belongs[a.Stakeholder]), doc.T(t.say(signed))}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: name}, table}
}

// discussed lists the points, each with what it became.
func (m meeting) discussed(t tongues) []doc.Block {
	name := t.say("report.minutes.points")
	table := doc.Table{Name: name, Empty: t.say("report.minutes.points.none"), Columns: []doc.Column{{Title: "№", Fit: true, Align: doc.Right},
		{Title: t.say("point.topic"), Share: 2.2}, {Title: t.say("point.raised_by"), Under: true}, {Title: t.say("point.said"), Share: 4},
		{Title: t.say("point.answer"), Share: 4}, {Title: t.say("report.minutes.satisfied"), Share: 1.6, Min: 20}, {Title: t.say("report.minutes.became"), Fit: true}}}
	for i, x := range m.Points {
		by := ""
		if s := m.people[x.RaisedBy]; s != nil {
			by = s.Name
		}
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{number(i+1, t.first), doc.T(t.term(data.Topics, x.Topic)), doc.T(by), doc.T(x.Said), doc.T(x.Answer),
			doc.T(t.term(data.Satisfaction, x.Satisfied)), doc.T(strings.Join(m.from[x.ID], "\n"))}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: name}, table}
}

// agreed lists what came of the meeting: by whom and by when.
func (m meeting) agreed(t tongues) []doc.Block {
	if len(m.became) == 0 {
		return nil
	}
	name := t.say("report.minutes.agreed")
	table := doc.Table{Name: name, Columns: []doc.Column{{Title: t.say("report.column.record"), Fit: true}, {Title: t.say("report.minutes.type"), Under: true},
		{Title: t.say("briefing.what"), Share: 6}, {Title: t.say("report.minutes.owner"), Share: 2}, {Title: t.say("follow.due"), Fit: true}}}
	for _, r := range m.became {
		due := doc.T(t.first.T("follow.no_due"))
		if r.Due != "" {
			due = doc.D(r.Due, t.first.Day(r.Due))
		}
		kind := t.each(func(p *i18n.Printer) string { return p.T("record." + r.Type) })
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{doc.T(r.Number), doc.T(kind), doc.T(r.Text), doc.T(r.Owner), due}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: name}, table}
}

// term is a word of a vocabulary in both languages, "" for none.
func (t tongues) term(v data.Vocabulary, code string) string {
	if code == "" {
		return ""
	}
	return t.each(func(p *i18n.Printer) string { return p.Term(v.List, code) })
}

// pictures are the photos, two in a row, with who did not say that photos of them may be shown.
func (m meeting) pictures(t tongues) (out []doc.Block) {
	if len(m.photos) == 0 {
		return nil
	}
	out = []doc.Block{doc.Appendix{Text: t.say("report.minutes.photos")}}
	var unasked []string
	for _, a := range m.Attendance {
		if s := m.people[a.Stakeholder]; s != nil && s.IsPerson() && !a.Photo {
			unasked = append(unasked, s.Name)
		}
	}
	if len(unasked) > 0 {
		out = append(out, t.both(func(p *i18n.Printer) []doc.Block {
			return []doc.Block{doc.Paragraph{Text: p.T("report.minutes.photos.unasked", "List", list(unasked, 12, p)), Small: true}}
		})...)
	}
	for i := 0; i < len(m.photos); i += 2 {
		if i+1 == len(m.photos) {
			out = append(out, m.photos[i].image())
			break
		}
		out = append(out, doc.Beside{Left: m.photos[i].image(), Right: m.photos[i+1].image()})
	}
	return out
}
