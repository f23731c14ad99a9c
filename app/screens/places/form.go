package places

import (
	"context"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
	"dogovor/data/fold"
)

// groups are the fields of a settlement in the order in which they are known, for the form and for the page alike.
var groups = []record.Group{
	{Lines: [][]record.Spec{
		{{Column: "name", Share: 1, Least: 200, Head: true}, {Column: "name_cyrl", Share: 1, Least: 200, Head: true}},
		{{Column: "municipality", Share: 2, Least: 200}, {Column: "postal", Share: 1, Least: 120}, {Column: "population", Share: 1, Least: 120}},
		{{Column: "other_names", Share: 1}},
		{{Column: "in_area", Head: true}},
	}},
	{Title: "places.coordinates", Lines: [][]record.Spec{
		{{Column: "lat", Share: 1, Least: 120}, {Column: "lon", Share: 1, Least: 120}, {Column: "coord_source", Share: 3, Least: 240}},
	}},
}

// Form is the form of place.Record, or of a new settlement when it is zero.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	proposed := "" // the Cyrillic name that followed from the Latin one
	return record.NewForm(host, db, place, record.FormOf{
		Area: screens.Places, Type: data.Settlements, Groups: groups, Start: "name",
		Words: record.Words{New: "places.form.new", Edit: "places.form.edit", Saved: "places.form.saved"},
		Name:  func(r data.Record) string { return host.PlaceName(of(r).Name, of(r).NameCyrl) },
		Read:  func(ctx context.Context, id data.ID) (data.Record, error) { return db.Settlement(ctx, id) },
		New:   func(any) data.Record { return &data.Settlement{InArea: true} },
		Values: func(column, typed string) []string {
			if column != "municipality" {
				return nil
			}
			return municipalities(context.Background(), db, typed)
		},
		Changed: func(f *record.Form, column string) {
			s := of(f.Record())
			if column == "name" && s.NameCyrl == proposed {
				proposed = i18n.Cyrillic(s.Name)
				s.NameCyrl = proposed
				f.Fields().ShowAgain("name_cyrl")
			}
		},
	})
}

func of(r data.Record) *data.Settlement { return r.(*data.Settlement) }

// municipalities are those in use that begin as typed.
func municipalities(ctx context.Context, db Store, typed string) []string {
	all, err := db.Settlements(ctx)
	if err != nil {
		return nil // suggestions are a convenience
	}
	var out []string
	for _, s := range all {
		if strings.HasPrefix(fold.Key(s.Municipality), fold.Key(typed)) && s.Municipality != "" && !slices.Contains(out, s.Municipality) {
			out = append(out, s.Municipality)
		}
	}
	slices.Sort(out)
	return out
}
