package reports

import (
	"slices"
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

// People are those whom a text may name, ready to be looked for.
type People struct {
	called []called
	by     map[string][]int // of called, by how a word of a name begins
	han    []int            // those with a name in Chinese characters
}

// called is one name of somebody, taken apart.
type called struct {
	data.KnownName
	who   int // of those known
	parts []word
	han   string
}

// NewPeople prepares the names.
func NewPeople(known []data.KnownName) *People {
	p := &People{by: map[string][]int{}}
	for who, k := range known {
		for _, name := range append([]string{k.Name}, k.Others...) {
			if i := strings.IndexAny(name, "(（"); i > 0 {
				name = name[:i] // what stands in brackets is no part of it
			}
			c := called{KnownName: k, who: who, parts: wordsOf(name), han: strings.Map(onlyHan, name)}
			if utf8.RuneCountInString(c.han) > 1 {
				p.han = append(p.han, len(p.called))
			}
			for _, w := range c.parts {
				at := stem(w.folded)
				p.by[at] = append(p.by[at], len(p.called))
			}
			p.called = append(p.called, c)
		}
	}
	return p
}

func onlyHan(r rune) rune {
	if fold.Han(r) {
		return r
	}
	return -1
}

// stem is as much of a word as no case changes.
func stem(folded string) string { return folded[:min(2, len(folded))] }

// In finds which of them a text names, in any script and case of Serbian: whole names in any order, of a person also the first name or
// surname alone where it is written like a name.
func (p *People) In(text string) (out []Mention) {
	ws := wordsOf(text)
	found := map[int]*Mention{}
	var order []int
	look := func(c called, whole, alone bool) {
		if !whole && (!alone || !c.Person) {
			return
		}
		if found[c.who] == nil {
			found[c.who] = &Mention{Name: c.Name}
			order = append(order, c.who)
		}
		found[c.who].Sure = found[c.who].Sure || whole && c.Person
	}
	seen := map[int]bool{}
	for _, w := range ws {
		for _, i := range p.by[stem(w.folded)] {
			if !seen[i] {
				seen[i] = true
				whole, alone := p.called[i].in(ws)
				look(p.called[i], whole, alone)
			}
		}
	}
	for _, i := range p.han {
		if c := p.called[i]; strings.Contains(text, c.han) {
			look(c, true, true)
		}
	}
	slices.Sort(order)
	for _, who := range order {
		out = append(out, *found[who])
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

// in tells whether a text has the whole name, or a part of it that is written like a name.
func (c called) in(ws []word) (whole, alone bool) {
	for i := range ws {
		if i+len(c.parts) <= len(ws) && allIn(c.parts, ws[i:i+len(c.parts)]) && (len(c.parts) > 1 || ws[i].capital) {
			return true, true
		}
		for _, p := range c.parts {
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
