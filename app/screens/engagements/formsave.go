package engagements

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Save keeps the engagement, with the people who are new, in one step that Undo takes back as a whole.
func (f *form) Save() {
	widgets.Settle(f.host.Window())
	if f.s == nil || f.saving || f.saved || !f.takePerson() {
		return
	}
	if !f.show(f.problems()) {
		return
	}
	f.saving = true
	d := f.keeper.Hold()
	s := f.copied()
	var batch data.ID
	var failure error
	f.host.Load(func(ctx context.Context) error {
		// Leaving the form must not tear off a save that was asked for.
		batch, failure = f.db.SaveAndDropDraft(context.WithoutCancel(ctx), draftKey(s.Engagement.ID), s.records(record.Today(f.host))...)
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
			f.show(f.placed(ps))
		case failure != nil:
			f.keeper.Resume()
			f.host.Fail(failure)
		default:
			f.saved = true
			f.host.Done(f.w.T("engagements.saved", "Title", data.CleanLine(s.Engagement.Title)), batch)
			f.host.Go(screens.Place{Area: screens.Engagements, Record: s.Engagement.ID})
		}
	})
}

// takePerson takes in somebody new who was typed but not added; false when something is wrong with them.
func (f *form) takePerson() bool {
	p := f.came.person
	if p == nil {
		return true
	}
	if data.CleanLine(p.x.Name) == "" {
		f.came.closePerson(false)
		return true
	}
	if p.wrong() {
		return false
	}
	f.came.closePerson(true)
	return true
}

// copied is the state as it is now: the store cleans what it is given, while a person may type on.
func (f *form) copied() *state {
	body, err := json.Marshal(f.s)
	if err != nil {
		panic("engagements: the form's state is not JSON: " + err.Error())
	}
	return readState(body)
}

// problems are what keeps the form from being saved, by field: texts that are no values, then what the rules of the record say.
func (f *form) problems() map[string]string {
	s := f.copied()
	var ps data.Problems
	for _, r := range s.records(record.Today(f.host)) {
		r.Clean()
		for _, p := range r.Validate(f.host.Now()) {
			if makerOf(r.Type()) != nil {
				p.Field = becameKey(r.Head().ID, p.Field)
			}
			ps = append(ps, p)
		}
	}
	wrong := f.placed(ps)
	for _, b := range f.bounds {
		if b.wrong == nil {
			continue
		}
		if m := b.wrong(); m != "" {
			wrong[b.key] = m
		}
	}
	return wrong
}

// placed are the words of problems by field. Empty points are not among the records, so their rows are counted past.
func (f *form) placed(ps data.Problems) map[string]string {
	wrong := map[string]string{}
	for _, p := range ps {
		key := p.Field
		if part, rest, ok := strings.Cut(key, "."); ok && part == data.Points.Name {
			number, column, _ := strings.Cut(rest, ".")
			key = at(part, f.rowOf(number), column)
		}
		if _, known := wrong[key]; !known {
			wrong[key] = f.w.Problem(p)
		}
	}
	return wrong
}

// rowOf is the row in which the saved point of a number stands.
func (f *form) rowOf(number string) int {
	n := 0
	for i, p := range f.s.Engagement.Points {
		if !f.s.kept(p) {
			continue
		}
		if number == strconv.Itoa(n) {
			return i
		}
		n++
	}
	return 0
}

// show marks what is wrong; it tells whether nothing is.
func (f *form) show(wrong map[string]string) bool {
	if len(wrong) > 0 {
		for _, b := range f.more.fields {
			if wrong[b.key] != "" {
				f.more.open(true)
			}
		}
	}
	rest := f.page.ShowErrors(wrong)
	if len(rest) > 0 {
		dialogs.Notice(f.host.Window(), f.w.T("engagements.not_saved"), strings.Join(rest, "\n"), f.w.T("common.close"), nil)
	}
	return len(wrong) == 0
}

// tellKept says above the form that a draft was brought back, or that none can be kept.
func (f *form) tellKept() {
	var line fyne.CanvasObject
	switch {
	case f.keeper.Failed():
		line = record.Banner(f.w.T("record.draft.failed"))
	case !f.back.IsZero():
		when := f.w.DateTime(f.back.In(data.HomeZone()))
		if f.back.In(data.HomeZone()).Format(time.DateOnly) == f.homeNow().Format(time.DateOnly) {
			when = f.w.Clock(f.back.In(data.HomeZone()))
		}
		actions := []fyne.CanvasObject{widgets.NewLink(f.w.T("common.discard"), f.discard)}
		if f.s.New {
			actions = append([]fyne.CanvasObject{widgets.NewLink(f.w.T("engagements.draft.another"), f.another)}, actions...)
		}
		line = record.Banner(f.w.T("engagements.draft.back", "When", when), actions...)
	}
	f.banner.Objects = nil
	if line != nil {
		f.banner.Objects = []fyne.CanvasObject{line}
	}
	f.banner.Hidden = line == nil
	f.banner.Refresh()
}

// discard asks once, then throws the draft away and shows what was saved, or an empty form.
func (f *form) discard() {
	dialogs.Confirm(f.host.Window(), f.w.T("record.draft.discard.ask"), f.w.T("record.draft.discard.text"),
		f.w.T("record.leave.keep"), f.w.T("common.discard"), func(yes bool) {
			if yes {
				f.keeper.Discard(f.again)
			}
		})
}

// again shows the form as if nothing had been typed.
func (f *form) again() {
	var l loaded
	f.host.Load(func(ctx context.Context) (err error) {
		if l.places, err = f.db.Settlements(ctx); err != nil || f.s.New {
			return err
		}
		e, err := f.db.Engagement(ctx, f.s.Engagement.ID)
		if err != nil {
			return err
		}
		l.state = stateOf(e)
		if l.files, err = f.db.Attachments(ctx, data.Engagements, e.ID); err != nil {
			return err
		}
		if l.mentions, err = mentions(ctx, f.host, f.db, e.ID); err != nil {
			return err
		}
		return f.faces.load(ctx, f.db, e)
	}, func() {
		if l.state == nil {
			l.state = newState(f.host.Now(), f.host.Officer())
		}
		f.typed = false
		f.start(l)
	})
}

// another leaves the draft in the list and starts an empty form.
func (f *form) another() {
	f.keeper.Flush()
	f.typed = false
	f.start(loaded{state: newState(f.host.Now(), f.host.Officer()), places: f.places})
}
