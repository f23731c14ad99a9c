package stakeholders

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"dogovor/app/screens/record"
	"dogovor/data"
)

// state is all that stands in the form, half-typed dates and organisations not saved yet included. As JSON it is the draft.
type state struct {
	Stakeholder *data.Stakeholder   `json:"stakeholder"`
	New         bool                `json:"new"`              // not in the store yet
	Unread      map[string]string   `json:"unread,omitempty"` // texts that are no values, by field
	Made        []*data.Stakeholder `json:"made,omitempty"`   // named in a field first, saved together with the stakeholder
}

const draftPrefix = "stakeholder/"

func draftKey(id data.ID) string { return draftPrefix + id.String() }

// newState is the form of a new stakeholder, most often a person, with what the form was asked for.
func newState(asked data.StakeholderFilter, officer string) *state {
	s := &data.Stakeholder{Kind: "person", Name: asked.Text, Groups: asked.Groups, Settlement: asked.Settlement, Manager: officer, Confidentiality: "internal"}
	if asked.Kind != "" {
		s.Kind = asked.Kind
	}
	s.ID = data.NewID()
	s.Memberships = []*data.Membership{{}}
	return &state{Stakeholder: s, New: true}
}

// readState reads a draft; nil when it is none of ours.
func readState(body []byte) *state {
	var s state
	if json.Unmarshal(body, &s) != nil || s.Stakeholder == nil || s.Stakeholder.ID.IsZero() {
		return nil
	}
	return &s
}

// copied is the state as it is now: the store cleans what it is given, while a person may type on.
func (s *state) copied() *state {
	body, err := json.Marshal(s)
	if err != nil {
		panic("stakeholders: the form's state is not JSON: " + err.Error())
	}
	return readState(body)
}

// records are what a save writes: first those named here that the stakeholder still points at.
func (s *state) records() []data.Record {
	needed := map[data.ID]bool{s.Stakeholder.Represents: true}
	for _, m := range s.Stakeholder.Memberships {
		needed[m.Organisation] = true
	}
	for _, r := range s.Stakeholder.Relations {
		needed[r.Other] = true
	}
	var out []data.Record
	for _, m := range s.Made {
		if needed[m.ID] {
			out = append(out, m)
		}
	}
	return append(out, s.Stakeholder)
}

// opened is what a form starts with.
type opened struct {
	state  *state
	kept   time.Time // of the draft, zero without one
	names  record.Names
	places []*data.Settlement
}

// openForm reads what a form was asked for: the draft before the record, the newest draft of a new stakeholder before an empty form.
func openForm(ctx context.Context, db Store, id data.ID, asked *data.StakeholderFilter, officer string) (o opened, err error) {
	if o.places, err = db.Settlements(ctx); err != nil {
		return o, err
	}
	switch {
	case !id.IsZero():
		o.state, o.kept, err = existing(ctx, db, id)
	case asked == nil:
		o.state, o.kept, err = waiting(ctx, db)
	}
	if err != nil {
		return o, err
	}
	if o.state == nil {
		if asked == nil {
			asked = &data.StakeholderFilter{}
		}
		o.state = newState(*asked, officer)
	}
	if o.names, err = record.Resolve(ctx, db, o.state.Stakeholder); err != nil {
		return o, err
	}
	for _, m := range o.state.Made {
		o.names[m.ID] = record.Name{Latin: m.Name}
	}
	return o, nil
}

// existing is the draft for a record, else the record.
func existing(ctx context.Context, db Store, id data.ID) (*state, time.Time, error) {
	s, missing := db.Stakeholder(ctx, id)
	if missing != nil && data.ErrorCode(missing) != "record.missing" {
		return nil, time.Time{}, missing
	}
	d, err := db.Draft(ctx, draftKey(id))
	if err != nil {
		return nil, time.Time{}, err
	}
	if d != nil {
		if st := readState(d.Body); st != nil {
			st.New = missing != nil
			return st, d.SavedAt, nil
		}
	}
	if missing != nil {
		return nil, time.Time{}, missing
	}
	return &state{Stakeholder: s}, time.Time{}, nil
}

// waiting is the newest draft of a stakeholder that was never saved.
func waiting(ctx context.Context, db Store) (*state, time.Time, error) {
	drafts, err := db.Drafts(ctx)
	if err != nil {
		return nil, time.Time{}, err
	}
	for _, d := range drafts {
		if !strings.HasPrefix(d.Key, draftPrefix) {
			continue
		}
		if s := readState(d.Body); s != nil && s.New {
			return s, d.SavedAt, nil
		}
	}
	return nil, time.Time{}, nil
}
