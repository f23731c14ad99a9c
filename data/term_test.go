package data

import "testing"

func TestTermCode(t *testing.T) {
	for _, c := range []struct {
		label string
		taken []string
		want  string
	}{
		{"Štrajk upozorenja", nil, "strajk_upozorenja"},
		{"Đačka – zadruga!", nil, "djacka_zadruga"},
		{"Задруга", nil, "задруга"},
		{"合作社", nil, "合作社"},
		{"Water", []string{"water"}, "water_2"},
		{"Water", []string{"water", "water_2"}, "water_3"},
		{" … ", nil, "entry"},
	} {
		if got := TermCode(c.label, c.taken); got != c.want {
			t.Errorf("%q gives %q, want %q", c.label, got, c.want)
		}
	}
}
