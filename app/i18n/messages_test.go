package i18n

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wanted lists the plural forms that a column must have when its message has any.
var wanted = map[string][]string{"en": {"one", "other"}, "sr": {"few", "one", "other"}, "cyrl": {"few", "one", "other"}, "zh": {"other"}}

// Every message is whole in every language: this is what makes a translation complete.
func TestMessagesAreWhole(t *testing.T) {
	c := loaded()
	for _, err := range c.problems {
		t.Error(err)
	}
	for _, id := range All() {
		e := c.entries[id]
		t.Run(e.file+"/"+id, func(t *testing.T) {
			for _, wrong := range faults(e) {
				t.Error(wrong)
			}
		})
	}
}

var identifier = regexp.MustCompile(`^[a-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+$`)

// faults tells what is wrong with a message.
func faults(e *entry) []string {
	var wrong []string
	tell := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if !identifier.MatchString(e.id) {
		tell("the id is not area.words")
	}
	plural := len(e.texts["en"]) > 1 || len(e.texts["sr"]) > 1
	for _, col := range []string{"en", "sr", "zh"} {
		if e.texts[col] == nil {
			tell("no %s", col)
		}
	}
	for col, texts := range e.texts {
		forms := []string{"other"}
		if plural {
			forms = wanted[col]
		}
		if wanted[col] == nil {
			tell("%s is not a language", col)
		} else if have := keys(texts); !slices.Equal(have, forms) {
			tell("%s has the forms %v, not %v", col, have, forms)
		}
		for form, text := range texts {
			for _, w := range textFaults(col, text) {
				tell("%s %s: %s", col, form, w)
			}
			if have := holesIn(text); !slices.Equal(have, e.holes) && !(plural && form == "one" && slices.Equal(have, without(e.holes, "N"))) {
				tell("%s %s fills %v where the message fills %v", col, form, have, e.holes)
			}
		}
	}
	if e.texts["cyrl"] == nil {
		for form, text := range e.texts["sr"] {
			if cyr := Cyrillic(text); Latin(cyr) != text {
				tell("sr %s does not survive Cyrillic: %q", form, cyr)
			} else if w := mixed.FindString(cyr); w != "" {
				tell("sr %s mixes letters in Cyrillic: %q", form, w)
			}
		}
	}
	return wrong
}

var mixed = regexp.MustCompile(`\p{Cyrillic}\p{Latin}|\p{Latin}\p{Cyrillic}`)

// textFaults tells what is wrong with one text in its own language.
func textFaults(col, text string) []string {
	var wrong []string
	if strings.TrimSpace(text) != text || text == "" {
		wrong = append(wrong, "empty, or with space around it")
	}
	if !norm.NFC.IsNormalString(text) {
		wrong = append(wrong, "not in normal form (NFC)")
	}
	if _, err := template.New("").Parse(text); err != nil {
		wrong = append(wrong, err.Error())
	}
	has := func(s *unicode.RangeTable) bool {
		return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(s, r) })
	}
	foreign := map[string][]*unicode.RangeTable{"en": {unicode.Cyrillic, unicode.Han}, "sr": {unicode.Cyrillic, unicode.Han}, "cyrl": {unicode.Han}, "zh": {unicode.Cyrillic}}
	for _, s := range foreign[col] {
		if has(s) && !strings.Contains(text, Name(Chinese)) && !strings.Contains(text, "ћирилица") {
			wrong = append(wrong, "letters of another script: "+text)
		}
	}
	if strings.ContainsAny(text, "ǄǅǆǇǈǉǊǋǌ") {
		wrong = append(wrong, "a digraph as one character")
	}
	return wrong
}

func holesIn(text string) []string {
	return (&entry{texts: map[string]forms{"": {"": text}}}).placeholders()
}

func without(list []string, s string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(x string) bool { return x == s })
}

func keys(f forms) []string {
	var all []string
	for k := range f {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

// The check above must itself see what it is there for.
func TestFaultsAreSeen(t *testing.T) {
	sound := func() *entry {
		return &entry{id: "a.b", holes: []string{"N"}, texts: map[string]forms{
			"en": {"one": "one", "other": "{{.N}}"}, "sr": {"one": "{{.N}} dan", "few": "{{.N}} dana", "other": "{{.N}} dana"}, "zh": {"other": "{{.N}}"},
		}}
	}
	if w := faults(sound()); len(w) > 0 {
		t.Errorf("a sound message is blamed: %q", w)
	}
	for what, spoil := range map[string]func(e *entry){
		"id":             func(e *entry) { e.id = "Title" },
		"no chinese":     func(e *entry) { delete(e.texts, "zh") },
		"no few":         func(e *entry) { delete(e.texts["sr"], "few") },
		"no placeholder": func(e *entry) { e.texts["sr"]["other"] = "dana" },
		"other names":    func(e *entry) { e.texts["zh"]["other"] = "{{.M}}" },
		"language":       func(e *entry) { e.texts["de"] = forms{"other": "x"} },
		"cyrillic in sr": func(e *entry) { e.texts["sr"]["one"] = "{{.N}} дан" },
		"digraph":        func(e *entry) { e.texts["sr"]["one"] = "{{.N}} ǉudi" },
		"not nfc":        func(e *entry) { e.texts["sr"]["one"] = "{{.N}} c\u030cas" },
		"space":          func(e *entry) { e.texts["en"]["other"] = "{{.N}} " },
		"template":       func(e *entry) { e.texts["en"]["other"] = "{{.N}} {{" },
		"mixed":          func(e *entry) { e.texts["cyrl"] = forms{"one": "{{.N}} dан", "few": "x", "other": "{{.N}}"} },
	} {
		e := sound()
		spoil(e)
		if len(faults(e)) == 0 {
			t.Errorf("%s: not seen", what)
		}
	}
}
