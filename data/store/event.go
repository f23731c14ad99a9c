package store

import (
	"maps"
	"slices"
	"sync"

	"dogovor/data"
)

// subscribers hear of changes after they are on the disk.
type subscribers struct {
	mu   sync.Mutex
	next int
	list map[int]func(data.Event)
}

// Subscribe has f called after every change of a record is on the disk, in the goroutine that made it. The answer ends it.
func (s *Store) Subscribe(f func(data.Event)) (cancel func()) {
	s.subs.mu.Lock()
	defer s.subs.mu.Unlock()
	if s.subs.list == nil {
		s.subs.list = map[int]func(data.Event){}
	}
	s.subs.next++
	n := s.subs.next
	s.subs.list[n] = f
	return func() {
		s.subs.mu.Lock()
		defer s.subs.mu.Unlock()
		delete(s.subs.list, n)
	}
}

func (s *subscribers) publish(events []data.Event) {
	s.mu.Lock()
	fs := make([]func(data.Event), 0, len(s.list))
	for _, n := range slices.Sorted(maps.Keys(s.list)) {
		fs = append(fs, s.list[n])
	}
	s.mu.Unlock()
	for _, e := range events {
		for _, f := range fs {
			f(e)
		}
	}
}

// fewEvents is how many records one change names each; more are said as one.
const fewEvents = 20

func (x *writing) events() []data.Event {
	if x.many || len(x.touched) > fewEvents {
		return []data.Event{{}}
	}
	var out []data.Event
	for id, t := range x.touched {
		out = append(out, data.Event{Type: t.Name, ID: id})
	}
	slices.SortFunc(out, func(a, b data.Event) int { return a.ID.Compare(b.ID) })
	return out
}
