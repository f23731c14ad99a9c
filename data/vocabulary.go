package data

import "slices"

// A vocabulary is a list of codes that a field may hold. Its words are messages "term.<list>.<code>". Users add their own entries to
// open lists (record type Term); closed lists carry rules or figures and stay as they are.
type Vocabulary struct {
	List  string
	Codes []string
	Open  bool
}

// Has tells whether code is one of the starting entries.
func (v Vocabulary) Has(code string) bool { return slices.Contains(v.Codes, code) }

// The starting vocabularies of domain.md.
var (
	StakeholderKinds = Vocabulary{List: "stakeholder_kind", Codes: []string{"person", "organisation"}}
	Groups           = Vocabulary{List: "group", Open: true, Codes: []string{"local_government", "local_community", "ethnic_community", "ngo", "individual", "landowner",
		"business", "education", "health", "media", "religious", "trade_union", "state_authority", "other"}}
	Sexes           = Vocabulary{List: "sex", Codes: []string{"female", "male", "undeclared"}}
	Parties         = Vocabulary{List: "party", Codes: []string{"affected", "interested"}}
	Scripts         = Vocabulary{List: "script", Codes: []string{"latin", "cyrillic", "chinese"}}
	Languages       = Vocabulary{List: "language", Open: true, Codes: []string{"sr-Latn", "sr-Cyrl", "en", "zh", "vlach", "ro", "bg", "rom", "other"}}
	ContactWays     = Vocabulary{List: "contact_way", Open: true, Codes: []string{"visit", "phone", "email", "letter", "message", "through_representative"}}
	Positions       = Vocabulary{List: "position", Codes: []string{"opposed", "sceptical", "neutral", "favourable", "supportive"}}
	RelationKinds   = Vocabulary{List: "relation", Open: true, Codes: []string{"family", "works_with", "ally", "opponent", "funds", "part_of", "other"}}
	Consents        = Vocabulary{List: "consent", Codes: []string{"yes", "no"}}
	LawfulBases     = Vocabulary{List: "basis", Codes: []string{"legitimate_interest", "consent", "legal_duty"}}
	Confidentiality = Vocabulary{List: "confidentiality", Codes: []string{"public", "internal", "restricted"}}
	EngagementKinds = Vocabulary{List: "engagement_kind", Open: true, Codes: []string{"meeting", "public_meeting", "work_group", "site_visit", "house_visit", "phone_call",
		"letter", "open_day", "focus_group", "survey", "media", "protest", "other"}}
	Initiators   = Vocabulary{List: "initiator", Codes: []string{"company", "stakeholder", "third_party"}}
	Formalities  = Vocabulary{List: "formality", Codes: []string{"formal", "informal"}}
	Statuses     = Vocabulary{List: "engagement_status", Codes: []string{"planned", "held", "cancelled"}}
	Sentiments   = Vocabulary{List: "sentiment", Codes: []string{"very_negative", "negative", "neutral", "positive", "very_positive"}}
	Satisfaction = Vocabulary{List: "satisfied", Codes: []string{"yes", "partly", "no", "not_asked"}}
	Topics       = Vocabulary{List: "topic", Open: true, Codes: []string{"water", "air_dust", "noise_blasting", "land_property", "roads_traffic", "health", "jobs", "local_purchasing",
		"education", "culture_heritage", "environment", "human_rights", "safety", "compensation", "other"}}
	IssueKinds     = Vocabulary{List: "issue_kind", Codes: []string{"question", "concern", "need", "suggestion", "praise"}}
	Severities     = Vocabulary{List: "severity", Codes: []string{"minor", "moderate", "serious", "critical"}}
	Channels       = Vocabulary{List: "channel", Codes: []string{"in_person", "meeting", "slip", "phone", "letter", "email", "box", "third_party"}}
	ComplaintKinds = Vocabulary{List: "complaint", Codes: []string{"named", "anonymous", "third_party"}}
	StepKinds      = Vocabulary{List: "step", Codes: []string{GrievanceAcknowledged, GrievanceAssessed, GrievanceInvestigated, GrievanceOffered, GrievanceAccepted,
		GrievanceRejected, GrievanceAppealed, GrievanceReferred, GrievanceClosed}}
	Admissibility = Vocabulary{List: "admissible", Codes: []string{"yes", "no"}}
	Outcomes      = Vocabulary{List: "outcome", Codes: []string{"resolved", "rejected", "withdrawn", "unfounded"}}
	// Officers and Projects start empty: they grow as names are used.
	Officers = Vocabulary{List: "officer", Open: true}
	Projects = Vocabulary{List: "project", Open: true}
)

// Vocabularies lists them all, for Settings and for tests.
var Vocabularies = []Vocabulary{StakeholderKinds, Groups, Sexes, Parties, Scripts, Languages, ContactWays, Positions, RelationKinds, Consents, LawfulBases, Confidentiality,
	EngagementKinds, Initiators, Formalities, Statuses, Sentiments, Satisfaction, Topics, IssueKinds, Severities, Channels, ComplaintKinds, StepKinds, Admissibility, Outcomes, Officers, Projects}

// VocabularyNamed finds a vocabulary by its list name.
func VocabularyNamed(list string) (Vocabulary, bool) {
	i := slices.IndexFunc(Vocabularies, func(v Vocabulary) bool { return v.List == list })
	if i < 0 {
		return Vocabulary{}, false
	}
	return Vocabularies[i], true
}
