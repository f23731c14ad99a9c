package sample

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dogovor/data"
	"dogovor/data/store"
)

// planning is the batch in which an engagement to come is written down: nobody has come or said anything yet.
func (y *Year) planning(i int) store.Batch {
	e := y.engagement(i)
	e.Status, e.CancelledWhy = "planned", ""
	e.Attendance, e.Points = nil, nil
	e.Women, e.Men, e.Undeclared, e.Young = 0, 0, 0, 0
	e.Shared, e.NextSteps, e.NextMeeting, e.Notes = "", "", "", ""
	return store.Batch{Officer: e.Officers[0], Records: []data.Record{e}}
}

// writing is the batch in which an engagement is written down as it was, or called off.
func (y *Year) writing(i int) store.Batch {
	p := &y.plans[i]
	if p.status == "cancelled" {
		b := y.planning(i)
		e := b.Records[0].(*data.Engagement)
		c := y.chance(forBatch, i)
		e.Status, e.CancelledWhy = "cancelled", pick(c, y.words(i).why)
		return b
	}
	e := y.engagement(i)
	e.Notes = ""
	if !p.amended.IsZero() && e.Women > 0 {
		e.Women-- // the list of signatures will tell better
	}
	e.Young = min(e.Young, e.Headcount())
	return store.Batch{Officer: e.Officers[0], Records: []data.Record{e}}
}

// amending is the batch in which an officer mends what was written in a hurry.
func (y *Year) amending(i int) store.Batch {
	e := y.engagement(i)
	return store.Batch{Officer: e.Officers[len(e.Officers)-1], Records: []data.Record{e}}
}

// words chooses the language that an engagement is written down in.
func (y *Year) words(i int) *words {
	c, place := y.chance(forEngagement, i+1<<32), y.plans[i].place
	cyrillic := 20
	switch place {
	case "Oštrelj", "Zlot", "Donja Bela Reka", "Majdanpek", "Bučje", "Jasikovo":
		cyrillic = 60
	}
	foreign := 0 // villagers are spoken with in their own language
	switch y.plans[i].manner.kind {
	case "meeting", "work_group", "phone_call", "letter", "media":
		foreign = 20
		if place == "Bor" || place == "" {
			foreign = 60
		}
	}
	switch n := c.IntN(100); {
	case n < foreign*2/5 && (place == "Bor" || place == "Krivelj"):
		return chinese
	case n < foreign:
		return english
	case n < foreign+cyrillic:
		return serbianCyrillic
	}
	return serbianLatin
}

// engagement is what is known of one in the end.
func (y *Year) engagement(i int) *data.Engagement {
	p, c, w := &y.plans[i], y.chance(forEngagement, i), y.words(i)
	made := p.planned
	if made.IsZero() {
		made = p.written
	}
	e := &data.Engagement{Meta: data.Meta{ID: c.id(made)}, Kind: p.manner.kind, Planned: p.ahead, Status: p.status, Settlement: y.area.id(p.place), MinutesLanguage: w.code, Formality: "informal"}
	f := filler{c, w, p.start, y.placeName(p.place, w)}
	e.Venue = pick(c, w.venues[e.Kind])
	if p.manner.formal {
		e.Formality = "formal"
	}
	if e.Initiator = p.manner.initiator; e.Initiator == "" {
		e.Initiator = data.Initiators.Codes[c.weighed([]int{62, 30, 8})]
	}
	e.Start = data.At(p.start)
	if p.manner.minutes == 0 {
		e.Start = data.OnDay(data.DateOf(p.start))
	} else {
		e.End = data.At(p.start.Add(time.Duration(p.manner.minutes+c.between(-2, 4)*5) * time.Minute))
	}
	e.Languages = []string{w.code}
	if c.in(15) && p.place != "" {
		e.Languages = append(e.Languages, "vlach")
	}
	e.Officers = []string{pick(c, officers)}
	if second := pick(c, officers); second != e.Officers[0] && c.in(40) {
		e.Officers = append(e.Officers, second)
	}
	if c.in(45) {
		e.Project = pick(c, projects).Code
	}
	e.Purpose = pick(c, w.purposes)
	y.attend(e, i, c, w)
	y.discuss(e, p, c, f)
	e.Title = w.topics[e.Points[0].Topic]
	if f.place != "" {
		e.Title += map[bool]string{true: "，", false: ", "}[w == chinese] + f.place
	}
	if e.Formality == "formal" && len(e.Points) > 1 {
		for n, x := range e.Points {
			e.Agenda += fmt.Sprintf("%d. %s\n", n+1, w.topics[x.Topic])
		}
	}
	y.conclude(e, p, c, f)
	e.Clean()
	return e
}

