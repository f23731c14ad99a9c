package reports

import (
	"cmp"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// register lists every grievance of the report with its steps and limits, as they stood at the end of the period.
func (c complaints) register(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.complaints.register"), Empty: p.T("report.complaints.none_listed"), Columns: []doc.Column{
		{Title: p.T("report.column.record"), Fit: true}, {Title: p.T("report.column.received"), Fit: true, Under: true},
		{Title: p.T("grievance.topic"), Share: 2.7}, {Title: p.T("grievance.severity"), Under: true}, {Title: p.T("grievance.settlement"), Under: true},
		{Title: p.T("report.complaints.steps"), Share: 6.4}, {Title: p.T("report.complaints.limits"), Share: 3.9}, {Title: p.T("report.by.owner"), Share: 1.8}}}
	for _, x := range c.all {
		severity := ""
		if x.Severity != "" {
			severity = p.Term(data.Severities.List, x.Severity)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(x.Number), dayCell(x.ReceivedOn, p), doc.T(topicName(x.Topic, p)), doc.T(severity), doc.T(c.place(x.Settlement, p)),
			doc.T(c.steps(x, p)), doc.T(c.limits(x, p)), doc.T(x.Owner)}})
	}
	return t
}

// stepsBy are the steps taken by the end of the period.
func (c complaints) stepsBy(x complaint) (out []*data.GrievanceStep) {
	for _, s := range x.Steps {
		if s.On != "" && s.On <= c.Period.To {
			out = append(out, s)
		}
	}
	return out
}

// stepName is a step, with how it ended where it does.
func stepName(s *data.GrievanceStep, p *i18n.Printer) string {
	name := p.Term(data.StepKinds.List, s.Kind)
	switch {
	case s.Outcome != "":
		name += " (" + p.Term(data.Outcomes.List, s.Outcome) + ")"
	case s.Kind == data.GrievanceReferred && s.Referred != "":
		name += " (" + s.Referred + ")"
	}
	return name
}

// steps tell each step with its day and how many days after it was received.
func (c complaints) steps(x complaint, p *i18n.Printer) string {
	var out []string
	for _, s := range c.stepsBy(x) {
		out = append(out, p.T("report.complaints.step", "Day", p.Day(s.On), "Step", stepName(s, p), "After", p.N("report.days", daysAfter(x.ReceivedOn, s.On))))
	}
	if len(out) == 0 {
		return p.T("report.complaints.no_step")
	}
	return strings.Join(out, "\n")
}

// limits tell each limit: in time, late, not due yet, or owed to nobody.
func (c complaints) limits(x complaint, p *i18n.Printer) string {
	end := c.Period.To
	closed, _ := x.known.ClosedAt(end)
	var out []string
	for _, l := range []struct {
		what        string
		limit, done data.Date
		answer      bool
	}{{indicator.LateAcknowledge, x.known.Acknowledge, x.known.Acknowledged, true}, {indicator.LateRespond, x.known.Respond, x.known.Responded, true}, {indicator.LateClose, x.known.Close, closed, false}} {
		what, state := p.T("report.late."+l.what), ""
		done := l.done != "" && l.done <= end
		switch i := slices.IndexFunc(x.late, func(y indicator.Late) bool { return y.What == l.what }); {
		case l.answer && !x.known.Reachable:
			state = p.T("report.complaints.nobody")
		case i >= 0:
			state = c.by(x.late[i], p)
		case done && l.done > l.limit: // late before this period
			state = c.by(indicator.Late{Grievance: x.known, What: l.what, Limit: l.limit, Done: l.done, Days: daysAfter(l.limit, l.done)}, p)
		case done:
			state = p.T("report.complaints.in_time")
		default:
			state = p.T("report.complaints.until", "Day", p.Day(l.limit))
		}
		out = append(out, p.T("report.complaints.limit", "What", what, "State", state))
	}
	return strings.Join(out, "\n")
}

