package data

// Search is what is looked for across all record types. Empty fields do not narrow; several values of one field mean any of them.
// Package data/find makes one of what a person types.
type Search struct {
	Text        string   // script-blind: every word, or its beginning, must be there
	Phrases     []string // words that must follow each other in one field
	Types       []string // names of record types
	Kinds       []string // codes of engagements, stakeholders and issues
	Settlements []ID
	Topics      []string
	Groups      []string // of stakeholders, or of those who came
	Statuses    []string // codes of engagements and follow-ups, and FollowOpen, FollowOverdue, FollowUntold
	From, To    Date     // both included
	Nothing     bool     // something was asked for that does not exist: nothing is found
}

// Empty tells whether nothing is asked for: the answer is what was changed last.
func (s Search) Empty() bool { return s.Text == "" && len(s.Phrases) == 0 && !s.Narrowed() }

// Narrowed tells whether more than words are asked for.
func (s Search) Narrowed() bool {
	return s.Nothing || len(s.Types)+len(s.Kinds)+len(s.Settlements)+len(s.Topics)+len(s.Groups)+len(s.Statuses) > 0 || s.From != "" || s.To != ""
}

// Why a record was found, best first.
const (
	HitNumber = "number" // its number, or the beginning of it
	HitSame   = "same"   // its whole name
	HitBegins = "begins" // its name begins so
	HitName   = "name"   // every word begins a word of its name
	HitWithin = "within" // every word stands in its name, be it in the middle of a word
	HitText   = "text"   // every word is somewhere in it
	HitNear   = "near"   // its name, with a typing error
	HitRecent = "recent" // nothing was asked for
)

// HitOrder are the reasons, best first.
var HitOrder = []string{HitNumber, HitSame, HitBegins, HitName, HitWithin, HitText, HitNear, HitRecent}

// Hit is one record that was found, shown in its context.
type Hit struct {
	Rank           int // 1 for the best
	Type           string
	ID             ID
	Number         string
	Title          string // name, title, or the beginning of the text
	TitleMarks     [][2]int
	Field          string // column of the snippet, "<type>.<column>"; "" without a snippet
	Snippet        string // where the words stand, when the title does not hold them all
	Marks          [][2]int
	Match          string // one of the reasons above
	Kind           string // code
	Status         string
	On             Date // of a stakeholder: met last
	SettlementName string
	SettlementCyrl string
	Restricted     bool
	Of             string // of an attachment: the record it is kept with
	OfID           ID
}

// SearchTypes are the record types that are looked for, in the order in which people see them.
func SearchTypes() []*Type {
	return []*Type{Stakeholders, Settlements, Engagements, Issues, Commitments, Grievances, Tasks, Attachments}
}

// SavedSearch is a search that was given a name.
type SavedSearch struct {
	Name  string
	Typed string // as it was typed; package data/find reads it
}
