package indicator

import (
	"bytes"
	"cmp"
	"iter"
	"slices"

	"dogovor/data"
)

// attendees gives each named stakeholder of an engagement once. One who is in the bin, or left out as restricted, is not in the dataset
// and does not count.
func (d *Dataset) attendees(e Engagement) iter.Seq2[data.ID, *Stakeholder] {
	return func(yield func(data.ID, *Stakeholder) bool) {
		for i, id := range e.Attendees {
			if s := d.Stakeholders[id]; s != nil && !slices.Contains(e.Attendees[:i], id) && !yield(id, s) {
				return
			}
		}
	}
}

// refs points at engagements by their place in the dataset, which is by start.
func (d *Dataset) refs(places []int) []Ref {
	out := make([]Ref, len(places))
	for i, p := range places {
		out[i] = d.ref(p)
	}
	return out
}

// allRefs points at every engagement.
func (d *Dataset) allRefs() []Ref {
	out := make([]Ref, len(d.Engagements))
	for i := range d.Engagements {
		out[i] = d.ref(i)
	}
	return out
}

func (d *Dataset) ref(place int) Ref {
	e := &d.Engagements[place]
	return Ref{Type: data.Engagements.Name, ID: e.ID, Number: e.Number}
}

// stakeholderRefs points at stakeholders in the order of their numbers.
func (d *Dataset) stakeholderRefs(who map[data.ID]bool) []Ref {
	out := make([]Ref, 0, len(who))
	for id := range who {
		out = append(out, Ref{Type: data.Stakeholders.Name, ID: id, Number: d.Stakeholders[id].Number})
	}
	slices.SortFunc(out, func(a, b Ref) int { return cmp.Or(cmp.Compare(a.Number, b.Number), bytes.Compare(a.ID[:], b.ID[:])) })
	return out
}
