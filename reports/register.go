package reports

import (
	"cmp"
	"context"
	"slices"

	"dogovor/data"
	"dogovor/data/indicator"
)

// register is a period with every promise that was made by its end, of everywhere or of one settlement.
type register struct {
	Input
	all   []*data.Commitment
	where map[data.ID]data.ID // of a promise: its settlement, else that of the meeting at which it was made
}

// readRegister gathers what ask is about; of a public edition without anything restricted.
func readRegister(ctx context.Context, from Source, ask Ask) (r register, err error) {
	if r.Input, err = gather(ctx, from, ask.Period, ask.Restricted && !ask.Public, ask.Made); err != nil {
		return r, err
	}
	r.where = map[data.ID]data.ID{}
	for i := range r.Set.Commitments {
		c, err := from.Commitment(ctx, r.Set.Commitments[i].ID)
		if err != nil {
			return r, err
		}
		if r.where[c.ID], err = placeOf(ctx, from, c); err != nil {
			return r, err
		}
		for _, to := range c.Recipients {
			if err := r.readStakeholder(ctx, from, r.Set, to.Stakeholder); err != nil {
				return r, err
			}
		}
		r.all = append(r.all, c)
	}
	if ask.Settlement.IsZero() {
		return r, nil
	}
	return r, r.narrow(ctx, from, ask.Settlement)
}

// placeOf is the settlement that a promise belongs to.
func placeOf(ctx context.Context, from Source, c *data.Commitment) (data.ID, error) {
	if !c.Settlement.IsZero() || c.Engagement.IsZero() {
		return c.Settlement, nil
	}
	e, err := from.Engagement(ctx, c.Engagement)
	if err != nil {
		return data.ID{}, err
	}
	return e.Settlement, nil
}

// narrow leaves what belongs to one settlement, and computes the figures of that.
func (r *register) narrow(ctx context.Context, from Source, place data.ID) error {
	before, err := from.Dataset(ctx, r.Earlier, r.Restricted)
	if err != nil {
		return err
	}
	r.Set, before = r.at(r.Set, place), r.at(before, place)
	r.Figures, r.Before = indicator.All(r.Set), indicator.All(before)
	r.all = slices.DeleteFunc(r.all, func(c *data.Commitment) bool { return r.where[c.ID] != place })
	r.Promises = slices.DeleteFunc(r.Promises, func(c *data.Commitment) bool { return r.where[c.ID] != place })
	r.Engagements = slices.DeleteFunc(r.Engagements, func(e *data.Engagement) bool { return e.Settlement != place })
	r.Issues = slices.DeleteFunc(r.Issues, func(x *data.Issue) bool { return x.Settlement != place })
	return nil
}

// at is what the figures of one settlement are computed from.
func (r *register) at(set *indicator.Dataset, place data.ID) *indicator.Dataset {
	out := *set
	out.Engagements = slices.DeleteFunc(slices.Clone(set.Engagements), func(e indicator.Engagement) bool { return e.Settlement != place })
	out.Commitments = slices.DeleteFunc(slices.Clone(set.Commitments), func(c indicator.Commitment) bool { return r.where[c.ID] != place })
	out.Issues = slices.DeleteFunc(slices.Clone(set.Issues), func(x indicator.Issue) bool { return x.Settlement != place })
	out.Grievances = slices.DeleteFunc(slices.Clone(set.Grievances), func(g indicator.Grievance) bool { return g.Settlement != place })
	return &out
}

// those are the promises of which is holds, in the order of the day that by tells; those without one stand last.
func (r *register) those(is func(*data.Commitment) bool, by func(*data.Commitment) data.Date) []*data.Commitment {
	out := slices.DeleteFunc(slices.Clone(r.all), func(c *data.Commitment) bool { return !is(c) })
	slices.SortStableFunc(out, func(a, b *data.Commitment) int {
		return cmp.Or(cmp.Compare(cmp.Or(by(a), "9999"), cmp.Or(by(b), "9999")), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// open are the promises open at the end of the period, the most urgent first.
func (r *register) open() []*data.Commitment {
	end := r.Period.To
	return r.those(func(c *data.Commitment) bool { return openAt(c, end) }, func(c *data.Commitment) data.Date { return dueAt(c, end) })
}
