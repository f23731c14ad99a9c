package fold

import (
	"strings"
	"unicode/utf8"
)

// mostTokens is as many as are looked for: someone who pastes a page into a search field is answered for its first words.
const mostTokens = 40

// Query makes an SQLite FTS5 expression of what a person typed: every word must be there, characters of a Chinese run must follow each
// other. With live a word may be the beginning of one, as Serbian words change their endings and the last word is still being
// typed; words of one or two letters with another behind them must be whole, or they would match nearly everything. Text
// without a word gives "". Nothing typed can reach FTS5 as an operator.
func Query(s string, live bool) string {
	parts := partsOf(s, true)
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteString(`"` + strings.Join(p.tokens, " ") + `"`)
		if p.prefix(live, i == len(parts)-1 && p.end == len(s)) {
			b.WriteByte('*')
		}
	}
	return b.String()
}

// part is one word, or one run of Chinese.
type part struct {
	tokens []string
	end    int
	han    bool
}

// partsOf finds what is looked for; joined puts the pairs of a Chinese run into one part.
func partsOf(s string, joined bool) []part {
	var parts []part
	count := 0
	scan(s, false, func(token string, start, end int) {
		if count++; count > mostTokens {
			return
		}
		r, _ := utf8.DecodeRuneInString(token)
		p := part{tokens: []string{token}, end: end, han: Han(r)}
		if n := len(parts); joined && n > 0 && p.han && parts[n-1].han && start < parts[n-1].end {
			parts[n-1].tokens = append(parts[n-1].tokens, token)
			parts[n-1].end = end
			return
		}
		parts = append(parts, p)
	})
	return parts
}

// prefix tells whether the part stands for the beginning of a token: one Chinese character always does, as it begins its pair.
func (p part) prefix(live, last bool) bool {
	if p.han {
		return len(p.tokens) == 1 && utf8.RuneCountInString(p.tokens[0]) == 1
	}
	return live && (last || utf8.RuneCountInString(p.tokens[0]) > 2)
}

// Marks finds the bytes of text to be marked as hits of what a person typed; spans do not overlap and stand in order.
func Marks(text, query string) [][2]int {
	wanted := partsOf(query, false)
	var spans [][2]int
	Tokens(text, func(token string, start, end int) {
		for i, p := range wanted {
			open := p.prefix(true, i == len(wanted)-1 && p.end == len(query))
			if token != p.tokens[0] && !(open && strings.HasPrefix(token, p.tokens[0])) {
				continue
			}
			if open && p.han { // the character alone, not the pair that it begins
				_, n := utf8.DecodeRuneInString(text[start:])
				end = start + n
			}
			if n := len(spans); n > 0 && start <= spans[n-1][1] && p.han {
				spans[n-1][1] = max(spans[n-1][1], end)
			} else if n == 0 || start >= spans[n-1][1] {
				spans = append(spans, [2]int{start, end})
			}
			return
		}
	})
	return spans
}
