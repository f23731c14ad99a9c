package data

// The states that a list of promises is narrowed to. All but CommitmentsOverdue and CommitmentsDueSoon are statuses.
const (
	CommitmentsOverdue = "overdue"
	CommitmentsDueSoon = "due_soon" // open, and due today or in the six days after
)

// CommitmentStates are all of them, in the order in which they are offered.
var CommitmentStates = []string{CommitmentsOverdue, CommitmentsDueSoon, CommitmentOpen, CommitmentDone, CommitmentTold, CommitmentWithdrawn}

// CommitmentFilter narrows a list of promises; empty fields do not narrow. It is sorted by the latest due date, those without one last.
type CommitmentFilter struct {
	Text        string // script-blind, words and word beginnings
	State       string // one of CommitmentStates
	Today       Date   // what "overdue" and "due soon" are reckoned from
	Owner       string
	Settlement  ID
	Topic       string
	Engagement  ID
	Stakeholder ID   // to whom
	IDs         []ID // the evidence of a figure
	Binned      bool // the bin instead of the list
	Descending  bool
}

// CommitmentRow is one line of the ledger.
type CommitmentRow struct {
	ID             ID
	Number         string
	Promise        string
	Status         string
	Due            Date // the latest
	Original       Date
	Owner          string
	Topic          string
	Settlement     ID
	SettlementName string // in Latin script
	SettlementCyrl string
	Point          ID
	DoneOn         Date
	ToldOn         Date
	Restricted     bool
}

// Overdue tells whether the promise should have been kept before today.
func (r CommitmentRow) Overdue(today Date) bool {
	return r.Status == CommitmentOpen && r.Due != "" && r.Due < today
}

// Soon tells whether the promise is due today or in the days after.
func (r CommitmentRow) Soon(today Date) bool {
	return r.Status == CommitmentOpen && r.Due >= today && r.Due <= today.AddDays(SoonDays)
}

// CommitmentPage is a part of the ledger; Next is "" at its end.
type CommitmentPage = PageOf[CommitmentRow]
