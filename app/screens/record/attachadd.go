package record

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dogovor/app/dialogs"
	"dogovor/data"
	"dogovor/data/photo"
)

// offered is a file that a person wants to add.
type offered struct {
	path     string
	position bool // it is a photo that says where it was taken
}

// choose asks for a file.
func (a *Attachments) choose() {
	dialogs.File(a.host.Window(), func(path string) { a.Add([]string{path}) })
}

// Add adds files: it looks at each, asks once about positions in photos, and takes in what can be taken. What cannot is said together.
func (a *Attachments) Add(paths []string) {
	w := a.host.Words()
	if a.adding {
		a.host.Done(w.T("attachments.busy"), data.ID{})
		return
	}
	a.adding = true
	given, giveUp := context.WithCancel(context.Background())
	a.busy.Start(w.T("attachments.reading"), giveUp)
	var found []offered
	var refused []error
	a.host.Load(func(ctx context.Context) error {
		for _, path := range paths {
			if ctx.Err() != nil || given.Err() != nil {
				return nil
			}
			body, err := readFile(path)
			if err != nil {
				refused = append(refused, err)
				continue
			}
			found = append(found, offered{path, photo.HasPosition(body)})
		}
		return nil
	}, func() {
		photos := 0
		name := ""
		for _, f := range found {
			if f.position {
				photos++
				name = filepath.Base(f.path)
			}
		}
		switch {
		case given.Err() != nil:
			a.adding = false
		case photos == 0:
			a.take(given, giveUp, found, refused, false)
		default:
			a.busy.Stop()
			text := w.N("attachments.position.many", photos)
			if len(paths) == 1 {
				text = w.T("attachments.position.one", "Name", name)
			}
			dialogs.Confirm(a.host.Window(), w.T("attachments.position.title"), text, w.T("attachments.position.remove"), w.T("attachments.position.keep"), func(keep bool) {
				a.busy.Start(w.T("attachments.reading"), giveUp)
				a.take(given, giveUp, found, refused, !keep)
			})
		}
	})
}

// take adds files one after the other, as one step for Undo; there is never more than one in memory.
func (a *Attachments) take(given context.Context, giveUp func(), files []offered, refused []error, strip bool) {
	var batch data.ID
	var failed error
	added := 0
	a.host.Load(func(ctx context.Context) error {
		ctx = context.WithoutCancel(ctx) // leaving the page does not tear off what was asked for
		for _, f := range files {
			if given.Err() != nil {
				break
			}
			body, err := readFile(f.path)
			if err == nil {
				if strip && f.position {
					photo.RemovePosition(body)
				}
				var done data.ID
				if done, err = a.db.AddAttachmentTo(ctx, batch, a.newAttachment(f.path), body); err == nil {
					batch = done
					added++
					continue
				}
			}
			if !strings.HasPrefix(data.ErrorCode(err), "attachment.") {
				failed = err // it would not be different for the next one
				break
			}
			refused = append(refused, err)
		}
		return nil
	}, func() {
		a.busy.Stop()
		giveUp()
		a.adding = false
		a.say(added, batch, refused, failed)
		if added > 0 {
			a.reload(func() { a.focus(len(a.rows) - 1) })
		}
	})
}

func (a *Attachments) newAttachment(path string) *data.Attachment {
	x := &data.Attachment{Name: filepath.Base(path)}
	x.AttachTo(a.of.Type(), a.of.Head().ID)
	return x
}

// mostSaid is how many files that were not added are named one by one.
const mostSaid = 6

// say tells what became of the files.
func (a *Attachments) say(added int, batch data.ID, refused []error, failed error) {
	w := a.host.Words()
	if added > 0 {
		a.host.Done(w.N("attachments.added", added), batch)
	}
	if failed != nil {
		a.host.Fail(failed)
		return
	}
	if len(refused) == 1 && added == 0 && data.ErrorCode(refused[0]) == "attachment.already" {
		a.host.Done(w.Error(refused[0]), data.ID{})
		return
	}
	var lines []string
	for i, err := range refused {
		if i == mostSaid && len(refused) > mostSaid+1 {
			lines = append(lines, w.N("attachments.and_more", len(refused)-i))
			break
		}
		lines = append(lines, w.Error(err))
	}
	if len(lines) > 0 {
		dialogs.Notice(a.host.Window(), w.T("attachments.not_added.title"), strings.Join(lines, "\n\n"), w.T("common.close"), nil)
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
