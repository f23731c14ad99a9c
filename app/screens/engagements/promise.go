package engagements

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// promises are what was promised in the answer to a point.
var promises = &maker{
	t: data.Commitments, key: fyne.KeyF7, word: "commitments.from_point", tip: "commitments.from_point.make", remove: "commitments.from_point.remove",
	make: func(f *form, x *data.Point) data.Record {
		c := &data.Commitment{Promise: x.Answer}
		if len(f.s.Engagement.Officers) > 0 {
			c.Owner = f.s.Engagement.Officers[0]
		}
		return c
	},
	complete: completePromise,
	edit: func(f *form, r data.Record) (fyne.CanvasObject, []*bound, *bound) {
		words, due, owner := f.bind("", r, "promise"), f.bind("", r, "due"), f.bind("", r, "owner")
		first := due
		if r.(*data.Commitment).Promise == "" {
			first = words
		}
		return widgets.Row(widgets.Part(3, 280, words.field), widgets.Part(0, 150, due.field), widgets.Part(1.5, 210, owner.field)), []*bound{words, due, owner}, first
	},
}

// completePromise takes over whom the promise was made to, where, by whom and who may read of it.
func completePromise(s *state, x *data.Point, r data.Record, today data.Date) {
	c, e := r.(*data.Commitment), s.Engagement
	c.MadeOn = heldOn(e, today) // of a meeting to come, it is promised now
	c.Settlement, c.Topic, c.Confidentiality, c.MadeBy = e.Settlement, x.Topic, e.Confidentiality, ""
	if len(e.Officers) > 0 {
		c.MadeBy = e.Officers[0]
	}
	if c.Owner == "" {
		c.Owner = c.MadeBy
	}
	c.Recipients = raisedBy(c.Recipients, x.RaisedBy, func(r *data.Recipient) *data.ID { return &r.Stakeholder })
}

// mentionLine shows a record that a point became: number and date as a link, and what has come of it.
func mentionLine(host screens.Host, m mention) fyne.CanvasObject {
	return widgets.Flow(look.Unit, widgets.NewLink(m.text, func() { host.Go(m.place) }), widgets.NewBadge(m.badge, m.state))
}
