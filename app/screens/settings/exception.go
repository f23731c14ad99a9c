package settings

import (
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// exception is the form of a day that is off or worked otherwise than the law says. The day of one that is kept cannot be changed: it is
// what the exception goes by on every laptop.
type exception struct {
	of   *holidays
	kept *data.Holiday // being changed, nil for a new one
	day  *widgets.DateField
	name *widgets.Entry
	kind *widgets.Segment
	view fyne.CanvasObject

	dayField, nameField *widgets.Field
}

// What a day is made by an exception.
const (
	dayOff    = "off"
	dayWorked = "worked"
)

func newException(of *holidays, kept *data.Holiday) *exception {
	p := of.host.Words()
	x := &exception{of: of, kept: kept, day: widgets.NewDateField(p, of.host.Now), name: widgets.NewEntry()}
	x.name.SetMax(data.MaxLine, p.N("widgets.too_long", data.MaxLine))
	x.kind = widgets.NewSegment([]widgets.Option{{Key: dayOff, Label: p.T("settings.holidays.off")}, {Key: dayWorked, Label: p.T("settings.holidays.worked")}}, func(key string) {
		if key == "" { // it is one of the two
			x.kind.SetKey(dayOff)
		}
	})
	x.kind.SetKey(dayOff)
	title := p.T("settings.holidays.add")
	if kept != nil {
		title = p.T("settings.holidays.change", "Date", kept.On)
		x.day.SetDate(kept.On.Time(time.UTC))
		x.day.Disable()
		x.name.SetText(kept.Name)
		if kept.Working {
			x.kind.SetKey(dayWorked)
		}
	}
	x.dayField = widgets.NewField(record.Label(of.host, data.Holidays, "on_day"), x.day)
	x.nameField = widgets.NewField(record.Label(of.host, data.Holidays, "name"), x.name)
	back := widgets.SecondaryButton(p.T("common.cancel"), of.leave)
	keep := widgets.SecondaryButton(p.T("settings.holidays.keep"), x.keep)
	for _, b := range []*widgets.Button{keep, back} {
		b.OnEscape(of.leave)
	}
	x.view = widgets.Card(widgets.Column(look.Unit,
		look.Strong(title),
		widgets.Row(widgets.Part(0, 170, x.dayField), widgets.Part(1, 240, x.nameField)),
		widgets.Flow(look.Unit, x.kind, keep, back),
	))
	return x
}

func (x *exception) register(form *widgets.Form) {
	form.Remove("holiday")
	form.Add("holiday.on_day", x.dayField)
	form.Add("holiday.name", x.nameField)
}

// focus starts at the first thing to fill in.
func (x *exception) focus() {
	if x.kept != nil {
		widgets.Focus(x.name)
		return
	}
	widgets.Focus(x.day)
}

// taken is the record that stands in the form.
func (x *exception) taken() *data.Holiday {
	k := &data.Holiday{Name: x.name.Text, Working: x.kind.Key() == dayWorked}
	if day, ok, _ := x.day.Date(); ok {
		k.On = data.DateOf(day)
	}
	k.Clean()
	return k
}

// problems are what keeps it from being saved, nil for nothing.
func (x *exception) problems() map[string]string {
	p, k := x.of.host.Words(), x.taken()
	wrong := map[string]string{}
	for _, at := range k.Validate(x.of.host.Now()) {
		wrong["holiday."+at.Field] = p.Problem(at)
	}
	if said := x.day.Problem(); said != "" {
		wrong["holiday.on_day"] = said
	}
	if x.kept == nil && k.On != "" && x.of.keptOn(k.On) >= 0 {
		wrong["holiday.on_day"] = p.T("settings.holidays.twice")
	}
	if len(wrong) == 0 {
		return nil
	}
	return wrong
}

// keep saves it, or says what is wrong beside the field.
func (x *exception) keep() {
	wrong := x.problems()
	if x.of.fields.ShowErrors(wrong); wrong == nil {
		x.of.save()
	}
}
