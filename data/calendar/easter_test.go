package calendar

import (
	"testing"
	"time"

	"github.com/rickar/cal/v2/rs"

	"dogovor/data"
)

// published are the Sundays of Orthodox Easter as church calendars print them.
var published = map[int]data.Date{
	2004: "2004-04-11", 2005: "2005-05-01", 2006: "2006-04-23", 2007: "2007-04-08", 2008: "2008-04-27", 2009: "2009-04-19",
	2010: "2010-04-04", 2011: "2011-04-24", 2012: "2012-04-15", 2013: "2013-05-05", 2014: "2014-04-20", 2015: "2015-04-12",
	2016: "2016-05-01", 2017: "2017-04-16", 2018: "2018-04-08", 2019: "2019-04-28", 2020: "2020-04-19", 2021: "2021-05-02",
	2022: "2022-04-24", 2023: "2023-04-16", 2024: "2024-05-05", 2025: "2025-04-20", 2026: "2026-04-12", 2027: "2027-05-02",
	2028: "2028-04-16", 2029: "2029-04-08", 2030: "2030-04-28", 2031: "2031-04-13", 2032: "2032-05-02", 2033: "2033-04-24",
	2034: "2034-04-09", 2035: "2035-04-29",
}

func TestEasterAsPublished(t *testing.T) {
	for y, want := range published {
		if got := data.DateOf(easter(y)); got != want {
			t.Errorf("%d: %s, want %s", y, got, want)
		}
	}
}

// fullMoons are the Paschal full moons of the Church's table by golden number, as days of the Julian March (32 is 1 April).
var fullMoons = [19]int{36, 25, 44, 33, 22, 41, 30, 49, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 48}

// julianDay is the Julian day number of a date of the Julian calendar, counted from the start of its March year.
func julianDay(y, marchDay int) int { return 365*y + y/4 + marchDay + 1721117 }

// Easter is the Sunday after the full moon of the table: no formula is shared with the code under test.
func TestEasterByTheTableOfTheChurch(t *testing.T) {
	const unixEpoch = 2440588 // the Julian day number of 1 January 1970
	for y := data.FirstYear; y <= data.LastYear; y++ {
		d := julianDay(y, fullMoons[y%19]) + 1
		for d%7 != 6 { // Julian day numbers that leave 6 are Sundays
			d++
		}
		want := time.Unix(0, 0).UTC().AddDate(0, 0, d-unixEpoch)
		if got := easter(y); !got.Equal(want) || got.Weekday() != time.Sunday {
			t.Errorf("%d: %s, want %s", y, got.Format("Mon 2006-01-02"), want.Format("Mon 2006-01-02"))
		}
	}
}

// The library adds 13 days to every Julian date, which is right until 2099.
func TestEasterAsALibraryHasIt(t *testing.T) {
	for y := data.FirstYear; y < 2100; y++ {
		want, _ := rs.Vaskrs.Calc(y)
		if got := easter(y); data.DateOf(got) != data.DateOf(want) {
			t.Errorf("%d: %s, want %s", y, data.DateOf(got), data.DateOf(want))
		}
	}
}
