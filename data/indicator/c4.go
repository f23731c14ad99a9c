package indicator

// C4 is the share told back: of the promises done in the period, those of which people were told by its end. "untold" are the others.
func C4(d *Dataset) Figure {
	var told, untold []int
	for _, i := range d.promises(func(c *Commitment) bool { return d.within(c.DoneOn) }) {
		if by(d.Commitments[i].ToldOn, d.Period.To) {
			told = append(told, i)
		} else {
			untold = append(untold, i)
		}
	}
	return Figure{Code: "C4", Ratio: Share(len(told), len(told)+len(untold)), Evidence: d.promiseRefs(told),
		Parts: []Part{{Key: "untold", Ratio: Count(len(untold)), Evidence: d.promiseRefs(untold)}}}
}
