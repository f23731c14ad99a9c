package store

import (
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"dogovor/data"
)

// A benchmark database has this many engagements in 2025, with five people and three points each, and a fifth as many stakeholders.
var sizes = []int{1000, 10000, 100000}

var built struct {
	sync.Mutex
	dir   string
	paths map[int]string
}

func TestMain(m *testing.M) {
	code := m.Run()
	if built.dir != "" {
		os.RemoveAll(built.dir)
	}
	os.Exit(code)
}

var (
	benchNames = strings.Fields("Primer Marko Цвета Јован Ana Đorđe Ljubica Žika Pera Mika Laza Јелена Горан Dragan Svetlana 示例 Бранка Nikola Vesna Čedomir")
	benchWords = strings.Fields(`bunar voda prašina put kamion miniranje kuća njiva šuma reka škola posao plata zahtev odgovor merenje rezultat
		saznali obećali рекли питали вода прашина пут кућа њива школа посао захтев одговор меримо резултат узорак лабораторија инспекција 尾矿 粉尘 水井`)
	benchGroups = data.Groups.Codes
	benchTopics = data.Topics.Codes
)

// benchBatches makes the records; people come before the engagements they come to.
func benchBatches(n int) iter.Seq[Batch] {
	return func(yield func(Batch) bool) {
		r := rand.New(rand.NewPCG(1, uint64(n)))
		at := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
		var serial uint64 = 1 << 40
		id := counted(serial)
		pick := func(list []string) string { return list[r.IntN(len(list))] }
		endings := []string{"", "a", "e", "i", "o", "om", "u", "ama"}
		rare := rand.NewZipf(r, 1.1, 8, 20000)
		// One word in ten is of those that meetings are about, the others are as common as words are.
		sentence := func(words int) string {
			var b strings.Builder
			for range words * 2 {
				if r.IntN(10) == 0 {
					b.WriteString(pick(benchWords) + pick(endings) + " ")
					continue
				}
				b.WriteString(syllables(rare.Uint64()) + pick(endings) + " ")
			}
			return b.String()
		}
		var places, people []data.ID
		first := Batch{At: at, Officer: "Primer Oficir"}
		for i := range 28 {
			p := &data.Settlement{Meta: data.Meta{ID: id()}, Name: fmt.Sprintf("Selo %d", i), Municipality: "Bor", InArea: true}
			places = append(places, p.ID)
			first.Records = append(first.Records, p)
		}
		if !yield(first) {
			return
		}
		for i := range n / 5 {
			s := &data.Stakeholder{Meta: data.Meta{ID: id()}, Kind: "person", Name: fmt.Sprintf("%s %s %s%d", pick(benchNames), pick(benchNames), pick(benchWords), i),
				Settlement: places[r.IntN(28)], Groups: []string{pick(benchGroups)}, Notes: sentence(10)}
			s.Assessments = []*data.Assessment{{Meta: data.Meta{ID: id()}, On: "2024-12-01", Influence: 1 + r.IntN(5), Interest: 2}}
			people = append(people, s.ID)
			if !yield(Batch{At: at, Officer: "Primer Oficir", Records: []data.Record{s}}) {
				return
			}
		}
		year := 365 * 24 * time.Hour
		for i := range n {
			start := at.Add(year / time.Duration(n) * time.Duration(i))
			e := &data.Engagement{Meta: data.Meta{ID: id()}, Title: sentence(2), Kind: pick(data.EngagementKinds.Codes), Status: "held", Start: data.At(start.In(data.HomeZone())),
				Settlement: places[r.IntN(28)], Venue: "Dom " + pick(benchWords), Planned: r.IntN(2) == 0, Initiator: pick(data.Initiators.Codes),
				Women: r.IntN(10), Men: r.IntN(10), Officers: []string{"Primer Oficir"}, Notes: sentence(15)}
			came := map[int]bool{}
			for len(came) < 5 {
				k := r.IntN(len(people))
				if r.IntN(4) == 0 {
					k = r.IntN(10) // public bodies come often
				}
				if !came[k] {
					came[k] = true
					e.Attendance = append(e.Attendance, &data.Attendance{Meta: data.Meta{ID: id()}, Stakeholder: people[k], Capacity: "predsednik"})
				}
			}
			for range 3 {
				e.Points = append(e.Points, &data.Point{Meta: data.Meta{ID: id()}, Topic: pick(benchTopics), Said: sentence(10), Answer: sentence(10)})
			}
			if !yield(Batch{At: start.Add(3 * time.Hour), Officer: "Primer Oficir", Records: []data.Record{e}}) {
				return
			}
		}
	}
}

// syllables spells a number as a word.
func syllables(n uint64) string {
	const vowels, consonants = "aeiou", "bvgdzklmnprstfhcjšžč"
	c := []rune(consonants)
	var b strings.Builder
	for n += 40; n > 0; n /= 100 {
		b.WriteRune(c[n%20])
		b.WriteByte(vowels[n/20%5])
	}
	return b.String()
}

