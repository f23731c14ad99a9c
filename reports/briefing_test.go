package reports

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/data/store"
	"dogovor/reports/doc"
)

var _ Source = (*store.Store)(nil)

// realStore is a real database of this test's own.
func realStore(t testing.TB) *store.Store {
	t.Helper()
	return openStore(t, filepath.Join(t.TempDir(), "bor.db"))
}

func openStore(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7}, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func keep(t testing.TB, db *store.Store, recs ...data.Record) {
	t.Helper()
	if _, err := db.Save(context.Background(), recs...); err != nil {
		t.Fatal(err)
	}
}

func reported(t testing.TB, db *store.Store, name string, ask Ask, l i18n.Lang) doc.Document {
	t.Helper()
	r, ok := Named(name)
	if !ok {
		t.Fatalf("no report %s", name)
	}
	ask.Made = now
	d, err := Make(context.Background(), db, r, ask, i18n.For(l))
	if err != nil {
		t.Fatal(err)
	}
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
	return d
}

// hamlet is a settlement with something of everything.
type hamlet struct {
	place         *data.Settlement
	meeting       *data.Engagement // planned
	marko, jelena *data.Stakeholder
	secret        *data.Stakeholder
}

func newHamlet(t testing.TB, db *store.Store) hamlet {
	t.Helper()
	v := hamlet{place: &data.Settlement{Name: "Selo Primer", NameCyrl: "Село Пример", Municipality: "Bor"}}
	keep(t, db, v.place)
	v.marko = &data.Stakeholder{Kind: "person", Name: "Marko Vlajković", Settlement: v.place.ID}
	v.jelena = &data.Stakeholder{Kind: "person", Name: "Јелена Станковић", Settlement: v.place.ID}
	v.secret = &data.Stakeholder{Kind: "person", Name: "Tajna Osoba", Settlement: v.place.ID, Confidentiality: "restricted"}
	keep(t, db, v.marko, v.jelena, v.secret)
	for i, day := range []data.Date{"2026-07-02", "2026-08-02", "2026-09-02", "2026-10-02"} {
		e := &data.Engagement{Title: fmt.Sprintf("Zbor %d", i+1), Status: "held", Start: data.OnDay(day), Settlement: v.place.ID, NextSteps: fmt.Sprintf("korak %d", i+1),
			Attendance: []*data.Attendance{{Stakeholder: v.marko.ID, Capacity: "savet MZ"}, {Stakeholder: v.secret.ID}},
			Points:     []*data.Point{{Topic: "water", RaisedBy: v.marko.ID, Said: fmt.Sprintf("Bunar je suv, rekao %d. put.", i+1), Satisfied: "no"}, {Topic: "jobs", Said: "Kad je konkurs?"}}}
		if i == 3 {
			e.Confidentiality, e.Points[0].Said = "restricted", "Šapnuto u poverenju."
		}
		keep(t, db, e)
	}
	v.meeting = &data.Engagement{Title: "Novembarski zbor", Status: "planned", Start: data.At(time.Date(2026, 11, 25, 17, 0, 0, 0, data.HomeZone())), Settlement: v.place.ID, Venue: "Dom kulture",
		Attendance: []*data.Attendance{{Stakeholder: v.jelena.ID}, {Stakeholder: v.marko.ID}}}
	keep(t, db, v.meeting,
		&data.Commitment{Promise: "Čistimo kanal.", MadeOn: "2026-09-02", Due: "2026-11-01", Settlement: v.place.ID},
		&data.Commitment{Promise: "Tajno obećanje.", MadeOn: "2026-09-02", Settlement: v.place.ID, Confidentiality: "restricted"},
		&data.Commitment{Promise: "Popravljamo most.", MadeOn: "2026-07-02", DoneOn: "2026-10-10", Evidence: "Most je popravljen i otvoren.", Settlement: v.place.ID},
		&data.Commitment{Promise: "Gradimo česmu.", MadeOn: "2026-07-02", WithdrawnOn: "2026-10-11", WithdrawnWhy: "Izvor je presušio.", WithdrawnAgreed: "savet", Settlement: v.place.ID},
		&data.Issue{Kind: "question", Text: "Ko plaća bunare?", RaisedOn: "2026-10-23", Settlement: v.place.ID},
		&data.Issue{Kind: "question", Text: "Kad prolazi cisterna?", RaisedOn: "2026-09-02", Response: "Svakog dana u šest.", ResponseOn: "2026-09-10", Settlement: v.place.ID},
		&data.Issue{Kind: "question", Text: "Zašto je Marku Vlajkoviću odbijen zahtev?", RaisedOn: "2026-09-02", Response: "Zahtev je ponovo uzet u rad.", ResponseOn: "2026-09-11", Settlement: v.place.ID},
		&data.Issue{Kind: "question", Text: "Poverljivo pitanje.", RaisedOn: "2026-09-02", Response: "Poverljiv odgovor.", ResponseOn: "2026-09-11", Settlement: v.place.ID, Confidentiality: "restricted"},
		&data.Grievance{Description: "Buka noću kod kuće.", Complaint: "named", Stakeholder: v.jelena.ID, ReceivedOn: "2026-11-02", Topic: "noise_blasting", Settlement: v.place.ID},
		&data.Grievance{Description: "Prašina, javlja Jelena.", Complaint: "named", Stakeholder: v.jelena.ID, ReceivedOn: "2026-08-03", Topic: "air_dust", Settlement: v.place.ID, RemedyGiven: "oprana fasada", RemedyOn: "2026-08-20",
			Steps: []*data.GrievanceStep{{Kind: data.GrievanceAcknowledged, On: "2026-08-04"}, {Kind: data.GrievanceAssessed, On: "2026-08-05", Admissible: "yes"}, {Kind: data.GrievanceOffered, On: "2026-08-06"}, {Kind: data.GrievanceAccepted, On: "2026-08-07"}, {Kind: data.GrievanceClosed, On: "2026-08-21", Outcome: "resolved"}}},
	)
	return v
}

