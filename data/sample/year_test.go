package sample

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/assets"
	"dogovor/data"
)

// november is a clock in the middle of the autumn.
var november = time.Date(2026, 11, 22, 18, 0, 0, 0, data.HomeZone())

func options(t testing.TB) Options {
	all, err := data.ParseSettlements(bytes.NewReader(assets.Settlements()))
	if err != nil {
		t.Fatal(err)
	}
	return Options{Year: 2026, Scale: 1, Seed: 1, Now: november, Settlements: all}
}

// text writes everything that is in a year, ids and times too.
func text(t testing.TB, y *Year) string {
	var b strings.Builder
	for batch := range y.Batches() {
		b.WriteString(batch.At.Format(time.RFC3339Nano) + " " + batch.Officer + "\n")
		for _, r := range batch.Records {
			j, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(append(j, '\n'))
		}
	}
	return b.String()
}

// last is the final state of every record that stands alone.
func last(y *Year) (stakeholders map[data.ID]*data.Stakeholder, engagements map[data.ID]*data.Engagement) {
	stakeholders, engagements = map[data.ID]*data.Stakeholder{}, map[data.ID]*data.Engagement{}
	for b := range y.Batches() {
		for _, r := range b.Records {
			switch x := r.(type) {
			case *data.Stakeholder:
				stakeholders[x.ID] = x
			case *data.Engagement:
				engagements[x.ID] = x
			}
		}
	}
	return stakeholders, engagements
}

func TestSameSeedSameYear(t *testing.T) {
	o := options(t)
	first := text(t, Build(o))
	if text(t, Build(o)) != first {
		t.Error("the same seed, year and clock made something else")
	}
	y := Build(o)
	for range 2 {
		if text(t, y) != first {
			t.Error("going through the batches twice gives something else")
		}
	}
	for name, change := range map[string]func(*Options){"seed": func(o *Options) { o.Seed = 2 }, "year": func(o *Options) { o.Year = 2025 }, "clock": func(o *Options) { o.Now = o.Now.AddDate(0, -2, 0) }} {
		other := o
		if change(&other); text(t, Build(other)) == first {
			t.Errorf("another %s made the same", name)
		}
	}
}

// TestEveryBatchMayBeSaved goes through years as seen from many days: before, in and after the year.
func TestEveryBatchMayBeSaved(t *testing.T) {
	o := options(t)
	for _, now := range []time.Time{november, november.AddDate(-2, 0, 0), november.AddDate(1, 0, 0), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 2, 2, 2, 2, 2, 0, time.UTC), time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC)} {
		for seed := range uint64(5) {
			o.Now, o.Seed = now, seed
			y, at, known := Build(o), time.Time{}, map[data.ID]bool{}
			for b := range y.Batches() {
				if b.At.Before(at) || b.At.After(now) || b.Officer == "" {
					t.Fatalf("%v: batch of %s at %v after one at %v", now, b.Officer, b.At, at)
				}
				at = b.At
				for _, r := range b.Records {
					r.Clean()
					if p := r.Validate(b.At); len(p) > 0 {
						t.Fatalf("%v: %+v: %v", now, r, p)
					}
					known[r.Head().ID] = true
					for _, x := range r.Parts() {
						known[x.Head().ID] = true
					}
					for _, x := range append(r.Parts(), r) {
						if x.Head().ID.IsZero() {
							t.Fatalf("%v: %+v has no id", now, x)
						}
						for _, f := range x.Type().Fields {
							if id, ok := f.Ptr(x).(*data.ID); ok && !id.IsZero() && !known[*id] {
								t.Fatalf("%v: %s of %+v is not written yet", now, f.Name, x)
							}
						}
					}
				}
			}
		}
	}
}

