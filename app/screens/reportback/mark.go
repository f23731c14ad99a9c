package reportback

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/reports"
)

// told is when, to whom and how it was told.
type told struct {
	on        *widgets.DateField
	whom, how *widgets.Entry
	mark      *widgets.Button
	bar       *fyne.Container // around it: another count is another width
}

// marking is the section below the rows. A date or words written there stay when the screen is built anew.
func (s *Screen) marking() fyne.CanvasObject {
	w, was := s.host.Words(), s.told
	s.told = told{on: widgets.NewDateField(w, s.host.Now), whom: widgets.NewEntry(), how: widgets.NewEntry()}
	s.told.on.SetDate(record.Today(s.host).Time(data.HomeZone()))
	s.told.whom.SetText(w.T("reportback.whom"))
	s.told.how.SetText(w.T("reportback.how"))
	if was.on != nil {
		s.told.on.SetText(was.on.Text)
		s.told.whom.SetText(was.whom.Text)
		s.told.how.SetText(was.how.Text)
	}
	s.told.mark = widgets.SecondaryButton("", s.Save).WithKey("Ctrl+S")
	s.told.bar = widgets.Flow(0, s.told.mark)
	label := func(column string) string { return record.Label(s.host, data.Issues, column) }
	return record.Section(w.T("reportback.told"),
		widgets.Row(widgets.Part(1, 170, s.form.Add("told_on", widgets.NewField(label("told_on"), s.told.on))),
			widgets.Part(2, 220, s.form.Add("told_whom", widgets.NewField(label("told_whom"), s.told.whom))),
			widgets.Part(2, 220, s.form.Add("told_how", widgets.NewField(label("told_how"), s.told.how)))),
		s.told.bar)
}

// count says on the button how many are marked.
func (s *Screen) count() {
	if s.told.mark == nil {
		return
	}
	n := len(s.chosen())
	s.told.mark.SetWord(s.host.Words().N("reportback.mark", n))
	if n == 0 {
		s.told.mark.Disable()
	} else {
		s.told.mark.Enable()
	}
	s.told.bar.Refresh()
}

// Save marks what stands on the sheet as told, in one step that Undo takes back as a whole.
func (s *Screen) Save() {
	if s.form == nil || s.busy {
		return
	}
	widgets.Settle(s.host.Window())
	w := s.host.Words()
	day, ok, err := s.told.on.Date()
	if err != nil {
		s.form.Focus("told_on") // it says itself that it is no day
		return
	}
	on := data.Date("")
	if ok {
		on = data.DateOf(day)
	}
	chosen := map[data.ID]bool{}
	for _, r := range s.chosen() {
		chosen[r.news.Row.ID] = true
	}
	if len(chosen) == 0 {
		s.host.Done(w.T("reportback.choose"), data.ID{})
		return
	}
	whom, how, p := s.told.whom.Text, s.told.how.Text, s.printer()
	var batch data.ID
	var failed error
	n := 0
	s.busy = true
	s.host.Load(func(ctx context.Context) error {
		ctx = context.WithoutCancel(ctx) // leaving must not tear off a save that was asked for
		u, err := reports.ReadUntold(ctx, s.db, s.place.Record, p)
		if err != nil {
			return err
		}
		var recs []data.Record
		var wrong data.Problems
		for _, x := range u.News {
			if chosen[x.Row.ID] {
				tell(x.Record, on, whom, how)
				x.Record.Clean()
				wrong = append(wrong, x.Record.Validate(s.host.Now())...)
				recs = append(recs, x.Record)
			}
		}
		if n = len(recs); len(wrong) > 0 {
			failed = wrong
		} else if n > 0 {
			batch, failed = s.db.Save(ctx, recs...)
		}
		return nil
	}, func() {
		s.busy = false
		var ps data.Problems
		switch {
		case errors.As(failed, &ps):
			s.wrong(ps)
		case failed != nil:
			s.host.Fail(failed)
		default:
			s.kept.printed = false
			s.kept.ticked, s.kept.said = map[data.ID]bool{}, map[data.ID]reports.Saying{}
			s.told = told{}
			s.load(func() {
				s.focus("")
				s.host.Done(w.N("reportback.marked", n), batch)
			})
		}
	})
}

// wrong says beside the fields what is wrong; what belongs to none is said in a dialog.
func (s *Screen) wrong(ps data.Problems) {
	said := map[string]string{}
	var rest data.Problems
	for _, x := range ps {
		if s.form.Field(x.Field) == nil {
			rest = append(rest, x)
			continue
		}
		said[x.Field] = s.host.Words().Problem(x)
	}
	s.form.ShowErrors(said)
	if len(rest) > 0 {
		s.host.Fail(rest)
	}
}

// tell writes into a record that it was told.
func tell(r data.Record, on data.Date, whom, how string) {
	for column, value := range map[string]string{"told_whom": whom, "told_how": how} {
		f, _ := r.Type().Field(column)
		*f.Ptr(r).(*string) = value
	}
	f, _ := r.Type().Field("told_on")
	*f.Ptr(r).(*data.Date) = on
}
