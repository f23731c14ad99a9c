package settings

import (
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/calendar"
)

// holidays is the section of the days off of a year: those of the law, computed, and those that a decree adds or takes away, kept.
type holidays struct {
	host screens.Host
	db   Store
	kept []*data.Holiday
	days *calendar.Calendar // the law with what is kept
	year *widgets.NumberField
	list *fyne.Container
	add  *widgets.Button
	form *exception // nil while none is being entered
	slot *fyne.Container
	view fyne.CanvasObject

	fields *widgets.Form // that it stands in
	grown  func()        // tells the screen that it needs another height
}

func newHolidays(host screens.Host, db Store) *holidays {
	p := host.Words()
	h := &holidays{host: host, db: db, year: widgets.NewNumberField(p), list: widgets.Column(look.Unit / 2), slot: widgets.Column(0)}
	h.days, _ = calendar.New(nil) // of no exceptions none can be wrong
	h.year.Max = data.LastYear
	h.year.SetNumber(h.host.Now().In(data.HomeZone()).Year())
	h.year.OnChange = h.show
	h.add = widgets.SecondaryButton(p.T("settings.holidays.add"), func() { h.enter(nil) }).WithIcon(theme.ContentAddIcon())
	h.view = widgets.Column(look.Unit*2,
		look.NewWrapped(p.T("settings.holidays.hint"), look.SecondaryStyle),
		widgets.Row(
			widgets.Part(0, 90, widgets.NewField(p.T("settings.holidays.year"), h.year)),
			widgets.Part(0, 0, widgets.IconButton(theme.NavigateBackIcon(), p.T("settings.holidays.before"), func() { h.turn(-1) })),
			widgets.Part(0, 0, widgets.IconButton(theme.NavigateNextIcon(), p.T("settings.holidays.after"), func() { h.turn(1) })),
			widgets.Part(1, 0, widgets.Column(0)),
			widgets.Part(0, 0, h.add),
		),
		h.slot,
		h.list,
	)
	return h
}

// register tells it the form that it stands in.
func (h *holidays) register(form *widgets.Form) {
	h.fields = form
	h.show()
}

// load reads the days that are kept.
func (h *holidays) load() {
	var kept []*data.Holiday
	var days *calendar.Calendar
	h.host.Load(func(ctx context.Context) (err error) {
		if kept, err = h.db.Holidays(ctx); err == nil {
			days, err = h.db.Calendar(ctx)
		}
		return err
	}, func() {
		h.kept, h.days = kept, days
		h.show()
	})
}

// shown is the year that stands in the field, 0 while it is none.
func (h *holidays) shown() int {
	if n, ok := h.year.Number(); ok && n >= data.FirstYear {
		return n
	}
	return 0
}

// turn goes to the year before or after.
func (h *holidays) turn(by int) {
	if y := h.shown() + by; y >= data.FirstYear && y <= data.LastYear {
		h.year.SetNumber(y)
		h.show()
	}
}

// show lists the days of the year: one line each, by date.
func (h *holidays) show() {
	y := h.shown()
	if y == 0 {
		return
	}
	days := h.days.Holidays(y)
	for _, k := range h.kept {
		if k.Working && k.On.Time(time.UTC).Year() == y {
			if d, err := h.days.Day(k.On); err == nil {
				days = append(days, d.Holidays...)
			}
		}
	}
	slices.SortStableFunc(days, func(a, b calendar.Holiday) int {
		return a.Date.Time(time.UTC).Compare(b.Date.Time(time.UTC))
	})
	own := slices.ContainsFunc(days, byHand)
	h.list.Objects = nil
	for _, d := range days {
		h.list.Add(h.line(d, own))
	}
	h.list.Refresh()
	h.grown() // another year has another number of days
}

// byHand tells whether a day was entered.
func byHand(d calendar.Holiday) bool { return d.Rule == calendar.Off || d.Rule == calendar.Worked }

// line is one day: when, what, why, and, in a year with days that were entered, room for what can be done with one.
func (h *holidays) line(d calendar.Holiday, room bool) fyne.CanvasObject {
	p := h.host.Words()
	name := look.NewWrapped(d.Title(p.T), look.BodyStyle)
	cells := []widgets.Cell{
		widgets.Part(0, record.DayWidth(h.host), look.NewText(p.Day(d.Date), look.BodyStyle)),
		widgets.Part(0, 44, look.NewText(p.WeekdayShort(d.Date.Time(time.UTC).Weekday()), look.SecondaryStyle)),
		widgets.Part(4, 190, name),
		widgets.Part(5, 200, look.NewWrapped(d.Why(p.T), look.SecondaryStyle)),
	}
	if !room {
		return widgets.Row(cells...)
	}
	change, remove := widgets.QuietButton(p.T("common.edit"), nil), widgets.IconButton(theme.DeleteIcon(), p.T("common.move_to_bin"), nil)
	width := change.MinSize().Width + remove.MinSize().Width
	actions := widgets.Flow(0)
	if i := h.keptOn(d.Date); i >= 0 && byHand(d) {
		k := h.kept[i]
		name.SetStyle(look.StrongStyle)
		change.OnTapped(func() { h.enter(k) })
		remove.OnTapped(func() { h.remove(k) })
		actions.Objects = []fyne.CanvasObject{change, remove}
	}
	return widgets.Row(append(cells, widgets.Part(0, width, actions))...)
}

// keptOn is where the exception of a day stands among those kept, -1 for nowhere.
func (h *holidays) keptOn(on data.Date) int {
	return slices.IndexFunc(h.kept, func(k *data.Holiday) bool { return k.On == on })
}

// enter opens the form of an exception: k to change it, nil for a new one.
func (h *holidays) enter(k *data.Holiday) {
	h.form = newException(h, k)
	h.slot.Objects = []fyne.CanvasObject{h.form.view}
	h.slot.Refresh()
	h.grown()
	h.form.register(h.fields)
	h.form.focus()
	h.fields.Reveal(h.form.view)
}

// leave closes the form.
func (h *holidays) leave() {
	h.form, h.slot.Objects = nil, nil
	h.fields.Remove("holiday")
	h.slot.Refresh()
	h.grown()
	widgets.Focus(h.add)
}

// problems are what keeps the exception that is being entered from being saved, nil for nothing.
func (h *holidays) problems() map[string]string {
	if h.form == nil {
		return nil
	}
	return h.form.problems()
}

// save keeps the exception that is being entered, and shows its year.
func (h *holidays) save() {
	if h.form == nil {
		return
	}
	k := h.form.taken()
	var batch data.ID
	h.host.Load(func(ctx context.Context) (err error) {
		batch, err = h.db.SetHoliday(context.WithoutCancel(ctx), k.On, k.Name, k.Working)
		return err
	}, func() {
		p := h.host.Words()
		h.year.SetText(strconv.Itoa(k.On.Time(time.UTC).Year()))
		h.leave()
		h.host.Done(p.T("settings.holidays.saved", "Date", k.On), batch)
		h.load()
	})
}

// remove moves an exception to the bin.
func (h *holidays) remove(k *data.Holiday) {
	var batch data.ID
	h.host.Load(func(ctx context.Context) (err error) {
		batch, err = h.db.Bin(context.WithoutCancel(ctx), data.Holidays.Name, k.ID)
		return err
	}, func() {
		h.host.Done(h.host.Words().T("settings.holidays.removed", "Date", k.On), batch)
		if h.form != nil {
			h.leave()
		}
		widgets.Focus(h.add)
		h.load()
	})
}
