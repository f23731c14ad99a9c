package indicator

import "dogovor/data"

// C2 is the share of promises kept on time: of those due in the period by the date they were made with, and not withdrawn by its end, the
// ones done by that date. The part "revised" reckons with the dates as they were moved by the period's end. Its evidence is the promises
// kept; "late" are the others.
func C2(d *Dataset) Figure {
	ratio, kept, late := d.kept(func(c *Commitment) data.Date { return c.Due })
	revised, keptRevised, _ := d.kept(func(c *Commitment) data.Date { return c.DueAt(d.Period.To) })
	return Figure{Code: "C2", Ratio: ratio, Evidence: d.promiseRefs(kept), Parts: []Part{
		{Key: "revised", Ratio: revised, Evidence: d.promiseRefs(keptRevised)},
		{Key: "late", Ratio: Count(len(late)), Evidence: d.promiseRefs(late)},
	}}
}
