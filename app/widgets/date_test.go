package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
)

func TestDateField(t *testing.T) {
	serbian := i18n.For(i18n.SerbianLatin)
	d, next := NewDateField(serbian, now), NewEntry()
	f := NewField("Datum", d)
	changes := 0
	d.OnChange = func() { changes++ }
	w, _ := shown(t, f, next)

	for text, want := range map[string]string{"21.10.": "21. 10. 2026.", "+3": "25. 11. 2026.", "danas": "22. 11. 2026.", "2026-01-02": "2. 1. 2026.", "": ""} {
		w.Canvas().Focus(d)
		d.SetText(text)
		w.Canvas().Focus(next)
		equal(t, text, d.Text, want)
		equal(t, text+" error", f.Error(), "")
		if day, ok, err := d.Date(); err != nil || ok != (text != "") || ok && serbian.Date(day) != want {
			t.Fatalf("%q: %v %v %v", text, day, ok, err)
		}
	}
	w.Canvas().Focus(d)
	d.SetText("31.2.")
	w.Canvas().Focus(next)
	equal(t, "what is no day stays", d.Text, "31.2.")
	equal(t, "error", f.Error(), serbian.T("widgets.bad_date"))
	w.Canvas().Focus(d)
	typed(w, "5.5.")
	equal(t, "the field was marked whole, typing replaces it", d.Text, "5.5.")
	equal(t, "error goes with typing", f.Error(), "")
	if changes < 5 {
		t.Fatalf("%d changes", changes)
	}
}

func TestDateFieldCalendar(t *testing.T) {
	d := NewDateField(english(), now)
	w, _ := shown(t, d, NewEntry())
	w.Canvas().Focus(d)
	key(w, fyne.KeyF4)
	if !d.isOpen() {
		t.Fatal("F4 opens nothing")
	}
	focused(t, w, d)
	key(w, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn) // today is 22 November
	equal(t, "text", d.Text, "30 Nov 2026")
	if d.isOpen() {
		t.Fatal("the calendar stays open")
	}
	key(w, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyReturn)
	equal(t, "three months back", d.Text, "30 Aug 2026")
	d.SetDate(time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
	key(w, fyne.KeyDown, fyne.KeyPageUp)
	equal(t, "the last day of a shorter month", english().Date(d.calendar.day), "28 Feb 2026")
	key(w, fyne.KeyEscape)
	equal(t, "Esc leaves it", d.Text, "31 Mar 2026")

	d.ActionItem.(fyne.Tappable).Tapped(nil)
	click(w, d.calendar.cells[7], fyne.NewPos(5, 5))
	equal(t, "by mouse", d.Text, "2 Mar 2026")
	focused(t, w, d)
	if d.isOpen() {
		t.Fatal("the calendar stays open")
	}
	// months under the mouse keep the calendar, though the field loses the focus to the button
	d.ActionItem.(fyne.Tappable).Tapped(nil)
	click(w, d.calendar.next, fyne.NewPos(5, 5))
	if !d.isOpen() {
		t.Fatal("turning the month closes the calendar")
	}
	equal(t, "month", english().Month(d.calendar.day), "April 2026")
}

func TestTimeField(t *testing.T) {
	c, next := NewTimeField(english()), NewEntry()
	f := NewField("From", c)
	w, _ := shown(t, f, next)
	for text, want := range map[string]string{"18": "18:00", "930": "09:30", "18.05": "18:05", "25": "25"} {
		w.Canvas().Focus(c)
		c.SetText(text)
		w.Canvas().Focus(next)
		equal(t, text, c.Text, want)
		equal(t, text+" is wrong", f.Error() != "", text == "25")
	}
	c.Clear()
	if _, _, ok, err := c.Time(); ok || err != nil {
		t.Fatalf("empty: %v %v", ok, err)
	}
}

func TestNumberField(t *testing.T) {
	n, next := NewNumberField(english()), NewEntry()
	n.Max = 9999
	f := NewField("Women", n)
	w, _ := shown(t, f, next)
	w.Canvas().Focus(n)
	typed(w, "-1a2 ")
	key(w, fyne.KeyReturn)
	focused(t, w, next)
	number, ok := n.Number()
	equal(t, "only digits are taken", number, 12)
	equal(t, "ok", ok, true)

	w.Canvas().Focus(n)
	typed(w, "12345")
	w.Canvas().Focus(next)
	equal(t, "error", f.Error(), english().T("widgets.number_max", "Max", 9999))
	n.Clear()
	equal(t, "error", f.Error(), "")
	if _, ok := n.Number(); ok {
		t.Fatal("nothing is a number")
	}
	w.Canvas().Focus(n)
	n.SetText("12 000")
	if number, _ := n.Number(); number != 12000 {
		t.Fatalf("12 000 is %d", number)
	}
	n.SetNumber(7)
	w.Canvas().Focus(next)
	right := n.Size().Width - n.moved
	if n.moved < n.Size().Width-40 || right < 10 {
		t.Fatalf("7 stands %v from the left of %v", n.moved, n.Size().Width)
	}
}
