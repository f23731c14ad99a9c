package calendar

import (
	"reflect"
	"testing"

	"dogovor/data"
)

func TestKeptExceptions(t *testing.T) {
	kept := []*data.Holiday{
		{On: "2026-01-06", Name: "Po odluci Vlade"},
		{On: "2026-01-02", Name: "Remont", Working: true},
		{On: "2026-01-05", Name: "Nikad doneta odluka", Meta: data.Meta{Binned: true}},
		{On: "2026-01-06", Name: "Još jednom", Working: true},
		{On: "2026-02-30", Name: "Nema ga"},
	}
	if got, want := FromHolidays(kept), []Exception{{"2026-01-06", true, "Po odluci Vlade"}, {"2026-01-02", false, "Remont"}}; !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v, want %+v", got, want)
	}
	c, err := New(FromHolidays(kept))
	if err != nil {
		t.Fatal(err)
	}
	// 1 January and Sunday 4 January are off by law, 6 January by decree, 7 January is Christmas; 2 January is worked all the same.
	for day, want := range map[data.Date]bool{"2026-01-01": false, "2026-01-02": true, "2026-01-04": false, "2026-01-05": true, "2026-01-06": false, "2026-01-07": false} {
		if c.Working(day) != want {
			t.Errorf("%s is worked: %v, want %v", day, !want, want)
		}
	}
	if d, err := c.Deadline("2025-12-31", 3); err != nil || d.Date != "2026-01-08" {
		t.Errorf("%v %v", d.Date, err)
	}
}
