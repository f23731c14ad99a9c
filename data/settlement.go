package data

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Settlement is a place of the area of influence. Coordinates and population may be unknown; none is ever invented.
type Settlement struct {
	Meta
	Name         string   `field:"2,name"`
	NameCyrl     string   `field:"3,name_cyrl"`
	OtherNames   []string `field:"4,other_names"`
	Municipality string   `field:"5,municipality"`
	Postal       string   `field:"6,postal"`
	Lat          *float64 `field:"7,lat"` // degrees, WGS 84
	Lon          *float64 `field:"8,lon"`
	CoordSource  string   `field:"9,coord_source"`
	Population   *int     `field:"10,population"`
	InArea       bool     `field:"11,in_area"` // counts for geographic coverage (E7)
}

// Type of the record.
func (*Settlement) Type() *Type { return Settlements }

// Clean brings typed text into its stored form.
func (s *Settlement) Clean() { cleanFields(s) }

// Validate tells what keeps the settlement from being saved.
func (s *Settlement) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, s)
	if s.Name == "" {
		p.add("name", "required")
	}
	if (s.Lat == nil) != (s.Lon == nil) || s.Lat != nil && !(math.Abs(*s.Lat) <= 90 && math.Abs(*s.Lon) <= 180) { // so written that NaN fails
		p.add("lat", "coordinates")
	}
	if s.Population != nil && *s.Population < 0 {
		p.add("population", "negative")
	}
	return p
}

// SettlementID is the id of a settlement that the program knows from the start. It follows from the names, so that every laptop and
// every new database has the same one.
func SettlementID(municipality, name string) ID {
	return ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte("dogovor/settlement/"+municipality+"/"+name)))
}

// ParseSettlements reads the list of settlements: a table with the columns municipality, name_latn, name_cyrl, postal, lat, lon and
// coord_source. All of them are in the area of influence. Coordinates that are missing stay unknown; the source then says why.
func ParseSettlements(r io.Reader) ([]*Settlement, error) {
	table := csv.NewReader(r)
	head, err := table.Read()
	if err != nil {
		return nil, fmt.Errorf("settlements: %w", err)
	}
	if got, want := strings.Join(head, ","), "municipality,name_latn,name_cyrl,postal,lat,lon,coord_source"; got != want {
		return nil, fmt.Errorf("settlements: columns are %s, not %s", got, want)
	}
	rows, err := table.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("settlements: %w", err)
	}
	var out []*Settlement
	for _, row := range rows {
		s := &Settlement{Municipality: row[0], Name: row[1], NameCyrl: row[2], Postal: row[3], CoordSource: row[6], InArea: true}
		s.ID = SettlementID(s.Municipality, s.Name)
		if s.Lat, err = degrees(row[4]); err == nil {
			s.Lon, err = degrees(row[5])
		}
		if err != nil {
			return nil, fmt.Errorf("settlements: %s: %w", s.Name, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func degrees(s string) (*float64, error) {
	if s == "" {
		return nil, nil
	}
	f, err := strconv.ParseFloat(s, 64)
	return &f, err
}
