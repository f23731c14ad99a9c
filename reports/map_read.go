package reports

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
)

// rating is how much influence and interest somebody was thought to have, 1–5 each, 0 unknown.
type rating struct{ influence, interest int }

// known tells whether both are.
func (r rating) known() bool { return r.influence > 0 && r.interest > 0 }

// ratingAt is what was thought on a day: of each the newest assessment up to then that names it.
func ratingAt(as []*data.Assessment, on data.Date) (r rating, position string) {
	for _, a := range inTime(as) {
		if a.On <= on {
			r.influence, r.interest, position = cmp.Or(a.Influence, r.influence), cmp.Or(a.Interest, r.interest), cmp.Or(a.Position, position)
		}
	}
	return r, position
}

// inTime are assessments from the oldest to the newest.
func inTime(as []*data.Assessment) []*data.Assessment {
	as = slices.Clone(as)
	slices.SortStableFunc(as, func(a, b *data.Assessment) int {
		return cmp.Or(strings.Compare(string(a.On), string(b.On)), strings.Compare(a.ID.String(), b.ID.String()))
	})
	return as
}

// rated is a stakeholder on the map.
type rated struct {
	*data.Stakeholder
	now, was rating // at the end of the period and before its first day
	position string
	met      int // engagements of the period they came to
}

// moved tells whether they stand elsewhere than before the period.
func (r rated) moved() bool { return r.was.known() && r.was != r.now }

// chart is all that a map shows.
type chart struct {
	Input
	rated   []rated // the most influential first
	unrated int
	missing []*data.Stakeholder // of priority and not met in the period
}

func readChart(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (c chart, err error) {
	c.Input = Input{Period: ask.Period, Made: ask.Made, Restricted: ask.Restricted && !ask.Public, Settlements: map[data.ID]*data.Settlement{}, Stakeholders: map[data.ID]*data.Stakeholder{}}
	if c.Set, err = from.Dataset(ctx, ask.Period, c.Restricted); err != nil {
		return c, err
	}
	c.Figures = []indicator.Figure{indicator.E8(c.Set)}
	for _, s := range c.Set.Settlements {
		if c.Settlements[s.ID], err = from.Settlement(ctx, s.ID); err != nil {
			return c, err
		}
	}
	met := map[data.ID]int{}
	for _, e := range c.Set.Engagements {
		for _, id := range e.Attendees {
			met[id]++
		}
	}
	for id := range c.Set.Stakeholders {
		if err := c.readStakeholder(ctx, from, c.Set, id); err != nil {
			return c, err
		}
		s := c.Stakeholders[id]
		x := rated{Stakeholder: s, met: met[id]}
		x.now, x.position = ratingAt(s.Assessments, ask.Period.To)
		x.was, _ = ratingAt(s.Assessments, ask.Period.From.AddDays(-1))
		if !x.now.known() {
			c.unrated++
			continue
		}
		c.rated = append(c.rated, x)
	}
	slices.SortFunc(c.rated, func(a, b rated) int {
		return cmp.Or(b.now.influence-a.now.influence, b.now.interest-a.now.interest, p.Compare(a.Name, b.Name), strings.Compare(a.Number, b.Number))
	})
	for _, r := range part(figure(c.Figures, "E8"), "missing").Evidence {
		c.missing = append(c.missing, c.Stakeholders[r.ID])
	}
	slices.SortFunc(c.missing, func(a, b *data.Stakeholder) int {
		return cmp.Or(p.Compare(a.Name, b.Name), strings.Compare(a.Number, b.Number))
	})
	return c, nil
}
