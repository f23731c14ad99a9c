package sample

import (
	"time"

	"dogovor/data"
)

// story is a grievance before it is made. People in it are found by chance among those of the place.
type story struct {
	on       string // month and day it was received
	back     int    // or so many working days before the year's clock
	place    string
	language string
	channel  string
	who      string // data.ComplaintKinds
	reply    string // how to answer one without a name
	topic    string
	severity string
	fears    bool // retaliation
	secret   bool
	text     string
	wanted   string
	remedy   string
	lesson   string
	course   []turn
}

// turn is what happened so many days after it was received. Besides the steps: remedy, told and asked.
type turn struct {
	kind string
	day  int
	of   string // admissible, outcome, whom it was referred to, whether satisfied
}

// complaint is a story with its people and times.
type complaint struct {
	*story
	id       data.ID
	owner    string
	secret   string
	received time.Time
}

// complain makes grievances of the stories.
func (y *Year) complain() {
	for i := range len(stories) * y.Scale {
		c, s := y.chance(forGrievance, i), &stories[i%len(stories)]
		received := y.receivedOn(s, c)
		if !y.known(received) {
			continue
		}
		k := complaint{story: s, id: c.id(received), owner: officers[i%len(officers)], secret: "internal", received: received}
		if s.secret {
			k.secret = "restricted"
		}
		y.complaints = append(y.complaints, k)
		y.Grievances++
		y.follow(y.grievance(c, i, k))
	}
}

// receivedOn is when it came in. What is near its limit is reckoned back from the clock, or from the end of the year when that is past.
func (y *Year) receivedOn(s *story, c chance) time.Time {
	if s.back == 0 {
		return y.dayOf(s.on, c)
	}
	t := y.Now.In(data.HomeZone())
	if end := y.day(time.December, 30, 18, 0); t.After(end) {
		t = end
	}
	for n := s.back; n > 0; {
		if t = t.AddDate(0, 0, -1); workday(t).Equal(t) {
			n--
		}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), c.between(8, 14), c.between(0, 59), 0, 0, data.HomeZone())
}

func (y *Year) grievance(c chance, i int, k complaint) thread {
	g := data.Grievance{Meta: data.Meta{ID: k.id}, Channel: k.channel, ReceivedOn: data.DateOf(k.received), ReceivedBy: officers[(i+1)%len(officers)], Complaint: k.who, ReplyTo: k.reply,
		Settlement: y.area.id(k.place), Topic: k.topic, Severity: k.severity, Description: k.text, Wanted: k.wanted, Retaliation: k.fears, Owner: k.owner, Confidentiality: k.secret}
	person, body := y.somebody(c, k.place, k.received, false), y.somebody(c, k.place, k.received, true)
	switch {
	case k.who == "anonymous":
	case k.who == "third_party" && !body.IsZero():
		g.ThirdParty, g.Stakeholder = body, person
	case !person.IsZero():
		g.Complaint, g.Stakeholder = "named", person
	default: // nobody of the place stands in the register yet
		g.Complaint, g.Stakeholder = "named", y.register[0].id
	}
	times, say := []time.Time{k.received}, stepWords[k.language]
	var ids []data.ID
	how := pick(c, promiseWords[k.language].how)
	for n, t := range k.course {
		d := workday(k.received.AddDate(0, 0, t.day))
		at := time.Date(d.Year(), d.Month(), d.Day(), 14, 10+7*n, c.IntN(60), 0, data.HomeZone())
		if last := times[n]; !at.After(last) {
			at = last.Add(11 * time.Minute)
		}
		times, ids = append(times, at), append(ids, c.id(at))
	}
	officer := func(n int) string { return officers[(i+n)%len(officers)] }
	last := func(at time.Time) (n int) {
		for n+1 < len(times) && !times[n+1].After(at) {
			n++
		}
		return n
	}
	return thread{times: times, officer: func(at time.Time) string { return officer(last(at)) }, record: func(at time.Time) data.Record {
		x := g
		for n, t := range k.course[:last(at)] {
			on := data.DateOf(times[n+1])
			switch t.kind {
			case "remedy":
				x.RemedyOn, x.RemedyGiven = on, k.remedy
				continue
			case "told":
				x.ToldOn, x.ToldWhom, x.ToldHow = on, say["told"], how
				continue
			case "asked":
				x.Satisfied, x.Lessons = t.of, k.lesson
				continue
			}
			why := say[t.kind]
			if t.kind == data.GrievanceInvestigated && k.who == "anonymous" {
				why = say["investigated quietly"]
			}
			s := &data.GrievanceStep{Meta: data.Meta{ID: ids[n]}, Grievance: x.ID, Kind: t.kind, On: on, Who: officer(n + 1), Why: why}
			switch t.kind {
			case data.GrievanceAssessed:
				if s.Admissible = t.of; t.of == "no" {
					s.Why = say["not admissible"]
				}
			case data.GrievanceOffered:
				x.RemedyOffered = k.remedy
			case data.GrievanceReferred:
				s.Referred = t.of
			case data.GrievanceClosed:
				if s.Outcome, s.Why = t.of, say[t.of]; t.of == "rejected" {
					s.Why = say["not admissible"]
				}
			}
			x.Steps = append(x.Steps, s)
		}
		return &x
	}}
}
