package data

import "time"

// Which of two merged records a field is taken from.
const (
	TakeKept    = "kept"
	TakeDropped = "dropped"
	TakeBoth    = "both" // of a list: what either has; of a long text: one below the other
)

// MergePlan tells what a merge will do, before it is done.
type MergePlan struct {
	Keep, Drop *Stakeholder
	Fields     []MergeField // those in which the two differ, in the order of the type
	Moves      []MergeMove
	Warnings   []string // MergeKinds
}

// MergeKinds warns that one of the two is a person and the other an organisation.
const MergeKinds = "kinds"

// MergeField is a field in which two stakeholders differ.
type MergeField struct {
	Column string
	Take   string // what is done unless something else is chosen
	Both   bool   // whether TakeBoth is a choice
}

// MergeMove are rows of one type that will point at the record that is kept, or, when Joined, that would stand there twice and become one.
type MergeMove struct {
	Type   string
	Column string
	Joined bool
	Of     []MergeRef // the records that these rows belong to
}

// MergeRef names a record that stands by itself.
type MergeRef struct {
	Type   string
	ID     ID
	Number string
	Title  string
}

// MergeLeft is what undoing a merge left as it is, because somebody changed it since.
type MergeLeft struct {
	MergeRef
	Column string // "<type>.<column>"
}

// Merged is a stakeholder that was merged into another one.
type Merged struct {
	ID     ID
	Number string
	Name   string
	Into   ID // the one asked for, or one that was merged into it
	At     time.Time
	By     string
}
