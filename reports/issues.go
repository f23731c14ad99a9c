package reports

import (
	"cmp"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// issues tell what people brought up, by topic beside the period before, and what is not answered or not told back.
func issues(in Input, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Heading{Level: 1, Text: p.T("report.issues")}}
	i1 := figure(in.Figures, "I1")
	if i1.Numerator == 0 && part(i1, "before").Numerator == 0 && len(in.Issues) == 0 {
		if figure(in.Figures, "I4").Denominator == 0 {
			return append(out, doc.Paragraph{Text: p.T("report.issues.none")})
		}
		return append(out, doc.Paragraph{Text: p.T("report.issues.none")}, figureTable(in, p, "I4 · "+p.T("figure.I4"), line{"I4", ""}))
	}
	out = append(out, figureTable(in, p, "I1–I4 · "+p.T("report.issues.figures"), line{"I1", ""}, line{"I2", ""}, line{"I3", ""}, line{"I4", ""}))
	if i1.Numerator > 0 || part(i1, "before").Numerator > 0 {
		out = append(out, issueTopics(in, p))
	}
	if i1.Numerator > 0 {
		out = append(out, doc.Beside{Left: splitBars(in, p, "I1 · "+p.T("report.issues.by_kind"), "I1", "issue_kind"), Right: splitBars(in, p, "I1 · "+p.T("report.issues.by_settlement"), "I1", "settlement")})
	}
	return append(out, openIssues(in, p), untoldIssues(in, p))
}

// issueTopics is the trend: what was raised by topic, now and in the period before, and what became of it.
func issueTopics(in Input, p *i18n.Printer) doc.Table {
	right := func(title string) doc.Column { return doc.Column{Title: p.T(title), Share: 1, Align: doc.Right} }
	t := doc.Table{Title: "I1–I3 · " + p.T("report.issues.by_topic"), Columns: []doc.Column{{Title: p.T("report.by.topic"), Share: 3}, right("report.column.raised"), right("report.column.before"),
		right("report.column.change"), right("report.column.answered"), right("report.column.told")}}
	i1, answered, told := figure(in.Figures, "I1"), figure(in.Figures, "I2").Evidence, figure(in.Figures, "I3").Evidence
	now, before := split(i1, "topic"), split(i1, "topic_before")
	all := now
	all.Rows = slices.Clone(now.Rows)
	for _, r := range before.Rows { // what is not heard of any more is a trend too
		if !slices.ContainsFunc(now.Rows, func(x indicator.Row) bool { return x.Key == r.Key }) {
			all.Rows = append(all.Rows, indicator.Row{Key: r.Key, Ratio: indicator.Count(0)})
		}
	}
	add := func(label, link string, now []indicator.Ref, before int, total bool) {
		n := number(len(now), p)
		if link != "" {
			n = n.To(link)
		}
		t.Rows = append(t.Rows, doc.Row{Total: total, Cells: []doc.Cell{doc.T(label), n, number(before, p), doc.N(float64(len(now)-before), change(len(now)-before, p)),
			number(among(now, answered), p), number(among(now, told), p)}})
	}
	for _, r := range largest(all) {
		link := ""
		if len(r.Evidence) > 0 {
			link = anchor("I1", "topic", r.Key)
		}
		add(in.label("topic", r, p), link, r.Evidence, row(before, r.Key).Numerator, false)
	}
	add(p.T("report.total"), "", i1.Evidence, part(i1, "before").Numerator, true)
	return t
}

// openIssues are those without an answer at the end of the period, the oldest first.
func openIssues(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("report.issues.open"), Empty: p.T("report.issues.none_open"), Columns: []doc.Column{
		{Title: p.T("issue.raised_on"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.issue"), Share: 5},
		{Title: p.T("issue.topic"), Share: 2}, {Title: p.T("issue.settlement"), Share: 2, Under: true}, {Title: p.T("report.by.owner"), Share: 2}, {Title: p.T("report.column.days_open"), Share: 1.4, Align: doc.Right}}}
	end := in.Period.To
	for _, x := range in.issuesOf(func(x *indicator.Issue) bool { return x.OpenAt(end) }) {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(x.RaisedOn, p), doc.T(x.Number), doc.T(short(x.Text)), doc.T(topicName(x.Topic, p)), doc.T(in.place(x.Settlement, p)),
			doc.T(x.Owner), number(daysAfter(x.RaisedOn, end), p)}})
	}
	return t
}

// untoldIssues are those with an answer that nobody was told by the end of the period.
func untoldIssues(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: p.T("report.issues.untold"), Empty: p.T("report.issues.all_told"), Columns: []doc.Column{
		{Title: p.T("issue.response_on"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.issue"), Share: 4}, {Title: p.T("issue.response"), Share: 4},
		{Title: p.T("issue.settlement"), Share: 2}, {Title: p.T("report.by.owner"), Share: 2}}}
	end := in.Period.To
	for _, x := range in.issuesOf(func(x *indicator.Issue) bool { return x.UntoldAt(end) }) {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(x.ResponseOn, p), doc.T(x.Number), doc.T(short(x.Text)), doc.T(short(x.Response)), doc.T(in.place(x.Settlement, p)), doc.T(x.Owner)}})
	}
	return t
}

// issuesOf are the records of those of which is holds, by the day they were raised.
func (in Input) issuesOf(is func(*indicator.Issue) bool) (out []*data.Issue) {
	wanted := map[data.ID]bool{}
	for i := range in.Set.Issues {
		if x := &in.Set.Issues[i]; is(x) {
			wanted[x.ID] = true
		}
	}
	for _, x := range in.Issues {
		if wanted[x.ID] {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b *data.Issue) int {
		return cmp.Or(cmp.Compare(a.RaisedOn, b.RaisedOn), cmp.Compare(a.Number, b.Number))
	})
	return out
}
