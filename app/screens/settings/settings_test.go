package settings

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
)

func TestSectionsInEveryLanguage(t *testing.T) {
	for _, lang := range i18n.Langs {
		h, db, s := newScreen(t, lang)
		if _, err := db.SetHoliday(context.Background(), "2026-01-06", "Odluka Vlade o neradnom danu", false); err != nil {
			t.Fatal(err)
		}
		s.Reload()
		w := h.Words()
		for _, size := range []struct {
			name          string
			width, height float32
		}{{"", 1280, 800}, {"-1024", 1024, 640}} {
			h.Resize(size.width, size.height)
			for _, word := range []string{"settings.you", "settings.database", "settings.company", "settings.targets", "settings.holidays", "settings.words"} {
				h.Press(w.T(word))
				h.Shot(word + size.name + "-" + string(lang))
			}
		}
		h.Resize(1600, 900)
		h.Press(w.T("settings.holidays"))
		h.Shows(w.T("holiday.armistice"), w.Day("2026-02-17"), "Odluka Vlade o neradnom danu", w.T("holiday.rule.off"))
		h.Resize(1366, 768)
		h.Press(w.T("settings.holidays.add"))
		h.Shot("settings.holidays-add-" + string(lang))
	}
}

func TestSectionsByTheKeys(t *testing.T) {
	h, db, s := newScreen(t, i18n.English)
	h.Press("Grievance targets")
	h.Keys(fyne.KeyRight)
	h.Shows("Orthodox Easter")
	h.Hides("Your name", "Answer within")
	h.Keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft)
	h.Shows("Answer within")
	widgets.Focus(s.bar.buttons["words"]) // as Shift+Tab from a section does
	h.Keys(fyne.KeyRight)
	h.Shows("Orthodox Easter")
	h.Keys(fyne.KeyLeft)
	// After a change of language or look the same section is there again.
	again := New(h, db, s.you.do, s.Place())
	h.Open(again)
	h.Shows("Answer within")
	if at := again.Place(); at.Area != screens.Settings || at.Left.Focus != "targets" {
		t.Errorf("%+v", at)
	}
}

func TestTargets(t *testing.T) {
	h, db, s := newScreen(t, i18n.English)
	targets := func() data.Targets {
		t.Helper()
		got, err := db.Targets(context.Background())
		if err != nil || len(h.Failed) > 0 {
			t.Fatal(err, h.Failed)
		}
		return got
	}
	h.Press("Grievance targets")
	h.Shows("working days; default 3", "working days; default 15", "days; default 30")
	// What makes no sense is said beside its field, from whatever section it is saved, and nothing is saved.
	h.FocusField("Answer within")
	h.Type("0")
	h.FocusField("Close within")
	h.Type("45")
	h.Press("Holidays")
	s.Save()
	h.Shows("Enter a number from 1 to 250.")
	if targets() != data.DefaultTargets {
		t.Fatal("half of it was saved")
	}
	h.FocusField("Answer within")
	h.Keys(fyne.KeyBackspace, fyne.KeyDelete)
	h.Type("10")
	s.Save()
	if got := targets(); got != (data.Targets{Acknowledge: 3, Respond: 10, Close: 45}) {
		t.Fatalf("%+v", got)
	}
	// One undo takes both back, and the fields show it.
	if err := db.Undo(context.Background(), h.Batches[len(h.Batches)-1]); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if got := targets(); got != data.DefaultTargets || s.targets.fields[1].number.Text != "" || s.targets.fields[2].number.Text != "" {
		t.Fatalf("%+v, %q", got, s.targets.fields[1].number.Text)
	}
	// The default typed in full is the default, and what somebody else changed does not wipe out what is being typed.
	h.FocusField("Close within")
	h.Type("30")
	n := len(h.Batches)
	s.Save()
	if len(h.Batches) != n+1 {
		t.Error("the default was saved as a change")
	}
	h.FocusField("Acknowledge within")
	h.Type("7")
	if _, err := db.SetSetting(context.Background(), data.TargetRespond, "20"); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if s.targets.fields[0].number.Text != "7" || s.targets.fields[1].number.Text != "20" {
		t.Errorf("%q %q", s.targets.fields[0].number.Text, s.targets.fields[1].number.Text)
	}
}

