package engagements

import (
	"context"
	"strings"
	"time"

	"dogovor/data"
)

// loaded is what a form starts with.
type loaded struct {
	state    *state
	places   []*data.Settlement
	kept     time.Time // of the draft, zero without one
	mentions map[data.ID][]mention
	files    []*data.Attachment
}

// load reads off the window's thread what place asks for: the draft before the record, the newest draft of a new engagement before
// an empty form.
func (f *form) load(ctx context.Context) (l loaded, err error) {
	if l.places, err = f.db.Settlements(ctx); err != nil {
		return l, err
	}
	if f.place.Record.IsZero() {
		l.state, l.kept, err = f.waiting(ctx)
	} else {
		l.state, l.kept, err = f.known(ctx)
	}
	if err != nil {
		return l, err
	}
	if l.state == nil {
		l.state = newState(f.host.Now(), f.host.Officer())
		f.given(l.state)
	}
	if !l.state.New {
		if l.files, err = f.db.Attachments(ctx, data.Engagements, l.state.Engagement.ID); err != nil {
			return l, err
		}
		if l.mentions, err = mentions(ctx, f.host, f.db, l.state.Engagement.ID); err != nil {
			return l, err
		}
	}
	f.faces.entered(l.state.Made)
	return l, f.faces.load(ctx, f.db, l.state.Engagement)
}

// waiting is the newest draft of an engagement that was never saved, unless the form was asked for somebody or some place.
func (f *form) waiting(ctx context.Context) (*state, time.Time, error) {
	if f.place.Filter != nil {
		return nil, time.Time{}, nil
	}
	drafts, err := f.db.Drafts(ctx)
	if err != nil {
		return nil, time.Time{}, err
	}
	var newest *state
	var kept time.Time
	for _, d := range drafts {
		if !strings.HasPrefix(d.Key, draftPrefix) || !d.SavedAt.After(kept) {
			continue
		}
		if s := readState(d.Body); s != nil && s.New {
			newest, kept = s, d.SavedAt
		}
	}
	return newest, kept, nil
}

// known is the draft for a record, else the record.
func (f *form) known(ctx context.Context) (*state, time.Time, error) {
	e, err := f.db.Engagement(ctx, f.place.Record)
	if err != nil && data.ErrorCode(err) != missing {
		return nil, time.Time{}, err
	}
	gone := err
	d, err := f.db.Draft(ctx, draftKey(f.place.Record))
	if err != nil {
		return nil, time.Time{}, err
	}
	if d != nil {
		if s := readState(d.Body); s != nil {
			s.New = gone != nil
			return s, d.SavedAt, nil
		}
	}
	if gone != nil {
		return nil, time.Time{}, gone
	}
	return stateOf(e), time.Time{}, nil
}

// given takes over what the form was asked for: a stakeholder who came, the place where it was.
func (f *form) given(s *state) {
	asked, _ := f.place.Filter.(data.EngagementFilter)
	if !asked.Stakeholder.IsZero() {
		s.Engagement.Attendance = append(s.Engagement.Attendance, newAttendance(asked.Stakeholder))
	}
	if len(asked.Settlements) == 1 {
		s.Engagement.Settlement = asked.Settlements[0]
	}
}
