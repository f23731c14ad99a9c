// Package wholefile writes a file whole or not at all: into a new file beside it first, made durable, then renamed over the old one. A
// full disk or a cut of power leaves what was there before.
package wholefile

import (
	"bufio"
	"io"
	"os"
	"path/filepath"

	"dogovor/data"
)

// Write calls fill with the file's content to be. What cannot be written is a data.Error "output.unwritable" with Path; an error of fill
// itself is returned as it is. In both cases path is as it was. A file that may not be written stays, though its folder would let it be
// replaced; what a link points to is replaced, not the link; a device or a pipe cannot be replaced and is written as it comes.
func Write(path string, fill func(io.Writer) error) (err error) {
	unwritable := func(err error) error { return data.NewError("output.unwritable", err, "Path", path) }
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if there, err := os.Stat(path); err == nil {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return unwritable(err)
		}
		if !there.Mode().IsRegular() {
			return pour(f, fill, unwritable)
		}
		f.Close()
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".dogovor-*")
	if err != nil {
		return unwritable(err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	w := &watched{to: f}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := fill(b); err != nil {
		if w.err != nil {
			return unwritable(w.err)
		}
		return err
	}
	for _, step := range []func() error{b.Flush, f.Sync, f.Close, func() error { return os.Rename(f.Name(), path) }} {
		if err := step(); err != nil {
			return unwritable(err)
		}
	}
	syncDir(filepath.Dir(path))
	return nil
}

// pour writes what cannot be replaced.
func pour(f *os.File, fill func(io.Writer) error, unwritable func(error) error) error {
	w := &watched{to: f}
	err := fill(w)
	if w.err != nil {
		err = unwritable(w.err)
	}
	if e := f.Close(); err == nil && e != nil {
		err = unwritable(e)
	}
	return err
}

// watched remembers the file's own error, to tell it from one of fill.
type watched struct {
	to  io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.to.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

// syncDir makes the rename durable where the system lets a folder be synced.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
