package reports

import (
	"context"
	"math"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// mostOnChart is how many assessments a chart can label.
const mostOnChart = 12

// buildProfile tells who a stakeholder is and what there was between us: meetings, what they raised, what they were promised, of what they
// complained and what they said last.
func buildProfile(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	r, err := readProfile(ctx, from, ask)
	if err != nil {
		return doc.Document{}, err
	}
	d := doc.Document{Title: p.T("report.profile.title") + " " + r.Number, Subtitle: Cut(r.Name, 80), Author: p.T("report.author"), Lang: string(p.Lang()), Made: ask.Made, Words: words(p)}
	about := p.T("report.profile.title") + " · " + p.Term(data.StakeholderKinds.List, r.Kind) + " · " + r.Number
	title := doc.Title{Text: r.Name, Lines: []string{about}}
	if !r.whole {
		d.Period = p.Span(r.Period)
		title.Lines = append(title.Lines, days(r.Period, p))
	}
	if r.Input.Restricted {
		title.Lines = append(title.Lines, p.T("report.restricted_in"))
	}
	d.Blocks = append([]doc.Block{title}, r.facts(p)...)
	for _, part := range []func(*i18n.Printer) []doc.Block{r.standing, r.relations, r.meetings} {
		d.Blocks = append(d.Blocks, part(p)...)
	}
	d.Blocks = append(d.Blocks, r.follows("report.profile.raised", r.raised, p)...)
	d.Blocks = append(d.Blocks, r.follows("report.profile.promised", r.promised, p)...)
	d.Blocks = append(d.Blocks, r.follows("report.profile.grieved", r.grieved, p)...)
	d.Blocks = append(d.Blocks, r.words(p)...)
	if r.hidden > 0 {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: p.N("briefing.hidden", r.hidden), Small: true})
	}
	return closed(d, r.Input, false, p), nil
}

// facts say who it is and how to reach them.
func (r profile) facts(p *i18n.Printer) (out []doc.Block) {
	fact := func(label string, parts ...string) {
		var said []string
		for _, x := range parts {
			if x != "" {
				said = append(said, x)
			}
		}
		if len(said) > 0 {
			out = append(out, doc.Paragraph{Text: p.T("report.minutes.fact", "Label", p.T(label), "Text", list(said, len(said), p))})
		}
	}
	term := func(v data.Vocabulary, code string) string {
		if code == "" {
			return ""
		}
		return p.Term(v.List, code)
	}
	fact("stakeholder.other_names", r.OtherNames...)
	fact("stakeholder.groups", groupsOf(r.Stakeholder, p))
	fact("stakeholder.party", term(data.Parties, r.Party))
	if r.Vulnerable {
		fact("stakeholder.vulnerable", p.T("common.yes"))
		fact("stakeholder.measure", r.Measure)
	}
	if r.home != nil {
		fact("stakeholder.settlement", placeName(r.home, p))
	}
	fact("stakeholder.section.contact", append(append([]string{r.Address}, r.Phones...), append(r.Emails, r.Website)...)...)
	fact("stakeholder.language", term(data.Languages, r.Language))
	fact("stakeholder.contact_way", term(data.ContactWays, r.ContactWay))
	if s := r.others[r.Represents]; s != nil {
		checked := ""
		if r.VerifiedOn != "" {
			checked = strings.TrimSpace(p.T("report.profile.verified", "Day", p.Day(r.VerifiedOn), "How", r.VerifiedHow))
		}
		fact("stakeholder.represents", s.Name, checked)
	}
	fact("stakeholder.manager", r.Manager)
	fact("stakeholder.photo_consent", term(data.Consents, r.PhotoConsent))
	fact("stakeholder.notes", r.Notes)
	return out
}

// standing is how influence and interest were assessed over time, as lines and as a table with the reasons.
func (r profile) standing(p *i18n.Printer) []doc.Block {
	as := inTime(r.Assessments)
	name := p.T("stakeholder.section.assessments")
	out := []doc.Block{doc.Heading{Level: 1, Text: name}}
	t := doc.Table{Name: name, Empty: p.T("report.profile.not_assessed"), Columns: []doc.Column{{Title: p.T("assessment.on_day"), Fit: true}, {Title: p.T("assessment.influence"), Fit: true, Align: doc.Right},
		{Title: p.T("assessment.interest"), Fit: true, Align: doc.Right}, {Title: p.T("assessment.position"), Share: 2}, {Title: p.T("assessment.note"), Share: 6}}}
	influence, interest := doc.Line{Name: p.T("assessment.influence")}, doc.Line{Name: p.T("assessment.interest")}
	graded := func(n int) doc.Cell {
		if n == 0 {
			return doc.Cell{}
		}
		return number(n, p)
	}
	chart := doc.LineChart{}
	add := func(l *doc.Line, n int) {
		v := float64(n)
		if n == 0 {
			v = math.NaN()
		}
		l.Values, l.Texts = append(l.Values, v), append(l.Texts, graded(n).Text)
	}
	for i, a := range as {
		if i >= len(as)-mostOnChart {
			chart.Labels = append(chart.Labels, p.Day(a.On))
			add(&influence, a.Influence)
			add(&interest, a.Interest)
		}
		position := doc.Cell{}
		if a.Position != "" {
			position = doc.T(p.Term(data.Positions.List, a.Position))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{doc.D(a.On, p.Day(a.On)), graded(a.Influence), graded(a.Interest), position, doc.T(a.Note)}})
	}
	if len(as) > 1 {
		chart.Lines = []doc.Line{influence, interest}
		out = append(out, chart)
	}
	return append(out, t)
}
