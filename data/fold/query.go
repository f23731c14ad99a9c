package fold

import (
	"strings"
	"unicode/utf8"
)

// mostTokens is as many as are looked for: someone who pastes a page into a search field is answered for its first words.
const mostTokens = 40

// Term is one word, or one pair of Chinese characters, that is looked for.
type Term struct {
	Token      string
	Begins     bool // the beginning of a token is enough
	Han        bool
	Start, End int // its bytes in what was typed
}

// Terms are what a person who typed s looks for. With live a word may be the beginning of one, as Serbian words change their endings and
// the last word is still being typed; words of one or two letters with another behind them must be whole, or they would match nearly
// everything, unless a dot behind it makes it an initial: Đ. Šarbanovac. One Chinese character always stands for a beginning: that of its pair.
func Terms(s string, live bool) []Term {
	var out []Term
	scan(s, false, func(token string, start, end int) {
		if len(out) < mostTokens {
			r, _ := utf8.DecodeRuneInString(token)
			out = append(out, Term{Token: token, Han: Han(r), Start: start, End: end})
		}
	})
	for i := range out {
		t, letters := &out[i], utf8.RuneCountInString(out[i].Token)
		if t.Han {
			t.Begins = letters == 1
		} else {
			t.Begins = live && (letters > 2 || i == len(out)-1 && t.End == len(s) || strings.HasPrefix(s[t.End:], "."))
		}
	}
	return out
}

// Matches tells whether a token is what is looked for.
func (t Term) Matches(token string) bool {
	return token == t.Token || t.Begins && strings.HasPrefix(token, t.Token)
}

// Match is the term as an SQLite FTS5 expression. Nothing typed can reach FTS5 as an operator: a token is letters and digits.
func (t Term) Match() string {
	if t.Begins {
		return `"` + t.Token + `"*`
	}
	return `"` + t.Token + `"`
}

// Query makes an SQLite FTS5 expression of what a person typed: every term must be there. The pairs of a Chinese run are looked for one by
// one, as the index holds no positions. Text without a word gives "".
func Query(s string, live bool) string {
	var b strings.Builder
	for i, t := range Terms(s, live) {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteString(t.Match())
	}
	return b.String()
}

// Marks finds the bytes of text to be marked as hits of what a person typed; spans do not overlap and stand in order.
func Marks(text, query string) [][2]int { return MarkTerms(text, Terms(query, true)) }

// MarkTerms is Marks for terms.
func MarkTerms(text string, wanted []Term) [][2]int {
	var spans [][2]int
	if len(wanted) == 0 {
		return nil
	}
	Tokens(text, func(token string, start, end int) {
		for _, t := range wanted {
			if !t.Matches(token) {
				continue
			}
			if t.Begins && t.Han { // the character alone, not the pair that it begins
				_, n := utf8.DecodeRuneInString(text[start:])
				end = start + n
			}
			if n := len(spans); n > 0 && start <= spans[n-1][1] && t.Han {
				spans[n-1][1] = max(spans[n-1][1], end)
			} else if n == 0 || start >= spans[n-1][1] {
				spans = append(spans, [2]int{start, end})
			}
			return
		}
	})
	return spans
}
