package data

import "time"

// Cursor is where a list goes on: opaque to screens, "" for the start.
type Cursor string

// Page asks for the next Limit rows after a cursor.
type Page struct {
	After Cursor
	Limit int
}

// EngagementFilter narrows a list of engagements; empty fields do not narrow. Dates are days in Home, both included.
type EngagementFilter struct {
	Text        string // script-blind, words and word beginnings
	From, To    Date
	Kinds       []string
	Statuses    []string
	Settlements []ID
	Groups      []string
	Stakeholder ID
	IDs         []ID // the evidence of a figure
	Binned      bool // the bin instead of the list
	OldestFirst bool
}

// EngagementRow is one line of the list of engagements.
type EngagementRow struct {
	ID             ID
	Number         string
	Title          string
	Start          Moment
	Kind           string
	Status         string
	Settlement     ID
	SettlementName string // in Latin script
	SettlementCyrl string
	Restricted     bool
	Named          int // people and organisations named
	People         int // named + headcount
	Points         int
}

// PageOf is a part of a list; Next is "" at its end.
type PageOf[R any] struct {
	Rows []R
	Next Cursor
}

// EngagementPage is a part of the list of engagements.
type EngagementPage = PageOf[EngagementRow]

// StakeholderFilter narrows a list of stakeholders.
type StakeholderFilter struct {
	Text       string
	Kind       string
	Groups     []string
	Settlement ID
	IDs        []ID // those behind a figure
	Binned     bool
	Sort       string // "name" (default), "settlement", "last_met", "number"
	Cyrillic   bool   // names and settlements in the order of the Cyrillic alphabet
	Descending bool
}

// StakeholderRow is one line of the register.
type StakeholderRow struct {
	ID               ID
	Number           string
	Name             string
	Kind             string
	Sex              string
	Groups           []string
	Party            string
	Vulnerable       bool
	SettlementName   string
	SettlementCyrl   string
	OrganisationName string // of the newest membership
	Role             string
	Influence        int // by the newest assessment that names it, 0 unknown; so the next two
	Interest         int
	Position         string
	LastMet          Date // newest engagement held
	Engagements      int
}

// StakeholderPage is a part of the register.
type StakeholderPage = PageOf[StakeholderRow]

// Change is one line of a record's history: a field that changed, or the record's making.
type Change struct {
	Type   string // record type
	Record ID
	Kind   string // "made", "changed", "binned", "restored"
	Field  string // column of a change; "" otherwise
	Old    string // JSON
	New    string // JSON; of a making, an object of all fields
	At     time.Time
	By     string // officer
	Laptop string // code of the laptop
	Batch  ID     // changes that were saved together, and are undone together
}

// Event says that something in the store changed, so that screens that show it load again.
type Event struct {
	Type string // record type; "" for many
	ID   ID
}

// Draft is what was typed into a form and not saved yet.
type Draft struct {
	Key     string // "engagement/<id>"; a new record has an id from the start
	Body    []byte // JSON of the form's state
	SavedAt time.Time
}
