package record

import (
	"time"

	"fyne.io/fyne/v2"
)

// after calls f on the window's thread when d has passed, unless stopped.
var after = func(d time.Duration, f func()) (stop func()) {
	stopped := false // touched on the window's thread only: what is stopped while it waits for that thread does not run
	t := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() { stopped = true; t.Stop() }
}

// Inline stands in for time in headless tests: what waits is done by pass. restore brings time back.
func Inline() (pass, restore func()) {
	real := after
	var waiting []*func()
	after = func(_ time.Duration, f func()) func() {
		w := &f
		waiting = append(waiting, w)
		return func() { *w = nil }
	}
	pass = func() {
		due := waiting
		waiting = nil
		for _, f := range due {
			if *f != nil {
				(*f)()
			}
		}
	}
	return pass, func() { after = real }
}
