package engagements

import (
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// whenPart is the head of the form: title, when, where, what kind, why.
type whenPart struct {
	f                                           *form
	title, start, from, end, place, venue, kind *bound
	purpose, initiator, formality, status, why  *bound
	planned                                     *widgets.Check
	name                                        *widgets.Entry
	date                                        *widgets.DateField
	fromTime, endTime                           *widgets.TimeField
	zone                                        *time.Location // in which the times are meant
	days                                        int            // between the days of start and end
}

func newWhenPart(f *form) *whenPart {
	e := f.s.Engagement
	p := &whenPart{f: f}
	p.title = f.bind("title", e, "title")
	p.name = p.title.field.Content().(*widgets.Entry)
	p.name.Hint(f.w.T("engagements.title.hint"))
	p.name.OnChanged = func(text string) {
		e.Title = text
		if !f.filling {
			f.s.TitleTyped = data.CleanLine(text) != ""
		}
		f.touch()
	}
	p.times(e)
	p.place = p.placeField(e)
	p.venue = f.bind("venue", e, "venue")
	p.kind = f.bind("kind", e, "kind")
	p.purpose = f.bind("purpose", e, "purpose")
	p.initiator = f.choice("initiator", e, "initiator", &e.Initiator)
	p.formality = f.choice("formality", e, "formality", &e.Formality)
	p.why = f.bind("cancelled_why", e, "cancelled_why")
	p.status = f.choice("status", e, "status", &e.Status)
	status := p.status.field.Content().(*widgets.Choice)
	chosen := status.OnChange
	status.OnChange = func(code string) {
		f.s.StatusSet = true
		chosen(code)
		p.showWhy()
	}
	p.planned = widgets.NewCheck(record.Label(f.host, e.Type(), "planned"), func(on bool) {
		e.Planned = on
		f.touch()
	})
	p.planned.SetChecked(e.Planned)
	p.showWhy()
	return p
}

// times ties start and end to a day and two times of day.
func (p *whenPart) times(e *data.Engagement) {
	f := p.f
	p.zone = data.HomeZone()
	if e.Start.Known() {
		p.zone = e.Start.Local().Location()
	}
	if e.Start.Known() && e.End.Known() {
		p.days = data.Period{From: e.Start.Date(), To: e.End.Date()}.Days() - 1
	}
	p.date = widgets.NewDateField(f.w, f.homeNow)
	p.fromTime, p.endTime = widgets.NewTimeField(f.w), widgets.NewTimeField(f.w)
	if e.Start.Known() {
		p.date.SetDate(e.Start.Local())
	}
	show := func(t *widgets.TimeField, m data.Moment) {
		if m.Timed {
			t.SetTime(m.Local().Hour(), m.Local().Minute())
		}
	}
	show(p.fromTime, e.Start)
	show(p.endTime, e.End)
	p.date.OnChange, p.fromTime.OnChange, p.endTime.OnChange = p.compose, p.compose, p.compose

	p.start = &bound{key: "start", field: widgets.NewField(f.w.T("common.date"), p.date)}
	p.start.half = func() string {
		if _, _, err := p.date.Date(); err != nil {
			return p.date.Text
		}
		return ""
	}
	p.start.restore = p.date.SetText
	p.start.wrong = func() string {
		if _, _, err := p.date.Date(); err != nil {
			return f.w.Error(err)
		}
		return ""
	}
	p.from = &bound{key: "from", field: widgets.NewField(f.w.T("common.from"), p.fromTime)}
	p.end = &bound{key: "end_at", field: widgets.NewField(f.w.T("common.to"), p.endTime)}
	p.timed(p.from, p.fromTime)
	p.timed(p.end, p.endTime)
}

// timed tells a time field in which no time stands, or one that has no day to belong to.
func (p *whenPart) timed(b *bound, t *widgets.TimeField) {
	b.half = func() string {
		if _, _, _, err := t.Time(); err != nil || !p.f.s.Engagement.Start.Known() {
			return t.Text
		}
		return ""
	}
	b.restore = t.SetText
	b.wrong = func() string {
		if _, _, _, err := t.Time(); err != nil {
			return p.f.w.T("widgets.bad_time")
		}
		return ""
	}
}

// compose makes start and end of what is typed, and the status when nobody chose one: what lies ahead is planned.
func (p *whenPart) compose() {
	e := p.f.s.Engagement
	e.Start, e.End = data.Moment{}, data.Moment{}
	day, ok, err := p.date.Date()
	if ok && err == nil {
		e.Start = p.moment(day, p.fromTime, true)
		e.End = p.moment(day.AddDate(0, 0, p.days), p.endTime, p.days > 0)
	}
	if !p.f.s.StatusSet && e.Start.Known() && p.f.s.New {
		e.Status = "held"
		if e.Start.HomeDate() > data.DateOf(p.f.homeNow()) {
			e.Status = "planned"
		}
		p.f.fill(func() { p.status.field.Content().(*widgets.Choice).SetKey(e.Status) })
		p.showWhy()
	}
	p.f.touch()
}

// moment is a day with the time typed; without one it is the day alone, if that says anything.
func (p *whenPart) moment(day time.Time, t *widgets.TimeField, alone bool) data.Moment {
	hour, minute, ok, err := t.Time()
	if ok && err == nil {
		return data.At(time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, p.zone))
	}
	if !alone {
		return data.Moment{}
	}
	return data.OnDay(data.DateOf(day))
}

