package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// The spans a period may have.
const (
	month   = "month"
	quarter = "quarter"
	year    = "year"
	anyDays = "any"
)

// periodBar chooses the period: a span, steps through it, or any two days.
type periodBar struct {
	host     screens.Host
	span     string
	period   data.Period
	onChange func()

	segment  *widgets.Segment
	name     *look.Text
	stepper  *fyne.Container
	days     *fyne.Container
	from, to *widgets.DateField
	bar      *fyne.Container
}

func newPeriodBar(host screens.Host, span string, p data.Period, onChange func()) *periodBar {
	w := host.Words()
	b := &periodBar{host: host, span: span, period: p, onChange: onChange, name: look.Strong("")}
	b.segment = widgets.NewSegment([]widgets.Option{{Key: month, Label: w.T("reports.month")}, {Key: quarter, Label: w.T("reports.quarter")},
		{Key: year, Label: w.T("reports.year")}, {Key: anyDays, Label: w.T("reports.any_days")}}, b.setSpan)
	b.segment.SetKey(span)
	b.stepper = container.NewHBox(
		widgets.IconButton(theme.NavigateBackIcon(), w.T("reports.before"), func() { b.step(-1) }),
		container.NewCenter(b.name),
		widgets.IconButton(theme.NavigateNextIcon(), w.T("reports.after"), func() { b.step(1) }))
	b.from, b.to = widgets.NewDateField(w, host.Now), widgets.NewDateField(w, host.Now)
	b.from.OnChange, b.to.OnChange = b.typed, b.typed
	b.days = container.NewHBox(b.from, container.NewCenter(look.Body("–")), b.to)
	b.bar = container.NewHBox(b.segment, b.stepper, b.days)
	b.show()
	return b
}

// around is the month, quarter or year that holds a day.
func around(span string, d data.Date) data.Period {
	switch span {
	case quarter:
		return data.QuarterOf(d)
	case year:
		return data.YearOf(d)
	}
	return data.MonthOf(d)
}

func (b *periodBar) setSpan(span string) {
	if span == b.span {
		return
	}
	b.span = span
	if span != anyDays {
		b.period = around(span, b.period.To)
	}
	b.show()
	b.onChange()
}

func (b *periodBar) step(by int) {
	day := b.period.To.AddDays(1)
	if by < 0 {
		day = b.period.From.AddDays(-1)
	}
	if y := day.Time(data.HomeZone()).Year(); y < data.FirstYear || y > data.LastYear {
		return
	}
	b.period = around(b.span, day)
	b.show()
	b.onChange()
}

// typed takes two days over once both can be read and stand in order.
func (b *periodBar) typed() {
	from, okFrom, errFrom := b.from.Date()
	to, okTo, errTo := b.to.Date()
	if !okFrom || !okTo || errFrom != nil || errTo != nil {
		return
	}
	p := data.Period{From: data.DateOf(from), To: data.DateOf(to)}
	if p == b.period || p.Validate() != nil {
		return
	}
	b.period = p
	b.onChange()
}

func (b *periodBar) show() {
	z := data.HomeZone()
	b.name.SetText(b.host.Words().Period(b.period.From.Time(z), b.period.To.Time(z)))
	b.from.SetDate(b.period.From.Time(z))
	b.to.SetDate(b.period.To.Time(z))
	if b.span == anyDays {
		b.stepper.Hide()
		b.days.Show()
	} else {
		b.days.Hide()
		b.stepper.Show()
	}
	b.bar.Refresh()
}
