package reports

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/data/store"
	"dogovor/reports/doc"
)

// charted is a register with assessments before and in November, a meeting in it, and six of one group.
func charted(t testing.TB, db *store.Store) {
	t.Helper()
	rate := func(name, kind, party string, groups []string, as ...*data.Assessment) *data.Stakeholder {
		s := &data.Stakeholder{Kind: kind, Name: name, Party: party, Groups: groups, Assessments: as, Manager: "Primer Ana"}
		keep(t, db, s)
		return s
	}
	up := rate("Grad Bor", "organisation", "interested", []string{"local_government"}, &data.Assessment{On: "2026-01-10", Influence: 3, Interest: 2, Position: "neutral"}, &data.Assessment{On: "2026-11-10", Influence: 5, Interest: 4, Position: "favourable"})
	rate("Јелена Станковић", "person", "affected", []string{"landowner"}, &data.Assessment{On: "2026-11-12", Influence: 2, Interest: 5, Position: "opposed"})
	rate("王伟", "person", "interested", []string{"business"}, &data.Assessment{On: "2026-03-12", Influence: 4, Interest: 1})
	rate("Samo uticaj", "person", "interested", nil, &data.Assessment{On: "2026-03-12", Influence: 4})
	hidden := rate("Tajna Osoba", "person", "affected", nil, &data.Assessment{On: "2026-03-12", Influence: 5, Interest: 5})
	hidden.Confidentiality = "restricted"
	keep(t, db, hidden)
	for i := range 6 {
		rate(fmt.Sprintf("Udruženje %d", i+1), "organisation", "interested", []string{"ngo"}, &data.Assessment{On: "2026-02-01", Influence: 1 + i%3, Interest: 3})
	}
	keep(t, db, &data.Engagement{Title: "Sastanak", Status: "held", Start: data.OnDay("2026-11-20"), Venue: "Bor", Attendance: []*data.Attendance{{Stakeholder: up.ID}}})
}

var november = data.Period{From: "2026-11-01", To: "2026-11-30"}

func TestRatingAt(t *testing.T) {
	as := []*data.Assessment{{On: "2026-10-10", Interest: 4}, {On: "2026-03-01", Influence: 2, Interest: 1, Position: "neutral"}, {On: "2026-11-01", Influence: 5, Position: "opposed"}}
	for _, c := range []struct {
		on       data.Date
		want     rating
		position string
	}{{"2026-02-28", rating{}, ""}, {"2026-03-01", rating{2, 1}, "neutral"}, {"2026-10-10", rating{2, 4}, "neutral"}, {"2026-12-01", rating{5, 4}, "opposed"}} {
		if got, position := ratingAt(as, c.on); got != c.want || position != c.position {
			t.Errorf("%s: %v %s", c.on, got, position)
		}
	}
}

func TestMap(t *testing.T) {
	db := realStore(t)
	charted(t, db)
	for _, l := range i18n.Langs {
		d := reported(t, db, "map", Ask{Period: november}, l)
		golden(t, "map-"+string(l), doc.Dump(d))
		kept(t, d, "map-"+string(l))
		public := reported(t, db, "map", Ask{Period: november, Public: true}, l)
		kept(t, public, "map-public-"+string(l))
		for _, name := range []string{"Grad Bor", "Јелена", "王伟", "Udruženje"} {
			if text := doc.Dump(public); strings.Contains(text, name) {
				t.Errorf("%s: %q is in the public edition:\n%s", l, name, text)
			}
		}
		if pts := public.Blocks[2].(doc.Matrix).Points; len(pts) != 1 || pts[0].Y != 2 || pts[0].X != 3 {
			t.Errorf("%s: public points %v", l, pts)
		}
	}
	d := reported(t, db, "map", Ask{Period: november}, i18n.English)
	pts := d.Blocks[2].(doc.Matrix).Points
	if pts[0] != (doc.Point{Label: "1", Name: "Grad Bor", X: 4, Y: 5, WasX: 2, WasY: 3, Link: "on_map.1"}) || len(pts) != 9 {
		t.Errorf("%+v", pts)
	}
	for _, p := range pts[1:] {
		if p.WasX != 0 {
			t.Errorf("%s did not move", p.Name)
		}
	}
	set, err := db.Dataset(context.Background(), november, false)
	if err != nil {
		t.Fatal(err)
	}
	e8 := indicator.E8(set)
	missing := d.Blocks[len(d.Blocks)-1].(doc.Table)
	if text := doc.Dump(d); len(missing.Rows) != 3 || len(missing.Rows) != part(e8, "missing").Numerator || !strings.Contains(text, fmt.Sprintf("%d of %d", e8.Numerator, e8.Denominator)) || strings.Contains(text, "Tajna Osoba") {
		t.Error(text)
	}
	if all := doc.Dump(reported(t, db, "map", Ask{Period: november, Restricted: true}, i18n.English)); !strings.Contains(all, "Tajna Osoba") {
		t.Error(all)
	}
	a, _ := PDF(reported(t, db, "map", Ask{Period: november}, i18n.Chinese))
	b, _ := PDF(reported(t, db, "map", Ask{Period: november}, i18n.Chinese))
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Error("two makings differ")
	}
}

func TestMapOfUglyData(t *testing.T) {
	db := realStore(t)
	kept(t, reported(t, db, "map", Ask{Period: october}, i18n.English), "map-empty")
	kept(t, reported(t, db, "map", Ask{Period: october, Public: true}, i18n.English), "map-public-empty")
	var recs []data.Record
	for i := range 400 {
		recs = append(recs, &data.Stakeholder{Kind: "person", Name: strings.Repeat([]string{"Dugoimenović ", "имэ😀", "铜", "w"}[i%4], 15) + fmt.Sprint(i), Groups: data.Groups.Codes[:1+i%len(data.Groups.Codes)],
			Assessments: []*data.Assessment{{On: "2026-05-01", Influence: 1 + i%5, Interest: 3}, {On: "2026-10-05", Influence: 5, Interest: 5}}})
	}
	keep(t, db, recs...)
	for _, public := range []bool{false, true} {
		d := reported(t, db, "map", Ask{Period: october, Public: public}, i18n.SerbianCyrillic)
		kept(t, d, fmt.Sprint("map-ugly-", public))
		if _, err := PDF(d); err != nil {
			t.Error(err)
		}
		if !public && len(d.Blocks[2].(doc.Matrix).Points) != mostOnMap {
			t.Error("the map cannot be read")
		}
	}
}
