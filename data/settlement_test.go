package data

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestSettlementList(t *testing.T) {
	f, err := os.Open("../assets/settlements.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := ParseSettlements(f)
	if err != nil {
		t.Fatal(err)
	}
	ids, unknown := map[ID]bool{}, 0
	for _, s := range all {
		ids[s.ID] = true
		if s.Lat == nil && s.Lon == nil {
			unknown++
		}
		if p := s.Validate(time.Now()); len(p) > 0 || !s.InArea || ScriptOf(s.Name) != "latin" || ScriptOf(s.NameCyrl) != "cyrillic" {
			t.Errorf("%s: %v", s.Name, p)
		}
	}
	if len(all) != 28 || len(ids) != 28 || unknown != 14 {
		t.Errorf("%d settlements, %d ids, %d without coordinates", len(all), len(ids), unknown)
	}
	if got := all[5]; got.Name != "Krivelj" || got.NameCyrl != "Кривељ" || *got.Lat != 44.1294 || got.Postal != "19219" || got.Municipality != "Bor" {
		t.Errorf("sixth is %+v", got)
	}
	// Databases hold these ids: they must not change.
	if got := SettlementID("Bor", "Krivelj").String(); got != "d2a2cb8a-694f-5fd6-9868-22e1d419deb8" {
		t.Errorf("the id of Krivelj is %s", got)
	}
}

func TestBrokenSettlementLists(t *testing.T) {
	const head = "municipality,name_latn,name_cyrl,postal,lat,lon,coord_source\n"
	for _, s := range []string{"", "a,b\n", head + "Bor,Luka\n", head + "Bor,Luka,Лука,,north,22,\n"} {
		if got, err := ParseSettlements(strings.NewReader(s)); err == nil {
			t.Errorf("%q gave %v", s, got)
		}
	}
}
