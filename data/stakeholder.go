package data

import (
	"net/url"
	"strings"
	"time"
	"unicode"
)

// Stakeholder is a person or an organisation that is affected by the mine or has an interest in it (ESS10).
// A community is a stakeholder of kind organisation: ethnicity, health, religion and political opinion are never fields of a person.
type Stakeholder struct {
	Meta
	Number          string   `field:"2,number"`
	Kind            string   `field:"3,kind,code"`
	Name            string   `field:"4,name,personal"`
	OtherNames      []string `field:"5,other_names,personal"` // aliases, other spellings, Vlach and Romanian names
	Script          string   `field:"6,script,code"`          // of the name as written; follows from it
	Sex             string   `field:"7,sex,code,personal"`
	Groups          []string `field:"8,groups,code"` // may be several; groups overlap
	Party           string   `field:"9,party,code"`  // affected or other interested party (ESS10)
	Vulnerable      bool     `field:"10,vulnerable,personal"`
	Measure         string   `field:"11,measure,long,personal"` // taken for the vulnerable (PS1 §12)
	Settlement      ID       `field:"12,settlement"`
	Address         string   `field:"13,address,personal"`
	Phones          []string `field:"14,phones,personal"`
	Emails          []string `field:"15,emails,personal"`
	Language        string   `field:"16,language,code"`
	ContactWay      string   `field:"17,contact_way,code"`
	Represents      ID       `field:"18,represents"` // whom this one speaks for (PS1 §27)
	VerifiedOn      Date     `field:"19,verified_on"`
	VerifiedHow     string   `field:"20,verified_how"`
	Manager         string   `field:"21,manager"` // the officer who keeps the relationship
	PhotoConsent    string   `field:"22,photo_consent,code,personal"`
	Basis           string   `field:"23,basis,code,personal"` // lawful basis of keeping the data (87/2018, art. 12)
	NoticeOn        Date     `field:"24,notice_on,personal"`
	NoticeHow       string   `field:"25,notice_how,personal"`
	ConsentScope    string   `field:"26,consent_scope,personal"`
	ConsentOn       Date     `field:"27,consent_on,personal"`
	ConsentWay      string   `field:"28,consent_way,personal"`
	ConsentEnded    Date     `field:"29,consent_ended,personal"`
	RetainUntil     Date     `field:"30,retain_until,personal"`
	Confidentiality string   `field:"31,confidentiality,code"`
	Tags            []string `field:"32,tags"`
	Notes           string   `field:"33,notes,long,personal"`
	Website         string   `field:"34,website,personal"`
	MergedInto      ID       `field:"35,merged_into"` // this record was another one's double: it is in the bin, and all that pointed at it points there

	Memberships []*Membership
	Assessments []*Assessment
	Relations   []*Relation
}

// Type of the record.
func (*Stakeholder) Type() *Type { return Stakeholders }

// IsPerson tells a person from an organisation.
func (s *Stakeholder) IsPerson() bool { return s.Kind == "person" }

// Parts are the memberships, assessments and relations.
func (s *Stakeholder) Parts() []Record {
	var out []Record
	for _, x := range s.Memberships {
		out = append(out, x)
	}
	for _, x := range s.Assessments {
		out = append(out, x)
	}
	for _, x := range s.Relations {
		out = append(out, x)
	}
	return out
}

// Clean brings typed text into its stored form and derives the script of the name.
func (s *Stakeholder) Clean() {
	cleanFields(s)
	s.Script = ScriptOf(s.Name)
	for _, x := range s.Parts() {
		x.Clean()
	}
}

