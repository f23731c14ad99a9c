// Package sample makes the sample year that a newcomer explores and that benchmarks multiply: an invented register and a year of
// engagements, promises, issues, tasks and grievances around the mines of Bor and Majdanpek. The same seed, year and clock make the same records, ids and times included.
//
// It must never hold the name, number or address of a person who could exist: people are called Primer, Пример or 示例. Public bodies
// are real; what they are made to say is not.
package sample

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"dogovor/data"
	"dogovor/data/store"
)

// How much a year of scale 1 has.
const engagementsInYear = 150

// Options say which year to make.
type Options struct {
	Year        int
	Scale       int // N times as many people and engagements
	Seed        uint64
	Now         time.Time          // what lies after it is planned; nothing is recorded later
	Settlements []*data.Settlement // of the area; their ids are used as they are
}

// Year is a sample year: small plans, from which Batches makes the records one after the other.
type Year struct {
	Options
	Stakeholders int
	Engagements  int
	Promises     int
	Issues       int
	Tasks        int
	Grievances   int
	area         *area
	register     []entry
	byPlace      map[string][]int // place → its stakeholders
	plans        []plan
	pledges      []pledge
	complaints   []complaint
	threads      []thread
}

// Build plans the year.
func Build(o Options) *Year {
	o.Scale = max(o.Scale, 1)
	y := &Year{Options: o, area: newArea(o.Settlements)}
	y.enroll()
	for i := range engagementsInYear * o.Scale {
		y.plans = append(y.plans, y.plan(i))
	}
	y.pledge()
	y.raise()
	y.complain()
	y.assign()
	y.Stakeholders, y.Engagements, y.Promises = len(y.register), len(y.plans), len(y.pledges)
	return y
}

// step is one batch to come.
type step struct {
	at   time.Time
	make func(*Year, int) store.Batch
	i    int
}

// Batches makes everything in the order in which it was saved. Settlements are in the first one.
func (y *Year) Batches() iter.Seq[store.Batch] {
	steps := []step{{y.notAfterNow(y.day(time.January, 2, 8, 0)), (*Year).settlements, 0}}
	for i := range y.register {
		e := &y.register[i]
		steps = append(steps, step{e.entered, (*Year).entering, i})
		if !e.reviewed.IsZero() {
			steps = append(steps, step{e.reviewed, (*Year).reviewing, i})
		}
	}
	for i := range y.plans {
		p := &y.plans[i]
		for _, s := range []step{{p.planned, (*Year).planning, i}, {p.written, (*Year).writing, i}, {p.amended, (*Year).amending, i}} {
			if !s.at.IsZero() {
				steps = append(steps, s)
			}
		}
	}
	steps = append(steps, y.promiseSteps()...)
	steps = append(steps, y.threadSteps()...)
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(a.at.UnixMilli(), b.at.UnixMilli()) })
	return func(yield func(store.Batch) bool) {
		for _, s := range steps {
			b := s.make(y, s.i)
			b.At = s.at
			if !yield(b) {
				return
			}
		}
	}
}

// settlements are the first thing in the database, with the projects that engagements name.
func (y *Year) settlements(int) store.Batch {
	b := store.Batch{Officer: officers[0]}
	for _, s := range y.area.settlements {
		c := *s
		b.Records = append(b.Records, &c)
	}
	c := y.chance(forBatch, 0)
	for _, t := range projects {
		t.ID = c.id(y.notAfterNow(y.day(time.January, 2, 8, 0)))
		b.Records = append(b.Records, &t)
	}
	return b
}

var projects = []data.Term{
	{List: data.Projects.List, Code: "open_pit", Label: "površinski kop", LabelEn: "open pit", LabelZh: "露天矿"},
	{List: data.Projects.List, Code: "tailings", Label: "flotacijsko jalovište", LabelEn: "tailings dam", LabelZh: "尾矿库"},
	{List: data.Projects.List, Code: "bypass", Label: "zaobilazni put", LabelEn: "bypass road", LabelZh: "绕行公路"},
}

// day is a time of the year in Belgrade.
func (y *Year) day(m time.Month, day, hour, minute int) time.Time {
	return time.Date(y.Year, m, day, hour, minute, 0, 0, data.HomeZone())
}

// notAfterNow keeps what was recorded from being recorded in the future.
func (y *Year) notAfterNow(t time.Time) time.Time {
	if t.After(y.Now) {
		return y.Now.In(data.HomeZone()).Truncate(time.Second)
	}
	return t
}
