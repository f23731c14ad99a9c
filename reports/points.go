package reports

import (
	"cmp"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// points count what was raised by topic, and tell what people said and what was answered.
func points(in Input, p *i18n.Printer) []doc.Block {
	type line struct {
		e *data.Engagement
		x *data.Point
	}
	all := tally{}
	by := map[string]tally{} // satisfaction → topics
	unanswered := tally{}
	var lines []line
	for _, e := range in.Engagements {
		for _, x := range e.Points {
			lines = append(lines, line{e, x})
			all[x.Topic]++
			s := cmp.Or(x.Satisfied, "not_asked")
			if by[s] == nil {
				by[s] = tally{}
			}
			by[s][x.Topic]++
			if x.Answer == "" {
				unanswered[x.Topic]++
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	topics := all.topics()
	count := doc.Table{Title: p.T("report.points.by_topic"), Columns: []doc.Column{{Title: p.T("point.topic"), Share: 3}, {Title: p.T("report.column.points"), Share: 1, Align: doc.Right}}}
	for _, s := range data.Satisfaction.Codes {
		count.Columns = append(count.Columns, doc.Column{Title: p.Term(data.Satisfaction.List, s), Share: 1, Align: doc.Right})
	}
	count.Columns = append(count.Columns, doc.Column{Title: p.T("report.column.unanswered"), Share: 1, Align: doc.Right})
	add := func(label string, n func(tally) int, total bool) {
		cells := []doc.Cell{doc.T(label), number(n(all), p)}
		for _, s := range data.Satisfaction.Codes {
			cells = append(cells, number(n(by[s]), p))
		}
		count.Rows = append(count.Rows, doc.Row{Total: total, Cells: append(cells, number(n(unanswered), p))})
	}
	for _, t := range topics {
		add(topicName(t, p), func(x tally) int { return x[t] }, false)
	}
	add(p.T("report.total"), func(x tally) int { return x.sum() }, true)

	said := doc.Table{Title: p.T("report.points.said"), Columns: []doc.Column{
		{Title: p.T("point.topic"), Share: 2}, {Title: p.T("report.column.record"), Share: 2, Under: true}, {Title: p.T("point.said"), Share: 5}, {Title: p.T("point.answer"), Share: 5}, {Title: p.T("point.satisfied"), Share: 1.6},
	}}
	slices.SortStableFunc(lines, func(a, b line) int { return slices.Index(topics, a.x.Topic) - slices.Index(topics, b.x.Topic) })
	for _, l := range lines {
		answer := short(l.x.Answer)
		if answer == "" {
			answer = p.T("report.no_answer")
		}
		said.Rows = append(said.Rows, doc.Row{Cells: []doc.Cell{doc.T(topicName(l.x.Topic, p)), doc.T(l.e.Number), doc.T(short(l.x.Said)), doc.T(answer),
			doc.T(p.Term(data.Satisfaction.List, l.x.Satisfied))}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.points")}, count, said}
}

func (t tally) sum() int {
	n := 0
	for _, x := range t {
		n += x
	}
	return n
}

// short cuts a long text at a word; the record's number beside it tells where the rest is.
func short(s string) string {
	const most = 400
	rs := []rune(strings.TrimSpace(s))
	if len(rs) <= most {
		return string(rs)
	}
	cut := string(rs[:most])
	if i := strings.LastIndexAny(cut, " \n"); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;\n") + " …"
}
