package calendar

import (
	"time"

	"dogovor/data"
)

// Deadline is a day by which something is due, and how it was found.
type Deadline struct {
	From data.Date
	N    int       // working days
	Date data.Date // the last day on which it is still in time
	Days []Day     // every day after From, up to Date
}

// Deadline counts n working days. The count starts on the day after from, whatever day from is; with none to count, from itself is
// the deadline. Errors: "calendar.bad_date"; "calendar.bad_count" when n is negative or the count leaves the years that are known.
func (c *Calendar) Deadline(from data.Date, n int) (Deadline, error) {
	t, err := dayOf(from)
	if err != nil {
		return Deadline{}, err
	}
	// More working days than days between the first and the last year end nowhere; refusing them here saves the walk.
	if n < 0 || n > 366*len(years) {
		return Deadline{}, badCount(n)
	}
	out := Deadline{From: from, N: n, Date: from}
	for counted := 0; counted < n; {
		if t = t.AddDate(0, 0, 1); t.Year() > data.LastYear {
			return Deadline{}, badCount(n)
		}
		d := c.day(t)
		if d.Kind == WorkingDay {
			counted++
			d.Count = counted
		}
		out.Days = append(out.Days, d)
		out.Date = d.Date
	}
	return out, nil
}

func badCount(n int) error {
	return data.NewError("calendar.bad_count", nil, "Count", n, "Last", data.LastYear)
}

// WorkingDaysBetween is how many working days lie after from, up to and with to: what Deadline counts. When to lies before from the
// answer is negative; when one of them is no date, 0.
func (c *Calendar) WorkingDaysBetween(from, to data.Date) int {
	a, errA := dayOf(from)
	b, errB := dayOf(to)
	if errA != nil || errB != nil {
		return 0
	}
	sign := 1
	if b.Before(a) {
		a, b, sign = b, a, -1
	}
	n := 0
	for t := a.Add(24 * time.Hour); !t.After(b); t = t.Add(24 * time.Hour) {
		if c.working(t) {
			n++
		}
	}
	return sign * n
}
