package data

import "time"

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
	if (s.Lat == nil) != (s.Lon == nil) || s.Lat != nil && (*s.Lat < -90 || *s.Lat > 90 || *s.Lon < -180 || *s.Lon > 180) {
		p.add("lat", "coordinates")
	}
	if s.Population != nil && *s.Population < 0 {
		p.add("population", "negative")
	}
	return p
}
