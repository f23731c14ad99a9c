package engagements

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// filterBar is the search and the filters above the list: a chip for each that narrows it, and a panel to set them in.
type filterBar struct {
	l      *list
	search *widgets.Entry
	toggle *widgets.Button
	panel  *filterPanel // nil while closed
	who    string       // name of filter.Stakeholder
	view   *fyne.Container
}

func newFilterBar(l *list) *filterBar {
	b := &filterBar{l: l, search: l.Search()}
	b.toggle = widgets.SecondaryButton(l.w.T("engagements.filter"), func() { b.open(!b.isOpen()) }).WithIcon(theme.ContentAddIcon())
	return b
}

func (b *filterBar) isOpen() bool { return b.panel != nil }

// open shows or hides the panel.
func (b *filterBar) open(open bool) {
	if b.panel = nil; open {
		b.panel = b.newPanel()
	}
	b.l.Headline()
	if open {
		widgets.Focus(b.panel.first)
	} else {
		widgets.Focus(b.toggle)
	}
}

// Close closes the panel, and tells whether it was open.
func (b *filterBar) Close() bool {
	if !b.isOpen() {
		return false
	}
	b.open(false)
	return true
}

// View is the bar as it stands now.
func (b *filterBar) View() fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.Row(widgets.Part(1, 160, b.search), widgets.Part(0, 0, b.toggle))}
	if chips := b.chips(); len(chips) > 0 {
		parts = append(parts, widgets.Flow(look.Unit*.75, chips...))
	}
	if b.panel != nil {
		parts = append(parts, b.panel.view)
	}
	b.view = widgets.Column(look.Unit, parts...)
	return b.view
}

// chips are the filters that are set; pressing one takes it away.
func (b *filterBar) chips() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	l, f := b.l, b.l.Filter()
	add := func(word string, remove func(f *filter)) {
		out = append(out, widgets.NewFilterChip(word, l.w.T("widgets.remove", "What", word), func() {
			l.Narrow(remove)
			if b.panel != nil {
				b.panel = b.newPanel()
				l.Headline()
			}
			widgets.Focus(b.toggle)
		}))
	}
	if f.From != "" || f.To != "" {
		add(b.period(), func(f *filter) { f.From, f.To = "", "" })
	}
	for _, k := range f.Kinds {
		add(l.host.Term(data.EngagementKinds.List, k), func(f *filter) { f.Kinds = without(f.Kinds, k) })
	}
	for _, s := range f.Statuses {
		add(l.host.Term(data.Statuses.List, s), func(f *filter) { f.Statuses = without(f.Statuses, s) })
	}
	for _, id := range f.Settlements {
		add(placeName(l.host, l.places, id), func(f *filter) { f.Settlements = without(f.Settlements, id) })
	}
	for _, g := range f.Groups {
		add(l.host.Term(data.Groups.List, g), func(f *filter) { f.Groups = without(f.Groups, g) })
	}
	if f.Stakeholder.IsZero() {
		b.who = ""
	} else {
		b.findWho()
		add(b.who, func(f *filter) { f.Stakeholder = data.ID{} })
	}
	return out
}

// period is the name of the days that are left.
func (b *filterBar) period() string {
	f, w := b.l.Filter(), b.l.w
	switch {
	case f.From == "":
		return w.T("engagements.until", "Day", f.To)
	case f.To == "":
		return w.T("engagements.since", "Day", f.From)
	}
	return w.Span(data.Period{From: f.From, To: f.To})
}

// findWho learns the name of somebody whom the filter came with.
func (b *filterBar) findWho() {
	if b.who != "" {
		return
	}
	b.who = "…"
	id, name := b.l.Filter().Stakeholder, ""
	b.l.host.Load(func(ctx context.Context) error {
		s, err := b.l.db.Stakeholder(ctx, id)
		if data.ErrorCode(err) == missing {
			name = b.l.w.T("record.gone")
			return nil
		}
		if err == nil {
			name = s.Name
		}
		return err
	}, func() {
		b.who = name
		b.l.Headline()
	})
}

func without[T comparable](list []T, x T) []T {
	return slices.DeleteFunc(slices.Clone(list), func(y T) bool { return y == x })
}

func placeName(host screens.Host, places []*data.Settlement, id data.ID) string {
	for _, p := range places {
		if p.ID == id {
			return host.PlaceName(p.Name, p.NameCyrl)
		}
	}
	return ""
}
