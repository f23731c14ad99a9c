package reports

import (
	"context"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// buildVillage makes the sheet for a notice board: what we promised to a settlement, in the words it was promised, by when, and what came of
// it. It is large and names nobody, and holds nothing restricted. Without a period it tells everything there is on the day it is made;
// with one, what was open or was settled in it.
func buildVillage(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	in := Input{Period: ask.Period, Made: ask.Made, Settlements: map[data.ID]*data.Settlement{}}
	if (in.Period == data.Period{}) {
		today := data.DateOf(ask.Made.In(data.HomeZone()))
		in.Period = data.Period{From: today, To: today}
	}
	set, err := from.Dataset(ctx, in.Period, false)
	if err != nil {
		return doc.Document{}, err
	}
	for _, s := range set.Settlements {
		if in.Settlements[s.ID], err = from.Settlement(ctx, s.ID); err != nil {
			return doc.Document{}, err
		}
	}
	v := village{Input: in, whole: ask.Period == data.Period{}}
	for i := range set.Commitments {
		c, err := from.Commitment(ctx, set.Commitments[i].ID)
		if err != nil {
			return doc.Document{}, err
		}
		place, err := placeOf(ctx, from, c)
		if err != nil {
			return doc.Document{}, err
		}
		if place == ask.Settlement {
			v.all = append(v.all, c)
		}
	}
	place := v.place(ask.Settlement, p)
	d := doc.Document{Title: p.T("report.village.title.of", "Place", place), Subtitle: place, Author: p.T("report.author"), Lang: string(p.Lang()), Made: ask.Made, Words: words(p)}
	state := p.T("report.village.as_of", "Day", p.Day(v.Period.To))
	if !v.whole {
		d.Period = p.Span(ask.Period)
		state = p.Span(ask.Period) + " · " + state
	}
	d.Blocks = append(d.Blocks, doc.Title{Text: d.Title, Lines: []string{state}})
	d.Blocks = append(d.Blocks, v.sections(p)...)
	d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: p.T("report.village.ask"), Large: true}, doc.Paragraph{Text: p.T("report.village.ask.how"), Large: true})
	return closedNameless(ctx, from, d, v.Input, false, p)
}

// village is what was promised to a settlement by the end of a period.
type village struct {
	Input
	whole bool // every promise there is, not a period's
	all   []*data.Commitment
}

// sections tell the open promises first, then those kept, then those taken back.
func (v village) sections(p *i18n.Printer) (out []doc.Block) {
	end := v.Period.To
	settled := func(on data.Date) bool { return on != "" && on <= end && (v.whole || on >= v.Period.From) }
	r := register{Input: v.Input, all: v.all}
	open := r.open()
	kept := r.those(func(c *data.Commitment) bool { return settled(c.DoneOn) }, func(c *data.Commitment) data.Date { return c.DoneOn })
	back := r.those(func(c *data.Commitment) bool { return settled(c.WithdrawnOn) }, func(c *data.Commitment) data.Date { return c.WithdrawnOn })
	slices.Reverse(kept) // the newest news first
	slices.Reverse(back)
	if len(open)+len(kept)+len(back) == 0 {
		return []doc.Block{doc.Paragraph{Text: p.T("report.village.none"), Large: true}}
	}
	for _, x := range []struct {
		title string
		of    []*data.Commitment
	}{{p.T("report.village.open"), open}, {p.T("report.village.kept"), kept}, {p.T("report.village.back"), back}} {
		if len(x.of) == 0 {
			continue
		}
		out = append(out, doc.Heading{Level: 1, Text: x.title, Large: true})
		for _, c := range x.of {
			out = append(out, doc.Paragraph{Text: c.Promise, Large: true, Strong: true}, doc.Paragraph{Text: v.outcome(c, p), Large: true})
		}
	}
	return out
}

// outcome says when a promise was made, by when it is due, and what came of it.
func (v village) outcome(c *data.Commitment, p *i18n.Printer) string {
	end := v.Period.To
	said := func(id string, args ...any) string { return p.T("report.village."+id, args...) }
	text := said("made", "Day", p.Day(c.MadeOn))
	and := func(s string) {
		if text += " "; p.Lang() == i18n.Chinese {
			text = text[:len(text)-1]
		}
		text += s
	}
	ended := func(on data.Date) bool { return on != "" && on <= end }
	switch due := dueAt(c, end); {
	case ended(c.WithdrawnOn):
		and(said("withdrawn", "Day", p.Day(c.WithdrawnOn), "Why", sentence(c.WithdrawnWhy, p)))
	case ended(c.DoneOn):
		and(said("done", "Day", p.Day(c.DoneOn), "What", sentence(c.Evidence, p)))
	case due == "":
		and(said("no_date"))
	default:
		if due != c.Due {
			moved := ""
			for _, x := range c.Revisions {
				if x.On <= end {
					moved = x.Reason
				}
			}
			and(said("moved", "Was", p.Day(c.Due), "Day", p.Day(due), "Why", sentence(moved, p)))
		} else {
			and(said("due", "Day", p.Day(due)))
		}
		if due < end {
			and(p.N("report.village.late", daysAfter(due, end)))
		}
	}
	return text
}
