package indicator

// G4 is how many calendar days it took to close the grievances closed in the period: their median, and in "days_p90" the 90th percentile by
// nearest rank. "closed" is how many they are, "closed_late" those closed after their limit; "open" are those open at the period's end,
// "open_late" those of them past their limit, and "open_age" is the median of the days since they were received.
func G4(d *Dataset) Figure {
	end := d.Period.To
	closed := d.closed()
	var days, ages []int
	for _, i := range closed {
		g := &d.Grievances[i]
		on, _ := g.ClosedAt(end)
		days = append(days, daysAfter(g.ReceivedOn, on))
	}
	late, _ := apart(closed, func(i int) bool {
		on, _ := d.Grievances[i].ClosedAt(end)
		return on > d.Grievances[i].Close
	})
	open := where(d.Grievances, func(g *Grievance) bool { return g.OpenAt(end) })
	for _, i := range open {
		ages = append(ages, daysAfter(d.Grievances[i].ReceivedOn, end))
	}
	past, _ := apart(open, func(i int) bool { return d.Grievances[i].Close < end })
	return Figure{Code: "G4", Ratio: median(days), Evidence: d.grievanceRefs(closed), Parts: []Part{
		{Key: "days_p90", Ratio: nearestRank(days, 90)},
		d.grievancePart("closed", closed), d.grievancePart("closed_late", late),
		d.grievancePart("open", open), d.grievancePart("open_late", past),
		{Key: "open_age", Ratio: median(ages)},
	}}
}
