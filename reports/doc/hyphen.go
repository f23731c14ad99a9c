package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vowels of Serbian and Romanian; a syllabic r is left alone.
const vowels = "aeiouăâîAEIOUĂÂÎаеиоуАЕИОУ"

// pairs are two Latin letters that write one Serbian sound and stay together.
var pairs = []string{"lj", "nj", "dž", "Lj", "Nj", "Dž", "LJ", "NJ", "DŽ"}

// syllable finds the last place before byte limit where a Serbian word may be broken with a hyphen, so that what stands before it is no
// wider than units thousandths; 0 when there is none. The rule is the orthography's plain one: a syllable ends in a vowel, and of several
// consonants the last goes to the next line; at least two letters stay on either side.
func syllable(word string, limit, units int, f face) int {
	best, n, letters := 0, 0, 0
	seen := false // a vowel before
	for i, r := range word {
		if i > limit || n > units {
			break
		}
		if !unicode.IsLetter(r) {
			return 0 // not a plain word
		}
		if i > 0 && seen && letters >= 2 && opensSyllable(word, i) {
			best = i
		}
		if strings.ContainsRune(vowels, r) {
			seen = true
		}
		n += f.advance(r)
		letters++
	}
	return best
}

// opensSyllable tells whether at byte i one consonant stands before a vowel and the rest has two letters or more.
func opensSyllable(word string, i int) bool {
	rest := word[i:]
	c, size := utf8.DecodeRuneInString(rest)
	for _, p := range pairs {
		if strings.HasPrefix(rest, p) {
			size = len(p)
		}
		// never between the two letters of a pair
		if k := len(p) - utf8.RuneLen([]rune(p)[1]); i >= k && strings.HasPrefix(word[i-k:], p) {
			return false
		}
	}
	v, vsize := utf8.DecodeRuneInString(rest[size:])
	if vsize == 0 || strings.ContainsRune(vowels, c) || !strings.ContainsRune(vowels, v) {
		return false
	}
	return utf8.RuneCountInString(rest) >= 2
}
