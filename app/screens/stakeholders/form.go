package stakeholders

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
)

// Form is the form of place.Record, or of a new stakeholder when it is zero; a StakeholderFilter in place.Filter says what is known of
// the new one.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	var alike *record.Alike
	return record.NewForm(host, db, place, record.FormOf{
		Area: screens.Stakeholders, Type: data.Stakeholders, Groups: groups, Start: "name",
		Words: record.Words{New: "stakeholder.form.new", Edit: "stakeholder.form.edit", Saved: "stakeholder.form.saved"},
		Name:  func(r data.Record) string { return of(r).Name },
		Read:  func(ctx context.Context, id data.ID) (data.Record, error) { return db.Stakeholder(ctx, id) },
		New: func(asked any) data.Record {
			known, _ := asked.(data.StakeholderFilter)
			return newStakeholder(known, host.Officer())
		},
		AddRow:  added,
		Created: kindNamed,
		Below: func(f *record.Form) map[string]fyne.CanvasObject {
			alike = record.NewAlike(host, db, func(s data.Similar) {
				host.Go(screens.Place{Area: screens.Stakeholders, Record: s.ID})
			})
			alike.Resized = func() { f.Fields().Relayout() }
			return map[string]fyne.CanvasObject{"name": alike.View}
		},
		Started: func(f *record.Form) {
			nameLabel(host, f)
			lookAlike(f, alike)
		},
		Changed: func(f *record.Form, column string) {
			switch column {
			case "kind":
				nameLabel(host, f)
				lookAlike(f, alike)
			case "name", "other_names", "phones", "emails", "sex", "settlement", "organisation":
				lookAlike(f, alike)
			}
		},
	})
}

// lookAlike looks who is like somebody new; who is in the register is in the review of duplicates.
func lookAlike(f *record.Form, alike *record.Alike) {
	if f.IsNew() {
		alike.Look(of(f.Record()))
	}
}

// newStakeholder is most often a person, somewhere.
func newStakeholder(known data.StakeholderFilter, officer string) *data.Stakeholder {
	s := &data.Stakeholder{Kind: "person", Name: known.Text, Groups: known.Groups, Settlement: known.Settlement, Manager: officer, Confidentiality: "internal"}
	if known.Kind != "" {
		s.Kind = known.Kind
	}
	s.Memberships = []*data.Membership{{}}
	return s
}

// added is what is added most: an organisation to a person, an assessment to an organisation.
func added(r data.Record) *data.Type {
	if person(r) {
		return data.Memberships
	}
	return data.Assessments
}

// kindNamed is what a name typed into a field stands for.
func kindNamed(column string) string {
	if column == "other" {
		return "person"
	}
	return "organisation"
}

// nameLabel asks for the name of a person or of an organisation.
func nameLabel(host screens.Host, f *record.Form) {
	if kind := of(f.Record()).Kind; kind != "" {
		f.Fields().Field("name").SetLabel(host.Words().T("stakeholder.name." + kind))
	}
}
