package reports

import (
	"context"
	"time"

	"dogovor/data"
	"dogovor/data/calendar"
	"dogovor/data/indicator"
)

// Source is where a report reads from: the store.
type Source interface {
	Dataset(ctx context.Context, p data.Period, restricted bool) (*indicator.Dataset, error)
	Engagement(ctx context.Context, id data.ID) (*data.Engagement, error)
	Stakeholder(ctx context.Context, id data.ID) (*data.Stakeholder, error)
	Settlement(ctx context.Context, id data.ID) (*data.Settlement, error)
	Commitment(ctx context.Context, id data.ID) (*data.Commitment, error)
	Issue(ctx context.Context, id data.ID) (*data.Issue, error)
	Grievance(ctx context.Context, id data.ID) (*data.Grievance, error)
	Members(ctx context.Context, organisation data.ID) ([]*data.Membership, error)
	Attachments(ctx context.Context, t *data.Type, id data.ID) ([]*data.Attachment, error)
	AttachmentBytes(ctx context.Context, sum string) ([]byte, error)
	Targets(ctx context.Context) (data.Targets, error)
	Calendar(ctx context.Context) (*calendar.Calendar, error)
	Engagements(ctx context.Context, f data.EngagementFilter, page data.Page) (data.EngagementPage, error)
	Stakeholders(ctx context.Context, f data.StakeholderFilter, page data.Page) (data.StakeholderPage, error)
	Follows(ctx context.Context, f data.FollowFilter, page data.Page) (data.FollowPage, error)
	LastWords(ctx context.Context, who []data.ID, each int) ([]data.LastWords, error)
	Names(ctx context.Context) ([]data.KnownName, error)
	Setting(ctx context.Context, name string) (string, error)
	// Snapshot runs f over one look at the records: what f reads with its context agrees, whatever is saved meanwhile.
	Snapshot(ctx context.Context, f func(ctx context.Context) error) error
}

// Input is all that a report is made of.
type Input struct {
	Period      data.Period
	Made        time.Time
	Restricted  bool               // restricted records are in
	Set         *indicator.Dataset // what the figures were computed from
	Figures     []indicator.Figure
	Earlier     data.Period // the period before, of the same length
	Before      []indicator.Figure
	Trend       indicator.Split    // engagements by month over the twelve months that end with the period, or over the period when that is longer
	Engagements []*data.Engagement // held in the period, by start
	Promises    []*data.Commitment // open at the period's end, done in it and not told, or told in it
	Issues      []*data.Issue      // open at the period's end, answered and not told, or told in it
	Targets     data.Targets       // for grievances
	// Stakeholders holds those who came, those of priority who did not and those something was promised to; one who is not in it is not to be named.
	Stakeholders map[data.ID]*data.Stakeholder
	Settlements  map[data.ID]*data.Settlement
}

// Read gathers the input of a period, as it stands at one moment.
func Read(ctx context.Context, from Source, p data.Period, restricted bool, now time.Time) (in Input, err error) {
	err = from.Snapshot(ctx, func(ctx context.Context) (err error) {
		in, err = gather(ctx, from, p, restricted, now)
		return err
	})
	return in, err
}

func gather(ctx context.Context, from Source, p data.Period, restricted bool, now time.Time) (Input, error) {
	in := Input{Period: p, Made: now, Restricted: restricted, Earlier: p.Before(), Stakeholders: map[data.ID]*data.Stakeholder{}, Settlements: map[data.ID]*data.Settlement{}}
	set, err := from.Dataset(ctx, p, restricted)
	if err != nil {
		return in, err
	}
	in.Set, in.Figures = set, indicator.All(set)
	if in.Targets, err = from.Targets(ctx); err != nil {
		return in, err
	}
	before, err := from.Dataset(ctx, in.Earlier, restricted)
	if err != nil {
		return in, err
	}
	in.Before = indicator.All(before)
	if in.Trend, err = readTrend(ctx, from, p, restricted, split(figure(in.Figures, "E3"), "month")); err != nil {
		return in, err
	}
	if err := in.readRecords(ctx, from, set); err != nil {
		return in, err
	}
	return in, nil
}

