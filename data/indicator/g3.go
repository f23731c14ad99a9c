package indicator

import "dogovor/data"

// G3 is the share responded to on time: as G2, with the target for a response.
func G3(d *Dataset) Figure {
	return d.onTime("G3", func(g *Grievance) data.Date { return g.Respond }, func(g *Grievance) data.Date { return g.Responded })
}
