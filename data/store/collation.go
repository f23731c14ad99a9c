package store

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// collators make keys by which names sort as a Serbian reader expects, whichever script they are written in: Цветковић beside Cvetković, Č
// after C, Lj after L. One serves one goroutine at a time.
var collators = sync.Pool{New: func() any {
	// The alphabet is the Croatian one; the tables have its order under that name only.
	return collate.New(language.Croatian, collate.IgnoreCase, collate.IgnoreWidth)
}}

// chinese makes the keys of names with Chinese characters: by pinyin, behind all others. Both tables weigh everything else alike.
var chinese = sync.Pool{New: func() any { return collate.New(language.SimplifiedChinese, collate.IgnoreCase, collate.IgnoreWidth) }}

// sortKey is the key by which a name sorts.
func sortKey(name string) []byte {
	pool := &collators
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		pool = &chinese
	}
	c := pool.Get().(*collate.Collator)
	defer pool.Put(c)
	var buf collate.Buffer
	return append([]byte{}, c.KeyFromString(&buf, latin(name))...)
}

// byAzbuka makes the keys of names as a reader of Cyrillic expects them: а б в г д ђ е ж …
var byAzbuka = sync.Pool{New: func() any { return collate.New(language.Serbian, collate.IgnoreCase, collate.IgnoreWidth) }}

// cyrillicKey is the key by which a name sorts in the Cyrillic alphabet, whichever script it is written in.
func cyrillicKey(name string) []byte {
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return sortKey(name)
	}
	c := byAzbuka.Get().(*collate.Collator)
	defer byAzbuka.Put(c)
	var buf collate.Buffer
	return append([]byte{}, c.KeyFromString(&buf, azbuka.Replace(strings.ToLower(norm.NFC.String(name))))...)
}

// azbuka writes small Latin letters in Cyrillic; those that Serbian does not have sort as what they sound like.
var azbuka = func() *strings.Replacer {
	pairs := []string{"lj", "љ", "nj", "њ", "dž", "џ", "w", "в", "q", "к", "x", "кс", "y", "и"}
	for c, l := range serbian {
		if utf8.RuneCountInString(l) == 1 {
			pairs = append(pairs, l, string(c))
		}
	}
	return strings.NewReplacer(pairs...)
}()

// latin writes Serbian Cyrillic in Latin letters; other characters stay.
func latin(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if l, ok := serbian[unicode.ToLower(r)]; ok {
			b.WriteString(l) // case does not sort
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var serbian = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'ђ': "đ", 'е': "e", 'ж': "ž", 'з': "z", 'и': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj", 'м': "m",
	'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ћ': "ć", 'у': "u", 'ф': "f", 'х': "h", 'ц': "c", 'ч': "č", 'џ': "dž", 'ш': "š",
}

// byName sorts records by a name.
func byName[R any](list []R, name func(R) string) {
	keys := make(map[string][]byte, len(list))
	for _, x := range list {
		keys[name(x)] = sortKey(name(x))
	}
	slices.SortStableFunc(list, func(a, b R) int { return bytes.Compare(keys[name(a)], keys[name(b)]) })
}
