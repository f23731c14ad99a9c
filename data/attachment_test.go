package data

import (
	"strings"
	"testing"
)

func photo() *Attachment {
	a := &Attachment{Name: "bunar.jpg", SHA256: strings.Repeat("a1", 32), Size: 120000, Media: "image/jpeg"}
	a.AttachTo(Engagements, SettlementID("test", "hall"))
	return a
}

func TestAttachmentValidate(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Attachment)
		want   string
	}{
		"a photo":            {func(*Attachment) {}, ""},
		"nothing":            {func(a *Attachment) { *a = Attachment{} }, "name: required, sha256: required, name: attached_to_nothing"},
		"half a hash":        {func(a *Attachment) { a.SHA256 = a.SHA256[:32] }, "sha256: required"},
		"as large as can be": {func(a *Attachment) { a.Size = MaxAttachment }, ""},
		"too large":          {func(a *Attachment) { a.Size = MaxAttachment + 1 }, "size: file_too_large"},
		"of nothing":         {func(a *Attachment) { a.Engagement = ID{} }, "name: attached_to_nothing"},
		"too long a name":    {func(a *Attachment) { a.Name = strings.Repeat("ж", MaxLine+1) }, "name: too_long"},
	} {
		a := photo()
		c.change(a)
		if got := found(a.Validate(now)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
	a := photo()
	a.Size = MaxAttachment + 1
	if p := a.Validate(now); p[0].Params["Max"] != 25 {
		t.Errorf("said in megabytes: %v", p[0].Params)
	}
}

// A file belongs to one record, of any type that takes files; and every field that points is such a type.
func TestAttachmentOf(t *testing.T) {
	a, id := photo(), SettlementID("test", "other")
	for _, typ := range AttachedTo() {
		a.AttachTo(typ, id)
		if got, of := a.Of(); got != typ || of != id || found(a.Validate(now)) != "" {
			t.Errorf("%s: %v %s", typ.Name, got, of)
		}
	}
	points := 0
	for _, f := range Attachments.Fields {
		if _, ok := f.Ptr(a).(*ID); ok {
			points++
		}
	}
	if points != len(AttachedTo()) {
		t.Errorf("%d fields point, %d types take files", points, len(AttachedTo()))
	}
	if typ, of := new(Attachment).Of(); typ != nil || !of.IsZero() {
		t.Error("an attachment of nothing belongs to something")
	}
}
