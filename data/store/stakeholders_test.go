package store

import (
	"slices"
	"testing"

	"dogovor/data"
)

func names(rows []data.StakeholderRow) (out []string) {
	for _, r := range rows {
		out = append(out, r.Name)
	}
	return out
}

func TestRegister(t *testing.T) {
	s := fresh(t)
	bor, zlot := place("Bor", "Бор"), place("Zlot", "Злот")
	save(t, s, bor, zlot)
	order := []string{"Čedomir", "Цветковић", "Cvijić", "Џаја", "Đorđević", "Luković", "Љубић", "Николић", "Njegoš", "Žikić"}
	want := []string{"Цветковић", "Cvijić", "Čedomir", "Џаја", "Đorđević", "Luković", "Љубић", "Николић", "Njegoš", "Žikić"}
	people := map[string]*data.Stakeholder{}
	for i, n := range order {
		p := person(n)
		if p.Settlement = bor.ID; i%2 == 1 {
			p.Settlement, p.Groups = zlot.ID, []string{"landowner", "farmer"}
		}
		people[n] = p
		save(t, s, p)
	}
	get := func(f data.StakeholderFilter) []string {
		t.Helper()
		p, err := s.Stakeholders(ctx, f, data.Page{Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.CountStakeholders(ctx, f); err != nil || n != len(p.Rows) {
			t.Errorf("counted %d of %d: %v", n, len(p.Rows), err)
		}
		return names(p.Rows)
	}
	if got := get(data.StakeholderFilter{}); !slices.Equal(got, want) {
		t.Errorf("by name\n%v, want\n%v", got, want)
	}
	if got := get(data.StakeholderFilter{Sort: "number"}); !slices.Equal(got, order) {
		t.Errorf("by number %v", got)
	}
	save(t, s, held("Susret", "2026-10-01 10:00", people["Љубић"]), held("Drugi", "2026-10-02 10:00", people["Žikić"], people["Љубић"]), held("Treći", "2026-10-03 10:00", people["Žikić"]))
	if got := get(data.StakeholderFilter{Sort: "last_met", Descending: true}); !slices.Equal(got[:2], []string{"Žikić", "Љубић"}) {
		t.Errorf("by last met %v", got)
	}
	if got := get(data.StakeholderFilter{Sort: "settlement"}); !slices.Equal(got[:2], []string{"Čedomir", "Cvijić"}) && !slices.Equal(got[:2], []string{"Cvijić", "Čedomir"}) {
		t.Errorf("by settlement %v", got)
	}
	if got := get(data.StakeholderFilter{Settlement: zlot.ID, Groups: []string{"landowner"}, Text: "djordje"}); len(got) != 0 {
		t.Errorf("filtered %v", got)
	}
	if got := get(data.StakeholderFilter{Groups: []string{"landowner", "farmer"}, Text: "злот ци"}); len(got) != 0 {
		t.Errorf("filtered %v", got)
	}
	if got := get(data.StakeholderFilter{Text: "злот цве"}); !slices.Equal(got, []string{"Цветковић"}) {
		t.Errorf("text %v", got)
	}
	if got := get(data.StakeholderFilter{IDs: []data.ID{people["Cvijić"].ID}}); !slices.Equal(got, []string{"Cvijić"}) {
		t.Errorf("ids %v", got)
	}
	if _, err := s.Bin(ctx, "stakeholder", people["Cvijić"].ID); err != nil {
		t.Fatal(err)
	}
	if got := get(data.StakeholderFilter{Binned: true}); !slices.Equal(got, []string{"Cvijić"}) {
		t.Errorf("bin %v", got)
	}
	// A settlement gets another name: everything that shows or finds it follows.
	zlot.Name, zlot.NameCyrl = "Aldinac", "Алдинац"
	save(t, s, zlot)
	if got := get(data.StakeholderFilter{Text: "алдинац", Sort: "settlement"}); len(got) != 5-1 && len(got) != 5 {
		t.Errorf("renamed %v", got)
	}
	wantWhole(t, s)
}

func TestFindStakeholders(t *testing.T) {
	s := fresh(t)
	grad := &data.Stakeholder{Kind: "organisation", Name: "Marina Bor"}
	save(t, s, grad)
	var recs []data.Record
	for _, n := range []string{"Tamara Primer", "Ana Marković", "Марко", "Marko Primer", "Primer Marko", "Nemar Primer", "示例 马克"} {
		recs = append(recs, person(n))
	}
	ana := person("Jelena Primer")
	ana.OtherNames, ana.Memberships = []string{"Jela Marjanović"}, []*data.Membership{{Organisation: grad.ID, Role: "vozač"}}
	save(t, s, append(recs, ana)...)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"marko", []string{"Марко", "Marko Primer", "Primer Marko", "Ana Marković"}},
		{"МАРКО", []string{"Марко", "Marko Primer", "Primer Marko", "Ana Marković"}},
		{"mar", []string{"Marina Bor", "Марко", "Marko Primer", "Jelena Primer", "Primer Marko", "Ana Marković", "Nemar Primer", "Tamara Primer"}},
		{"primer mar", []string{"Primer Marko", "Jelena Primer", "Marko Primer"}},
		{"马", []string{"示例 马克"}},
		{"amar", []string{"Tamara Primer"}},
		{"xyz", nil},
		{" * ", nil},
	} {
		got, err := s.FindStakeholders(ctx, c.text, 20)
		if err != nil {
			t.Fatal(err)
		}
		if g := names(got); !slices.Equal(g, c.want) {
			t.Errorf("%q: %v, want %v", c.text, g, c.want)
		}
	}
	if got, err := s.FindStakeholders(ctx, "primer", 3); err != nil || len(got) != 3 {
		t.Errorf("limit: %v %v", names(got), err)
	}
	if got, err := s.FindStakeholders(ctx, "", 3); err != nil || len(got) != 3 {
		t.Errorf("nothing typed: %v %v", names(got), err)
	}
	// The organisation gets another name: its people are found by it.
	grad.Name = "Luka Prahovo"
	save(t, s, grad)
	if got, err := s.FindStakeholders(ctx, "prahovo", 3); err != nil || !slices.Equal(names(got), []string{"Jelena Primer", "Luka Prahovo"}) {
		t.Errorf("%v %v", names(got), err)
	}
	wantWhole(t, s)
}

func TestMembers(t *testing.T) {
	s := fresh(t)
	council, school := &data.Stakeholder{Kind: "organisation", Name: "Mesna zajednica"}, &data.Stakeholder{Kind: "organisation", Name: "Škola"}
	save(t, s, council, school)
	ana, ivo, gone := person("Primer Ana"), person("Primer Ivo"), person("Primer Mira")
	ana.Memberships = []*data.Membership{{Organisation: council.ID, Role: "predsednica"}, {Organisation: school.ID}}
	ivo.Memberships = []*data.Membership{{Organisation: council.ID, Role: "član", From: "2020-01-01", To: "2024-01-01"}}
	gone.Memberships = []*data.Membership{{Organisation: council.ID}}
	save(t, s, ana, ivo, gone)
	if _, err := s.Bin(ctx, "stakeholder", gone.ID); err != nil {
		t.Fatal(err)
	}
	got := map[data.ID]string{}
	ms, err := s.Members(ctx, council.ID)
	for _, m := range ms {
		got[m.Stakeholder] = m.Role
	}
	if err != nil || len(ms) != 2 || got[ana.ID] != "predsednica" || got[ivo.ID] != "član" {
		t.Errorf("%v %v", got, err)
	}
}
