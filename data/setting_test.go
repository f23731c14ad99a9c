package data

import (
	"strings"
	"testing"
)

func TestSettingValidate(t *testing.T) {
	for name, c := range map[string]struct {
		setting *Setting
		want    string
	}{
		"a target":             {NewSetting(TargetAcknowledge, "3"), ""},
		"the least":            {NewSetting(TargetClose, "1"), ""},
		"the most":             {NewSetting(TargetClose, "3650"), ""},
		"as by default":        {NewSetting(TargetRespond, ""), ""},
		"no name":              {NewSetting("", "3"), "name: required"},
		"no days":              {NewSetting(TargetRespond, "0"), "value: out_of_range"},
		"too many":             {NewSetting(TargetRespond, "251"), "value: out_of_range"},
		"no number":            {NewSetting(TargetRespond, "tri"), "value: out_of_range"},
		"half a day":           {NewSetting(TargetRespond, "2.5"), "value: out_of_range"},
		"something else":       {NewSetting("company", "Primer d.o.o."), ""},
		"no colour of ours":    {NewSetting(CompanyAccent, "#FFFF00"), "value: unknown_choice"},
		"a colour of ours":     {NewSetting(CompanyAccent, Accents[1].Colour), ""},
		"no colour":            {NewSetting(CompanyAccent, ""), ""},
		"a short foot":         {NewSetting(CompanyFooter, strings.Repeat("ж", MaxFooter)), ""},
		"a long foot":          {NewSetting(CompanyFooter, strings.Repeat("ж", MaxFooter+1)), "value: too_long"},
		"a long address":       {NewSetting(CompanyAddress, strings.Repeat("ж", MaxLine+1)), "value: too_long"},
		"a number that is not": {NewSetting("company", "0"), ""},
	} {
		if got := found(c.setting.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
	p := NewSetting(TargetClose, "4000").Validate(now)
	if len(p) != 1 || p[0].Params["Min"] != 1 || p[0].Params["Max"] != 3650 {
		t.Errorf("%+v", p)
	}
}

// A setting is one record on all laptops.
func TestSettingID(t *testing.T) {
	if a, b := NewSetting("a", "1"), NewSetting("a", "2"); a.ID != b.ID || a.ID == NewSetting("b", "1").ID || a.ID != SettingID("a") || a.ID.IsZero() {
		t.Errorf("%s, %s", a.ID, b.ID)
	}
	first, again, other := HolidayID("2026-01-05"), HolidayID("2026-01-05"), HolidayID("2026-01-06")
	if first == other || first != again || first.IsZero() {
		t.Error("a day has not one exception")
	}
}

func TestTargetsOf(t *testing.T) {
	for name, c := range map[string]struct {
		settings map[string]string
		want     Targets
	}{
		"none":       {nil, Targets{3, 15, 30}},
		"one":        {map[string]string{TargetRespond: "10"}, Targets{3, 10, 30}},
		"all":        {map[string]string{TargetAcknowledge: "1", TargetRespond: "2", TargetClose: "3"}, Targets{1, 2, 3}},
		"unreadable": {map[string]string{TargetAcknowledge: "x", TargetRespond: "0", TargetClose: "-3"}, Targets{3, 15, 30}},
	} {
		if got := TargetsOf(func(name string) string { return c.settings[name] }); got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestHolidayValidate(t *testing.T) {
	for name, c := range map[string]struct {
		day  Holiday
		want string
	}{
		"off":           {Holiday{On: "2026-01-06", Name: "odluka Vlade"}, ""},
		"worked":        {Holiday{On: "2026-02-15", Name: "remont", Working: true}, ""},
		"in ten years":  {Holiday{On: "2036-01-06", Name: "odluka"}, ""},
		"nothing":       {Holiday{}, "on_day: required, name: required"},
		"on no day":     {Holiday{On: "2026-02-29", Name: "x"}, "on_day: bad_date"},
		"in the year 1": {Holiday{On: "0001-02-03", Name: "x"}, "on_day: year_range"},
	} {
		if got := found(c.day.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}
