package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// CleanLine is the one form in which a single line of text is stored: valid UTF-8, NFC, no control or invisible characters and no
// bidirectional marks that could disguise it, white space collapsed and trimmed. Letters of every script, emoji included, stay.
func CleanLine(s string) string { return strings.Join(strings.Fields(cleanRunes(s)), " ") }

// CleanText is CleanLine for text of many lines: line ends become \n, trailing blanks and empty lines at the ends go.
func CleanText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(cleanRunes(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(l, unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func cleanRunes(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\u2028', r == '\u2029', r == '\u0085', r == '\v', r == '\f':
			return '\n'
		case unicode.IsControl(r), r == '\uFEFF', r == '\u00AD', r == '\u200B', r == '\u2060', r >= '\uFFF9' && r <= '\uFFFB',
			r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069', r == '\u200E', r == '\u200F', r == '\u061C':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return norm.NFC.String(s)
}

// cleanFields cleans every text of r by what its field is declared to hold; a list keeps each entry once.
func cleanFields(r Record) {
	for _, f := range r.Type().Fields {
		switch p := f.Ptr(r).(type) {
		case *string:
			if f.Long {
				*p = CleanText(*p)
			} else {
				*p = CleanLine(*p)
			}
		case *[]string:
			var kept []string
			seen := map[string]bool{"": true}
			for _, s := range *p {
				if s = CleanLine(s); !seen[s] {
					seen[s] = true
					kept = append(kept, s)
				}
			}
			*p = kept
		}
	}
}
