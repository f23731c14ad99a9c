package find

import (
	"slices"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// The fields by which a search is narrowed.
const (
	Village = "village"
	Kind    = "kind"
	Type    = "type"
	Topic   = "topic"
	Group   = "group"
	Status  = "status"
	After   = "after"
	Before  = "before" // the day, or the first one of a month or a year, not included
	Until   = "until"
	In      = "in"
)

// Fields are all of them, in the order in which they are offered.
var Fields = []string{Village, Kind, Type, Topic, Group, Status, After, Before, Until, In}

// keywords are the words for the fields: first the one that is offered in each language, then others that are understood. They are part of
// the language of searches and no messages: what one person typed or saved, another reads in any language. Script and diacritics do not count.
var keywords = map[string]struct {
	en, sr, cyrl, zh string
	others           []string
}{
	Village: {"village", "selo", "село", "村", []string{"settlement", "place", "naselje", "mesto", "居民点", "村庄", "地点"}},
	Kind:    {"kind", "vrsta", "врста", "种类", []string{"类别"}},
	Type:    {"type", "zapis", "запис", "记录", []string{"record", "tip", "类型"}},
	Topic:   {"topic", "tema", "тема", "主题", []string{"话题"}},
	Group:   {"group", "grupa", "група", "群体", []string{"团体"}},
	Status:  {"status", "stanje", "стање", "状态", []string{"state"}},
	After:   {"after", "od", "од", "从", []string{"from", "since", "posle", "nakon", "之后", "自"}},
	Before:  {"before", "pre", "пре", "之前", nil},
	Until:   {"until", "do", "до", "至", []string{"to"}},
	In:      {"in", "u", "у", "在", []string{"during", "dana", "日期"}},
}

// Keyword is the word for a field in a language (a BCP 47 tag).
func Keyword(field, lang string) string {
	k := keywords[field]
	switch {
	case strings.HasPrefix(lang, "zh"):
		return k.zh
	case lang == "sr-Cyrl":
		return k.cyrl
	case strings.HasPrefix(lang, "sr"):
		return k.sr
	}
	return k.en
}

// byKeyword finds the field of a folded keyword.
var byKeyword = func() map[string]string {
	out := map[string]string{}
	for field, k := range keywords {
		for _, w := range append([]string{k.en, k.sr, k.cyrl, k.zh}, k.others...) {
			out[fold.Key(w)] = field
		}
	}
	return out
}()

// Word is a value with its names in all languages; the first is the one that is offered.
type Word struct {
	Code  string
	Names []string
}

// Place is a settlement with its names.
type Place struct {
	ID    data.ID
	Names []string
}

// Words are the values that can be asked for.
type Words struct {
	Places   []Place
	Kinds    []Word
	Types    []Word // names of record types
	Topics   []Word
	Groups   []Word
	Statuses []Word
}

// of are the words of a field; those of settlements have their place in the list for a code.
func (w Words) of(field string) []Word {
	switch field {
	case Kind:
		return append(slices.Clone(w.Kinds), w.Types...)
	case Type:
		return w.Types
	case Topic:
		return w.Topics
	case Group:
		return w.Groups
	case Status:
		return w.Statuses
	case Village:
		out := make([]Word, len(w.Places))
		for i, p := range w.Places {
			out[i] = Word{p.ID.String(), p.Names}
		}
		return out
	}
	return nil
}

// codes are those whose name it is; when it is nobody's whole name, those with a name in which every word of it begins a word.
func codes(words []Word, value string) (out []string) {
	want := fold.Key(value)
	if want == "" {
		return nil
	}
	for _, exact := range []bool{true, false} {
		for _, w := range words {
			if slices.Contains(out, w.Code) {
				continue
			}
			if slices.ContainsFunc(append([]string{w.Code}, w.Names...), func(name string) bool { return fits(fold.Key(name), want, exact) }) {
				out = append(out, w.Code)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// fits tells whether a folded name is meant by a folded value.
func fits(name, want string, exact bool) bool {
	if exact || strings.ContainsFunc(want, fold.Han) {
		return name == want || !exact && strings.Contains(name, want)
	}
	for _, part := range strings.Fields(want) {
		if !slices.ContainsFunc(strings.Fields(name), func(word string) bool { return strings.HasPrefix(word, part) }) {
			return false
		}
	}
	return true
}