func TestBriefing(t *testing.T) {
	db := realStore(t)
	v := newHamlet(t, db)
	of := Ask{Settlement: v.place.ID, Engagement: v.meeting.ID}
	for _, l := range i18n.Langs {
		d := reported(t, db, "briefing", of, l)
		golden(t, "briefing-"+string(l), doc.Dump(d))
		if n := doc.Pages(d); n != 1 {
			t.Errorf("%s: %d pages", l, n)
		}
		kept(t, d, "briefing-"+string(l))
	}
	open := doc.Dump(reported(t, db, "briefing", of, i18n.English))
	of.Restricted = true
	all := doc.Dump(reported(t, db, "briefing", of, i18n.English))
	for _, secret := range []string{"Tajno obećanje", "Šapnuto"} {
		if strings.Contains(open, secret) || !strings.Contains(all, secret) {
			t.Errorf("%q: without being asked %v, asked %v", secret, strings.Contains(open, secret), strings.Contains(all, secret))
		}
	}
	before := doc.Dump(reported(t, db, "briefing", Ask{Settlement: v.place.ID}, i18n.English)) // no meeting: who came before
	if !strings.Contains(before, "Who came to the last meetings") || strings.Contains(before, "Станковић") || strings.Contains(before, "Tajna Osoba") {
		t.Error(before)
	}
	empty := &data.Settlement{Name: "Pusto", Municipality: "Bor"}
	keep(t, db, empty)
	kept(t, reported(t, db, "briefing", Ask{Settlement: empty.ID}, i18n.SerbianCyrillic), "briefing-empty")
}

// However much there is, it stays one page, and says how much was left out.
func TestBriefingIsOnePage(t *testing.T) {
	db := realStore(t)
	v := newHamlet(t, db)
	long := strings.Repeat("Кошава носи прашину са јаловишта на веш и повртњаке. ", 12)
	var recs []data.Record
	crowd := &data.Engagement{Title: strings.Repeat("Veliki zbor ", 10), Status: "planned", Start: data.OnDay("2026-11-26"), Settlement: v.place.ID}
	for i := range 60 {
		s := &data.Stakeholder{Kind: "person", Name: fmt.Sprintf("Primer %s %d", strings.Repeat("Dugoimenović", 9), i)}
		s.ID = data.NewID()
		recs = append(recs, s)
		crowd.Attendance = append(crowd.Attendance, &data.Attendance{Stakeholder: s.ID, Capacity: strings.Repeat("funkcija ", 9)})
	}
	for i := range 30 {
		recs = append(recs, &data.Commitment{Promise: strings.Repeat("w", 200) + long, MadeOn: "2026-09-02", Due: "2026-11-01", Settlement: v.place.ID},
			&data.Issue{Kind: "question", Text: fmt.Sprint(i, long), RaisedOn: "2026-10-01", Settlement: v.place.ID},
			&data.Grievance{Description: "居民投诉噪音😀" + long, Complaint: "anonymous", ReceivedOn: "2026-11-02", Topic: "noise_blasting", Settlement: v.place.ID})
	}
	keep(t, db, append(recs, crowd)...)
	for _, l := range i18n.Langs {
		d := reported(t, db, "briefing", Ask{Settlement: v.place.ID, Engagement: crowd.ID, Restricted: true}, l)
		if n := doc.Pages(d); n != 1 {
			t.Errorf("%s: %d pages", l, n)
		}
		if text := doc.Dump(d); l == i18n.English && strings.Count(text, "more") < 4 {
			t.Error(text)
		}
		kept(t, d, "briefing-full-"+string(l))
	}
}

