package find

import (
	"slices"
	"strings"

	"dogovor/data/fold"
)

// Candidate is one way in which what was typed may go on.
type Candidate struct {
	Start, End int    // the bytes of what was typed that it replaces
	Text       string // by this: a keyword with its colon, or a value, quoted where it has a space, and a space behind it
	Label      string // as it is shown: the keyword, or the value's name
	Field      string
}

// mostOffered is how many candidates are offered.
const mostOffered = 12

// Complete offers what may stand at the caret, a byte of what was typed: the values of a field that was begun, or keywords in a language
// that begin as typed. Within words it offers keywords alone, and nothing where none begins so.
func Complete(typed string, caret int, words Words, lang string) []Candidate {
	if caret < 0 || caret > len(typed) {
		caret = len(typed)
	}
	parts := split(typed[:caret])
	if len(parts) == 0 || parts[len(parts)-1].End < caret {
		return nil
	}
	p := parts[len(parts)-1]
	if p.Field != "" {
		return values(p, caret, words)
	}
	if p.Quoted {
		return nil
	}
	var out []Candidate
	want := fold.Key(typed[p.Start:caret])
	if want == "" {
		return nil
	}
	for _, field := range Fields {
		word := Keyword(field, lang)
		for name, of := range byKeyword {
			if of == field && strings.HasPrefix(name, want) {
				out = append(out, Candidate{p.Start, caret, word + ":", word + ":", field})
				break
			}
		}
	}
	return out
}

// values offers the values of a field: those that begin as typed, then those with a word that does.
func values(p Part, caret int, words Words) (out []Candidate) {
	value := p.Value
	at := p.ValueAt
	if i := strings.LastIndexByte(value, ','); i >= 0 && !p.Quoted {
		at, value = at+i+1, value[i+1:]
	}
	want := fold.Key(value)
	seen := map[string]bool{}
	offer := func(fit func(name string) bool) {
		for _, w := range words.of(p.Field) {
			if len(w.Names) == 0 || seen[w.Code] || len(out) >= mostOffered || !slices.ContainsFunc(w.Names, fit) {
				continue
			}
			seen[w.Code] = true
			text := w.Names[0]
			if strings.ContainsAny(text, " ,") {
				text = `"` + text + `"`
			}
			out = append(out, Candidate{at, caret, text + " ", w.Names[0], p.Field})
		}
	}
	offer(func(name string) bool { return strings.HasPrefix(fold.Key(name), want) })
	offer(func(name string) bool { return fits(fold.Key(name), want, false) })
	return out
}