// benchPath builds a database of a size once for all benchmarks.
func benchPath(tb testing.TB, n int) string {
	tb.Helper()
	built.Lock()
	defer built.Unlock()
	if built.paths == nil {
		built.paths = map[int]string{}
		dir, err := os.MkdirTemp("", "dogovor-bench-")
		if err != nil {
			tb.Fatal(err)
		}
		built.dir = dir
	}
	if p := built.paths[n]; p != "" {
		return p
	}
	path := filepath.Join(built.dir, fmt.Sprintf("%d.db", n))
	o := options()
	o.Now, o.NewID = time.Now, counted(1<<50)
	s, err := Open(ctx, path, o)
	if err != nil {
		tb.Fatal(err)
	}
	begin := time.Now()
	if err := s.SaveAll(ctx, benchBatches(n)); err != nil {
		tb.Fatal(err)
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	info, _ := os.Stat(path)
	tb.Logf("%d engagements made in %.1f s, %d MB", n, time.Since(begin).Seconds(), info.Size()>>20)
	built.paths[n] = path
	return path
}

func eachSize(b *testing.B, f func(b *testing.B, s *Store)) {
	for _, n := range sizes {
		if n > 10000 && testing.Short() {
			continue
		}
		path := benchPath(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			o := options()
			o.Now, o.NewID = time.Now, data.NewID
			s := reopen(b, path, o)
			b.ResetTimer()
			f(b, s)
			b.StopTimer()
			s.Close()
		})
	}
}

func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		path := benchPath(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				s, err := Open(ctx, path, options())
				must(b, err)
				_, err = s.Engagements(ctx, data.EngagementFilter{}, data.Page{})
				must(b, err)
				must(b, s.Close())
			}
		})
	}
}

func BenchmarkFirstPage(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for b.Loop() {
			p, err := s.Engagements(ctx, data.EngagementFilter{}, data.Page{})
			must(b, err)
			if len(p.Rows) != pageLimit {
				b.Fatal(len(p.Rows))
			}
		}
	})
}

func BenchmarkNextPage(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		half := data.Cursor(fmt.Sprint(docOf(time.Date(2025, 6, 30, 0, 0, 0, 0, time.UTC))))
		for b.Loop() {
			_, err := s.Engagements(ctx, data.EngagementFilter{}, data.Page{After: half})
			must(b, err)
		}
	})
}

func BenchmarkFilteredPage(b *testing.B) {
	filters := map[string]data.EngagementFilter{
		"kind":       {Kinds: []string{"protest"}},
		"settlement": {},
		"group":      {Groups: []string{"landowner"}},
		"groups":     {Groups: []string{"landowner", "media"}},
		"period":     {From: "2025-03-01", To: "2025-03-31"},
		"none":       {Kinds: []string{"nothing"}},
	}
	eachSize(b, func(b *testing.B, s *Store) {
		places, err := s.Settlements(ctx)
		must(b, err)
		for name, f := range filters {
			if name == "settlement" {
				f.Settlements = []data.ID{places[3].ID}
			}
			b.Run(name, func(b *testing.B) {
				for b.Loop() {
					_, err := s.Engagements(ctx, f, data.Page{})
					must(b, err)
				}
			})
		}
	})
}

func BenchmarkCount(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for b.Loop() {
			_, err := s.CountEngagements(ctx, data.EngagementFilter{})
			must(b, err)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for _, q := range []string{"p", "pra", "prašina", "вода пут", "bunar put", "尾矿"} {
			b.Run(strings.ReplaceAll(q, " ", "+"), func(b *testing.B) {
				for b.Loop() {
					_, err := s.Engagements(ctx, data.EngagementFilter{Text: q}, data.Page{})
					must(b, err)
				}
			})
		}
	})
}

func BenchmarkFindStakeholders(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for _, q := range []string{"m", "mar", "марко ж", "ubi", "zzz", "示"} {
			b.Run(strings.ReplaceAll(q, " ", "+"), func(b *testing.B) {
				for b.Loop() {
					_, err := s.FindStakeholders(ctx, q, 8)
					must(b, err)
				}
			})
		}
	})
}

func BenchmarkRegister(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for _, sort := range []string{"name", "settlement", "last_met", "number"} {
			b.Run(sort, func(b *testing.B) {
				for b.Loop() {
					_, err := s.Stakeholders(ctx, data.StakeholderFilter{Sort: sort}, data.Page{})
					must(b, err)
				}
			})
		}
	})
}

func BenchmarkSave(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		people, err := s.Stakeholders(ctx, data.StakeholderFilter{}, data.Page{Limit: 5})
		must(b, err)
		for i := 0; b.Loop(); i++ {
			e := held("Bunari "+fmt.Sprint(i), "2026-10-20 18:00")
			for _, p := range people.Rows {
				e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: p.ID, Capacity: "predsednik"})
			}
			for range 3 {
				e.Points = append(e.Points, &data.Point{Topic: "water", Said: strings.Repeat("Bunari su presušili. ", 10), Answer: "Merimo u ponedeljak."})
			}
			_, err := s.Save(ctx, e)
			must(b, err)
		}
	})
}

func BenchmarkSaveAgain(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		p, err := s.Engagements(ctx, data.EngagementFilter{}, data.Page{Limit: 1})
		must(b, err)
		for i := 0; b.Loop(); i++ {
			e, err := s.Engagement(ctx, p.Rows[0].ID)
			must(b, err)
			e.Title = fmt.Sprint("Drugi naslov ", i)
			_, err = s.Save(ctx, e)
			must(b, err)
		}
	})
}

func BenchmarkDataset(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for b.Loop() {
			_, err := s.Dataset(ctx, data.YearOf("2025-01-01"), false)
			must(b, err)
		}
	})
}

func BenchmarkExport(b *testing.B) {
	eachSize(b, func(b *testing.B, s *Store) {
		for b.Loop() {
			must(b, s.Export(ctx, io.Discard))
		}
	})
}
