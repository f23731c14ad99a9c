package record

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// SimilarFinder is what Alike asks of the store.
type SimilarFinder interface {
	Similar(ctx context.Context, of *data.Stakeholder, limit int) ([]data.Similar, error)
}

// Alike says, while somebody new is typed, who is in the register already and may be the same, and why.
type Alike struct {
	View *fyne.Container
	host screens.Host
	db   SimilarFinder
	take func(data.Similar)
	// Resized is called when it takes another height.
	Resized func()
	gen     int
}

const (
	fewAlike   = 3
	enoughName = 3 // letters from which on it is worth looking
)

// NewAlike makes the hint, which is hidden until somebody is alike; take is called with the one that is pressed.
func NewAlike(host screens.Host, db SimilarFinder, take func(data.Similar)) *Alike {
	a := &Alike{View: widgets.Column(2), host: host, db: db, take: take, Resized: func() {}}
	a.View.Hide()
	return a
}

// Look finds who is like the one typed; nil is nobody.
func (a *Alike) Look(typed *data.Stakeholder) {
	a.gen++
	gen := a.gen
	if typed == nil || len([]rune(data.CleanLine(typed.Name))) < enoughName && len(typed.Phones)+len(typed.Emails) == 0 {
		a.show(nil)
		return
	}
	of := *typed
	of.Memberships = nil
	for _, m := range typed.Memberships {
		same := *m
		of.Memberships = append(of.Memberships, &same)
	}
	var found []data.Similar
	a.host.Load(func(ctx context.Context) error {
		if all, err := a.db.Similar(ctx, &of, 0); err == nil {
			found = all
		}
		return nil // a hint that is not there is no reason to interrupt anybody
	}, func() {
		if gen == a.gen {
			a.show(found)
		}
	})
}

func (a *Alike) show(found []data.Similar) {
	if len(found) == 0 && !a.View.Visible() {
		return
	}
	a.View.Objects = nil
	if len(found) > 0 {
		a.View.Add(look.NewText(a.host.Words().N("duplicates.similar", len(found)), look.NoteStyle))
	}
	for _, s := range found[:min(fewAlike, len(found))] {
		name := s.Name
		if place := a.host.PlaceName(s.SettlementName, s.SettlementCyrl); place != "" {
			name += " (" + place + ")"
		}
		a.View.Add(widgets.Flow(look.Unit, newMention(name, func() { a.take(s) }), look.NewText(AlikeReasons(a.host, s.Reasons), look.Style{Size: look.SizeBody, Color: look.ColorSecondary})))
	}
	a.View.Hidden = len(found) == 0
	a.View.Refresh()
	a.Resized()
}

// AlikeReasons says why two stakeholders may be one.
func AlikeReasons(s Speaker, reasons []string) string {
	said := make([]string, len(reasons))
	for i, r := range reasons {
		said[i] = s.Words().T("duplicates.reason." + r)
	}
	return strings.Join(said, " · ")
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

// Tapped takes the one that is mentioned.
func (m *mention) Tapped(*fyne.PointEvent) { m.do() }

// Cursor is a hand.
func (m *mention) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (m *mention) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.text) }
