package indicator

import "dogovor/data"

// repeatDays is how far back a grievance of the same kind makes a new one a repeat.
const repeatDays = 365

// G7 is the repeat rate: of the grievances received in the period, those with another of the same category and settlement received on one of
// the 365 days before. One without a category or a settlement repeats nothing; "unplaced" are these.
func G7(d *Dataset) Figure {
	type kind struct {
		topic      string
		settlement data.ID
	}
	last := map[kind]data.Date{} // day on which the last one was received, before the day looked at
	today := map[kind]data.Date{}
	all := d.received()
	var repeats, unplaced []int
	for i := range d.Grievances { // by the day they were received
		g := &d.Grievances[i]
		k := kind{g.Topic, g.Settlement}
		if k.topic == "" || k.settlement.IsZero() {
			if d.within(g.ReceivedOn) {
				unplaced = append(unplaced, i)
			}
			continue
		}
		if today[k] != g.ReceivedOn {
			last[k], today[k] = today[k], g.ReceivedOn
		}
		if before := last[k]; d.within(g.ReceivedOn) && before != "" && before >= g.ReceivedOn.AddDays(-repeatDays) {
			repeats = append(repeats, i)
		}
	}
	return Figure{Code: "G7", Ratio: Share(len(repeats), len(all)), Evidence: d.grievanceRefs(repeats), Parts: []Part{d.grievancePart("unplaced", unplaced)}}
}