func TestNotice(t *testing.T) {
	db := realStore(t)
	v := newHamlet(t, db)
	keep(t, db, data.NewSetting("company/name", "Primer rudnik"), data.NewSetting("company/phone", "030 123 456"))
	of := Ask{Settlement: v.place.ID}
	for _, l := range i18n.Langs {
		d := reported(t, db, "notice", of, l)
		golden(t, "notice-"+string(l), doc.Dump(d))
		kept(t, d, "notice-"+string(l))
	}
	both := of
	both.Second = i18n.For(i18n.SerbianCyrillic)
	d := reported(t, db, "notice", both, i18n.SerbianLatin)
	if n, text := doc.Pages(d), doc.Dump(d); n != 2 || !strings.Contains(text, "Most je popravljen") || !strings.Contains(text, "Мост је поправљен") {
		t.Errorf("%d pages: %s", n, text)
	}
	u, err := ReadUntold(context.Background(), db, v.place.ID, i18n.For(i18n.English))
	if err != nil {
		t.Fatal(err)
	}
	chosen := map[data.ID]Saying{}
	for _, n := range u.News {
		if len(n.Names) > 0 {
			chosen[n.Row.ID] = Saying{"Why was an application refused?", n.Answer}
		}
	}
	if len(chosen) != 1 || len(u.Restricted) != 1 || len(u.News) != 5 {
		t.Fatalf("%d of %d name somebody, %d restricted", len(chosen), len(u.News), len(u.Restricted))
	}
	of.Sheet = chosen
	if text := doc.Dump(reported(t, db, "notice", of, i18n.English)); !strings.Contains(text, "Why was an application refused?") || strings.Contains(text, "Most je") {
		t.Error(text)
	}
}

// No name of a stakeholder stands on any sheet of the sample year.
func TestNoticesNameNobody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.db")
	ctx := context.Background()
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: now}); err != nil {
		t.Fatal(err)
	}
	db := openStore(t, path)
	v := newHamlet(t, db)
	names, err := db.Names(ctx)
	if err != nil {
		t.Fatal(err)
	}
	places, err := db.Settlements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := Named("notice")
	told := 0
	for _, place := range places {
		for _, l := range []i18n.Lang{i18n.SerbianLatin, i18n.SerbianCyrillic} {
			u, err := ReadUntold(ctx, db, place.ID, i18n.For(l))
			if err != nil {
				t.Fatal(err)
			}
			told += len(u.on(nil))
			d, err := Make(ctx, db, r, Ask{Settlement: place.ID, Made: now}, i18n.For(l))
			if err != nil {
				t.Fatal(err)
			}
			text := printed(t, d)
			for _, k := range names {
				for _, n := range append([]string{k.Name}, k.Others...) {
					if strings.Contains(text, i18n.Latin(n)) {
						t.Errorf("%s %s: %q is printed", place.Name, l, n)
					}
				}
			}
			if place.ID == v.place.ID && strings.Contains(text, "Poverljiv") {
				t.Error("something restricted is printed")
			}
		}
	}
	if told < 20 {
		t.Errorf("only %d things told: nothing was tested", told)
	}
}

// printed is the text of the PDF in Latin letters, on one line.
func printed(t *testing.T, d doc.Document) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		return i18n.Latin(doc.Dump(d))
	}
	var file bytes.Buffer
	if err := doc.PDF(d, &file); err != nil {
		t.Fatal(err)
	}
	read := exec.Command("pdftotext", "-", "-")
	read.Stdin = &file
	out, err := read.Output()
	if err != nil {
		t.Fatal(err)
	}
	return i18n.Latin(strings.Join(strings.Fields(string(out)), " "))
}
