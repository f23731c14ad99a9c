package indicator

import "dogovor/data"

// Grievance is what the figures need to know of one. Its limits are the last days on which something was in time; working days and holidays
// are reckoned with before it comes here.
type Grievance struct {
	ID           data.ID
	Number       string
	ReceivedOn   data.Date
	Topic        string // its category
	Severity     string
	Channel      string
	Settlement   data.ID
	Owner        string
	Reachable    bool      // somebody can be answered: not anonymous, or with a way to answer
	Acknowledge  data.Date // limit
	Respond      data.Date // limit
	Close        data.Date // limit
	Acknowledged data.Date // the complainant first heard of us
	Responded    data.Date // a response was first offered, or it was closed without one
	Turns        []Turn    // by the order in which they came
	RemedyOn     data.Date
	Satisfied    string
	ToldOn       data.Date
}

// Turn is a step that closed a grievance, with its outcome, or opened it again, without.
type Turn struct {
	On      data.Date
	Outcome string
}

// ClosedAt is the day it was closed and how, as it stood at the end of a day; "" when it was open then.
func (g *Grievance) ClosedAt(day data.Date) (on data.Date, outcome string) {
	for _, t := range g.Turns {
		switch {
		case !by(t.On, day):
		case t.Outcome == "":
			on, outcome = "", ""
		default:
			on, outcome = t.On, t.Outcome
		}
	}
	return on, outcome
}

// OpenAt tells whether it was received and not closed by the end of a day.
func (g *Grievance) OpenAt(day data.Date) bool {
	on, _ := g.ClosedAt(day)
	return by(g.ReceivedOn, day) && on == ""
}

// NextAt is what was due next at the end of a day on which it was open, and by which day: LateAcknowledge, LateRespond or LateClose.
func (g *Grievance) NextAt(day data.Date) (what string, limit data.Date) {
	switch {
	case g.Reachable && !by(g.Acknowledged, day):
		return LateAcknowledge, g.Acknowledge
	case !by(g.Responded, day):
		return LateRespond, g.Respond
	}
	return LateClose, g.Close
}

// received are the places of the grievances of the period.
func (d *Dataset) received() []int {
	return where(d.Grievances, func(g *Grievance) bool { return d.within(g.ReceivedOn) })
}

// closed are the places of those that were closed in the period, and were still closed at its end.
func (d *Dataset) closed() []int {
	return where(d.Grievances, func(g *Grievance) bool {
		on, _ := g.ClosedAt(d.Period.To)
		return d.within(on)
	})
}

func (d *Dataset) grievanceRefs(places []int) []Ref {
	out := make([]Ref, len(places))
	for i, p := range places {
		out[i] = Ref{Type: data.Grievances.Name, ID: d.Grievances[p].ID, Number: d.Grievances[p].Number}
	}
	return out
}

func (d *Dataset) grievancePart(key string, places []int) Part {
	return Part{Key: key, Ratio: Count(len(places)), Evidence: d.grievanceRefs(places)}
}

// onTime is a share of the grievances received in the period: those for which something was done within its limit. One that waits for it at
// the period's end and is still inside the limit is not judged yet; one that nobody can be answered to is never judged.
func (d *Dataset) onTime(code string, limit, done func(*Grievance) data.Date) Figure {
	end := d.Period.To
	var in, late, waiting, unreachable []int
	for _, i := range d.received() {
		switch g := &d.Grievances[i]; {
		case !g.Reachable:
			unreachable = append(unreachable, i)
		case by(done(g), min(end, limit(g))):
			in = append(in, i)
		case limit(g) >= end && !by(done(g), end):
			waiting = append(waiting, i)
		default:
			late = append(late, i)
		}
	}
	return Figure{Code: code, Ratio: Share(len(in), len(in)+len(late)), Evidence: d.grievanceRefs(in), Parts: []Part{
		d.grievancePart("past_limit", late), d.grievancePart("inside_limit", waiting), d.grievancePart("unreachable", unreachable)}}
}
