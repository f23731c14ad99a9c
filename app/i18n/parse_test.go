package i18n

import (
	"testing"
	"time"

	"dogovor/data"
)

var today = time.Date(2026, 10, 21, 14, 30, 0, 0, data.HomeZone())

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"21.10.": "2026-10-21", "21.10": "2026-10-21", "21.10.26": "2026-10-21", "21/10/26": "2026-10-21", "21/10": "2026-10-21", "1.2.": "2026-02-01",
		"21. 10. 2026.": "2026-10-21", "21-10-2026": "2026-10-21", "2026-10-21": "2026-10-21", "2026/1/5": "2026-01-05", "2026.10.21.": "2026-10-21",
		"5": "2026-10-05", "5.": "2026-10-05", "211026": "2026-10-21", "21102026": "2026-10-21", "20261021": "2026-10-21", "20122026": "2026-12-20",
		"19112026": "2026-11-19", "19800105": "1980-01-05", "01011999": "1999-01-01",
		"21.10.87": "1987-10-21", "29.2.2028": "2028-02-29",
		"today": "2026-10-21", "Danas": "2026-10-21", "данас": "2026-10-21", "今天": "2026-10-21", "juče": "2026-10-20", "сутра": "2026-10-22", "昨天": "2026-10-20",
		"+3": "2026-10-24", "-1": "2026-10-20", "+11": "2026-11-01", "+ 3": "2026-10-24", "-365": "2025-10-21",
		"21 Oct 2026": "2026-10-21", "Oct 21, 2026": "2026-10-21", "21 october": "2026-10-21", "21. oktobar 2026.": "2026-10-21", "21. октобра 2026.": "2026-10-21",
		"2026年10月21日": "2026-10-21", "10月5日": "2026-10-05", "２１．１０．２０２６": "2026-10-21", " 21.10.2026 ": "2026-10-21", "21。10。2026": "2026-10-21",
	} {
		got, err := ParseDate(text, today)
		if err != nil || got.Format(time.DateOnly) != want {
			t.Errorf("ParseDate(%q) = %v, %v; want %s", text, got, err, want)
		} else if got.Location() != today.Location() || got.Hour() != 0 || got.Minute() != 0 {
			t.Errorf("ParseDate(%q) = %v is not the day's first moment", text, got)
		}
	}
	for text, code := range map[string]string{
		"": "bad_date", "x": "bad_date", "31.2.": "bad_date", "29.2.2026": "bad_date", "10/21/26": "bad_date", "0.0.": "bad_date", "32": "bad_date", "21.13.2026": "bad_date",
		"21.10.026": "bad_date", "21.10.20260": "bad_date", "1.2.3.4": "bad_date", "+": "bad_date", "+x": "bad_date", "2026": "bad_date", "1234567": "bad_date",
		"2026-10": "bad_date", "99999999": "bad_date", "21..": "", "21. oktobar 26. i": "bad_date", "Oct": "bad_date", "١٢.١٠.": "bad_date", "12.12.12.": "",
		"21.10.1026": "year_range", "1899-12-31": "year_range", "2201-01-01": "year_range", "21.10.0026": "year_range", "+99999": "year_range",
	} {
		got, err := ParseDate(text, today)
		if data.ErrorCode(err) != code {
			t.Errorf("ParseDate(%q) = %v, %v; want %q", text, got, err, code)
		}
	}
}

func TestPrintedDatesAreRead(t *testing.T) {
	for _, l := range Langs {
		for day := time.Date(2026, 1, 1, 0, 0, 0, 0, today.Location()); day.Year() < 2027; day = day.AddDate(0, 0, 1) {
			if got, err := ParseDate(For(l).Date(day), today); err != nil || !got.Equal(day) {
				t.Fatalf("%s: %q is read as %v, %v", l, For(l).Date(day), got, err)
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"21.10.26", "+3", "2026年10月21日", "oktobar 1", "20261021", "данас"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := ParseDate(s, today); err == nil && (got.Year() < data.FirstYear || got.Year() > data.LastYear) {
			t.Fatalf("%q is read as %v", s, got)
		}
		_, _, _ = ParseClock(s)
	})
}

func TestParseClock(t *testing.T) {
	for text, want := range map[string][2]int{
		"18": {18, 0}, "1800": {18, 0}, "18:00": {18, 0}, "18.00": {18, 0}, "9": {9, 0}, "930": {9, 30}, "9:05": {9, 5}, "0": {0, 0}, "23:59": {23, 59},
		"18h": {18, 0}, "18 h": {18, 0}, "18h30": {18, 30}, "１８：３０": {18, 30}, " 18:00 ": {18, 0}, "18点30分": {18, 30}, "18,15": {18, 15},
	} {
		h, m, err := ParseClock(text)
		if err != nil || h != want[0] || m != want[1] {
			t.Errorf("ParseClock(%q) = %d:%d, %v; want %v", text, h, m, err, want)
		}
	}
	for _, text := range []string{"", "24", "24:00", "18:60", "1860", "18:5", "x", "-1", "18:00:00", "180000", ":30", "18::00", "1 8 0 0 0"} {
		if h, m, err := ParseClock(text); data.ErrorCode(err) != "bad_clock" {
			t.Errorf("ParseClock(%q) = %d:%d, %v", text, h, m, err)
		}
	}
}
