package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

// valley is a small database with something of every type.
func valley(t testing.TB) *Store {
	t.Helper()
	s := fresh(t)
	krivelj, zlot := place("Krivelj", "Кривељ"), place("Zlot", "Злот")
	save(t, s, krivelj, zlot)
	dorde := person("Ђорђе Шарбановац")
	dorde.Phones = []string{"+381 63 123-45-67", "030/555-666"}
	dorde.OtherNames, dorde.Settlement, dorde.Notes = []string{"Djole Kovač"}, krivelj.ID, "Ima bunar iza kuće."
	ana := person("Ana Lukić")
	ana.Groups, ana.Settlement = []string{"landowner"}, zlot.ID
	grad := &data.Stakeholder{Kind: "organisation", Name: "Mesna zajednica Krivelj", Groups: []string{"local_government"}, Settlement: krivelj.ID}
	wang := person("王小明")
	save(t, s, dorde, ana, grad, wang)
	dorde.Memberships = []*data.Membership{{Organisation: grad.ID, Role: "predsednik"}}
	save(t, s, dorde)
	e := held("Sastanak o bunarima", "2026-10-20 18:00", dorde, grad)
	e.Settlement, e.Kind = krivelj.ID, "public_meeting"
	e.Points = []*data.Point{{Topic: "water", Said: "Бунари су пресушили прошлог лета, каже народ; питали су шта ће предузети фирма", Answer: "Merimo nivo vode u ponedeljak"}}
	visit := held("Poseta domaćinstvu", "2026-09-01 10:00", ana)
	visit.Settlement, visit.Kind, visit.Notes = zlot.ID, "house_visit", "兹洛特村的水井干了"
	save(t, s, e, visit)
	promise := &data.Commitment{Promise: "Izmeriti nivo vode u bunarima", MadeOn: "2026-10-20", Due: "2026-10-25", Topic: "water", Settlement: krivelj.ID, Engagement: e.ID, Owner: "Jovana Ilić",
		Recipients: []*data.Recipient{{Stakeholder: dorde.ID}}}
	issue := &data.Issue{Text: "Prašina sa puta", Kind: "concern", Topic: "air_dust", RaisedOn: "2026-09-01", Settlement: zlot.ID, Raisers: []*data.Raiser{{Stakeholder: ana.ID}}}
	task := &data.Task{Text: "Pozvati laboratoriju", MadeOn: "2026-10-20", Owner: "Jovana Ilić", Engagement: e.ID}
	save(t, s, promise, issue, task)
	return s
}

// searched searches and writes each hit as "type title".
func searched(t testing.TB, s *Store, q data.Search, limit int) (out []string, hits []data.Hit) {
	t.Helper()
	hits, err := s.Search(ctx, q, limit)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	for _, h := range hits {
		out = append(out, h.Type+" "+h.Title)
	}
	return out, hits
}

func marked(text string, marks [][2]int) (out []string) {
	for _, m := range marks {
		out = append(out, text[m[0]:m[1]])
	}
	return out
}

