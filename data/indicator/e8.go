package indicator

import "dogovor/data"

// highInfluence is the least influence (1–5) that makes a stakeholder a priority.
const highInfluence = 4

// E8 is stakeholder coverage: priority stakeholders who came to at least one engagement ÷ all priority stakeholders in the register at
// the period's end. Priority is influence 4 or 5 by the newest assessment up to then, or being an affected party. One who came but was entered
// in the register later was there all the same, and counts. Its evidence is the engagements they came to; its parts name those met and missing.
func E8(d *Dataset) Figure {
	_, until := d.Period.Bounds()
	came := map[data.ID]bool{}
	var behind []int
	for i, e := range d.Engagements {
		any := false
		for id, s := range d.attendees(e) {
			if s.priority() {
				came[id], any = true, true
			}
		}
		if any {
			behind = append(behind, i)
		}
	}
	missing := map[data.ID]bool{}
	for id, s := range d.Stakeholders {
		if s.priority() && !came[id] && s.Since.Before(until) {
			missing[id] = true
		}
	}
	return Figure{Code: "E8", Ratio: Share(len(came), len(came)+len(missing)), Evidence: d.refs(behind), Parts: []Part{
		{Key: "met", Ratio: Count(len(came)), Evidence: d.stakeholderRefs(came)},
		{Key: "missing", Ratio: Count(len(missing)), Evidence: d.stakeholderRefs(missing)},
	}}
}

func (s *Stakeholder) priority() bool { return s.Affected || s.Influence >= highInfluence }
