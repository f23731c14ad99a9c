package stakeholders

import (
	"dogovor/app/screens/record"
	"dogovor/data"
)

// groups are the fields of a stakeholder in the order in which they are known, for the form and for the page alike. A new field is a
// line here, besides its declaration in package data, its column and its label.
var groups = []record.Group{
	{Lines: [][]record.Spec{
		{{Column: "kind", Head: true}, {Column: "name", Share: 1, Least: 260, Head: true}, {Column: "sex", When: person}},
		{{Column: "groups", Share: 1, Head: true}},
		{{Column: "settlement", Share: 1, Least: 180}, {Column: "phones", Share: 1, Least: 180}, {Column: "emails", Share: 1, Least: 180}},
	}},
	{Title: "stakeholder.section.memberships", Rows: &memberships, When: person},
	{Title: "stakeholder.section.assessments", Rows: &assessments},
	{Title: "stakeholder.section.contact", Lines: [][]record.Spec{
		{{Column: "address", Share: 2, Least: 260}, {Column: "language", Share: 1, Least: 160}},
		{{Column: "website", Share: 1, Least: 200}, {Column: "contact_way", Share: 1, Least: 200}, {Column: "manager", Share: 1, Least: 200}},
		{{Column: "other_names", Share: 1}},
	}},
	{Title: "stakeholder.section.standing", Lines: [][]record.Spec{
		{{Column: "party", Head: true}},
		{{Column: "vulnerable", Head: true}},
		{{Column: "measure", Share: 1, When: func(r data.Record) bool { return of(r).Vulnerable }}},
	}},
	{Title: "stakeholder.section.representation", Lines: [][]record.Spec{
		{{Column: "represents", Share: 2, Least: 240}, {Column: "verified_on", Least: 150}, {Column: "verified_how", Share: 2, Least: 200}},
	}},
	{Title: "stakeholder.section.relations", Rows: &relations},
	{Title: "stakeholder.section.protection", When: person, Lines: [][]record.Spec{
		{{Column: "photo_consent", Least: 212}, {Column: "basis"}, {Column: "retain_until", Least: 150}},
		{{Column: "notice_on", Least: 150}, {Column: "notice_how", Share: 1, Least: 200}},
		{{Column: "consent_on", Least: 150}, {Column: "consent_way", Share: 1, Least: 160}, {Column: "consent_scope", Share: 2, Least: 200}, {Column: "consent_ended", Least: 150}},
	}},
	{Title: "stakeholder.section.other", Lines: [][]record.Spec{
		{{Column: "confidentiality", Head: true}, {Column: "tags", Share: 1, Least: 240}},
		{{Column: "notes", Share: 1}},
	}},
}

var memberships = record.Rows{
	Type: data.Memberships, Add: "stakeholder.form.memberships.add",
	Line: []record.Spec{{Column: "organisation", Share: 3, Least: 220}, {Column: "role", Share: 2, Least: 160}, {Column: "from_day", Least: 150}, {Column: "to_day", Least: 150}},
	New:  func(data.Date) data.Record { return &data.Membership{} },
	Get:  func(r data.Record) []data.Record { return records(of(r).Memberships) },
	Set:  func(r data.Record, parts []data.Record) { of(r).Memberships = parted[*data.Membership](parts) },
	Empty: func(r data.Record) bool {
		m := r.(*data.Membership)
		return m.Organisation.IsZero() && m.Role == "" && m.From == "" && m.To == ""
	},
}

var assessments = record.Rows{
	Type: data.Assessments, Add: "stakeholder.form.assessments.add",
	Line: []record.Spec{{Column: "on_day", Least: 140}, {Column: "influence"}, {Column: "interest"}, {Column: "position", Share: 1, Least: 160}, {Column: "note", Share: 2, Least: 110}},
	New:  func(today data.Date) data.Record { return &data.Assessment{On: today} },
	Get:  func(r data.Record) []data.Record { return records(of(r).Assessments) },
	Set:  func(r data.Record, parts []data.Record) { of(r).Assessments = parted[*data.Assessment](parts) },
	Empty: func(r data.Record) bool { // the day alone says nothing: it was proposed
		a := r.(*data.Assessment)
		return a.Influence == 0 && a.Interest == 0 && a.Position == "" && a.Note == ""
	},
}

var relations = record.Rows{
	Type: data.Relations, Add: "stakeholder.form.relations.add",
	Line: []record.Spec{{Column: "other", Share: 3, Least: 220}, {Column: "kind", Share: 2, Least: 160}, {Column: "from_day", Least: 150}, {Column: "to_day", Least: 150}},
	New:  func(data.Date) data.Record { return &data.Relation{} },
	Get:  func(r data.Record) []data.Record { return records(of(r).Relations) },
	Set:  func(r data.Record, parts []data.Record) { of(r).Relations = parted[*data.Relation](parts) },
	Empty: func(r data.Record) bool {
		x := r.(*data.Relation)
		return x.Other.IsZero() && x.Kind == "" && x.From == "" && x.To == ""
	},
}

func of(r data.Record) *data.Stakeholder { return r.(*data.Stakeholder) }

func person(r data.Record) bool { return of(r).IsPerson() }

func records[T data.Record](parts []T) []data.Record {
	out := make([]data.Record, len(parts))
	for i, p := range parts {
		out[i] = p
	}
	return out
}

func parted[T data.Record](parts []data.Record) []T {
	var out []T
	for _, p := range parts {
		out = append(out, p.(T))
	}
	return out
}
