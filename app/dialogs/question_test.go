package dialogs

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

func window(t *testing.T) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Options{}))
	w := test.NewTempWindow(t, widgets.NewStage(widgets.NewEntry()))
	w.Resize(fyne.NewSize(900, 600))
	return w
}

func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		if k == fyne.KeyTab {
			w.Canvas().FocusNext()
			continue
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestConfirm(t *testing.T) {
	for _, c := range []struct {
		keys  []fyne.KeyName
		other bool
	}{
		{[]fyne.KeyName{fyne.KeyReturn}, false},
		{[]fyne.KeyName{fyne.KeyEscape}, false},
		{[]fyne.KeyName{fyne.KeyTab, fyne.KeyReturn}, true},
		{[]fyne.KeyName{fyne.KeyTab, fyne.KeyEscape}, false},
		{[]fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeySpace}, false},
	} {
		w := window(t)
		answers := []bool{}
		Confirm(w, "Leave?", "What you typed is kept as a draft.", "Stay", "Leave", func(other bool) { answers = append(answers, other) })
		if b, ok := w.Canvas().Focused().(*widgets.Button); !ok || b.Word() != "Stay" {
			t.Fatalf("the focus is on %v", w.Canvas().Focused())
		}
		press(w, c.keys...)
		if len(answers) != 1 || answers[0] != c.other {
			t.Errorf("%v: answers %v", c.keys, answers)
		}
		if w.Canvas().Overlays().Top() != nil {
			t.Errorf("%v: the question stays", c.keys)
		}
	}
}

func TestPressBesideTheQuestion(t *testing.T) {
	w := window(t)
	Confirm(w, "Leave?", "", "Stay", "Leave", func(bool) { t.Error("a press beside it is no answer") })
	test.TapCanvas(w.Canvas(), fyne.NewPos(5, 5))
	if b, ok := w.Canvas().Focused().(*widgets.Button); !ok || b.Word() != "Stay" || w.Canvas().Overlays().Top() == nil {
		t.Fatalf("the focus is on %v", w.Canvas().Focused())
	}
}

func TestError(t *testing.T) {
	w := window(t)
	p := i18n.For(i18n.English)
	Error(w, p, nil)
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("no error, yet it is told")
	}
	Error(w, p, data.NewError("internal", errors.New("secret path")))
	q := w.Canvas().Overlays().Top().(*widgets.Stage)
	if q == nil {
		t.Fatal("nothing is told")
	}
	press(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("Esc does not close it")
	}
	read := false
	Notice(w, "Backup", "Made today.", "OK", func() { read = true })
	press(w, fyne.KeyReturn)
	if !read {
		t.Fatal("then was not called")
	}
}
