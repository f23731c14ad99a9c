package data

// LastWords are what a stakeholder said at a meeting: one discussion point.
type LastWords struct {
	Stakeholder ID
	Engagement  ID
	Number      string // of the engagement
	On          Date
	Said        string
	Restricted  bool // as the engagement is
}

// KnownName is how a stakeholder may be named in a text.
type KnownName struct {
	Name   string
	Others []string
	Person bool
}
