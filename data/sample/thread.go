package sample

import (
	"time"

	"dogovor/data"
	"dogovor/data/store"
)

// thread is something that is followed up: at each of its times one thing more is known of it, and it is written down as it is by then.
type thread struct {
	times   []time.Time // in their order, none after the year's clock
	officer func(at time.Time) string
	record  func(at time.Time) data.Record
}

// follow adds a thread; what lies after the year's clock has not happened yet.
func (y *Year) follow(t thread) {
	var known []time.Time
	for _, at := range t.times {
		if !at.IsZero() && !at.After(y.Now) {
			known = append(known, at)
		}
	}
	t.times = known
	y.threads = append(y.threads, t)
}

// threadSteps are the batches of all threads, each after what it points to.
func (y *Year) threadSteps() (steps []step) {
	for i, t := range y.threads {
		for _, at := range t.times {
			steps = append(steps, step{at, func(y *Year, i int) store.Batch {
				rec := y.threads[i].record(at)
				rec.Clean()
				return store.Batch{Officer: y.threads[i].officer(at), Records: []data.Record{rec}}
			}, i})
		}
	}
	return steps
}

// happened tells whether a time has come at another.
func happened(t, at time.Time) bool { return !t.IsZero() && !t.After(at) }

// later is a time in office hours some days after another, and after it on the same day.
func later(c chance, t time.Time, least, most int) time.Time {
	at := office(t.AddDate(0, 0, c.between(least, most)), c)
	if first := t.Add(time.Duration(c.between(20, 90)) * time.Minute); at.Before(first) {
		return first
	}
	return at
}

// one is an officer that stays the same.
func one(name string) func(time.Time) string { return func(time.Time) string { return name } }
