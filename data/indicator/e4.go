package indicator

import "dogovor/data"

// E4 counts the people reached: over all engagements, the named attendees plus the headcount of people not named. Someone who came twice
// is reached twice; the part "distinct" counts each named stakeholder once.
func E4(d *Dataset) Figure {
	named, heads := 0, 0
	who := map[data.ID]bool{}
	var withNames, withHeads []int
	for i, e := range d.Engagements {
		before := named
		for id := range d.attendees(e) {
			named++
			who[id] = true
		}
		if named > before {
			withNames = append(withNames, i)
		}
		if n := e.Women + e.Men + e.Undeclared; n > 0 {
			heads += n
			withHeads = append(withHeads, i)
		}
	}
	return Figure{Code: "E4", Ratio: Count(named + heads), Evidence: d.allRefs(), Parts: []Part{
		{Key: "named", Ratio: Count(named), Evidence: d.refs(withNames)},
		{Key: "headcount", Ratio: Count(heads), Evidence: d.refs(withHeads)},
		{Key: "distinct", Ratio: Count(len(who)), Evidence: d.stakeholderRefs(who)},
	}}
}
