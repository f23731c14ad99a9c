package reports

import (
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// grievances tell what was received, how it stands against the targets, every late case, and what is open. They name no complainant and
// repeat no complaint: whoever may read those finds them under the number.
func grievances(in Input, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Heading{Level: 1, Text: p.T("report.grievances")}}
	g1, g4 := figure(in.Figures, "G1"), figure(in.Figures, "G4")
	late := in.Set.Late()
	if g1.Numerator == 0 && part(g4, "closed").Numerator == 0 && part(g4, "open").Numerator == 0 && len(late) == 0 {
		return append(out, doc.Paragraph{Text: p.T("report.grievances.none")})
	}
	out = append(out,
		doc.Paragraph{Text: p.T("report.grievances.targets", "Acknowledge", p.N("report.working_days", in.Targets.Acknowledge), "Respond", p.N("report.working_days", in.Targets.Respond),
			"Close", p.N("report.days", in.Targets.Close))},
		figureTable(in, p, "G1–G7 · "+p.T("report.grievances.figures"), line{"G1", ""}, line{"G2", ""}, line{"G3", ""}, line{"G4", ""}, line{"G4", "days_p90"}, line{"G4", "closed"}, line{"G4", "open"},
			line{"G4", "open_age"}, line{"G5", ""}, line{"G5", "remedied"}, line{"G6", ""}, line{"G6", "asked"}, line{"G7", ""}))
	if g1.Numerator > 0 {
		bars := func(by string) doc.Block { return splitBars(in, p, "G1 · "+p.T("figure.by."+by), "G1", by) }
		out = append(out, doc.Beside{Left: bars("topic"), Right: bars("settlement")}, doc.Beside{Left: bars("severity"), Right: bars("channel")})
	}
	return append(out, lateGrievances(in, late, p), openGrievances(in, p))
}

// lateGrievances explain each late case: what was late, since when and by how much.
func lateGrievances(in Input, late []indicator.Late, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("report.grievances.late"), Empty: p.T("report.grievances.none_late"), Columns: []doc.Column{
		{Title: p.T("report.column.received"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.what_late"), Share: 3},
		{Title: p.T("report.column.limit"), Fit: true}, {Title: p.T("report.column.happened"), Fit: true}, {Title: p.T("report.column.days_late"), Share: 1.4, Align: doc.Right},
		{Title: p.T("grievance.topic"), Share: 3}, {Title: p.T("grievance.settlement"), Share: 2, Under: true}, {Title: p.T("report.by.owner"), Share: 2}}}
	for _, l := range late {
		done := doc.T(p.T("report.grievances.not_yet"))
		if l.Done != "" {
			done = dayCell(l.Done, p)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(l.ReceivedOn, p), doc.T(l.Number), doc.T(p.T("report.late." + l.What)), dayCell(l.Limit, p), done, number(l.Days, p),
			doc.T(topicName(l.Topic, p)), doc.T(in.place(l.Settlement, p)), doc.T(l.Owner)}})
	}
	return t
}

// openGrievances are those open at the end of the period, the oldest first, with what is due next.
func openGrievances(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("report.grievances.open"), Empty: p.T("report.grievances.none_open"), Columns: []doc.Column{
		{Title: p.T("report.column.received"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.days_open"), Share: 1.4, Align: doc.Right},
		{Title: p.T("grievance.topic"), Share: 3}, {Title: p.T("grievance.settlement"), Share: 2, Under: true}, {Title: p.T("grievance.severity"), Share: 2}, {Title: p.T("report.column.next"), Share: 3},
		{Title: p.T("report.column.limit"), Fit: true}, {Title: p.T("report.by.owner"), Share: 2}}}
	end := in.Period.To
	for i := range in.Set.Grievances {
		g := &in.Set.Grievances[i]
		if !g.OpenAt(end) {
			continue
		}
		what, limit := g.NextAt(end)
		severity := ""
		if g.Severity != "" {
			severity = p.Term(data.Severities.List, g.Severity)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(g.ReceivedOn, p), doc.T(g.Number), number(daysAfter(g.ReceivedOn, end), p), doc.T(topicName(g.Topic, p)), doc.T(in.place(g.Settlement, p)),
			doc.T(severity), doc.T(p.T("report.due." + what)), dayCell(limit, p), doc.T(g.Owner)}})
	}
	return t
}

// lateNumbers are the short names of late grievances, each once.
func lateNumbers(late []indicator.Late) (out []string) {
	for _, l := range late {
		if !slices.Contains(out, l.Number) {
			out = append(out, l.Number)
		}
	}
	return out
}
