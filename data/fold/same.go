package fold

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Same tells whether two names are one name written otherwise: in the other script, without diacritics, with dj for đ, with the surname
// first. It is strict, so that nobody is taken for somebody else: Đukić and Dukić fold alike, but who writes ć writes đ too, so they are
// two names; Dukic, written by one who has no diacritics, may be either. Names that are only similar are not the same.
func Same(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(x) != len(y) {
		return false
	}
	agree := func(x, y []word) bool { return agree(x, y, isBare(a), isBare(b)) }
	if agree(x, y) {
		return true
	}
	// The surname first, where it is plain which of the names that is: Petar Pavle is somebody else than Pavle Petar.
	n := len(x)
	if n < 2 || !surname(x[0]) && !surname(x[n-1]) || surname(x[0]) && surname(x[n-1]) {
		return false
	}
	first := append([]word{x[n-1]}, x[:n-1]...)
	last := append(slices.Clone(x[1:]), x[0])
	return agree(first, y) || agree(last, y)
}

// Marked tells whether whoever typed s had diacritics, or Cyrillic: then they tell names apart that fold alike.
func Marked(s string) bool { return !isBare(s) }

// Agrees tells whether every word that was typed begins a word of the name with all its marks: Đuk agrees with Đukić, and not with Dukić.
func Agrees(name, typed string) bool {
	words := wordsOf(name)
	for _, t := range wordsOf(typed) {
		if !slices.ContainsFunc(words, func(w word) bool { return strings.HasPrefix(w.exact, t.exact) }) {
			return false
		}
	}
	return true
}

// word is one word of a name: folded, and in Latin letters with its diacritics.
type word struct{ folded, exact string }

func wordsOf(name string) (out []word) {
	name = norm.NFC.String(name)
	Tokens(name, func(token string, start, end int) {
		out = append(out, word{token, exact(name[start:end])})
	})
	return out
}

// exact writes a word in Serbian Latin letters, small, with its diacritics; đ and dj are one.
func exact(s string) string {
	var b strings.Builder
	for _, r := range s {
		r = unicode.ToLower(r)
		switch l, ok := accented[r]; {
		case ok:
			b.WriteString(l)
		case unicode.In(r, unicode.Mn, unicode.Cf):
		case unicode.Is(unicode.Cyrillic, r):
			b.WriteString(cyrillic[r])
		default:
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(norm.NFKC.String(b.String()), "dj", "đ")
}

// accented are the Cyrillic letters whose Latin counterpart has a mark that tells it from another letter.
var accented = map[rune]string{'ж': "ž", 'ћ': "ć", 'ч': "č", 'џ': "dž", 'ш': "š", 'ђ': "đ", 'ќ': "ć", 'ѓ': "đ", 'щ': "št"}

// isBare tells whether a name shows no sign that its writer had diacritics.
func isBare(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}

// agree compares word by word. Of a bare name only a dj tells something: that it is no d.
func agree(x, y []word, bareX, bareY bool) bool {
	return slices.EqualFunc(x, y, func(a, b word) bool {
		switch {
		case a.folded != b.folded:
			return false
		case bareX && bareY:
			return true
		case bareX:
			return strings.Count(a.exact, "đ") <= strings.Count(b.exact, "đ")
		case bareY:
			return strings.Count(b.exact, "đ") <= strings.Count(a.exact, "đ")
		}
		return a.exact == b.exact
	})
}

// surname tells whether a folded word ends as Serbian surnames do and given names do not.
func surname(w word) bool {
	for _, end := range []string{"ic", "ski", "cki", "ov", "ev", "ac", "escu", "eanu"} {
		if strings.HasSuffix(w.folded, end) && len(w.folded) > len(end)+2 {
			return true
		}
	}
	return false
}
