package sample

import (
	"time"

	"dogovor/data"
)

// assign gives officers their tasks: from the next steps of meetings, and about promises and grievances.
func (y *Year) assign() {
	for i := range y.plans {
		p := &y.plans[i]
		if p.status != "held" || p.written.IsZero() {
			continue
		}
		c := y.chance(forTask, i)
		e := y.engagement(i)
		if !c.in(17) || e.NextSteps == "" {
			continue
		}
		due := dayIn(e.NextSteps, p.start, y.words(i).day)
		if due == "" {
			due = data.DateOf(workday(p.start.AddDate(0, 0, c.between(8, 20))))
		}
		y.task(c, y.words(i).code, p.written, due, &data.Task{Text: e.NextSteps, Owner: e.Officers[0], Engagement: e.ID, Settlement: e.Settlement, Topic: e.Points[0].Topic, Confidentiality: e.Confidentiality})
	}
	for k, p := range y.pledges {
		if c := y.chance(forTask, k+1<<36); k%6 == 1 {
			m := y.promising(k, p.written).Records[0].(*data.Commitment)
			code := y.words(p.engagement).code
			y.task(c, code, p.written, p.due, &data.Task{Text: taskWords[code].promise, Owner: m.Owner, Engagement: m.Engagement, Settlement: m.Settlement, Commitment: m.ID, Topic: m.Topic, Confidentiality: m.Confidentiality})
		}
	}
	for k, g := range y.complaints {
		if c := y.chance(forTask, k+1<<37); k%4 == 0 {
			due := data.DateOf(workday(g.received.AddDate(0, 0, c.between(6, 12))))
			y.task(c, g.language, g.received, due, &data.Task{Text: taskWords[g.language].grievance, Owner: g.owner, Settlement: y.area.id(g.place), Grievance: g.id, Topic: g.topic, Confidentiality: g.secret})
		}
	}
}

// task follows a task from the time it was written down: most are done by their day, some late, some not yet.
func (y *Year) task(c chance, language string, written time.Time, due data.Date, x *data.Task) {
	x.MadeOn, x.Due = data.DateOf(written), due
	x.ID = c.id(written)
	say := taskWords[language]
	fate, outcome := c.weighed([]int{58, 20, 22}), ""
	if c.in(55) {
		outcome = pick(c, say.outcome)
	}
	var done time.Time
	switch day := due.Time(data.HomeZone()); fate {
	case 0:
		done = office(day.AddDate(0, 0, -c.between(0, 3)), c)
	case 1:
		done = office(day.AddDate(0, 0, c.between(1, 12)), c)
	}
	if !done.IsZero() && done.Before(written.Add(time.Hour)) {
		done = written.Add(time.Hour)
	}
	y.Tasks++
	y.follow(thread{times: []time.Time{written, done}, officer: one(x.Owner), record: func(at time.Time) data.Record {
		t := *x
		if happened(done, at) {
			t.DoneOn, t.Outcome = data.DateOf(done), outcome
		}
		return &t
	}})
}

// taskWords are what tasks say, by language.
var taskWords = map[string]struct {
	promise, grievance string
	outcome            []string
}{
	"sr-Latn": {"Skupiti dokaz da je obećanje ispunjeno i javiti onome ko je pitao", "Zakazati izlazak na teren povodom pritužbe", []string{"Javljeno telefonom, potvrđeno pismeno", "Obavljeno, beleška je u fascikli"}},
	"sr-Cyrl": {"Скупити доказ да је обећање испуњено и јавити ономе ко је питао", "Заказати излазак на терен поводом притужбе", []string{"Јављено телефоном, потврђено писмено", "Обављено, белешка је у фасцикли"}},
	"en":      {"Collect the evidence that the promise was kept, and tell whoever asked", "Arrange a visit to the place of the grievance", []string{"Told by phone and confirmed in writing", "Done; the note is in the folder"}},
	"zh":      {"收集承诺已兑现的证明并告知提问者", "就申诉安排现场查看", []string{"已电话告知并书面确认", "已完成，记录存档"}},
}
