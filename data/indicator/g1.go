package indicator

import "dogovor/data"

// G1 counts the grievances received in the period, by category, severity, settlement and channel.
func G1(d *Dataset) Figure {
	all := d.received()
	code := func(by string, of func(*Grievance) string, v data.Vocabulary) Split {
		return splitByCode(by, all, func(i int) string { return of(&d.Grievances[i]) }, v, d.grievanceRefs)
	}
	return Figure{Code: "G1", Ratio: Count(len(all)), Evidence: d.grievanceRefs(all), Splits: []Split{
		code("topic", func(g *Grievance) string { return g.Topic }, data.Topics),
		code("severity", func(g *Grievance) string { return g.Severity }, data.Severities),
		d.splitBySettlement(all, func(i int) data.ID { return d.Grievances[i].Settlement }, d.grievanceRefs),
		code("channel", func(g *Grievance) string { return g.Channel }, data.Channels),
	}}
}
