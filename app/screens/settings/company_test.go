package settings

import (
	"context"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
)

func TestCompany(t *testing.T) {
	h, db, s := newScreen(t, i18n.English)
	kept := func(name string) string {
		t.Helper()
		v, err := db.Setting(context.Background(), name)
		if err != nil || len(h.Failed) > 0 {
			t.Fatal(err, h.Failed)
		}
		return v
	}
	s.Save()
	if all, _ := db.Settings(context.Background()); len(all) != 0 {
		t.Fatalf("saved without a change: %v", all)
	}
	h.Press("Company and papers")
	h.FocusField("Company name")
	h.Type(" Primer  rudnik d.o.o. ")
	h.FocusField("Phone")
	h.Type("030 000 000")
	s.company.accent.SetKey(data.Accents[1].Colour)
	s.company.entries[data.CompanyFooter].SetText("primer.rs")
	s.Reload() // somebody else saved: what is being typed stays
	s.Save()
	for name, want := range map[string]string{data.CompanyName: "Primer rudnik d.o.o.", data.CompanyPhone: "030 000 000", data.CompanyAccent: data.Accents[1].Colour, data.CompanyFooter: "primer.rs", data.CompanyEmail: ""} {
		if got := kept(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	// What was changed elsewhere shows; the colour that holds anyway is stored as nothing.
	if _, err := db.SetSetting(context.Background(), data.CompanyEmail, "zajednica@primer.rs"); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if got := s.company.entries[data.CompanyEmail].Text; got != "zajednica@primer.rs" {
		t.Errorf("the e-mail shown is %q", got)
	}
	s.company.accent.SetKey(data.Accents[0].Colour)
	s.Save()
	if got := kept(data.CompanyAccent); got != "" {
		t.Errorf("the colour is %q", got)
	}
	// Too long a foot is said beside its field, from whatever section it is saved.
	s.company.entries[data.CompanyFooter].SetText(strings.Repeat("ž", data.MaxFooter+1))
	h.Press("Holidays")
	s.Save()
	if s.bar.shown != "company" || kept(data.CompanyFooter) != "primer.rs" {
		t.Errorf("the section is %s, the foot %q", s.bar.shown, kept(data.CompanyFooter))
	}
}
