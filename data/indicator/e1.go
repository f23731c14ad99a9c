package indicator

// E1 counts the engagements held: status held, start in the period.
func E1(d *Dataset) Figure {
	return Figure{Code: "E1", Ratio: Count(len(d.Engagements)), Evidence: d.allRefs()}
}
