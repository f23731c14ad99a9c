package data

// Why two stakeholders may be one.
const (
	AlikeName         = "name"         // the same name, letter for letter
	AlikeScript       = "script"       // the same name in the other script
	AlikeSpelling     = "spelling"     // without diacritics, dj for đ
	AlikeOrder        = "order"        // the same words in another order
	AlikeTypo         = "typo"         // one letter more, less, another one or two swapped
	AlikePhone        = "phone"        // however the number is written
	AlikeEmail        = "email"        //
	AlikeOrganisation = "organisation" // supports the others, and so does the next one
	AlikeSettlement   = "settlement"
)

// AlikeReasons are all reasons, in the order in which they are told.
var AlikeReasons = []string{AlikeName, AlikeScript, AlikeSpelling, AlikeOrder, AlikeTypo, AlikePhone, AlikeEmail, AlikeOrganisation, AlikeSettlement}

// Scores from which on two stakeholders are likely, and very likely, one. Below LeastAlike they are not shown.
const (
	LeastAlike      = 50
	LikelyAlike     = 65
	VeryLikelyAlike = 80
)

// Similar is a stakeholder that another one resembles.
type Similar struct {
	StakeholderRow
	Score   int // 1 to 100
	Reasons []string
}

// DuplicatePair are two stakeholders that may be one; A was made first.
type DuplicatePair struct {
	A, B    StakeholderRow
	Score   int
	Reasons []string
}
