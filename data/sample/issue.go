package sample

import (
	"strings"
	"time"

	"dogovor/data"
)

// raised is an issue before it is made: where it was said, and when what became of it was written down.
type raised struct {
	id        data.ID
	text      string
	kind      string
	topic     string
	severity  string
	language  string
	on        data.Date
	place     data.ID
	meeting   *data.Engagement // nil when it came by itself
	point     data.ID
	by        data.ID
	owner     string
	secret    string
	written   time.Time
	answered  time.Time
	told      time.Time
	closed    time.Time
	unheard   bool // closed without an answer
	saidAgain chance
}

// taken is how many of a hundred points were taken down as an issue too.
const taken = 17

// What becomes of issues, and how often.
const (
	answeredAndTold = iota
	answeredOnly
	leftOpen
	toldAndClosed
	closedUnheard
)

var ends = []int{answeredAndTold: 40, answeredOnly: 22, leftOpen: 22, toldAndClosed: 10, closedUnheard: 6}

// raise makes issues of points, and those that nobody said at a meeting.
func (y *Year) raise() {
	for i := range y.plans {
		p := &y.plans[i]
		if p.status != "held" || p.written.IsZero() {
			continue
		}
		c := y.chance(forIssue, i)
		e := y.engagement(i)
		for n, x := range e.Points {
			r := raised{text: x.Said, topic: x.Topic, language: y.words(i).code, on: e.Start.HomeDate(), place: e.Settlement, meeting: e, point: x.ID, by: x.RaisedBy,
				owner: e.Officers[len(e.Officers)-1], secret: e.Confidentiality, written: p.written, saidAgain: y.chance(forIssue, i<<8|n+1<<40)}
			take, end := c.in(taken), c.weighed(ends)
			if r.kind = kindOf(x.Said, x.Topic); take {
				y.askAnswer(r, end)
			}
		}
	}
	for i := range len(ownIssues) * y.Scale {
		c, own := y.chance(forIssue, i+1<<36), ownIssues[i%len(ownIssues)]
		written := y.dayOf(own.on, c)
		if !y.known(written) {
			continue
		}
		r := raised{text: own.text, kind: own.kind, topic: own.topic, severity: own.severity, language: own.language, on: data.DateOf(written), place: y.area.id(own.place),
			by: y.somebody(c, own.place, written, false), owner: pick(c, officers), secret: "internal", written: written, saidAgain: y.chance(forIssue, i+1<<37)}
		y.askAnswer(r, c.weighed(ends))
	}
}

// kindOf guesses what kind of issue a sentence is.
func kindOf(said, topic string) string {
	switch {
	case strings.HasSuffix(said, "?"), strings.HasSuffix(said, "？"):
		return "question"
	case topic == "health", topic == "education", topic == "jobs", topic == "local_purchasing":
		return "need"
	}
	return "concern"
}

// askAnswer says when the issue was answered, told back or closed.
func (y *Year) askAnswer(r raised, end int) {
	c := r.saidAgain
	if r.severity == "" {
		r.severity = data.Severities.Codes[c.weighed([]int{36, 44, 17, 3})]
	}
	r.id = c.id(r.written)
	raiser := c.id(r.written)
	answered := later(c, r.written, 2, 24)
	told := later(c, answered, 0, 13)
	closed := later(c, told, 5, 20)
	if end != leftOpen && end != closedUnheard {
		r.answered = answered
	}
	if end == answeredAndTold || end == toldAndClosed {
		r.told = told
	}
	if r.unheard = end == closedUnheard; r.unheard || end == toldAndClosed {
		r.closed = closed
	}
	say, how := promiseWords[r.language], pick(c, promiseWords[r.language].how)
	words := issueWords[r.language]
	why := pick(c, words.closed)
	y.Issues++
	y.follow(thread{times: []time.Time{r.written, r.answered, r.told, r.closed}, officer: one(r.owner), record: func(at time.Time) data.Record {
		x := &data.Issue{Meta: data.Meta{ID: r.id}, Text: r.text, Kind: r.kind, Topic: r.topic, Severity: r.severity, RaisedOn: r.on, Settlement: r.place, Owner: r.owner, Confidentiality: r.secret}
		if r.meeting != nil {
			x.Engagement, x.Point = r.meeting.ID, r.point
		}
		if !r.by.IsZero() {
			x.Raisers = []*data.Raiser{{Meta: data.Meta{ID: raiser}, Issue: x.ID, Stakeholder: r.by}}
		}
		if happened(r.answered, at) {
			x.Response, x.ResponseOn, x.ResponseBy = words.answer[r.topic], data.DateOf(r.answered), r.owner
		}
		if happened(r.told, at) {
			x.ToldOn, x.ToldWhom, x.ToldHow = data.DateOf(r.told), say.whom, how
		}
		if happened(r.closed, at) {
			x.ClosedOn = data.DateOf(r.closed)
			if r.unheard {
				x.ClosedWhy = why
			}
		}
		return x
	}})
}

// dayOf is a working day in office hours of the year, from a month and a day.
func (y *Year) dayOf(monthDay string, c chance) time.Time {
	t, err := time.Parse("01-02", monthDay)
	if err != nil {
		panic("sample: " + monthDay + " is no day of a year")
	}
	return office(y.day(t.Month(), t.Day(), 0, 0), c)
}

// known tells whether something was written down in the year by its clock, after the register was begun.
func (y *Year) known(t time.Time) bool {
	return !t.Before(y.day(time.January, 12, 0, 0)) && !t.After(y.Now)
}

// somebody is a stakeholder of a place who stood in the register by then: a person, or a body when one is asked for; nobody when there is none.
func (y *Year) somebody(c chance, place string, by time.Time, body bool) data.ID {
	var there []data.ID
	for _, i := range y.byPlace[place] {
		if s := &y.register[i]; (s.body != nil) == body && s.entered.Before(by) {
			there = append(there, s.id)
		}
	}
	if len(there) == 0 {
		return data.ID{}
	}
	return pick(c, there)
}
