package reports

import (
	"testing"

	"dogovor/data"
)

func TestAround(t *testing.T) {
	for _, c := range []struct {
		span     string
		day      data.Date
		from, to data.Date
	}{
		{month, "2026-02-14", "2026-02-01", "2026-02-28"},
		{month, "2024-02-29", "2024-02-01", "2024-02-29"},
		{quarter, "2026-12-31", "2026-10-01", "2026-12-31"},
		{year, "2026-07-01", "2026-01-01", "2026-12-31"},
	} {
		if got := around(c.span, c.day); got != (data.Period{From: c.from, To: c.to}) {
			t.Errorf("%s around %s: %+v", c.span, c.day, got)
		}
	}
}
