package stakeholders

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Save keeps the stakeholder, with those named first in its fields, in one step that Undo takes back as a whole.
func (f *form) Save() {
	if f.fields == nil || f.saving || f.saved {
		return
	}
	f.fields.TakeFilled()
	s := f.s.copied()
	if !f.check(s.problems(f.host)) {
		return
	}
	f.saving = true
	f.keeper.Hold()
	var batch data.ID
	var failure error
	f.host.Load(func(ctx context.Context) error {
		// Leaving the form must not tear off a save that was asked for.
		batch, failure = f.db.SaveAndDropDraft(context.WithoutCancel(ctx), draftKey(s.Stakeholder.ID), s.records()...)
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
			f.host.Done(f.w.T("stakeholders.saved", "Name", s.Stakeholder.Name), batch)
			f.host.Go(screens.Place{Area: screens.Stakeholders, Record: s.Stakeholder.ID})
		}
	})
}

// problems are what the rules of the record say; s is cleaned by it.
func (s *state) problems(host screens.Host) data.Problems {
	var ps data.Problems
	for _, r := range s.records() {
		r.Clean()
		ps = append(ps, r.Validate(host.Now())...)
	}
	return ps
}

// check shows what is wrong beside the fields, and tells whether all is well. What belongs to no field is said in a dialog.
func (f *form) check(ps data.Problems) bool {
	ok, rest := f.fields.Check(ps)
	if len(rest) > 0 {
		f.host.Fail(ps)
	}
	return ok
}

// tell says above the form that a draft was brought back, or that none can be kept.
func (f *form) tell() {
	f.banner.Objects = nil
	switch {
	case f.keeper.Failed():
		f.banner.Objects = []fyne.CanvasObject{widgets.Pad(8, record.Banner(f.w.T("record.draft.failed")))}
	case !f.back.IsZero():
		when := f.w.DateTime(f.back.In(data.HomeZone()))
		f.banner.Objects = []fyne.CanvasObject{widgets.Pad(8,
			record.Banner(f.w.T("record.draft.restored", "When", when), widgets.SecondaryButton(f.w.T("record.draft.discard"), f.discard)))}
	}
	f.banner.Refresh()
}

// discard throws away what was typed, after asking, and goes back; without anything typed it only goes back.
func (f *form) discard() {
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
func (f *form) discarded() {
	if f.back.IsZero() {
		f.typed, f.s = false, nil
		f.host.Back()
		return
	}
	if f.s.New {
		f.place = screens.Place{Area: screens.Stakeholders, Edit: true}
	}
	f.back, f.typed, f.s, f.keeper = time.Time{}, false, nil, nil
	f.Show()
}
