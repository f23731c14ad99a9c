package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// Mention is somebody whom a text names.
type Mention struct {
	Name string // as the register has it
	Sure bool   // the whole name of a person; else it may be another word that looks like one
}

// NamesIn finds which of the stakeholders known a text names, in any script and case of Serbian: whole names in any order, of a person also
// the first name or surname alone where it is written like a name.
func NamesIn(text string, known []data.KnownName) (out []Mention) {
	ws := wordsOf(text)
	for _, k := range known {
		found, sure := false, false
		for _, name := range append([]string{k.Name}, k.Others...) {
			whole, alone := named(text, ws, name)
			found = found || whole || alone && k.Person
			sure = sure || whole && k.Person
		}
		if found {
			out = append(out, Mention{k.Name, sure})
		}
	}
	return out
}

// word is one of a text, folded.
type word struct {
	folded  string
	capital bool
	begins  bool // a sentence: a capital tells nothing there
}

func wordsOf(text string) (out []word) {
	begins, at := true, 0
	fold.Tokens(text, func(token string, start, end int) {
		if strings.ContainsAny(text[at:max(at, start)], ".!?…\n") {
			begins = true
		}
		first, _ := utf8.DecodeRuneInString(text[start:])
		if !fold.Han(first) {
			out = append(out, word{token, unicode.IsUpper(first), begins})
		}
		begins, at = false, end
	})
	return out
}

// named tells whether a text has a whole name, or a part of it that is written like a name. What stands in brackets is no part of it.
func named(text string, ws []word, name string) (whole, alone bool) {
	if i := strings.IndexAny(name, "(（"); i > 0 {
		name = name[:i]
	}
	if han := strings.Map(func(r rune) rune {
		if fold.Han(r) {
			return r
		}
		return -1
	}, name); utf8.RuneCountInString(han) > 1 && strings.Contains(text, han) {
		return true, true
	}
	parts := wordsOf(name)
	for i := range ws {
		if len(parts) > 0 && i+len(parts) <= len(ws) && allIn(parts, ws[i:i+len(parts)]) && (len(parts) > 1 || ws[i].capital) {
			return true, true
		}
		for _, p := range parts {
			if len(p.folded) > 2 && ws[i].capital && !ws[i].begins && declined(p.folded, ws[i].folded) {
				alone = true
			}
		}
	}
	return false, alone
}

// allIn tells whether each part of a name stands among as many words, in any order.
func allIn(parts, ws []word) bool {
	taken := make([]bool, len(ws))
next:
	for _, p := range parts {
		for i, w := range ws {
			if !taken[i] && declined(p.folded, w.folded) {
				taken[i] = true
				continue next
			}
		}
		return false
	}
	return true
}

// declined tells whether two folded words may be one in other cases: Marko, Marku, Markom; Petar, Petra.
func declined(a, b string) bool {
	if a[0] != b[0] || len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return false
	}
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	least := min(len(a), len(b)) - 1
	if len(a) < 3 || len(b) < 3 {
		return a == b
	}
	return same >= least || len(a) > 4 && len(b) > 4 && same >= 3 && consonants(a) == consonants(b)
}

func consonants(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return -1
		}
		return r
	}, s)
}
