package engagements

import (
	"fyne.io/fyne/v2"

	"dogovor/app/widgets"
	"dogovor/data"
)

// issues are what was raised at a point and waits for an answer.
var issues = &maker{
	t: data.Issues, key: fyne.KeyF6, word: "issues.from_point", tip: "issues.from_point.make", remove: "issues.from_point.remove",
	make: func(f *form, x *data.Point) data.Record {
		i := &data.Issue{Text: x.Said, Kind: "question"}
		if len(f.s.Engagement.Officers) > 0 {
			i.Owner = f.s.Engagement.Officers[0]
		}
		return i
	},
	complete: completeIssue,
	edit: func(f *form, r data.Record) (fyne.CanvasObject, []*bound, *bound) {
		words, kind, owner := f.bind("", r, "text"), f.bind("", r, "kind"), f.bind("", r, "owner")
		first := kind
		if r.(*data.Issue).Text == "" {
			first = words
		}
		return widgets.Row(widgets.Part(3, 280, words.field), widgets.Part(0, 160, kind.field), widgets.Part(1.5, 210, owner.field)), []*bound{words, kind, owner}, first
	},
}

// completeIssue takes over who raised it, where and when. An answer given at the meeting stays with the point: whoever makes an issue of it
// means that more is to come.
func completeIssue(s *state, x *data.Point, r data.Record, today data.Date) {
	i, e := r.(*data.Issue), s.Engagement
	i.RaisedOn = heldOn(e, today)
	i.Settlement, i.Topic, i.Confidentiality = e.Settlement, x.Topic, e.Confidentiality
	if i.Owner == "" && len(e.Officers) > 0 {
		i.Owner = e.Officers[0]
	}
	i.Raisers = raisedBy(i.Raisers, x.RaisedBy, func(r *data.Raiser) *data.ID { return &r.Stakeholder })
}

// heldOn is the day of the engagement; of one to come, what is written down happened today.
func heldOn(e *data.Engagement, today data.Date) data.Date {
	if e.Start.Known() {
		return min(e.Start.HomeDate(), today)
	}
	return today
}

// raisedBy makes the one who raised a point the first of those who are named.
func raisedBy[T any](rows []*T, who data.ID, at func(*T) *data.ID) []*T {
	switch {
	case who.IsZero():
		return nil
	case len(rows) == 0:
		rows = []*T{new(T)}
	}
	*at(rows[0]) = who
	return rows
}
