package store

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
)

// village fills a database with a little of everything.
func village(t testing.TB, s *Store) (*data.Settlement, []*data.Stakeholder, []*data.Engagement) {
	t.Helper()
	krivelj := place("Krivelj", "Кривељ")
	people := []*data.Stakeholder{person("Primer Marko"), person("Пример Цвета"), {Kind: "organisation", Name: "Primer grada Bora", Groups: []string{"local_government"}}}
	save(t, s, krivelj, people[0], people[1], people[2])
	people[0].Memberships = []*data.Membership{{Organisation: people[2].ID, Role: "inspektor", From: "2025-01-01"}}
	people[0].Assessments = []*data.Assessment{{On: "2026-01-05", Influence: 4, Interest: 3, Position: "neutral"}}
	people[1].Relations = []*data.Relation{{Other: people[0].ID, Kind: "family"}}
	people[1].Represents, people[1].Groups = people[2].ID, []string{"landowner", "individual"}
	save(t, s, people[0], people[1])
	var es []*data.Engagement
	for i, title := range []string{"Bunari u Krivelju", "Прашина на путу", "尾矿和粉尘 <&>"} {
		e := held(title, []string{"2026-10-01 18:00", "2026-10-15 10:00", "2026-09-30 23:59"}[i], people[:i+1]...)
		e.Settlement, e.Women, e.Men, e.Tags = krivelj.ID, i, 2, []string{"voda", "put"}
		e.Points = []*data.Point{{Topic: "water", RaisedBy: people[0].ID, Said: "Rečeno \"ovako\"\n\ni onako", Satisfied: "partly"}}
		save(t, s, e)
		es = append(es, e)
	}
	es[1].Title, es[1].Attendance = "Prašina, drugi put", es[1].Attendance[:1]
	save(t, s, es[1])
	if _, err := s.Bin(ctx, "engagement", es[2].ID); err != nil {
		t.Fatal(err)
	}
	return krivelj, people, es
}

func export(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func wantWhole(t testing.TB, s *Store) {
	t.Helper()
	r, err := s.Check(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Errorf("check: %s", f)
	}
}

func TestExportImportIsLossless(t *testing.T) {
	a := fresh(t)
	village(t, a)
	if err := a.SetSample(ctx); err != nil {
		t.Fatal(err)
	}
	wantWhole(t, a)
	first := export(t, a)
	o := options()
	o.Laptop, o.Origin = "MAJ1", 99
	b := reopen(t, filepath.Join(t.TempDir(), "b.db"), o)
	r, err := b.Import(ctx, strings.NewReader(first), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Made != r.Taken || r.Taken == 0 || len(r.Refused) > 0 || !r.Batch.IsZero() {
		t.Errorf("result %+v", r)
	}
	if second := export(t, b); second != first {
		t.Errorf("the export of the import differs:\n%s\n%s", first, second)
	}
	wantWhole(t, b)
	if yes, err := b.IsSample(ctx); err != nil || !yes {
		t.Errorf("the mark of the sample is lost: %v", err)
	}
	e := held("Posle", "2026-10-03 10:00")
	save(t, b, e)
	if e.Number != "E-26-MAJ1-0001" {
		t.Errorf("number %s", e.Number)
	}
}
