package data

import (
	"time"
	"unicode"
	"unicode/utf8"
)

// checkFields refuses what no field may hold: text too long for it, dates that are none or far outside living memory.
func checkFields(p *Problems, r Record) {
	for _, f := range r.Type().Fields {
		most := MaxLine
		if f.Long {
			most = MaxLong
		}
		switch v := f.Ptr(r).(type) {
		case *string:
			if utf8.RuneCountInString(*v) > most {
				p.add(f.Name, "too_long", "Max", most)
			}
		case *[]string:
			if len(*v) > MaxList {
				p.add(f.Name, "too_many", "Max", MaxList)
			}
			for _, s := range *v {
				if utf8.RuneCountInString(s) > MaxLine {
					p.add(f.Name, "too_long", "Max", MaxLine)
					break
				}
			}
		case *Date:
			if *v != "" {
				if c := v.problem(); c != "" {
					p.add(f.Name, c, "First", FirstYear, "Last", LastYear)
				}
			}
		case *Moment:
			if c := v.problem(); c != "" {
				p.add(f.Name, c, "First", FirstYear, "Last", LastYear)
			}
		}
	}
}

func oneOf(p *Problems, field, code string, v Vocabulary, required bool) {
	switch {
	case code == "" && required:
		p.add(field, "required")
	case code != "" && !v.Has(code):
		p.add(field, "unknown_choice")
	}
}

func between(p *Problems, field string, n, least, most int) {
	switch {
	case n < least && least == 0:
		p.add(field, "negative")
	case n < least || n > most:
		p.add(field, "out_of_range", "Min", least, "Max", most)
	}
}

func notFuture(p *Problems, field string, d Date, now time.Time) {
	if d != "" && d.problem() == "" && d > DateOf(now.In(HomeZone())) {
		p.add(field, "in_future")
	}
}

func countDigits(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// ScriptOf tells in which script a name is written by its first letter: "latin", "cyrillic", "chinese" or "" for another.
func ScriptOf(name string) string {
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return "cyrillic"
		case unicode.Is(unicode.Han, r):
			return "chinese"
		case unicode.Is(unicode.Latin, r):
			return "latin"
		}
	}
	return ""
}
