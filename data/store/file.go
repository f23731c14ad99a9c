package store

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"

	"github.com/gofrs/flock"

	"dogovor/data"
)

// opened lists the files that this program has open. Such a file must not be looked into by any other way than SQLite (see the package
// comment).
var opened struct {
	sync.Mutex
	list []*holding
}

type holding struct {
	info   os.FileInfo
	path   string
	writes bool
}

func isOpen(path string) (open, writes bool) {
	info, err := os.Stat(path)
	opened.Lock()
	defer opened.Unlock()
	for _, h := range opened.list {
		if h.path == path || err == nil && h.info != nil && os.SameFile(h.info, info) {
			open, writes = true, writes || h.writes
		}
	}
	return open, writes
}

// look tells whether there is a file at path that may be a database; one with nothing in it may become one. What is there and cannot be
// one is refused.
func look(path string) (exists, empty bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, false, nil
	case errors.Is(err, fs.ErrPermission):
		return false, false, data.NewError("db.unreadable", err, "Path", path)
	case err != nil:
		return false, false, err
	case info.IsDir():
		return false, false, data.NewError("db.folder", nil, "Path", path)
	case !info.Mode().IsRegular():
		return false, false, data.NewError("db.not_database", nil, "Path", path)
	}
	if open, _ := isOpen(path); open {
		return true, false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, false, data.NewError("db.unreadable", err, "Path", path)
	}
	defer f.Close()
	magic := []byte("SQLite format 3\x00")
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false, false, err
	}
	if n > 0 && !bytes.Equal(head, magic) && !begun(path, head) {
		return false, false, data.NewError("db.not_database", nil, "Path", path)
	}
	return true, n == 0, nil
}

// begun tells a file whose very first change was cut off: its head was not written yet, and SQLite's journal lies beside it.
func begun(path string, head []byte) bool {
	journal, err := os.Stat(path + "-journal")
	return err == nil && journal.Size() > 0 && bytes.Count(head, []byte{0}) == len(head)
}

// create makes an empty file that only this user can read: the records are about people.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// hold notes that this program has the file open; with lock it also sees to it that no other program writes it, by a lock on a second
// file beside it.
func hold(path string, lock bool) (release func(), err error) {
	h := &holding{path: path, writes: lock}
	var l *flock.Flock
	if lock {
		if _, writes := isOpen(path); writes {
			return nil, data.NewError("db.locked", nil, "Path", path)
		}
		l = flock.New(path+".lock", flock.SetPermissions(0o644)) // empty; others must be able to see the lock
		ok, err := l.TryLock()
		if err != nil {
			return nil, data.NewError("db.readonly", err, "Path", path)
		}
		if !ok {
			return nil, data.NewError("db.locked", nil, "Path", path)
		}
	}
	h.info, _ = os.Stat(path)
	opened.Lock()
	opened.list = append(opened.list, h)
	opened.Unlock()
	return func() {
		opened.Lock()
		for i, x := range opened.list {
			if x == h {
				opened.list = append(opened.list[:i], opened.list[i+1:]...)
				break
			}
		}
		opened.Unlock()
		if l != nil {
			l.Unlock() // the file stays: taking it away would let two programs hold "the" lock
		}
	}, nil
}

// writable refuses a file that may not be written: SQLite would open it and fail at the first save.
func writable(path string) error {
	if open, _ := isOpen(path); open {
		return nil
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return data.NewError("db.readonly", err, "Path", path)
	}
	return f.Close()
}
