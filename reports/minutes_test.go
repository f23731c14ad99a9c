package reports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"strings"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/store"
	"dogovor/reports/doc"
)

// minuted is a hamlet with a meeting whose points became something of every kind.
func minuted(t testing.TB, db *store.Store) (hamlet, *data.Engagement) {
	t.Helper()
	v := newHamlet(t, db)
	mz := &data.Stakeholder{Kind: "organisation", Name: "Mesna zajednica Selo Primer", Settlement: v.place.ID}
	keep(t, db, mz)
	v.marko.Memberships = []*data.Membership{{Organisation: mz.ID, Role: "predsednik"}}
	keep(t, db, v.marko)
	at := time.Date(2026, 11, 12, 18, 0, 0, 0, data.HomeZone())
	e := &data.Engagement{Title: "Zbor građana o vodi i putu", Kind: "public_meeting", Status: "held", Initiator: "stakeholder", Start: data.At(at), End: data.At(at.Add(2 * time.Hour)), Settlement: v.place.ID, Venue: "Dom kulture",
		Purpose: "Bunari presušili od avgusta.", Agenda: "1. Voda\n2. Put", Languages: []string{"sr-Latn", "zh"}, Officers: []string{"Primer Ana", "Primer Jovan"}, Women: 12, Men: 18, Undeclared: 1, Young: 5,
		NextSteps: "Uzorkovanje u ponedeljak.", NextMeeting: "2026-12-10", Shared: "Letak o monitoringu vode, na srpskom.",
		Attendance: []*data.Attendance{{Stakeholder: v.marko.ID, Capacity: "predsednik saveta MZ", Signed: true, Photo: true}, {Stakeholder: v.jelena.ID}, {Stakeholder: v.secret.ID}},
		Points: []*data.Point{
			{Topic: "water", RaisedBy: v.marko.ID, Said: "Bunari ispod brane presušili su u avgustu; tri domaćinstva nemaju vode.", Answer: "Uzorkujemo u ponedeljak i rezultat donosimo savetu.", Satisfied: "partly"},
			{Topic: "roads_traffic", RaisedBy: v.jelena.ID, Said: "Камиони пролазе и после десет увече.", Answer: "公司将限制夜间运输。", Satisfied: "not_asked"}}}
	keep(t, db, e)
	one, two := e.Points[0].ID, e.Points[1].ID
	keep(t, db, &data.Commitment{Promise: "Uzorkujemo bunare i rezultat donosimo savetu.", MadeOn: "2026-11-12", Due: "2026-12-05", Owner: "Primer Ana", Engagement: e.ID, Point: one},
		&data.Issue{Kind: "concern", Text: "Presušili bunari", RaisedOn: "2026-11-12", Engagement: e.ID, Point: one},
		&data.Grievance{Description: "Камиони ноћу.", Complaint: "named", Stakeholder: v.jelena.ID, ReceivedOn: "2026-11-12", Topic: "roads_traffic", Engagement: e.ID, Point: two},
		&data.Task{Text: "Pozvati prevoznika.", MadeOn: "2026-11-12", Due: "2026-11-20", Owner: "Primer Jovan", Engagement: e.ID, Point: two},
		&data.Commitment{Promise: "Tajni dogovor.", MadeOn: "2026-11-12", Engagement: e.ID, Point: two, Confidentiality: "restricted"})
	return v, e
}

// sideways is a photograph that says of itself that it was taken with the camera turned.
func sideways(t testing.TB, width int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 40)), nil); err != nil {
		t.Fatal(err)
	}
	exif := []byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00")
	return append(append([]byte("\xff\xd8"), exif...), b.Bytes()[2:]...)
}

