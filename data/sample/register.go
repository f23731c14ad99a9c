package sample

import (
	"fmt"
	"strings"
	"time"

	"dogovor/data"
	"dogovor/data/store"
)

// entry is what engagements need to know of a stakeholder, and when it was written into the register.
type entry struct {
	id       data.ID
	body     *body     // one of the two
	person   *villager //
	entered  time.Time
	reviewed time.Time // assessed again; zero when not
}

func (e *entry) place() string {
	if e.body != nil {
		return e.body.place
	}
	return e.person.place
}

func (e *entry) language() string {
	if e.body != nil {
		return e.body.language
	}
	return e.person.language
}

// enroll plans the register: bodies and most people in the first working week, the others as they are met.
func (y *Year) enroll() {
	y.byPlace = map[string][]int{}
	add := func(b *body, v *villager) {
		i := len(y.register)
		c := y.chance(forStakeholder, i)
		e := entry{body: b, person: v}
		e.entered = y.day(time.January, 5, 8, 30).Add(time.Duration(i%len(bodies)) * 7 * time.Minute)
		if v != nil {
			e.entered = e.entered.AddDate(0, 0, 3).Add(time.Duration(c.between(0, 90)) * time.Minute)
			if c.in(40) {
				e.entered = workday(e.entered.AddDate(0, 0, c.between(4, 170)))
			}
		}
		e.entered = y.notAfterNow(e.entered)
		e.id = c.id(e.entered)
		if again := office(y.day(time.Month(c.between(7, 9)), c.between(1, 28), 0, 0), c); c.in(40) && !again.After(y.Now) {
			e.reviewed = again
		}
		y.register = append(y.register, e)
		y.byPlace[e.place()] = append(y.byPlace[e.place()], i)
	}
	for i := range bodies {
		add(&bodies[i], nil)
	}
	for i := range people {
		add(nil, &people[i])
	}
	for i := len(y.register); i < y.Scale*(len(bodies)+len(people)); i++ {
		add(nil, y.invent(i))
	}
}

// invent makes a person beyond those that are told apart by hand.
func (y *Year) invent(i int) *villager {
	c := y.chance(forStakeholder, i+1<<32)
	v := &villager{influence: c.between(1, 3), interest: c.between(1, 5), position: pick(c, data.Positions.Codes), groups: pick(c, []string{"individual", "individual landowner", "landowner", "business"})}
	v.sex, v.language = "female", "sr-Latn"
	v.place = y.area.settlements[c.weighed(y.area.weights)].Name
	given, family, example := womensNames, surnames, "Primer"
	cyrillic := c.in(35)
	if cyrillic {
		v.language = "sr-Cyrl"
		given, family, example = womensNamesCy, surnamesCy, "Пример"
	}
	if c.in(50) {
		v.sex, given = "male", mensNames
		if cyrillic {
			given = mensNamesCy
		}
	}
	v.name = fmt.Sprintf("%s %s %s %d", example, pick(c, given), pick(c, family), i)
	return v
}

// entering is the batch in which a stakeholder is written down first.
func (y *Year) entering(i int) store.Batch {
	return store.Batch{Officer: officers[i%len(officers)], Records: []data.Record{y.stakeholder(i)}}
}

// reviewing is the batch in which a stakeholder is assessed again, and sometimes gets another officer.
func (y *Year) reviewing(i int) store.Batch {
	s, e, c := y.stakeholder(i), &y.register[i], y.chance(forAssessment, i)
	was := s.Assessments[0]
	a := &data.Assessment{Meta: data.Meta{ID: c.id(e.reviewed)}, Stakeholder: s.ID, On: data.DateOf(e.reviewed),
		Influence: min(max(was.Influence+c.between(-1, 1), 1), 5), Interest: min(was.Interest+1, 5), Position: was.Position}
	for place, code := range data.Positions.Codes {
		if code == was.Position {
			a.Position = data.Positions.Codes[min(max(place+c.between(-1, 1), 0), len(data.Positions.Codes)-1)]
		}
	}
	s.Assessments = append(s.Assessments, a)
	if c.in(25) {
		s.Manager = pick(c, officers)
	}
	return store.Batch{Officer: s.Manager, Records: []data.Record{s}}
}

