package data

import "time"

// Term is an entry that users added to an open vocabulary, or their word for a starting one. A retired entry stays readable on old
// records but is no longer offered.
type Term struct {
	Meta
	List    string `field:"2,list"`
	Code    string `field:"3,code"` // what records hold
	Label   string `field:"4,label"`
	LabelEn string `field:"5,label_en"`
	LabelZh string `field:"6,label_zh"`
	Retired bool   `field:"7,retired"`
}

// Type of the record.
func (*Term) Type() *Type { return Terms }

// Clean brings typed text into its stored form.
func (t *Term) Clean() { cleanFields(t) }

// Validate tells what keeps the entry from being saved.
func (t *Term) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, t)
	if v, ok := VocabularyNamed(t.List); !ok || !v.Open {
		p.add("list", "unknown_choice")
	}
	if t.Code == "" {
		p.add("code", "required")
	}
	if t.Label == "" {
		p.add("label", "required")
	}
	return p
}
