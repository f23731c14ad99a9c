package data

import (
	"testing"
	"time"
)

func TestDistinctIsOneThing(t *testing.T) {
	a, b := NewID(), NewID()
	if x, y := NewDistinct(a, b), NewDistinct(b, a); *x != *y || x.ID.IsZero() {
		t.Errorf("%+v and %+v", x, y)
	}
	if NewDistinct(a, b).ID == NewDistinct(a, NewID()).ID {
		t.Error("two pairs have one id")
	}
	for want, d := range map[string]*Distinct{
		"":                         NewDistinct(a, b),
		"b: itself":                {A: a, B: a},
		"a: required, b: required": {},
	} {
		d.Clean()
		if got := found(d.Validate(time.Now())); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