func (p *whenPart) placeField(e *data.Engagement) *bound {
	f := p.f
	c := widgets.NewChoice(f.w, placeOptions(f.host, f.places))
	if !e.Settlement.IsZero() {
		c.SetKey(e.Settlement.String())
	}
	c.OnChange = func(key string) {
		e.Settlement, _ = data.ParseID(key)
		f.locate()
		f.touch()
	}
	b := f.labelled("settlement", e, "settlement", c)
	f.picked(b, &c.Picker)
	return b
}

func (p *whenPart) showWhy() {
	cancelled := p.f.s.Engagement.Status == "cancelled"
	if cancelled == p.why.field.Visible() {
		return
	}
	if cancelled {
		p.why.field.Show()
	} else {
		p.why.field.Hide()
	}
	if p.f.page != nil {
		p.f.relayout()
	}
}

// setTitle shows a proposal.
func (p *whenPart) setTitle(text string) {
	if p.name.Text != text {
		p.f.fill(func() { p.name.SetText(text) })
	}
}

// first is where a person starts.
func (p *whenPart) first() fyne.CanvasObject { return p.start.field }

func (p *whenPart) view() fyne.CanvasObject {
	return widgets.Column(look.Unit*1.5,
		p.title.field,
		widgets.Row(
			widgets.Part(0, dateWidth(p.f.w), p.start.field), widgets.Part(0, 64, p.from.field), widgets.Part(0, 64, p.end.field),
			widgets.Part(2, 140, p.place.field), widgets.Part(3, 140, p.venue.field), widgets.Part(2, 150, p.kind.field),
		),
		widgets.Row(
			widgets.Part(3, 200, p.purpose.field), widgets.Part(2, 150, p.initiator.field), widgets.Part(1, 116, p.formality.field),
			widgets.Part(1, 116, p.status.field), widgets.Part(0, 0, p.planned),
		),
		p.why.field,
	)
}

func (p *whenPart) bounds() []*bound {
	all := []*bound{p.title, p.start, p.from, p.end, p.place, p.venue, p.kind, p.purpose, p.initiator, p.formality, p.status}
	if p.f.s.Engagement.Status == "cancelled" {
		all = append(all, p.why)
	}
	return all
}

// fill lets the program write into fields.
func (f *form) fill(write func()) {
	was := f.filling
	f.filling = true
	write()
	f.filling = was
}

// choiceRoom is what a field with a button in it needs beside its words.
const choiceRoom = 64

// dateWidth has room for the longest day as the language writes it, and for the calendar's button.
func dateWidth(w *i18n.Printer) float32 {
	return look.Measure(w.Day("2026-12-28"), look.BodyStyle) + choiceRoom
}
