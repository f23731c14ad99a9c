package record

import (
	"time"

	"fyne.io/fyne/v2"
)

// after calls f on the window's thread when d has passed, unless stopped.
var after = func(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
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
