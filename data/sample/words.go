package sample

// words are what meetings are written down with in one language. In them {place} stands for the settlement, {date} for a day one to three
// weeks later, {past} for one a few weeks before, {n} for a small number and {many} for a larger one.
type words struct {
	code      string // of the language
	topics    map[string]string
	exchanges []exchange
	purposes  []string
	next      []string // next steps
	shared    []string // information shared and materials disclosed
	notes     []string // written the morning after
	why       []string // a meeting was cancelled
	venues    map[string][]string
	capacity  []string // in which somebody spoke whose role is not known
	day       string   // how a day is written, in Go's way
}

// exchange is one thing that was asked, and what officers answered.
type exchange struct {
	topic  string
	place  string // only there; "" anywhere
	asked  string
	answer string
}