func TestWhatIsInTheYear(t *testing.T) {
	y := Build(options(t))
	stakeholders, engagements := last(y)
	if len(stakeholders) != 63 || y.Stakeholders != 63 || len(engagements) != 150 || y.Engagements != 150 {
		t.Errorf("%d stakeholders (%d), %d engagements (%d)", len(stakeholders), y.Stakeholders, len(engagements), y.Engagements)
	}
	has := map[string]int{}
	places, ids := map[data.ID]bool{}, map[data.ID]bool{}
	from, until := data.YearOf("2026-06-01").Bounds()
	for _, s := range stakeholders {
		has["script "+s.Script]++
		has["kind "+s.Kind]++
		has["sex "+s.Sex]++
		has["party "+s.Party]++
		if s.Vulnerable {
			has["vulnerable"]++
			if s.Measure == "" {
				t.Errorf("%s is vulnerable, and nothing is done", s.Name)
			}
		}
		if len(s.Assessments) > 1 {
			has["assessed twice"]++
		}
		for _, g := range s.Groups {
			has["group "+g]++
		}
	}
	for _, e := range engagements {
		has["status "+e.Status]++
		has["kind "+e.Kind]++
		has["minutes "+e.MinutesLanguage]++
		has["confidentiality "+e.Confidentiality]++
		places[e.Settlement] = true
		if e.Settlement.IsZero() {
			has["no settlement"]++
		}
		if e.Start.At.Before(from) || !e.Start.At.Before(until) || free(e.Start.Local()) {
			t.Errorf("%s is on %s", e.Title, e.Start)
		}
		if planned := e.Start.At.After(november); planned != (e.Status == "planned") && e.Status != "cancelled" {
			t.Errorf("%s on %s is %s", e.Title, e.Start, e.Status)
		}
		if held := e.Status == "held"; held != (len(e.Attendance) > 0) || held != (len(e.Points) > 0) || len(e.Attendance) > 8 || len(e.Points) > 5 {
			t.Errorf("%s (%s) has %d who came and %d points", e.Title, e.Status, len(e.Attendance), len(e.Points))
		}
		if e.Kind == "public_meeting" && e.Status == "held" && (e.Headcount() < 12 || e.Start.Local().Hour() < 17 || slices.Contains([]time.Weekday{time.Saturday, time.Sunday}, e.Start.Local().Weekday())) {
			t.Errorf("public meeting on %s with %d people", e.Start, e.Headcount())
		}
		for _, p := range e.Parts() {
			if ids[p.Head().ID] {
				t.Errorf("id %s is used twice", p.Head().ID)
			}
			ids[p.Head().ID] = true
		}
		for _, p := range e.Points {
			has["point "+data.ScriptOf(p.Said)]++
			if strings.ContainsAny(p.Said+p.Answer+e.NextSteps+e.Shared+e.Notes, "{}") || p.Said == "" || p.Answer == "" {
				t.Errorf("%s: %q: %q", e.Title, p.Said, p.Answer)
			}
		}
	}
	for what, least := range map[string]int{"script latin": 30, "script cyrillic": 10, "script chinese": 3, "kind person": 30, "kind organisation": 30, "sex female": 10, "sex male": 10, "sex undeclared": 1,
		"party affected": 20, "vulnerable": 2, "assessed twice": 10, "group ethnic_community": 2, "group trade_union": 1, "status held": 110, "status planned": 8, "status cancelled": 3,
		"minutes sr-Latn": 40, "minutes sr-Cyrl": 20, "minutes en": 8, "minutes zh": 3, "point chinese": 3, "confidentiality restricted": 3, "confidentiality public": 8, "no settlement": 2,
		"kind public_meeting": 8, "kind site_visit": 10, "kind house_visit": 8} {
		if has[what] < least {
			t.Errorf("%d of %s, fewer than %d", has[what], what, least)
		}
	}
	if has["confidentiality restricted"] > 15 || len(places) < 16 || len(places) > 27 {
		t.Errorf("%d restricted, %d places", has["confidentiality restricted"], len(places))
	}
}

// TestRecordsAreChangedLater sees to it that histories have something to show.
func TestRecordsAreChangedLater(t *testing.T) {
	states := map[data.ID][]string{}
	ids := map[data.ID]time.Time{}
	for b := range Build(options(t)).Batches() {
		for _, r := range b.Records {
			id := r.Head().ID
			j, _ := json.Marshal(r)
			if l := states[id]; len(l) > 0 && l[len(l)-1] == string(j) {
				t.Errorf("%s is saved again without a change", j)
			}
			states[id] = append(states[id], string(j))
			if _, ok := r.(*data.Settlement); ok {
				continue
			}
			if ids[id].IsZero() {
				ids[id] = b.At
			}
			ms := int64(id[0])<<40 | int64(id[1])<<32 | int64(id[2])<<24 | int64(id[3])<<16 | int64(id[4])<<8 | int64(id[5])
			if id[6]>>4 != 7 || id[8]>>6 != 2 || ms != ids[id].UnixMilli() {
				t.Errorf("id %s is not of the time it was first saved, %v", id, ids[id])
			}
		}
	}
	count := map[int]int{}
	for _, l := range states {
		count[len(l)]++
	}
	if count[2] < 40 || count[3] < 2 {
		t.Errorf("saved once, twice, three times: %v", count)
	}
}

