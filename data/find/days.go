package find

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"dogovor/data"
)

// days reads a day, a month or a year: 2026-10-31, 31.10.2026., 2026-10, 10.2026, 2026年10月, 2026. It gives its first and its last day.
func days(value string) (from, to data.Date, ok bool) {
	var n []int
	for _, s := range strings.FieldsFunc(value, func(r rune) bool { return !unicode.IsDigit(r) }) {
		i, err := strconv.Atoi(s)
		if err != nil {
			return "", "", false
		}
		n = append(n, i)
	}
	if len(n) == 0 || len(n) > 3 {
		return "", "", false
	}
	if n[0] < data.FirstYear && n[len(n)-1] >= data.FirstYear { // the year stands last
		for i, j := 0, len(n)-1; i < j; i, j = i+1, j-1 {
			n[i], n[j] = n[j], n[i]
		}
	}
	year, month, day := n[0], 1, 1
	last := func() data.Date { return data.Date(fmt.Sprintf("%04d-12-31", year)) }
	if len(n) > 1 {
		month = n[1]
		last = func() data.Date {
			if month == 12 {
				return data.Date(fmt.Sprintf("%04d-12-31", year))
			}
			return data.Date(fmt.Sprintf("%04d-%02d-01", year, month+1)).AddDays(-1)
		}
	}
	from = data.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if len(n) > 2 {
		day = n[2]
		from = data.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
		last = func() data.Date { return from }
	}
	if year < data.FirstYear || year > data.LastYear || (data.Period{From: from, To: last()}).Validate() != nil {
		return "", "", false
	}
	return from, last(), true
}
