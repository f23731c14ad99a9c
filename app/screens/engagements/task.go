package engagements

import (
	"fyne.io/fyne/v2"

	"dogovor/app/widgets"
	"dogovor/data"
)

// tasks are what one of us has to do because of a point.
var tasks = &maker{
	t: data.Tasks, key: fyne.KeyF9, word: "tasks.from_point", tip: "tasks.from_point.make", remove: "tasks.from_point.remove",
	make: func(f *form, x *data.Point) data.Record {
		t := &data.Task{Text: x.Answer}
		if len(f.s.Engagement.Officers) > 0 {
			t.Owner = f.s.Engagement.Officers[0]
		}
		return t
	},
	complete: func(s *state, x *data.Point, r data.Record, today data.Date) {
		t, e := r.(*data.Task), s.Engagement
		t.MadeOn = heldOn(e, today)
		t.Settlement, t.Topic, t.Stakeholder, t.Confidentiality = e.Settlement, x.Topic, x.RaisedBy, e.Confidentiality
		if t.Owner == "" && len(e.Officers) > 0 {
			t.Owner = e.Officers[0]
		}
	},
	edit: func(f *form, r data.Record) (fyne.CanvasObject, []*bound, *bound) {
		words, due, owner := f.bind("", r, "text"), f.bind("", r, "due"), f.bind("", r, "owner")
		first := due
		if r.(*data.Task).Text == "" {
			first = words
		}
		return widgets.Row(widgets.Part(3, 280, words.field), widgets.Part(0, 150, due.field), widgets.Part(1.5, 210, owner.field)), []*bound{words, due, owner}, first
	},
}
