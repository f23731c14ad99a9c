package data

import (
	"strconv"
	"time"

	"github.com/google/uuid"
)

// Setting is a choice that belongs to the records and not to one laptop, because figures and papers depend on it: a target, the name of
// the company. It travels with them.
type Setting struct {
	Meta
	Name  string `field:"2,name"`
	Value string `field:"3,value,long"`
}

// Target tells whether the limits of grievances follow from it.
func (s *Setting) Target() bool { return targetLimits[s.Name] > 0 }

// Type of the record.
func (*Setting) Type() *Type { return Settings }

// Clean brings typed text into its stored form.
func (s *Setting) Clean() { cleanFields(s) }

// SettingID is the id of a setting: the same on every laptop.
func SettingID(name string) ID {
	return ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte("dogovor/setting/"+name)))
}

// NewSetting makes the record of a setting.
func NewSetting(name, value string) *Setting {
	s := &Setting{Name: name, Value: value}
	s.ID = SettingID(name)
	return s
}

// Validate tells what keeps the setting from being saved.
func (s *Setting) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, s)
	if s.Name == "" {
		p.add("name", "required")
	}
	checkCompany(&p, s)
	if most, ok := targetLimits[s.Name]; ok && s.Value != "" {
		n, err := strconv.Atoi(s.Value)
		if err != nil || n < 1 || n > most {
			p.add("value", "out_of_range", "Min", 1, "Max", most)
		}
	}
	return p
}

// Targets are within how many days something must happen to a grievance.
type Targets struct {
	Acknowledge int // working days
	Respond     int // working days: decide whether it is admissible, and answer
	Close       int // calendar days
}

// The names of the settings that hold targets.
const (
	TargetAcknowledge = "grievance/acknowledge"
	TargetRespond     = "grievance/respond"
	TargetClose       = "grievance/close"
)

var targetLimits = map[string]int{TargetAcknowledge: 250, TargetRespond: 250, TargetClose: 3650}

// DefaultTargets hold where nothing else was set.
var DefaultTargets = Targets{Acknowledge: 3, Respond: 15, Close: 30}

// TargetsOf reads the targets out of settings, by their names.
func TargetsOf(value func(name string) string) Targets {
	t := DefaultTargets
	for name, to := range map[string]*int{TargetAcknowledge: &t.Acknowledge, TargetRespond: &t.Respond, TargetClose: &t.Close} {
		if n, err := strconv.Atoi(value(name)); err == nil && n > 0 {
			*to = n
		}
	}
	return t
}

// Holiday is a day on which the law and the calendar of this program differ: a decree that adds a day off, or takes one away.
type Holiday struct {
	Meta
	On      Date   `field:"2,on_day"`
	Name    string `field:"3,name"`
	Working bool   `field:"4,working"` // a working day, whatever the law says; else a day off
}

// Type of the record.
func (*Holiday) Type() *Type { return Holidays }

// Clean brings typed text into its stored form.
func (h *Holiday) Clean() { cleanFields(h) }

// HolidayID is the id of the exception on a day: the same on every laptop, so that a day has one.
func HolidayID(on Date) ID {
	return ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte("dogovor/holiday/"+string(on))))
}

// Validate tells what keeps the day from being saved.
func (h *Holiday) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, h)
	if h.On == "" {
		p.add("on_day", "required")
	}
	if h.Name == "" {
		p.add("name", "required")
	}
	return p
}
