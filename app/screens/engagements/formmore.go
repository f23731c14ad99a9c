package engagements

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/widgets"
)

// morePart is what is seldom needed at a meeting, folded away.
type morePart struct {
	f      *form
	fields []*bound
	fold   *widgets.Button
	inside *fyne.Container
}

func newMorePart(f *form) *morePart {
	m := &morePart{f: f}
	e := f.s.Engagement
	by := map[string]*bound{}
	for _, column := range []string{"agenda", "shared", "languages", "minutes_language", "officers", "project", "confidentiality", "tags", "notes"} {
		by[column] = f.bind(column, e, column)
		m.fields = append(m.fields, by[column])
	}
	half := func(a, b string) fyne.CanvasObject {
		return widgets.Row(widgets.Part(1, 300, by[a].field), widgets.Part(1, 300, by[b].field))
	}
	m.inside = widgets.Column(look.Unit*1.5, half("agenda", "shared"), half("languages", "minutes_language"), half("officers", "project"),
		half("confidentiality", "tags"), by["notes"].field)
	m.fold = widgets.QuietButton("", func() {
		m.open(!f.s.More)
		f.touch()
		if f.s.More {
			widgets.Focus(m.fields[0].field)
		}
	})
	m.open(f.s.More)
	return m
}

func (m *morePart) open(more bool) {
	m.f.s.More = more
	if more {
		m.inside.Show()
		m.fold.WithIcon(theme.MenuDropUpIcon()).SetWord(m.f.w.T("engagements.more.close"))
	} else {
		m.inside.Hide()
		m.fold.WithIcon(theme.MenuDropDownIcon()).SetWord(m.f.w.T("engagements.more.open"))
	}
	if m.f.page != nil {
		m.f.relayout()
	}
}

func (m *morePart) bounds() []*bound { return m.fields }

func (m *morePart) view() fyne.CanvasObject {
	return widgets.Column(look.Unit, beside(m.fold), m.inside)
}
