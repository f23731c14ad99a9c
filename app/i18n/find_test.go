package i18n

import (
	"slices"
	"testing"

	"dogovor/data"
	"dogovor/data/find"
)

// What a search can be narrowed to has a name in every language, and is understood in all of them.
func TestFindWords(t *testing.T) {
	terms := []*data.Term{{List: "topic", Code: "strajk", Label: "Štrajk", LabelEn: "Strike"}}
	place := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ"}
	place.ID = data.NewID()
	for _, l := range Langs {
		w := For(l).WithTerms(terms).FindWords(terms, []*data.Settlement{place})
		for _, list := range [][]find.Word{w.Kinds, w.Types, w.Topics, w.Groups, w.Statuses} {
			if len(list) == 0 {
				t.Fatal("a field without values")
			}
			for _, x := range list {
				if len(x.Names) == 0 || x.Names[0] == "" {
					t.Errorf("%s: %s has no name", l, x.Code)
				}
			}
		}
		for _, c := range []struct {
			typed string
			want  func(data.Search) []string
			code  string
		}{
			{"kind:house", func(q data.Search) []string { return q.Kinds }, "house_visit"},
			{"type:pritužba", func(q data.Search) []string { return q.Types }, "grievance"},
			{"тип:притужба", func(q data.Search) []string { return q.Types }, "grievance"},
			{"记录:申诉", func(q data.Search) []string { return q.Types }, "grievance"},
			{"topic:strike", func(q data.Search) []string { return q.Topics }, "strajk"},
			{"тема:штрајк", func(q data.Search) []string { return q.Topics }, "strajk"},
			{"status:overdue", func(q data.Search) []string { return q.Statuses }, data.FollowOverdue},
			{"status:kasni", func(q data.Search) []string { return q.Statuses }, data.FollowOverdue},
			{"status:held", func(q data.Search) []string { return q.Statuses }, "held"},
			{"selo:кривељ", func(q data.Search) []string {
				if slices.Contains(q.Settlements, place.ID) {
					return []string{"krivelj"}
				}
				return nil
			}, "krivelj"},
		} {
			q, _ := find.Parse(c.typed, w)
			if q.Nothing || !slices.Contains(c.want(q), c.code) {
				t.Errorf("%s: %q is read as %+v", l, c.typed, q)
			}
		}
	}
}