// readTrend reads the months that a chart shows before those of the period itself, which are own.
func readTrend(ctx context.Context, from Source, p data.Period, restricted bool, own indicator.Split) (indicator.Split, error) {
	year := p
	last := p.To.Time(time.UTC)
	if first := data.DateOf(time.Date(last.Year(), last.Month()-11, 1, 0, 0, 0, 0, time.UTC)); first < p.From {
		year.From = first
	}
	set, err := from.Dataset(ctx, year, restricted)
	if err != nil {
		return indicator.Split{}, err
	}
	months := split(indicator.E3(set), "month")
	for i, r := range months.Rows {
		if r.Key >= string(p.From[:7]) { // of a month that the period begins within, only what lies in the period
			months.Rows[i] = row(own, r.Key)
		}
	}
	return months, nil
}

func (in *Input) readRecords(ctx context.Context, from Source, set *indicator.Dataset) error {
	for _, held := range set.Engagements {
		e, err := from.Engagement(ctx, held.ID)
		if err != nil {
			return err
		}
		in.Engagements = append(in.Engagements, e)
		for _, a := range e.Attendance {
			if err := in.readStakeholder(ctx, from, set, a.Stakeholder); err != nil {
				return err
			}
		}
	}
	for _, missing := range part(figure(in.Figures, "E8"), "missing").Evidence {
		if err := in.readStakeholder(ctx, from, set, missing.ID); err != nil {
			return err
		}
	}
	if err := in.readPromises(ctx, from, set); err != nil {
		return err
	}
	if err := in.readIssues(ctx, from, set); err != nil {
		return err
	}
	for _, s := range set.Settlements {
		r, err := from.Settlement(ctx, s.ID)
		if err != nil {
			return err
		}
		in.Settlements[s.ID] = r
	}
	return nil
}

// readPromises reads those that the report lists, with whom they were made to.
func (in *Input) readPromises(ctx context.Context, from Source, set *indicator.Dataset) error {
	listed := map[data.ID]bool{}
	for _, r := range part(figure(in.Figures, "C4"), "untold").Evidence {
		listed[r.ID] = true
	}
	for i := range set.Commitments {
		x := &set.Commitments[i]
		if !listed[x.ID] && !x.OpenAt(in.Period.To) && !in.within(x.ToldOn) {
			continue
		}
		c, err := from.Commitment(ctx, x.ID)
		if err != nil {
			return err
		}
		in.Promises = append(in.Promises, c)
		for _, r := range c.Recipients {
			if err := in.readStakeholder(ctx, from, set, r.Stakeholder); err != nil {
				return err
			}
		}
	}
	return nil
}

// readIssues reads those that the report lists.
func (in *Input) readIssues(ctx context.Context, from Source, set *indicator.Dataset) error {
	for i := range set.Issues {
		x := &set.Issues[i]
		end := in.Period.To
		if !x.OpenAt(end) && !x.UntoldAt(end) && !in.within(x.ToldOn) {
			continue
		}
		issue, err := from.Issue(ctx, x.ID)
		if err != nil {
			return err
		}
		in.Issues = append(in.Issues, issue)
	}
	return nil
}

// within tells whether a day lies in the period.
func (in *Input) within(day data.Date) bool { return day >= in.Period.From && day <= in.Period.To }

// readStakeholder leaves out whom the figures leave out: the bin, and restricted ones unless they were asked for.
func (in *Input) readStakeholder(ctx context.Context, from Source, set *indicator.Dataset, id data.ID) error {
	if set.Stakeholders[id] == nil || in.Stakeholders[id] != nil {
		return nil
	}
	s, err := from.Stakeholder(ctx, id)
	if err != nil {
		return err
	}
	in.Stakeholders[id] = s
	return nil
}
