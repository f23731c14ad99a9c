package reports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

func TestProfile(t *testing.T) {
	db := realStore(t)
	v, e := minuted(t, db)
	s := v.marko
	s.OtherNames, s.Groups, s.Party, s.Phones, s.Language = []string{"Марко Влајковић", "Vlaikovici"}, []string{"local_community", "landowner"}, "affected", []string{"+381 64 123 4567"}, "vlach"
	s.Vulnerable, s.Measure, s.Manager, s.Notes = true, "Prevoz do sastanka", "Primer Ana", "Zove se posle 17 časova."
	s.Represents, s.VerifiedOn, s.VerifiedHow = v.jelena.ID, "2026-05-01", "punomoćje"
	s.Assessments = []*data.Assessment{{On: "2026-10-10", Influence: 4, Interest: 5, Position: "opposed", Note: "Presušili bunari."}, {On: "2026-02-10", Influence: 2, Interest: 3, Position: "neutral"}, {On: "2026-06-10", Interest: 4}}
	s.Relations = []*data.Relation{{Other: v.secret.ID, Kind: "family"}, {Other: v.jelena.ID, Kind: "ally", From: "2026-01-01"}}
	keep(t, db, s, &data.Issue{Kind: "need", Text: "Cisterna za vodu", RaisedOn: "2026-11-12", Engagement: e.ID, Raisers: []*data.Raiser{{Stakeholder: s.ID}}},
		&data.Commitment{Promise: "Cisterna dolazi svakog dana.", MadeOn: "2026-09-12", Due: "2026-12-01", Recipients: []*data.Recipient{{Stakeholder: s.ID}}},
		&data.Commitment{Promise: "Tajno: otkup.", MadeOn: "2026-11-12", Recipients: []*data.Recipient{{Stakeholder: s.ID}}, Confidentiality: "restricted"})
	for _, l := range i18n.Langs {
		d := reported(t, db, "profile", Ask{Stakeholder: s.ID}, l)
		golden(t, "profile-"+string(l), doc.Dump(d))
		kept(t, d, "profile-"+string(l))
	}
	open := doc.Dump(reported(t, db, "profile", Ask{Stakeholder: s.ID}, i18n.English))
	all := doc.Dump(reported(t, db, "profile", Ask{Stakeholder: s.ID, Restricted: true}, i18n.English))
	for _, secret := range []string{"Tajno: otkup", "Tajna Osoba", "Šapnuto"} {
		if strings.Contains(open, secret) || !strings.Contains(all, secret) {
			t.Errorf("%q: without being asked %v, asked %v", secret, strings.Contains(open, secret), strings.Contains(all, secret))
		}
	}
	part := doc.Dump(reported(t, db, "profile", Ask{Stakeholder: s.ID, Period: november}, i18n.English))
	if !strings.Contains(open, "svakog dana") || strings.Contains(part, "svakog dana") || !strings.Contains(part, "Cisterna za vodu") || strings.Contains(part, "Zbor 1") {
		t.Error(part)
	}
	a, _ := PDF(reported(t, db, "profile", Ask{Stakeholder: s.ID}, i18n.Chinese))
	b, _ := PDF(reported(t, db, "profile", Ask{Stakeholder: s.ID}, i18n.Chinese))
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Error("two makings differ")
	}
	r, _ := Named("profile")
	_, err := Make(context.Background(), db, r, Ask{Stakeholder: v.secret.ID, Made: now}, i18n.For(i18n.English))
	var said *data.Error
	if !errors.As(err, &said) || said.Code != "report.restricted" {
		t.Error(err)
	}
}

func TestProfileOfUglyData(t *testing.T) {
	db := realStore(t)
	bare := &data.Stakeholder{Kind: "person", Name: "Niko"}
	ugly := &data.Stakeholder{Kind: "organisation", Name: strings.Repeat("Удружење 铜 😀 ", 9), Notes: strings.Repeat("x", 200)}
	keep(t, db, bare, ugly)
	var recs []data.Record
	for i := range 400 {
		s := &data.Stakeholder{Kind: "person", Name: fmt.Sprintf("Primer %s %d", strings.Repeat("Dugoime", 14), i), Memberships: []*data.Membership{{Organisation: ugly.ID, Role: strings.Repeat("w", i%200)}}}
		s.ID = data.NewID()
		recs = append(recs, s)
	}
	for i := range 30 {
		ugly.Assessments = append(ugly.Assessments, &data.Assessment{On: data.Date("2026-01-01").AddDays(i * 9), Influence: 1 + i%5, Interest: i % 6, Note: strings.Repeat("Кошава 铜 ", 40)})
	}
	keep(t, db, append(recs, ugly)...)
	for name, id := range map[string]data.ID{"bare": bare.ID, "ugly": ugly.ID} {
		d := reported(t, db, "profile", Ask{Stakeholder: id}, i18n.SerbianCyrillic)
		kept(t, d, "profile-"+name)
		if _, err := PDF(d); err != nil {
			t.Error(err)
		}
		if n := doc.Pages(d); name == "bare" && n != 1 || name == "ugly" && n < 8 {
			t.Errorf("%s: %d pages", name, n)
		}
	}
}