func TestSearch(t *testing.T) {
	s := valley(t)
	const (
		dorde   = "stakeholder Ђорђе Шарбановац"
		mz      = "stakeholder Mesna zajednica Krivelj"
		krivelj = "settlement Krivelj"
		meeting = "engagement Sastanak o bunarima"
		visit   = "engagement Poseta domaćinstvu"
		promise = "commitment Izmeriti nivo vode u bunarima"
		issue   = "issue Prašina sa puta"
		task    = "task Pozvati laboratoriju"
	)
	for _, c := range []struct {
		text  string
		match string // of the first
		want  []string
	}{
		{"djordje sarb", data.HitBegins, []string{dorde, meeting, promise}},
		{"Шарбановац Ђорђе", data.HitSame, []string{dorde, meeting, promise}},
		{"dorde", data.HitBegins, []string{dorde, meeting, promise}},
		{"đole", data.HitBegins, []string{dorde, meeting, promise}},
		{"ŠARBANOVAC", data.HitName, []string{dorde, meeting, promise}},
		{"banovac", data.HitWithin, []string{dorde}},
		{"sarbonovac", data.HitNear, []string{dorde}},
		{"dorde sarbanovc", data.HitNear, []string{dorde}},
		{"sarbano", data.HitName, []string{dorde, meeting, promise}},
		{"sarbnov", data.HitNear, []string{dorde}},
		{"krivlj", data.HitNear, []string{krivelj, mz}},
		{"1", data.HitNumber, []string{dorde, meeting, issue, promise, task}},
		{"0002", data.HitNumber, []string{"stakeholder Ana Lukić", visit}},
		{"kriv", data.HitBegins, []string{krivelj, mz, dorde, meeting, promise}},
		{"кривељ", data.HitSame, []string{krivelj, mz, dorde, meeting, promise}},
		{"k", data.HitBegins, []string{krivelj, mz, dorde, meeting, visit, promise}},
		{"E-26-BOR1-0001", data.HitNumber, []string{meeting}},
		{"e 26 bor1 1", data.HitNumber, []string{meeting}},
		{"Е-26-БОР1-0001", data.HitNumber, []string{meeting}},
		{"e-26", data.HitNumber, []string{meeting, visit}},
		{"063/1234567", data.HitNumber, []string{dorde}},
		{"0631234", data.HitNumber, []string{dorde}},
		{"030 555", data.HitNumber, []string{dorde}},
		{"381635", "", nil},
		{"bunar", data.HitName, []string{meeting, promise, dorde}},
		{"bunari presušili", data.HitText, []string{meeting}},
		{"预", "", nil},
		{"水井", data.HitText, []string{visit}},
		{"村的水", data.HitText, []string{visit}},
		{"小明", data.HitName, []string{"stakeholder 王小明"}},
		{"明", data.HitName, []string{"stakeholder 王小明"}},
		{"prašin", data.HitBegins, []string{issue}},
		{"laborator", data.HitName, []string{task}},
		{"ana", data.HitBegins, []string{"stakeholder Ana Lukić", visit, issue}},
		{"zzz", "", nil},
		{"—", "", nil},
	} {
		got, hits := searched(t, s, data.Search{Text: c.text}, 20)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q finds\n %s, want\n %s", c.text, strings.Join(got, "; "), strings.Join(c.want, "; "))
			continue
		}
		if len(hits) > 0 && hits[0].Match != c.match {
			t.Errorf("%q is found by %s, want %s", c.text, hits[0].Match, c.match)
		}
		for i, h := range hits {
			if h.Rank != i+1 || h.ID.IsZero() {
				t.Errorf("%q: hit %d is %+v", c.text, i, h)
			}
			if len(h.TitleMarks)+len(h.Marks) == 0 && h.Match != data.HitNumber && !strings.Contains(c.text, "ole") {
				t.Errorf("%q: nothing is marked in %s: %q %q", c.text, h.Title, h.Field, h.Snippet)
			}
		}
	}
}