// TestNobodyIsReal refuses names without the word for example, and addresses and numbers that may lead to somebody.
func TestNobodyIsReal(t *testing.T) {
	o := options(t)
	o.Scale = 4
	example := regexp.MustCompile(`^(Primer |Пример |示例)`)
	phone := regexp.MustCompile(`^\+381 30 000 \d{3}$`)
	mail := regexp.MustCompile(`^primer\d+@example\.org$`)
	public := regexp.MustCompile(`^(Grad|Opština|Tehnički fakultet|Mašinsko|Osnovna škola|Opšta bolnica|Дом здравља|JKP|Institut|Muzej|Агенција|ЈП|Mesna zajednica|Месна заједница) ?`)
	y := Build(o)
	stakeholders, engagements := last(y)
	names := map[string]bool{}
	for _, s := range stakeholders {
		if !example.MatchString(s.Name) && (s.IsPerson() || !public.MatchString(s.Name)) {
			t.Errorf("%s is not plainly invented", s.Name)
		}
		for _, p := range s.Phones {
			if !phone.MatchString(p) {
				t.Errorf("%s has the number %s", s.Name, p)
			}
		}
		for _, m := range s.Emails {
			if !mail.MatchString(m) {
				t.Errorf("%s has the address %s", s.Name, m)
			}
		}
		if names[s.Name] || s.Address != "" {
			t.Errorf("%s: twice, or with an address", s.Name)
		}
		names[s.Name] = true
		if s.Manager != "" && !example.MatchString(s.Manager) {
			t.Errorf("officer %s", s.Manager)
		}
	}
	for _, e := range engagements {
		for _, name := range e.Officers {
			if !example.MatchString(name) {
				t.Errorf("officer %s", name)
			}
		}
	}
	if len(stakeholders) != 4*63 || len(engagements) != 600 {
		t.Errorf("%d and %d at scale 4", len(stakeholders), len(engagements))
	}
}

func TestEveryTextIsInItsScript(t *testing.T) {
	script := map[*words]string{serbianLatin: "latin", serbianCyrillic: "cyrillic", english: "latin", chinese: "chinese"}
	for w, s := range script {
		if len(w.topics) != len(data.Topics.Codes) {
			t.Errorf("%s has %d topics", w.code, len(w.topics))
		}
		for _, m := range manners {
			if len(w.venues[m.kind]) == 0 {
				t.Errorf("%s has no venue for %s", w.code, m.kind)
			}
		}
		var texts []string
		for _, x := range w.exchanges {
			if w.topics[x.topic] == "" || x.place != "" && often[x.place] == 0 {
				t.Errorf("%s: unknown topic or place: %+v", w.code, x)
			}
			texts = append(texts, x.asked, x.answer)
		}
		for _, l := range [][]string{w.purposes, w.next, w.shared, w.notes, w.why, w.capacity} {
			texts = append(texts, l...)
		}
		for _, x := range texts {
			plain := strings.NewReplacer("{place}", "", "{date}", "", "{past}", "", "{n}", "", "{many}", "").Replace(x)
			if data.ScriptOf(plain) != s || strings.ContainsAny(plain, "{}") || w == serbianCyrillic && regexp.MustCompile("[a-z]").MatchString(plain) {
				t.Errorf("%s: %s", w.code, x)
			}
		}
	}
}

func TestHolidays(t *testing.T) {
	for year, day := range map[int]string{2024: "2024-05-05", 2025: "2025-04-20", 2026: "2026-04-12", 2027: "2027-05-02"} {
		if got := orthodoxEaster(year).Format(time.DateOnly); got != day {
			t.Errorf("Easter of %d is on %s, not %s", year, got, day)
		}
	}
	for day, want := range map[string]bool{"2026-01-01": true, "2026-04-10": true, "2026-04-13": true, "2026-04-14": false, "2026-11-11": true, "2026-04-09": false} {
		if free(data.Date(day).Time(data.HomeZone())) != want {
			t.Errorf("%s: free is not %v", day, want)
		}
	}
}

func BenchmarkBatches(b *testing.B) {
	o := options(b)
	o.Scale = 10
	for b.Loop() {
		for range Build(o).Batches() {
		}
	}
}
