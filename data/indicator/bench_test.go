package indicator

import (
	"fmt"
	"testing"
	"time"

	"dogovor/data"
)

// BenchmarkAll computes every figure of a year with 100,000 engagements, 40,000 stakeholders and 28 settlements.
func BenchmarkAll(b *testing.B) {
	d := &Dataset{Period: data.YearOf("2026-06-01"), Stakeholders: map[data.ID]*Stakeholder{}}
	var people []data.ID
	for i := range 40000 {
		s := &Stakeholder{ID: id(fmt.Sprint("s", i)), Number: fmt.Sprintf("S-26-BOR1-%05d", i), Person: i%3 > 0, Sex: data.Sexes.Codes[i%2],
			Groups: []string{data.Groups.Codes[i%14], data.Groups.Codes[i/2%14]}, Affected: i%5 == 0, Influence: i % 6}
		d.Stakeholders[s.ID] = s
		people = append(people, s.ID)
	}
	for i := range 28 {
		d.Settlements = append(d.Settlements, Settlement{ID: id(fmt.Sprint("p", i)), Name: fmt.Sprint("p", i), InArea: true})
	}
	from, _ := d.Period.Bounds()
	for i := range 100000 {
		e := Engagement{ID: id(fmt.Sprint("e", i)), Number: fmt.Sprintf("E-26-BOR1-%06d", i), Start: from.Add(time.Duration(i) * 5 * time.Minute),
			Kind: data.EngagementKinds.Codes[i%13], Settlement: d.Settlements[i%28].ID, Planned: i%2 == 0, Initiator: "company", Women: i % 20, Men: i % 17}
		for j := range 1 + i%8 {
			e.Attendees = append(e.Attendees, people[(i*7+j*31)%len(people)])
		}
		d.Engagements = append(d.Engagements, e)
	}
	for b.Loop() {
		if fs := All(d); fs[0].Numerator != 100000 {
			b.Fatal(fs[0])
		}
	}
}
