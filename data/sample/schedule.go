package sample

import (
	"time"

	"dogovor/data"
)

// manner is how engagements of one kind go.
type manner struct {
	kind        string
	weight      int
	from, to    int // hour it begins
	minutes     int // it usually lasts
	weekend     bool
	planned     int    // percent that were planned ahead
	formal      bool   //
	initiator   string // when it is always the same
	named       [2]int // how many come by name
	heads       [2]int // and how many without
	points      [2]int
	writtenDown bool // people sign a list
}

var manners = []manner{
	{"meeting", 36, 9, 14, 75, false, 90, true, "", [2]int{2, 6}, [2]int{0, 3}, [2]int{2, 4}, true},
	{"public_meeting", 18, 18, 19, 120, false, 100, true, "", [2]int{4, 8}, [2]int{12, 70}, [2]int{3, 5}, true},
	{"work_group", 12, 12, 13, 90, false, 100, true, "company", [2]int{3, 7}, [2]int{0, 2}, [2]int{2, 4}, true},
	{"site_visit", 26, 8, 11, 60, true, 60, false, "", [2]int{1, 4}, [2]int{0, 5}, [2]int{1, 3}, false},
	{"house_visit", 18, 15, 17, 45, true, 40, false, "", [2]int{1, 2}, [2]int{0, 3}, [2]int{1, 2}, false},
	{"phone_call", 14, 9, 15, 15, false, 0, false, "", [2]int{1, 1}, [2]int{0, 0}, [2]int{1, 2}, false},
	{"letter", 7, 0, 0, 0, false, 0, true, "stakeholder", [2]int{1, 2}, [2]int{0, 0}, [2]int{1, 1}, false},
	{"open_day", 3, 10, 10, 240, true, 100, false, "company", [2]int{3, 8}, [2]int{30, 120}, [2]int{2, 4}, false},
	{"focus_group", 6, 17, 18, 90, false, 100, false, "company", [2]int{2, 4}, [2]int{4, 9}, [2]int{2, 4}, true},
	{"survey", 3, 9, 10, 300, true, 100, true, "company", [2]int{1, 2}, [2]int{15, 60}, [2]int{1, 2}, false},
	{"media", 4, 11, 13, 30, false, 30, true, "third_party", [2]int{1, 2}, [2]int{0, 0}, [2]int{1, 2}, false},
	{"protest", 3, 10, 12, 120, true, 0, false, "stakeholder", [2]int{2, 5}, [2]int{40, 150}, [2]int{1, 3}, false},
}

// busy tells how much happens in each month.
var busy = []int{8, 12, 14, 13, 12, 13, 9, 7, 14, 17, 16, 15}

// plan is one engagement before it is made: what, where, when, and when it was written down.
type plan struct {
	manner  *manner
	place   string // "" when it is about no settlement
	start   time.Time
	status  string
	ahead   bool      // planned
	planned time.Time // times of its batches; zero when there is none
	written time.Time
	amended time.Time
}

func (y *Year) plan(i int) plan {
	c := y.chance(forSchedule, i)
	p := plan{status: "held", manner: &manners[c.weighed(weights(manners))]}
	month := time.Month(c.weighed(busy) + 1)
	day, late := c.between(1, 31), c.between(0, 1)*c.between(0, 1)
	p.start = y.time(c, p.manner, month, day)
	if p.start.After(y.Now) && p.manner.planned == 0 { // nobody knows of a phone call to come
		p.manner = &manners[0]
		p.start = y.time(c, p.manner, month, day)
	}
	p.ahead = c.in(p.manner.planned)
	p.place = y.area.settlements[c.weighed(y.area.weights)].Name
	if p.manner.kind == "phone_call" && c.in(40) || p.manner.kind == "media" {
		p.place = ""
	}
	before := office(p.start.AddDate(0, 0, -c.between(3, 12)), c)
	if before.After(y.Now) { // what is known already of the weeks to come
		before = office(y.Now.AddDate(0, 0, -c.between(4, 30)), c)
	}
	if first := y.day(time.January, 5, 13, 0); before.Before(first) {
		before = first
	}
	before = y.notAfterNow(before)
	after := p.start.Add(time.Duration(p.manner.minutes+c.between(20, 180)) * time.Minute)
	if late > 0 || p.manner.kind == "letter" { // the next morning
		after = office(p.start.AddDate(0, 0, 1), c)
	}
	amend := office(after.AddDate(0, 0, 1), c)
	off, known, amends := c.in(8), c.in(45), c.in(12)
	switch {
	case p.start.After(y.Now):
		p.status, p.ahead, p.planned = "planned", true, before
		if off && !before.After(y.Now.AddDate(0, 0, -1)) {
			p.status, p.written = "cancelled", before.Add(20*time.Hour)
		}
	case p.ahead && off:
		p.status, p.planned, p.written = "cancelled", before, y.notAfterNow(p.start.Add(-time.Duration(c.between(2, 20))*time.Hour))
	default:
		if p.ahead && known {
			p.planned = before
		}
		p.written = y.notAfterNow(after)
		if amends && !amend.After(y.Now) {
			p.amended = amend
		}
	}
	return p
}

// office is some time of that day, or of the next workday, at which officers sit at their desks.
func office(t time.Time, c chance) time.Time {
	t = workday(t)
	return time.Date(t.Year(), t.Month(), t.Day(), c.between(8, 14), c.between(0, 59), 0, 0, data.HomeZone())
}

// time finds a time that suits the kind, near the day that chance proposes.
func (y *Year) time(c chance, m *manner, month time.Month, day int) time.Time {
	hour, minute := c.between(m.from, m.to), pick(c, []int{0, 0, 15, 30})
	last := time.Date(y.Year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	t := y.day(month, min(day, last), hour, minute)
	for !y.suits(t, m) {
		if t = t.AddDate(0, 0, 1); t.Month() != month { // around to the start of the month
			t = y.day(month, 1, hour, minute)
		}
	}
	return t
}

// suits tells whether people meet on such a day: not before the register stands, not on holidays, and on Sundays only when they must.
func (y *Year) suits(t time.Time, m *manner) bool {
	if t.YearDay() < 9 || free(t) || t.Weekday() == time.Sunday && m.kind != "protest" {
		return false
	}
	return t.Weekday() != time.Saturday || m.weekend
}

// free are the public holidays of Serbia that are the same every year, and those around Orthodox Easter.
func free(t time.Time) bool {
	switch t.Format("01-02") {
	case "01-01", "01-02", "01-03", "01-07", "02-15", "02-16", "02-17", "05-01", "05-02", "11-11":
		return true
	}
	easter := orthodoxEaster(t.Year())
	days := int(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Sub(easter).Hours() / 24)
	return days >= -2 && days <= 1
}

// orthodoxEaster is the Sunday by Meeus' Julian algorithm, in the Gregorian calendar of 1900–2099.
func orthodoxEaster(year int) time.Time {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	return time.Date(year, time.Month((d+e+114)/31), (d+e+114)%31+1+13, 0, 0, 0, 0, time.UTC)
}

func weights(ms []manner) (out []int) {
	for _, m := range ms {
		out = append(out, m.weight)
	}
	return out
}
