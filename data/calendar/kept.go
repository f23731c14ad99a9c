package calendar

import "dogovor/data"

// FromHolidays are the exceptions that people keep, as New takes them. Those in the bin do not count.
func FromHolidays(kept []*data.Holiday) []Exception {
	out := make([]Exception, 0, len(kept))
	for _, h := range kept {
		if !h.Binned {
			out = append(out, Exception{Date: h.On, Off: !h.Working, Name: h.Name})
		}
	}
	return out
}
