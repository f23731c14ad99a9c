package record

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Files is what attachments ask of the store.
type Files interface {
	Attachments(ctx context.Context, of *data.Type, id data.ID) ([]*data.Attachment, error)
	AddAttachmentTo(ctx context.Context, batch data.ID, a *data.Attachment, body []byte) (data.ID, error)
	AttachmentBytes(ctx context.Context, sha256 string) ([]byte, error)
	Save(ctx context.Context, recs ...data.Record) (data.ID, error)
	Bin(ctx context.Context, recordType string, id data.ID) (data.ID, error)
}

// Attachments is the section of a page or a form with the files kept with a record: it lists, adds, shows and takes them away. Files that
// are dropped on the window come here while it can be seen.
type Attachments struct {
	host    screens.Host
	db      Files
	of      data.Record
	have    []*data.Attachment
	rows    []*widgets.FileRow
	noting  *noting // the note that is being written, nil when none is
	adding  bool
	resized func()

	View    fyne.CanvasObject
	target  *widgets.DropTarget
	title   *look.Text
	list    *fyne.Container
	busy    *widgets.Busy
	add     *widgets.Button
	reading bool // small pictures are being made
}

// NewAttachments makes the section of a stored record with the files that it has; resized is called when it took another height. For a
// record in the bin it only shows.
func NewAttachments(host screens.Host, db Files, of data.Record, have []*data.Attachment, resized func()) *Attachments {
	a := &Attachments{host: host, db: db, of: of, resized: resized}
	w := host.Words()
	a.target = widgets.NewDropTarget(a.Add)
	a.title = look.Section("")
	a.list = widgets.Column(look.Unit / 2)
	a.busy = widgets.NewBusy(w)
	parts := []fyne.CanvasObject{&fyne.Container{Layout: fillLayout{}, Objects: []fyne.CanvasObject{headed(a.title), a.target}}, a.list}
	if of.Head().Binned {
		a.target.Take = func([]string) { host.Done(w.T("attachments.binned_record"), data.ID{}) }
	} else {
		a.add = widgets.SecondaryButton(w.T("attachments.add"), a.choose).WithIcon(theme.MailAttachmentIcon())
		hint := look.NewWrapped(w.T("attachments.hint", "Max", data.MaxAttachment>>20), look.SecondaryStyle)
		parts = append(parts, a.busy, widgets.Row(widgets.Part(0, 0, a.add), widgets.Part(1, 220, widgets.Unsaid(hint))))
	}
	a.View = widgets.Column(look.Unit, parts...)
	latest = a
	a.set(have)
	return a
}

// AttachmentsLater is the section of a record that was never saved: it says when files can be added.
func AttachmentsLater(host screens.Host) fyne.CanvasObject {
	w := host.Words()
	said := w.T("attachments.save_first")
	target := widgets.NewDropTarget(func([]string) { host.Done(said, data.ID{}) })
	head := &fyne.Container{Layout: fillLayout{}, Objects: []fyne.CanvasObject{heading(w.T("attachments.title")), target}}
	return widgets.Column(look.Unit, head, look.NewWrapped(said, look.SecondaryStyle))
}

// takesAttachments tells whether a type of record has attachments.
func takesAttachments(t *data.Type) bool {
	for _, x := range data.AttachedTo() {
		if x == t {
			return true
		}
	}
	return false
}

// set shows files.
func (a *Attachments) set(have []*data.Attachment) {
	w := a.host.Words()
	a.have, a.rows, a.list.Objects = have, nil, nil
	title := w.T("attachments.title")
	if len(have) > 0 {
		title = w.T("attachments.title.n", "N", w.Int(len(have)))
	}
	a.title.SetText(title)
	for _, x := range have {
		row := a.row(x)
		a.rows = append(a.rows, row)
		switch {
		case a.noting != nil && a.noting.of.ID == x.ID:
			a.list.Add(widgets.Column(0, row, a.noting.view))
		case x.Note != "":
			a.list.Add(widgets.Column(0, row, beneath(look.Body(x.Note).MaxLines(4))))
		default:
			a.list.Add(row)
		}
	}
	a.list.Hidden = len(have) == 0
	a.list.Refresh()
	a.pictures()
}

// beneath stands under the words of a row, not under its picture.
func beneath(o fyne.CanvasObject) fyne.CanvasObject {
	const air, gap = look.Unit * .5, look.Unit * 1.5
	return &fyne.Container{Layout: indent(air + widgets.FilePicture + gap), Objects: []fyne.CanvasObject{widgets.Column(look.Unit*.75, o, &fyne.Container{})}}
}

func (a *Attachments) row(x *data.Attachment) *widgets.FileRow {
	w := a.host.Words()
	said := []string{Bytes(w, x.Size), w.Date(x.CreatedAt.In(data.HomeZone()))}
	if x.CreatedBy != "" {
		said = append(said, x.CreatedBy)
	}
	row := widgets.NewFileRow(x.Name, strings.Join(said, " · "), iconOf(x.Media), w.T("attachments.more"), func() { a.show(x) }, func() []*fyne.MenuItem { return a.items(x) })
	if m := pictures.of(x.SHA256); m != nil {
		row.SetPicture(m)
	}
	if !a.of.Head().Binned {
		row.OnDelete = func() { a.bin(x) }
	}
	return row
}

// items are what can be done with a file.
func (a *Attachments) items(x *data.Attachment) []*fyne.MenuItem {
	w := a.host.Words()
	var out []*fyne.MenuItem
	put := func(word string, icon fyne.Resource, do func()) {
		m := fyne.NewMenuItem(w.T(word), do)
		m.Icon = icon
		out = append(out, m)
	}
	if isPicture(x) {
		put("attachments.look", theme.ZoomInIcon(), func() { a.look(x) })
	}
	put("attachments.open", theme.FileIcon(), func() { a.open(x) })
	put("attachments.save_as", theme.DocumentSaveIcon(), func() { a.saveAs(x) })
	if !a.of.Head().Binned {
		put("attachments.note", theme.DocumentCreateIcon(), func() { a.note(x) })
		put("common.move_to_bin", theme.DeleteIcon(), func() { a.bin(x) })
	}
	return out
}

// reload reads the files anew, and keeps the keys where they were.
func (a *Attachments) reload(then func()) {
	var have []*data.Attachment
	a.host.Load(func(ctx context.Context) (err error) {
		have, err = a.db.Attachments(ctx, a.of.Type(), a.of.Head().ID)
		return err
	}, func() {
		a.set(have)
		a.resized()
		if then != nil && widgets.DropTargetIn(a.host.Window().Content()) == a.target {
			then()
		}
	})
}

// focus puts the keys on a row, or on what comes after the last.
func (a *Attachments) focus(i int) {
	if i = min(i, len(a.rows)-1); i >= 0 {
		widgets.Focus(a.rows[i])
	} else if a.add != nil {
		widgets.Focus(a.add)
	}
}

// bin takes a file away; Undo brings it back.
func (a *Attachments) bin(x *data.Attachment) {
	var batch data.ID
	at := 0
	for i, y := range a.have {
		if y.ID == x.ID {
			at = i
		}
	}
	a.host.Load(func(ctx context.Context) (err error) {
		batch, err = a.db.Bin(context.WithoutCancel(ctx), data.Attachments.Name, x.ID)
		return err
	}, func() {
		a.host.Done(a.host.Words().T("attachments.binned", "Name", x.Name), batch)
		a.reload(func() { a.focus(at) })
	})
}