func TestSearchShowsWhere(t *testing.T) {
	s := valley(t)
	for _, c := range []struct {
		text, title    string
		titleMarks     []string
		field, snippet string
		marks          []string
	}{
		{"bunari presus", "Sastanak o bunarima", []string{"bunarima"}, "point.said", "Бунари су пресушили", []string{"Бунари", "пресушили"}},
		{"sastanak preduzeti", "Sastanak o bunarima", []string{"Sastanak"}, "point.said", "предузети", []string{"предузети"}},
		{"bunar iza", "Ђорђе Шарбановац", nil, "stakeholder.notes", "Ima bunar iza kuće.", []string{"bunar", "iza"}},
		{"izmeriti dorde", "Izmeriti nivo vode u bunarima", []string{"Izmeriti"}, "recipient.stakeholder", "Ђорђе Шарбановац, Djole Kovač", []string{"Ђорђе"}},
		{"poseta zlot", "Poseta domaćinstvu", []string{"Poseta"}, "engagement.settlement", "Zlot, Злот", []string{"Zlot", "Злот"}},
		{"水井", "Poseta domaćinstvu", nil, "engagement.notes", "兹洛特村的水井干了", []string{"水井"}},
		{"banovac", "Ђорђе Шарбановац", []string{"бановац"}, "", "", nil},
		{"sarbonovac", "Ђорђе Шарбановац", []string{"Шарбановац"}, "", "", nil},
		{"djole", "Ђорђе Шарбановац", nil, "stakeholder.other_names", "Djole Kovač", []string{"Djole"}},
	} {
		_, hits := searched(t, s, data.Search{Text: c.text}, 20)
		i := slices.IndexFunc(hits, func(h data.Hit) bool { return h.Title == c.title })
		if i < 0 {
			t.Errorf("%q does not find %s", c.text, c.title)
			continue
		}
		h := hits[i]
		if got := marked(h.Title, h.TitleMarks); !slices.Equal(got, c.titleMarks) {
			t.Errorf("%q marks %q in %s, want %q", c.text, got, h.Title, c.titleMarks)
		}
		if got := marked(h.Snippet, h.Marks); h.Field != c.field || !strings.Contains(h.Snippet, c.snippet) || !slices.Equal(got, c.marks) {
			t.Errorf("%q shows %s %q with %q, want %s %q with %q", c.text, h.Field, h.Snippet, got, c.field, c.snippet, c.marks)
		}
	}
}

func TestSearchNarrowed(t *testing.T) {
	s := valley(t)
	places, err := s.Settlements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var krivelj data.ID
	for _, p := range places {
		if p.Name == "Krivelj" {
			krivelj = p.ID
		}
	}
	for i, c := range []struct {
		q    data.Search
		want string
	}{
		{data.Search{Settlements: []data.ID{krivelj}}, "stakeholder settlement engagement commitment stakeholder"},
		{data.Search{Settlements: []data.ID{data.NewID()}}, ""},
		{data.Search{Settlements: []data.ID{krivelj}, Text: "bunar"}, "engagement commitment stakeholder"},
		{data.Search{Kinds: []string{"public_meeting", "house_visit"}}, "engagement engagement"},
		{data.Search{Kinds: []string{"house_visit"}, Text: "ana"}, "engagement"},
		{data.Search{Kinds: []string{"organisation"}}, "stakeholder"},
		{data.Search{Topics: []string{"water"}}, "engagement commitment"},
		{data.Search{Topics: []string{"air_dust"}}, "issue"},
		{data.Search{Groups: []string{"landowner"}}, "stakeholder engagement issue"},
		{data.Search{Groups: []string{"local_government"}, Types: []string{"engagement"}}, "engagement"},
		{data.Search{From: "2026-10-01"}, "stakeholder engagement commitment task stakeholder"},
		{data.Search{To: "2026-09-30"}, "stakeholder engagement issue"},
		{data.Search{From: "2026-09-01", To: "2026-09-01", Types: []string{"engagement"}}, "engagement"},
		{data.Search{Statuses: []string{"held"}}, "engagement engagement"},
		{data.Search{Statuses: []string{"open"}}, "issue commitment task"},
		{data.Search{Statuses: []string{data.FollowOverdue}}, ""}, // the clock stands at 21 October
		{data.Search{Types: []string{"settlement"}}, "settlement settlement"},
		{data.Search{Types: []string{"task", "issue"}}, "issue task"},
		{data.Search{Phrases: []string{"nivo vode"}}, "engagement commitment"},
		{data.Search{Phrases: []string{"vode nivo"}}, ""},
		{data.Search{Phrases: []string{"ниво воде"}, Text: "pone"}, "engagement"},
		{data.Search{Phrases: []string{"水井"}}, "engagement"},
		{data.Search{Types: []string{"stakeholder"}, Text: "sarbonovac"}, "stakeholder"},
		{data.Search{Types: []string{"stakeholder"}, Text: "063/123"}, "stakeholder"},
		{data.Search{Types: []string{"engagement"}, Text: "E-26-"}, "engagement engagement"},
		{data.Search{Nothing: true}, ""},
	} {
		_, hits := searched(t, s, c.q, 20)
		var got []string
		for _, h := range hits {
			got = append(got, h.Type)
		}
		slices.Sort(got)
		want := strings.Fields(c.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%d: %+v finds %v, want %v", i, c.q, got, want)
		}
	}
}

