package reports

import (
	"context"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// How a sign-in sheet is filled.
const (
	signRow    = 10.5 // millimetres: a row to write in standing, with a pen on a clipboard
	blankRows  = 10   // at least, for who was not expected
	mostBlanks = 40
)

// buildSignIn makes the sheet that people sign when they come: who is expected stands on it already, the rest of its pages are blank rows.
// Its short codes are those that the office types afterwards.
func buildSignIn(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	e, err := from.Engagement(ctx, ask.Engagement)
	if err != nil {
		return doc.Document{}, err
	}
	if e.Restricted() && !ask.Restricted {
		return doc.Document{}, data.NewError("report.restricted", nil, "Number", e.Number)
	}
	who, place, err := expectedAt(ctx, from, e, ask, p)
	if err != nil {
		return doc.Document{}, err
	}
	sheet := func(blank int) doc.Document { return signInSheet(e, place, who, blank, ask, p) }
	blank := blankRows
	pages := doc.Pages(sheet(blank))
	for blank < mostBlanks && doc.Pages(sheet(blank+1)) == pages { // the last page is filled to its end
		blank++
	}
	return sheet(blank), nil
}

// signer is somebody whose name is printed already.
type signer struct{ name, from string }

// expectedAt are those whom the meeting names; when it names nobody, who came to the last ones there. Beside each stands where they are from.
func expectedAt(ctx context.Context, from Source, e *data.Engagement, ask Ask, p *i18n.Printer) (out []signer, place *data.Settlement, err error) {
	b := Briefing{Meeting: e}
	if !e.Settlement.IsZero() {
		if place, err = from.Settlement(ctx, e.Settlement); err != nil {
			return nil, nil, err
		}
	}
	var ids []data.ID
	for _, a := range e.Attendance {
		ids = append(ids, a.Stakeholder)
	}
	if len(ids) == 0 && place != nil {
		before := Ask{Settlement: e.Settlement, Engagement: e.ID, Restricted: ask.Restricted, Made: ask.Made}
		if err := b.readMet(ctx, from, before); err != nil {
			return nil, nil, err
		}
		if err := b.readExpected(ctx, from, before); err != nil {
			return nil, nil, err
		}
		for _, x := range b.Expected {
			ids = append(ids, x.ID)
		}
	}
	for _, id := range ids {
		s, err := from.Stakeholder(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		if s.Binned || s.Confidentiality == "restricted" && !ask.Restricted {
			continue
		}
		x := signer{name: s.Name}
		if x.from, err = organisationOf(ctx, from, s, e.Start.HomeDate(), ask.Restricted); err != nil {
			return nil, nil, err
		}
		if x.from == "" && !s.Settlement.IsZero() {
			home, err := from.Settlement(ctx, s.Settlement)
			if err != nil {
				return nil, nil, err
			}
			x.from = placeName(home, p)
		}
		out = append(out, x)
	}
	return out, place, nil
}

func signInSheet(e *data.Engagement, place *data.Settlement, who []signer, blank int, ask Ask, p *i18n.Printer) doc.Document {
	d := doc.Document{Title: p.T("report.signin.title") + " " + e.Number, Subtitle: Cut(e.Title, 80), Author: p.T("report.author"), Lang: string(p.Lang()), Made: ask.Made, Words: words(p)}
	about := p.Moment(e.Start)
	if place != nil {
		about += " · " + placeName(place, p)
	}
	if e.Venue != "" {
		about += " · " + e.Venue
	}
	title := doc.Title{Text: p.T("report.signin.title"), Lines: []string{e.Title, about + " · " + e.Number}}
	if ask.Restricted {
		title.Lines = append(title.Lines, p.T("report.restricted_in"))
	}
	t := doc.Table{Name: p.T("report.signin.title"), Grid: true, RowHeight: signRow, Columns: []doc.Column{
		{Title: "№", Fit: true, Align: doc.Right}, {Title: p.T("report.signin.name"), Share: 4}, {Title: p.T("report.signin.from"), Share: 3}, {Title: p.T("report.signin.phone"), Share: 2.2},
		{Title: p.T("report.signin.signature"), Share: 3}, {Title: p.T("report.signin.photo"), Share: 1.5, Min: 19}, {Title: p.T("report.signin.sex"), Share: 0.8, Min: 10}, {Title: p.T("report.signin.young"), Share: 0.8, Min: 10}}}
	consent := p.T("report.signin.boxes")
	for i := range len(who) + blank {
		var x signer
		if i < len(who) {
			x = who[i]
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{number(i+1, p), doc.T(x.name), doc.T(x.from), {}, {}, doc.T(consent), {}, {}}})
	}
	d.Blocks = []doc.Block{title, doc.Paragraph{Text: p.T("report.signin.codes"), Small: true}, t, doc.Paragraph{Text: p.T("report.signin.privacy"), Small: true}}
	return closed(d, Input{Made: ask.Made, Restricted: ask.Restricted}, false, p)
}