// by says by how much something was late: in working days where the limit counts those, else in days. Lateness that holds no working day is told
// in days too.
func (c complaints) by(l indicator.Late, p *i18n.Printer) string {
	until := cmp.Or(l.Done, c.Period.To)
	if n := c.days.WorkingDaysBetween(l.Limit, until); l.What != indicator.LateClose && n > 0 {
		return p.T("report.complaints.late", "Days", p.N("report.working_days", n))
	}
	return p.T("report.complaints.late", "Days", p.N("report.days", l.Days))
}

// explained says of each late case which limit it missed, by how much, and why as far as the steps tell. The public is told neither numbers nor
// words of the record.
func (c complaints) explained(public bool, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Heading{Level: 1, Text: p.T("report.complaints.explained")}}
	t := doc.Table{Name: p.T("report.complaints.explained"), Empty: p.T("report.grievances.none_late"), Columns: []doc.Column{
		{Title: p.T("report.column.record"), Fit: true}, {Title: p.T("report.column.received"), Fit: true, Under: true}, {Title: p.T("report.column.what_late"), Share: 2.4}, {Title: p.T("report.complaints.how_late"), Under: true},
		{Title: p.T("report.column.limit"), Fit: true}, {Title: p.T("report.column.happened"), Fit: true}, {Title: p.T("report.complaints.why"), Share: 7}}}
	if public {
		return append(out, c.explainedPublic(p))
	}
	for _, x := range c.all {
		for _, l := range x.late {
			done := doc.T(p.T("report.grievances.not_yet"))
			if l.Done != "" {
				done = dayCell(l.Done, p)
			}
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(x.Number), dayCell(x.ReceivedOn, p), doc.T(p.T("report.late." + l.What)), doc.T(c.by(l, p)), dayCell(l.Limit, p), done, doc.T(c.why(x, l, p))}})
		}
	}
	return append(out, t)
}

// explainedPublic counts the late cases by what was late.
func (c complaints) explainedPublic(p *i18n.Printer) doc.Block {
	t := doc.Table{Name: p.T("report.complaints.explained"), Empty: p.T("report.grievances.none_late"), Columns: []doc.Column{
		{Title: p.T("report.column.what_late"), Share: 3}, {Title: p.T("report.complaints.cases"), Share: 1, Align: doc.Right}}}
	for _, what := range []string{indicator.LateAcknowledge, indicator.LateRespond, indicator.LateClose} {
		n := 0
		for _, x := range c.all {
			for _, l := range x.late {
				if l.What == what {
					n++
				}
			}
		}
		if n > 0 {
			t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.T("report.late." + what)), small(n, p)}})
		}
	}
	return t
}

// why tells what the steps say of a late case: the longest wait before it was done, and every reason written down on the way.
func (c complaints) why(x complaint, l indicator.Late, p *i18n.Printer) string {
	until := cmp.Or(l.Done, c.Period.To)
	hidden := namesOf(x.who, c.Input, p)
	var said []string
	last, name := x.ReceivedOn, p.T("term.step.received")
	waited, from, to := -1, "", ""
	wait := func(day data.Date, next string) {
		if n := daysAfter(last, day); n > waited {
			waited, from, to = n, name, next
		}
		last, name = day, next
	}
	for _, s := range c.stepsBy(x) {
		if s.On > until {
			break
		}
		wait(s.On, stepName(s, p))
		if s.Why != "" {
			said = append(said, p.T("report.complaints.reason", "Step", stepName(s, p), "Day", p.Day(s.On), "Why", sentence(short(hidden.strike(s.Why)), p)))
		}
		if s.On == l.Done && l.Done != "" {
			break
		}
	}
	if l.Done == "" {
		wait(until, p.T("report.complaints.period_end"))
	}
	out := []string{p.T("report.complaints.longest", "Days", p.N("report.days", waited), "From", from, "To", to)}
	if len(said) == 0 {
		said = []string{p.T("report.complaints.no_reason")}
	}
	return strings.Join(append(out, said...), "\n")
}
