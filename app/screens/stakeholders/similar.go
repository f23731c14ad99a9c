package stakeholders

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// similar says, while the name of somebody new is typed, who is in the register under such a name already.
type similar struct {
	f    *form
	view *fyne.Container
	line *fyne.Container
	gen  int
}

const (
	fewSimilar = 4
	enoughName = 3 // letters from which on it is worth looking
)

func newSimilar(f *form) *similar {
	s := &similar{f: f, line: widgets.Flow(look.Unit * 1.5)}
	s.view = container.NewStack(s.line)
	s.view.Hide()
	return s
}

// look finds names like the one typed.
func (s *similar) look(name string) {
	s.gen++
	gen := s.gen
	name = data.CleanLine(name)
	if !s.f.s.New || len([]rune(name)) < enoughName {
		s.view.Hide()
		return
	}
	var rows []data.StakeholderRow
	s.f.host.Load(func(ctx context.Context) (err error) {
		rows, err = s.f.db.FindStakeholders(ctx, name, fewSimilar)
		return err
	}, func() {
		if gen == s.gen {
			s.show(rows)
		}
	})
}

func (s *similar) show(rows []data.StakeholderRow) {
	s.line.Objects = nil
	if len(rows) == 0 {
		s.view.Hide()
		return
	}
	s.line.Add(look.NewText(s.f.w.N("stakeholder.similar", len(rows)), look.NoteStyle))
	for _, r := range rows {
		name := r.Name
		if note := s.f.note(r); note != "" {
			name += " (" + note + ")"
		}
		s.line.Add(widgets.NewLink(name, func() {
			s.f.host.Go(screens.Place{Area: screens.Stakeholders, Record: r.ID})
		}))
	}
	s.view.Show()
	s.view.Refresh()
	s.f.fields.Form().Refresh()
}
