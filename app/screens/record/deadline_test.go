package record_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/calendar"
)

// limits is a page with limits on it.
type limits struct{ page *widgets.Page }

func (l limits) Title() string              { return "P-26-BOR1-0007" }
func (l limits) Content() fyne.CanvasObject { return l.page }
func (l limits) Show()                      { widgets.Focus(l.page) }
func (l limits) Reload()                    {}
func (l limits) Close()                     {}

func deadline(t *testing.T, from data.Date, n int, exceptions ...calendar.Exception) calendar.Deadline {
	t.Helper()
	c, err := calendar.New(exceptions)
	if err != nil {
		t.Fatal(err)
	}
	d, err := c.Deadline(from, n)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Over Easter and Labour Day of 2021, in every language: opened and closed by the keys, below it what comes next.
func TestADeadlineTellsHowItWasCounted(t *testing.T) {
	for _, lang := range i18n.Langs {
		t.Run(string(lang), func(t *testing.T) {
			h := screentest.New(t, lang, time.Date(2021, 5, 6, 9, 0, 0, 0, time.UTC))
			w := h.Words()
			below := look.Strong("below")
			h.Open(limits{record.Page(widgets.Limit(560, widgets.Column(look.Unit*2,
				record.DeadlineView(h, "A", deadline(t, "2021-04-28", 3), "2021-05-05", nil),
				record.DeadlineView(h, "B", deadline(t, "2021-04-28", 15, calendar.Exception{Date: "2021-05-06", Off: true, Name: "Đurđevdan"}, calendar.Exception{Date: "2021-05-08", Name: "Remont"}), "", nil),
				record.DeadlineView(h, "C", calendar.Deadline{From: "2021-04-28", N: 30, Date: "2021-05-28"}, "2021-05-30", nil),
				below)))})
			h.Shows(w.Day("2021-05-06"), w.T("deadline.in_time", "Date", data.Date("2021-05-05")), w.N("deadline.late", 2, "Date", data.Date("2021-05-30")))
			h.Hides(w.T("calendar.weekend"))
			top := below.Position().Y
			h.Keys(fyne.KeyTab, fyne.KeyReturn)
			h.Shows(w.T("deadline.start"), w.T("holiday.good_friday"), w.T("holiday.labour"), w.T("deadline.last", "N", 3), w.T("deadline.done"))
			if now := below.Position().Y; now < top+100 {
				t.Errorf("what stands below was at %v and is at %v: the days lie over it", top, now)
			}
			h.Shot("deadline-" + string(lang))
			h.Keys(fyne.KeyLeft)
			h.Hides(w.T("deadline.start"))
			if now := below.Position().Y; now != top {
				t.Errorf("closed, what stands below is at %v instead of %v", now, top)
			}
			h.Keys(fyne.KeyTab, fyne.KeySpace)
			h.Shows("Đurđevdan", w.T("calendar.weekend"), w.T("holiday.rule.off"), w.T("calendar.working", "N", 4)+"; Remont", w.T("deadline.last", "N", 15))
			h.Shot("deadline-long-" + string(lang))
		})
	}
}

func TestHowADeadlineStands(t *testing.T) {
	d := deadline(t, "2026-11-02", 3) // due on Thursday the 5th
	days, err := calendar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		now     int
		done    data.Date
		want    string
		working *calendar.Calendar
	}{
		{3, "", "2 days left", nil},
		{4, "", "1 day left", nil},
		{5, "", "due today", nil},
		{6, "", "overdue by 1 day", nil},
		{20, "2026-11-05", "5 Nov 2026, in time", nil},
		{20, "2026-11-06", "6 Nov 2026, 1 day late", nil},
		{3, "", "2 working days left", days},
		{8, "", "overdue by 1 working day", days}, // a Sunday
		{12, "", "overdue by 4 working days", days},
		{20, "2026-11-12", "12 Nov 2026, 4 working days late", days}, // the 11th is a holiday
	} {
		h := screentest.New(t, i18n.English, time.Date(2026, 11, c.now, 9, 0, 0, 0, time.UTC))
		h.Open(limits{record.Page(record.DeadlineView(h, "Acknowledge", d, c.done, c.working))})
		screentest.Find(h, func(b *widgets.Badge) bool { return b.Word() == c.want })
	}
}
