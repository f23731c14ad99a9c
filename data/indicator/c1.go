package indicator

// C1 counts the promises made in the period.
func C1(d *Dataset) Figure {
	made := d.promises(func(c *Commitment) bool { return d.within(c.MadeOn) })
	return Figure{Code: "C1", Ratio: Count(len(made)), Evidence: d.promiseRefs(made)}
}
