package duplicates

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// compared is one pair, field by field, with what a merge would do.
type compared struct {
	s       *Screen
	pair    data.DuplicatePair
	plan    *data.MergePlan
	names   record.Names
	choices map[string]string
	page    *widgets.Page
	first   fyne.Focusable // the first field to be chosen
}

func newCompared(s *Screen, p data.DuplicatePair, plan *data.MergePlan, names record.Names) *compared {
	c := &compared{s: s, pair: p, plan: plan, names: names, choices: map[string]string{}}
	w := s.host.Words()
	badge := widgets.StatusNote
	if p.Score >= data.VeryLikelyAlike {
		badge = widgets.StatusSoon
	}
	parts := []fyne.CanvasObject{widgets.Column(look.Unit,
		look.NewWrapped(plan.Keep.Name, look.TitleStyle),
		widgets.Flow(look.Unit, widgets.NewBadge(w.T(likely(p.Score)), badge), look.NewText(record.AlikeReasons(s.host, p.Reasons), look.SecondaryStyle)),
		widgets.Flow(look.Unit,
			widgets.SecondaryButton(w.T("duplicates.not_same"), s.notSame),
			widgets.QuietButton(w.T("duplicates.swap"), func() { s.compare(p, plan.Drop.ID, plan.Keep.ID) })),
	)}
	if slices.Contains(plan.Warnings, data.MergeKinds) {
		parts = append(parts, record.Banner(w.T("duplicates.warning.kinds")))
	}
	parts = append(parts, c.fields(), record.Section(w.T("duplicates.moves"), c.moves()))
	c.page = record.Page(parts...)
	return c
}

func (c *compared) ids() [2]data.ID { return [2]data.ID{c.pair.A.ID, c.pair.B.ID} }

// focus goes to the first choice, or to the page when there is none.
func (c *compared) focus() {
	if c.first != nil {
		c.s.host.Window().Canvas().Focus(c.first)
		return
	}
	widgets.Focus(c.page)
}

// least is the width of a value below which the other goes to the next line.
const least = 110

// fields are the two records side by side: what is alike quietly, what differs with a choice between.
func (c *compared) fields() fyne.CanvasObject {
	w := c.s.host.Words()
	head := func(word string, x *data.Stakeholder) fyne.CanvasObject {
		open := widgets.NewLink(x.Number, func() { c.s.host.Go(screens.Place{Area: screens.Stakeholders, Record: x.ID}) })
		return widgets.Column(0, look.NewText(word, look.LabelStyle), open)
	}
	lines := []fyne.CanvasObject{c.line(head(w.T("duplicates.stays"), c.plan.Keep), nil, head(w.T("duplicates.goes"), c.plan.Drop))}
	for _, f := range data.Stakeholders.Fields {
		i := slices.IndexFunc(c.plan.Fields, func(m data.MergeField) bool { return m.Column == f.Name })
		switch {
		case i >= 0:
			lines = append(lines, c.choice(c.plan.Fields[i]))
		case !f.IsZero(c.plan.Keep) && f.Name != "script" && f.Name != "number":
			quiet := look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
			lines = append(lines, widgets.Column(2, look.NewText(c.label(f.Name), look.LabelStyle),
				c.line(look.NewWrapped(c.say(c.plan.Keep, f.Name), quiet), nil, look.NewWrapped(c.say(c.plan.Drop, f.Name), quiet))))
		}
	}
	return widgets.Column(look.Unit*1.5, lines...)
}

func (c *compared) label(column string) string {
	return record.Label(c.s.host, data.Stakeholders, column)
}

func (c *compared) say(x *data.Stakeholder, column string) string {
	if said := record.Say(c.s.host, x, column, c.names); said != "" {
		return said
	}
	return "–"
}

// line is two things with a third between them.
func (c *compared) line(left, between, right fyne.CanvasObject) fyne.CanvasObject {
	if between == nil {
		between = &fyne.Container{}
	}
	return widgets.Row(widgets.Part(1, least, left), widgets.Part(0, c.middle(), between), widgets.Part(1, least, right))
}

// middle is the width of a choice with all three answers.
func (c *compared) middle() float32 { return widgets.NewSegment(c.options(true), nil).MinSize().Width }

func (c *compared) options(both bool) []widgets.Option {
	out := []widgets.Option{{Key: data.TakeKept, Label: "←"}}
	if both {
		out = append(out, widgets.Option{Key: data.TakeBoth, Label: "+"})
	}
	return append(out, widgets.Option{Key: data.TakeDropped, Label: "→"})
}

// choice is a field in which the two differ; what is taken stands out.
func (c *compared) choice(m data.MergeField) fyne.CanvasObject {
	left, right := look.NewWrapped(c.say(c.plan.Keep, m.Column), look.StrongStyle), look.NewWrapped(c.say(c.plan.Drop, m.Column), look.StrongStyle)
	show := func(take string) {
		style := func(taken bool) look.Style {
			if taken {
				return look.StrongStyle
			}
			return look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
		}
		left.SetStyle(style(take != data.TakeDropped))
		right.SetStyle(style(take != data.TakeKept))
	}
	var between *widgets.Segment
	between = widgets.NewSegment(c.options(m.Both), func(take string) {
		if take == "" { // one of them always holds
			take = m.Take
			between.SetKey(take)
		}
		c.choices[m.Column] = take
		show(take)
	})
	between.SetKey(m.Take)
	show(m.Take)
	if c.first == nil {
		c.first = between
	}
	return widgets.Column(2, look.NewText(c.label(m.Column), look.NoteStyle), c.line(left, between, right))
}

// mostNamed is how many records a line names.
const mostNamed = 5

// moves tells what will point at the record that stays.
func (c *compared) moves() fyne.CanvasObject {
	w := c.s.host.Words()
	var lines []fyne.CanvasObject
	for _, m := range c.plan.Moves {
		var named []string
		for _, r := range m.Of[:min(mostNamed, len(m.Of))] {
			title := r.Title
			if letters := []rune(title); len(letters) > 40 {
				title = string(letters[:39]) + "…"
			}
			named = append(named, strings.TrimSpace(title+" "+r.Number))
		}
		if more := len(m.Of) - mostNamed; more > 0 {
			named = append(named, w.N("duplicates.more", more))
		}
		id := "duplicates.move"
		if m.Joined {
			id = "duplicates.joined"
		}
		what := w.T("record." + m.Type)
		if t := data.TypeNamed(m.Type); m.Column != data.Stakeholders.Name {
			what = w.T("record.of", "Part", what, "Field", record.Label(c.s.host, t, m.Column))
		}
		lines = append(lines, widgets.Column(0, look.Body(w.T(id, "What", what, "N", w.Int(len(m.Of)))), look.NewWrapped(strings.Join(named, " · "), look.SecondaryStyle)))
	}
	if len(lines) == 0 {
		lines = append(lines, look.Body(w.T("duplicates.moves.none")))
	}
	return widgets.Column(look.Unit, append(lines, look.NewWrapped(w.T("duplicates.moves.after"), look.SecondaryStyle))...)
}
