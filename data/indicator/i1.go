package indicator

import "dogovor/data"

// I1 counts the issues raised in the period, by topic, kind and settlement. The part "before" counts those of the period before (see
// data.Period.Before), and the split "topic_before" tells them apart by topic: the trend.
func I1(d *Dataset) Figure {
	now, then := d.raised(), d.Period.Before()
	before := where(d.Issues, func(x *Issue) bool { return x.RaisedOn >= then.From && by(x.RaisedOn, then.To) })
	return Figure{Code: "I1", Ratio: Count(len(now)), Evidence: d.issueRefs(now),
		Parts: []Part{{Key: "before", Ratio: Count(len(before)), Evidence: d.issueRefs(before)}},
		Splits: []Split{
			d.issuesByTopic("topic", now),
			splitByCode("issue_kind", now, func(i int) string { return d.Issues[i].Kind }, data.IssueKinds, d.issueRefs),
			d.splitBySettlement(now, func(i int) data.ID { return d.Issues[i].Settlement }, d.issueRefs),
			d.issuesByTopic("topic_before", before),
		}}
}
