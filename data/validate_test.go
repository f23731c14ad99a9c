package data

import (
	"math"
	"strings"
	"testing"
	"time"
)

// now is the evening of 22 November in Bor.
var now = time.Date(2026, 11, 22, 18, 0, 0, 0, HomeZone())

// person and meeting are the least that may be saved.
func person() *Stakeholder {
	return &Stakeholder{Meta: Meta{ID: SettlementID("test", "person")}, Kind: "person", Name: "Primer Jelena"}
}

func meeting() *Engagement {
	return &Engagement{Title: "Bunari", Start: At(now), Status: "held", Venue: "Dom kulture"}
}

// found writes problems as "field: code, field: code".
func found(p Problems) string { return strings.TrimPrefix(p.Error(), "invalid: ") }

func TestEngagementValidate(t *testing.T) {
	ana := SettlementID("test", "ana")
	for name, c := range map[string]struct {
		change func(*Engagement)
		want   string
	}{
		"the least":                   {func(e *Engagement) {}, ""},
		"nothing":                     {func(e *Engagement) { *e = Engagement{} }, "title: required, start: required, settlement: place_or_note, status: required"},
		"a note for a place":          {func(e *Engagement) { e.Venue, e.Notes = "", "on the road" }, ""},
		"a day without time":          {func(e *Engagement) { e.Start = OnDay("2026-11-22") }, ""},
		"held later this day":         {func(e *Engagement) { e.Start = At(now.Add(3 * time.Hour)) }, ""},
		"held tomorrow":               {func(e *Engagement) { e.Start = At(now.Add(6 * time.Hour)) }, "start: held_in_future"},
		"held, in Shanghai tomorrow":  {func(e *Engagement) { e.Start = At(now.In(shanghai(t))) }, ""},
		"planned tomorrow":            {func(e *Engagement) { e.Start, e.Status = At(now.Add(24*time.Hour)), "planned" }, ""},
		"in 1026":                     {func(e *Engagement) { e.Start = OnDay("1026-11-22") }, "start: year_range"},
		"in 2201":                     {func(e *Engagement) { e.Start, e.Status = OnDay("2201-01-01"), "planned" }, "start: year_range"},
		"end before start":            {func(e *Engagement) { e.End = At(now.Add(-time.Minute)) }, "end_at: end_before_start"},
		"end at the start":            {func(e *Engagement) { e.End = At(now) }, ""},
		"end known by its day only":   {func(e *Engagement) { e.End = OnDay("2026-11-22") }, ""},
		"end the day before":          {func(e *Engagement) { e.End = OnDay("2026-11-21") }, "end_at: end_before_start"},
		"lasting two months":          {func(e *Engagement) { e.End = At(now.AddDate(0, 2, 0)) }, "end_at: too_far_apart"},
		"cancelled, nobody knows why": {func(e *Engagement) { e.Status = "cancelled" }, "cancelled_why: required"},
		"cancelled":                   {func(e *Engagement) { e.Status, e.CancelledWhy = "cancelled", "sneg" }, ""},
		"unknown choices":             {func(e *Engagement) { e.Status, e.Initiator, e.Formality, e.Confidentiality = "x", "x", "x", "x" }, "status: unknown_choice, initiator: unknown_choice, formality: unknown_choice, confidentiality: unknown_choice"},
		"users' own kind":             {func(e *Engagement) { e.Kind = "slava" }, ""},
		"negative headcount":          {func(e *Engagement) { e.Women, e.Men, e.Undeclared, e.Young = -1, -2, -3, -4 }, "women: negative, men: negative, undeclared: negative, young: negative"},
		"a headcount of a million":    {func(e *Engagement) { e.Men = 1000000 }, "men: out_of_range"},
		"young over the total":        {func(e *Engagement) { e.Women, e.Men, e.Young = 1, 2, 4 }, "young: young_over_total"},
		"all young":                   {func(e *Engagement) { e.Women, e.Men, e.Undeclared, e.Young = 1, 2, 1, 4 }, ""},
		"next meeting before this":    {func(e *Engagement) { e.NextMeeting = "2026-11-21" }, "next_meeting: next_before_start"},
		"next meeting the same day":   {func(e *Engagement) { e.NextMeeting = "2026-11-22" }, ""},
		"next meeting that is none":   {func(e *Engagement) { e.NextMeeting = "2026-11-31" }, "next_meeting: bad_date"},
		"long title":                  {func(e *Engagement) { e.Title = strings.Repeat("ж", MaxLine) }, ""},
		"too long title":              {func(e *Engagement) { e.Title = strings.Repeat("ж", MaxLine+1) }, "title: too_long"},
		"too long notes":              {func(e *Engagement) { e.Notes = strings.Repeat("ж", MaxLong+1) }, "notes: too_long"},
		"a too long tag":              {func(e *Engagement) { e.Tags = []string{"a", strings.Repeat("b", MaxLine+1)} }, "tags: too_long"},
		"too many officers":           {func(e *Engagement) { e.Officers = make([]string, MaxList+1) }, "officers: too_many"},
		"someone twice": {func(e *Engagement) {
			e.Attendance = []*Attendance{{Stakeholder: ana}, {Stakeholder: ana, Sentiment: "x"}, {}}
		}, "attendance.1.sentiment: unknown_choice, attendance.1.stakeholder: twice, attendance.2.stakeholder: required"},
		"two rows without anyone": {func(e *Engagement) { e.Attendance = []*Attendance{{}, {}} }, "attendance.0.stakeholder: required, attendance.1.stakeholder: required"},
		"points": {func(e *Engagement) {
			e.Points = []*Point{{Topic: "water"}, {RaisedBy: ana}, {Said: "a", Satisfied: "maybe"}}
		}, "point.1.said: required, point.2.satisfied: unknown_choice"},
	} {
		e := meeting()
		c.change(e)
		if got := found(e.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestStakeholderValidate(t *testing.T) {
	me := person().ID
	for name, c := range map[string]struct {
		change func(*Stakeholder)
		want   string
	}{
		"the least":         {func(s *Stakeholder) {}, ""},
		"nothing":           {func(s *Stakeholder) { *s = Stakeholder{} }, "name: required, kind: required"},
		"unknown choices":   {func(s *Stakeholder) { s.Kind, s.Sex, s.Party, s.PhotoConsent, s.Basis = "x", "x", "x", "x", "x" }, "kind: unknown_choice, sex: unknown_choice, party: unknown_choice, photo_consent: unknown_choice, basis: unknown_choice"},
		"confidentiality":   {func(s *Stakeholder) { s.Confidentiality = "secret" }, "confidentiality: unknown_choice"},
		"users' own group":  {func(s *Stakeholder) { s.Groups = []string{"beekeepers"} }, ""},
		"e-mails":           {func(s *Stakeholder) { s.Emails = []string{"primer.jelena@example.org", "пример@example.org"} }, ""},
		"no e-mails":        {func(s *Stakeholder) { s.Emails = []string{"a", "@b", "a@", "a@b@c", "a b@c"} }, strings.Repeat("emails: bad_email, ", 4) + "emails: bad_email"},
		"phones":            {func(s *Stakeholder) { s.Phones = []string{"+381 30 000 123", "(030) 000/12-34"} }, ""},
		"no phones":         {func(s *Stakeholder) { s.Phones = []string{"1234", "+381 30 call me", strings.Repeat("1", 16)} }, "phones: bad_phone, phones: bad_phone, phones: bad_phone"},
		"website":           {func(s *Stakeholder) { s.Website = "www.example.org" }, ""},
		"website in full":   {func(s *Stakeholder) { s.Website = "HTTPS://www.example.org:8443/sr/o-nama?str=1#vrh" }, ""},
		"website, Cyrillic": {func(s *Stakeholder) { s.Website = "пример.срб/вести" }, ""},
		"today":             {func(s *Stakeholder) { s.VerifiedOn, s.NoticeOn, s.ConsentOn = "2026-11-22", "2026-11-22", "2026-11-22" }, ""},
		"tomorrow":          {func(s *Stakeholder) { s.VerifiedOn, s.NoticeOn, s.ConsentOn = "2026-11-23", "2026-11-23", "2026-11-23" }, "verified_on: in_future, notice_on: in_future, consent_on: in_future"},
		"consent backwards": {func(s *Stakeholder) { s.ConsentOn, s.ConsentEnded = "2026-11-22", "2026-11-21" }, "consent_ended: end_before_start"},
		"not a day":         {func(s *Stakeholder) { s.RetainUntil = "some day" }, "retain_until: bad_date"},
		"speaks for itself": {func(s *Stakeholder) { s.Represents = me }, "represents: itself"},
		"memberships": {func(s *Stakeholder) {
			s.Memberships = []*Membership{{}, {Organisation: me}, {Organisation: NewID(), From: "2026-02-01", To: "2026-01-01"}, {Organisation: NewID(), To: "2026-01-01"}}
		}, "membership.0.organisation: required, membership.1.organisation: itself, membership.2.to_day: end_before_start"},
		"assessments": {func(s *Stakeholder) {
			s.Assessments = []*Assessment{{On: "2026-11-22", Influence: 5, Interest: 1}, {Influence: 6, Interest: -1, Position: "x"}, {On: "2026-11-23"}}
		}, "assessment.1.on_day: required, assessment.1.influence: out_of_range, assessment.1.interest: negative, assessment.1.position: unknown_choice, assessment.2.on_day: in_future"},
		"relations": {func(s *Stakeholder) {
			s.Relations = []*Relation{{}, {Other: me}, {Other: NewID(), From: "2026-02-01", To: "2026-01-01"}}
		}, "relation.0.other: required, relation.1.other: itself, relation.2.to_day: end_before_start"},
	} {
		s := person()
		c.change(s)
		if got := found(s.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestSettlementValidate(t *testing.T) {
	at := func(f float64) *float64 { return &f }
	less := -1
	for name, c := range map[string]struct {
		s    Settlement
		want string
	}{
		"the least":     {Settlement{Name: "Tanda"}, ""},
		"nothing":       {Settlement{}, "name: required"},
		"coordinates":   {Settlement{Name: "Bor", Lat: at(44.07), Lon: at(22.1)}, ""},
		"half of them":  {Settlement{Name: "Bor", Lat: at(44.07)}, "lat: coordinates"},
		"off the globe": {Settlement{Name: "Bor", Lat: at(90.1), Lon: at(22)}, "lat: coordinates"},
		"not a number":  {Settlement{Name: "Bor", Lat: at(math.NaN()), Lon: at(22)}, "lat: coordinates"},
		"population":    {Settlement{Name: "Bor", Population: &less}, "population: negative"},
	} {
		if got := found(c.s.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestTermValidate(t *testing.T) {
	for name, c := range map[string]struct {
		x    Term
		want string
	}{
		"a new group":   {Term{List: "group", Code: "beekeepers", Label: "pčelari"}, ""},
		"nothing":       {Term{}, "list: unknown_choice, code: required, label: required"},
		"a closed list": {Term{List: "sex", Code: "x", Label: "x"}, "list: unknown_choice"},
	} {
		if got := found(c.x.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func TestWhatIsNoWebsite(t *testing.T) {
	for _, w := range []string{"bor", "nema", "http://", "https://bor", ".org", "example.", "www..org", "www.example.org i drugi", "a.org;b.org", "primer@example.org",
		"mailto:primer@example.org", "ftp://example.org", "javascript:alert(1)", "file:///etc/passwd", "www.example.org:x", "http://%zz.org", "<b>.org", "示例"} {
		s := person()
		s.Website = w
		if got := s.Validate(now); len(got) != 1 || got[0].Field != "website" || got[0].Code != "bad_website" || got[0].Params["Value"] != w {
			t.Errorf("%q: %v", w, got)
		}
	}
}
