package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// snippetLetters stand before the first word that was found, and twice as many behind it.
const snippetLetters = 40

// passage is one text of a record: a field, or the name of what it points at.
type passage struct{ field, text string }

// passages are the texts of a record in the order in which they are looked through: its own, those of its rows, the names of its place and of
// the people and organisations in it. They are what the search index holds of it. until ends it.
func (r *reading) passages(rec data.Record, until func(passage) bool) error {
	own := func(rec data.Record) bool {
		for _, f := range rec.Type().Fields {
			if f.Code {
				continue
			}
			switch p := f.Ptr(rec).(type) {
			case *string:
				if *p != "" && until(passage{rec.Type().Name + "." + f.Name, *p}) {
					return true
				}
			case *[]string:
				if len(*p) > 0 && until(passage{rec.Type().Name + "." + f.Name, strings.Join(*p, ", ")}) {
					return true
				}
			}
		}
		return false
	}
	if own(rec) {
		return nil
	}
	whole, _, err := r.whole(rec.Type(), rec.Head().ID)
	if err != nil || whole == nil {
		return err
	}
	parts := whole.Parts()
	if rec.Type() == data.Stakeholders { // how we judge somebody is not looked through, nor what is in the bin
		parts = slices.DeleteFunc(parts, func(p data.Record) bool {
			m, ok := p.(*data.Membership)
			if !ok || err != nil {
				return true
			}
			var name string
			name, err = r.namesOf(data.Stakeholders, m.Organisation, true)
			return name == ""
		})
	}
	if err != nil {
		return err
	}
	for _, p := range parts {
		if own(p) {
			return nil
		}
	}
	if rec.Type() == data.Attachments {
		return nil
	}
	for _, x := range append([]data.Record{whole}, parts...) {
		for _, f := range x.Type().Fields {
			id, ok := f.Ptr(x).(*data.ID)
			if !ok || id.IsZero() || !slices.Contains(namedFields, f.Name) || f.Name == rec.Type().Name {
				continue
			}
			to := r.s.tables[x.Type()].refs[f.Name]
			text, err := r.namesOf(to, *id, f.Name == "organisation")
			if err != nil {
				return err
			}
			if text != "" && until(passage{x.Type().Name + "." + f.Name, text}) {
				return nil
			}
		}
	}
	return nil
}

// namedFields point at what a record is found by the names of.
var namedFields = []string{"settlement", "stakeholder", "third_party", "organisation"}

// namesOf are the names of a stakeholder or a settlement; in use, none of one in the bin.
func (r *reading) namesOf(t *data.Type, id data.ID, inUse bool) (string, error) {
	var name, second, others string
	column := "''"
	if t == data.Settlements {
		column = "coalesce(name_cyrl,'')"
	}
	_, err := found(r.row("SELECT coalesce(name,''), "+column+", coalesce(other_names,'') FROM "+t.Name+" WHERE id=? AND binned<=?", id[:], !inUse).Scan(&name, &second, &others))
	var out []string
	for _, n := range append([]string{name, second}, split(others)...) {
		if n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", "), err
}

// snippet shows the text that holds most of the words which the title lacks.
func (f *finder) snippet(h *data.Hit, rec data.Record, missing []fold.Term) error {
	title := h.Type + "." + titleColumn(rec.Type())
	number := h.Type + ".number"
	best, most := passage{}, 0
	err := f.passages(rec, func(p passage) bool {
		if p.field == number || p.field == title && len(f.exact) == 0 && p.text == h.Title {
			return false
		}
		n := len(missing) - len(notIn(p.text, missing))
		if len(f.exact) > 0 && f.holds(p.text) {
			n = len(f.terms) + len(f.exact) + 1
		}
		if n > most {
			best, most = p, n
		}
		return most >= max(len(missing), 1) && (len(f.exact) == 0 || n > len(f.terms)+len(f.exact))
	})
	if err != nil || most == 0 || best.text == h.Title {
		return err
	}
	terms := append(append([]fold.Term{}, f.terms...), f.exact...)
	h.Field = best.field
	h.Snippet, h.Marks = cut(best.text, terms, missing)
	return nil
}

// cut takes out of a text what stands around the first word that was looked for, and marks all words in it.
func cut(text string, terms, missing []fold.Term) (string, [][2]int) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
	first := fold.MarkTerms(text, missing)
	if len(first) == 0 {
		first = fold.MarkTerms(text, terms)
	}
	at := 0
	if len(first) > 0 {
		at = first[0][0]
	}
	from, to := at, at
	for range snippetLetters {
		_, n := utf8.DecodeLastRuneInString(text[:from])
		from -= n
	}
	for range 2 * snippetLetters {
		_, n := utf8.DecodeRuneInString(text[to:])
		to += n
	}
	if from > 0 { // not in the middle of a word, unless it is a very long one
		if i := strings.IndexByte(text[from:at], ' '); i >= 0 {
			from += i + 1
		}
	}
	if to < len(text) {
		if i := strings.LastIndexByte(text[at:to], ' '); i > 0 {
			to = at + i
		}
	}
	out := text[from:to]
	if from > 0 {
		out = "…" + out
	}
	if to < len(text) {
		out += "…"
	}
	return out, fold.MarkTerms(out, terms)
}

// holdsPhrases tells whether every phrase stands in one of the record's texts.
func (f *finder) holdsPhrases(k key) (bool, error) {
	id, err := f.id(k)
	if err != nil {
		return false, err
	}
	rec, _, err := f.get(k.t, id)
	if err != nil || rec == nil {
		return false, err
	}
	left := map[string]bool{}
	for _, p := range f.q.Phrases {
		if key := fold.Key(p); key != "" {
			left[key] = true
		}
	}
	err = f.passages(rec, func(p passage) bool {
		text := fold.Key(p.text)
		for phrase := range left {
			if hasPhrase(text, phrase) {
				delete(left, phrase)
			}
		}
		return len(left) == 0
	})
	return len(left) == 0, err
}

// holds tells whether a text holds one of the phrases.
func (f *finder) holds(text string) bool {
	text = fold.Key(text)
	for _, p := range f.q.Phrases {
		if hasPhrase(text, fold.Key(p)) {
			return true
		}
	}
	return false
}

// hasPhrase tells whether folded words stand in a folded text one after the other. Chinese has no ends of words.
func hasPhrase(text, phrase string) bool {
	if phrase == "" {
		return false
	}
	if strings.ContainsFunc(phrase, fold.Han) {
		return strings.Contains(text, phrase)
	}
	return strings.Contains(" "+text+" ", " "+phrase+" ")
}

// withinMarks marks what was typed where it stands in the middle of words. Folding may write a letter as two, so a word is marked from the
// letter at which its folded form holds what was typed, as far as that can be told letter by letter.
func withinMarks(name string, terms []fold.Term) (spans [][2]int) {
	fold.Tokens(name, func(token string, start, end int) {
		for _, t := range terms {
			i := strings.Index(token, t.Token)
			if i < 0 {
				continue
			}
			if utf8.RuneCountInString(name[start:end]) == len(token) {
				s := start
				for range i {
					_, n := utf8.DecodeRuneInString(name[s:])
					s += n
				}
				e := s
				for range len(t.Token) {
					_, n := utf8.DecodeRuneInString(name[e:])
					e += n
				}
				start, end = s, e
			}
			spans = append(spans, [2]int{start, end})
			return
		}
	})
	return spans
}
