package store

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// What the search index holds of a record is its words, folded, and tokens that begin with a letter folding never leaves, so that nobody
// can type them: đ, a small letter that says what it is, and the word, code or rid itself.
const (
	markName   = "đn" // a word of its name or title
	markOf     = "đo" // a word of the name of an organisation that it belongs to
	markWithin = "đi" // what is left of a word of its name without its first letters
	markType   = "đy" // code of its type
	markKind   = "đk"
	markStatus = "đs"
	markTopic  = "đt"
	markGroup  = "đg" // of a stakeholder
	markPlace  = "đv" // rid of its settlement
	markNumber = "đc" // the counter of its number
	markPhone  = "đp" // a phone number without the zero or the +381 it begins with
)

// leastWithin is the shortest end of a word that is indexed.
const leastWithin = 3

// tokens gathers what the index holds of one record.
type tokens struct {
	strings.Builder
	seen map[string]bool
}

// newTokens begins with the words of a text.
func newTokens(text string) *tokens {
	t := &tokens{seen: map[string]bool{}}
	fold.Tokens(text, func(token string, _, _ int) { t.put(token) })
	return t
}

// put adds a token, once: how often a word stands in a record is not looked for.
func (t *tokens) put(token string) {
	if t.seen[token] {
		return
	}
	t.seen[token] = true
	if t.Len() > 0 {
		t.WriteByte(' ')
	}
	t.WriteString(token)
}

// names adds the words of names under a mark.
func (t *tokens) names(mark string, names ...string) {
	for _, n := range names {
		fold.Tokens(n, func(token string, _, _ int) { t.put(mark + token) })
	}
}

// ends adds the ends of the words of names, so that a part of a word is found.
func (t *tokens) ends(names ...string) {
	for _, n := range names {
		fold.Tokens(n, func(token string, _, _ int) {
			for i := range token {
				if i > 0 && len(token)-i >= leastWithin && token[i] < utf8.RuneSelf {
					t.put(markWithin + token[i:])
				}
			}
		})
	}
}

// code adds a code of a vocabulary; nil and "" add nothing.
func (t *tokens) code(mark string, code any) {
	if s, _ := code.(string); s != "" {
		t.put(codeToken(mark, s))
	}
}

// number adds the counter of a number, so that 14 finds E-26-BOR1-0014.
func (t *tokens) number(number string) {
	if n, err := strconv.Atoi(number[strings.LastIndexByte(number, '-')+1:]); err == nil && number != "" {
		t.put(ridToken(markNumber, int64(n)))
	}
}

// leastPhone is how many digits are looked for as a phone number.
const leastPhone = 5

// phone adds a phone number.
func (t *tokens) phone(number string) {
	if d := phoneDigits(number); len(d) >= leastPhone {
		t.put(markPhone + d)
	}
}

// phoneDigits are the digits of a phone number however it is written: 063/123-45-67 and +381 (63) 1234567 are the same. What holds a letter
// is none.
func phoneDigits(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			b.WriteRune(r)
		case unicode.IsLetter(r):
			return ""
		}
	}
	d := strings.TrimPrefix(b.String(), "00")
	return strings.TrimLeft(strings.TrimPrefix(d, "381"), "0")
}

func (t *tokens) rid(mark string, rid any) {
	if n, ok := rid.(int64); ok {
		t.put(ridToken(mark, n))
	}
}

// codeToken writes a code as one token: what would cut it in two is spelt out.
func codeToken(mark, code string) string {
	var b strings.Builder
	b.WriteString(mark)
	for _, r := range code {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			b.WriteRune(r)
		} else {
			b.WriteString("x" + strconv.FormatInt(int64(r), 36) + "x")
		}
	}
	return b.String()
}

func ridToken(mark string, rid int64) string { return mark + strconv.FormatInt(rid, 10) }

// otherDoc names a settlement or an attachment in other_text, and a stakeholder or a settlement in name.
func otherDoc(t *data.Type, rid int64) int64 { return rid<<5 | int64(t.Code) }

// putText replaces the search text of one record.
func (x *writing) putText(table string, doc int64, text string) error {
	if err := x.exec("DELETE FROM "+table+" WHERE rowid=?", doc); err != nil {
		return err
	}
	return x.exec("INSERT INTO "+table+"(rowid, text) VALUES(?,?)", doc, text)
}
