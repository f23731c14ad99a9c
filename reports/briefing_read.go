package reports

import (
	"cmp"
	"context"
	"slices"

	"dogovor/data"
)

// How much a briefing reads.
const (
	mostExpected = 40 // people
	mostOpen     = 60 // of each kind
	lastMeetings = 3
)

// Briefing is what to know before going to a settlement.
type Briefing struct {
	Place      *data.Settlement
	Meeting    *data.Engagement // the one it is for; nil for none
	Today      data.Date
	Expected   []Expected
	More       int              // expected beyond those listed
	Promises   []data.FollowRow // open here, the most urgent first
	Issues     []data.FollowRow // not answered, those that wait longest first
	Grievances []data.FollowRow // open here, the most urgent first
	Met        []*data.Engagement
	Hidden     int // restricted records left out
}

// Expected is somebody who will probably be there, and what they said last.
type Expected struct {
	ID         data.ID
	Name       string
	Capacity   string
	Restricted bool
	Said       []data.LastWords
}

// ReadBriefing reads what is open at ask.Settlement and who will come to ask.Engagement, as it stands at one moment; without restricted
// records unless asked for.
func ReadBriefing(ctx context.Context, from Source, ask Ask) (b Briefing, err error) {
	err = from.Snapshot(ctx, func(ctx context.Context) (err error) {
		b, err = readBriefing(ctx, from, ask)
		return err
	})
	return b, err
}

func readBriefing(ctx context.Context, from Source, ask Ask) (b Briefing, err error) {
	b.Today = data.DateOf(ask.Made.In(data.HomeZone()))
	if b.Place, err = from.Settlement(ctx, ask.Settlement); err != nil {
		return b, err
	}
	if !ask.Engagement.IsZero() {
		if b.Meeting, err = from.Engagement(ctx, ask.Engagement); err != nil {
			return b, err
		}
	}
	if err := b.readMet(ctx, from, ask); err != nil {
		return b, err
	}
	if err := b.readExpected(ctx, from, ask); err != nil {
		return b, err
	}
	for _, x := range []struct {
		t     *data.Type
		byDay bool
		to    *[]data.FollowRow
	}{{data.Commitments, false, &b.Promises}, {data.Issues, true, &b.Issues}, {data.Grievances, false, &b.Grievances}} {
		page, err := from.Follows(ctx, data.FollowFilter{Types: []string{x.t.Name}, State: data.FollowOpen, Settlement: ask.Settlement, Today: b.Today, ByDay: x.byDay}, data.Page{Limit: mostOpen})
		if err != nil {
			return b, err
		}
		*x.to = slices.DeleteFunc(page.Rows, func(r data.FollowRow) bool { return b.hides(r.Restricted, ask) })
	}
	return b, nil
}

// hides tells whether something restricted is left out, and counts it.
func (b *Briefing) hides(restricted bool, ask Ask) bool {
	if !restricted || ask.Restricted {
		return false
	}
	b.Hidden++
	return true
}

// readMet reads the last meetings held here.
func (b *Briefing) readMet(ctx context.Context, from Source, ask Ask) error {
	after := data.Cursor("")
	for len(b.Met) < lastMeetings {
		page, err := from.Engagements(ctx, data.EngagementFilter{Settlements: []data.ID{ask.Settlement}, Statuses: []string{"held"}}, data.Page{After: after, Limit: 2 * lastMeetings})
		if err != nil {
			return err
		}
		for _, r := range page.Rows {
			if r.ID == ask.Engagement || len(b.Met) == lastMeetings || b.hides(r.Restricted, ask) {
				continue
			}
			e, err := from.Engagement(ctx, r.ID)
			if err != nil {
				return err
			}
			b.Met = append(b.Met, e)
		}
		if after = page.Next; after == "" {
			return nil
		}
	}
	return nil
}

// readExpected reads who is expected: of a meeting those it names, else those who came to the last ones, who came most often first.
func (b *Briefing) readExpected(ctx context.Context, from Source, ask Ask) error {
	times, capacity := map[data.ID]int{}, map[data.ID]string{}
	var who []data.ID
	add := func(e *data.Engagement) {
		for _, a := range e.Attendance {
			if times[a.Stakeholder]++; times[a.Stakeholder] == 1 {
				who = append(who, a.Stakeholder)
			}
			capacity[a.Stakeholder] = cmp.Or(capacity[a.Stakeholder], a.Capacity)
		}
	}
	if b.FromMeeting() {
		add(b.Meeting)
	} else {
		for _, e := range b.Met {
			add(e)
		}
		slices.SortStableFunc(who, func(x, y data.ID) int { return times[y] - times[x] })
	}
	at := map[data.ID]int{}
	for i, id := range who {
		if len(b.Expected) == mostExpected {
			b.More = len(who) - i
			break
		}
		s, err := from.Stakeholder(ctx, id)
		if err != nil {
			return err
		}
		if restricted := s.Confidentiality == "restricted"; !s.Binned && !b.hides(restricted, ask) {
			at[id] = len(b.Expected)
			b.Expected = append(b.Expected, Expected{ID: id, Name: s.Name, Capacity: capacity[id], Restricted: restricted})
		}
	}
	var listed []data.ID
	for _, x := range b.Expected {
		listed = append(listed, x.ID)
	}
	const each = 6 // some of them may be restricted
	said, err := from.LastWords(ctx, listed, each)
	for _, w := range said {
		if x := &b.Expected[at[w.Stakeholder]]; len(x.Said) < 2 && (ask.Restricted || !w.Restricted) {
			x.Said = append(x.Said, w)
		}
	}
	return err
}

// FromMeeting tells whether the meeting itself names who is expected.
func (b Briefing) FromMeeting() bool { return b.Meeting != nil && len(b.Meeting.Attendance) > 0 }
