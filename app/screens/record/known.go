package record

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Known is a record as its page says it: its fields in words, what they point at, and its history. The page of an area embeds it.
type Known struct {
	Host      screens.Host
	Names     Names // of what the record points at
	subject   data.Record
	db        Files
	files     []*data.Attachment
	changes   []data.Change
	mentioned Names // in the history
}

// Knower is what Know asks of the store.
type Knower interface {
	Finder
	Files
	History(ctx context.Context, recordType string, id data.ID) ([]data.Change, error)
}

// Know reads what the page of a record says besides the record itself.
func Know(ctx context.Context, host screens.Host, db Knower, r data.Record) (k Known, err error) {
	k = Known{Host: host, subject: r, db: db}
	if k.Names, err = Resolve(ctx, db, r); err != nil {
		return k, err
	}
	if k.files, err = db.Attachments(ctx, r.Type(), r.Head().ID); err != nil {
		return k, err
	}
	if k.changes, err = db.History(ctx, r.Type().Name, r.Head().ID); err != nil {
		return k, err
	}
	k.mentioned, err = ResolveChanges(ctx, db, k.changes)
	return k, err
}

// Subject is the record.
func (k Known) Subject() data.Record { return k.subject }

// Label is the name of a field.
func (k Known) Label(column string) string { return Label(k.Host, k.subject.Type(), column) }

// AddTo adds fields to facts; those that say nothing are left out there.
func (k Known) AddTo(f *widgets.Facts, columns ...string) *widgets.Facts {
	for _, column := range columns {
		f.Add(k.Label(column), Say(k.Host, k.subject, column, k.Names))
	}
	return f
}

// Facts are some fields; nil when nothing is known of them.
func (k Known) Facts(columns ...string) fyne.CanvasObject {
	for _, column := range columns {
		if f, _ := k.subject.Type().Field(column); !f.IsZero(k.subject) {
			return k.AddTo(widgets.NewFacts(), columns...)
		}
	}
	return nil
}

// Link leads to a record that this one points at.
func (k Known) Link(area string, id data.ID) *widgets.Link {
	return widgets.NewLink(k.Names.Of(k.Host, id), func() { k.Host.Go(screens.Place{Area: area, Record: id}) })
}

// AddLink adds a field that points at a record, as a link; nothing when it points at none.
func (k Known) AddLink(f *widgets.Facts, column, area string) *widgets.Facts {
	field, _ := k.subject.Type().Field(column)
	if id := *field.Ptr(k.subject).(*data.ID); !id.IsZero() {
		f.AddLinks(k.Label(column), k.Link(area, id))
	}
	return f
}

// Attachments is the section with the files kept with the record.
func (k Known) Attachments(resized func()) fyne.CanvasObject {
	return NewAttachments(k.Host, k.db, k.subject, k.files, resized).View
}

// History is the section with which a page ends.
func (k Known) History(resized func()) fyne.CanvasObject {
	entries := History(k.Host, k.subject.Head().ID, k.changes, k.mentioned)
	return Section(k.Host.Words().T("common.history"), HistoryView(k.Host, entries, resized))
}
