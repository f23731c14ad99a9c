package reports

import (
	"cmp"
	"context"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// buildCommitments makes the register of promises: what is open, the most urgent first, what was kept and what was taken back in the period,
// and every date that was moved, with its reason. The public edition names neither whom a promise was made to nor who sees to it.
func buildCommitments(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	r, err := readRegister(ctx, from, ask)
	if err != nil {
		return doc.Document{}, err
	}
	place := p.T("report.commitments.everywhere")
	if !ask.Settlement.IsZero() {
		place = r.place(ask.Settlement, p)
	}
	d := opened(r.Input, ask.Public, p.T("report.commitments.title"), p, place)
	d.Blocks = append(d.Blocks, promiseTiles(r.Input, p))
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.commitments.open")}, r.openTable(ask.Public, p))
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.commitments.done")}, r.doneTable(p))
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.commitments.withdrawn")}, r.withdrawnTable(ask.Public, p))
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.commitments.moved")}, r.movedTable(p))
	if ask.Public {
		return closedNameless(ctx, from, d, r.Input, true, p)
	}
	if owners := ownersTable(r.Input, p); len(owners.Rows) > 0 {
		d.Blocks = append(d.Blocks, owners)
	}
	d.Blocks = append(d.Blocks, only(r.Input, p, "C1", "C2", "C3", "C4")...)
	return closed(d, r.Input, false, p), nil
}

// promiseTiles are C1 to C4.
func promiseTiles(in Input, p *i18n.Printer) doc.LeadFigures {
	c1, c2, c3, c4 := figure(in.Figures, "C1"), figure(in.Figures, "C2"), figure(in.Figures, "C3"), figure(in.Figures, "C4")
	late := ""
	if c3.Numerator > 0 {
		late = p.T("report.commitments.median", "Days", Ratio(part(c3, "median_days").Ratio, p))
	}
	tile := func(code, note string) doc.Tile {
		f := figure(in.Figures, code)
		return doc.Tile{Code: code, Label: p.T("report.commitments." + code), Value: Ratio(f.Ratio, p), Number: f.Value, Percent: f.Share, Note: note, Link: code}
	}
	return doc.LeadFigures{Tiles: []doc.Tile{
		tile("C1", p.T("report.commitments.C1.note", "Before", Ratio(figure(in.Before, "C1").Ratio, p), "N", p.Int(c1.Numerator))),
		tile("C2", of(c2.Ratio, p)+"\n"+p.T("report.commitments.C2.note", "Share", Ratio(part(c2, "revised").Ratio, p))),
		tile("C3", late),
		tile("C4", of(c4.Ratio, p)),
	}}
}

// openTable is the register proper.
func (r *register) openTable(public bool, p *i18n.Printer) doc.Table {
	end := r.Period.To
	t := doc.Table{Name: p.T("report.commitments.open"), Empty: p.T("report.promises.none_open"), Columns: []doc.Column{
		{Title: p.T("report.commitments.latest"), Fit: true}, {Title: p.T("report.commitments.original"), Fit: true, Under: true}, {Title: p.T("report.column.record"), Fit: true}, {Title: p.T("follow.state"), Fit: true, Under: true},
		{Title: p.T("report.column.promise"), Share: 5}}}
	t.Columns = append(t.Columns, r.toColumns(public, p)...)
	for _, c := range r.open() {
		t.Rows = append(t.Rows, doc.Row{Cells: append([]doc.Cell{dueCell(dueAt(c, end), p), dueCell(c.Due, p), doc.T(c.Number), doc.T(stateAt(c, end, p)), doc.T(c.Promise)}, r.toCells(c, public, p)...)})
	}
	return t
}

// toColumns and toCells tell whom a promise was made to, where, and who sees to it; for the public only where.
func (r *register) toColumns(public bool, p *i18n.Printer) []doc.Column {
	if public {
		return []doc.Column{{Title: p.T("report.column.place"), Share: 2}}
	}
	return []doc.Column{{Title: p.T("recipient.stakeholder"), Share: 2.8}, {Title: p.T("report.column.place"), Share: 2, Under: true}, {Title: p.T("report.by.owner"), Share: 2.1}}
}

func (r *register) toCells(c *data.Commitment, public bool, p *i18n.Printer) []doc.Cell {
	place := doc.T(r.place(r.where[c.ID], p))
	if public {
		return []doc.Cell{place}
	}
	var names []string
	for _, to := range c.Recipients {
		if s := r.Stakeholders[to.Stakeholder]; s != nil {
			names = append(names, s.Name)
		}
	}
	return []doc.Cell{doc.T(list(names, mostNamed, p)), place, doc.T(c.Owner)}
}

func dueCell(d data.Date, p *i18n.Printer) doc.Cell {
	if d == "" {
		return doc.T(p.T("follow.no_due"))
	}
	return dayCell(d, p)
}

// stateAt says of an open promise how it stood at the end of a day.
func stateAt(c *data.Commitment, day data.Date, p *i18n.Printer) string {
	due := dueAt(c, day)
	switch left := 0; {
	case due == "":
		return p.T("commitment.status.open")
	case due < day:
		return p.N("follow.overdue", daysAfter(due, day))
	default:
		if left = daysAfter(day, due); left == 0 {
			return p.T("follow.due_today")
		}
		return p.N("follow.due_in", left)
	}
}

// doneTable are the promises kept in the period, and whether they were in time by their first date.
func (r *register) doneTable(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.commitments.done"), Empty: p.T("report.commitments.none_done"), Columns: []doc.Column{
		{Title: p.T("report.commitments.done_on"), Fit: true}, {Title: p.T("report.commitments.original"), Fit: true, Under: true}, {Title: p.T("report.column.record"), Fit: true}, {Title: p.T("report.commitments.in_time"), Fit: true, Under: true},
		{Title: p.T("report.column.promise"), Share: 4}, {Title: p.T("commitment.evidence"), Share: 3}, {Title: p.T("report.column.place"), Share: 2}, {Title: p.T("report.column.told"), Fit: true}}}
	for _, c := range r.those(func(c *data.Commitment) bool { return r.within(c.DoneOn) }, func(c *data.Commitment) data.Date { return c.DoneOn }) {
		kept := p.T("report.commitments.kept")
		switch {
		case c.Due == "":
			kept = ""
		case c.DoneOn > c.Due:
			kept = p.N("report.commitments.late", daysAfter(c.Due, c.DoneOn))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(c.DoneOn, p), dueCell(c.Due, p), doc.T(c.Number), doc.T(kept), doc.T(c.Promise), doc.T(c.Evidence), doc.T(r.place(r.where[c.ID], p)), r.toldCell(c, p)}})
	}
	return t
}

