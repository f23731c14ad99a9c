package indicator

// I2 is response coverage: of the issues raised in the period, those answered by its end. "unanswered" are the others.
func I2(d *Dataset) Figure {
	answered, not := apart(d.raised(), func(i int) bool { return d.Issues[i].AnsweredAt(d.Period.To) })
	return Figure{Code: "I2", Ratio: Share(len(answered), len(answered)+len(not)), Evidence: d.issueRefs(answered),
		Parts: []Part{{Key: "unanswered", Ratio: Count(len(not)), Evidence: d.issueRefs(not)}}}
}
