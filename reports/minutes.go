package reports

import (
	"context"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// buildMinutes writes the minutes of a meeting, in one language or two: what the register knows stands side by side in both, what people
// said is printed once, in the words it was written.
func buildMinutes(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	m, err := readMeeting(ctx, from, ask)
	if err != nil {
		return doc.Document{}, err
	}
	if err := m.readPhotos(ctx, from); err != nil {
		return doc.Document{}, err
	}
	t := tongues{p, ask.Second}
	d := doc.Document{Title: p.T("report.minutes.title") + " " + m.Number, Subtitle: Cut(m.Title, 80), Author: p.T("report.author"), Lang: string(p.Lang()), Made: ask.Made, Words: words(p)}
	title := doc.Title{Text: m.Title, Lines: []string{t.say("report.minutes.title") + " · " + m.Number}}
	if ask.Restricted {
		title.Lines = append(title.Lines, t.say("report.restricted_in"))
	}
	d.Blocks = append(d.Blocks, title)
	d.Blocks = append(d.Blocks, t.both(m.facts)...)
	for _, x := range []struct{ label, text string }{{"engagement.officers", strings.Join(m.Officers, ", ")}, {"engagement.purpose", m.Purpose}} {
		if x.text != "" {
			d.Blocks = append(d.Blocks, doc.Paragraph{Text: p.T("report.minutes.fact", "Label", t.say(x.label), "Text", x.text)})
		}
	}
	d.Blocks = append(d.Blocks, t.section("engagement.agenda", m.Agenda)...)
	d.Blocks = append(d.Blocks, m.attended(t)...)
	d.Blocks = append(d.Blocks, m.discussed(t)...)
	d.Blocks = append(d.Blocks, m.agreed(t)...)
	d.Blocks = append(d.Blocks, t.section("engagement.next_steps", m.NextSteps)...)
	if m.NextMeeting != "" {
		d.Blocks = append(d.Blocks, t.both(func(p *i18n.Printer) []doc.Block {
			return []doc.Block{doc.Paragraph{Text: p.T("report.minutes.next", "Day", p.Day(m.NextMeeting))}}
		})...)
	}
	d.Blocks = append(d.Blocks, t.section("engagement.shared", m.Shared)...)
	if m.hidden > 0 {
		d.Blocks = append(d.Blocks, t.both(func(p *i18n.Printer) []doc.Block {
			return []doc.Block{doc.Paragraph{Text: p.N("briefing.hidden", m.hidden), Small: true}}
		})...)
	}
	d.Blocks = append(d.Blocks, doc.Signatures{Lines: []string{t.say("report.minutes.sign.kept"), t.say("report.minutes.sign.company"), t.say("report.minutes.sign.community")}})
	d.Blocks = append(d.Blocks, m.pictures(t)...)
	return closed(d, Input{Made: ask.Made, Restricted: ask.Restricted}, false, p), nil
}

// tongues are the languages of a document, the second may be nil.
type tongues struct{ first, second *i18n.Printer }

// say is a label in both languages.
func (t tongues) say(id string) string {
	return t.each(func(p *i18n.Printer) string { return p.T(id) })
}

// each joins what is said in both languages; what is the same in both is said once.
func (t tongues) each(f func(*i18n.Printer) string) string {
	a := f(t.first)
	if t.second == nil {
		return a
	}
	if b := f(t.second); b != a {
		return a + " / " + b
	}
	return a
}

// both are blocks in both languages beside each other.
func (t tongues) both(f func(*i18n.Printer) []doc.Block) []doc.Block {
	if t.second == nil {
		return f(t.first)
	}
	return []doc.Block{doc.Parallel{Langs: [2]string{string(t.first.Lang()), string(t.second.Lang())}, Pairs: []doc.Pair{{Left: f(t.first), Right: f(t.second)}}}}
}

// section is a heading and below it what people wrote, a paragraph for each of its lines; nothing when they wrote nothing.
func (t tongues) section(label, text string) (out []doc.Block) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if out == nil {
			out = []doc.Block{doc.Heading{Level: 2, Text: t.say(label)}}
		}
		out = append(out, doc.Paragraph{Text: line})
	}
	return out
}

// facts say when and where it was, of what kind, in which languages and how many came.
func (m meeting) facts(p *i18n.Printer) (out []doc.Block) {
	fact := func(label, text string) {
		if text != "" {
			out = append(out, doc.Paragraph{Text: p.T("report.minutes.fact", "Label", p.T(label), "Text", text)})
		}
	}
	when := p.Moment(m.Start)
	switch {
	case !m.End.Known():
	case m.Start.Timed && m.End.Timed && m.End.Date() == m.Start.Date():
		when += "–" + p.Clock(m.End.Local())
	case m.End.Date() != m.Start.Date():
		when += " – " + p.Moment(m.End)
	}
	fact("report.minutes.when", when)
	var where, langs []string
	if m.place != nil {
		where = append(where, placeName(m.place, p))
	}
	if m.Venue != "" {
		where = append(where, m.Venue)
	}
	fact("report.minutes.where", strings.Join(where, ", "))
	kind := p.Term(data.EngagementKinds.List, m.Kind)
	if m.Status != "held" {
		kind = strings.TrimPrefix(kind+", "+p.Term(data.Statuses.List, m.Status), ", ")
	}
	fact("engagement.kind", kind)
	fact("engagement.initiator", p.Term(data.Initiators.List, m.Initiator))
	for _, l := range m.Languages {
		langs = append(langs, p.Term(data.Languages.List, l))
	}
	fact("engagement.languages", list(langs, len(langs), p))
	came := p.N("report.minutes.named", len(m.Attendance))
	if n := m.Headcount(); n > 0 {
		came += p.T("report.minutes.heads", "People", p.N("report.headcount", n), "Women", p.Int(m.Women), "Men", p.Int(m.Men), "Undeclared", p.Int(m.Undeclared), "Young", p.Int(m.Young))
	}
	fact("report.minutes.came", came)
	return out
}
