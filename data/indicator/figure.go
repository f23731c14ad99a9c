// Package indicator computes the figures that reports print (E1–E8, I1–I4, C1–C4, G1–G7). A figure is one small function over a Dataset, and
// answers its value together with the records behind it, so that anyone can open them and count again.
//
// It reads no database and prints no words: labels of figures and rows are messages "figure.<code>" and vocabulary terms.
package indicator

import "dogovor/data"

// Ref points at a record behind a figure.
type Ref struct {
	Type   string  `json:"type"` // record type
	ID     data.ID `json:"id"`
	Number string  `json:"number"` // of a settlement its name
}

// Ratio is a count or a share. A share has a denominator; when that is 0 its Value is nil and prints "n/a", never 0 %.
type Ratio struct {
	Value       *float64 `json:"value"` // of a share in percent, rounded as it is printed (half up; whole below 10 records, else one decimal)
	Share       bool     `json:"share"`
	Numerator   int      `json:"numerator"`
	Denominator int      `json:"denominator"` // 0 for a count
}

// Row is one line of a split: a group, a settlement, a kind, a month.
type Row struct {
	Key   string `json:"key"`   // vocabulary code, settlement id, "2026-10"; "" for "not recorded"
	Label string `json:"label"` // of a settlement its name; empty where the key has a term
	Ratio
	Evidence []Ref `json:"evidence"`
}

// Split is a figure told apart by something.
type Split struct {
	By   string `json:"by"` // "group", "settlement", "kind", "month", "owner", "topic", "topic_before", "issue_kind", "severity", "channel"
	Rows []Row  `json:"rows"`
}

// Part is a named piece of a figure printed beside it: "named", "headcount", "women", "undeclared".
type Part struct {
	Key string `json:"key"`
	Ratio
	Evidence []Ref `json:"evidence,omitempty"`
}

// Figure is one indicator for one period.
type Figure struct {
	Code string `json:"code"` // "E1"
	Ratio
	Parts    []Part  `json:"parts,omitempty"`
	Splits   []Split `json:"splits,omitempty"`
	Evidence []Ref   `json:"evidence"` // engagements by start, all else by the day it was made, raised or received; of a part also stakeholders or settlements
}
