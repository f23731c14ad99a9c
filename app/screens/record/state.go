package record

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"dogovor/data"
)

// state is all that stands in a form, half-typed dates and stakeholders not saved yet included. As JSON it is the draft.
type state struct {
	Record data.Record         `json:"record"`
	New    bool                `json:"new"`              // not in the store yet
	Unread map[string]string   `json:"unread,omitempty"` // texts that are no values, by field
	Made   []*data.Stakeholder `json:"made,omitempty"`   // named in a field first, saved together with the record
}

// readState reads a draft; nil when it is none of this type.
func readState(t *data.Type, body []byte) *state {
	raw := struct {
		*state
		Record json.RawMessage `json:"record"`
	}{state: &state{}}
	r := t.New()
	if json.Unmarshal(body, &raw) != nil || json.Unmarshal(raw.Record, r) != nil || r.Head().ID.IsZero() {
		return nil
	}
	raw.state.Record = r
	return raw.state
}

// copied is the state as it is now: the store cleans what it is given, while a person may type on.
func (s *state) copied() *state {
	body, err := json.Marshal(s)
	if err != nil {
		panic("record: the state of a form is not JSON: " + err.Error())
	}
	return readState(s.Record.Type(), body)
}

// records are what a save writes: first those made on the way that the record still points at.
func (s *state) records() []data.Record {
	needed := map[data.ID]bool{}
	for _, r := range append([]data.Record{s.Record}, s.Record.Parts()...) {
		for _, f := range r.Type().Fields {
			if id, ok := f.Ptr(r).(*data.ID); ok {
				needed[*id] = true
			}
		}
	}
	var out []data.Record
	for _, m := range s.Made {
		if needed[m.ID] {
			out = append(out, m)
		}
	}
	return append(out, s.Record)
}

// problems are what the rules say; the records are cleaned by it.
func (s *state) problems(now time.Time) data.Problems {
	var ps data.Problems
	for _, r := range s.records() {
		r.Clean()
		ps = append(ps, r.Validate(now)...)
	}
	return ps
}

func draftKey(t *data.Type, id data.ID) string { return t.Name + "/" + id.String() }

// opened is what a form starts with.
type opened struct {
	state  *state
	kept   time.Time // of the draft, zero without one
	names  Names
	places []*data.Settlement
	files  []*data.Attachment
}

// open reads what the form was asked for: the draft before the record, the newest draft of a new record before an empty form.
func (f *Form) open(ctx context.Context) (o opened, err error) {
	if o.places, err = f.db.Settlements(ctx); err != nil {
		return o, err
	}
	switch {
	case !f.place.Record.IsZero():
		o.state, o.kept, err = f.existing(ctx)
	case f.place.Filter == nil:
		o.state, o.kept, err = f.waiting(ctx)
	}
	if err != nil {
		return o, err
	}
	if o.state == nil {
		o.state = &state{Record: f.of.New(f.place.Filter), New: true}
		o.state.Record.Head().ID = data.NewID()
	}
	if o.names, err = Resolve(ctx, f.db, o.state.Record); err != nil {
		return o, err
	}
	for _, m := range o.state.Made {
		o.names[m.ID] = Name{Latin: m.Name}
	}
	if !o.state.New && takesAttachments(f.of.Type) {
		o.files, err = f.db.Attachments(ctx, f.of.Type, o.state.Record.Head().ID)
	}
	return o, err
}

// existing is the draft for a record, else the record.
func (f *Form) existing(ctx context.Context) (*state, time.Time, error) {
	r, missing := f.of.Read(ctx, f.place.Record)
	if missing != nil && data.ErrorCode(missing) != "record.missing" {
		return nil, time.Time{}, missing
	}
	d, err := f.db.Draft(ctx, draftKey(f.of.Type, f.place.Record))
	if err != nil {
		return nil, time.Time{}, err
	}
	if d != nil {
		if s := readState(f.of.Type, d.Body); s != nil {
			s.New = missing != nil
			return s, d.SavedAt, nil
		}
	}
	if missing != nil {
		return nil, time.Time{}, missing
	}
	return &state{Record: r}, time.Time{}, nil
}

// waiting is the newest draft of a record that was never saved.
func (f *Form) waiting(ctx context.Context) (*state, time.Time, error) {
	drafts, err := f.db.Drafts(ctx)
	if err != nil {
		return nil, time.Time{}, err
	}
	for _, d := range drafts {
		if !strings.HasPrefix(d.Key, f.of.Type.Name+"/") {
			continue
		}
		if s := readState(f.of.Type, d.Body); s != nil && s.New {
			return s, d.SavedAt, nil
		}
	}
	return nil, time.Time{}, nil
}
