package calendar

import "dogovor/data"

// FromHolidays are the exceptions that people keep, as New takes them: without those in the bin. A day that another program wrote
// wrongly or a second time keeps nobody from his deadlines: it is left out.
func FromHolidays(kept []*data.Holiday) []Exception {
	out := make([]Exception, 0, len(kept))
	named := map[data.Date]bool{}
	for _, h := range kept {
		if _, err := dayOf(h.On); err != nil || h.Binned || named[h.On] {
			continue
		}
		named[h.On] = true
		out = append(out, Exception{Date: h.On, Off: !h.Working, Name: h.Name})
	}
	return out
}
