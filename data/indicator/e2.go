package indicator

import (
	"maps"

	"dogovor/data"
)

// E2 counts for every group the engagements that at least one named attendee of the group came to. Groups overlap, so the rows add up to
// nothing: the figure's own number is E1, printed beside them, and the part "stakeholders" counts each stakeholder who came once.
func E2(d *Dataset) Figure {
	f := Figure{Code: "E2", Ratio: Count(len(d.Engagements)), Evidence: d.allRefs()}
	came := map[string][]int{} // group → engagements
	who := map[data.ID]bool{}
	none := []string{""}
	for i, e := range d.Engagements {
		for id, s := range d.attendees(e) {
			who[id] = true
			groups := s.Groups
			if len(groups) == 0 {
				groups = none
			}
			for _, g := range groups {
				if l := came[g]; len(l) == 0 || l[len(l)-1] != i {
					came[g] = append(l, i)
				}
			}
		}
	}
	split := Split{By: "group"}
	for _, g := range inOrder(maps.Keys(came), data.Groups) {
		split.Rows = append(split.Rows, Row{Key: g, Ratio: Count(len(came[g])), Evidence: d.refs(came[g])})
	}
	f.Splits = []Split{split}
	f.Parts = []Part{{Key: "stakeholders", Ratio: Count(len(who)), Evidence: d.stakeholderRefs(who)}}
	return f
}
