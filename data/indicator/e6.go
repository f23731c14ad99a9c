package indicator

// E6 is the proactive share: engagements that were planned and initiated by the company ÷ E1. Its evidence is the proactive ones.
func E6(d *Dataset) Figure {
	var ours []int
	for i, e := range d.Engagements {
		if e.Planned && e.Initiator == "company" {
			ours = append(ours, i)
		}
	}
	return Figure{Code: "E6", Ratio: Share(len(ours), len(d.Engagements)), Evidence: d.refs(ours)}
}
