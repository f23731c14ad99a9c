package engagements

import (
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// filterPanel is where filters are set; each narrows the list at once.
type filterPanel struct{ first, view fyne.CanvasObject }

func (b *filterBar) newPanel() *filterPanel {
	l, f := b.l, b.l.Filter()
	days := b.daysFields()
	kinds := widgets.NewChips(l.w, l.host.Choices(data.EngagementKinds.List))
	kinds.Set(termOptions(l, data.EngagementKinds.List, f.Kinds))
	kinds.OnChange = func(keys []string) { l.Narrow(func(f *filter) { f.Kinds = keys }) }
	groups := widgets.NewChips(l.w, l.host.Choices(data.Groups.List))
	groups.Set(termOptions(l, data.Groups.List, f.Groups))
	groups.OnChange = func(keys []string) { l.Narrow(func(f *filter) { f.Groups = keys }) }
	places := widgets.NewChips(l.w, placeOptions(l.host, l.places))
	var chosen []widgets.Option
	for _, id := range f.Settlements {
		chosen = append(chosen, widgets.Option{Key: id.String(), Label: placeName(l.host, l.places, id)})
	}
	places.Set(chosen)
	places.OnChange = func(keys []string) {
		var ids []data.ID
		for _, k := range keys {
			if id, err := data.ParseID(k); err == nil {
				ids = append(ids, id)
			}
		}
		l.Narrow(func(f *filter) { f.Settlements = ids })
	}
	return &filterPanel{first: days[0].Content, view: widgets.Card(widgets.Column(look.Unit*1.5,
		widgets.Row(days...),
		widgets.Row(
			widgets.Part(1, 180, widgets.NewField(record.Label(l.host, data.Engagements, "kind"), kinds)),
			widgets.Part(1, 180, widgets.NewField(record.Label(l.host, data.Engagements, "settlement"), places)),
		),
		widgets.Row(
			widgets.Part(1, 180, widgets.NewField(l.w.T("engagements.filter.group"), groups)),
			widgets.Part(1, 180, widgets.NewField(l.w.T("engagements.filter.stakeholder"), b.whoPicker())),
		),
	))}
}

func termOptions(l *list, list string, codes []string) []widgets.Option {
	var out []widgets.Option
	for _, c := range codes {
		out = append(out, widgets.Option{Key: c, Label: l.host.Term(list, c)})
	}
	return out
}

// daysFields are a period by its name, and any two days.
func (b *filterBar) daysFields() []widgets.Cell {
	l, f := b.l, b.l.Filter()
	now := func() time.Time { return l.host.Now().In(data.HomeZone()) }
	from, to := widgets.NewDateField(l.w, now), widgets.NewDateField(l.w, now)
	show := func(f filter) {
		for _, x := range []struct {
			d   *widgets.DateField
			day data.Date
		}{{from, f.From}, {to, f.To}} {
			if x.day == "" {
				x.d.SetDate(time.Time{})
			} else {
				x.d.SetDate(x.day.Time(data.HomeZone()))
			}
		}
	}
	show(f)
	take := func() {
		first, last := dayOf(from), dayOf(to)
		if now := l.Filter(); first != now.From || last != now.To {
			l.Narrow(func(f *filter) { f.From, f.To = first, last })
		}
	}
	from.OnChange, to.OnChange = take, take
	periods := presets(data.DateOf(now()))
	var options []widgets.Option
	for _, p := range periods {
		options = append(options, widgets.Option{Key: p.word, Label: l.w.T("engagements.period." + p.word), Note: l.w.Span(p.Period)})
	}
	name := widgets.NewChoice(l.w, options)
	for _, p := range periods {
		if p.From == f.From && p.To == f.To {
			name.SetKey(p.word)
			break
		}
	}
	name.OnChange = func(word string) {
		for _, p := range periods {
			if p.word == word {
				l.Narrow(func(f *filter) { f.From, f.To = p.From, p.To })
				show(l.Filter())
			}
		}
	}
	return []widgets.Cell{
		widgets.Part(1, 150, widgets.NewField(l.w.T("common.period"), name)),
		widgets.Part(0, dateWidth(l.w), widgets.NewField(l.w.T("common.from"), from)),
		widgets.Part(0, dateWidth(l.w), widgets.NewField(l.w.T("common.to"), to)),
	}
}

func dayOf(d *widgets.DateField) data.Date {
	if day, ok, err := d.Date(); ok && err == nil {
		return data.DateOf(day)
	}
	return ""
}

// preset is a period that is often asked for.
type preset struct {
	word string
	data.Period
}

func presets(today data.Date) []preset {
	before := func(p data.Period) data.Date { return p.From.AddDays(-1) }
	return []preset{
		{"this_month", data.MonthOf(today)},
		{"last_month", data.MonthOf(before(data.MonthOf(today)))},
		{"this_quarter", data.QuarterOf(today)},
		{"last_quarter", data.QuarterOf(before(data.QuarterOf(today)))},
		{"this_year", data.YearOf(today)},
		{"last_year", data.YearOf(before(data.YearOf(today)))},
	}
}

func (b *filterBar) whoPicker() *widgets.Picker {
	l, f := b.l, b.l.Filter()
	faces := newFaces(l.host)
	k := widgets.NewPicker(l.w, func(text string) []widgets.Option {
		var out []widgets.Option
		l.find(text, func(r data.StakeholderRow) { out = append(out, faces.fromRow(r).option(r.ID)) })
		return out
	})
	if !f.Stakeholder.IsZero() {
		k.SetPicked(widgets.Option{Key: f.Stakeholder.String(), Label: b.who})
	}
	k.OnPick = func(o widgets.Option) {
		b.who = o.Label
		l.Narrow(func(f *filter) { f.Stakeholder, _ = data.ParseID(o.Key) })
	}
	return k
}
