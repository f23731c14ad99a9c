package indicator

import "dogovor/data"

// Issue is what the figures need to know of an issue or a need.
type Issue struct {
	ID          data.ID
	Number      string
	RaisedOn    data.Date
	Kind, Topic string
	Severity    string
	Settlement  data.ID
	Owner       string
	RespondedOn data.Date
	ToldOn      data.Date
	ClosedOn    data.Date
}

// AnsweredAt tells whether there was an answer by the end of a day.
func (x *Issue) AnsweredAt(day data.Date) bool { return by(x.RespondedOn, day) }

// ToldAt tells whether those who raised it knew our answer by the end of a day.
func (x *Issue) ToldAt(day data.Date) bool { return x.AnsweredAt(day) && by(x.ToldOn, day) }

// UntoldAt tells whether it was answered and neither told back nor closed by the end of a day.
func (x *Issue) UntoldAt(day data.Date) bool {
	return x.AnsweredAt(day) && !by(x.ToldOn, day) && !by(x.ClosedOn, day)
}

// OpenAt tells whether it was raised, and neither answered nor closed without an answer, by the end of a day.
func (x *Issue) OpenAt(day data.Date) bool {
	return by(x.RaisedOn, day) && !x.AnsweredAt(day) && !by(x.ClosedOn, day)
}

// raised are the places of the issues of the period.
func (d *Dataset) raised() []int {
	return where(d.Issues, func(x *Issue) bool { return d.within(x.RaisedOn) })
}

func (d *Dataset) issueRefs(places []int) []Ref {
	out := make([]Ref, len(places))
	for i, p := range places {
		out[i] = Ref{Type: data.Issues.Name, ID: d.Issues[p].ID, Number: d.Issues[p].Number}
	}
	return out
}

func (d *Dataset) issuesByTopic(by string, places []int) Split {
	return splitByCode(by, places, func(i int) string { return d.Issues[i].Topic }, data.Topics, d.issueRefs)
}

// apart tells places apart by whether something holds.
func apart(places []int, is func(place int) bool) (yes, no []int) {
	for _, p := range places {
		if is(p) {
			yes = append(yes, p)
		} else {
			no = append(no, p)
		}
	}
	return yes, no
}