// toldCell is the day on which people were told, as it was known at the end of the period.
func (r *register) toldCell(c *data.Commitment, p *i18n.Printer) doc.Cell {
	if c.ToldOn == "" || c.ToldOn > r.Period.To {
		return doc.T(p.T("report.grievances.not_yet"))
	}
	return dayCell(c.ToldOn, p)
}

// withdrawnTable are the promises taken back in the period: why, and who agreed.
func (r *register) withdrawnTable(public bool, p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.commitments.withdrawn"), Empty: p.T("report.commitments.none_withdrawn"), Columns: []doc.Column{
		{Title: p.T("report.commitments.withdrawn_on"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.promise"), Share: 4},
		{Title: p.T("commitment.withdrawn_why"), Share: 4}, {Title: p.T("report.column.place"), Share: 2}, {Title: p.T("report.column.told"), Fit: true}}}
	if !public {
		t.Columns = append(t.Columns, doc.Column{Title: p.T("commitment.withdrawn_agreed"), Share: 2})
	}
	for _, c := range r.those(func(c *data.Commitment) bool { return r.within(c.WithdrawnOn) }, func(c *data.Commitment) data.Date { return c.WithdrawnOn }) {
		cells := []doc.Cell{dayCell(c.WithdrawnOn, p), doc.T(c.Number), doc.T(c.Promise), doc.T(c.WithdrawnWhy), doc.T(r.place(r.where[c.ID], p)), r.toldCell(c, p)}
		if !public {
			cells = append(cells, doc.T(c.WithdrawnAgreed))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t
}

// movedTable are all dates that were moved by the end of the period, of the promises that this register lists above.
func (r *register) movedTable(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.commitments.moved"), Empty: p.T("report.commitments.none_moved"), Columns: []doc.Column{
		{Title: p.T("report.commitments.moved_on"), Fit: true}, {Title: p.T("report.column.record"), Fit: true, Under: true}, {Title: p.T("report.column.promise"), Share: 4},
		{Title: p.T("report.commitments.from"), Fit: true}, {Title: p.T("report.commitments.to"), Fit: true}, {Title: p.T("revision.reason"), Share: 4}}}
	type move struct {
		c    *data.Commitment
		from data.Date
		x    *data.Revision
	}
	var moves []move
	end := r.Period.To
	for _, c := range r.all {
		if !openAt(c, end) && !r.within(c.DoneOn) && !r.within(c.WithdrawnOn) {
			continue
		}
		was := c.Due
		for _, x := range c.Revisions {
			if x.On <= end {
				moves = append(moves, move{c, was, x})
				was = x.Due
			}
		}
	}
	slices.SortStableFunc(moves, func(a, b move) int { return cmp.Or(cmp.Compare(a.x.On, b.x.On), cmp.Compare(a.c.Number, b.c.Number)) })
	for _, m := range moves {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(m.x.On, p), doc.T(m.c.Number), doc.T(short(m.c.Promise)), dueCell(m.from, p), dayCell(m.x.Due, p), doc.T(m.x.Reason)}})
	}
	return t
}
