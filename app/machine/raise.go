package machine

import (
	"net"
	"os"
	"path/filepath"
	"time"
)

// socketName is where the window that is open first listens for those started after it.
const socketName = "window.sock"

// answerTime is how long another window may take to say that it heard.
const answerTime = 2 * time.Second

// ListenRaise calls raise whenever the program is started again by the same user, until stop. When a window listens already, which second
// tells, or the system has no such sockets, it does nothing: raising is a kindness, not a need.
func ListenRaise(dir string, raise func()) (stop func(), second bool) {
	path := filepath.Join(dir, socketName)
	if c, err := net.DialTimeout("unix", path, answerTime); err == nil {
		c.Close()
		return func() {}, true
	}
	_ = os.Remove(path) // left behind by a crash: nobody answers there
	l, err := net.Listen("unix", path)
	if err != nil {
		LogError("listen", err)
		return func() {}, false
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			heard(c, raise)
		}
	}()
	return func() { l.Close() }, false
}

// heard raises the window when the other side asked for it, and says so.
func heard(c net.Conn, raise func()) {
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(answerTime))
	var asked [1]byte
	if _, err := c.Read(asked[:]); err == nil {
		raise()
		_, _ = c.Write(asked[:])
	}
}

// Raise asks the window that is open to come to the front; false when there is none.
func Raise(dir string) bool {
	c, err := net.DialTimeout("unix", filepath.Join(dir, socketName), answerTime)
	if err != nil {
		return false
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(answerTime))
	answer := []byte{1}
	if _, err := c.Write(answer); err != nil {
		return false
	}
	_, err = c.Read(answer)
	return err == nil
}
