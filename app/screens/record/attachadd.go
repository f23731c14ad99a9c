package record

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dogovor/app/dialogs"
	"dogovor/data"
	"dogovor/data/photo"
)

// adding is the adding of some files: it is asked for once, and taken back by one Undo.
type adding struct {
	a       *Attachments
	paths   []string
	chosen  bool            // by the button: the keys go to the new row. Who drops files may be typing
	given   context.Context // ends when the person gives it up
	giveUp  func()
	photos  []string // those that say where they were taken
	strip   bool     // and are to say it no more
	added   int
	batch   data.ID
	refused []error // each says which file and why
	failed  error   // what would not be different for the next file
}

// choose asks for a file.
func (a *Attachments) choose() {
	dialogs.File(a.host.Window(), func(path string) { a.addAll([]string{path}, true) })
}

// Add adds files: it looks at each, asks once about positions in photos, and takes in what can be taken. What cannot is said together.
func (a *Attachments) Add(paths []string) { a.addAll(paths, false) }

func (a *Attachments) addAll(paths []string, chosen bool) {
	w := a.host.Words()
	if a.adding {
		a.host.Done(w.T("attachments.busy"), data.ID{})
		return
	}
	a.adding = true
	j := &adding{a: a, paths: paths, chosen: chosen}
	j.given, j.giveUp = context.WithCancel(context.Background())
	a.busy.Start(w.T("attachments.reading"), j.giveUp)
	a.host.Load(func(ctx context.Context) error {
		if j.look(); len(j.photos) == 0 {
			j.take(ctx) // at once: leaving the page meanwhile loses nothing
		}
		return nil
	}, func() {
		if len(j.photos) == 0 || j.given.Err() != nil {
			j.end()
			return
		}
		a.busy.Stop()
		text := w.N("attachments.position.many", len(j.photos))
		if len(paths) == 1 {
			text = w.T("attachments.position.one", "Name", filepath.Base(paths[0]))
		}
		dialogs.Confirm(a.host.Window(), w.T("attachments.position.title"), text, w.T("attachments.position.remove"), w.T("attachments.position.keep"), func(keep bool) {
			j.strip = !keep
			a.busy.Start(w.T("attachments.reading"), j.giveUp)
			a.host.Load(func(ctx context.Context) error {
				j.take(ctx)
				return nil
			}, j.end)
		})
	})
}

// look finds the photos that say where they were taken.
func (j *adding) look() {
	for _, path := range j.paths {
		if j.given.Err() != nil {
			return
		}
		if body, err := readFile(path); err == nil && photo.HasPosition(body) {
			j.photos = append(j.photos, path)
		}
	}
}

// take adds one file after the other; there is never more than one in memory.
func (j *adding) take(ctx context.Context) {
	ctx = context.WithoutCancel(ctx) // leaving the page does not tear off what was asked for
	for _, path := range j.paths {
		if j.given.Err() != nil {
			return
		}
		body, err := readFile(path)
		if err == nil {
			if j.strip && slices.Contains(j.photos, path) {
				photo.RemovePosition(body)
			}
			var batch data.ID
			if batch, err = j.a.db.AddAttachmentTo(ctx, j.batch, j.a.newAttachment(path), body); err == nil {
				j.batch = batch
				j.added++
				continue
			}
		}
		if !strings.HasPrefix(data.ErrorCode(err), "attachment.") {
			j.failed = err
			return
		}
		j.refused = append(j.refused, err)
	}
}

// end tells what became of the files, and shows them.
func (j *adding) end() {
	a := j.a
	a.busy.Stop()
	j.giveUp()
	a.adding = false
	j.say()
	if j.added > 0 {
		a.reload(func() {
			if j.chosen {
				a.focus(len(a.rows) - 1)
			}
		})
	}
}

func (a *Attachments) newAttachment(path string) *data.Attachment {
	x := &data.Attachment{Name: filepath.Base(path)}
	x.AttachTo(a.of.Type(), a.of.Head().ID)
	return x
}

// mostSaid is how many files that were not added are named one by one.
const mostSaid = 6

// say tells what became of the files.
func (j *adding) say() {
	host, w := j.a.host, j.a.host.Words()
	if j.added > 0 {
		host.Done(w.N("attachments.added", j.added), j.batch)
	}
	if j.failed != nil {
		host.Fail(j.failed)
		return
	}
	if len(j.refused) == 1 && j.added == 0 && data.ErrorCode(j.refused[0]) == "attachment.already" {
		host.Done(w.Error(j.refused[0]), data.ID{})
		return
	}
	var lines []string
	for i, err := range j.refused {
		if i == mostSaid && len(j.refused) > mostSaid+1 {
			lines = append(lines, w.N("attachments.and_more", len(j.refused)-i))
			break
		}
		lines = append(lines, w.Error(err))
	}
	if len(lines) > 0 {
		dialogs.Notice(host.Window(), w.T("attachments.not_added.title"), strings.Join(lines, "\n\n"), w.T("common.close"), nil)
	}
}

// readFile reads a file that is not too large, or says in a data.Error why not.
func readFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, data.NewError("attachment.unreadable", withoutPath(err), "Name", name)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, data.NewError("attachment.unreadable", withoutPath(err), "Name", name)
	case info.IsDir():
		return nil, data.NewError("attachment.folder", nil, "Name", name)
	case !info.Mode().IsRegular():
		return nil, data.NewError("attachment.unreadable", nil, "Name", name)
	case info.Size() > data.MaxAttachment:
		return nil, data.TooLarge(name, info.Size())
	case info.Size() == 0:
		return nil, data.NewError("attachment.empty", nil, "Name", name)
	}
	body, err := io.ReadAll(io.LimitReader(f, data.MaxAttachment+1))
	switch {
	case err != nil:
		return nil, data.NewError("attachment.unreadable", withoutPath(err), "Name", name)
	case len(body) > data.MaxAttachment: // it grew meanwhile
		return nil, data.TooLarge(name, int64(len(body)))
	case len(body) == 0:
		return nil, data.NewError("attachment.empty", nil, "Name", name)
	}
	return body, nil
}

// withoutPath keeps names of files out of the log.
func withoutPath(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
