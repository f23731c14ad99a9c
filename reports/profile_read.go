package reports

import (
	"context"
	"slices"

	"dogovor/data"
)

// profile is all that is known of one stakeholder, of a period or of all time.
type profile struct {
	*data.Stakeholder
	Input
	whole    bool                          // not of a period alone
	home     *data.Settlement              // nil for none
	others   map[data.ID]*data.Stakeholder // whom it stands in a relation to
	members  []*data.Membership            // of an organisation
	met      []data.EngagementRow          // the newest first
	raised   []data.FollowRow
	promised []data.FollowRow
	grieved  []data.FollowRow
	said     []data.LastWords
	hidden   int // restricted records left out
}

// lastSaid is how many of the last words a profile tells.
const lastSaid = 6

func readProfile(ctx context.Context, from Source, ask Ask) (r profile, err error) {
	r = profile{Input: Input{Period: ask.Period, Made: ask.Made, Restricted: ask.Restricted}, whole: ask.Period == data.Period{}, others: map[data.ID]*data.Stakeholder{}}
	if r.Stakeholder, err = from.Stakeholder(ctx, ask.Stakeholder); err != nil {
		return r, err
	}
	if r.Confidentiality == "restricted" && !ask.Restricted {
		return r, data.NewError("report.restricted", nil, "Number", r.Number)
	}
	if err := r.readOthers(ctx, from); err != nil {
		return r, err
	}
	if err := r.readMeetings(ctx, from); err != nil {
		return r, err
	}
	for _, x := range []struct {
		t  *data.Type
		to *[]data.FollowRow
	}{{data.Issues, &r.raised}, {data.Commitments, &r.promised}, {data.Grievances, &r.grieved}} {
		rows, err := allFollows(ctx, from, data.FollowFilter{Types: []string{x.t.Name}, Stakeholder: r.ID, Today: data.DateOf(ask.Made.In(data.HomeZone())), ByDay: true, Descending: true})
		if err != nil {
			return r, err
		}
		*x.to = slices.DeleteFunc(rows, func(f data.FollowRow) bool { return !r.of(f.On) || r.hides(f.Restricted) })
	}
	const most = 40 // some may be restricted or of another period
	said, err := from.LastWords(ctx, []data.ID{r.ID}, most)
	for _, w := range said {
		if len(r.said) < lastSaid && r.of(w.On) && (r.Restricted || !w.Restricted) {
			r.said = append(r.said, w)
		}
	}
	return r, err
}

// of tells whether a day is one that the profile tells of.
func (r *profile) of(day data.Date) bool { return r.whole || r.within(day) }

// hides tells whether something restricted is left out, and counts it.
func (r *profile) hides(restricted bool) bool {
	if !restricted || r.Restricted {
		return false
	}
	r.hidden++
	return true
}

// readOthers reads where it is at home, whom it belongs to, who belongs to it and to whom it stands in a relation.
func (r *profile) readOthers(ctx context.Context, from Source) (err error) {
	if !r.Settlement.IsZero() {
		if r.home, err = from.Settlement(ctx, r.Settlement); err != nil {
			return err
		}
	}
	if !r.IsPerson() {
		if r.members, err = from.Members(ctx, r.ID); err != nil {
			return err
		}
	}
	ids := []data.ID{r.Represents}
	for _, x := range r.Memberships {
		ids = append(ids, x.Organisation)
	}
	for _, x := range r.members {
		ids = append(ids, x.Stakeholder)
	}
	for _, x := range r.Relations {
		ids = append(ids, x.Other)
	}
	for _, id := range ids {
		if id.IsZero() || r.others[id] != nil {
			continue
		}
		s, err := from.Stakeholder(ctx, id)
		if err != nil {
			return err
		}
		if !s.Binned && !r.hides(s.Confidentiality == "restricted") {
			r.others[id] = s
		}
	}
	return nil
}

func (r *profile) readMeetings(ctx context.Context, from Source) error {
	f := data.EngagementFilter{Stakeholder: r.ID, Statuses: []string{"held"}, From: r.Period.From, To: r.Period.To}
	after := data.Cursor("")
	for {
		page, err := from.Engagements(ctx, f, data.Page{After: after, Limit: 200})
		if err != nil {
			return err
		}
		for _, e := range page.Rows {
			if !r.hides(e.Restricted) {
				r.met = append(r.met, e)
			}
		}
		if after = page.Next; after == "" {
			return nil
		}
	}
}
