package record

import (
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Group is a part of a record's form and of its page, under one heading. The one list of groups of a record type drives both: a new
// field is one more Spec.
type Group struct {
	Title string // message; "" for the first of a form
	Lines [][]Spec
	Rows  *Rows // instead of Lines: parts of the record, one a line
	// When tells whether the group says something of this record; what is filled in is shown in any case, so that nothing hides.
	When func(data.Record) bool
}

// Spec is one field in its line.
type Spec struct {
	Column string
	Share  float32 // of the width that is left in its line; 0 takes Least
	Least  float32 // narrower than this it goes to the next line
	When   func(data.Record) bool
	Head   bool // the head of the page says it: not among its facts
}

// Rows are the parts of one type.
type Rows struct {
	Type  *data.Type
	Line  []Spec
	Each  bool   // every line says what its fields are, since they differ from line to line
	Add   string // message of the button that adds one
	New   func(today data.Date) data.Record
	Get   func(whole data.Record) []data.Record
	Set   func(whole data.Record, parts []data.Record)
	Empty func(part data.Record) bool // nothing was written into it yet
}

func (s Spec) fits(r data.Record) bool {
	f, _ := r.Type().Field(s.Column)
	return s.When == nil || s.When(r) || !f.IsZero(r)
}

func (g Group) fits(r data.Record) bool {
	if g.When == nil || g.When(r) {
		return true
	}
	if g.Rows != nil {
		return slices.ContainsFunc(g.Rows.Get(r), func(p data.Record) bool { return !g.Rows.Empty(p) })
	}
	for _, line := range g.Lines {
		for _, s := range line {
			if f, _ := r.Type().Field(s.Column); !f.IsZero(r) {
				return true
			}
		}
	}
	return false
}

// Facts says what is known of a group's fields, nil when nothing is. open shows the record that a field points at.
func (g Group) Facts(s Speaker, r data.Record, names Names, open func(column string, id data.ID)) fyne.CanvasObject {
	facts, some := widgets.NewFacts(), false
	for _, line := range g.Lines {
		for _, spec := range line {
			f, _ := r.Type().Field(spec.Column)
			if spec.Head || f.IsZero(r) {
				continue
			}
			some = true
			label, said := Label(s, r.Type(), f.Name), Say(s, r, f.Name, names)
			id, ok := f.Ptr(r).(*data.ID)
			switch {
			case ok && open != nil:
				facts.AddLinks(label, widgets.NewLink(said, func() { open(f.Name, *id) }))
			case slices.Contains(carried, f.Name):
				facts.AddObject(label, copyables(f.Ptr(r), said))
			default:
				facts.Add(label, said)
			}
		}
	}
	if !some {
		return nil
	}
	return facts
}

// carried are the fields that a person takes along to a phone, a letter or a browser: each value can be copied by itself.
var carried = []string{"phones", "emails", "website"}

func copyables(value any, said string) fyne.CanvasObject {
	all := []string{said}
	if several, ok := value.(*[]string); ok {
		all = *several
	}
	var os []fyne.CanvasObject
	for _, text := range all {
		os = append(os, widgets.NewCopyable(text, look.BodyStyle))
	}
	return widgets.Flow(look.Unit*2, os...)
}
