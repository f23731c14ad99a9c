package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters that must not begin, or end, a line of Chinese.
const (
	noStart = "、。，．・：；？！）」』】〕》〉”’％…—ー々,.:;?!)]}%"
	noEnd   = "（「『【〔《〈“‘([{￥$€"
)

func ideographic(r rune) bool {
	return r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7AF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF00 && r <= 0xFFEF
}

// breakable tells whether a line may end between a and b; before is the text that ends in a, after the text that begins with b.
func breakable(a, b rune, before, after string) bool {
	switch {
	case b == ' ', unicode.Is(unicode.M, b):
		return false
	case a == ' ':
		return true
	case strings.ContainsRune(noStart, b), strings.ContainsRune(noEnd, a), a == '\u00A0', b == '\u00A0':
		return false
	case ideographic(a), ideographic(b):
		return true
	case a == '-', a == '–', a == '—', a == '/':
		// within a compound word, never within a number or a record's short name
		return letters(before[:len(before)-utf8.RuneLen(a)], true) >= 2 && letters(after, false) >= 2
	}
	return false
}

// letters counts the letters of the word at the end or the beginning of s, up to a few; 0 when a digit is among them.
func letters(s string, atEnd bool) int {
	const enough = 20 // a longer stretch is no record's name, and looking further would take ages in a text of nothing but hyphens
	n := 0
	for k := 0; s != "" && k < enough; k++ {
		var r rune
		var size int
		if atEnd {
			r, size = utf8.DecodeLastRuneInString(s)
			s = s[:len(s)-size]
		} else {
			r, size = utf8.DecodeRuneInString(s)
			s = s[size:]
		}
		switch {
		case unicode.IsDigit(r):
			return 0
		case unicode.IsLetter(r):
			n++
		case unicode.IsSpace(r):
			return n
		}
	}
	return n
}

// segments cuts one line of text where it may break; the blanks stay at the end of the segment before.
func segments(s string) []string {
	var out []string
	start := 0
	prev := rune(-1)
	for i, r := range s {
		if prev >= 0 && breakable(prev, r, s[start:i], s[i:]) {
			out = append(out, s[start:i])
			start = i
		}
		prev = r
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

const hair = 1e-6 // so that a text fits the width that was measured for it

// softHyphen is how a broken word ends: it looks like a hyphen, and readers join the word again.
const softHyphen = "\u00AD"

// wrap breaks cleaned text into lines of at most width millimetres. A line that ends at blanks keeps one, beyond the width, so that what
// is copied or read aloud has its words apart. A word that is wider than the line is broken at a syllable when hyphens are allowed, else
// anywhere.
func wrap(s string, f face, size, width float64, hyphens bool) []string {
	var out []string
	paras := strings.Split(s, "\n")
	for i, para := range paras {
		line, used := "", 0.0
		for _, seg := range segments(strings.Trim(para, " ")) {
			word := strings.TrimRight(seg, " ")
			w := f.width(word, size)
			if line != "" && used+w > width+hair {
				out = append(out, oneBlank(line))
				line, used = "", 0
			}
			for w > width+hair {
				head, rest := breakWord(word, f, size, width, hyphens)
				if rest == "" {
					break
				}
				out = append(out, head)
				word, seg = rest, rest+seg[len(word):]
				w = f.width(word, size)
			}
			line += seg
			used += f.width(seg, size)
		}
		if line = strings.TrimRight(line, " "); i+1 < len(paras) {
			line += " "
		}
		out = append(out, line)
	}
	return out
}

// oneBlank leaves one of the blanks at the end of a line.
func oneBlank(line string) string {
	if words := strings.TrimRight(line, " "); words != line {
		return words + " "
	}
	return line
}

// breakWord takes as much of a word as fits, at least one character with its marks.
func breakWord(word string, f face, size, width float64, hyphens bool) (head, rest string) {
	limit := width*1000/(size*perMM) + hair
	n, fits := 0, len(word)
	for i, r := range word {
		n += f.advance(r)
		if i > 0 && float64(n) > limit && !unicode.Is(unicode.M, r) {
			fits = i
			break
		}
	}
	if fits == len(word) {
		return word, ""
	}
	if hyphens {
		if i := syllable(word, fits, int(limit)-f.advance('\u00AD'), f); i > 0 {
			return word[:i] + softHyphen, word[i:]
		}
	}
	return word[:fits], word[fits:]
}

// longestWord is the width below which a word of s would have to be broken.
func longestWord(s string, f face, size float64) float64 {
	longest := 0.0
	for para := range strings.SplitSeq(s, "\n") {
		for _, seg := range segments(para) {
			longest = max(longest, f.width(strings.TrimRight(seg, " "), size))
		}
	}
	return longest
}
