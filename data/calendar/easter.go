package calendar

import "time"

// easter is the Sunday of Orthodox Easter as the Gregorian calendar has it. The Julian date is computed after Meeus (Astronomical
// Algorithms, chapter 8); it falls in March or April, so the calendars are as far apart as they are after February of that year.
func easter(year int) time.Time {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	apart := year/100 - year/400 - 2 // 13 days from March 1900, 14 from March 2100
	return time.Date(year, time.Month(month), day+apart, 0, 0, 0, 0, time.UTC)
}
