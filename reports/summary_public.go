package reports

import (
	"context"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// publicSummary is the summary for everybody: the same figures, without names, records and officers, and without counts of people or of
// grievances that could point at one.
func publicSummary(ctx context.Context, from Source, in Input, p *i18n.Printer) (doc.Document, error) {
	d := opened(in, true, p.T("report.summary.title"), p)
	d.Blocks = append(d.Blocks, publicTiles(in, p))
	d.Blocks = append(d.Blocks, know(unnamed(in), p)...)
	if len(in.Engagements) > 0 {
		d.Blocks = append(d.Blocks, charts(in, p)...)
		tables := splitTables(in, p)
		d.Blocks = append(d.Blocks, tables[:len(tables)-1]...)
		d.Blocks = append(d.Blocks, publicPeople(in, p))
	}
	d.Blocks = append(d.Blocks, publicMeetings(in, p)...)
	if raised := points(in, p); len(raised) > 2 {
		d.Blocks = append(d.Blocks, raised[:2]...) // counted by topic; what people said is not repeated
	}
	if figure(in.Figures, "I1").Numerator > 0 || part(figure(in.Figures, "I1"), "before").Numerator > 0 {
		d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.issues")},
			figureTable(in, p, "I1–I4 · "+p.T("report.issues.figures"), line{"I1", ""}, line{"I2", ""}, line{"I3", ""}, line{"I4", ""}), issueTopics(in, p))
	}
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.promises")},
		figureTable(in, p, "C1–C4 · "+p.T("report.promises.figures"), line{"C1", ""}, line{"C2", ""}, line{"C2", "revised"}, line{"C3", ""}, line{"C3", "median_days"}, line{"C4", ""}))
	c := complaints{Input: in}
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.grievances")}, c.targets(p))
	d.Blocks = append(d.Blocks, c.splits(true, p)...)
	d.Blocks = append(d.Blocks, complainHow(in, p)...)
	return closedNameless(ctx, from, d, in, true, p)
}

// unnamed is the input without what a sentence could name somebody from, or a grievance.
func unnamed(in Input) Input {
	set := *in.Set
	set.Grievances = nil
	in.Set = &set
	in.Figures = append([]indicator.Figure(nil), in.Figures...)
	for i, f := range in.Figures {
		if f.Code == "E8" {
			in.Figures[i] = indicator.Figure{Code: f.Code, Ratio: f.Ratio}
		}
	}
	return in
}

// publicTiles are the lead figures; those that count people or grievances as the public may see them.
func publicTiles(in Input, p *i18n.Printer) doc.LeadFigures {
	out := leadFigures(in, p)
	for i := range out.Tiles {
		t := &out.Tiles[i]
		f := figure(in.Figures, t.Code)
		r := f.Ratio
		switch t.Code {
		case "E2":
			r = part(f, "stakeholders").Ratio
		case "E4", "E5", "E8", "G1", "G2", "G3":
		case "G4": // days: told when they are those of enough grievances
			if n := part(f, "closed").Numerator; few(n) {
				t.Value, t.Number = p.T("report.public.too_few"), nil
			}
			t.Note = ""
			continue
		default:
			continue
		}
		value, note := smallRatio(r, p)
		if value != t.Value {
			t.Number = nil
		}
		t.Value, t.Note = value, note
	}
	return out
}

// publicPeople are the parts of E4 and E5, masked: they add up to what stands in the lead figures.
func publicPeople(in Input, p *i18n.Printer) doc.Table {
	t := doc.Table{Title: "E4, E5 · " + p.T("report.people"), Columns: []doc.Column{{Title: p.T("report.column.who"), Share: 4}, {Title: p.T("report.column.number"), Share: 1, Align: doc.Right}}}
	e5 := figure(in.Figures, "E5")
	keys := []string{"women", "men", "undeclared"}
	var counts []int
	for _, key := range keys {
		counts = append(counts, part(e5, key).Numerator)
	}
	for i, cell := range masked(counts, p) {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.T(p.T("figure.part." + keys[i])), cell}})
	}
	return t
}

// publicMeetings list the engagements that enough people came to, without saying who.
func publicMeetings(in Input, p *i18n.Printer) []doc.Block {
	t := doc.Table{Name: p.T("report.meetings"), Empty: p.T("report.know.none"), Columns: []doc.Column{
		{Title: p.T("report.column.date"), Fit: true}, {Title: p.T("report.column.title"), Share: 5}, {Title: p.T("report.column.place"), Share: 3}, {Title: p.T("report.column.kind"), Share: 2},
		{Title: p.T("report.column.people"), Fit: true, Align: doc.Right}}}
	met, unlisted := publiclyMet(in, p)
	for _, m := range met {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{dayCell(m.Start.Date(), p), doc.T(m.Title), doc.T(in.place(m.Settlement, p)), doc.T(p.Term(data.EngagementKinds.List, m.Kind)), number(m.people, p)}})
	}
	out := []doc.Block{doc.Heading{Level: 1, Text: t.Name}}
	if len(t.Rows) > 0 || unlisted == 0 {
		out = append(out, t)
	}
	if unlisted > 0 {
		out = append(out, doc.Paragraph{Text: p.N("report.public.unlisted", unlisted, "Few", p.Int(fewest)), Small: true})
	}
	return out
}

// met is an engagement with how many came.
type met struct {
	*data.Engagement
	people int
}

// publiclyMet tells the engagements that may be listed one by one from those that were between few: at somebody's house, on the phone.
func publiclyMet(in Input, p *i18n.Printer) (out []met, unlisted int) {
	for _, e := range in.Engagements {
		if _, named := in.came(e, p); named+e.Headcount() >= fewest && !private(e.Kind) {
			out = append(out, met{e, named + e.Headcount()})
		} else {
			unlisted++
		}
	}
	return out, unlisted
}

// private are the kinds of engagements that are with somebody, not with a settlement.
func private(kind string) bool {
	return kind == "house_visit" || kind == "phone_call" || kind == "letter"
}
