package stakeholders

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/data/store"
)

var _ Store = (*store.Store)(nil)

var noon = time.Date(2026, 11, 3, 11, 0, 0, 0, time.UTC)

// newStore is a real database of this test's own.
func newStore(t testing.TB) *store.Store {
	t.Helper()
	now := noon
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "bor.db"), store.Options{
		Identity: store.Identity{Officer: "Primer Officer", Laptop: "BOR1", Origin: 7},
		Now:      func() time.Time { now = now.Add(time.Second); return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func save(t testing.TB, db *store.Store, recs ...data.Record) {
	t.Helper()
	if _, err := db.Save(context.Background(), recs...); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, db *store.Store, id data.ID) *data.Stakeholder {
	t.Helper()
	s, err := db.Stakeholder(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// village is a small register: a place, an organisation, and somebody in it with all that can be known.
type village struct {
	krivelj      *data.Settlement
	council, ivo *data.Stakeholder
}

func newVillage(t testing.TB, db *store.Store) village {
	t.Helper()
	v := village{krivelj: &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ", Municipality: "Bor", InArea: true}}
	save(t, db, v.krivelj)
	v.council = &data.Stakeholder{Kind: "organisation", Name: "Mesna zajednica Krivelj", Groups: []string{"local_community"}, Settlement: v.krivelj.ID, Party: "affected"}
	other := &data.Stakeholder{Kind: "organisation", Name: "Grad Bor", Groups: []string{"local_government"}}
	save(t, db, v.council, other)
	v.ivo = &data.Stakeholder{
		Kind: "person", Name: "Primer Ivo", OtherNames: []string{"Пример Иво"}, Sex: "male", Groups: []string{"landowner", "individual"}, Party: "affected",
		Vulnerable: true, Measure: "We come to his house; the road is far for him.", Settlement: v.krivelj.ID, Address: "Krivelj 12",
		Phones: []string{"030 123 456", "064 1112223"}, Emails: []string{"ivo@example.org"}, Website: "www.primer-ivo.example.org", Language: "sr-Latn", ContactWay: "visit", Manager: "Primer Officer",
		PhotoConsent: "no", Basis: "legitimate_interest", NoticeOn: "2026-02-03", NoticeHow: "leaflet", RetainUntil: "2031-01-01", Tags: []string{"wells"},
		Represents: v.council.ID, VerifiedOn: "2026-03-01", VerifiedHow: "decision of the council",
		Memberships: []*data.Membership{{Organisation: v.council.ID, Role: "president of the council", From: "2024-05-01"}},
		Assessments: []*data.Assessment{
			{On: "2026-01-15", Influence: 3, Interest: 4, Position: "sceptical"},
			{On: "2026-09-01", Influence: 4, Interest: 5, Position: "opposed", Note: "Since the wells went dry."},
		},
		Relations: []*data.Relation{{Other: other.ID, Kind: "works_with"}},
	}
	save(t, db, v.ivo)
	for i, title := range []string{"Water wells, Krivelj", "Road to Krivelj", "Blasting at night", "Jobs at the mine", "Dust", "Open day"} {
		start := time.Date(2026, 9, 1+i, 18, 0, 0, 0, data.HomeZone())
		save(t, db, &data.Engagement{Title: title, Kind: "public_meeting", Status: "held", Start: data.At(start), Settlement: v.krivelj.ID, Initiator: "company",
			Attendance: []*data.Attendance{{Stakeholder: v.ivo.ID, Capacity: "president of the council"}}})
	}
	return v
}

func noMissing(t *testing.T) {
	t.Helper()
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
}

func TestPageShowsWhatIsKnown(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Resize(1366, 3000) // all of the page at once
	h.Open(List(h, db, screens.Place{Area: screens.Stakeholders, Record: v.ivo.ID}))
	h.Shows("Primer Ivo", v.ivo.Number, "Vulnerable", "No photographs", "Пример Иво", "president of the council", "since 1 May 2024",
		"030 123 456", "064 1112223", "www.primer-ivo.example.org", "Mesna zajednica Krivelj", "works with", "Grad Bor", "opposed", "Since the wells went dry.", "Open day",
		"Show all 6 engagements", "Keep until", "1 Jan 2031", "Recorded", "Showing 3 of 3")
	h.Hides("Water wells, Krivelj", "Consent given on")
	h.Press("Mesna zajednica Krivelj")
	h.Press("Krivelj")
	h.Press("New engagement")
	h.Press("Show all 6 engagements")
	want := []screens.Place{
		{Area: screens.Stakeholders, Record: v.council.ID},
		{Area: screens.Places, Record: v.krivelj.ID},
	}
	for i, p := range want {
		if h.Gone[i] != p {
			t.Errorf("went to %+v, want %+v", h.Gone[i], p)
		}
	}
	if f, ok := h.Gone[2].Filter.(data.EngagementFilter); !ok || f.Stakeholder != v.ivo.ID || !h.Gone[2].Edit {
		t.Errorf("new engagement: %+v", h.Gone[2])
	}
	if f, ok := h.Gone[3].Filter.(data.EngagementFilter); !ok || f.Stakeholder != v.ivo.ID || h.Gone[3].Edit || h.Gone[3].Title != "Primer Ivo" {
		t.Errorf("all engagements: %+v", h.Gone[3])
	}
	// The other side of the membership.
	h.Open(List(h, db, screens.Place{Area: screens.Stakeholders, Record: v.council.ID}))
	h.Shows("People in it", "president of the council")
	noMissing(t)
}
