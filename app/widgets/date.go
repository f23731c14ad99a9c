package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/data"
)

// DateField takes a day as people type it (21.10., 21/10/26, 2026-10-21, today, +3) or from a calendar, which F4, ↓ and the button
// open. Leaving it writes the day out in the language of the interface; what is no day stays and is marked.
type DateField struct {
	Entry
	OnChange func() // a day was typed, chosen or taken back

	p        *i18n.Printer
	now      func() time.Time
	calendar *calendar
	setting  bool
}

// NewDateField makes an empty date field; now tells what "today", "+3" and a missing year mean.
func NewDateField(p *i18n.Printer, now func() time.Time) *DateField {
	d := &DateField{p: p, now: now}
	d.become(d)
	d.calendar = newCalendar(d)
	d.ActionItem = newGlyph(calendarIcon(), p.T("widgets.calendar"), func() {
		Focus(d)
		d.toggle()
	})
	d.Entry.OnChanged = func(string) {
		if !d.setting {
			d.tell("")
			d.changed()
		}
	}
	return d
}

func calendarIcon() fyne.Resource { return theme.CalendarIcon() }

// Date is the day typed: ok is false when the field is empty, err says that what stands there is no day.
func (d *DateField) Date() (day time.Time, ok bool, err error) {
	text := strings.TrimSpace(d.Text)
	if text == "" {
		return time.Time{}, false, nil
	}
	day, err = i18n.ParseDate(text, d.now())
	return day, err == nil, err
}

// SetDate shows a day without calling OnChange; the zero time empties the field.
func (d *DateField) SetDate(day time.Time) {
	d.setting = true
	d.SetText(d.p.Date(day))
	d.setting = false
	d.tell("")
}

func (d *DateField) changed() {
	if d.OnChange != nil {
		d.OnChange()
	}
}

// Problem is what is wrong with what was typed, "" for nothing.
func (d *DateField) Problem() string {
	switch _, _, err := d.Date(); {
	case data.ErrorCode(err) == "year_range": // a day, but 1026 is a slip of the finger
		return d.p.Error(err)
	case err != nil:
		return d.p.T("widgets.bad_date")
	}
	return ""
}

// settle writes the day out, or marks what is none.
func (d *DateField) settle() {
	if day, ok, _ := d.Date(); ok {
		d.SetDate(day)
	} else if wrong := d.Problem(); wrong != "" {
		d.tell(wrong)
	}
}

func (d *DateField) isOpen() bool { return d.calendar.stage.isOpen(d.calendar) }

func (d *DateField) toggle() {
	if d.isOpen() {
		d.calendar.stage.dismiss(d.calendar)
		return
	}
	day, ok, _ := d.Date()
	if !ok {
		day = d.now()
	}
	d.calendar.show(day)
}

// pick takes a day from the calendar.
func (d *DateField) pick(day time.Time) {
	d.calendar.stage.dismiss(d.calendar)
	d.SetDate(day)
	d.CursorColumn = len([]rune(d.Text))
	d.Refresh()
	d.changed()
}

// FocusGained marks the whole text, so that typing replaces it.
func (d *DateField) FocusGained() {
	d.Entry.FocusGained()
	if !d.calendar.pressing {
		d.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost settles what was typed.
func (d *DateField) FocusLost() {
	if !d.calendar.pressing {
		d.calendar.stage.dismiss(d.calendar)
		d.settle()
	}
	d.Entry.FocusLost()
}

// TypedKey opens the calendar and moves in it.
func (d *DateField) TypedKey(ev *fyne.KeyEvent) {
	if d.Disabled() {
		return
	}
	if d.isOpen() && d.calendar.key(ev.Name) {
		return
	}
	switch {
	case ev.Name == fyne.KeyF4 || ev.Name == fyne.KeyDown:
		d.toggle()
	default:
		d.Entry.TypedKey(ev)
	}
}
