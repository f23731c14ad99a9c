package stakeholders

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// similar says, while the name of somebody new is typed, who is in the register under such a name already.
type similar struct {
	host screens.Host
	db   Store
	form *record.Form
	view *fyne.Container
	gen  int
}

const (
	fewSimilar = 4
	enoughName = 3 // letters from which on it is worth looking
)

func newSimilar(host screens.Host, db Store, form *record.Form) *similar {
	s := &similar{host: host, db: db, form: form, view: widgets.Flow(look.Unit * 1.5)}
	s.view.Hide()
	return s
}

// look finds names like the one typed.
func (s *similar) look() {
	s.gen++
	gen := s.gen
	name := data.CleanLine(of(s.form.Record()).Name)
	if !s.form.IsNew() || len([]rune(name)) < enoughName {
		s.show(nil)
		return
	}
	var rows []data.StakeholderRow
	s.host.Load(func(ctx context.Context) error {
		if found, err := s.db.FindStakeholders(ctx, name, fewSimilar); err == nil {
			rows = found
		}
		return nil // a hint that is not there is no reason to interrupt anybody
	}, func() {
		if gen == s.gen {
			s.show(rows)
		}
	})
}

func (s *similar) show(rows []data.StakeholderRow) {
	if len(rows) == 0 && !s.view.Visible() {
		return
	}
	s.view.Objects = nil
	if len(rows) > 0 {
		s.view.Add(look.NewText(s.host.Words().N("stakeholder.similar", len(rows)), look.NoteStyle))
	}
	for _, r := range rows {
		name := r.Name
		if place := s.host.PlaceName(r.SettlementName, r.SettlementCyrl); place != "" {
			name += " (" + place + ")"
		}
		s.view.Add(newMention(name, func() {
			s.host.Go(screens.Place{Area: screens.Stakeholders, Record: r.ID})
		}))
	}
	s.view.Hidden = len(rows) == 0
	s.form.Fields().Relayout()
}

// mention is a link for the mouse only: Tab goes from the name to the next field, whoever is called alike.
type mention struct {
	widget.BaseWidget
	text *look.Text
	do   func()
}

func newMention(text string, do func()) *mention {
	m := &mention{text: look.NewText(text, look.Style{Size: look.SizeBody, Color: look.ColorAccent}), do: do}
	m.ExtendBaseWidget(m)
	return m
}

// Word is what it says.
func (m *mention) Word() string { return m.text.Text() }

// Tapped opens the record.
func (m *mention) Tapped(*fyne.PointEvent) { m.do() }

// Cursor is a hand.
func (m *mention) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (m *mention) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.text) }
