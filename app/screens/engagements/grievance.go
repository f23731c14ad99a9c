package engagements

import (
	"fyne.io/fyne/v2"

	"dogovor/app/widgets"
	"dogovor/data"
)

// grievances are complaints that somebody made at a point.
var grievances = &maker{
	t: data.Grievances, key: fyne.KeyF8, word: "grievances.from_point", tip: "grievances.from_point.make", remove: "grievances.from_point.remove",
	make: func(f *form, x *data.Point) data.Record {
		g := &data.Grievance{Description: x.Said}
		if len(f.s.Engagement.Officers) > 0 {
			g.Owner = f.s.Engagement.Officers[0]
		}
		return g
	},
	complete: completeGrievance,
	edit: func(f *form, r data.Record) (fyne.CanvasObject, []*bound, *bound) {
		words, severity, owner := f.bind("", r, "description"), f.bind("", r, "severity"), f.bind("", r, "owner")
		first := severity
		if r.(*data.Grievance).Description == "" {
			first = words
		}
		return widgets.Row(widgets.Part(3, 280, words.field), widgets.Part(0, 160, severity.field), widgets.Part(1.5, 210, owner.field)), []*bound{words, severity, owner}, first
	},
}

// completeGrievance takes over who complained, where, when and to whom. Somebody who is not named is anonymous.
func completeGrievance(s *state, x *data.Point, r data.Record, today data.Date) {
	g, e := r.(*data.Grievance), s.Engagement
	g.ReceivedOn = heldOn(e, today)
	g.Settlement, g.Topic, g.Confidentiality, g.Stakeholder, g.Complaint, g.ReceivedBy = e.Settlement, x.Topic, e.Confidentiality, x.RaisedBy, "named", ""
	if x.RaisedBy.IsZero() {
		g.Complaint = "anonymous"
	}
	if g.Channel = channels[e.Kind]; g.Channel == "" {
		g.Channel = "meeting"
	}
	if len(e.Officers) > 0 {
		g.ReceivedBy = e.Officers[0]
	}
	if g.Owner == "" {
		g.Owner = g.ReceivedBy
	}
}

// channels are how complaints come at engagements that are no meeting.
var channels = map[string]string{"phone_call": "phone", "letter": "letter", "house_visit": "in_person", "site_visit": "in_person", "open_day": "in_person"}