func TestHolidaysAddChangeRemove(t *testing.T) {
	h, db, s := newScreen(t, i18n.English)
	worked := func(day data.Date) bool {
		t.Helper()
		c, err := db.Calendar(context.Background())
		if err != nil || len(h.Failed) > 0 {
			t.Fatal(err, h.Failed)
		}
		return c.Working(day)
	}
	h.Press("Holidays")
	h.Shows("17 Feb 2026", "first working day after Sunday, 15 Feb 2026", "Orthodox Easter Monday")
	// Any year is computed; a year that is none leaves the list as it is.
	h.FocusField("Year")
	h.Type("2035")
	h.Shows("29 Apr 2035") // Easter
	screentest.Find(h, func(b *widgets.Button) bool { return b.Word() == "The year before" }).Tapped(nil)
	h.Shows("9 Apr 2034")

	h.Press("Add a day")
	h.Keys(fyne.KeyReturn, fyne.KeyReturn) // past the fields
	h.Press("Save this day")
	if got := strings.Count(h.Texts(), "Needed: please fill this in."); got != 2 {
		t.Fatalf("%d fields are said to be needed", got)
	}
	h.FocusField("Day")
	h.Type("6.1.2027")
	h.FocusField("Why (holiday or decree)")
	h.Type("Decree 05-12")
	h.Press("Save this day")
	h.Shows("6 Jan 2027", "Decree 05-12", "extra day off, entered by hand", "7 Jan 2027")
	h.Hides("Save this day")
	if worked("2027-01-06") {
		t.Fatal("the day is still worked")
	}

	// The same day twice is refused; it is changed where it stands.
	h.Press("Add a day")
	h.FocusField("Day")
	h.Type("6.1.2027")
	h.FocusField("Why (holiday or decree)")
	h.Type("again")
	h.Press("Save this day")
	h.Shows("already in the list")
	h.Press("Edit")
	h.Shows("Change 6 Jan 2027")
	screentest.Find(h, func(g *widgets.Segment) bool { return true }).SetKey(dayWorked)
	s.Save() // Ctrl+S saves it as well
	h.Shows("worked all the same, entered by hand")
	if !worked("2027-01-06") {
		t.Fatal("the day is still off")
	}

	screentest.Find(h, func(b *widgets.Button) bool { return b.Word() == "Move to bin" }).Tapped(nil)
	h.Hides("Decree 05-12")
	if err := db.Undo(context.Background(), h.Batches[len(h.Batches)-1]); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	h.Shows("Decree 05-12")
	screentest.Find(h, func(b *widgets.Button) bool { return b.Word() == "Move to bin" }).Tapped(nil)

	// What lies in the bin comes out of it when the day is entered again; a holiday of the law can be made working.
	for day, want := range map[string]bool{"6.1.2027": false, "7.1.2027": true} {
		h.Press("Add a day")
		h.FocusField("Day")
		h.Type(day)
		h.FocusField("Why (holiday or decree)")
		h.Type("second decree")
		kind := screentest.Find(h, func(g *widgets.Segment) bool { return true })
		if want {
			kind.SetKey(dayWorked)
		}
		h.Press("Save this day")
		if on, _ := i18n.ParseDate(day, clock); worked(data.DateOf(on)) != want {
			t.Errorf("%s is worked: %v", day, !want)
		}
	}
	if got := strings.Count(h.Texts(), "second decree"); got != 2 {
		t.Errorf("%d of 2 are listed", got)
	}
	h.Press("Add a day")
	h.Press("Cancel")
	h.Hides("Save this day")
}
