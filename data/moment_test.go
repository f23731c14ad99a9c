package data

import (
	"encoding/json"
	"testing"
	"time"
)

func shanghai(t *testing.T) *time.Location {
	z, err := zone("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestMomentIsReadAsWritten(t *testing.T) {
	for _, c := range []struct {
		m    Moment
		text string
		day  Date // in its own zone
		home Date
	}{
		{Moment{}, "", "", ""},
		{At(time.Time{}), "", "", ""},
		{At(time.Date(2026, 10, 21, 16, 0, 0, 999, time.UTC)), "2026-10-21T16:00:00Z[Europe/Belgrade]", "2026-10-21", "2026-10-21"},
		{At(time.Date(2026, 10, 31, 23, 30, 0, 0, time.UTC)), "2026-10-31T23:30:00Z[Europe/Belgrade]", "2026-11-01", "2026-11-01"},
		{At(time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)), "2026-10-25T00:30:00Z[Europe/Belgrade]", "2026-10-25", "2026-10-25"},
		{At(time.Date(2026, 10, 22, 1, 0, 0, 0, shanghai(t))), "2026-10-21T17:00:00Z[Asia/Shanghai]", "2026-10-22", "2026-10-21"},
		{At(time.Date(2026, 10, 21, 18, 0, 0, 0, time.FixedZone("office", 7200))), "2026-10-21T16:00:00Z[Europe/Belgrade]", "2026-10-21", "2026-10-21"},
		{OnDay("2026-10-21"), "2026-10-21[Europe/Belgrade]", "2026-10-21", "2026-10-21"},
		{OnDay("2026-03-29"), "2026-03-29[Europe/Belgrade]", "2026-03-29", "2026-03-29"},
		{OnDay("not a day"), "", "", ""},
	} {
		if c.m.String() != c.text || c.m.Date() != c.day || c.m.HomeDate() != c.home || c.m.Known() != (c.text != "") {
			t.Errorf("%q of %s (%s), not %q of %s (%s)", c.m, c.m.Date(), c.m.HomeDate(), c.text, c.day, c.home)
		}
		b, err := json.Marshal(c.m)
		if err != nil {
			t.Fatal(err)
		}
		var back Moment
		if err := json.Unmarshal(b, &back); err != nil || back.String() != c.text || back.Timed != c.m.Timed && c.m.Known() {
			t.Errorf("%s came back as %s (%v)", c.text, back, err)
		}
	}
}

func TestMomentsFromElsewhere(t *testing.T) {
	for text, want := range map[string]string{
		"2026-10-21T18:00:00+02:00":              "2026-10-21T16:00:00Z[Europe/Belgrade]",
		"2026-10-21T16:00:00.75Z[Europe/Berlin]": "2026-10-21T16:00:00Z[Europe/Berlin]",
		"2026-10-21":                             "2026-10-21[Europe/Belgrade]",
		"2026-10-21T16:00:00Z[]":                 "2026-10-21T16:00:00Z[Europe/Belgrade]",
		"2026-10-21T16:00:00Z[Local]":            "error",
		"2026-10-21T16:00:00Z[Middle/Earth]":     "error",
		"2026-13-01":                             "error",
		"yesterday":                              "error",
		"2026-10-21T16:00:00Z[../../etc/passwd]": "error",
	} {
		m, err := ParseMoment(text)
		if got := m.String(); err != nil && want != "error" || err == nil && got != want {
			t.Errorf("%s is %q (%v), not %s", text, got, err, want)
		}
	}
}

func TestMomentOrder(t *testing.T) {
	evening := At(time.Date(2026, 10, 21, 18, 0, 0, 0, HomeZone()))
	for _, c := range []struct {
		end  Moment
		want bool
	}{{OnDay("2026-10-21"), false}, {OnDay("2026-10-20"), true}, {At(evening.At.Add(-time.Minute)), true}, {evening, false}} {
		if got := c.end.before(evening); got != c.want {
			t.Errorf("%s before %s: %v", c.end, evening, got)
		}
	}
}
