package calendar

import "dogovor/data"

// Limits are the days by which something must have happened to a grievance, and the days on which it did ("" when it did not).
type Limits struct {
	Acknowledge Deadline // working days after it was received
	Respond     Deadline // working days
	Close       data.Date

	Acknowledged data.Date // the complainant first heard of us: acknowledged, answered, or closed
	Responded    data.Date // a response was first offered, or it was closed without one
	Closed       data.Date // as it stands now: "" when it was opened again
}

// Grievance computes the limits of a grievance. An error is that of Deadline.
func (c *Calendar) Grievance(g *data.Grievance, t data.Targets) (l Limits, err error) {
	if l.Acknowledge, err = c.Deadline(g.ReceivedOn, t.Acknowledge); err != nil {
		return l, err
	}
	if l.Respond, err = c.Deadline(g.ReceivedOn, t.Respond); err != nil {
		return l, err
	}
	l.Close = g.ReceivedOn.AddDays(t.Close)
	for _, s := range g.Steps {
		switch s.Kind {
		case data.GrievanceAcknowledged:
			l.Acknowledged = first(l.Acknowledged, s.On)
		case data.GrievanceOffered, data.GrievanceClosed:
			l.Acknowledged, l.Responded = first(l.Acknowledged, s.On), first(l.Responded, s.On)
		}
	}
	l.Closed = g.ClosedOn()
	return l, nil
}

func first(a, b data.Date) data.Date {
	if a != "" {
		return a
	}
	return b
}

// The limits by name.
const (
	LimitAcknowledge = "acknowledge"
	LimitRespond     = "respond"
	LimitClose       = "close"
)

// Next is the limit that comes next, and its day; "" once the grievance is closed. Whoever cannot be answered is owed neither an
// acknowledgement nor an answer, only an end. One that was opened again keeps the limits it came with.
func (l Limits) Next(g *data.Grievance) (limit string, due data.Date) {
	switch {
	case l.Closed != "":
		return "", ""
	case l.Acknowledged == "" && g.Reachable():
		return LimitAcknowledge, l.Acknowledge.Date
	case l.Responded == "" && g.Reachable():
		return LimitRespond, l.Respond.Date
	}
	return LimitClose, l.Close
}
