package indicator

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

// id makes an id of a short name, so that cases can be read.
func id(name string) data.ID { return data.SettlementID("test", name) }

func ids(names ...string) (out []data.ID) {
	for _, n := range names {
		out = append(out, id(n))
	}
	return out
}

func clock(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

var october = data.Period{From: "2026-10-01", To: "2026-10-31"}

// register is a small world: three people and two organisations, two settlements in the area and one outside.
func register(period data.Period, es ...Engagement) *Dataset {
	d := &Dataset{Period: period, Stakeholders: map[data.ID]*Stakeholder{}, Engagements: es, Settlements: []Settlement{
		{ID: id("Bor"), Name: "Bor", InArea: true}, {ID: id("Krivelj"), Name: "Krivelj", InArea: true}, {ID: id("Zaječar"), Name: "Zaječar"}}}
	early := clock("2026-01-05T08:00:00Z")
	for n, s := range map[string]Stakeholder{
		"ana":     {Number: "S-1", Person: true, Sex: "female", Groups: []string{"individual", "landowner"}, Affected: true},
		"boris":   {Number: "S-2", Person: true, Sex: "male", Groups: []string{"landowner"}, Influence: 3},
		"vera":    {Number: "S-3", Person: true, Sex: "undeclared", Groups: nil},
		"city":    {Number: "S-4", Sex: "", Groups: []string{"local_government"}, Influence: 5},
		"council": {Number: "S-5", Groups: []string{"local_community", "beekeepers"}, Influence: 4},
	} {
		s.ID, s.Since = id(n), early
		d.Stakeholders[s.ID] = &s
	}
	for i := range d.Engagements {
		e := &d.Engagements[i]
		e.ID, e.Number = id(e.Title), "E-"+e.Title
		if e.Start.IsZero() {
			e.Start = clock("2026-10-14T16:00:00Z")
		}
	}
	return d
}

// numbers are what the evidence names: "E-a E-b".
func numbers(refs []Ref) string {
	var out []string
	for _, r := range refs {
		out = append(out, r.Number)
	}
	return strings.Join(out, " ")
}

func want(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}

func part(t *testing.T, f Figure, key string) Part {
	t.Helper()
	for _, p := range f.Parts {
		if p.Key == key {
			return p
		}
	}
	t.Fatalf("%s has no part %s", f.Code, key)
	return Part{}
}

func rows(t *testing.T, f Figure, by string) (out []string) {
	t.Helper()
	for _, s := range f.Splits {
		if s.By != by {
			continue
		}
		for _, r := range s.Rows {
			label := r.Key
			if r.Label != "" {
				label = r.Label
			}
			out = append(out, label+"="+numbers(r.Evidence))
			want(t, f.Code+" "+label, r.Numerator, len(r.Evidence))
			want(t, f.Code+" "+label, *r.Value, float64(len(r.Evidence)))
		}
	}
	return out
}

func TestEmptyPeriod(t *testing.T) {
	d := register(october)
	for _, f := range All(d) {
		want(t, f.Code+" evidence", len(f.Evidence), 0)
		if f.Evidence == nil {
			t.Errorf("%s: evidence must be an empty list in JSON, not null", f.Code)
		}
		switch f.Code {
		case "G4":
			if f.Share || f.Value != nil {
				t.Errorf("the median of nothing is %+v", f.Ratio)
			}
		case "E5", "E6", "I2", "I3", "I4", "C2", "C4", "G2", "G3", "G5", "G6", "G7":
			if !f.Share || f.Value != nil || f.Denominator != 0 {
				t.Errorf("%s of nothing is %+v, not n/a", f.Code, f.Ratio)
			}
		case "E7", "E8":
			want(t, f.Code, *f.Value, 0.0)
		default:
			want(t, f.Code, *f.Value, 0.0)
			want(t, f.Code+" is a share", f.Share, false)
		}
	}
	if p := part(t, E5(d), "undeclared_share"); p.Value != nil {
		t.Errorf("share undeclared of nobody is %v", *p.Value)
	}
	want(t, "months", rows(t, E3(d), "month"), []string{"2026-10="})
	empty := &Dataset{Period: october}
	if e7, e8 := E7(empty), E8(empty); e7.Value != nil || e8.Value != nil {
		t.Errorf("coverage of an empty register is %v and %v, not n/a", e7.Ratio, e8.Ratio)
	}
}

func TestOneRecord(t *testing.T) {
	d := register(october, Engagement{Title: "a", Kind: "meeting", Settlement: id("Krivelj"), Planned: true, Initiator: "company", Attendees: ids("ana"), Men: 2})
	got := map[string]Ratio{}
	for _, f := range All(d) {
		if f.Code[0] != 'E' {
			continue
		}
		got[f.Code] = f.Ratio
		want(t, f.Code+" evidence", numbers(f.Evidence), "E-a")
		want(t, f.Code+" evidence type", f.Evidence[0].Type, "engagement")
	}
	for code, c := range map[string]struct {
		value    float64
		num, den int
	}{"E1": {1, 1, 0}, "E2": {1, 1, 0}, "E3": {1, 1, 0}, "E4": {3, 3, 0}, "E5": {33, 1, 3}, "E6": {100, 1, 1}, "E7": {50, 1, 2}, "E8": {33, 1, 3}} {
		r := got[code]
		if *r.Value != c.value || r.Numerator != c.num || r.Denominator != c.den || r.Share != (c.den > 0) {
			t.Errorf("%s is %v of %d/%d, not %+v", code, *r.Value, r.Numerator, r.Denominator, c)
		}
	}
}

func TestGroupsOverlap(t *testing.T) {
	d := register(october,
		Engagement{Title: "a", Attendees: ids("ana", "boris")},                   // landowner once, though two came
		Engagement{Title: "b", Attendees: ids("boris", "council", "boris")},      // the same one twice: once
		Engagement{Title: "c", Attendees: ids("vera", "binned"), Men: 10},        // no group; one in the bin
		Engagement{Title: "d", Women: 5},                                         // nobody named: in no row
		Engagement{Title: "e", Attendees: ids("ana", "city", "council", "vera")}) // all at once
	f := E2(d)
	want(t, "rows", rows(t, f, "group"), []string{"local_government=E-e", "local_community=E-b E-e", "individual=E-a E-e", "landowner=E-a E-b E-e", "beekeepers=E-b E-e", "=E-c E-e"})
	want(t, "E1 beside", f.Numerator, 5)
	p := part(t, f, "stakeholders")
	want(t, "stakeholders", p.Numerator, 5)
	want(t, "stakeholders", numbers(p.Evidence), "S-1 S-2 S-3 S-4 S-5")
	want(t, "type", p.Evidence[0].Type, "stakeholder")
}

func TestSplitsAddUp(t *testing.T) {
	d := register(data.Period{From: "2026-09-15", To: "2026-12-02"},
		Engagement{Title: "a", Kind: "site_visit", Settlement: id("Krivelj"), Start: clock("2026-09-30T21:59:59Z")}, // 23:59:59 in Belgrade
		Engagement{Title: "b", Kind: "meeting", Start: clock("2026-09-30T22:00:00Z")},                               // already October there
		Engagement{Title: "c", Kind: "meeting", Settlement: id("gone"), Start: clock("2026-10-25T00:30:00Z")},       // the hour that comes twice
		Engagement{Title: "d", Kind: "", Settlement: id("Bor"), Start: clock("2026-10-31T22:30:00Z")},               // winter time: still October
		Engagement{Title: "e", Kind: "tea", Settlement: id("Zaječar"), Start: clock("2026-10-31T23:30:00Z")})        // next day, next month in Belgrade
	f := E3(d)
	want(t, "settlements", rows(t, f, "settlement"), []string{"Bor=E-d", "Krivelj=E-a", "Zaječar=E-e", "=E-b E-c"})
	want(t, "kinds", rows(t, f, "kind"), []string{"meeting=E-b E-c", "site_visit=E-a", "tea=E-e", "=E-d"})
	want(t, "months", rows(t, f, "month"), []string{"2026-09=E-a", "2026-10=E-b E-c E-d", "2026-11=E-e", "2026-12="})
	for _, s := range f.Splits {
		sum := 0
		for _, r := range s.Rows {
			sum += r.Numerator
		}
		want(t, "sum by "+s.By, sum, f.Numerator)
	}
}

func TestMonthsOfAYear(t *testing.T) {
	f := E3(register(data.Period{From: "2026-01-31", To: "2027-01-01"}))
	got := rows(t, f, "month")
	want(t, "months", len(got), 13)
	want(t, "second month", got[1], "2026-02=") // counted from the first of the month, not from the 31st
	want(t, "last month", got[12], "2027-01=")
}

func TestPeopleReached(t *testing.T) {
	d := register(october,
		Engagement{Title: "a", Attendees: ids("ana", "city"), Women: 3, Men: 4, Undeclared: 1},
		Engagement{Title: "b", Attendees: ids("ana", "ana", "binned")},
		Engagement{Title: "c", Women: 2},
		Engagement{Title: "d"})
	f := E4(d)
	want(t, "E4", f.Numerator, 13)
	want(t, "evidence", numbers(f.Evidence), "E-a E-b E-c E-d")
	for key, c := range map[string]struct {
		n    int
		refs string
	}{"named": {3, "E-a E-b"}, "headcount": {10, "E-a E-c"}, "distinct": {2, "S-1 S-4"}} {
		p := part(t, f, key)
		want(t, key, p.Numerator, c.n)
		want(t, key, numbers(p.Evidence), c.refs)
	}
}

func TestWomen(t *testing.T) {
	d := register(october,
		Engagement{Title: "a", Attendees: ids("ana", "boris", "vera", "city"), Women: 3, Men: 4, Undeclared: 2}, // w 4, m 5, u 3
		Engagement{Title: "b", Attendees: ids("city", "council")},                                               // organisations only
		Engagement{Title: "c", Attendees: ids("ana")})                                                           // w 5
	f := E5(d)
	want(t, "E5", []int{f.Numerator, f.Denominator}, []int{5, 10})
	want(t, "E5", *f.Value, 50.0)
	want(t, "evidence", numbers(f.Evidence), "E-a E-c")
	want(t, "men", part(t, f, "men").Numerator, 5)
	want(t, "undeclared", part(t, f, "undeclared").Numerator, 3)
	u := part(t, f, "undeclared_share")
	want(t, "share undeclared", []any{u.Numerator, u.Denominator, *u.Value}, []any{3, 13, 23.1})

	only := E5(register(october, Engagement{Title: "a", Attendees: ids("vera"), Undeclared: 7}))
	if only.Value != nil {
		t.Errorf("E5 without anyone of declared sex is %v, not n/a", *only.Value)
	}
	want(t, "share undeclared", *part(t, only, "undeclared_share").Value, 100.0)
}

func TestProactive(t *testing.T) {
	f := E6(register(october,
		Engagement{Title: "a", Planned: true, Initiator: "company"},
		Engagement{Title: "b", Planned: false, Initiator: "company"},
		Engagement{Title: "c", Planned: true, Initiator: "stakeholder"},
		Engagement{Title: "d", Planned: true}))
	want(t, "E6", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{1, 4, 25.0, "E-a"})
}

func TestGeographicCoverage(t *testing.T) {
	f := E7(register(october,
		Engagement{Title: "a", Settlement: id("Bor")}, Engagement{Title: "b", Settlement: id("Bor")},
		Engagement{Title: "c", Settlement: id("Zaječar")}, // outside the area
		Engagement{Title: "d"}))
	want(t, "E7", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{1, 2, 50.0, "E-a E-b"})
	want(t, "covered", numbers(part(t, f, "covered").Evidence), "Bor")
	not := part(t, f, "not_covered")
	want(t, "not covered", []any{numbers(not.Evidence), not.Evidence[0].Type}, []any{"Krivelj", "settlement"})
}

func TestStakeholderCoverage(t *testing.T) {
	d := register(october, Engagement{Title: "a", Attendees: ids("council", "boris")}, Engagement{Title: "b", Attendees: ids("vera")})
	add := func(name string, s Stakeholder) {
		s.ID = id(name)
		d.Stakeholders[s.ID] = &s
	}
	add("last moment", Stakeholder{Number: "S-6", Affected: true, Since: clock("2026-10-31T22:59:59Z")}) // 23:59:59 of 31 October
	add("too late", Stakeholder{Number: "S-7", Affected: true, Since: clock("2026-10-31T23:00:00Z")})    // midnight: November
	add("late but came", Stakeholder{Number: "S-8", Influence: 4, Since: clock("2026-11-05T09:00:00Z")})
	d.Engagements[1].Attendees = append(d.Engagements[1].Attendees, id("late but came"))
	f := E8(d)
	want(t, "met", numbers(part(t, f, "met").Evidence), "S-5 S-8")
	want(t, "missing", numbers(part(t, f, "missing").Evidence), "S-1 S-4 S-6")
	want(t, "E8", []any{f.Numerator, f.Denominator, *f.Value, numbers(f.Evidence)}, []any{2, 5, 40.0, "E-a E-b"})
}

func TestRounding(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        float64
	}{
		{1, 3, 33}, {2, 3, 67}, {1, 8, 13}, {3, 8, 38}, {1, 6, 17}, {5, 8, 63}, {0, 9, 0}, {9, 9, 100}, // below 10 records: whole, 12.5 → 13
		{1, 10, 10}, {1, 16, 6.3}, {3, 16, 18.8}, {5, 16, 31.3}, {1, 80, 1.3}, {1, 12, 8.3}, {2, 12, 16.7}, {5, 12, 41.7}, // from 10: one decimal, 6.25 → 6.3
		{1, 2000, 0.1}, {1, 2001, 0}, {333, 1000, 33.3}, {6665, 10000, 66.7}, {201, 2000, 10.1}, // 0.05 → 0.1; 66.65 and 10.05, which binary fractions hold as less
		{100000, 100000, 100},
	} {
		if r := Share(c.part, c.whole); *r.Value != c.want {
			t.Errorf("%d of %d is %v %%, not %v", c.part, c.whole, *r.Value, c.want)
		}
	}
	if Share(0, 0).Value != nil {
		t.Error("a share of nothing has a value")
	}
}

func TestCodesNameTheFigures(t *testing.T) {
	for i, f := range All(register(october)) {
		want(t, "code", f.Code, Codes[i])
	}
	want(t, "codes", len(Codes), 23)
}
