package i18n

import (
	"errors"
	"maps"

	"dogovor/data"
)

// Term says the word for an entry of a vocabulary: the users' own word when they gave one, else message "term.<list>.<code>", else the
// code itself. An empty code is an empty text.
func (p *Printer) Term(list, code string) string {
	if code == "" {
		return ""
	}
	if s := p.own[list+"."+code]; s != "" {
		return s
	}
	if id := "term." + list + "." + code; p.Has(id) {
		return p.T(id)
	}
	return code
}

// WithTerms gives a printer that also knows the entries that users added to vocabularies, or renamed. p stays as it is.
func (p *Printer) WithTerms(terms []*data.Term) *Printer {
	q := *p
	q.own = maps.Clone(p.own)
	if q.own == nil {
		q.own = map[string]string{}
	}
	for _, t := range terms {
		q.own[t.List+"."+t.Code] = p.label(t)
	}
	return &q
}

// label is the user's word in the language of p; words not given in it are taken from the one they were first written in.
func (p *Printer) label(t *data.Term) string {
	switch {
	case p.lang == English && t.LabelEn != "":
		return t.LabelEn
	case p.lang == Chinese && t.LabelZh != "":
		return t.LabelZh
	case p.lang == SerbianCyrillic:
		return Cyrillic(t.Label)
	case p.lang == SerbianLatin:
		return Latin(t.Label)
	}
	return t.Label
}

// Error says what went wrong: message "error.<code>" of a *data.Error, or "invalid.<code>" where a field's message says it as well.
// The insides of any other error never show: it reads as "error.internal". No error is an empty text.
func (p *Printer) Error(err error) string {
	if err == nil {
		return ""
	}
	var problems data.Problems
	var e *data.Error
	switch {
	case errors.As(err, &e):
		for _, id := range []string{"error." + e.Code, "invalid." + e.Code} {
			if p.Has(id) {
				return p.T(id, pairs(e.Params)...)
			}
		}
		missed("error." + e.Code)
	case errors.As(err, &problems) && len(problems) > 0:
		return p.N("error.invalid", len(problems), "First", p.Problem(problems[0]))
	}
	return p.T("error.internal")
}

// Problem says what is wrong with one field: message "invalid.<code>".
func (p *Printer) Problem(x data.Problem) string { return p.T("invalid."+x.Code, pairs(x.Params)...) }

func pairs(params map[string]any) []any {
	args := make([]any, 0, 2*len(params))
	for k, v := range params {
		args = append(args, k, v)
	}
	return args
}