func TestSearchRecent(t *testing.T) {
	s := valley(t)
	got, hits := searched(t, s, data.Search{}, 4)
	if want := []string{"task Pozvati laboratoriju", "issue Prašina sa puta", "commitment Izmeriti nivo vode u bunarima", "engagement Poseta domaćinstvu"}; !slices.Equal(got, want) {
		t.Errorf("changed last: %q, want %q", got, want)
	}
	if _, err := s.Bin(ctx, "task", hits[0].ID); err != nil {
		t.Fatal(err)
	}
	if got, _ := searched(t, s, data.Search{}, 1); got[0] != "issue Prašina sa puta" {
		t.Errorf("what is in the bin is offered: %q", got)
	}
	if got, _ := searched(t, s, data.Search{Text: "laboratoriju"}, 5); len(got) > 0 {
		t.Errorf("what is in the bin is found: %q", got)
	}
}

// Of many that fit, every type keeps a few places, and the best of all come first.
func TestSearchKeepsPlacesForEachType(t *testing.T) {
	s := valley(t)
	for i := range 30 {
		save(t, s, person(fmt.Sprintf("Bunarević Primer %d", i)), held(fmt.Sprintf("Bunarska komisija %d", i), "2026-08-01 10:00"))
	}
	_, hits := searched(t, s, data.Search{Text: "bunar"}, 12)
	count := map[string]int{}
	for _, h := range hits {
		count[h.Type]++
	}
	if len(hits) != 12 || count["stakeholder"] < 3 || count["engagement"] < 3 || count["commitment"] != 1 || hits[0].Type != "stakeholder" {
		t.Errorf("of 12 places: %v", count)
	}
}

func TestPickersForgiveATypingError(t *testing.T) {
	s := valley(t)
	for _, c := range []struct{ typed, want string }{
		{"sarbonovac", "Ђорђе Шарбановац"}, {"djordje sarbanovc", "Ђорђе Шарбановац"}, {"mesna zajedica", "Mesna zajednica Krivelj"},
		{"sarbonov", ""}, {"ane", ""}, {"zzzzz", ""}, // half typed, too short, nobody
		{"sarbanov", "Ђорђе Шарбановац"},
	} {
		rows, err := s.FindStakeholders(ctx, c.typed, 5)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, r.Name)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%q finds %q, want %q", c.typed, got, c.want)
		}
	}
}

// The number of somebody who was merged into another stands on papers: it finds the one that was kept.
func TestSearchFindsTheNumberOfTheMerged(t *testing.T) {
	s := fresh(t)
	a, b, c := person("Ana Ilić"), person("Ana Ilic"), person("Ана Илић")
	save(t, s, a, b, c)
	for _, pair := range [][2]data.ID{{b.ID, c.ID}, {a.ID, b.ID}} {
		if _, err := s.Merge(ctx, pair[0], pair[1], nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, number := range []string{a.Number, b.Number, c.Number} {
		if _, hits := searched(t, s, data.Search{Text: number}, 5); len(hits) != 1 || hits[0].ID != a.ID || hits[0].Match != data.HitNumber {
			t.Errorf("%s finds %+v", number, hits)
		}
	}
}
