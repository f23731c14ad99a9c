package store

import (
	"slices"
	"testing"
	"time"

	"dogovor/data"
)

func TestDataset(t *testing.T) {
	s := fresh(t)
	krivelj := place("Krivelj", "")
	a, b, secret, gone := person("Primer A"), person("Primer B"), person("Primer C"), person("Primer D")
	a.Sex, a.Party, a.Groups = "female", "affected", []string{"landowner"}
	a.Assessments = []*data.Assessment{{On: "2026-07-01", Influence: 2}, {On: "2026-08-10", Influence: 5}, {On: "2026-08-20", Position: "neutral"}}
	secret.Confidentiality = "restricted"
	save(t, s, krivelj, a, b, secret, gone)
	e := held("Prvi", "2026-08-01 00:00", a, b, secret, gone)
	e.Settlement, e.Women, e.Men, e.Undeclared, e.Planned, e.Initiator = krivelj.ID, 1, 2, 3, true, "company"
	hidden := held("Tajni", "2026-08-02 10:00", a)
	hidden.Confidentiality = "restricted"
	save(t, s, e, hidden, held("Poslednji", "2026-08-31 23:59", b), held("Kasnije", "2026-09-01 00:00", b), &data.Engagement{Title: "Plan", Status: "planned", Start: moment("2026-08-05 10:00"), Venue: "x"})
	if _, err := s.Bin(ctx, "stakeholder", gone.ID); err != nil {
		t.Fatal(err)
	}
	d, err := s.Dataset(ctx, data.MonthOf("2026-08-01"), false)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Engagements) != 2 || d.Engagements[0].Title != "Prvi" || d.Engagements[1].Title != "Poslednji" {
		t.Fatalf("%+v", d.Engagements)
	}
	x := d.Engagements[0]
	if !slices.Equal(sorted(x.Attendees), sorted([]data.ID{a.ID, b.ID})) || x.Women != 1 || x.Men != 2 || x.Undeclared != 3 || !x.Planned || x.Initiator != "company" || x.Settlement != krivelj.ID ||
		x.Start.Format(time.DateTime) != "2026-08-01 00:00:00" || x.Number != e.Number {
		t.Errorf("%+v", x)
	}
	if len(d.Stakeholders) != 2 || d.Stakeholders[a.ID].Influence != 5 || !d.Stakeholders[a.ID].Affected || !d.Stakeholders[a.ID].Person || d.Stakeholders[a.ID].Groups[0] != "landowner" {
		t.Errorf("%+v", d.Stakeholders)
	}
	if len(d.Settlements) != 1 || !d.Settlements[0].InArea {
		t.Errorf("%+v", d.Settlements)
	}
	if rows, err := s.FindStakeholders(ctx, "Primer A", 1); err != nil || len(rows) != 1 || rows[0].Influence != 5 || rows[0].Position != "neutral" {
		t.Errorf("who notes a position alone has not taken back the influence: %+v %v", rows, err)
	}
	if d, _ = s.Dataset(ctx, data.MonthOf("2026-07-01"), false); len(d.Engagements) != 0 || d.Stakeholders[a.ID].Influence != 2 {
		t.Errorf("July: %+v", d)
	}
	if d, _ = s.Dataset(ctx, data.MonthOf("2026-08-01"), true); len(d.Engagements) != 3 || len(d.Stakeholders) != 3 || len(d.Engagements[0].Attendees) != 3 {
		t.Errorf("with restricted ones: %+v", d)
	}
}

func sorted(ids []data.ID) []data.ID {
	slices.SortFunc(ids, data.ID.Compare)
	return ids
}
