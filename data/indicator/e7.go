package indicator

import "dogovor/data"

// E7 is geographic coverage: settlements of the area of influence with at least one engagement ÷ all of them. Its evidence is the
// engagements there; its parts name the settlements covered and those that are not.
func E7(d *Dataset) Figure {
	area := make(map[data.ID]bool, len(d.Settlements)) // → covered
	for _, s := range d.Settlements {
		if s.InArea {
			area[s.ID] = false
		}
	}
	var there []int
	for i, e := range d.Engagements {
		if _, in := area[e.Settlement]; in {
			area[e.Settlement] = true
			there = append(there, i)
		}
	}
	covered, not := []Ref{}, []Ref{}
	for _, s := range d.Settlements {
		ref := Ref{Type: data.Settlements.Name, ID: s.ID, Number: s.Name}
		switch yes, in := area[s.ID]; {
		case yes:
			covered = append(covered, ref)
		case in:
			not = append(not, ref)
		}
	}
	return Figure{Code: "E7", Ratio: Share(len(covered), len(area)), Evidence: d.refs(there), Parts: []Part{
		{Key: "covered", Ratio: Count(len(covered)), Evidence: covered},
		{Key: "not_covered", Ratio: Count(len(not)), Evidence: not},
	}}
}
