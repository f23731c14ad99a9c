package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"dogovor/data"
)

type id = data.ID

// people are the three who come to every meeting.
var people = []id{{0: 1, 15: 1}, {0: 1, 15: 2}, {0: 1, 15: 3}}

func person(i int) *data.Stakeholder {
	return &data.Stakeholder{Meta: data.Meta{ID: people[i]}, Kind: "person", Name: fmt.Sprintf("Primer %c", 'A'+i)}
}

// meeting makes what a meeting says in one of its versions, from its id alone: writer and killer agree on it without talking.
func meeting(of id, version int) *data.Engagement {
	e := &data.Engagement{
		Meta: data.Meta{ID: of}, Title: fmt.Sprintf("Susret %s, zapis %d", of, version), Kind: "public_meeting", Status: "held",
		Start: data.At(time.Date(2026, 10, 21, 16, 0, 0, 0, time.UTC)), Venue: "Дом културе", Women: 12, Men: 18,
		NextSteps: text(of, version, 60),
	}
	for _, p := range people {
		e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: p, Signed: true})
	}
	for i := range 2 + version {
		e.Points = append(e.Points, &data.Point{Topic: "water", RaisedBy: people[i%len(people)], Said: text(of, version+i, 40), Answer: text(of, version-i, 20)})
	}
	return e
}

// typed is the state of the form after some keystrokes.
func typed(of id, keystrokes int) []byte {
	b, _ := json.Marshal(map[string]any{"id": of, "keystrokes": keystrokes, "said": text(of, keystrokes, 8*keystrokes)})
	return b
}

func draftKey(of id) string { return "engagement/" + of.String() }

// text is what somebody said, made from the meeting's id.
func text(of id, turn, words int) string {
	chance := rand.New(rand.NewPCG(binary.BigEndian.Uint64(of[8:]), uint64(turn)))
	said := []string{"bunari", "presušili", "вода", "прашина", "put", "камиони", "dogovor", "жалба", "水井", "do petka", "uzorak", "обећано"}
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(said[chance.IntN(len(said))])
	}
	return b.String()
}

// says compares what a person wrote, not what the store filled in.
func says(e *data.Engagement) string {
	var b strings.Builder
	fmt.Fprintln(&b, e.Title, e.Venue, e.Start, e.Women, e.Men, e.NextSteps)
	for _, a := range e.Attendance {
		fmt.Fprintln(&b, a.Stakeholder, a.Signed)
	}
	for _, p := range e.Points {
		fmt.Fprintln(&b, p.Topic, p.RaisedBy, p.Said, p.Answer)
	}
	return b.String()
}
