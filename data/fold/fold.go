// Package fold brings text into one search form, whatever script and diacritics it was typed in:
//
//	Ђорђе Чавић = Đorđe Čavić = Djordje Cavic = Dorde Cavic
//
// Cyrillic becomes Latin, č ć ž š lose their marks, đ and dj become d, other marks are dropped. Chinese is cut into overlapping pairs
// of characters. What is written to an index and what is asked of it must pass through here alike; so must names that are compared.
//
// The package imports nothing of the project and never knows a database. A change of what it answers makes every stored index stale:
// raise Version with it.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Version tells one folding from another; a store that kept text folded by another one folds it again.
const Version = 2

// Text is the form of s that goes into an index: its tokens, joined by spaces.
func Text(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	Tokens(s, func(token string, _, _ int) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(token)
	})
	return b.String()
}

// Key is s folded into one string for comparing and for LIKE: words with one space between them, Chinese as it stands. It never holds
// a % or _.
func Key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	last := 0
	scan(s, false, func(token string, start, end int) {
		// Chinese comes in pairs that overlap: of each pair only the character not yet written counts.
		if r, n := utf8.DecodeRuneInString(token); Han(r) {
			if start < last {
				token = token[n:]
			}
		}
		if b.Len() > 0 && start > last {
			b.WriteByte(' ')
		}
		b.WriteString(token)
		last = end
	})
	return b.String()
}

// Tokens calls f for every token of s with the bytes of s it stands for: words folded, Chinese in pairs that overlap. The last
// character of a Chinese run comes once more alone, so that a query of one character finds it by its beginning.
func Tokens(s string, f func(token string, start, end int)) { scan(s, true, f) }

// scan finds the tokens; tail asks for the last character of a Chinese run of two or more.
func scan(s string, tail bool, f func(token string, start, end int)) {
	w := writer{f: f, tail: tail, start: -1}
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		w.rune(r, at, at+n)
		at += n
	}
	w.endWord()
	w.endRun()
}

// writer gathers one word, or one run of Chinese, at a time.
type writer struct {
	f    func(token string, start, end int)
	tail bool

	word       []byte // folded so far
	start, end int    // its bytes in source; start is -1 outside of a word
	base       rune   // the letter that a mark may belong to
	baseAt     int    // where in word it stands

	run            int  // characters in the current Chinese run
	last           rune // its latest character
	lastAt, lastTo int
}

func (w *writer) rune(r rune, at, to int) {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		w.letter(r, at, to)
	case 'A' <= r && r <= 'Z':
		w.letter(r+'a'-'A', at, to)
	case r < utf8.RuneSelf:
		w.endWord()
		w.endRun()
	case Han(r):
		w.endWord()
		w.character(r, at, to)
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		if w.start >= 0 { // marks belong to the letter before them; soft hyphens and direction marks are not there
			w.end = to
			w.mark(r, at, to)
		}
	default:
		w.other(r, at, to)
	}
}

// other folds a letter beyond ASCII; what is neither letter nor digit ends the word.
func (w *writer) other(r rune, at, to int) {
	r = unicode.ToLower(r)
	w.base, w.baseAt = r, len(w.word)
	if folded, ok := plain(r); ok {
		w.letters(folded, at, to)
		return
	}
	found := false
	for _, x := range norm.NFKD.String(string(r)) {
		x = unicode.ToLower(x)
		if folded, ok := plain(x); ok {
			w.letters(folded, at, to)
			found = true
		} else if (unicode.IsLetter(x) || unicode.IsDigit(x)) && !Han(x) {
			w.letter(x, at, to)
			found = true
		}
	}
	if !found {
		w.endWord()
		w.endRun()
	}
}

// mark puts a mark on the letter before it, where the two together are another letter: и with a breve is й, а ј, and no и.
func (w *writer) mark(r rune, at, to int) {
	whole := []rune(norm.NFC.String(string([]rune{w.base, r})))
	if folded, ok := cyrillic[whole[0]]; ok && len(whole) == 1 && w.baseAt <= len(w.word) {
		w.word, w.base = w.word[:w.baseAt], 0
		w.letters(folded, at, to)
	}
}

func (w *writer) letters(s string, at, to int) {
	for _, r := range s {
		w.letter(r, at, to)
	}
	if s == "" && w.start >= 0 { // the Russian soft sign
		w.end = to
	}
}

// letter adds one folded letter; đ and dj become d.
func (w *writer) letter(r rune, at, to int) {
	w.endRun()
	if w.start < 0 {
		w.start = at
	}
	w.end = to
	switch {
	case r == 'đ':
		w.word = append(w.word, 'd')
	case r == 'j' && len(w.word) > 0 && w.word[len(w.word)-1] == 'd':
	default:
		w.word = utf8.AppendRune(w.word, r)
	}
}

func (w *writer) character(r rune, at, to int) {
	if r >= 0xF900 { // compatibility forms stand for an ordinary character
		r, _ = utf8.DecodeRuneInString(norm.NFC.String(string(r)))
	}
	if w.run > 0 {
		w.f(string([]rune{w.last, r}), w.lastAt, to)
	}
	w.run++
	w.last, w.lastAt, w.lastTo = r, at, to
}

func (w *writer) endWord() {
	if len(w.word) > 0 {
		w.f(string(w.word), w.start, w.end)
	}
	w.word, w.start, w.base = w.word[:0], -1, 0
}

func (w *writer) endRun() {
	if w.run == 1 || w.run > 1 && w.tail {
		w.f(string(w.last), w.lastAt, w.lastTo)
	}
	w.run = 0
}
