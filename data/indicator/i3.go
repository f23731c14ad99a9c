package indicator

// I3 is the feedback loop: of the issues raised in the period and answered by its end, those whose answer was told back by its end.
// "answer_untold" are the others.
func I3(d *Dataset) Figure {
	answered, _ := apart(d.raised(), func(i int) bool { return d.Issues[i].AnsweredAt(d.Period.To) })
	told, not := apart(answered, func(i int) bool { return d.Issues[i].ToldAt(d.Period.To) })
	return Figure{Code: "I3", Ratio: Share(len(told), len(answered)), Evidence: d.issueRefs(told),
		Parts: []Part{{Key: "answer_untold", Ratio: Count(len(not)), Evidence: d.issueRefs(not)}}}
}
