package widgets

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
)

// TimeField takes a time of day: 18, 18:00, 1800, 18.00. Leaving it writes 18:00.
type TimeField struct {
	Entry
	OnChange func()

	p       *i18n.Printer
	setting bool
}

// NewTimeField makes an empty time field.
func NewTimeField(p *i18n.Printer) *TimeField {
	t := &TimeField{p: p}
	t.become(t)
	t.Entry.OnChanged = func(string) {
		if !t.setting {
			t.tell("")
			if t.OnChange != nil {
				t.OnChange()
			}
		}
	}
	return t
}

// Time is the time typed: ok is false when the field is empty, err says that what stands there is no time.
func (t *TimeField) Time() (hour, minute int, ok bool, err error) {
	text := strings.TrimSpace(t.Text)
	if text == "" {
		return 0, 0, false, nil
	}
	hour, minute, err = i18n.ParseClock(text)
	return hour, minute, err == nil, err
}

// SetTime shows a time without calling OnChange.
func (t *TimeField) SetTime(hour, minute int) {
	t.setting = true
	t.SetText(fmt.Sprintf("%02d:%02d", hour, minute))
	t.setting = false
	t.tell("")
}

// Clear empties the field without calling OnChange.
func (t *TimeField) Clear() {
	t.setting = true
	t.SetText("")
	t.setting = false
	t.tell("")
}

// FocusGained marks the whole text, so that typing replaces it.
func (t *TimeField) FocusGained() {
	t.Entry.FocusGained()
	t.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusLost settles what was typed.
func (t *TimeField) FocusLost() {
	switch h, m, ok, err := t.Time(); {
	case err != nil:
		t.tell(t.p.T("widgets.bad_time"))
	case ok:
		t.SetTime(h, m)
	}
	t.Entry.FocusLost()
}
