package i18n

import (
	"strings"

	"golang.org/x/text/language"

	"dogovor/data"
)

// Lang is a language of the interface, written as a BCP 47 tag.
type Lang string

// The languages of the interface.
const (
	English         Lang = "en"
	SerbianLatin    Lang = "sr-Latn"
	SerbianCyrillic Lang = "sr-Cyrl"
	Chinese         Lang = "zh-Hans"
)

// Langs lists the languages in the order in which they are offered.
var Langs = []Lang{English, SerbianLatin, SerbianCyrillic, Chinese}

// Name is the language's name in itself, which is what its reader looks for in a list.
func Name(l Lang) string {
	switch l {
	case SerbianLatin:
		return "srpski (latinica)"
	case SerbianCyrillic:
		return "српски (ћирилица)"
	case Chinese:
		return "中文"
	}
	return "English"
}

// Parse reads a language as people and systems write it: "sr-Latn", "sr_RS.UTF-8@latin", "srpski", "zh-CN". Serbian without a
// script is Latin. Any other text is an error "unknown_language".
func Parse(s string) (Lang, error) {
	name, modifier, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), "@")
	name, _, _ = strings.Cut(name, ".")
	name = strings.ReplaceAll(name, "_", "-")
	switch name {
	case "english":
		return English, nil
	case "srpski", "latinica", "srpski (latinica)":
		return SerbianLatin, nil
	case "српски", "ћирилица", "srpski (ćirilica)", "српски (ћирилица)":
		return SerbianCyrillic, nil
	case "中文", "简体中文":
		return Chinese, nil
	}
	tag, err := language.Parse(name)
	if err != nil {
		return "", unknownLanguage(s)
	}
	base, _ := tag.Base()
	_, script, _ := tag.Raw()
	switch base.String() {
	case "en":
		return English, nil
	case "sr", "sh":
		if script.String() == "Cyrl" || modifier == "cyrillic" {
			return SerbianCyrillic, nil
		}
		return SerbianLatin, nil
	case "zh":
		return Chinese, nil
	}
	return "", unknownLanguage(s)
}

func unknownLanguage(s string) error {
	all := make([]string, len(Langs))
	for i, l := range Langs {
		all[i] = string(l)
	}
	return data.NewError("unknown_language", nil, "Value", s, "Choices", strings.Join(all, ", "))
}
