package data

import (
	"slices"
	"unicode/utf8"
)

// The names of the settings that all papers are dressed with, and that say how people reach the company.
const (
	CompanyName    = "company/name"
	CompanyAddress = "company/address"
	CompanyPhone   = "company/phone"
	CompanyEmail   = "company/email"
	CompanyAccent  = "company/accent"
	CompanyFooter  = "company/footer"
)

// CompanySettings are all of them, in the order in which they are asked for.
var CompanySettings = []string{CompanyName, CompanyAddress, CompanyPhone, CompanyEmail, CompanyAccent, CompanyFooter}

// MaxFooter is how long the text at the foot of every page may be: it has one line.
const MaxFooter = 100

// Accents are the colours that papers may have, by the word for each: all are read well on white, and told from black. The first is the one
// that holds where nothing was chosen.
var Accents = []Accent{{"copper", "#A8481F"}, {"blue", "#1F5FA8"}, {"green", "#2B6E3F"}, {"red", "#A3242E"}, {"violet", "#6A3FA0"}, {"slate", "#41505F"}}

// Accent is one of them.
type Accent struct{ Word, Colour string }

// checkCompany tells what keeps one of these settings from being saved.
func checkCompany(p *Problems, s *Setting) {
	switch {
	case s.Name == CompanyFooter && utf8.RuneCountInString(s.Value) > MaxFooter:
		p.add("value", "too_long", "Max", MaxFooter)
	case s.Name == CompanyAccent && s.Value != "" && !slices.ContainsFunc(Accents, func(a Accent) bool { return a.Colour == s.Value }):
		p.add("value", "unknown_choice")
	case slices.Contains(CompanySettings, s.Name) && utf8.RuneCountInString(s.Value) > MaxLine:
		p.add("value", "too_long", "Max", MaxLine)
	}
}
