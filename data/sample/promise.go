package sample

import (
	"strings"
	"time"

	"dogovor/data"
	"dogovor/data/store"
)

// pledge is a promise before it is made: from which point, and when what became of it was written down. Times that lie after the year's
// clock are zero: that has not happened yet.
type pledge struct {
	engagement, point int
	due               data.Date
	written           time.Time
	moved             time.Time
	movedTo           data.Date
	done              time.Time
	told              time.Time
	withdrawn         time.Time
}

// promised is in how many of a hundred answers with a date the date was taken down as a promise.
const promised = 16

// fates of promises, and how often they are met.
const (
	keptInTime = iota
	keptLate
	movedAndKept
	forgotten
	calledOff
)

var fates = []int{keptInTime: 48, keptLate: 16, movedAndKept: 16, forgotten: 14, calledOff: 6}

// pledge makes promises of the answers that name a day.
func (y *Year) pledge() {
	for i := range y.plans {
		p := &y.plans[i]
		if p.status != "held" || p.written.IsZero() {
			continue
		}
		c := y.chance(forPromise, i)
		for n, x := range y.engagement(i).Points {
			take, fate := c.in(promised), c.weighed(fates)
			due := dayIn(x.Answer, p.start, y.words(i).day)
			if take && due != "" {
				y.pledges = append(y.pledges, y.fate(c, fate, pledge{engagement: i, point: n, due: due, written: p.written}))
			}
		}
	}
}

// dayIn finds the day by which an answer promises something: those that the sentences are filled with.
func dayIn(answer string, start time.Time, day string) data.Date {
	for n := 7; n <= 21; n++ {
		if d := workday(start.AddDate(0, 0, n)); strings.Contains(answer, d.Format(day)) {
			return data.DateOf(d)
		}
	}
	return ""
}

// fate says when the promise was moved, done, told back or withdrawn.
func (y *Year) fate(c chance, fate int, p pledge) pledge {
	due := p.due.Time(data.HomeZone())
	early, late, later, answer := c.between(0, 4), c.between(1, 20), c.between(10, 30), c.between(1, 12)
	told := c.in(72)
	at := func(days, hour int) time.Time {
		t := workday(due.AddDate(0, 0, days)).Add(time.Duration(hour)*time.Hour + time.Duration(c.IntN(3600))*time.Second)
		if first := p.written.Add(time.Hour); t.Before(first) {
			t = first
		}
		return t
	}
	switch fate {
	case keptInTime:
		p.done = at(0, 9)
		for n := early; n > 0; n-- {
			if t := at(-n, 14); t.After(p.written.Add(2*time.Hour)) && data.DateOf(t) <= p.due {
				p.done = t
				break
			}
		}
	case keptLate:
		p.done = at(late, 13)
	case movedAndKept:
		p.moved = at(-1, 10)
		p.movedTo = data.DateOf(workday(due.AddDate(0, 0, later)))
		p.done = at(later-early, 12)
	case calledOff:
		p.withdrawn = at(-1, 11)
	}
	if !p.done.IsZero() && told {
		p.told = p.done.AddDate(0, 0, answer).Add(30 * time.Minute)
	}
	for _, t := range []*time.Time{&p.moved, &p.done, &p.told, &p.withdrawn} {
		if t.After(y.Now) {
			*t = time.Time{}
		}
	}
	return p
}

// promiseSteps are the batches of all promises, each after the engagement it was made at.
func (y *Year) promiseSteps() (steps []step) {
	for k, p := range y.pledges {
		for _, at := range []time.Time{p.written, p.moved, p.done, p.told, p.withdrawn} {
			if !at.IsZero() {
				steps = append(steps, step{at, func(y *Year, k int) store.Batch { return y.promising(k, at) }, k})
			}
		}
	}
	return steps
}

// promising is the batch in which a promise is written down as it stands at a time.
func (y *Year) promising(k int, at time.Time) store.Batch {
	p := y.pledges[k]
	e, c := y.engagement(p.engagement), y.chance(forPromise, k+1<<32)
	x, say := e.Points[p.point], promiseWords[y.words(p.engagement).code]
	by := func(t time.Time) bool { return !t.IsZero() && !t.After(at) }
	officer := e.Officers[len(e.Officers)-1]
	m := &data.Commitment{Meta: data.Meta{ID: c.id(p.written)}, Promise: x.Answer, MadeBy: e.Officers[0], MadeOn: data.DateOf(y.plans[p.engagement].start), Engagement: e.ID, Point: x.ID,
		Settlement: e.Settlement, Topic: x.Topic, Due: p.due, Owner: officer, Confidentiality: e.Confidentiality}
	to, moved := c.id(p.written), c.id(p.written)
	evidence, reason, why, how := pick(c, say.evidence), pick(c, say.moved), pick(c, say.withdrawn), pick(c, say.how)
	if !x.RaisedBy.IsZero() {
		m.Recipients = []*data.Recipient{{Meta: data.Meta{ID: to}, Commitment: m.ID, Stakeholder: x.RaisedBy}}
	}
	if by(p.moved) {
		m.Revisions = []*data.Revision{{Meta: data.Meta{ID: moved}, Commitment: m.ID, On: data.DateOf(p.moved), Due: p.movedTo, Reason: reason}}
	}
	if by(p.done) {
		m.DoneOn, m.Evidence = data.DateOf(p.done), evidence
	}
	if by(p.told) {
		m.ToldOn, m.ToldWhom, m.ToldHow = data.DateOf(p.told), say.whom, how
	}
	if by(p.withdrawn) {
		m.WithdrawnOn, m.WithdrawnWhy, m.WithdrawnAgreed = data.DateOf(p.withdrawn), why, say.agreed
	}
	m.Clean()
	return store.Batch{Officer: officer, Records: []data.Record{m}}
}
