package app

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
)

// A person who changes the language while typing goes on typing where they were.
func TestLanguageChangesUnderTheHands(t *testing.T) {
	clock := widgets.Inline()
	t.Cleanup(clock.Restore)
	_, restore := record.Inline()
	t.Cleanup(restore)
	w := newBench(t, ready)
	for _, area := range []string{screens.Engagements, screens.Stakeholders} {
		w.goTo(screens.Place{Area: area, Edit: true})
		for range 4 {
			w.win.Canvas().FocusNext()
		}
		field := func() *widgets.Entry {
			t.Helper()
			switch f := w.win.Canvas().Focused().(type) {
			case *widgets.Entry:
				return f
			case *widgets.Picker:
				return &f.Entry
			case *widgets.Choice:
				return &f.Entry
			}
			t.Fatalf("%s: the focus is on %T", area, w.win.Canvas().Focused())
			return nil
		}
		before := field()
		test.Type(before, "кри")
		for _, l := range i18n.Langs {
			w.switchLanguage(l)
			after := field()
			if after == before || after.Text != "кри" {
				t.Errorf("%s in %s: %q", area, l, after.Text)
			}
			before = after
		}
	}
}
