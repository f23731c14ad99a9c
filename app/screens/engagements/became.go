package engagements

import (
	"context"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// maker turns a discussion point into a record of another kind with one key. A new kind is one more line in makers.
type maker struct {
	t      *data.Type // has the fields engagement and point
	key    fyne.KeyName
	word   string // message of the button on the point
	tip    string // and what it does
	remove string // message of the button that takes a new one away again
	// make is a new record, prefilled from the point; complete fills in, at each save, what follows from the meeting.
	make     func(f *form, x *data.Point) data.Record
	complete func(s *state, x *data.Point, r data.Record, today data.Date)
	// edit makes the fields that are asked for at once, and where the keys start.
	edit func(f *form, r data.Record) (view fyne.CanvasObject, fields []*bound, first *bound)
}

// makers are in the order of their keys.
var makers = []*maker{issues, promises, grievances, tasks}

// mention is a saved record that a point became.
type mention struct {
	point data.ID
	text  string
	badge string
	state widgets.Status
	place screens.Place
}

// mentions reads what the points of an engagement became.
func mentions(ctx context.Context, host screens.Host, db Store, engagement data.ID) (map[data.ID][]mention, error) {
	all := map[data.ID][]mention{}
	for _, m := range makers {
		page, err := db.Follows(ctx, data.FollowFilter{Types: []string{m.t.Name}, Engagement: engagement}, data.Page{Limit: data.MaxList})
		if err != nil {
			return nil, err
		}
		for _, r := range page.Rows {
			x := mention{point: r.Point, text: record.FollowMention(host, r), place: record.FollowPlace(r)}
			x.badge, x.state = record.FollowWords(host, r)
			all[x.point] = append(all[x.point], x)
		}
	}
	return all, nil
}

// became is a record that a point of the form became and that is not saved yet. As JSON it names its type.
type became struct{ data.Record }

type becameJSON struct {
	Type   string          `json:"type"`
	Record json.RawMessage `json:"record"`
}

// MarshalJSON is for the draft.
func (b *became) MarshalJSON() ([]byte, error) {
	r, err := json.Marshal(b.Record)
	if err != nil {
		return nil, err
	}
	return json.Marshal(becameJSON{b.Type().Name, r})
}

// UnmarshalJSON is for the draft.
func (b *became) UnmarshalJSON(body []byte) error {
	var raw becameJSON
	if err := json.Unmarshal(body, &raw); err != nil {
		return err
	}
	t := data.TypeNamed(raw.Type)
	if t == nil || makerOf(t) == nil {
		return fmt.Errorf("no point becomes a %q", raw.Type)
	}
	b.Record = t.New()
	return json.Unmarshal(raw.Record, b.Record)
}

func makerOf(t *data.Type) *maker {
	for _, m := range makers {
		if m.t == t {
			return m
		}
	}
	return nil
}

func pointer(r data.Record, column string) *data.ID {
	f, ok := r.Type().Field(column)
	if !ok {
		panic("engagements: " + r.Type().Name + " does not say which " + column + " it comes from")
	}
	return f.Ptr(r).(*data.ID)
}

// point is the id of the point that became it.
func (b *became) point() data.ID { return *pointer(b.Record, data.Points.Name) }

// of are the records that a point became in this form.
func (s *state) became(x *data.Point) (out []*became) {
	for _, b := range s.Became {
		if b.point() == x.ID {
			out = append(out, b)
		}
	}
	return out
}

// kept tells the points that are saved: those in which something was written, or that became something.
func (s *state) kept(x *data.Point) bool { return !x.Empty() || len(s.became(x)) > 0 }

// complete fills in what the new records take from the meeting, and answers them in the order of their points.
func (s *state) complete(today data.Date) (out []data.Record) {
	for _, x := range s.Engagement.Points {
		for _, b := range s.became(x) {
			*pointer(b.Record, data.Engagements.Name) = s.Engagement.ID
			makerOf(b.Type()).complete(s, x, b.Record, today)
			out = append(out, b.Record)
		}
	}
	return out
}
