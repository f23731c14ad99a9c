package widgets

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dogovor/app/i18n"
)

// Option is one thing that can be chosen: its key, the word a person sees, and what tells it from others of the same name.
type Option struct{ Key, Label, Note string }

// folded brings text to a form in which scripts, capitals and marks do not matter: Ђорђе, Đorđe and Djordje are alike.
func folded(s string) string {
	s = strings.ToLower(i18n.Latin(s))
	s = strings.NewReplacer("đ", "d", "dj", "d").Replace(s)
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
}

// Matching finds the options that hold text, those that begin with it first, then those with a word that begins with it.
func Matching(options []Option, text string) []Option {
	want := folded(strings.TrimSpace(text))
	if want == "" {
		return options
	}
	var ranks [3][]Option
	for _, o := range options {
		label := folded(o.Label)
		switch {
		case strings.HasPrefix(label, want):
			ranks[0] = append(ranks[0], o)
		case strings.Contains(label, " "+want):
			ranks[1] = append(ranks[1], o)
		case strings.Contains(label, want) || strings.HasPrefix(folded(o.Note), want):
			ranks[2] = append(ranks[2], o)
		}
	}
	return append(append(ranks[0], ranks[1]...), ranks[2]...)
}
