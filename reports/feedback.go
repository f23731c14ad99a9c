package reports

import (
	"cmp"
	"context"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// feedback is what a settlement is told of a period (PS1 §36).
type feedback struct {
	register
	raised []*data.Issue // in the period, by the day
	older  []*data.Issue // raised before it, and not answered at its end
	next   []meetingAhead
	public bool
}

// meetingAhead is a meeting that was agreed or planned for after the period.
type meetingAhead struct {
	on          data.Date
	title, kind string
	venue       string
}

// buildFeedback makes the report to one settlement: what was raised there, what we answered, what we promised and did, what is still open, and
// when we meet next. It names nobody; grievances are numbers alone.
func buildFeedback(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	ask.Restricted = false
	f := feedback{public: ask.Public}
	var err error
	if f.register, err = readRegister(ctx, from, ask); err != nil {
		return doc.Document{}, err
	}
	if err := f.readIssues(ctx, from); err != nil {
		return doc.Document{}, err
	}
	if err := f.readNext(ctx, from, ask.Settlement); err != nil {
		return doc.Document{}, err
	}
	place := f.place(ask.Settlement, p)
	d := opened(f.Input, ask.Public, p.T("report.feedback.title.of", "Place", place), p)
	d.Subtitle = place + ", " + d.Subtitle
	d.Blocks = append(d.Blocks, f.tiles(p))
	for _, section := range []func(*i18n.Printer) []doc.Block{f.issueBlocks, f.promiseBlocks, f.grievanceBlocks, f.meetingBlocks} {
		d.Blocks = append(d.Blocks, section(p)...)
	}
	return closedNameless(ctx, from, d, f.Input, ask.Public, p)
}

// readIssues reads what was raised here, and what is still open from before.
func (f *feedback) readIssues(ctx context.Context, from Source) error {
	for i := range f.Set.Issues {
		x := &f.Set.Issues[i]
		if !f.within(x.RaisedOn) && !x.OpenAt(f.Period.To) {
			continue
		}
		issue, err := from.Issue(ctx, x.ID)
		switch {
		case err != nil:
			return err
		case f.within(x.RaisedOn):
			f.raised = append(f.raised, issue)
		default:
			f.older = append(f.older, issue)
		}
	}
	return nil
}

// readNext reads the meetings planned here for after the period, and those agreed at the meetings of the period.
func (f *feedback) readNext(ctx context.Context, from Source, place data.ID) error {
	planned, err := from.Engagements(ctx, data.EngagementFilter{From: f.Period.To.AddDays(1), Statuses: []string{"planned"}, Settlements: []data.ID{place}, OldestFirst: true}, data.Page{Limit: 20})
	if err != nil {
		return err
	}
	for _, r := range planned.Rows {
		if !r.Restricted && !private(r.Kind) {
			e, err := from.Engagement(ctx, r.ID)
			if err != nil {
				return err
			}
			f.next = append(f.next, meetingAhead{r.Start.Date(), r.Title, r.Kind, e.Venue})
		}
	}
	for _, e := range f.Engagements {
		known := func(m meetingAhead) bool { return m.on == e.NextMeeting }
		if e.NextMeeting > f.Period.To && !private(e.Kind) && !slices.ContainsFunc(f.next, known) {
			f.next = append(f.next, meetingAhead{e.NextMeeting, e.Title, "", ""})
		}
	}
	slices.SortStableFunc(f.next, func(a, b meetingAhead) int { return cmp.Compare(a.on, b.on) })
	return nil
}

// tiles are the few figures that a village asks for. Of people and grievances the public sees none that could point at one.
func (f *feedback) tiles(p *i18n.Printer) doc.LeadFigures {
	tile := func(code, note string, people bool) doc.Tile {
		x := figure(f.Figures, code)
		t := doc.Tile{Label: p.T("report.feedback." + code), Value: Ratio(x.Ratio, p), Number: x.Value, Percent: x.Share, Note: note}
		if people && f.public && few(x.Numerator) {
			t.Value, t.Number = Small(x.Numerator, p), nil
		}
		return t
	}
	done := len(f.those(func(c *data.Commitment) bool { return f.within(c.DoneOn) }, func(c *data.Commitment) data.Date { return c.DoneOn }))
	return doc.LeadFigures{Tiles: []doc.Tile{tile("E1", "", false), tile("E4", "", true), tile("I1", "", false), tile("I2", of(figure(f.Figures, "I2").Ratio, p), false),
		tile("C1", p.T("report.feedback.C1.note", "Done", p.Int(done), "Open", p.Int(len(f.open()))), false), tile("G1", "", true)}}
}

// issueBlocks tell what was raised and what we answered, and what still waits from before.
func (f *feedback) issueBlocks(p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.feedback.raised"), Empty: p.T("report.feedback.none_raised"), Columns: []doc.Column{
		{Title: p.T("issue.raised_on"), Fit: true}, {Title: p.T("issue.topic"), Share: 2}, {Title: p.T("report.column.issue"), Share: 5}, {Title: p.T("issue.response"), Share: 5}, {Title: p.T("report.column.told"), Fit: true}}}
	end := f.Period.To
	for _, x := range f.raised {
		answer, told := p.T("report.feedback.not_answered"), ""
		switch {
		case x.ResponseOn != "" && x.ResponseOn <= end:
			answer, told = x.Response, p.T("report.grievances.not_yet")
			if x.ToldOn != "" && x.ToldOn <= end {
				told = p.Day(x.ToldOn)
			}
		case x.ClosedOn != "" && x.ClosedOn <= end:
			answer = x.ClosedWhy
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(x.RaisedOn, p), doc.T(topicName(x.Topic, p)), doc.T(x.Text), doc.T(answer), doc.T(told)}})
	}
	out := []doc.Block{doc.Heading{Level: 1, Text: t.Name}, t}
	if len(f.older) == 0 {
		return out
	}
	waiting := doc.Table{Title: p.T("report.feedback.older"), Columns: []doc.Column{{Title: p.T("issue.raised_on"), Fit: true}, {Title: p.T("issue.topic"), Share: 2}, {Title: p.T("report.column.issue"), Share: 8},
		{Title: p.T("report.column.days_open"), Share: 1.4, Align: doc.Right}}}
	for _, x := range f.older {
		waiting.Rows = append(waiting.Rows, doc.Row{Cells: []doc.Cell{dayCell(x.RaisedOn, p), doc.T(topicName(x.Topic, p)), doc.T(x.Text), number(daysAfter(x.RaisedOn, end), p)}})
	}
	return append(out, waiting)
}