// Validate tells what keeps the stakeholder from being saved.
func (s *Stakeholder) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, s)
	if s.Name == "" {
		p.add("name", "required")
	}
	oneOf(&p, "kind", s.Kind, StakeholderKinds, true)
	oneOf(&p, "sex", s.Sex, Sexes, false)
	oneOf(&p, "party", s.Party, Parties, false)
	oneOf(&p, "photo_consent", s.PhotoConsent, Consents, false)
	oneOf(&p, "basis", s.Basis, LawfulBases, false)
	oneOf(&p, "confidentiality", s.Confidentiality, Confidentiality, false)
	for _, e := range s.Emails {
		if at := strings.IndexByte(e, '@'); at < 1 || at == len(e)-1 || strings.Count(e, "@") > 1 || strings.ContainsAny(e, " ,;") {
			p.add("emails", "bad_email", "Value", e)
		}
	}
	for _, t := range s.Phones {
		if digits := countDigits(t); digits < 5 || digits > 15 || strings.Trim(t, "+0123456789 ()/-.") != "" {
			p.add("phones", "bad_phone", "Value", t)
		}
	}
	if s.Website != "" && !isWebsite(s.Website) {
		p.add("website", "bad_website", "Value", s.Website)
	}
	notFuture(&p, "verified_on", s.VerifiedOn, now)
	notFuture(&p, "notice_on", s.NoticeOn, now)
	notFuture(&p, "consent_on", s.ConsentOn, now)
	if s.ConsentEnded != "" && s.ConsentEnded < s.ConsentOn {
		p.add("consent_ended", "end_before_start")
	}
	if s.Represents == s.ID && !s.ID.IsZero() {
		p.add("represents", "itself")
	}
	for i, x := range s.Memberships {
		p.under("membership", i, x.Validate(now))
		if x.Organisation == s.ID && !s.ID.IsZero() {
			p.under("membership", i, Problems{{Field: "organisation", Code: "itself"}})
		}
	}
	for i, x := range s.Assessments {
		p.under("assessment", i, x.Validate(now))
	}
	for i, x := range s.Relations {
		p.under("relation", i, x.Validate(now))
		if x.Other == s.ID && !s.ID.IsZero() {
			p.under("relation", i, Problems{{Field: "other", Code: "itself"}})
		}
	}
	return p
}

// isWebsite takes what one types into a browser: a host name with a dot, with or without http(s):// before and a path behind it.
func isWebsite(s string) bool {
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || strings.Contains(s, " ") {
		return false
	}
	labels := strings.Split(u.Hostname(), ".")
	for _, l := range labels {
		if l == "" || strings.ContainsFunc(l, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			return false
		}
	}
	return len(labels) > 1
}

// Membership is a person's place in an organisation, with role and dates.
type Membership struct {
	Meta
	Stakeholder  ID     `field:"2,stakeholder"`
	Organisation ID     `field:"3,organisation"`
	Role         string `field:"4,role,personal"`
	From         Date   `field:"5,from_day"`
	To           Date   `field:"6,to_day"`
}

// Type of the record.
func (*Membership) Type() *Type { return Memberships }

// Clean brings typed text into its stored form.
func (m *Membership) Clean() { cleanFields(m) }

// Validate tells what keeps the membership from being saved.
func (m *Membership) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, m)
	if m.Organisation.IsZero() {
		p.add("organisation", "required")
	}
	if m.From != "" && m.To != "" && m.To < m.From {
		p.add("to_day", "end_before_start")
	}
	return p
}

// Assessment is what we thought on a day of a stakeholder's influence, interest (1–5, 0 unknown) and position. Dated, so history is kept.
type Assessment struct {
	Meta
	Stakeholder ID     `field:"2,stakeholder"`
	On          Date   `field:"3,on_day"`
	Influence   int    `field:"4,influence"`
	Interest    int    `field:"5,interest"`
	Position    string `field:"6,position,code"`
	Note        string `field:"7,note,long,personal"`
}

// Type of the record.
func (*Assessment) Type() *Type { return Assessments }

// Clean brings typed text into its stored form.
func (a *Assessment) Clean() { cleanFields(a) }

// Validate tells what keeps the assessment from being saved.
func (a *Assessment) Validate(now time.Time) Problems {
	var p Problems
	checkFields(&p, a)
	if a.On == "" {
		p.add("on_day", "required")
	}
	notFuture(&p, "on_day", a.On, now)
	between(&p, "influence", a.Influence, 0, 5)
	between(&p, "interest", a.Interest, 0, 5)
	oneOf(&p, "position", a.Position, Positions, false)
	return p
}

// Relation is how a stakeholder stands to another one.
type Relation struct {
	Meta
	Stakeholder ID     `field:"2,stakeholder"`
	Other       ID     `field:"3,other"`
	Kind        string `field:"4,kind,code"`
	From        Date   `field:"5,from_day"`
	To          Date   `field:"6,to_day"`
}

// Type of the record.
func (*Relation) Type() *Type { return Relations }

// Clean brings typed text into its stored form.
func (r *Relation) Clean() { cleanFields(r) }

// Validate tells what keeps the relation from being saved.
func (r *Relation) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, r)
	if r.Other.IsZero() {
		p.add("other", "required")
	}
	if r.From != "" && r.To != "" && r.To < r.From {
		p.add("to_day", "end_before_start")
	}
	return p
}
