package indicator

// C3 counts the promises overdue at the period's end: open then, with a latest due date before it. The part "median_days" is the median of
// the days by which they are overdue.
func C3(d *Dataset) Figure {
	end := d.Period.To
	overdue := d.promises(func(c *Commitment) bool {
		due := c.DueAt(end)
		return c.OpenAt(end) && due != "" && due < end
	})
	var days []int
	for _, i := range overdue {
		days = append(days, daysAfter(d.Commitments[i].DueAt(end), end))
	}
	return Figure{Code: "C3", Ratio: Count(len(overdue)), Evidence: d.promiseRefs(overdue),
		Parts: []Part{{Key: "median_days", Ratio: median(days)}}, Splits: []Split{d.byOwner(overdue)}}
}
