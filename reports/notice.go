package reports

import (
	"context"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// buildNotice prints what may hang on a board; what names somebody is left out unless ask.Sheet has other words for it.
func buildNotice(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	d := doc.Document{Author: p.T("report.author"), Lang: string(p.Lang()), Made: ask.Made, Words: words(p)}
	for i, p := range []*i18n.Printer{p, ask.Second} {
		if p == nil {
			continue
		}
		u, err := readUntold(ctx, from, ask.Settlement, p)
		if err != nil {
			return d, err
		}
		said := ask.Sheet
		if i > 0 {
			said = inScripts(said, p)
			d.Blocks = append(d.Blocks, doc.PageBreak{})
		}
		reach, err := reachUs(ctx, from)
		if err != nil {
			return d, err
		}
		d.Blocks = append(d.Blocks, notice(u.on(said), u.Place, reach, ask, p)...)
	}
	d.Title = p.T("notice.title")
	d.Footer = p.T("notice.footer", "Made", p.Day(data.DateOf(ask.Made.In(data.HomeZone()))), "Print", doc.Fingerprint(d))
	return d, nil
}

// on is what stands on a notice: what was chosen, in the words that were chosen, else all that is fit for it.
func (u Untold) on(said map[data.ID]Saying) (out []News) {
	for _, n := range u.News {
		s, chosen := said[n.Row.ID]
		if said == nil && n.Fit() {
			out = append(out, n)
		} else if chosen {
			n.Saying = s
			out = append(out, n)
		}
	}
	return out
}

func inScripts(said map[data.ID]Saying, p *i18n.Printer) map[data.ID]Saying {
	if said == nil {
		return nil
	}
	out := map[data.ID]Saying{}
	for id, s := range said {
		out[id] = Saying{inItsScript(s.Asked, p), inItsScript(s.Answer, p)}
	}
	return out
}

// kinds of news, with the heading over each and the words before what was asked and what came of it.
var noticeKinds = []struct{ record, heading string }{{data.Issues.Name, "notice.issues"}, {data.Commitments.Name, "notice.promises"}, {data.Grievances.Name, "notice.grievances"}}

// notice is a sheet that is read standing before it.
func notice(news []News, place *data.Settlement, reach string, ask Ask, p *i18n.Printer) []doc.Block {
	out := []doc.Block{doc.Title{Text: p.T("notice.title"), Large: true, Lines: []string{placeName(place, p) + " · " + p.Day(data.DateOf(ask.Made.In(data.HomeZone())))}}}
	if len(news) == 0 {
		out = append(out, doc.Paragraph{Text: p.T("notice.nothing"), Large: true})
	}
	for _, k := range noticeKinds {
		of := slices.DeleteFunc(slices.Clone(news), func(n News) bool { return n.Row.Type != k.record })
		if len(of) == 0 {
			continue
		}
		out = append(out, doc.Heading{Level: 1, Text: p.T(k.heading), Large: true})
		for _, n := range of {
			out = append(out, doc.Paragraph{Text: n.Asked, Large: true, Strong: true}, doc.Paragraph{Text: n.came(p), Large: true})
		}
	}
	out = append(out, doc.Heading{Level: 1, Text: p.T("notice.reach"), Large: true})
	if reach == "" {
		reach = p.T("notice.reach.ask")
	}
	return append(out, doc.Paragraph{Text: reach, Large: true})
}

// came is what came of it, with its day.
func (n News) came(p *i18n.Printer) string {
	words := "notice.answer"
	switch x := n.Record.(type) {
	case *data.Commitment:
		words = "notice.done"
		if x.WithdrawnOn != "" {
			words = "notice.withdrawn"
		}
	case *data.Grievance:
		words = "notice.closed"
	}
	return p.T(words, "Day", p.Day(n.EndedOn), "Answer", strings.TrimSpace(n.Answer))
}

// reachSettings are how people reach us, by the names of the settings, in the order in which they are printed.
var reachSettings = []string{data.CompanyName, data.CompanyAddress, data.CompanyPhone, data.CompanyEmail}

// reachUs is what the settings say of it, a line each, "" when they say nothing.
func reachUs(ctx context.Context, from Source) (string, error) {
	var lines []string
	for _, name := range reachSettings {
		v, err := from.Setting(ctx, name)
		if err != nil {
			return "", err
		}
		if v = strings.TrimSpace(v); v != "" {
			lines = append(lines, v)
		}
	}
	if len(lines) < 2 { // a name alone is no way to reach anybody
		return "", nil
	}
	return strings.Join(lines, "\n"), nil
}
