package reports

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/indicator"
)

// groups are the figures shown as tiles, by what they are about, most asked for first.
var groups = []struct {
	title string // message
	codes []string
}{
	{"window.engagements", []string{"E1", "E4", "E5", "E6", "E7", "E8"}},
	{"window.issues", []string{"I1", "I2", "I3", "I4"}},
	{"window.commitments", []string{"C1", "C2", "C3", "C4"}},
	{"window.grievances", []string{"G1", "G2", "G3", "G4", "G5", "G6", "G7"}},
}

// board shows all figures of a period, then how they are told apart; each opens its evidence.
func (s *Screen) board(all []indicator.Figure) fyne.CanvasObject {
	by := map[string]indicator.Figure{}
	for _, f := range all {
		by[f.Code] = f
	}
	w := s.host.Words()
	var out []fyne.CanvasObject
	held := by["E1"].Numerator > 0
	for _, g := range groups {
		if !held && g.codes[0] == "E1" {
			out = append(out, widgets.NewEmpty(nil, w.T("reports.none"), w.T("menu.new_engagement"), func() {
				s.host.Go(screens.Place{Area: screens.Engagements, Edit: true})
			}))
			continue
		}
		out = append(out, widgets.Column(look.Unit, look.Section(w.T(g.title)), s.tiles(by, g.codes)))
	}
	if topics := s.topics(by); held {
		out = append(out, s.splits(by, topics)...)
		out = append(out, s.gaps(by))
	} else if len(topics) > 0 {
		out = append(out, widgets.Column(look.Unit*2, topics...))
	}
	return widgets.Column(look.Unit*2, out...)
}

// splits are the engagements told apart, with what else is told apart beside them.
func (s *Screen) splits(by map[string]indicator.Figure, topics []fyne.CanvasObject) (out []fyne.CanvasObject) {
	w := s.host.Words()
	group := s.bars("E2", data.Groups.List, rows(by["E2"], "group"))
	kind := s.bars("E3", data.EngagementKinds.List, rows(by["E3"], "kind"))
	place := s.bars("E3", "", rows(by["E3"], "settlement"))
	left := widgets.Column(look.Unit*2, s.card(w.T("reports.by_group"), group), s.card(w.T("reports.by_kind"), kind))
	right := widgets.Column(look.Unit*2, append([]fyne.CanvasObject{s.card(w.T("reports.by_settlement"), place)}, topics...)...)
	if months := rows(by["E3"], "month"); len(months) > 1 {
		out = append(out, s.card(w.T("reports.by_month"), s.columns(months)))
	}
	return append(out, widgets.EvenRow(widgets.Part(1, 420, left), widgets.Part(1, 420, right)))
}

// topics tell what issues and grievances were about, where there were any.
func (s *Screen) topics(by map[string]indicator.Figure) (out []fyne.CanvasObject) {
	for _, x := range []struct{ code, title string }{{"I1", "reports.issues_by_topic"}, {"G1", "reports.grievances_by_topic"}} {
		if by[x.code].Numerator > 0 {
			out = append(out, s.card(s.host.Words().T(x.title), s.bars(x.code, data.Topics.List, rows(by[x.code], "topic"))))
		}
	}
	return out
}

// rows of a split of a figure.
func rows(f indicator.Figure, by string) []indicator.Row {
	for _, x := range f.Splits {
		if x.By == by {
			return x.Rows
		}
	}
	return nil
}

// tiles are figures beside each other.
func (s *Screen) tiles(by map[string]indicator.Figure, codes []string) fyne.CanvasObject {
	var out []widgets.Cell
	for _, code := range codes {
		f := by[code]
		open := func() { s.evidence(f.Code, f.Evidence, "") }
		if len(f.Evidence) == 0 {
			open = nil // there is nothing to open
		}
		out = append(out, widgets.Part(1, 136, widgets.NewTile(s.value(f.Ratio), s.host.Words().T("figure."+code), s.note(f), open)))
	}
	return widgets.EvenRow(out...)
}

// value as it is printed: a count, a share in percent, or n/a.
func (s *Screen) value(r indicator.Ratio) string {
	w := s.host.Words()
	if r.Value == nil {
		return w.T("common.not_available")
	}
	if r.Share {
		digits := 1
		if r.Denominator < 10 {
			digits = 0
		}
		return w.Percent(*r.Value/100, digits)
	}
	if *r.Value != float64(r.Numerator) { // a median between two numbers
		return w.Decimal(*r.Value, 1)
	}
	return w.Int(r.Numerator)
}

// note is what a tile's figure was computed from.
func (s *Screen) note(f indicator.Figure) string {
	w := s.host.Words()
	if f.Share {
		return w.Int(f.Numerator) + " / " + w.Int(f.Denominator)
	}
	switch f.Code {
	case "E4":
		return w.T("figure.part.distinct") + ": " + w.Int(part(f, "distinct").Numerator)
	case "I1":
		return w.T("reports.before_it", "N", w.Int(part(f, "before").Numerator))
	case "C3":
		if m := part(f, "median_days"); m.Value != nil {
			return w.T("reports.median_days", "N", s.value(m.Ratio))
		}
	case "G4":
		if n := part(f, "closed").Numerator; n > 0 {
			return w.T("reports.closed", "N", w.Int(n))
		}
	}
	return ""
}

