package indicator

import (
	"cmp"
	"slices"

	"dogovor/data"
)

// What may be late with a grievance.
const (
	LateAcknowledge = "acknowledge"
	LateRespond     = "respond"
	LateClose       = "close"
)

// Late is something that was due to a grievance and was late on some day of the period.
type Late struct {
	*Grievance
	What  string
	Limit data.Date
	Done  data.Date // "" when it was not done by the period's end
	Days  int       // after the limit, up to the day it was done or to the period's end
}

// Late lists every case that was late in the period, whenever it was received: those that G2, G3 and G4 count, and those that were received
// before the period and became late in it, which no figure of a month counts. By the day they were received.
func (d *Dataset) Late() (out []Late) {
	end := d.Period.To
	for i := range d.Grievances {
		g := &d.Grievances[i]
		closed, _ := g.ClosedAt(end)
		for _, x := range []struct {
			what        string
			limit, done data.Date
			answer      bool
		}{{LateAcknowledge, g.Acknowledge, g.Acknowledged, true}, {LateRespond, g.Respond, g.Responded, true}, {LateClose, g.Close, closed, false}} {
			if x.answer && !g.Reachable {
				continue
			}
			l := Late{Grievance: g, What: x.what, Limit: x.limit}
			until := end
			if by(x.done, end) {
				l.Done, until = x.done, x.done
			}
			if l.Days = daysAfter(l.Limit, until); l.Days > 0 && until >= d.Period.From {
				out = append(out, l)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Late) int {
		return cmp.Or(cmp.Compare(a.ReceivedOn, b.ReceivedOn), cmp.Compare(a.Number, b.Number))
	})
	return out
}
