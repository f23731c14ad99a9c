package doc

import (
	"strings"
	"unicode"
)

// lang is a language that a reader must pronounce differently. The engine knows them by their scripts alone.
type lang uint8

const (
	langUnknown lang = iota
	langEnglish
	langLatin    // Serbian in Latin script
	langCyrillic // Serbian in Cyrillic script
	langChinese
	langRomanian // the Vlachs' neighbours write ș and ț
)

var langTags = [...]string{"", "en", "sr-Latn", "sr-Cyrl", "zh-Hans", "ro"}

// langOf is the language of a document or of a side of a parallel text.
func langOf(tag string) lang {
	switch base, script, _ := strings.Cut(tag, "-"); {
	case base == "en":
		return langEnglish
	case base == "sr" && script == "Cyrl":
		return langCyrillic
	case base == "sr":
		return langLatin
	case base == "zh":
		return langChinese
	case base == "ro":
		return langRomanian
	}
	return langUnknown
}

// spans cuts a line of text where its script says that another language begins.
func (l lang) spans(text string, each func(run string, in lang)) {
	if l.own(text) {
		each(text, l)
		return
	}
	start, in := 0, l
	for i := 0; i < len(text); {
		word := text[i:]
		n := wordEnd(word)
		w := l.of(word[:n])
		if w != in && i > start {
			each(text[start:i], in)
			start = i
		}
		in = w
		i += n
	}
	if start < len(text) {
		each(text[start:], in)
	}
}

// own tells quickly that nothing of a text is in another language.
func (l lang) own(text string) bool {
	if l == langUnknown {
		return true
	}
	for _, r := range text {
		if l.by(r) != l {
			return false
		}
	}
	return true
}

// by is the language that one character of a text of language l gives away.
func (l lang) by(r rune) lang {
	switch {
	case r < 0x80:
		if (l == langCyrillic || l == langChinese) && 'a' <= r && r <= 'z' {
			return langLatin
		}
	case ideographic(r):
		return langChinese
	case 0x400 <= r && r <= 0x52F:
		return langCyrillic
	case strings.ContainsRune("șțăâîȘȚĂÂÎ", r):
		return langRomanian
	case (l == langCyrillic || l == langChinese) && r < 0x250 && unicode.IsLower(r):
		return langLatin
	}
	return l
}

// wordEnd is where the first word of s with the blanks behind it ends; Chinese stands apart from what it touches.
func wordEnd(s string) int {
	chinese, letter := false, false
	blank := false
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = true
		case blank:
			return i
		case unicode.IsLetter(r) || ideographic(r):
			if letter && ideographic(r) != chinese {
				return i
			}
			chinese, letter = ideographic(r), true
		}
	}
	return len(s)
}

// of is the language of one word in a text of language l.
func (l lang) of(word string) lang {
	for _, r := range word {
		if in := l.by(r); in != l {
			return in
		}
	}
	return l
}
