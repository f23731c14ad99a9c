//go:build !linux

package store

import "time"

var testsBegan = time.Now()

// cpuTime is the time that went by, where threads are not told apart.
func cpuTime() time.Duration { return time.Since(testsBegan) }
