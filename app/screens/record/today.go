package record

import (
	"dogovor/app/screens"
	"dogovor/data"
)

// Today is the day it is where the mine lies.
func Today(host screens.Host) data.Date { return data.DateOf(host.Now().In(data.HomeZone())) }
