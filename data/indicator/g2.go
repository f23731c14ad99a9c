package indicator

import "dogovor/data"

// G2 is the share acknowledged on time: of the grievances received in the period, those acknowledged within the target of working days ÷
// all of them without those still inside it at the period's end and those that are anonymous with no way to answer.
func G2(d *Dataset) Figure {
	return d.onTime("G2", func(g *Grievance) data.Date { return g.Acknowledge }, func(g *Grievance) data.Date { return g.Acknowledged })
}
