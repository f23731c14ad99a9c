package data

import (
	"time"
)

// MaxAttachment is how large a file may be, in bytes.
const MaxAttachment = 25 << 20

// Attachment is a file kept with a record: a photo, a scan, a document. The store keeps its bytes once, by their SHA-256. Of the fields that
// point, the one of the record it belongs to is set.
type Attachment struct {
	Meta
	Name        string `field:"2,name"`   // of the file
	SHA256      string `field:"3,sha256"` // lower-case hexadecimal
	Size        int    `field:"4,size"`   // in bytes
	Media       string `field:"5,media"`  // media type: image/jpeg
	Note        string `field:"6,note,long"`
	Stakeholder ID     `field:"7,stakeholder"`
	Engagement  ID     `field:"8,engagement"`
	Commitment  ID     `field:"9,commitment"`
	Issue       ID     `field:"10,issue"`
	Task        ID     `field:"11,task"`
	Grievance   ID     `field:"12,grievance"`
	Settlement  ID     `field:"13,settlement"`
}

// TooLarge is what is said of a file of size bytes that is larger than an attachment may be.
func TooLarge(name string, size int64) error {
	const mega = 1 << 20
	return NewError("attachment.too_large", nil, "Name", name, "Size", int((size+mega-1)/mega), "Max", MaxAttachment/mega)
}

// AttachedTo are the record types that take attachments.
func AttachedTo() []*Type {
	return []*Type{Stakeholders, Engagements, Commitments, Issues, Tasks, Grievances, Settlements}
}

// Type of the record.
func (*Attachment) Type() *Type { return Attachments }

// Clean brings typed text into its stored form.
func (a *Attachment) Clean() { cleanFields(a) }

// AttachTo makes the attachment belong to a record of a type that takes them.
func (a *Attachment) AttachTo(t *Type, id ID) {
	for _, other := range AttachedTo() {
		f, _ := Attachments.Field(other.Name)
		p := f.Ptr(a).(*ID)
		*p = ID{}
		if other == t {
			*p = id
		}
	}
}

// Of is the record the attachment belongs to.
func (a *Attachment) Of() (*Type, ID) {
	for _, t := range AttachedTo() {
		f, _ := Attachments.Field(t.Name)
		if id := *f.Ptr(a).(*ID); !id.IsZero() {
			return t, id
		}
	}
	return nil, ID{}
}

// Validate tells what keeps the attachment from being saved.
func (a *Attachment) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, a)
	if a.Name == "" {
		p.add("name", "required")
	}
	if len(a.SHA256) != 64 {
		p.add("sha256", "required")
	}
	if a.Size > MaxAttachment {
		p.add("size", "file_too_large", "Max", MaxAttachment>>20)
	}
	if t, _ := a.Of(); t == nil {
		p.add("name", "attached_to_nothing")
	}
	return p
}
