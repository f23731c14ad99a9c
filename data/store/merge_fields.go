package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dogovor/data"
)

// together are fields that say one thing: they are taken from one record.
var together = [][]string{
	{"verified_on", "verified_how"}, {"notice_on", "notice_how"}, {"consent_scope", "consent_on", "consent_way", "consent_ended"}, {"vulnerable", "measure"},
}

// ownFields are never merged: they belong to one record.
var ownFields = []string{"number", "script", "merged_into"}

// mergeFields tells in which fields two stakeholders differ and what is done about it.
func mergeFields(k, d *data.Stakeholder) (out []data.MergeField) {
	for _, f := range data.Stakeholders.Fields {
		if slices.Contains(ownFields, f.Name) || same(f.Value(k), f.Value(d)) {
			continue
		}
		out = append(out, data.MergeField{Column: f.Name, Take: takes(f, k, d), Both: bothFit(f)})
	}
	return out
}

func bothFit(f data.Field) bool {
	_, list := f.Ptr(new(data.Stakeholder)).(*[]string)
	return list || f.Long
}

// takes is what is done with a field when nobody chooses: nothing that is known gets lost, and of what protects somebody the stricter counts.
func takes(f data.Field, k, d *data.Stakeholder) string {
	kept := func(yes bool) string {
		if yes {
			return data.TakeKept
		}
		return data.TakeDropped
	}
	switch {
	case f.Name == "confidentiality":
		order := []string{"", "public", "internal", "restricted"}
		return kept(slices.Index(order, k.Confidentiality) >= slices.Index(order, d.Confidentiality))
	case f.Name == "photo_consent" && (k.PhotoConsent == "no" || d.PhotoConsent == "no"):
		return kept(k.PhotoConsent == "no")
	}
	for _, group := range together {
		if slices.Contains(group, f.Name) {
			return kept(slices.ContainsFunc(group, func(name string) bool {
				g, _ := data.Stakeholders.Field(name)
				return !g.IsZero(k)
			}))
		}
	}
	switch {
	case f.IsZero(d):
		return data.TakeKept
	case f.IsZero(k):
		return data.TakeDropped
	case bothFit(f):
		return data.TakeBoth
	}
	return data.TakeKept
}

// uniteFields fills the fields of the kept one. to has those of k.
func uniteFields(to, k, d *data.Stakeholder, choices map[string]string) {
	for _, m := range mergeFields(k, d) {
		f, _ := data.Stakeholders.Field(m.Column)
		take := m.Take
		if c := choices[m.Column]; c == data.TakeKept || c == data.TakeDropped || c == data.TakeBoth && m.Both {
			take = c
		}
		switch take {
		case data.TakeDropped:
			_ = f.SetJSON(to, f.JSON(d))
		case data.TakeBoth:
			switch p := f.Ptr(to).(type) {
			case *[]string:
				*p = uniteLists(m.Column, *p, *f.Ptr(d).(*[]string))
			case *string:
				if both := *p + "\n\n" + *f.Ptr(d).(*string); utf8.RuneCountInString(both) <= data.MaxLong && !strings.Contains(*p, *f.Ptr(d).(*string)) {
					*p = both
				}
			}
		}
	}
	// Every name it ever had is found, and none stands twice.
	names := uniteLists("other_names", to.OtherNames, []string{k.Name, d.Name})
	to.OtherNames = slices.DeleteFunc(names, func(n string) bool { return n == to.Name })
	if to.Represents == k.ID || to.Represents == d.ID {
		to.Represents = data.ID{}
	}
}

// uniteLists adds to a list what it has not yet, phone numbers and addresses however they are written.
func uniteLists(column string, a, b []string) []string {
	out := slices.Clone(a)
	form := func(s string) string {
		phones, emails := likeContacts([]string{s}, []string{s})
		switch {
		case column == "phones" && len(phones) > 0:
			return phones[0]
		case column == "emails":
			return emails[0]
		}
		return s
	}
	for _, x := range b {
		if x != "" && !slices.ContainsFunc(out, func(y string) bool { return form(x) == form(y) }) && len(out) < data.MaxList {
			out = append(out, x)
		}
	}
	return out
}