// evidence opens the records behind a figure, of which there is at least one.
func (s *Screen) evidence(code string, refs []indicator.Ref, of string) {
	w, z := s.host.Words(), data.HomeZone()
	ids := make([]data.ID, 0, len(refs))
	for _, r := range refs {
		ids = append(ids, r.ID)
	}
	title := w.T("figure." + code)
	if of != "" {
		title += ", " + of
	}
	period := w.Period(s.state.Period.From.Time(z), s.state.Period.To.Time(z))
	to := screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{IDs: ids}, Title: w.T("reports.evidence", "Figure", title, "Period", period)}
	switch t := refs[0].Type; t {
	case data.Commitments.Name:
		to.Area, to.Filter = screens.Commitments, data.FollowFilter{Types: []string{t}, IDs: ids}
	case data.Issues.Name:
		to.Area, to.Filter = screens.Issues, data.FollowFilter{Types: []string{t}, IDs: ids}
	case data.Grievances.Name:
		to.Area, to.Filter = screens.Grievances, data.FollowFilter{Types: []string{t}, IDs: ids}
	}
	s.host.Go(to)
}

// label of a row: a vocabulary's word, a settlement's name, or that it was not recorded.
func (s *Screen) label(list string, r indicator.Row) string {
	w := s.host.Words()
	switch {
	case r.Key == "":
		return w.T("reports.not_recorded")
	case list != "":
		return s.host.Term(list, r.Key)
	}
	return s.placeName(r.Label)
}

// bars are the rows of a split, longest first, those without any left out.
func (s *Screen) bars(code, list string, rows []indicator.Row) fyne.CanvasObject {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r indicator.Row) bool { return r.Numerator == 0 })
	slices.SortStableFunc(rows, func(a, b indicator.Row) int { return cmp.Compare(b.Numerator, a.Numerator) })
	var out []widgets.Bar
	for _, r := range rows {
		label := s.label(list, r)
		out = append(out, widgets.Bar{Label: label, Value: float64(r.Numerator), Text: s.host.Words().Int(r.Numerator), Open: func() { s.evidence(code, r.Evidence, label) }})
	}
	return widgets.NewBarChart(out...)
}

func (s *Screen) columns(rows []indicator.Row) fyne.CanvasObject {
	var out []widgets.Bar
	for _, r := range rows {
		y, _ := strconv.Atoi(r.Key[:4])
		day := data.Date(r.Key + "-01").Time(data.HomeZone())
		label := s.host.Words().MonthShort(day)
		if day.Month() == 1 {
			label += " " + strconv.Itoa(y)
		}
		out = append(out, widgets.Bar{Label: label, Value: float64(r.Numerator), Text: s.host.Words().Int(r.Numerator), Open: func() { s.evidence("E3", r.Evidence, s.host.Words().Month(day)) }})
	}
	return widgets.NewColumnChart(out...)
}

// gaps names the settlements that the period left out, and opens the priority stakeholders that nobody met.
func (s *Screen) gaps(by map[string]indicator.Figure) fyne.CanvasObject {
	w := s.host.Words()
	var out []widgets.Cell
	if places := part(by["E7"], "not_covered").Evidence; len(places) > 0 {
		var links []fyne.CanvasObject
		for _, r := range places {
			links = append(links, widgets.NewLink(s.placeName(r.Number), func() { s.host.Go(screens.Place{Area: screens.Places, Record: r.ID}) }))
		}
		out = append(out, widgets.Part(1, 420, s.card(w.T("reports.not_covered"), widgets.Flow(look.Unit*2, links...))))
	}
	if missing := part(by["E8"], "missing").Evidence; len(missing) > 0 {
		ids := make([]data.ID, 0, len(missing))
		for _, r := range missing {
			ids = append(ids, r.ID)
		}
		title := w.T("reports.not_met")
		open := widgets.NewLink(w.N("reports.open_stakeholders", len(ids)), func() {
			s.host.Go(screens.Place{Area: screens.Stakeholders, Filter: data.StakeholderFilter{IDs: ids}, Title: title})
		})
		out = append(out, widgets.Part(1, 420, s.card(title, open)))
	}
	return widgets.EvenRow(out...)
}

func part(f indicator.Figure, key string) indicator.Part {
	for _, p := range f.Parts {
		if p.Key == key {
			return p
		}
	}
	return indicator.Part{}
}

func (s *Screen) card(title string, content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Card(widgets.Column(look.Unit, look.Section(title), content))
}

// placeName is a settlement's name in the reader's script; figures carry the Latin one.
func (s *Screen) placeName(latin string) string { return s.host.PlaceName(latin, i18n.Cyrillic(latin)) }
