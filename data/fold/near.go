package fold

import "unicode/utf8"

// NearFrom is how long a folded word must be for one typing error in it to be forgiven: in a shorter one an edit makes another name.
const NearFrom = 5

// NearKeys are the word itself and the word without each one of its letters. Two words that are one edit apart (a letter more, less, another
// one, two swapped) have a key in common: an index of the keys of all names finds the near ones by a few exact look-ups.
func NearKeys(word string) []string {
	out := make([]string, 0, len(word)+1)
	out = append(out, word)
	for i, r := range word {
		without := word[:i] + word[i+utf8.RuneLen(r):]
		if without != out[len(out)-1] { // of a doubled letter one is enough
			out = append(out, without)
		}
	}
	return out
}

// Near tells whether two folded words are at most one edit apart. With begins, b may go on after the part that a is near to.
func Near(a, b string, begins bool) bool {
	x, y := []rune(a), []rune(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	rest := func(x, y []rune) bool {
		if len(x) > len(y) || !begins && len(x) != len(y) {
			return false
		}
		for i, r := range x {
			if y[i] != r {
				return false
			}
		}
		return true
	}
	switch {
	case i == len(x):
		return begins || len(y)-i <= 1
	case i == len(y):
		return len(x)-i == 1
	}
	return rest(x[i+1:], y[i+1:]) || rest(x[i+1:], y[i:]) || rest(x[i:], y[i+1:]) ||
		i+1 < len(x) && i+1 < len(y) && x[i] == y[i+1] && x[i+1] == y[i] && rest(x[i+2:], y[i+2:])
}
