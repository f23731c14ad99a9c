package widgets

import (
	"sort"
	"time"

	"fyne.io/fyne/v2"
)

// background runs work off Fyne's thread; after calls f on Fyne's thread when d has passed, unless stopped.
var (
	background = func(work func()) { go work() }
	onThread   = fyne.Do
	after      = func(d time.Duration, f func()) (stop func()) {
		stopped := false // touched on Fyne's thread only: what is stopped while it waits for that thread does not run
		t := time.AfterFunc(d, func() {
			fyne.Do(func() {
				if !stopped {
					f()
				}
			})
		})
		return func() { stopped = true; t.Stop() }
	}
)

// Clock stands in for time and goroutines in headless tests, where Fyne has no thread of its own: work meant for the background runs
// at once, and what waits for time to pass waits for Advance.
type Clock struct {
	now     time.Duration
	waiting []*wait
	restore func()
}

type wait struct {
	at   time.Duration
	f    func()
	dead bool
}

// Inline installs a Clock; a test restores the real thing with defer widgets.Inline().Restore().
func Inline() *Clock {
	c := &Clock{}
	b, a, o := background, after, onThread
	c.restore = func() { background, after, onThread = b, a, o }
	background = func(work func()) { work() }
	onThread = func(f func()) { f() }
	after = func(d time.Duration, f func()) func() {
		w := &wait{at: c.now + d, f: f}
		c.waiting = append(c.waiting, w)
		return func() { w.dead = true }
	}
	return c
}

// Advance lets d pass and runs what was due, in order.
func (c *Clock) Advance(d time.Duration) {
	until := c.now + d
	for {
		sort.SliceStable(c.waiting, func(i, j int) bool { return c.waiting[i].at < c.waiting[j].at })
		if len(c.waiting) == 0 || c.waiting[0].at > until {
			break
		}
		w := c.waiting[0]
		c.waiting = c.waiting[1:]
		c.now = w.at
		if !w.dead {
			w.f()
		}
	}
	c.now = until
}

// Restore ends the test's clock.
func (c *Clock) Restore() { c.restore() }
