package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// latinOf is the Serbian Latin letter of each Cyrillic one; those of two letters are in latinPair.
var latinOf = map[rune]rune{
	'а': 'a', 'б': 'b', 'в': 'v', 'г': 'g', 'д': 'd', 'ђ': 'đ', 'е': 'e', 'ж': 'ž', 'з': 'z', 'и': 'i', 'ј': 'j', 'к': 'k', 'л': 'l',
	'м': 'm', 'н': 'n', 'о': 'o', 'п': 'p', 'р': 'r', 'с': 's', 'т': 't', 'ћ': 'ć', 'у': 'u', 'ф': 'f', 'х': 'h', 'ц': 'c', 'ч': 'č', 'ш': 'š',
}

var latinPair = map[rune]string{'љ': "lj", 'њ': "nj", 'џ': "dž"}

// Latin writes Serbian Cyrillic in Latin letters and leaves everything else as it is.
func Latin(s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	var before rune
	if at > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:at])
	}
	for i, r := range s[at:] {
		small := unicode.ToLower(r)
		upper := small != r
		if pair, ok := latinPair[small]; ok {
			after, _ := utf8.DecodeRuneInString(s[at+i+utf8.RuneLen(r):])
			switch {
			case upper && (unicode.IsUpper(after) || unicode.IsUpper(before) && !unicode.IsLower(after)):
				b.WriteString(strings.ToUpper(pair))
			case upper:
				first, size := utf8.DecodeRuneInString(pair)
				b.WriteRune(unicode.ToUpper(first))
				b.WriteString(pair[size:])
			default:
				b.WriteString(pair)
			}
		} else if l, ok := latinOf[small]; ok {
			if upper {
				l = unicode.ToUpper(l)
			}
			b.WriteRune(l)
		} else {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}
