package indicator

// G5 is the share resolved: of the grievances received in the period, those that stood closed as resolved at its end. "remedied" is the share
// of these to whom a remedy had been given by then.
func G5(d *Dataset) Figure {
	end := d.Period.To
	all := d.received()
	resolved, _ := apart(all, func(i int) bool {
		_, outcome := d.Grievances[i].ClosedAt(end)
		return outcome == "resolved"
	})
	remedied, _ := apart(resolved, func(i int) bool { return by(d.Grievances[i].RemedyOn, end) })
	return Figure{Code: "G5", Ratio: Share(len(resolved), len(all)), Evidence: d.grievanceRefs(resolved),
		Parts: []Part{{Key: "remedied", Ratio: Share(len(remedied), len(resolved)), Evidence: d.grievanceRefs(remedied)}}}
}
