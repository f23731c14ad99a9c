package app

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/machine"
	"dogovor/app/widgets"
	"dogovor/data"
)

// viewed is where private copies lie of files that were opened in the system's viewer. They go when the program ends or starts.
func (w *Window) viewed() string { return filepath.Join(w.opt.Dirs.State, "viewed") }

// forgetViewed removes the copies, as far as the programs that opened them let it.
func (w *Window) forgetViewed() {
	if err := os.RemoveAll(w.viewed()); err != nil {
		machine.LogError("viewed", err)
	}
}

// View opens a copy of a file that nobody else can read in the system's viewer. The copy cannot be written either: what is changed in it would be lost.
func (h *host) View(name string, body []byte) error {
	path, err := h.privateCopy(name, body)
	if err != nil {
		return err
	}
	return h.openFile(path)
}

// privateCopy lays a file where nobody else can read it, and gives its place.
func (w *Window) privateCopy(name string, body []byte) (path string, err error) {
	if err := os.MkdirAll(w.viewed(), 0o700); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(w.viewed(), "")
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, nameOfCopy(name))
	return path, os.WriteFile(path, body, 0o400)
}

// openFile has the system open a file with the program for it.
func (w *Window) openFile(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	return w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(abs)})
}

// nameOfCopy is a name that every system takes for a file.
func nameOfCopy(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	ending := filepath.Ext(name)
	stem := strings.Trim(strings.TrimSuffix(name, ending), " .")
	for len(stem) > 100 { // many systems take 255 bytes
		letters := []rune(stem)
		stem = string(letters[:len(letters)-1])
	}
	ending = strings.TrimRight(ending, " .")
	if stem == "" || reserved[strings.ToUpper(stem)] {
		stem = "_" + stem
	}
	return stem + ending
}

// reserved are the names of devices on Windows.
var reserved = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "COM1": true, "COM2": true, "COM3": true, "COM4": true, "LPT1": true, "LPT2": true, "LPT3": true}

// listenForDrops takes files that are dropped on the window.
func (w *Window) listenForDrops() {
	w.win.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		var paths []string
		for _, u := range dropped {
			if u.Scheme() == "file" {
				paths = append(paths, filepath.FromSlash(u.Path()))
			}
		}
		if len(paths) > 0 {
			w.drop(paths)
		}
	})
}

// drop gives files to the record that is seen; where none is, it says so.
func (w *Window) drop(paths []string) {
	if w.current == nil || w.frame == nil {
		return
	}
	if w.win.Canvas().Overlays().Top() != nil {
		w.said(w.words.T("attachments.later"), data.ID{})
		return
	}
	if target := widgets.DropTargetIn(w.frame.content); target != nil {
		target.Take(paths)
		return
	}
	w.said(w.words.T("attachments.nowhere"), data.ID{})
}
