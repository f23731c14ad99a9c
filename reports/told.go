package reports

import (
	"cmp"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// told lists what people were told in the period: answers, promises kept or withdrawn, ends of grievances. The complaint itself and whom
// its end was told to are left to the record.
func told(in Input, p *i18n.Printer) []doc.Block {
	type news struct {
		on                      data.Date
		number, what, whom, how string
	}
	var all []news
	for _, x := range in.Issues {
		if in.within(x.ToldOn) {
			answer := x.Response
			if x.ResponseOn == "" {
				answer = x.ClosedWhy
			}
			all = append(all, news{x.ToldOn, x.Number, short(x.Text) + " – " + short(answer), x.ToldWhom, x.ToldHow})
		}
	}
	for _, c := range in.Promises {
		if in.within(c.ToldOn) {
			all = append(all, news{c.ToldOn, c.Number, short(c.Promise), c.ToldWhom, c.ToldHow})
		}
	}
	for i := range in.Set.Grievances {
		g := &in.Set.Grievances[i]
		if in.within(g.ToldOn) {
			all = append(all, news{g.ToldOn, g.Number, p.T("report.told.grievance", "Topic", topicName(g.Topic, p)), p.T("report.told.complainant"), ""})
		}
	}
	slices.SortStableFunc(all, func(a, b news) int { return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(a.number, b.number)) })
	t := doc.Table{Name: p.T("report.told"), Empty: p.T("report.told.none"), Columns: []doc.Column{
		{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.told_what"), Share: 6},
		{Title: p.T("report.column.told_whom"), Share: 3}, {Title: p.T("report.column.told_how"), Share: 2}}}
	for _, x := range all {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(x.on, p), doc.T(x.number), doc.T(x.what), doc.T(x.whom), doc.T(x.how)}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.told")}, t}
}
