package reports

import (
	"context"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// rollup is a period in numbers, for the group: who adds up several companies needs no names, and gets none.
type rollup struct {
	register
	cells map[rollupCell]rollupRow
}

// rollupCell is a month, as 2026-10, and a settlement, zero for what has none.
type rollupCell struct {
	month string
	place data.ID
}

// rollupRow is what was counted, in the order of rollupColumns.
type rollupRow [8]int

// rollupColumns are messages.
var rollupColumns = [len(rollupRow{})]string{"report.rollup.engagements", "report.rollup.visits", "report.rollup.people", "report.rollup.raised",
	"report.rollup.promised", "report.rollup.kept", "report.rollup.received", "report.rollup.closed"}

// Places in a rollupRow.
const (
	rolledEngagements = iota
	rolledVisits
	rolledPeople
	rolledRaised
	rolledPromised
	rolledKept
	rolledReceived
	rolledClosed
)

// rollupVisits are the kinds of engagement that are visits.
var rollupVisits = map[string]bool{"site_visit": true, "house_visit": true}

// programme is what the group asks for and this program does not record.
var programme = []string{"report.programme.investment", "report.programme.jobs", "report.programme.suppliers", "report.programme.training"}

// buildRollup makes the group roll-up: numbers alone, by month, by settlement and by both; the last table is a plain one for a workbook. It
// prints no record, no name and no number of a record.
func buildRollup(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	r := rollup{cells: map[rollupCell]rollupRow{}}
	var err error
	if r.register, err = readRegister(ctx, from, Ask{Period: ask.Period, Restricted: ask.Restricted, Made: ask.Made}); err != nil {
		return doc.Document{}, err
	}
	r.count()
	d := opened(r.Input, false, p.T("report.rollup.title"), p, p.T("report.rollup.line"))
	months, places := r.months(p), r.places(p)
	d.Blocks = append(d.Blocks, r.tiles(p),
		doc.Heading{Level: 1, Text: p.T("report.rollup.by_month")}, months,
		doc.Heading{Level: 1, Text: p.T("report.rollup.by_settlement")}, places,
		doc.Heading{Level: 1, Text: p.T("report.rollup.shares")}, r.shares(p),
		doc.Heading{Level: 1, Text: p.T("report.rollup.by_both")}, doc.Paragraph{Text: p.T("report.rollup.by_both.about"), Small: true}, r.both(p))
	return closed(d, r.Input, false, p), nil
}

// count goes once through the records that the figures E1, E4, I1, C1, C4, G1 and G4 are counted from.
func (r *rollup) count() {
	known := map[data.ID]bool{}
	for _, s := range r.Set.Settlements {
		known[s.ID] = true
	}
	add := func(month string, place data.ID, what, n int) {
		if !known[place] {
			place = data.ID{}
		}
		at := rollupCell{month, place}
		row := r.cells[at]
		row[what] += n
		r.cells[at] = row
	}
	on := func(day data.Date, place data.ID, what int) {
		if r.within(day) {
			add(string(day[:7]), place, what, 1)
		}
	}
	one := *r.Set
	for i, e := range r.Set.Engagements {
		month := e.Start.In(data.HomeZone()).Format("2006-01")
		one.Engagements = r.Set.Engagements[i : i+1]
		add(month, e.Settlement, rolledEngagements, 1)
		add(month, e.Settlement, rolledPeople, indicator.E4(&one).Numerator)
		if rollupVisits[e.Kind] {
			add(month, e.Settlement, rolledVisits, 1)
		}
	}
	for _, x := range r.Set.Issues {
		on(x.RaisedOn, x.Settlement, rolledRaised)
	}
	for _, c := range r.Set.Commitments {
		on(c.MadeOn, r.where[c.ID], rolledPromised)
		on(c.DoneOn, r.where[c.ID], rolledKept)
	}
	for i := range r.Set.Grievances {
		g := &r.Set.Grievances[i]
		on(g.ReceivedOn, g.Settlement, rolledReceived)
		closed, _ := g.ClosedAt(r.Period.To)
		on(closed, g.Settlement, rolledClosed)
	}
}

// sum adds up the cells of which is holds.
func (r *rollup) sum(is func(rollupCell) bool) (out rollupRow) {
	for at, row := range r.cells {
		if is(at) {
			for i, n := range row {
				out[i] += n
			}
		}
	}
	return out
}

// tiles are the totals, each beside the period before.
func (r *rollup) tiles(p *i18n.Printer) doc.LeadFigures {
	var out doc.LeadFigures
	for _, code := range []string{"E1", "E4", "I1", "C1", "G1"} {
		now := figure(r.Figures, code)
		t := doc.Tile{Code: code, Label: p.T("figure." + code), Value: Ratio(now.Ratio, p), Number: now.Value}
		if r.comparable() {
			t.Note = p.T("report.before", "Value", Ratio(figure(r.Before, code).Ratio, p))
		}
		out.Tiles = append(out.Tiles, t)
	}
	return out
}

// columns are those of every table of counts, after those that say of what.
func (r *rollup) columns(p *i18n.Printer, first ...doc.Column) []doc.Column {
	for _, id := range rollupColumns {
		first = append(first, doc.Column{Title: p.T(id), Share: 1, Align: doc.Right})
	}
	return first
}

func rollupCells(row rollupRow, p *i18n.Printer, first ...doc.Cell) []doc.Cell {
	for _, n := range row {
		first = append(first, number(n, p))
	}
	return first
}

// total is the last row; the tables by month and by settlement end with the same.
func (r *rollup) total(p *i18n.Printer) doc.Row {
	return doc.Row{Total: true, Cells: rollupCells(r.sum(func(rollupCell) bool { return true }), p, doc.T(p.T("report.total")))}
}

// months has a row for every month of the period, the empty ones too.
func (r *rollup) months(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.rollup.by_month"), Columns: r.columns(p, doc.Column{Title: p.T("report.by.month"), Share: 1.6})}
	for _, m := range split(figure(r.Figures, "E3"), "month").Rows {
		row := r.sum(func(at rollupCell) bool { return at.month == m.Key })
		t.Rows = append(t.Rows, doc.Row{Cells: rollupCells(row, p, doc.T(p.Month(monthOf(m.Key))))})
	}
	t.Rows = append(t.Rows, r.total(p))
	return t
}

// places has a row for every settlement of the area of influence, the silent ones too, and for others where there was anything.
func (r *rollup) places(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.rollup.by_settlement"), Columns: r.columns(p, doc.Column{Title: p.T("report.by.settlement"), Share: 1.6})}
	for _, s := range r.Set.Settlements {
		row := r.sum(func(at rollupCell) bool { return at.place == s.ID })
		if s.InArea || row != (rollupRow{}) {
			t.Rows = append(t.Rows, doc.Row{Cells: rollupCells(row, p, doc.T(r.place(s.ID, p)))})
		}
	}
	if row := r.sum(func(at rollupCell) bool { return at.place.IsZero() }); row != (rollupRow{}) {
		t.Rows = append(t.Rows, doc.Row{Cells: rollupCells(row, p, doc.T(p.T("figure.unrecorded.settlement")))})
	}
	t.Rows = append(t.Rows, r.total(p))
	return t
}

// shares are those that a group compares, and the places of those that cannot be told yet.
func (r *rollup) shares(p *i18n.Printer) doc.Table {
	t := figureTable(r.Input, p, "", line{"E5", ""}, line{"E6", ""}, line{"E7", ""}, line{"E8", ""}, line{"I2", ""}, line{"I3", ""}, line{"C2", ""}, line{"C4", ""},
		line{"G2", ""}, line{"G3", ""}, line{"G4", ""}, line{"G5", ""}, line{"G6", ""})
	t.Name = p.T("report.rollup.shares")
	for _, id := range programme {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.T(id)), doc.T(p.T("report.programme.none"))}})
	}
	for i := range t.Rows {
		for len(t.Rows[i].Cells) < len(t.Columns) {
			t.Rows[i].Cells = append(t.Rows[i].Cells, doc.Cell{})
		}
	}
	t.Columns[1].Share = 2.6
	return t
}

// both has a row for each month and settlement with anything to count; a month is written as tables sort it.
func (r *rollup) both(p *i18n.Printer) doc.Table {
	t := doc.Table{Name: p.T("report.rollup.by_both"), Empty: p.T("report.no_rows"),
		Columns: r.columns(p, doc.Column{Title: p.T("report.by.month"), Fit: true}, doc.Column{Title: p.T("report.by.settlement"), Share: 1.6})}
	for _, m := range split(figure(r.Figures, "E3"), "month").Rows {
		for _, s := range append(r.Set.Settlements[:len(r.Set.Settlements):len(r.Set.Settlements)], indicator.Settlement{}) {
			row, any := r.cells[rollupCell{m.Key, s.ID}]
			if !any {
				continue
			}
			name := p.T("figure.unrecorded.settlement")
			if !s.ID.IsZero() {
				name = r.place(s.ID, p)
			}
			t.Rows = append(t.Rows, doc.Row{Cells: rollupCells(row, p, doc.T(m.Key), doc.T(name))})
		}
	}
	return t
}
