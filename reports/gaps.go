package reports

import (
	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// gaps say what is not recorded, so that a reader knows how far the figures reach, and an officer what to complete.
func gaps(in Input, p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.gaps"), Empty: p.T("report.gaps.none"), Columns: []doc.Column{
		{Title: p.T("report.column.gap"), Share: 4}, {Title: p.T("report.column.number"), Share: 0.8, Align: doc.Right}, {Title: p.T("report.column.of"), Share: 0.8, Align: doc.Right},
		{Title: p.T("report.column.records"), Share: 6}}}
	end := in.Period.To
	raised := func(x indicator.Issue) bool { return in.within(x.RaisedOn) }
	promised := func(c indicator.Commitment) bool { return c.OpenAt(end) }
	received := func(g indicator.Grievance) bool { return in.within(g.ReceivedOn) }
	held := func(*data.Engagement) bool { return true }
	found := []gap{
		gapOf("engagement_settlement", in.Engagements, held, func(e *data.Engagement) (string, bool) { return e.Number, e.Settlement.IsZero() }),
		gapOf("engagement_people", in.Engagements, held, func(e *data.Engagement) (string, bool) { return e.Number, len(e.Attendance) == 0 && e.Headcount() == 0 }),
		gapOf("engagement_points", in.Engagements, held, func(e *data.Engagement) (string, bool) { return e.Number, len(e.Points) == 0 }),
		gapOf("issue_topic", in.Set.Issues, raised, func(x indicator.Issue) (string, bool) { return x.Number, x.Topic == "" }),
		gapOf("issue_settlement", in.Set.Issues, raised, func(x indicator.Issue) (string, bool) { return x.Number, x.Settlement.IsZero() }),
		gapOf("issue_owner", in.Set.Issues, raised, func(x indicator.Issue) (string, bool) { return x.Number, x.Owner == "" && x.OpenAt(end) }),
		gapOf("promise_due", in.Set.Commitments, promised, func(c indicator.Commitment) (string, bool) { return c.Number, c.DueAt(end) == "" }),
		gapOf("promise_owner", in.Set.Commitments, promised, func(c indicator.Commitment) (string, bool) { return c.Number, c.Owner == "" }),
		gapOf("grievance_topic", in.Set.Grievances, received, func(g indicator.Grievance) (string, bool) { return g.Number, g.Topic == "" }),
		gapOf("grievance_settlement", in.Set.Grievances, received, func(g indicator.Grievance) (string, bool) { return g.Number, g.Settlement.IsZero() }),
		gapOf("grievance_severity", in.Set.Grievances, received, func(g indicator.Grievance) (string, bool) { return g.Number, g.Severity == "" }),
		gapOf("grievance_channel", in.Set.Grievances, received, func(g indicator.Grievance) (string, bool) { return g.Number, g.Channel == "" }),
		gapOf("grievance_owner", in.Set.Grievances, received, func(g indicator.Grievance) (string, bool) { return g.Number, g.Owner == "" && g.OpenAt(end) }),
	}
	u := part(figure(in.Figures, "E5"), "undeclared_share")
	for _, g := range append(found, gap{what: "sex", lack: u.Numerator, all: u.Denominator}) {
		if g.lack > 0 {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.T("report.gap." + g.what)), number(g.lack, p), number(g.all, p), doc.T(list(g.records, mostNamed, p))}})
		}
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.gaps")}, t}
}

// gap is something that some records lack.
type gap struct {
	what      string // message
	lack, all int
	records   []string // that lack it
}

// gapOf looks through those of a list that count.
func gapOf[T any](what string, of []T, counts func(T) bool, lacks func(T) (number string, yes bool)) gap {
	g := gap{what: what}
	for _, x := range of {
		if !counts(x) {
			continue
		}
		g.all++
		if number, yes := lacks(x); yes {
			g.lack, g.records = g.lack+1, append(g.records, number)
		}
	}
	return g
}
