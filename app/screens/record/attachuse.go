package record

import (
	"context"
	"errors"
	"image"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/photo"
)

// show is what pressing a row does: a picture is looked at here, all else is opened by the system.
func (a *Attachments) show(x *data.Attachment) {
	if isPicture(x) {
		a.look(x)
		return
	}
	a.open(x)
}

// open opens a private copy in the system's viewer.
func (a *Attachments) open(x *data.Attachment) {
	if runs(x.Name) {
		a.host.Fail(data.NewError("attachment.runs", nil, "Name", x.Name))
		return
	}
	a.host.Load(func(ctx context.Context) error {
		body, err := a.db.AttachmentBytes(ctx, x.SHA256)
		if err != nil {
			return err
		}
		if err = a.host.View(x.Name, body); err != nil {
			return data.NewError("attachment.not_opened", withoutPath(err), "Name", x.Name)
		}
		return nil
	}, func() { a.host.Done(a.host.Words().T("attachments.opened", "Name", x.Name), data.ID{}) })
}

// saveAs writes a copy where the person says.
func (a *Attachments) saveAs(x *data.Attachment) {
	dialogs.SaveFile(a.host.Window(), x.Name, func(to fyne.URIWriteCloser) {
		path := filepath.FromSlash(to.URI().Path())
		a.host.Load(func(ctx context.Context) error {
			body, err := a.db.AttachmentBytes(ctx, x.SHA256)
			if err != nil {
				_ = to.Close()
				return err
			}
			_, err = to.Write(body)
			if err = errors.Join(err, to.Close()); err != nil {
				return data.NewError("attachment.not_saved", withoutPath(err), "Name", x.Name)
			}
			return nil
		}, func() { a.host.Done(a.host.Words().T("attachments.saved_as", "Path", path), data.ID{}) })
	})
}

// noting is the note of a file while it is written. Enter keeps it, and so does leaving it: nothing that was typed is lost, and Undo takes it back.
type noting struct {
	of     *data.Attachment
	entry  *widgets.Entry
	view   fyne.CanvasObject
	saving bool
}

// note lets a person write what a file shows, below its row.
func (a *Attachments) note(x *data.Attachment) {
	n := &noting{of: x, entry: widgets.NewEntry()}
	n.entry.SetText(x.Note)
	n.entry.SetMax(data.MaxLine, a.host.Words().N("widgets.too_long", data.MaxLine))
	n.entry.OnEnter = func() { a.keepNote(true) }
	n.entry.OnLeave = func() { a.keepNote(false) }
	n.view = beneath(widgets.NewField(Label(a.host, data.Attachments, "note"), n.entry))
	a.noting = n
	a.set(a.have)
	a.resized()
	widgets.Focus(n.entry)
}

// keepNote saves what was written and, when the person is done, goes back to the row.
func (a *Attachments) keepNote(done bool) {
	n := a.noting
	if n == nil || n.saving {
		return
	}
	n.saving = true
	x := *n.of
	x.Note = n.entry.Text
	var batch data.ID
	var failure error
	a.host.Load(func(ctx context.Context) error {
		batch, failure = a.db.Save(context.WithoutCancel(ctx), &x)
		return nil
	}, func() {
		if n.saving = false; failure != nil { // the text stays
			a.host.Fail(failure)
			return
		}
		a.noting = nil
		if !batch.IsZero() {
			a.host.Done(a.host.Words().T("attachments.noted", "Name", x.Name), batch)
		}
		a.reload(func() {
			if done {
				a.focusOn(x.ID)
			}
		})
	})
}

func (a *Attachments) focusOn(id data.ID) {
	for i, x := range a.have {
		if x.ID == id {
			a.focus(i)
		}
	}
}

// small keeps the small pictures of files that were shown, so that going through a list does not open each photo again.
type small struct {
	sync.Mutex
	by    map[string]image.Image // nil: there is none
	order []string
}

// mostSmall is how many are kept: 9 KB each.
const mostSmall = 400

// latest is the section that was made last: the one that is seen.
var latest *Attachments

var pictures = &small{by: map[string]image.Image{}}

func (s *small) of(sum string) image.Image {
	s.Lock()
	defer s.Unlock()
	return s.by[sum]
}

func (s *small) known(sum string) bool {
	s.Lock()
	defer s.Unlock()
	_, known := s.by[sum]
	return known
}

func (s *small) put(sum string, m image.Image) {
	s.Lock()
	defer s.Unlock()
	if _, known := s.by[sum]; !known {
		s.order = append(s.order, sum)
	}
	s.by[sum] = m
	if len(s.order) > mostSmall {
		delete(s.by, s.order[0])
		s.order = s.order[1:]
	}
}

// pictures makes the small pictures that are missing, one after the other off the window's thread, while the section is the one that is seen.
func (a *Attachments) pictures() {
	if a.reading || a != latest {
		return
	}
	for i, x := range a.have {
		if !isPicture(x) || pictures.known(x.SHA256) {
			continue
		}
		a.reading = true
		row := a.rows[i]
		var m image.Image
		a.host.Load(func(ctx context.Context) error {
			const fine = 2 // dots for each point: screens of today are finer
			body, err := a.db.AttachmentBytes(ctx, x.SHA256)
			if err == nil {
				if p, e := photo.Preview(body, fine*int(widgets.FilePicture), fine*int(widgets.FilePicture)); e == nil {
					m = p
				}
			}
			return nil // a file that is damaged is said when it is opened
		}, func() {
			a.reading = false
			pictures.put(x.SHA256, m)
			if m != nil {
				row.SetPicture(m)
			}
			a.pictures()
		})
		return
	}
}
