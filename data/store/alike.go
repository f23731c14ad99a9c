package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dogovor/data"
	"dogovor/data/fold"
	"dogovor/data/phone"
)

// What a reason is worth. The name alone makes a pair, and so do phone and e-mail together; a phone alone may be that of a household.
const (
	worthSame         = 60
	worthOrder        = 55
	worthTypo         = 45
	worthFolded       = 35 // Đukić and Dukić, written by people who have both letters
	worthPhone        = 35
	worthEmail        = 40
	worthOrganisation = 10
	worthSettlement   = 10
	lessSettlement    = 10 // both are known, and differ
	lessFirstName     = 20 // one word is not the whole name of a person
	lessSex           = 30
	lessKind          = 25
)

// likeness is what of a stakeholder is compared with others.
type likeness struct {
	rid          int64
	id           data.ID
	kind, sex    string
	settlement   int64 // rid, 0 for none
	organisation []int64
	names        []likeName
	phones       []string // E.164
	emails       []string // folded
}

// likeName is one name, its words folded and in their order.
type likeName struct {
	text   string
	words  []string
	sorted []string
}

func likeNames(names ...string) (out []likeName) {
	for _, n := range names {
		if words := strings.Fields(fold.Key(n)); len(words) > 0 {
			out = append(out, likeName{n, words, slices.Sorted(slices.Values(words))})
		}
	}
	return out
}

// likeContacts are phone numbers and e-mail addresses as they are compared.
func likeContacts(phones, emails []string) (p, e []string) {
	for _, x := range phones {
		if n := phone.E164(x); n != "" && !slices.Contains(p, n) {
			p = append(p, n)
		}
	}
	for _, x := range emails {
		if a := strings.ToLower(norm.NFKC.String(x)); a != "" && !slices.Contains(e, a) {
			e = append(e, a)
		}
	}
	return p, e
}

const selectLikeness = `SELECT l.rid, s.id, coalesce(s.kind,''), coalesce(s.sex,''), coalesce(l.settlement,0), coalesce(l.organisation,0), coalesce(s.name,''),
	coalesce(s.other_names,''), coalesce(s.phones,''), coalesce(s.emails,'') FROM stakeholder_list l CROSS JOIN stakeholder s ON s.rid=l.rid WHERE l.binned=0`

func scanLikeness(sc scanner) (*likeness, error) {
	l := &likeness{}
	var organisation int64
	var name, others, phones, emails string
	if err := sc.Scan(&l.rid, &l.id, &l.kind, &l.sex, &l.settlement, &organisation, &name, &others, &phones, &emails); err != nil {
		return nil, err
	}
	if organisation != 0 {
		l.organisation = []int64{organisation}
	}
	l.names = likeNames(append([]string{name}, split(others)...)...)
	l.phones, l.emails = likeContacts(split(phones), split(emails))
	return l, nil
}

// compareLike tells how likely two stakeholders are one, and why; 0 without a reason that stands by itself.
func compareLike(a, b *likeness) (score int, reasons []string) {
	add := func(worth int, reason string) {
		score += worth
		reasons = append(reasons, reason)
	}
	if worth, reason := alikeNames(a, b); worth > 0 {
		add(worth, reason)
	}
	if common(a.phones, b.phones) {
		add(worthPhone, data.AlikePhone)
	}
	if common(a.emails, b.emails) {
		add(worthEmail, data.AlikeEmail)
	}
	if score == 0 {
		return 0, nil
	}
	if common(a.organisation, b.organisation) {
		add(worthOrganisation, data.AlikeOrganisation)
	}
	switch {
	case a.settlement == 0 || b.settlement == 0:
	case a.settlement == b.settlement:
		add(worthSettlement, data.AlikeSettlement)
	default:
		score -= lessSettlement
	}
	if a.sex != b.sex && (a.sex == "female" && b.sex == "male" || a.sex == "male" && b.sex == "female") {
		score -= lessSex
	}
	if a.kind != b.kind && a.kind != "" && b.kind != "" {
		score -= lessKind
	}
	return max(1, min(score, 100)), reasons
}

func common[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// alikeNames is the best of all names of the one against all of the other.
func alikeNames(a, b *likeness) (worth int, reason string) {
	for _, x := range a.names {
		for _, y := range b.names {
			w, why := alikeName(x, y)
			if len(x.words) == 1 && a.kind == "person" && b.kind == "person" && w > 0 && utf8.RuneCountInString(x.text) < 20 && !strings.ContainsFunc(x.text, fold.Han) {
				w -= lessFirstName
			}
			if w > worth {
				worth, reason = w, why
			}
		}
	}
	return worth, reason
}

func alikeName(x, y likeName) (worth int, reason string) {
	if len(x.words) != len(y.words) {
		return 0, ""
	}
	switch sameWords := slices.Equal(x.sorted, y.sorted); {
	case x.text == y.text:
		return worthSame, data.AlikeName
	case sameWords && fold.Same(x.text, y.text):
		switch {
		case data.ScriptOf(x.text) != data.ScriptOf(y.text):
			return worthSame, data.AlikeScript
		case !slices.Equal(x.words, y.words):
			return worthSame, data.AlikeOrder
		}
		return worthSame, data.AlikeSpelling
	case slices.Equal(x.words, y.words):
		return worthFolded, data.AlikeSpelling
	case sameWords:
		return worthOrder, data.AlikeOrder
	case oneTypo(x.sorted, y.sorted):
		return worthTypo, data.AlikeTypo
	}
	return 0, ""
}

// oneTypo tells whether the words are the same but for one, and that one is long enough and near to its counterpart. Another
// number is no error: Block 10034 is not Block 10074.
func oneTypo(x, y []string) bool {
	only := func(a, b []string) (out []string) {
		b = slices.Clone(b)
		for _, w := range a {
			if i := slices.Index(b, w); i >= 0 {
				b = slices.Delete(b, i, i+1)
			} else {
				out = append(out, w)
			}
		}
		return out
	}
	a, b := only(x, y), only(y, x)
	return len(a) == 1 && len(b) == 1 && max(utf8.RuneCountInString(a[0]), utf8.RuneCountInString(b[0])) >= fold.NearFrom &&
		!strings.ContainsFunc(a[0], fold.Han) && !strings.ContainsAny(a[0]+b[0], "0123456789") && fold.Near(a[0], b[0], false)
}
