package store

import (
	"syscall"
	"time"
)

// cpuTime is how long the processor has worked for the calling thread: other programs that want it do not count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_THREAD, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
