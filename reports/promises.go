package reports

import (
	"cmp"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// promises tell what was promised, what was kept, what is overdue and at whom, and what people were not told of.
func promises(in Input, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Heading{Level: 1, Text: p.T("report.promises")}}
	if len(in.Promises) == 0 && figure(in.Figures, "C1").Numerator == 0 && figure(in.Figures, "C2").Denominator == 0 && figure(in.Figures, "C4").Denominator == 0 {
		return append(out, doc.Paragraph{Text: p.T("report.promises.none")})
	}
	out = append(out, figureTable(in, p, "C1–C4 · "+p.T("report.promises.figures"), line{"C1", ""}, line{"C2", ""}, line{"C2", "revised"}, line{"C3", ""}, line{"C3", "median_days"}, line{"C4", ""}))
	if t := ownersTable(in, p); len(t.Rows) > 0 {
		out = append(out, t)
	}
	return append(out, openPromises(in, p), untoldPromises(in, p))
}

// ownersTable tells who sees to the promises that are overdue.
func ownersTable(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: "C3 · " + p.T("report.promises.by_owner"), Columns: []doc.Column{{Title: p.T("report.by.owner"), Share: 4}, {Title: p.T("report.promises.overdue"), Share: 1, Align: doc.Right}}}
	for _, r := range split(figure(in.Figures, "C3"), "owner").Rows {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(in.label("owner", r, p)), number(r.Numerator, p).To(anchor("C3", "owner", r.Key))}})
	}
	return t
}

// openPromises are those open at the end of the period, the longest overdue first, those without a date last.
func openPromises(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("report.promises.open"), Empty: p.T("report.promises.none_open"), Columns: []doc.Column{
		{Title: p.T("follow.due"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.promise"), Share: 5},
		{Title: p.T("recipient.stakeholder"), Share: 3}, {Title: p.T("commitment.owner"), Share: 2}, {Title: p.T("follow.state"), Share: 2}}}
	end := in.Period.To
	due := func(c *data.Commitment) data.Date { return cmp.Or(dueAt(c, end), "9999") }
	open := slices.DeleteFunc(slices.Clone(in.Promises), func(c *data.Commitment) bool { return !openAt(c, end) })
	slices.SortStableFunc(open, func(a, b *data.Commitment) int {
		return cmp.Or(cmp.Compare(due(a), due(b)), cmp.Compare(a.Number, b.Number))
	})
	for _, c := range open {
		at := dueAt(c, end)
		when, state := p.T("follow.no_due"), p.T("commitment.status.open")
		if at != "" {
			when = p.Day(at)
		}
		if at != c.Due {
			state = p.T("report.promises.moved", "Due", p.Day(c.Due))
		}
		if at != "" && at < end {
			late := p.N("follow.overdue", data.Period{From: at, To: end}.Days()-1)
			if at != c.Due {
				late += "; " + state
			}
			state = late
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(when), doc.T(c.Number), doc.T(short(c.Promise)), doc.T(in.toWhom(c, p)), doc.T(c.Owner), doc.T(state)}})
	}
	return t
}

// untoldPromises are those done in the period of which nobody was told.
func untoldPromises(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("report.promises.untold"), Empty: p.T("report.promises.all_told"), Columns: []doc.Column{
		{Title: p.T("commitment.done_on"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.promise"), Share: 5},
		{Title: p.T("recipient.stakeholder"), Share: 3}, {Title: p.T("commitment.owner"), Share: 2}}}
	for _, r := range part(figure(in.Figures, "C4"), "untold").Evidence {
		for _, c := range in.Promises {
			if c.ID == r.ID {
				t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.Day(c.DoneOn)), doc.T(c.Number), doc.T(short(c.Promise)), doc.T(in.toWhom(c, p)), doc.T(c.Owner)}})
			}
		}
	}
	return t
}

// toWhom names those a promise was made to and who may be named, else the place.
func (in Input) toWhom(c *data.Commitment, p *i18n.Printer) string {
	var names []string
	for _, r := range c.Recipients {
		if s := in.Stakeholders[r.Stakeholder]; s != nil {
			names = append(names, s.Name)
		}
	}
	if place := in.place(c.Settlement, p); place != "" {
		names = append(names, place)
	}
	return strings.Join(names, ", ")
}

// dueAt is the latest due date as it was known at the end of a day.
func dueAt(c *data.Commitment, day data.Date) data.Date {
	then := *c
	then.Revisions = slices.DeleteFunc(slices.Clone(c.Revisions), func(r *data.Revision) bool { return r.On > day })
	return then.LatestDue()
}

// openAt tells whether a promise was neither done nor withdrawn by the end of a day.
func openAt(c *data.Commitment, day data.Date) bool {
	ended := func(on data.Date) bool { return on != "" && on <= day }
	return !ended(c.DoneOn) && !ended(c.WithdrawnOn)
}
