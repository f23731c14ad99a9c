package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

func TestDuplicates(t *testing.T) {
	s := fresh(t)
	krivelj, zlot := place("Krivelj", "Кривељ"), place("Zlot", "Злот")
	save(t, s, krivelj, zlot)
	office := &data.Stakeholder{Kind: "organisation", Name: "Opština Bor"}
	save(t, s, office)
	with := func(name string, change func(*data.Stakeholder)) *data.Stakeholder {
		p := person(name)
		if change != nil {
			change(p)
		}
		save(t, s, p)
		return p
	}
	at := func(place *data.Settlement) func(*data.Stakeholder) {
		return func(p *data.Stakeholder) { p.Settlement = place.ID }
	}
	for _, c := range []struct {
		a, b    string
		change  func(a, b *data.Stakeholder)
		score   int
		reasons string
	}{
		{"Ђорђе Шарбановац", "Djordje Sarbanovac", nil, 60, "script"},
		{"Čedomir Ćosić", "Cedomir Cosic", nil, 60, "spelling"},
		{"Vesna Lukić", "Vesna Lukić", nil, 60, "name"},
		{"Милорад Ристић", "Ristić Milorad", nil, 60, "script"},
		{"Radmila Stojković", "Stojković Radmila", nil, 60, "order"},
		{"Dragana Veljković", "Dragana Veljovic", nil, 45, "typo"},
		{"Slađana Đukić", "Slađana Dukić", nil, 35, "spelling"},
		{"Ivan Pavle", "Pavle Ivan", nil, 55, "order"},
		{"Bogdan", "Bogdan", nil, 40, "name"},
		{"王小明", "王小明", nil, 60, "name"},
		{"Jelena Ivić", "Jelena Ivić", func(a, b *data.Stakeholder) { a.Settlement, b.Settlement = krivelj.ID, krivelj.ID }, 70, "name settlement"},
		{"Milica Ilić", "Milica Ilić", func(a, b *data.Stakeholder) { a.Settlement, b.Settlement = krivelj.ID, zlot.ID }, 50, "name"},
		{"Saša Tomić", "Saša Tomić", func(a, b *data.Stakeholder) { a.Sex, b.Sex = "female", "male" }, 30, "name"},
		{"Zoran Grujić", "Z. G.", func(a, b *data.Stakeholder) {
			a.Phones, b.Phones = []string{"063/111-22-33", "030 423 100"}, []string{"+381 (0)63 1112233"}
		}, 35, "phone"},
		{"Ana Babić", "Anica B.", func(a, b *data.Stakeholder) {
			a.Emails, b.Emails = []string{"Ana.Babic@primer.rs"}, []string{"ana.babic@PRIMER.rs"}
		}, 40, "email"},
		{"Nada Savić", "Нада Савић", func(a, b *data.Stakeholder) {
			m := func() []*data.Membership { return []*data.Membership{{Organisation: office.ID}} }
			a.Memberships, b.Memberships = m(), m()
			a.Phones, b.Phones = []string{"0641112223"}, []string{"00381641112223"}
		}, 100, "script phone organisation"},
		{"Goran Simić", "Goran Filipović", nil, 0, ""},
		{"Petar Mitić", "Petar Mitić Stariji", nil, 0, ""},
		{"Blok 10034", "Blok 10074", nil, 0, ""},
		{"Ilija Vas", "Ilija Vis", nil, 0, ""}, // too short for an error
	} {
		t.Run(c.a+" "+c.b, func(t *testing.T) {
			a, b := person(c.a), person(c.b)
			if c.change != nil {
				c.change(a, b)
			}
			save(t, s, a, b)
			defer func() {
				for _, x := range []*data.Stakeholder{a, b} {
					if _, err := s.Bin(ctx, "stakeholder", x.ID); err != nil {
						t.Fatal(err)
					}
				}
			}()
			pairs, err := s.Duplicates(ctx, 1, 0)
			if err != nil {
				t.Fatal(err)
			}
			var got data.DuplicatePair
			if len(pairs) > 0 {
				got = pairs[0]
			}
			if got.Score != c.score || strings.Join(got.Reasons, " ") != c.reasons || c.score > 0 && (got.A.ID != a.ID || got.B.ID != b.ID || got.A.Number != a.Number) || len(pairs) > 1 {
				t.Errorf("%+v", pairs)
			}
			// The form says the same of one that is not stored yet.
			typed := *b
			typed.Meta = data.Meta{}
			if _, err := s.Bin(ctx, "stakeholder", b.ID); err != nil {
				t.Fatal(err)
			}
			like, err := s.Similar(ctx, &typed, 3)
			if _, e := s.Restore(ctx, "stakeholder", b.ID); err != nil || e != nil {
				t.Fatal(err, e)
			}
			if c.score == 0 && len(like) == 0 {
				return
			}
			if len(like) != 1 || like[0].ID != a.ID || like[0].Score != c.score || strings.Join(like[0].Reasons, " ") != c.reasons {
				t.Errorf("similar: %+v", like)
			}
		})
	}
	a, b := with("Mira Janković", at(krivelj)), with("Мира Јанковић", at(krivelj))
	if n, err := s.CountDuplicates(ctx, data.LeastAlike); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	batch, err := s.SetDistinct(ctx, b.ID, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := s.CountDuplicates(ctx, 1); n != 0 || err != nil {
		t.Errorf("not the same, and still asked about: %d %v", n, err)
	}
	if like, err := s.Similar(ctx, a, 3); len(like) != 0 || err != nil {
		t.Errorf("and still similar: %+v %v", like, err)
	}
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if n, err := s.CountDuplicates(ctx, 1); n != 1 || err != nil {
		t.Errorf("taken back: %d %v", n, err)
	}
	if _, err := s.SetDistinct(ctx, a.ID, b.ID); err != nil {
		t.Fatal(err)
	}
	if n, err := s.CountDuplicates(ctx, 1); n != 0 || err != nil {
		t.Errorf("said again: %d %v", n, err)
	}
	wantWhole(t, s)
}

// crowd makes n stakeholders of whom each hundredth has a double.
func crowd(t testing.TB, n int) *Store {
	s := fresh(t)
	r := rand.New(rand.NewPCG(3, 5))
	syllables := []string{"ma", "ri", "jo", "van", "dra", "gan", "pe", "tar", "sto", "jan", "mi", "lo", "vu", "ka", "bo", "žen", "ra", "do", "sla", "ne"}
	word := func(n int) (w string) {
		for range n {
			w += syllables[r.IntN(len(syllables))]
		}
		return strings.ToUpper(w[:1]) + w[1:]
	}
	places := []*data.Settlement{place("Krivelj", ""), place("Zlot", ""), place("Oštrelj", "")}
	save(t, s, places[0], places[1], places[2])
	var batch []data.Record
	for i := range n {
		p := person(word(2+r.IntN(2)) + " " + word(2+r.IntN(2)) + "ić")
		p.Settlement = places[r.IntN(3)].ID
		p.Phones = []string{fmt.Sprintf("06%d/%d-%d", i%6, 100+i/1000, 1000+i%1000)}
		if i%100 == 99 {
			was := batch[len(batch)-1].(*data.Stakeholder)
			p.Name, p.Phones = strings.NewReplacer("ž", "z", "ć", "c").Replace(was.Name), []string{"+381 " + strings.NewReplacer("/", " ", "-", " ").Replace(was.Phones[0][1:])}
		}
		batch = append(batch, p)
		if len(batch) == 500 || i == n-1 {
			save(t, s, batch...)
			batch = batch[:0:0]
		}
	}
	return s
}

// In a register of 20,000 the pairs are there in two seconds, of which a slow machine gets more.
func TestDuplicatesOfALongRegister(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	s := crowd(t, 2000)
	began := time.Now()
	pairs, err := s.Duplicates(ctx, data.VeryLikelyAlike, 0)
	if err != nil || len(pairs) < 20 {
		t.Fatal(len(pairs), err)
	}
	for _, p := range pairs[:20] {
		if !slices.Contains(p.Reasons, data.AlikePhone) {
			t.Errorf("%+v", p)
		}
	}
	if d := time.Since(began); d > 5*time.Second {
		t.Errorf("2,000 stakeholders took %v", d)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := s.Duplicates(stopped, 1, 0); err == nil {
		t.Error("it did not stop")
	}
}

func BenchmarkDuplicates20000(b *testing.B) {
	s := crowd(b, 20000)
	b.ResetTimer()
	for b.Loop() {
		if pairs, err := s.Duplicates(ctx, data.LeastAlike, 200); err != nil || len(pairs) < 200 {
			b.Fatal(len(pairs), err)
		}
	}
}

func BenchmarkSimilar20000(b *testing.B) {
	s := crowd(b, 20000)
	b.ResetTimer()
	for b.Loop() {
		if _, err := s.Similar(ctx, &data.Stakeholder{Kind: "person", Name: "Marijo Drapeić", Phones: []string{"060 100-1000"}}, 3); err != nil {
			b.Fatal(err)
		}
	}
}
