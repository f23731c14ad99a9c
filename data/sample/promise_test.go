package sample

import (
	"testing"

	"dogovor/data"
)

// The sample year shows promises of every kind, each from a point of its engagement.
func TestPromisesOfTheYear(t *testing.T) {
	y := Build(options(t))
	_, engagements := last(y)
	promises, has := map[data.ID]*data.Commitment{}, map[string]int{}
	for b := range y.Batches() {
		for _, r := range b.Records {
			if c, ok := r.(*data.Commitment); ok {
				promises[c.ID] = c
			}
		}
	}
	today := data.DateOf(november.In(data.HomeZone()))
	for _, c := range promises {
		has[c.Status()]++
		switch late := c.DoneOn > c.Due; {
		case c.Overdue(today):
			has["overdue"]++
		case c.DoneOn != "" && late:
			has["late"]++
		case c.DoneOn != "":
			has["on time"]++
		}
		if len(c.Revisions) > 0 {
			has["moved"]++
		}
		e := engagements[c.Engagement]
		from := false
		for _, p := range e.Points {
			from = from || p.ID == c.Point && p.Answer == c.Promise && p.Topic == c.Topic
		}
		if !from || e.Status != "held" || c.MadeOn != e.Start.HomeDate() || c.Settlement != e.Settlement {
			t.Errorf("%+v is not from %+v", c, e)
		}
	}
	if len(promises) != y.Promises || len(promises) < 35 || len(promises) > 50 {
		t.Errorf("%d promises (%d)", len(promises), y.Promises)
	}
	for kind, least := range map[string]int{"open": 6, "overdue": 3, "done": 5, "told": 12, "withdrawn": 1, "late": 5, "on time": 12, "moved": 4} {
		if has[kind] < least {
			t.Errorf("%d %s: %v", has[kind], kind, has)
		}
	}
}