// promiseBlocks tell what we promised and did, and what is still to come.
func (f *feedback) promiseBlocks(p *i18n.Printer) []doc.Block {
	end := f.Period.To
	listed := f.those(func(c *data.Commitment) bool {
		return f.within(c.MadeOn) || f.within(c.DoneOn) || f.within(c.WithdrawnOn) || openAt(c, end)
	}, func(c *data.Commitment) data.Date { return c.MadeOn })
	t := doc.Table{Name: p.T("report.feedback.promised"), Empty: p.T("report.feedback.none_promised"), Columns: []doc.Column{
		{Title: p.T("commitment.made_on"), Fit: true}, {Title: p.T("report.column.promise"), Share: 5}, {Title: p.T("follow.due"), Fit: true}, {Title: p.T("report.feedback.outcome"), Share: 5}}}
	for _, c := range listed {
		outcome := stateAt(c, end, p)
		switch {
		case c.DoneOn != "" && c.DoneOn <= end:
			outcome = p.T("report.village.done", "Day", p.Day(c.DoneOn), "What", sentence(c.Evidence, p))
		case c.WithdrawnOn != "" && c.WithdrawnOn <= end:
			outcome = p.T("report.village.withdrawn", "Day", p.Day(c.WithdrawnOn), "Why", sentence(c.WithdrawnWhy, p))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(c.MadeOn, p), doc.T(c.Promise), dueCell(dueAt(c, end), p), doc.T(outcome)}})
	}
	return []doc.Block{doc.Heading{Level: 1, Text: t.Name}, t}
}

// grievanceBlocks are numbers alone: in a village, a topic and a day are a name.
func (f *feedback) grievanceBlocks(p *i18n.Printer) []doc.Block {
	g1, g4 := figure(f.Figures, "G1"), figure(f.Figures, "G4")
	say := func(n int) string {
		if f.public {
			return Small(n, p)
		}
		return p.Int(n)
	}
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.grievances")},
		doc.Paragraph{Text: p.T("report.feedback.grievances", "Received", say(g1.Numerator), "Closed", say(part(g4, "closed").Numerator), "Open", say(part(g4, "open").Numerator))},
		doc.Paragraph{Text: p.T("report.feedback.how"), Small: true}}
}

// meetingBlocks are the meetings held, and the next ones. What was talked about in somebody's house or on the phone is no business of the village.
func (f *feedback) meetingBlocks(p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.feedback.met"), Empty: p.T("report.feedback.none_met"), Columns: []doc.Column{
		{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.title"), Share: 5}, {Title: p.T("report.column.kind"), Share: 2}, {Title: p.T("report.column.people"), Share: 1, Align: doc.Right}}}
	met, unlisted := publiclyMet(f.Input, p)
	for _, m := range met {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(m.Start.Date(), p), doc.T(m.Title), doc.T(p.Term(data.EngagementKinds.List, m.Kind)), number(m.people, p)}})
	}
	out := []doc.Block{doc.Heading{Level: 1, Text: t.Name}}
	if len(t.Rows) > 0 || unlisted == 0 {
		out = append(out, t)
	}
	if unlisted > 0 {
		out = append(out, doc.Paragraph{Text: p.N("report.public.unlisted", unlisted, "Few", p.Int(fewest)), Small: true})
	}
	ahead := doc.Table{Name: p.T("report.feedback.next"), Empty: p.T("report.feedback.none_next"), Columns: []doc.Column{
		{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.title"), Share: 5}, {Title: p.T("report.column.kind"), Share: 2}, {Title: p.T("engagement.venue"), Share: 3}}}
	for _, m := range f.next {
		kind := ""
		if m.kind != "" {
			kind = p.Term(data.EngagementKinds.List, m.kind)
		}
		title := m.title
		if m.kind == "" {
			title = p.T("report.feedback.follows", "Title", m.title)
		}
		ahead.Rows = append(ahead.Rows, doc.Row{Cells: []doc.Cell{dayCell(m.on, p), doc.T(title), doc.T(kind), doc.T(m.venue)}})
	}
	return append(out, doc.Heading{Level: 1, Text: ahead.Name}, ahead)
}