// stakeholder is how one was written into the register.
func (y *Year) stakeholder(i int) *data.Stakeholder {
	e, c := &y.register[i], y.chance(forStakeholder, i+1<<40)
	on := data.DateOf(e.entered)
	s := &data.Stakeholder{Meta: data.Meta{ID: e.id}, Settlement: y.area.id(e.place()), Manager: officers[i%len(officers)], Confidentiality: "internal"}
	if i < 1000 { // no longer number is surely nobody's
		s.Phones = []string{fmt.Sprintf("+381 30 000 %03d", i)}
	}
	if c.in(60) {
		s.Emails = []string{fmt.Sprintf("primer%d@example.org", i)}
	}
	a := &data.Assessment{Meta: data.Meta{ID: c.id(e.entered)}, Stakeholder: s.ID, On: on}
	if b := e.body; b != nil {
		s.Kind, s.Name, s.Groups, s.Party, s.Language = "organisation", b.name, strings.Fields(b.groups), b.party, b.language
		s.ContactWay = pick(c, []string{"letter", "email", "phone"})
		if b.other != "" {
			s.OtherNames = []string{b.other}
		}
		if b.part == "" { // the others are found at the body they are a part of
			s.Website = fmt.Sprintf("www.primer%d.example.org", i)
		} else {
			s.Relations = []*data.Relation{{Meta: data.Meta{ID: c.id(e.entered)}, Stakeholder: s.ID, Other: y.bodyID(b.part), Kind: "part_of"}}
		}
		a.Influence, a.Interest, a.Position = b.influence, b.interest, b.position
	} else {
		y.describe(s, e, c)
		a.Influence, a.Interest, a.Position = e.person.influence, e.person.interest, e.person.position
	}
	s.Assessments = []*data.Assessment{a}
	s.Clean()
	return s
}

// describe fills in what is kept of a person only.
func (y *Year) describe(s *data.Stakeholder, e *entry, c chance) {
	v, on := e.person, data.DateOf(e.entered)
	s.Kind, s.Name, s.Sex, s.Groups, s.Language = "person", v.name, v.sex, strings.Fields(v.groups), v.language
	s.Party = "interested"
	if v.place != "Bor" && v.place != "Majdanpek" && v.place != "Donji Milanovac" {
		s.Party = "affected"
	}
	s.Vulnerable, s.Measure = v.measure != "", v.measure
	s.ContactWay = pick(c, []string{"visit", "phone", "phone", "message"})
	if s.Vulnerable {
		s.ContactWay = "visit"
	}
	s.PhotoConsent = pick(c, []string{"yes", "yes", "no", ""})
	s.Basis, s.NoticeOn, s.NoticeHow = "legitimate_interest", on, "usmeno, uz letak o podacima"
	if s.PhotoConsent == "yes" || s.Vulnerable {
		s.Basis, s.ConsentScope, s.ConsentOn, s.ConsentWay = "consent", "podaci za kontakt i fotografije sa susreta", on, "potpisan obrazac"
	}
	s.RetainUntil = data.Date(fmt.Sprintf("%d-12-31", y.Year+5))
	if v.of == "" {
		return
	}
	org := y.bodyID(v.of)
	s.Memberships = []*data.Membership{{Meta: data.Meta{ID: c.id(e.entered)}, Stakeholder: s.ID, Organisation: org, Role: v.role,
		From: data.Date(fmt.Sprintf("%d-%02d-01", y.Year-c.between(1, 6), c.between(1, 12)))}}
	if strings.HasPrefix(v.role, "predsedn") || strings.HasPrefix(v.role, "председн") {
		s.Represents, s.VerifiedOn, s.VerifiedHow = org, on, "uvid u odluku o imenovanju"
	}
}

// bodyID finds a body of the register by its name.
func (y *Year) bodyID(name string) data.ID {
	for i := range bodies {
		if bodies[i].name == name {
			return y.register[i].id
		}
	}
	return data.ID{}
}
