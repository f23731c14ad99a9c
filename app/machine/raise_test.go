package machine

import (
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
)

func TestRaise(t *testing.T) {
	dir := t.TempDir()
	if Raise(dir) {
		t.Fatal("nobody is there, yet somebody answered")
	}
	// Left behind by a crash.
	if err := os.WriteFile(filepath.Join(dir, socketName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var raised, second atomic.Int32
	stop, isSecond := ListenRaise(dir, func() { raised.Add(1) })
	if isSecond {
		t.Fatal("the first window takes itself for the second")
	}
	stopSecond, isSecond := ListenRaise(dir, func() { second.Add(1) })
	if !isSecond {
		t.Fatal("the second window takes itself for the first")
	}
	if !Raise(dir) || raised.Load() != 1 || second.Load() != 0 {
		t.Fatalf("the first window was raised %d times, the second %d", raised.Load(), second.Load())
	}
	stopSecond()
	if !Raise(dir) || raised.Load() != 2 {
		t.Fatal("the end of the second window silenced the first")
	}
	stop()
	if Raise(dir) {
		t.Fatal("the window is gone, yet somebody answered")
	}
}
