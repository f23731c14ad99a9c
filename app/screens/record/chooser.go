package record

import (
	"slices"
	"time"

	"dogovor/app/widgets"
	"dogovor/data"
)

// code is one entry of a vocabulary: a row of words when they are few and fixed, else a list that is searched by typing.
func (s *Sources) code(e *Editor, t *data.Type, f data.Field) {
	list := VocabularyOf(t, f.Name)
	v, _ := data.VocabularyNamed(list)
	options := s.Choices(list)
	if s.Codes != nil {
		if few := s.Codes(f.Name); few != nil {
			options = slices.DeleteFunc(options, func(o widgets.Option) bool { return !slices.Contains(few, o.Key) })
		}
	}
	value := func(r data.Record) *string { return f.Ptr(r).(*string) }
	if !v.Open && len(options) <= fewWords {
		c := widgets.NewSegment(options, func(string) { s.Changed(e.name) })
		e.Object = c
		e.Show = func(r data.Record, _ Names) { c.SetKey(*value(r)) }
		e.Take = func(r data.Record) { *value(r) = c.Key() }
		return
	}
	c := widgets.NewChoice(s.Words(), options)
	c.OnChange = func(string) { s.Changed(e.name) }
	e.Object = c
	e.Show = func(r data.Record, _ Names) {
		code := *value(r)
		c.SetPicked(widgets.Option{Key: code, Label: s.Term(list, code)}) // a retired entry keeps its word
	}
	e.Take = func(r data.Record) { *value(r) = c.Key() }
	s.unpicked(e, &c.Picker)
}

// codes are several entries of a vocabulary.
func (s *Sources) codes(e *Editor, t *data.Type, f data.Field) {
	list := VocabularyOf(t, f.Name)
	c := widgets.NewChips(s.Words(), s.Choices(list))
	c.OnChange = func([]string) { s.Changed(e.name) }
	e.Object = c
	e.Show = func(r data.Record, _ Names) {
		var chosen []widgets.Option
		for _, code := range *f.Ptr(r).(*[]string) {
			chosen = append(chosen, widgets.Option{Key: code, Label: s.Term(list, code)})
		}
		c.Set(chosen)
	}
	e.Take = func(r data.Record) { *f.Ptr(r).(*[]string) = c.Keys() }
	s.unpicked(e, c.Picker())
}

// record points at another record: a settlement when the field is called so, else a stakeholder.
func (s *Sources) record(e *Editor, f data.Field) {
	var p *widgets.Picker
	if f.Name == data.Settlements.Name {
		c := widgets.NewChoice(s.Words(), s.Settlements)
		p = &c.Picker
		e.Object = c
	} else {
		p = widgets.NewPicker(s.Words(), s.Stakeholders)
		e.Object = p
		p.Hint(s.Words().T("record.pick"))
		if s.Create != nil {
			p.OnCreate = func(text string) {
				p.SetPicked(s.Create(e.name, text))
				s.Changed(e.name)
				s.Window().Canvas().FocusNext()
			}
		}
	}
	p.OnPick = func(widgets.Option) { s.Changed(e.name) }
	e.Show = func(r data.Record, names Names) {
		id := *f.Ptr(r).(*data.ID)
		if id.IsZero() {
			p.SetPicked(widgets.Option{})
			return
		}
		p.SetPicked(widgets.Option{Key: id.String(), Label: names.Of(s, id)})
	}
	e.Take = func(r data.Record) {
		*f.Ptr(r).(*data.ID), _ = data.ParseID(p.Picked().Key)
	}
	s.unpicked(e, p)
}

// unpicked is text in a picker for which nothing was chosen.
func (s *Sources) unpicked(e *Editor, p *widgets.Picker) {
	follow(p, s.changed(e))
	e.wrong = func() string { return s.Words().T("widgets.pick_one") }
	e.Unread = func() string {
		if p.Picked().Key == "" {
			return p.Text
		}
		return ""
	}
	e.SetUnread = func(text string) { p.SetPicked(widgets.Option{Label: text}) }
}

// dayTime is a date as the widgets take it.
func dayTime(d data.Date) time.Time {
	if d == "" {
		return time.Time{}
	}
	return d.Time(data.HomeZone())
}
