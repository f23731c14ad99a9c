package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
)

func TestEntryGoesOnWithEnterAndTab(t *testing.T) {
	one, many, last := NewEntry(), NewMultiLine(), NewEntry()
	w, _ := shown(t, one, many, last)
	w.Canvas().Focus(one)
	key(w, fyne.KeyReturn)
	focused(t, w, many)
	typed(w, "said")
	key(w, fyne.KeyTab)
	focused(t, w, last)
	equal(t, "text", many.Text, "said")

	w.Canvas().Focus(many)
	withShift(w, func() { key(w, fyne.KeyReturn) })
	typed(w, "more")
	equal(t, "text after Shift+Enter", many.Text, "said\nmore")
	key(w, fyne.KeyReturn)
	focused(t, w, last)

	entered := ""
	last.OnEnter = func() { entered = last.Text }
	typed(w, "x")
	key(w, fyne.KeyEnter)
	equal(t, "OnEnter", entered, "x")
	focused(t, w, last)
}

func TestEntryHandsOnWhatItHasNoUseFor(t *testing.T) {
	e := NewEntry()
	w, _ := shown(t, e)
	var keys []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	w.Canvas().Focus(e)
	key(w, fyne.KeyEscape, fyne.KeyF2, fyne.KeyLeft)
	if len(keys) != 2 || keys[0] != fyne.KeyEscape || keys[1] != fyne.KeyF2 {
		t.Fatalf("the window saw %v", keys)
	}
	var seen fyne.Shortcut
	e.OnShortcut = func(s fyne.Shortcut) bool { seen = s; return true }
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if seen == nil || e.Text != "" {
		t.Fatalf("Ctrl+Enter: seen %v, text %q", seen, e.Text)
	}
}

func TestEntryRefusesWhatDoesNotFit(t *testing.T) {
	e := NewEntry()
	f := NewField("Title", e)
	w, _ := shown(t, f)
	e.SetMax(5, "too long")
	clip := test.NewClipboard()
	paste := &fyne.ShortcutPaste{Clipboard: clip}
	w.Canvas().Focus(e)

	clip.SetContent("Šest!!")
	e.TypedShortcut(paste)
	equal(t, "text after a paste of six", e.Text, "")
	equal(t, "error", f.Error(), "too long")

	clip.SetContent(" Pet\r\n!\x00 ")
	e.TypedShortcut(paste)
	equal(t, "text after a paste that fits", e.Text, "Pet !")
	equal(t, "error", f.Error(), "")

	typed(w, "x")
	equal(t, "text after one letter too many", e.Text, "Pet !")
	equal(t, "error", f.Error(), "too long")

	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	clip.SetContent("Ђорђе")
	e.TypedShortcut(paste)
	equal(t, "what was selected makes room", e.Text, "Ђорђе")
}

// A book in the clipboard must not stop the window, whatever the field: Fyne's entry would take half a minute for it.
func TestNoEntryTakesABook(t *testing.T) {
	number, date, clock := NewNumberField(english()), NewDateField(english(), time.Now), NewTimeField(english())
	picker := NewPicker(english(), func(string) []Option { return nil })
	clip := test.NewClipboard()
	clip.SetContent(strings.Repeat("Ово је књига. ", 1<<19))
	for name, e := range map[string]interface {
		fyne.Widget
		fyne.Shortcutable
	}{"one line": NewEntry(), "many lines": NewMultiLine(), "number": number, "date": date, "time": clock, "picker": picker} {
		t.Run(name, func(t *testing.T) {
			f := NewField("", e)
			shown(t, f)
			begun := time.Now()
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
			if took := time.Since(begun); took > time.Second {
				t.Errorf("the window stood still for %v", took)
			}
			if text := textOf(e); text != "" {
				t.Errorf("%d letters were taken", len(text))
			}
			if !strings.Contains(f.Error(), "nothing was pasted") {
				t.Errorf("the field says %q", f.Error())
			}
		})
	}
}

func TestEntryRefusesWhatItCannotShowInTime(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		taken bool
	}{
		"a long minute":         {strings.Repeat("Ово је записник.\n", 1000), true},
		"Chinese has no spaces": {strings.Repeat("水", 5000), true},
		"only line breaks":      {"x" + strings.Repeat("\n", 9000) + "x", false},
		"a word without end":    {strings.Repeat("Ж", 19000), false},
	} {
		t.Run(name, func(t *testing.T) {
			e := NewMultiLine()
			f := NewField("", e)
			shown(t, f)
			clip := test.NewClipboard()
			clip.SetContent(c.text)
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
			if taken := e.Text == c.text; taken != c.taken || taken == (f.Error() != "") {
				t.Errorf("%d letters taken; the field says %q", len([]rune(e.Text)), f.Error())
			}
		})
	}
}

func textOf(w fyne.Widget) string {
	switch w := w.(type) {
	case *Entry:
		return w.Text
	case *NumberField:
		return w.Text
	case *DateField:
		return w.Text
	case *TimeField:
		return w.Text
	case *Picker:
		return w.Text
	}
	return "?"
}

func TestEntryMenuSpeaksTheLanguageOfTheWindow(t *testing.T) {
	e := NewEntry()
	w, _ := shown(t, e)
	Speak(i18n.For(i18n.SerbianLatin))
	defer Speak(english())
	test.TapSecondary(e)
	markup := test.RenderToMarkup(w.Canvas())
	for _, word := range []string{"Opozovi", "Iseci", "Kopiraj", "Umetni", "Izaberi sve"} {
		if !strings.Contains(markup, word) {
			t.Errorf("the menu has no %q", word)
		}
	}
}

func TestMultiLineGrows(t *testing.T) {
	e := NewMultiLine()
	w, _ := shown(t, e)
	two := e.MinSize().Height
	w.Canvas().Focus(e)
	e.SetText(strings.Repeat("voda ", 60)) // three lines at this width
	three := e.MinSize().Height
	if three <= two {
		t.Fatalf("height stays %v", two)
	}
	e.SetText(strings.Repeat("line\n", 30))
	eight := e.MinSize().Height
	if eight < two*2.5 || eight > two*4.5 {
		t.Fatalf("thirty lines are %v high, two are %v", eight, two)
	}
	e.SetText("")
	equal(t, "height of nothing", e.MinSize().Height, two)
}

// What was wrong with a text is not wrong with another one; what nobody changed stays wrong.
func TestAnErrorGoesWithTheTextItWasSaidOf(t *testing.T) {
	e, d := NewEntry(), NewDateField(english(), func() time.Time { return time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC) })
	title, day := NewField("Title", e), NewField("Date", d)
	w, _ := shown(t, title, day)
	w.Canvas().Focus(e)
	typed(w, "ab")
	for name, change := range map[string]func(){"a letter": func() { typed(w, "c") }, "Backspace": func() { key(w, fyne.KeyBackspace) }} {
		title.SetError("wrong")
		key(w, fyne.KeyLeft, fyne.KeyRight)
		equal(t, "error after moving about", title.Error(), "wrong")
		change()
		equal(t, "error after "+name, title.Error(), "")
	}
	d.SetDate(time.Date(2026, 10, 21, 0, 0, 0, 0, time.UTC))
	day.SetError("too late")
	w.Canvas().Focus(d)
	w.Canvas().Focus(e)
	equal(t, "error of the day after passing through", day.Error(), "too late")
	w.Canvas().Focus(d)
	typed(w, "1.10.") // replaces what is marked
	equal(t, "error of another day", day.Error(), "")
}
