package data

// What follows from a meeting is followed up: an issue until it is answered and told back, a promise until it is kept and told back, a task
// until it is done, a grievance until it is closed and told back. They share their lists, which this file describes.

// FollowTypes are the record types that are followed up, in the order in which people see them.
func FollowTypes() []*Type { return []*Type{Issues, Commitments, Grievances, Tasks} }

// The states that a list of follow-ups is narrowed to, besides the statuses of the record types.
const (
	FollowOpen    = "open"     // something is still to be done, besides telling
	FollowOverdue = "overdue"  // open, and its due day is past
	FollowDueSoon = "due_soon" // open, and due today or in the SoonDays after
	FollowUntold  = "untold"   // it has ended or was answered, and those concerned were not told
)

// SoonDays is how many days before its date something is due soon; seven days with today are a week.
const SoonDays = 6

// FollowFilter narrows a list of follow-ups; empty fields do not narrow.
type FollowFilter struct {
	Types       []string // names of record types; none: all
	Text        string   // script-blind, words and word beginnings
	State       string   // one of the states above, or a status
	Today       Date     // what "overdue" and "due soon" are reckoned from
	Owner       string   // officer who sees to it
	Settlement  ID
	Topic       string
	Kind        string // of issues
	Severity    string // of issues and grievances
	Engagement  ID
	Stakeholder ID   // who raised it, or to whom it was promised, or who complains, or whom a task is about
	About       ID   // of tasks: the promise, issue or grievance that they are about
	IDs         []ID // the evidence of a figure
	Public      bool // without restricted ones
	Binned      bool // the bin instead of the list
	ByDay       bool // sorted by the day it was made, else by the day it is due, those without one last
	Descending  bool
}

// FollowRow is one line of a list of follow-ups.
type FollowRow struct {
	Type           string
	ID             ID
	Number         string
	Text           string // what was promised, raised, asked for, complained of
	Status         string // of its record type
	Open           bool   // something is still to be done, besides telling
	Untold         bool
	On             Date // made, raised or received
	Due            Date // by when the next thing is due: the latest date of a promise, the next limit of a grievance; "" when there is none
	Original       Date // of a promise: the date it was made with
	EndedOn        Date // done, answered, withdrawn or closed
	ToldOn         Date
	Owner          string
	Topic          string
	Kind           string
	Severity       string
	Settlement     ID
	SettlementName string // in Latin script
	SettlementCyrl string
	Engagement     ID
	Point          ID
	Restricted     bool
}

// Overdue tells whether it should have been done before today.
func (r FollowRow) Overdue(today Date) bool { return r.Open && r.Due != "" && r.Due < today }

// Soon tells whether it is due today or in the days after.
func (r FollowRow) Soon(today Date) bool {
	return r.Open && r.Due >= today && r.Due <= today.AddDays(SoonDays)
}

// FollowPage is a part of a list of follow-ups; Next is "" at its end.
type FollowPage = PageOf[FollowRow]