// conclude fills in what is agreed at the end, and who may read it.
func (y *Year) conclude(e *data.Engagement, p *plan, c chance, f filler) {
	if c.in(80) {
		e.NextSteps = f.fill(pick(c, f.words.next))
	}
	if c.in(30) {
		e.NextMeeting = data.DateOf(workday(p.start.AddDate(0, 0, c.between(14, 40))))
	}
	if c.in(35) {
		e.Shared = f.fill(pick(c, f.words.shared))
	}
	e.Notes = f.fill(pick(c, f.words.notes)) // stays where the engagement was amended
	e.Confidentiality = "internal"
	switch topic := e.Points[0].Topic; {
	case e.Kind == "public_meeting" || e.Kind == "open_day":
		e.Confidentiality = "public"
	case e.Kind == "house_visit" && slices.Contains([]string{"land_property", "compensation", "human_rights", "health"}, topic), c.in(2):
		e.Confidentiality = "restricted"
	}
}

// attend fills in who came: people of the place first, then bodies that have a say there, and those nobody noted by name.
func (y *Year) attend(e *data.Engagement, i int, c chance, w *words) {
	p := &y.plans[i]
	place := p.place
	if place == "" {
		place = "Bor"
	}
	came := map[int]bool{}
	for tries, want := 0, c.between(p.manner.named[0], p.manner.named[1]); len(came) < want && tries < 40 || len(came) == 0; tries++ {
		from := y.byPlace[place]
		if len(from) == 0 || tries > 25 || c.in(18) {
			from = y.byPlace["Bor"]
		}
		who := pick(c, from)
		s := &y.register[who]
		switch {
		case came[who], s.entered.After(p.start), (s.language() == "zh") != (w == chinese) && !c.in(12), s.body != nil && c.in(50):
			continue
		}
		came[who] = true
		a := &data.Attendance{Meta: data.Meta{ID: c.id(p.start)}, Engagement: e.ID, Stakeholder: s.id, Signed: p.manner.writtenDown && c.in(85), Photo: p.manner.minutes > 30 && c.in(40)}
		if s.person != nil {
			a.Capacity = s.person.role
			if a.Capacity == "" || c.in(15) {
				a.Capacity = pick(c, w.capacity)
			}
			a.Sentiment = data.Sentiments.Codes[c.weighed([]int{8, 24, 34, 26, 8})]
		}
		e.Attendance = append(e.Attendance, a)
	}
	heads := c.between(p.manner.heads[0], p.manner.heads[1])
	e.Women = heads * c.between(30, 60) / 100
	if heads > 20 {
		e.Undeclared = c.between(0, heads/8)
	}
	e.Men = max(heads-e.Women-e.Undeclared, 0)
	e.Young = e.Headcount() * c.between(0, 35) / 100
}

// discuss fills in what was asked and answered; what is asked in this place only comes first.
func (y *Year) discuss(e *data.Engagement, p *plan, c chance, f filler) {
	want := c.between(p.manner.points[0], p.manner.points[1])
	here := f.words.exchanges
	order := c.Perm(len(here))
	slices.SortStableFunc(order, func(a, b int) int {
		return -strings.Compare(here[a].place, here[b].place) // named places before ""
	})
	said := map[string]bool{}
	for n, at := range order {
		x := here[at]
		if len(e.Points) == want {
			break
		}
		if x.place != "" && x.place != p.place || said[x.topic] && n < len(order)-want || x.place != "" && c.in(35) {
			continue
		}
		said[x.topic] = true
		pt := &data.Point{Meta: data.Meta{ID: c.id(p.start)}, Engagement: e.ID, Topic: x.topic, Said: f.fill(x.asked), Answer: f.fill(x.answer),
			Satisfied: data.Satisfaction.Codes[c.weighed([]int{34, 30, 14, 22})]}
		if len(e.Attendance) > 0 && c.in(85) {
			pt.RaisedBy = pick(c, e.Attendance).Stakeholder
		}
		e.Points = append(e.Points, pt)
	}
}

// placeName is how a settlement is written in the language of w.
func (y *Year) placeName(place string, w *words) string {
	if s := y.area.byName[place]; s != nil && w == serbianCyrillic {
		return s.NameCyrl
	}
	return place
}

// filler puts places, days and numbers into sentences.
type filler struct {
	chance chance
	words  *words
	start  time.Time
	place  string
}

func (f filler) fill(s string) string {
	place := f.place
	if place == "" {
		place = "Bor"
	}
	s = strings.NewReplacer("{place}", place,
		"{date}", workday(f.start.AddDate(0, 0, f.chance.between(7, 21))).Format(f.words.day),
		"{past}", workday(f.start.AddDate(0, 0, -f.chance.between(4, 25))).Format(f.words.day),
		"{n}", strconv.Itoa(f.chance.between(5, 9)), "{many}", strconv.Itoa(f.chance.between(25, 60))).Replace(s)
	return strings.ReplaceAll(s, "..", ".") // a Serbian date brings its own full stop
}

// workday is t, or the next day on which people work.
func workday(t time.Time) time.Time {
	for free(t) || t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return t
}
