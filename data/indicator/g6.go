package indicator

import "slices"

// G6 is the share satisfied: of the grievances closed in the period whose complainant was asked, those who said "yes". "asked" is the
// share that was asked at all.
func G6(d *Dataset) Figure {
	closed := d.closed()
	asked, _ := apart(closed, func(i int) bool { return slices.Contains([]string{"yes", "partly", "no"}, d.Grievances[i].Satisfied) })
	satisfied, _ := apart(asked, func(i int) bool { return d.Grievances[i].Satisfied == "yes" })
	return Figure{Code: "G6", Ratio: Share(len(satisfied), len(asked)), Evidence: d.grievanceRefs(satisfied),
		Parts: []Part{{Key: "asked", Ratio: Share(len(asked), len(closed)), Evidence: d.grievanceRefs(asked)}}}
}
