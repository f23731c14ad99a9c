package data

import "time"

// Recent is a record that changed lately, as it is now, and who changed it last.
type Recent struct {
	Type       string
	ID         ID
	Number     string
	Title      string // its title, its name, or what it says
	Kind       string // "made", "changed" or "binned", since the moment that was asked for
	At         time.Time
	By         string // officer; "" when nobody was named
	Restricted bool
}
