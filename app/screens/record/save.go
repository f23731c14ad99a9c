package record

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Save keeps the record, with those named first in its fields, in one step that Undo takes back as a whole.
func (f *Form) Save() {
	widgets.Settle(f.host.Window())
	if f.fields == nil || f.saving || f.saved {
		return
	}
	f.fields.TakeFilled()
	s := f.s.copied()
	if !f.check(s.problems(f.host.Now())) {
		return
	}
	f.saving = true
	d := f.keeper.Hold()
	var batch data.ID
	var failure error
	f.host.Load(func(ctx context.Context) error {
		// Leaving the form must not tear off a save that was asked for.
		batch, failure = f.db.SaveAndDropDraft(context.WithoutCancel(ctx), draftKey(f.of.Type, s.Record.Head().ID), s.records()...)
		if failure != nil {
			_ = f.db.SaveDraft(context.WithoutCancel(ctx), d) // the form may be gone; what is wrong is said below
		}
		return nil
	}, func() {
		f.saving = false
		var ps data.Problems
		switch {
		case errors.As(failure, &ps):
			f.keeper.Resume()
			f.check(ps)
		case failure != nil:
			f.keeper.Resume()
			f.host.Fail(failure)
		default:
			f.saved = true
			f.host.Done(f.w.T(f.of.Words.Saved, "Name", f.of.Name(s.Record)), batch)
			f.host.Go(screens.Place{Area: f.of.Area, Record: s.Record.Head().ID})
		}
	})
}

// check shows what is wrong beside the fields, and tells whether all is well. What belongs to no field is said in a dialog.
func (f *Form) check(ps data.Problems) bool {
	ok, rest := f.fields.Check(ps)
	if len(rest) > 0 {
		f.host.Fail(ps)
	}
	return ok
}

// tell says above the form that a draft was brought back, or that none can be kept.
func (f *Form) tell() {
	f.banner.Objects = nil
	switch {
	case f.keeper.Failed():
		f.banner.Objects = []fyne.CanvasObject{widgets.Pad(look.Unit, Banner(f.w.T("record.draft.failed")))}
	case !f.back.IsZero():
		when := f.w.DateTime(f.back.In(data.HomeZone()))
		f.banner.Objects = []fyne.CanvasObject{widgets.Pad(look.Unit,
			Banner(f.w.T("record.draft.restored", "When", when), widgets.SecondaryButton(f.w.T("record.draft.discard"), f.discard)))}
	}
	f.banner.Refresh()
}

// discard throws away what was typed, after asking, and goes back; without anything typed it only goes back.
func (f *Form) discard() {
	if !f.typed && f.back.IsZero() {
		f.host.Back()
		return
	}
	dialogs.Confirm(f.host.Window(), f.w.T("record.draft.discard.ask"), f.w.T("record.draft.discard.text"),
		f.w.T("record.leave.keep"), f.w.T("common.discard"), func(discard bool) {
			if discard {
				f.keeper.Discard(f.discarded)
			}
		})
}

// discarded leaves the form; one that was opened on a draft is shown again without it.
func (f *Form) discarded() {
	if f.back.IsZero() {
		f.typed, f.s = false, nil
		f.host.Back()
		return
	}
	if f.s.New {
		f.place = screens.Place{Area: f.of.Area, Edit: true}
	}
	f.back, f.typed, f.s, f.keeper = time.Time{}, false, nil, nil
	f.Show()
}