func TestMinutes(t *testing.T) {
	db := realStore(t)
	_, e := minuted(t, db)
	for i := range 3 {
		if _, err := db.AddAttachment(context.Background(), &data.Attachment{Name: fmt.Sprintf("zbor%d.jpg", i), Media: "image/jpeg", Note: "Sala Doma kulture", Engagement: e.ID}, sideways(t, 60+i)); err != nil {
			t.Fatal(err)
		}
	}
	for i, l := range i18n.Langs {
		d := reported(t, db, "minutes", Ask{Engagement: e.ID}, l)
		golden(t, "minutes-"+string(l), doc.Dump(d))
		kept(t, d, "minutes-"+string(l))
		second := i18n.For(i18n.Langs[(i+1)%len(i18n.Langs)])
		two := reported(t, db, "minutes", Ask{Engagement: e.ID, Second: second}, l)
		kept(t, two, "minutes-two-"+string(l))
		text := doc.Dump(two)
		for _, want := range []string{i18n.For(l).T("point.said") + " / " + second.T("point.said"), i18n.For(l).Term("topic", "water") + " / " + second.Term("topic", "water")} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q", l, want)
			}
		}
		if n := strings.Count(text, "tri domaćinstva nemaju vode"); n != 1 {
			t.Errorf("%s: free text printed %d times", l, n)
		}
	}
	open := doc.Dump(reported(t, db, "minutes", Ask{Engagement: e.ID}, i18n.English))
	all := doc.Dump(reported(t, db, "minutes", Ask{Engagement: e.ID, Restricted: true}, i18n.English))
	for _, secret := range []string{"Tajni dogovor", "Tajna Osoba"} {
		if strings.Contains(open, secret) || !strings.Contains(all, secret) {
			t.Errorf("%q: without being asked %v, asked %v", secret, strings.Contains(open, secret), strings.Contains(all, secret))
		}
	}
	a, errA := PDF(reported(t, db, "minutes", Ask{Engagement: e.ID, Second: i18n.For(i18n.Chinese)}, i18n.SerbianLatin))
	b, errB := PDF(reported(t, db, "minutes", Ask{Engagement: e.ID, Second: i18n.For(i18n.Chinese)}, i18n.SerbianLatin))
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Error("two makings differ", errA, errB)
	}
}

func TestRestrictedMeetingIsRefused(t *testing.T) {
	db := realStore(t)
	v, _ := minuted(t, db)
	e := &data.Engagement{Title: "Poverljivo", Status: "held", Start: data.OnDay("2026-11-01"), Settlement: v.place.ID, Confidentiality: "restricted"}
	keep(t, db, e)
	for _, name := range []string{"minutes", "signin"} {
		r, _ := Named(name)
		_, err := Make(context.Background(), db, r, Ask{Engagement: e.ID, Made: now}, i18n.For(i18n.English))
		var said *data.Error
		if !errors.As(err, &said) || said.Code != "report.restricted" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// crowd is a meeting with ugly words and 400 people.
func crowd(t testing.TB, db *store.Store) *data.Engagement {
	t.Helper()
	v := newHamlet(t, db)
	e := &data.Engagement{Title: strings.Repeat("Veliki zbor 😀 ", 9), Status: "held", Start: data.OnDay("2026-11-10"), Settlement: v.place.ID, Venue: strings.Repeat("сала", 40)}
	var recs []data.Record
	for i := range 400 {
		s := &data.Stakeholder{Kind: "person", Name: fmt.Sprintf("Primer %03d %s", i, []string{"王伟", "Јелена", "Nikolić", strings.Repeat("Dugoimenović ", 8)}[i%4])}
		s.ID = data.NewID()
		recs = append(recs, s)
		e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: s.ID, Capacity: strings.Repeat("w", i%200), Signed: i%2 == 0})
	}
	e.Points = []*data.Point{{Said: strings.Repeat("x", 200), Answer: strings.Repeat("Кошава 铜 прах 😀. ", 150)}, {Topic: "water"}}
	keep(t, db, append(recs, e)...)
	return e
}

func TestMinutesOfUglyData(t *testing.T) {
	db := realStore(t)
	e := crowd(t, db)
	bare := &data.Engagement{Title: "Prazno", Status: "planned", Start: data.OnDay("2026-12-10"), Notes: "bez mesta"}
	keep(t, db, bare)
	for _, name := range []string{"minutes", "signin"} {
		for _, x := range []struct {
			ask   Ask
			of    string
			pages int
		}{{Ask{Engagement: e.ID}, "crowd", 8}, {Ask{Engagement: bare.ID}, "bare", 1}} {
			if name == "minutes" {
				x.ask.Second = i18n.For(i18n.Chinese)
			}
			d := reported(t, db, name, x.ask, i18n.SerbianCyrillic)
			kept(t, d, name+"-"+x.of)
			if _, err := PDF(d); err != nil {
				t.Fatal(err)
			}
			if n := doc.Pages(d); n < x.pages || x.pages == 1 && n != 1 {
				t.Errorf("%s %s: %d pages", name, x.of, n)
			}
		}
	}
}
