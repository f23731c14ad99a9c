package reports

import (
	"time"

	"dogovor/app/i18n"
	"dogovor/data"
)

// Need is one thing that can be said of what a report is about. The command line has a flag of the same name for each, the window a field.
type Need string

// What reports are about.
const (
	Period      Need = "period"
	Settlement  Need = "settlement"
	Engagement  Need = "engagement"
	Stakeholder Need = "stakeholder"
	Second      Need = "with"       // a second language beside the first
	Restricted  Need = "restricted" // restricted records too
	Public      Need = "public"     // the public edition: without names, restricted matters and small counts
)

// Ask is what somebody said of the report they want.
type Ask struct {
	Period      data.Period
	Settlement  data.ID
	Engagement  data.ID
	Stakeholder data.ID
	Second      *i18n.Printer
	Restricted  bool
	Public      bool
	Made        time.Time
	Sheet       map[data.ID]Saying // of a notice: what it says of each record that is on it; nil for all that may be, as it is recorded
}

func (a Ask) says(n Need) bool {
	switch n {
	case Period:
		return a.Period != data.Period{}
	case Settlement:
		return !a.Settlement.IsZero()
	case Engagement:
		return !a.Engagement.IsZero()
	case Stakeholder:
		return !a.Stakeholder.IsZero()
	case Second:
		return a.Second != nil
	}
	return true // yes or no
}
