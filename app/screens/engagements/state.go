package engagements

import (
	"encoding/json"
	"strings"
	"time"

	"dogovor/data"
)

// state is all that stands in the form, half-typed dates and people not saved yet included. The form writes into it as a person types;
// as JSON it is the draft.
type state struct {
	Engagement *data.Engagement    `json:"engagement"`
	New        bool                `json:"new"` // not in the store yet
	TitleTyped bool                `json:"title_typed,omitempty"`
	StatusSet  bool                `json:"status_set,omitempty"`
	Typed      map[string]string   `json:"typed,omitempty"`  // texts of fields as they stand, by field
	Made       []*data.Stakeholder `json:"made,omitempty"`   // people entered here, saved with the engagement
	Person     *person             `json:"person,omitempty"` // the row of somebody new, still open
	Became     []*became           `json:"became,omitempty"` // what points became here, saved with the engagement
	More       bool                `json:"more,omitempty"`
}

// person is somebody new, not yet taken into the list of who came.
type person struct {
	Name       string  `json:"name"`
	Kind       string  `json:"kind"`
	Group      string  `json:"group,omitempty"`
	Sex        string  `json:"sex,omitempty"`
	Settlement data.ID `json:"settlement"`
}

// newState is the form of a new engagement: it is now, and the officer is there.
func newState(now time.Time, officer string) *state {
	e := &data.Engagement{
		Status:          "held",
		Start:           data.At(now.In(data.HomeZone()).Truncate(time.Minute)),
		Confidentiality: "internal",
	}
	e.ID = data.NewID()
	if officer != "" {
		e.Officers = []string{officer}
	}
	return &state{Engagement: e, New: true}
}

// stateOf is the form of a saved engagement.
func stateOf(e *data.Engagement) *state {
	return &state{Engagement: e, TitleTyped: true, StatusSet: true}
}

// readState reads a draft; nil when it is none of ours.
func readState(body []byte) *state {
	var s state
	if json.Unmarshal(body, &s) != nil || s.Engagement == nil || s.Engagement.ID.IsZero() {
		return nil
	}
	return &s
}

const draftPrefix = "engagement/"

func draftKey(id data.ID) string { return draftPrefix + id.String() }

// records are what a save writes: new people first, as the engagement points to them; of them only those who still came or raised
// something. Points in which nothing was written are left out. Last come the records that points became.
func (s *state) records(today data.Date) []data.Record {
	e := *s.Engagement
	e.Points = nil
	for _, p := range s.Engagement.Points {
		if s.kept(p) {
			e.Points = append(e.Points, p)
		}
	}
	needed := map[data.ID]bool{}
	for _, a := range e.Attendance {
		needed[a.Stakeholder] = true
	}
	for _, p := range e.Points {
		needed[p.RaisedBy] = true
	}
	var out []data.Record
	for _, m := range s.Made {
		if needed[m.ID] {
			out = append(out, m)
		}
	}
	return append(append(out, &e), s.complete(today)...)
}

// stakeholder makes the record of somebody new.
func (p *person) stakeholder() *data.Stakeholder {
	x := &data.Stakeholder{Kind: p.Kind, Name: data.CleanLine(p.Name), Settlement: p.Settlement}
	x.ID = data.NewID()
	if p.Group != "" {
		x.Groups = []string{p.Group}
	}
	if x.IsPerson() {
		x.Sex = p.Sex
	}
	return x
}

// title proposes what the engagement is called: what was talked about, or what kind of meeting it was, and where.
func title(say func(id string, args ...any) string, topic, kind, place string) string {
	what := topic
	if what == "" {
		what = kind
	}
	switch {
	case what == "":
		return place
	case place == "":
		return capital(what)
	}
	return say("engagements.title.made", "What", capital(what), "Where", place)
}

func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
