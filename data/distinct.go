package data

import (
	"time"

	"github.com/google/uuid"
)

// Distinct says that two stakeholders look alike and are not the same: nobody is asked about them again.
type Distinct struct {
	Meta
	A ID `field:"2,a"`
	B ID `field:"3,b"`
}

// NewDistinct makes the record of two stakeholders. Its id follows from theirs, so that two laptops that say it say one thing.
func NewDistinct(a, b ID) *Distinct {
	if a.Compare(b) > 0 {
		a, b = b, a
	}
	return &Distinct{Meta: Meta{ID: ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte("dogovor/not_same/"+a.String()+"/"+b.String())))}, A: a, B: b}
}

// Type of the record.
func (*Distinct) Type() *Type { return Distincts }

// Clean puts the two in their order.
func (d *Distinct) Clean() {
	if d.A.Compare(d.B) > 0 {
		d.A, d.B = d.B, d.A
	}
}

// Validate tells what keeps the record from being saved.
func (d *Distinct) Validate(time.Time) Problems {
	var p Problems
	if d.A.IsZero() {
		p.add("a", "required")
	}
	if d.B.IsZero() {
		p.add("b", "required")
	} else if d.A == d.B {
		p.add("b", "itself")
	}
	return p
}
