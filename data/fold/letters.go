package fold

import "unicode"

// cyrillic gives each Cyrillic letter the folded letters of its Latin counterpart: Serbian first, then the neighbours' letters that
// occur in names. đ stays đ here; the writer makes d of it, so that đ, dj and d meet.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'ђ': "đ", 'е': "e", 'ж': "z", 'з': "z", 'и': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj", 'м': "m",
	'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ћ': "c", 'у': "u", 'ф': "f", 'х': "h", 'ц': "c", 'ч': "c", 'џ': "dz", 'ш': "s",
	'й': "j", 'щ': "st", 'ъ': "a", 'ь': "", 'ы': "y", 'э': "e", 'ю': "ju", 'я': "ja", 'ѓ': "đ", 'ќ': "c", 'ѕ': "dz", 'ё': "e", 'ѝ': "i", 'ѐ': "e",
	'і': "i", 'ї': "i", 'є': "e", 'ґ': "g", 'ў': "u", 'ѣ': "e", 'ѫ': "a", 'ѳ': "f", 'ѵ': "i", 'ԁ': "d", 'ԑ': "e", 'ӂ': "z", 'ӑ': "a", 'ӗ': "e", 'ә': "a", 'ӡ': "dz",
}

// latin gives the Latin letters that do not fall apart into a plain letter and a mark, and the frequent ones that do.
var latin = map[rune]string{
	'č': "c", 'ć': "c", 'ž': "z", 'š': "s", 'đ': "đ", 'ß': "ss", 'ø': "o", 'ł': "l", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th",
	'ă': "a", 'â': "a", 'î': "i", 'ș': "s", 'ş': "s", 'ț': "t", 'ţ': "t", 'ə': "a", 'ħ': "h", 'ŧ': "t", 'ŋ': "n", 'ɖ': "d", 'ɨ': "i", 'ʒ': "z", 'ĸ': "k", 'ſ': "s",
}

// Han tells whether r belongs to a script written without spaces, which is indexed in pairs of characters.
func Han(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// plain looks r up among the letters with a folded form of their own.
func plain(r rune) (string, bool) {
	if s, ok := cyrillic[r]; ok {
		return s, true
	}
	s, ok := latin[r]
	return s, ok
}
