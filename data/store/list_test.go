package store

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

func titles(rows []data.EngagementRow) (out []string) {
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

func list(t *testing.T, s *Store, f data.EngagementFilter) []string {
	t.Helper()
	p, err := s.Engagements(ctx, f, data.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.CountEngagements(ctx, f)
	if err != nil || n != len(p.Rows) {
		t.Errorf("%+v: %d rows, counted %d (%v)", f, len(p.Rows), n, err)
	}
	return titles(p.Rows)
}

func TestEngagementFilters(t *testing.T) {
	s := fresh(t)
	krivelj, slatina := place("Krivelj", "Кривељ"), place("Slatina", "Слатина")
	marko, grad := person("Primer Đorđe"), &data.Stakeholder{Kind: "organisation", Name: "Grad Bor", Groups: []string{"local_government", "state_authority"}}
	vesna := person("Пример Весна")
	vesna.Groups = []string{"landowner"}
	save(t, s, krivelj, slatina, marko, grad, vesna)
	add := func(title, start, kind, status string, at *data.Settlement, who ...*data.Stakeholder) *data.Engagement {
		e := held(title, start, who...)
		if e.Kind, e.Status = kind, status; at != nil {
			e.Settlement = at.ID
		}
		save(t, s, e)
		return e
	}
	a := add("A first of October", "2026-10-01 00:00", "meeting", "held", krivelj, marko)
	b := add("B last of September", "2026-09-30 23:59", "site_visit", "held", slatina, marko, grad)
	add("C last of October", "2026-10-31 23:59", "meeting", "planned", nil, vesna)
	add("D first of November", "2026-11-01 00:00", "letter", "planned", krivelj)
	day := held("E a day without time", "2026-10-15 10:00", grad, vesna)
	day.Start, day.Settlement, day.Women = data.OnDay("2026-10-15"), slatina.ID, 7
	day.Points = []*data.Point{{Topic: "water", Said: "Бунари су суви"}}
	save(t, s, day)
	binned := add("F in the bin", "2026-10-16 10:00", "meeting", "held", krivelj, marko)
	if _, err := s.Bin(ctx, "engagement", binned.ID); err != nil {
		t.Fatal(err)
	}
	one := func(x data.ID) []data.ID { return []data.ID{x} }
	for _, c := range []struct {
		name string
		f    data.EngagementFilter
		want string // first letters
	}{
		{"all, newest first", data.EngagementFilter{}, "DCEAB"},
		{"oldest first", data.EngagementFilter{OldestFirst: true}, "BAECD"},
		{"October in Belgrade", data.EngagementFilter{From: "2026-10-01", To: "2026-10-31"}, "CEA"},
		{"from", data.EngagementFilter{From: "2026-11-01"}, "D"},
		{"until", data.EngagementFilter{To: "2026-09-30"}, "B"},
		{"kinds", data.EngagementFilter{Kinds: []string{"letter", "site_visit"}}, "DB"},
		{"status", data.EngagementFilter{Statuses: []string{"held"}}, "EAB"},
		{"settlement", data.EngagementFilter{Settlements: one(krivelj.ID)}, "DA"},
		{"settlements", data.EngagementFilter{Settlements: []data.ID{krivelj.ID, slatina.ID}}, "DEAB"},
		{"group", data.EngagementFilter{Groups: []string{"local_government"}}, "EB"},
		{"groups, each meeting once", data.EngagementFilter{Groups: []string{"local_government", "landowner", "state_authority"}}, "CEB"},
		{"stakeholder", data.EngagementFilter{Stakeholder: marko.ID}, "AB"},
		{"stakeholder and group", data.EngagementFilter{Stakeholder: vesna.ID, Groups: []string{"local_government"}}, "E"},
		{"stakeholder, oldest first", data.EngagementFilter{Stakeholder: marko.ID, OldestFirst: true}, "BA"},
		{"evidence", data.EngagementFilter{IDs: []data.ID{a.ID, b.ID}}, "AB"},
		{"unknown evidence", data.EngagementFilter{IDs: one(data.NewID())}, ""},
		{"bin", data.EngagementFilter{Binned: true}, "F"},
		{"text of a point, other script", data.EngagementFilter{Text: "bunar"}, "E"},
		{"text of a name", data.EngagementFilter{Text: "djordje"}, "AB"},
		{"text of a place", data.EngagementFilter{Text: "кривељ"}, "DA"},
		{"text and kind", data.EngagementFilter{Text: "krivelj", Kinds: []string{"letter"}}, "D"},
		{"text and period", data.EngagementFilter{Text: "dom kulture", From: "2026-10-15", To: "2026-10-15"}, "E"},
		{"text and group", data.EngagementFilter{Text: "slatina", Groups: []string{"landowner"}}, "E"},
		{"text and settlement", data.EngagementFilter{Text: "first", Settlements: one(krivelj.ID)}, "DA"},
		{"text and stakeholder", data.EngagementFilter{Text: "september", Stakeholder: grad.ID}, "B"},
		{"text in the bin", data.EngagementFilter{Text: "bin", Binned: true}, "F"},
		{"text, oldest first", data.EngagementFilter{Text: "dom", OldestFirst: true}, "BAECD"},
		{"number", data.EngagementFilter{Text: "E-26-BOR1-0002"}, "B"},
		{"text without a word", data.EngagementFilter{Text: "  *\" "}, ""},
		{"text of an operator", data.EngagementFilter{Text: "first OR last"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, title := range list(t, s, c.f) {
				got += title[:1]
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	p, _ := s.Engagements(ctx, data.EngagementFilter{IDs: one(day.ID)}, data.Page{})
	want := data.EngagementRow{ID: day.ID, Number: day.Number, Title: day.Title, Start: day.Start, Kind: "meeting", Status: "held", Settlement: slatina.ID,
		SettlementName: "Slatina", SettlementCyrl: "Слатина", Named: 2, People: 9, Points: 1}
	if len(p.Rows) != 1 || p.Rows[0] != want {
		t.Errorf("%+v, want %+v", p.Rows, want)
	}
}

// TestPages walks lists page by page while records come in: nothing is shown twice, nothing is left out.
func TestPages(t *testing.T) {
	s := fresh(t)
	var want []string
	for i := range 25 {
		title := fmt.Sprintf("Susret %02d", i)
		save(t, s, held(title, "2026-10-01 10:00"), person(fmt.Sprintf("Primer %02d", i))) // all at the same minute
		want = append(want, title)
	}
	for _, f := range []data.EngagementFilter{{OldestFirst: true}, {}, {Text: "susret"}, {Text: "susret", OldestFirst: true}} {
		var got []string
		page := data.Page{Limit: 4}
		for n := 0; ; n++ {
			p, err := s.Engagements(ctx, f, page)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, titles(p.Rows)...)
			if p.Next == "" {
				break
			}
			page.After = p.Next
			if n == 2 && !f.OldestFirst { // new ones stand before what was read
				late := held("Nov", "2026-10-20 10:00")
				late.Venue = "susret"
				save(t, s, late)
				if _, err := s.Bin(ctx, "engagement", late.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !f.OldestFirst {
			slices.Reverse(got)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v: %v", f, got)
		}
	}
	for _, sort := range []string{"", "settlement", "last_met", "number"} {
		for _, down := range []bool{false, true} {
			seen := map[data.ID]bool{}
			page := data.Page{Limit: 7}
			for pages := 1; ; pages++ {
				p, err := s.Stakeholders(ctx, data.StakeholderFilter{Sort: sort, Descending: down}, page)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range p.Rows {
					if seen[r.ID] {
						t.Errorf("%s comes twice by %q", r.Name, sort)
					}
					seen[r.ID] = true
				}
				if p.Next == "" {
					if pages != 4 {
						t.Errorf("%d pages", pages)
					}
					break
				}
				page.After = p.Next
			}
			if len(seen) != 25 {
				t.Errorf("by %q: %d of 25", sort, len(seen))
			}
		}
	}
}

func TestStartMoves(t *testing.T) {
	s := fresh(t)
	a, b := held("A", "2026-10-01 10:00"), held("B", "2026-10-02 10:00")
	save(t, s, a, b)
	a.Start = moment("2026-10-03 10:00")
	save(t, s, a)
	if got := list(t, s, data.EngagementFilter{}); !slices.Equal(got, []string{"A", "B"}) {
		t.Errorf("%v", got)
	}
	if got := list(t, s, data.EngagementFilter{Text: "a dom"}); len(got) != 1 {
		t.Errorf("found %v after it moved", got)
	}
	wantWhole(t, s)
}

func TestFullMinuteLendsTheNext(t *testing.T) {
	s := fresh(t)
	save(t, s, held("Prvi", "2026-10-01 10:00"))
	err := s.write(ctx, func(x *writing) error { // as if 9,999 more stood in this minute
		x.dirty = true
		return x.exec("UPDATE engagement_list SET doc=? WHERE doc=?", docOf(moment("2026-10-01 10:00").At)+docsPerMinute-1, docOf(moment("2026-10-01 10:00").At))
	})
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, held("Drugi", "2026-10-01 10:00"), held("Treći", "2026-10-01 10:02"))
	if got := list(t, s, data.EngagementFilter{OldestFirst: true}); !slices.Equal(got, []string{"Prvi", "Drugi", "Treći"}) {
		t.Errorf("%v", got)
	}
}

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

func TestValues(t *testing.T) {
	s := fresh(t)
	for i, venue := range []string{"Dom kulture", "Дом здравља", "Škola", "Dom kulture"} {
		e := held("Susret", "2026-10-01 10:00")
		e.Venue, e.Officers, e.Tags = venue, []string{"Primer Oficir", fmt.Sprint("Drugi ", i)}, []string{"voda"}
		save(t, s, e)
		if i == 2 {
			e.Venue = "Crkva"
			save(t, s, e)
		}
	}
	for _, c := range []struct {
		typ, column, typed string
		want               []string
	}{
		{"engagement", "venue", "dom", []string{"Dom kulture", "Дом здравља"}},
		{"engagement", "venue", "здрав", []string{"Дом здравља"}},
		{"engagement", "venue", "", []string{"Dom kulture", "Crkva", "Дом здравља"}},
		{"engagement", "venue", "škola", nil},
		{"engagement", "officers", "primer", []string{"Primer Oficir"}},
		{"engagement", "tags", "v", []string{"voda"}},
		{"engagement", "notes", "a", nil},
		{"nothing", "venue", "a", nil},
	} {
		if got, err := s.Values(ctx, c.typ, c.column, c.typed, 10); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s.%s %q: %v %v, want %v", c.typ, c.column, c.typed, got, err, c.want)
		}
	}
	if got, err := s.Values(ctx, "engagement", "officers", "", 2); err != nil || len(got) != 2 {
		t.Errorf("%v %v", got, err)
	}
	wantWhole(t, s)
}

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

// TestPlans prepares the queries behind every list and looks at how SQLite would run them: no list may walk through a whole table of records
// or sort what it found.
func TestPlans(t *testing.T) {
	s := fresh(t)
	village(t, s)
	id := data.NewID()
	slow := regexp.MustCompile(`TEMP B-TREE|^SCAN (e|s|p|o|engagement|stakeholder|attendance|point|change|attended|settlement)\b|AUTOMATIC`)
	var seen, bad []string
	plan := func(name, query string, args []any) {
		t.Helper()
		seen = append(seen, name)
		err := s.read(ctx, func(r *reading) error {
			return r.each(func(sc scanner) error {
				var a, b, c int
				var detail string
				if err := sc.Scan(&a, &b, &c, &detail); err != nil {
					return err
				}
				if slow.MatchString(detail) {
					bad = append(bad, name+": "+detail)
				}
				return nil
			}, "EXPLAIN QUERY PLAN "+query, args...)
		})
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, query)
		}
	}
	filters := map[string]data.EngagementFilter{
		"all": {}, "oldest": {OldestFirst: true}, "period": {From: "2026-01-01", To: "2026-12-31"}, "kind": {Kinds: []string{"a"}}, "status": {Statuses: []string{"a"}},
		"settlement": {Settlements: []data.ID{id}}, "settlements": {Settlements: []data.ID{id, id}}, "group": {Groups: []string{"a"}}, "groups": {Groups: []string{"a", "b"}},
		"stakeholder": {Stakeholder: id}, "ids": {IDs: []data.ID{id}}, "bin": {Binned: true}, "text": {Text: "voda"}, "text oldest": {Text: "voda", OldestFirst: true},
		"text and all": {Text: "voda", Kinds: []string{"a"}, Statuses: []string{"a"}, Settlements: []data.ID{id, id}, Groups: []string{"a"}, Stakeholder: id, From: "2026-01-01"},
		"all but text": {Kinds: []string{"a"}, Statuses: []string{"a"}, Settlements: []data.ID{id}, Groups: []string{"a"}, Stakeholder: id, From: "2026-01-01"},
	}
	for name, f := range filters {
		q, _ := engagementQuery(engagementColumns, engagementJoins, f, "202610010000")
		q.add(" ORDER BY "+docColumn(f)+direction(!f.OldestFirst)+" LIMIT ?", 51)
		plan("engagements "+name, q.String(), q.args)
		q, _ = engagementQuery("SELECT count(*)", "", f, "")
		plan("count "+name, q.String(), q.args)
	}
	for _, sort := range []string{"name", "settlement", "last_met", "number"} {
		for _, f := range []data.StakeholderFilter{{Sort: sort}, {Sort: sort, Descending: true}, {Sort: sort, Text: "a"}, {Sort: sort, Groups: []string{"a"}, Kind: "person", Settlement: id}} {
			q, _ := stakeholderQuery(stakeholderColumns, stakeholderJoins, f)
			keys := sortKeys(f)
			q.add(" ORDER BY " + strings.Join(keys, direction(f.Descending)+",") + direction(f.Descending) + " LIMIT 51")
			plan("register "+sort, q.String(), q.args)
		}
	}
	for i, tier := range findTiers("mar") {
		plan(fmt.Sprint("find ", i), tier.query, append(tier.args, 8))
	}
	for _, b := range bad {
		t.Error(b)
	}
	if len(seen) < 50 {
		t.Errorf("only %d plans were looked at", len(seen))
	}
	bad = nil // would a slow query be seen?
	plan("control", "SELECT title FROM engagement ORDER BY venue", nil)
	if len(bad) != 2 {
		t.Errorf("of the control only %v was seen", bad)
	}
}

func TestCancelledReading(t *testing.T) {
	s := fresh(t)
	village(t, s)
	gone, cancel := context.WithCancel(ctx)
	cancel()
	for range 10 {
		if _, err := s.Engagements(gone, data.EngagementFilter{}, data.Page{}); err != context.Canceled {
			t.Fatal(err)
		}
		if _, err := s.Save(gone, person("Primer")); err != context.Canceled {
			t.Fatal(err)
		}
	}
	if n, err := s.CountEngagements(ctx, data.EngagementFilter{}); err != nil || n != 2 {
		t.Errorf("after cancelled ones: %d %v", n, err)
	}
}
