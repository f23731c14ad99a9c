package reports

import (
	"cmp"
	"maps"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// mostNamed is how many names a sentence lists before it says how many more there are.
const mostNamed = 12

// know is what a manager must know, each sentence computed from the data: what changed, who and where was left out, what people raised
// and whether they were satisfied.
func know(in Input, p *i18n.Printer) []doc.Block {
	var items []string
	say := func(id string, args ...any) { items = append(items, p.T(id, args...)) }

	e1, b1 := figure(in.Figures, "E1").Numerator, figure(in.Before, "E1").Numerator
	if e1 == 0 {
		say("report.know.none")
	} else {
		items = append(items, p.N("report.know.held", e1))
	}
	if in.comparable() {
		if p.Lang() != i18n.Chinese { // which puts no blank between sentences
			items[0] += " "
		}
		items[0] += p.T("report.know.change", "Before", p.Span(in.Earlier), "N", p.Int(b1), "Change", change(e1-b1, p))
	}
	if not := part(figure(in.Figures, "E7"), "not_covered"); len(not.Evidence) > 0 {
		say("report.know.not_visited", "N", p.Int(not.Numerator), "Total", p.Int(figure(in.Figures, "E7").Denominator), "List", list(in.places(not.Evidence, p), mostNamed, p))
	} else if n := figure(in.Figures, "E7").Denominator; n > 0 {
		say("report.know.all_visited", "Total", p.Int(n))
	}
	if groups := in.foremost("E2", "group", p); len(groups) > 0 {
		say("report.know.top_group", "List", list(groups, mostNamed/2, p), "N", p.Int(largest(split(figure(in.Figures, "E2"), "group"))[0].Numerator), "Total", p.Int(e1))
	}
	if missing := part(figure(in.Figures, "E8"), "missing"); len(missing.Evidence) > 0 {
		say("report.know.priority_missing", "N", p.Int(missing.Numerator), "Total", p.Int(figure(in.Figures, "E8").Denominator), "List", list(in.names(missing.Evidence), mostNamed/2, p))
	}
	items = append(items, knowPoints(in, p)...)
	if n := figure(in.Figures, "C3").Numerator; n > 0 {
		items = append(items, p.N("report.know.overdue", n))
	}
	items = append(items, knowFollowed(in, p)...)
	return []doc.Block{doc.Heading{Level: 1, Text: p.T("report.know")}, doc.List{Items: items}}
}

// foremost names the rows of a split that share the highest count.
func (in Input) foremost(code, by string, p *i18n.Printer) []string {
	var out []string
	rows := largest(split(figure(in.Figures, code), by))
	for _, r := range rows {
		if r.Key != "" && r.Numerator == rows[0].Numerator {
			out = append(out, in.label(by, r, p))
		}
	}
	return out
}

// knowPoints is what follows from the points that were raised.
func knowPoints(in Input, p *i18n.Printer) []string {
	raised, unsatisfied, unanswered := tally{}, tally{}, tally{}
	asked, unhappy := 0, 0
	for _, e := range in.Engagements {
		for _, x := range e.Points {
			raised[x.Topic]++
			switch x.Satisfied {
			case "yes":
				asked++
			case "partly", "no":
				asked++
				unhappy++
				unsatisfied[x.Topic]++
			}
			if x.Answer == "" {
				unanswered[x.Topic]++
			}
		}
	}
	var items []string
	if len(raised) > 0 {
		items = append(items, p.T("report.know.topics", "List", list(raised.names(p), 4, p)))
	}
	if unhappy > 0 {
		items = append(items, p.T("report.know.unsatisfied", "N", p.Int(unhappy), "Total", p.Int(asked), "List", list(unsatisfied.names(p), 4, p)))
	}
	if len(unanswered) > 0 {
		items = append(items, p.T("report.know.unanswered", "List", list(unanswered.names(p), 4, p)))
	}
	return items
}

// knowFollowed is what follows from issues and grievances: what grew, what was not told back, what was late.
func knowFollowed(in Input, p *i18n.Printer) (items []string) {
	i1 := figure(in.Figures, "I1")
	var grew []string
	for _, r := range largest(split(i1, "topic")) {
		if before := row(split(i1, "topic_before"), r.Key).Numerator; before > 0 && r.Numerator > before {
			grew = append(grew, p.T("report.know.topic_change", "Topic", in.label("topic", r, p), "N", p.Int(r.Numerator), "Before", p.Int(before)))
		}
	}
	if len(grew) > 0 {
		items = append(items, p.T("report.know.grew", "List", list(grew, 3, p)))
	}
	if n := part(figure(in.Figures, "I3"), "answer_untold").Numerator; n > 0 {
		items = append(items, p.N("report.know.answers_untold", n))
	}
	if late := lateNumbers(in.Set.Late()); len(late) > 0 {
		items = append(items, p.N("report.know.late", len(late), "List", list(late, mostNamed/2, p)))
	}
	return items
}

// tally counts points by topic.
type tally map[string]int

// topics are the topics of a tally, most raised first.
func (t tally) topics() []string {
	return slices.SortedFunc(maps.Keys(t), func(a, b string) int { return cmp.Or(t[b]-t[a], cmp.Compare(a, b)) })
}

func (t tally) names(p *i18n.Printer) []string {
	var out []string
	for _, topic := range t.topics() {
		out = append(out, topicName(topic, p)+" ("+p.Int(t[topic])+")")
	}
	return out
}

func topicName(code string, p *i18n.Printer) string {
	if code == "" {
		return p.T("report.no_topic")
	}
	return p.Term(data.Topics.List, code)
}

func (in Input) places(refs []indicator.Ref, p *i18n.Printer) []string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = cmp.Or(in.place(r.ID, p), r.Number)
	}
	slices.SortFunc(out, p.Compare) // each script has its own order
	return out
}

// names are the names of stakeholders, or their numbers where the name is not to be printed.
func (in Input) names(refs []indicator.Ref) []string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.Number
		if s := in.Stakeholders[r.ID]; s != nil {
			out[i] = s.Name
		}
	}
	return out
}
