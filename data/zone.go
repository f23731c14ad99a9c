package data

import (
	"fmt"
	"sync"
	"time"
	_ "time/tzdata" // laptops without a zone database, Windows among them, still know when midnight is in Bor
)

// Home is the zone in which the mine, its neighbours and every reporting period live.
const Home = "Europe/Belgrade"

// HomeZone is Home as a location.
func HomeZone() *time.Location {
	z, err := zone(Home)
	if err != nil {
		panic(err) // the zone database is part of the program
	}
	return z
}

var zones sync.Map // name → *time.Location; loading one reads a file

// zone finds a location by its IANA name. "Local" is refused: it means another place on another laptop.
func zone(name string) (*time.Location, error) {
	if z, ok := zones.Load(name); ok {
		return z.(*time.Location), nil
	}
	if name == "" || name == "Local" {
		return nil, fmt.Errorf("zone %q names no place", name)
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		return nil, err
	}
	zones.Store(name, z)
	return z, nil
}
