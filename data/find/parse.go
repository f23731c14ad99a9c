package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/fold"
)

// Part is one thing that was typed: a word, a phrase, or a field with its value.
type Part struct {
	Start, End int    // its bytes in what was typed
	Field      string // one of Fields; "" of words
	Value      string // without quotes
	ValueAt    int    // where the value, or its quote, begins
	Quoted     bool
	Known      bool // of a field: there is such a value
}

// Parse reads what was typed. A value nobody knows finds nothing: the search must not quietly answer another question. Parts tell what was
// understood.
func Parse(typed string, words Words) (data.Search, []Part) {
	var q data.Search
	var text []string
	parts := split(typed)
	for i := range parts {
		p := &parts[i]
		switch {
		case p.Field == "" && p.Quoted:
			if strings.TrimSpace(p.Value) != "" {
				q.Phrases = append(q.Phrases, p.Value)
			}
		case p.Field == "":
			text = append(text, typed[p.Start:p.End])
		case p.Value == "":
			// A field without a value is still being typed.
		default:
			p.Known = narrow(&q, p.Field, p.Value, words)
			q.Nothing = q.Nothing || !p.Known
		}
	}
	q.Text = strings.Join(text, " ")
	if q.Text != "" && len(parts) > 0 && parts[len(parts)-1].Field == "" && strings.TrimRightFunc(typed, unicode.IsSpace) != typed {
		q.Text += " " // the last word is whole
	}
	return q, parts
}

// narrow adds one condition; values of one field, or those between commas, are alternatives.
func narrow(q *data.Search, field, value string, words Words) bool {
	switch field {
	case After, Before, Until, In:
		from, to, ok := days(value)
		if !ok {
			return false
		}
		if field == After || field == In {
			q.From = max(q.From, from)
		}
		if field == Before {
			to = from.AddDays(-1)
		}
		if field != After && (q.To == "" || to < q.To) {
			q.To = to
		}
		return true
	}
	known := false
	for _, one := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == '，' || r == '、' }) {
		found := codes(words.of(field), one)
		known = known || len(found) > 0
		switch field {
		case Village:
			for _, code := range found {
				if id, err := data.ParseID(code); err == nil {
					q.Settlements = append(q.Settlements, id)
				}
			}
		case Kind:
			addKinds(q, found, words)
		case Type:
			q.Types = append(q.Types, found...)
		case Topic:
			q.Topics = append(q.Topics, found...)
		case Group:
			q.Groups = append(q.Groups, found...)
		case Status:
			q.Statuses = append(q.Statuses, found...)
		}
	}
	return known
}

// addKinds tells kinds from record types, as people ask for both alike: kind:visit, kind:grievance. Where the word is one of both, the kind
// is meant.
func addKinds(q *data.Search, found []string, words Words) {
	kinds := len(q.Kinds)
	for _, code := range found {
		for _, k := range words.Kinds {
			if k.Code == code {
				q.Kinds = append(q.Kinds, code)
			}
		}
	}
	if len(q.Kinds) == kinds {
		q.Types = append(q.Types, found...)
	}
}

// quotes that open, with those that close them.
var quotes = map[rune]string{'"': `"”“`, '“': `"”“`, '„': `"”“`, '«': "»", '»': "«", '「': "」"}

// split cuts what was typed into parts.
func split(typed string) (out []Part) {
	for at := 0; at < len(typed); {
		r, n := utf8.DecodeRuneInString(typed[at:])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		p := Part{Start: at, ValueAt: at}
		if _, opens := quotes[r]; !opens {
			if field, to := fieldAt(typed, at); field != "" {
				p.Field, at, p.ValueAt = field, to, to
			}
		}
		p.Value, p.Quoted, at = valueAt(typed, at)
		p.End = at
		out = append(out, p)
	}
	return out
}

// fieldAt reads a keyword with its colon; to is where the value begins.
func fieldAt(typed string, at int) (field string, to int) {
	for i, r := range typed[at:] {
		switch {
		case r == ':' || r == '：':
			return byKeyword[fold.Key(typed[at:at+i])], at + i + utf8.RuneLen(r)
		case unicode.IsSpace(r) || !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
			return "", at
		}
	}
	return "", at
}

// valueAt reads what stands up to the next space, or between quotes.
func valueAt(typed string, at int) (value string, quoted bool, end int) {
	rest := typed[at:]
	r, n := utf8.DecodeRuneInString(rest)
	if close, opens := quotes[r]; opens && rest != "" {
		if i := strings.IndexAny(rest[n:], close); i >= 0 {
			_, m := utf8.DecodeRuneInString(rest[n+i:])
			return rest[n : n+i], true, at + n + i + m
		}
		return rest[n:], true, len(typed) // not closed yet
	}
	i := strings.IndexFunc(rest, unicode.IsSpace)
	if i < 0 {
		i = len(rest)
	}
	return rest[:i], false, at + i
}
