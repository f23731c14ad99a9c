package record

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Page is the page of a record: parts below each other, scrolling. Parts that are nil are left out.
func Page(parts ...fyne.CanvasObject) *widgets.Page {
	return widgets.NewPage(Parts(look.Unit*3, parts...))
}

// Parts places what is not nil below each other.
func Parts(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	var there []fyne.CanvasObject
	for _, p := range parts {
		if p != nil {
			there = append(there, p)
		}
	}
	return widgets.Column(gap, there...)
}

// Section is a part of a page under its heading; nil when it has nothing to show.
func Section(title string, content ...fyne.CanvasObject) fyne.CanvasObject {
	var there []fyne.CanvasObject
	for _, c := range content {
		if c != nil {
			there = append(there, c)
		}
	}
	if len(there) == 0 {
		return nil
	}
	return widgets.Column(look.Unit, append([]fyne.CanvasObject{heading(title)}, there...)...)
}

// heading is the title of a section over a thin rule.
func heading(title string) fyne.CanvasObject { return headed(look.Section(title)) }

func headed(title *look.Text) fyne.CanvasObject {
	rule := canvas.NewRectangle(look.Color(look.ColorLine))
	rule.SetMinSize(fyne.NewSize(1, 1))
	return widgets.Column(look.Unit/2, title, rule)
}

// Head opens a page: what the record is called, its number, its badges, what can be done with it.
func Head(title, number string, badges, actions []fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{look.NewWrapped(title, look.TitleStyle)}
	if number != "" {
		parts = append(parts, widgets.NewCopyable(number, look.SecondaryStyle))
	}
	if len(badges) > 0 {
		parts = append(parts, widgets.Flow(look.Unit, badges...))
	}
	if len(actions) > 0 {
		parts = append(parts, widgets.Flow(look.Unit, actions...))
	}
	return widgets.Column(look.Unit, parts...)
}

// EditButton opens the form of the record that a page shows.
func EditButton(s Speaker, edit func()) *widgets.Button {
	return widgets.SecondaryButton(s.Words().T("common.edit"), edit).WithIcon(theme.DocumentCreateIcon()).WithKey("F2")
}

// BinButton moves the record that a page shows to the bin.
func BinButton(s Speaker, bin func()) *widgets.Button {
	return widgets.QuietButton(s.Words().T("common.move_to_bin"), bin).WithIcon(theme.DeleteIcon())
}

// Banner is a strip that tells something about the whole page, with what can be done about it.
func Banner(text string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(look.Color(look.ColorAccentSoft))
	back.CornerRadius = look.Radius
	cells := []widgets.Cell{widgets.Part(1, 200, look.Body(text))}
	for _, a := range actions {
		cells = append(cells, widgets.Part(0, 0, a))
	}
	return &fyne.Container{Layout: fillLayout{}, Objects: []fyne.CanvasObject{back, widgets.Pad(look.Unit, widgets.Row(cells...))}}
}

// fillLayout gives all its room to each.
type fillLayout struct{}

func (fillLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Move(fyne.Position{})
		o.Resize(s)
	}
}

func (fillLayout) MinSize(os []fyne.CanvasObject) (m fyne.Size) {
	for _, o := range os {
		m = m.Max(o.MinSize())
	}
	return m
}

// EngagementLine mentions an engagement on the page of another record: its day, its title as a link, what it was and where.
func EngagementLine(host screens.Host, e data.EngagementRow) fyne.CanvasObject {
	day := look.NewWrapped(host.Words().Day(e.Start.HomeDate()), look.Style{Size: look.SizeBody, Color: look.ColorSecondary})
	link := widgets.NewLink(e.Title, func() { host.Go(screens.Place{Area: screens.Engagements, Record: e.ID}) })
	said := host.Term(data.EngagementKinds.List, e.Kind)
	if place := host.PlaceName(e.SettlementName, e.SettlementCyrl); place != "" {
		if said != "" {
			said += " · "
		}
		said += place
	}
	if e.Status == "planned" || e.Status == "cancelled" {
		said = host.Term(data.Statuses.List, e.Status) + " · " + said
	}
	return widgets.Row(widgets.Part(0, DayWidth(host), day), widgets.Part(1, 200, widgets.Column(0, link, look.NewText(said, look.SecondaryStyle).Gives())))
}

// DayWidth is how wide a day is at most.
func DayWidth(s Speaker) float32 {
	return look.Measure(s.Words().Day("2026-12-28"), look.BodyStyle) + 2
}
