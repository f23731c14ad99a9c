package i18n

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dogovor/data"
)

// dayWords are words for a day near today, in small Latin letters.
var dayWords = map[string]int{
	"today": 0, "danas": 0, "今天": 0, "今日": 0, "t": 0, "d": 0,
	"yesterday": -1, "juče": -1, "juce": -1, "昨天": -1,
	"tomorrow": 1, "sutra": 1, "明天": 1,
}

// monthWords are the first letters of the months' names in English and Serbian.
var monthWords = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "avg": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}

// ParseDate reads a day as people type it, whatever the language: 21.10., 21/10/26, 21. 10. 2026., 2026-10-21, 211026, 21 Oct 2026,
// 2026年10月21日, today, danas, 今天, +3, -1. The day comes before the month unless the year comes first; without a year it is today's
// year. The answer is the first moment of the day in the zone of today. What cannot be a day is an error "bad_date", a year
// outside 1900 to 2200 "year_range".
func ParseDate(text string, today time.Time) (time.Time, error) {
	s := strings.TrimSpace(strings.ToLower(Latin(norm.NFKC.String(text))))
	y, m, d := today.Date()
	if n, ok := dayWords[s]; ok {
		return dayOf(text, y, int(m), d+n, today, false)
	}
	if n, ok := offset(s); ok {
		return dayOf(text, y, int(m), d+n, today, false)
	}
	parts, ok := dateParts(s)
	if !ok {
		return time.Time{}, badDate(text)
	}
	switch len(parts) {
	case 1:
		return dayOf(text, y, int(m), parts[0].n, today, true)
	case 2:
		return dayOf(text, y, parts[1].n, parts[0].n, today, true)
	}
	if parts[0].digits == 4 {
		return dayOf(text, parts[0].n, parts[1].n, parts[2].n, today, true)
	}
	if parts[2].digits != 4 && parts[2].digits != 2 {
		return time.Time{}, badDate(text)
	}
	year := parts[2].n
	if parts[2].digits == 2 {
		if year += 2000; year > y+30 { // 26 is 2026, 87 is 1987
			year -= 100
		}
	}
	return dayOf(text, year, parts[1].n, parts[0].n, today, true)
}

// offset reads +3 and -1, in days.
func offset(s string) (int, bool) {
	if len(s) < 2 || len(s) > 6 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	n, err := strconv.Atoi(strings.ReplaceAll(s, " ", ""))
	return n, err == nil
}

type number struct{ n, digits int }

// dateParts finds two or three numbers, the second perhaps written as a month's name, in the order day, month, year or year, month, day.
func dateParts(s string) ([]number, bool) {
	var parts []number
	fields := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".,/-–年月日号。、 ", r) })
	for _, f := range fields {
		if month, ok := monthWords[firstLetters(f)]; ok {
			parts = append(parts, number{int(month), 0})
			continue
		}
		n, err := strconv.Atoi(f)
		if err != nil || !digitsOnly(f) || len(f) > 8 {
			return nil, false
		}
		parts = append(parts, number{n, len(f)})
	}
	switch {
	case len(parts) == 1 && parts[0].digits >= 6:
		return runTogether(fields[0])
	case len(parts) == 1 && (parts[0].digits == 0 || parts[0].digits > 2), len(parts) == 0, len(parts) > 3:
		return nil, false
	case len(parts) >= 2 && parts[0].digits == 0: // Oct 21, 2026
		parts[0], parts[1] = parts[1], parts[0]
	case len(parts) == 2 && strings.Contains(s, "月"): // 10月21日
		parts[0], parts[1] = parts[1], parts[0]
	}
	return parts, true
}

// runTogether reads 211026, 21102026 and 20261021.
func runTogether(s string) ([]number, bool) {
	cut := []int{2, 4}
	if month, _ := strconv.Atoi(s[4:6]); len(s) == 8 && month >= 1 && month <= 12 && s[4:6] != "19" && s[4:6] != "20" {
		cut = []int{4, 6}
	} else if len(s) == 7 {
		return nil, false
	}
	var parts []number
	for _, f := range []string{s[:cut[0]], s[cut[0]:cut[1]], s[cut[1]:]} {
		n, _ := strconv.Atoi(f)
		parts = append(parts, number{n, len(f)})
	}
	return parts, true
}

func firstLetters(word string) string {
	runes := []rune(word)
	if len(runes) < 3 || !unicode.IsLetter(runes[0]) {
		return ""
	}
	return string(runes[:3])
}

func digitsOnly(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// dayOf makes the day; strict refuses one that the month does not have.
func dayOf(text string, y, m, d int, today time.Time, strict bool) (time.Time, error) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, today.Location())
	if strict && (t.Year() != y || int(t.Month()) != m || t.Day() != d) {
		return time.Time{}, badDate(text)
	}
	if t.Year() < data.FirstYear || t.Year() > data.LastYear {
		return time.Time{}, data.NewError("year_range", nil, "Value", text, "First", data.FirstYear, "Last", data.LastYear)
	}
	return t, nil
}

func badDate(text string) error { return data.NewError("bad_date", nil, "Value", text) }

// ParseClock reads a time of day as people type it: 18, 18h, 1800, 930, 18:00, 18.00, 18,00, 18：00. What cannot be one is an error
// "bad_clock".
func ParseClock(text string) (hour, minute int, err error) {
	bad := data.NewError("bad_clock", nil, "Value", text)
	s := strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(text)), ""))
	h, m, parted := strings.Cut(strings.NewReplacer(".", ":", ",", ":", "h", ":", "点", ":", "时", ":", "分", "").Replace(s), ":")
	if !parted && len(h) > 2 {
		h, m = h[:len(h)-2], h[len(h)-2:]
	}
	if !digitsOnly(h) || len(h) > 2 || m != "" && (!digitsOnly(m) || len(m) != 2) {
		return 0, 0, bad
	}
	hour, _ = strconv.Atoi(h)
	minute, _ = strconv.Atoi(m)
	if hour > 23 || minute > 59 {
		return 0, 0, bad
	}
	return hour, minute, nil
}
