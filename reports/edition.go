package reports

import (
	"context"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// opened is the beginning of a document about a period: its title, and below it of what, of when and for whom.
func opened(in Input, public bool, title string, p *i18n.Printer, lines ...string) doc.Document {
	d := doc.Document{Title: title, Subtitle: p.Span(in.Period), Period: p.Span(in.Period), Author: p.T("report.author"), Lang: string(p.Lang()), Made: in.Made, Words: words(p)}
	about := p.Span(in.Period)
	if s := days(in.Period, p); s != about {
		about += " · " + s
	}
	t := doc.Title{Text: title, Lines: append([]string{about}, lines...)}
	if in.Restricted {
		t.Lines = append(t.Lines, p.T("report.restricted_in"))
	}
	if public {
		t.Lines = append(t.Lines, publicLine(p))
	}
	d.Blocks = []doc.Block{t}
	return d
}

// closed ends a document: links that lead nowhere are taken away, and the foot of every page says when it was made and for whom, as pages come
// apart.
func closed(d doc.Document, in Input, public bool, p *i18n.Printer) doc.Document {
	settleLinks(&d)
	d.Footer = p.T("report.footer", "Made", p.DateTime(in.Made.In(data.HomeZone())), "Print", doc.Fingerprint(d))
	switch {
	case in.Restricted:
		d.Footer = p.T("report.restricted_foot") + " · " + d.Footer
	case public:
		d.Footer = p.T("report.public") + " · " + d.Footer
	}
	return d
}

// closedNameless ends a document that names nobody.
func closedNameless(ctx context.Context, from Source, d doc.Document, in Input, public bool, p *i18n.Printer) (doc.Document, error) {
	if err := nameless(ctx, from, &d, in, p); err != nil {
		return d, err
	}
	return closed(d, in, public, p), nil
}

// only is the appendix of evidence for some figures.
func only(in Input, p *i18n.Printer, codes ...string) []doc.Block {
	some := in
	some.Figures = nil
	for _, f := range in.Figures {
		if slices.Contains(codes, f.Code) {
			some.Figures = append(some.Figures, f)
		}
	}
	return evidence(some, p)
}
