package indicator

import (
	"time"

	"dogovor/data"
)

// Dataset is what the figures of one period are computed from. The store fills it in one pass; it holds no text of what was said.
type Dataset struct {
	Period       data.Period
	Restricted   bool                     // restricted records are counted too
	Engagements  []Engagement             // status held, start in the period, not binned; ordered by start
	Stakeholders map[data.ID]*Stakeholder // not binned, all of them
	Settlements  []Settlement             // not binned, ordered by name
	Commitments  []Commitment             // made by the period's end, not binned; ordered by the day they were made
	Issues       []Issue                  // raised by the period's end, not binned; ordered by that day
	Grievances   []Grievance              // received by the period's end, not binned; ordered by that day
}

// Engagement is a held engagement with who came.
type Engagement struct {
	ID         data.ID
	Number     string
	Title      string
	Start      time.Time // in the zone of data.Home
	Kind       string
	Settlement data.ID
	Planned    bool
	Initiator  string
	Attendees  []data.ID // named stakeholders
	Women, Men int       // of the headcount of people not named
	Undeclared int
	Satisfied  map[string]int // points by what people said to the answer: yes, partly, no, not_asked; nil without points
}

// Stakeholder is what the figures need to know of one.
type Stakeholder struct {
	ID        data.ID
	Number    string
	Person    bool
	Sex       string
	Groups    []string
	Affected  bool      // affected party
	Influence int       // by the newest assessment dated up to the period's end that names it, 0 unknown
	Since     time.Time // entered in the register
}

// Settlement is a place with its place in the area of influence.
type Settlement struct {
	ID     data.ID
	Name   string
	InArea bool
}
