//go:build window

package e2e

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/data/store"
)

// areas are those of the navigation, in the order of their keys Alt+1…9, Alt+0.
var areas = []string{"Danas", "Susreti", "Strane", "Pitanja", "Obećanja", "Pritužbe", "Zadaci", "Mesta", "Izveštaji", "Podešavanja"}

// area goes to one.
func (d *desk) area(title string) {
	d.t.Helper()
	d.keys("alt+" + strconv.Itoa((slices.Index(areas, title)+1)%10))
	d.titled(title)
}

// binary is the program under test, built by make.
func binary(t *testing.T) string {
	t.Helper()
	bin := os.Getenv("DOGOVOR_BINARY")
	if bin == "" {
		t.Fatal("DOGOVOR_BINARY names no program; make window sets it")
	}
	return bin
}

// look reads the database while the window has it open.
func (d *desk) look(read func(db *store.Store) bool) bool {
	path := filepath.Join(d.home, ".local/share/dogovor/dogovor.db")
	db, err := store.Open(d.ctx, path, store.Options{ReadOnly: true, NoLock: true})
	if err != nil {
		return false
	}
	defer db.Close()
	return read(db)
}

func stakeholders(ctx context.Context, db *store.Store, text string) []data.StakeholderRow {
	page, err := db.Stakeholders(ctx, data.StakeholderFilter{Text: text}, data.Page{Limit: 10})
	if err != nil {
		return nil
	}
	return page.Rows
}

// TestTheMainJob is a person's first hour: first start, a stakeholder, a meeting written by keyboard in two scripts, the month's PDF.
func TestTheMainJob(t *testing.T) {
	d := newDesk(t)
	program := d.open(binary(t))

	// First start: name, code of the laptop, start empty.
	d.paste("Primer Milica Šćepanović")
	d.keys("Return")
	d.paste("bor1")
	d.picture("1-first-start")
	d.keys("Return", "Return")
	d.titled("dogovor.db")
	d.picture("2-empty")

	// A stakeholder, in Cyrillic.
	d.keys("ctrl+shift+n")
	d.titled("Nova zainteresovana strana")
	d.paste("Пример Ђорђе Чађевић")
	d.keys("Tab", "m") // the man
	d.picture("3-stakeholder")
	d.keys("ctrl+s")
	d.until("the stakeholder in the database", func() bool {
		return d.look(func(db *store.Store) bool {
			found := stakeholders(d.ctx, db, "djordje cadj")
			return len(found) == 1 && found[0].Sex == "male"
		})
	})

	// A meeting on the fifteenth of last month, by keyboard alone.
	lastMonth := data.MonthOf(data.MonthOf(data.DateOf(time.Now().In(data.HomeZone()))).From.AddDays(-1))
	day := lastMonth.From.AddDays(14)
	d.keys("ctrl+n")
	d.titled("Novi susret")
	d.keys("ctrl+a")
	d.paste(string(day))
	d.keys("Tab", "ctrl+a")
	d.paste("18:00")
	d.keys("Tab")
	d.paste("20:00")
	d.keys("Tab")
	d.choose("кривељ") // typed in the other script
	d.paste("Dom kulture")
	d.keys("Return")
	d.choose("javni")
	d.paste("Бунари после суше")
	d.keys("Return")
	d.choose("kompanija")
	d.keys("Return", "Return")          // formality, status
	d.keys("space", "Return")           // planned
	d.chooseFound("djordje", "Чађевић") // typed without marks, in the other script
	d.keys("Tab")                       // women
	d.paste("12")
	d.keys("Tab")
	d.paste("18")
	d.picture("4-meeting")

	// What is typed is kept within a second: after a kill the form comes back.
	d.until("the draft with everything typed", func() bool {
		return d.look(func(db *store.Store) bool {
			drafts, err := db.Drafts(d.ctx)
			return err == nil && len(drafts) == 1 && strings.Contains(string(drafts[0].Body), "Бунари после суше") && strings.Contains(string(drafts[0].Body), `"Men":18`)
		})
	})
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = program.Wait()
	d.open(binary(t))
	d.titled("Susret –")
	d.picture("5-after-the-kill")

	d.keys("ctrl+Return") // a point of discussion
	d.choose("voda")
	d.keys("Return") // raised by
	d.paste("Бунари испод бране су пресушили у августу. Wells are dry.")
	d.keys("Tab")
	d.paste("Uzorkujemo u ponedeljak, rezultat do 5. novembra.")
	d.keys("Tab", "d")
	d.keys("F7") // the answer is a promise
	d.paste(string(day.AddDays(5)))
	d.picture("6-point")
	d.keys("ctrl+s")
	d.until("the meeting in the database", func() bool {
		return d.look(func(db *store.Store) bool {
			page, err := db.Engagements(d.ctx, data.EngagementFilter{}, data.Page{Limit: 10})
			return err == nil && len(page.Rows) == 1
		})
	})
	d.checkMeeting(t, day)
	promise := d.checkPromise(t, day)
	d.secondStart(t)

	// Quick find, in the other script and with marks missing: Enter opens, and may come before the answer.
	d.keys("ctrl+k")
	d.paste("чадевић djordje")
	d.picture("6-find")
	d.keys("Return")
	d.titled("Zainteresovane strane")
	d.picture("6-found")

	// The ledger shows the promise, overdue; so does the navigation.
	d.area("Obećanja")
	d.picture("6-promises")

	// The month's summary, as PDF.
	d.area("Izveštaji")
	d.picture("7-reports")
	d.keys("ctrl+p")
	pdf := filepath.Join(d.home, "Documents", "Dogovor-"+string(lastMonth.From[:7])+"-sr-Latn.pdf")
	d.until("the PDF "+pdf, func() bool { _, err := os.Stat(pdf); return err == nil })
	d.picture("8-written")
	d.checkPDF(t, pdf, lastMonth, promise)
	d.saveASearch()
}

// saveASearch gives a search a name, takes that back, and begins a meeting with whom the quick find finds: keys that
// mean something else to the window below reach the panel.
func (d *desk) saveASearch() {
	d.t.Helper()
	saved := func(n int) func() bool {
		return func() bool {
			return d.look(func(db *store.Store) bool {
				all, err := db.SavedSearches(d.ctx)
				return err == nil && len(all) == n && (n == 0 || strings.TrimSpace(all[0].Typed) == "selo:Krivelj")
			})
		}
	}
	d.keys("ctrl+k")
	d.paste("selo:Krivelj")
	d.keys("ctrl+s")
	d.paste("Sve iz Krivelja")
	d.picture("9-name")
	d.keys("Return")
	d.until("the saved search", saved(1))
	d.picture("9-saved")
	d.area("Danas")
	d.keys("ctrl+z")
	d.until("the saved search taken back", saved(0))
	d.keys("ctrl+k")
	d.paste("djordje")
	d.keys("ctrl+Return")
	d.titled("Novi susret")
	d.picture("9-meeting")
}

// choose types into a field with a list, waits for nothing that is not needed: Enter takes the first that fits.
func (d *desk) choose(text string) {
	d.t.Helper()
	d.paste(text)
	d.keys("Return")
}

// checkMeeting compares what was typed with what is kept.
func (d *desk) checkMeeting(t *testing.T, day data.Date) {
	t.Helper()
	ok := d.look(func(db *store.Store) bool {
		page, err := db.Engagements(d.ctx, data.EngagementFilter{}, data.Page{Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		e, err := db.Engagement(d.ctx, page.Rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if e.Start.Date() != day || e.Start.Local().Hour() != 18 || e.End.Local().Hour() != 20 || e.Kind != "public_meeting" || e.Initiator != "company" || !e.Planned {
			t.Errorf("the meeting is %+v", e)
		}
		if e.Women != 12 || e.Men != 18 || e.Purpose != "Бунари после суше" || len(e.Attendance) != 1 {
			t.Errorf("who came: %d women, %d men, %d by name; purpose %q", e.Women, e.Men, len(e.Attendance), e.Purpose)
		}
		if len(e.Points) != 1 || e.Points[0].Topic != "water" || !strings.HasSuffix(e.Points[0].Said, "Wells are dry.") || e.Points[0].Satisfied == "" {
			t.Errorf("what was said: %+v", e.Points)
		}
		return true
	})
	if !ok {
		t.Fatal("the database cannot be read")
	}
}

// checkPromise compares the promise with the point it was made of, and answers its number.
func (d *desk) checkPromise(t *testing.T, day data.Date) (number string) {
	t.Helper()
	d.look(func(db *store.Store) bool {
		page, err := db.Follows(d.ctx, data.FollowFilter{State: data.FollowOverdue, Today: data.DateOf(time.Now().In(data.HomeZone()))}, data.Page{})
		if err != nil || len(page.Rows) != 1 {
			t.Fatalf("%d promises are overdue: %v", len(page.Rows), err)
		}
		c, err := db.Commitment(d.ctx, page.Rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		e, err := db.Engagement(d.ctx, c.Engagement)
		if err != nil {
			t.Fatal(err)
		}
		if c.Promise != "Uzorkujemo u ponedeljak, rezultat do 5. novembra." || c.Due != day.AddDays(5) || c.MadeOn != day || c.Topic != "water" || c.Point != e.Points[0].ID || c.Settlement != e.Settlement {
			t.Errorf("the promise is %+v", c)
		}
		number = c.Number
		return true
	})
	return number
}

// checkPDF looks for the meeting, its people and the figures in the text of the PDF.
func (d *desk) checkPDF(t *testing.T, pdf string, p data.Period, promise string) {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{"Krivelj", "Пример Ђорђе Чађевић", "Бунари испод бране", "Uzorkujemo u ponedeljak", promise, "kasni ", "E-" + string(p.From[2:4]) + "-BOR1-0001"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF does not say %q", want)
		}
	}
	figures := map[string]indicator.Figure{}
	d.look(func(db *store.Store) bool {
		set, err := db.Dataset(d.ctx, p, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range indicator.All(set) {
			figures[f.Code] = f
		}
		return true
	})
	// By hand: one meeting; 1 by name + 30 counted; 12 women of 31 of known sex; planned by the company.
	for code, want := range map[string][2]int{"E1": {1, 0}, "E4": {31, 0}, "E5": {12, 31}, "E6": {1, 1}, "C1": {1, 0}, "C2": {0, 1}, "C3": {1, 0}, "C4": {0, 0}} {
		if f := figures[code]; f.Numerator != want[0] || f.Share && f.Denominator != want[1] {
			t.Errorf("%s is %d / %d, want %v", code, f.Numerator, f.Denominator, want)
		}
	}
	// The same by hand, as the appendix prints it: one meeting, nobody of it in a group, in Krivelj, a public one.
	number := "E-" + string(p.From[2:4]) + "-BOR1-0001"
	for what, want := range map[string]string{
		"the meeting's title": `Voda, Krivelj`,
		"E1":                  `E1 · Održani susreti .{0,400}?Vrednost: 1 `,
		"E2":                  `E2 · Susreti po grupama .{0,600}?Vrednost: 1 .{0,900}?1 ` + number,
		"E3 by settlement":    `E3 · .{0,1000}?Krivelj 1 ` + number,
		"E3 by kind":          `E3 · .{0,1000}?javni skup 1 ` + number,
		"E4":                  `E4 · Obuhvaćeni ljudi .{0,500}?Vrednost: 31 `,
		"E5":                  `E5 · Učešće žena .{0,500}?Vrednost: 38,7% = 12 ÷ 31 `,
	} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("the PDF does not print %s (%s)", what, want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
	if out, err := exec.Command("qpdf", "--check", pdf).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

// chooseFound types a name that is looked for in the database and takes it once the row with the name stands in the form's draft.
func (d *desk) chooseFound(text, name string) {
	d.t.Helper()
	d.paste(text)
	d.keys("Return")
	d.until(name+" among those who came", func() bool {
		return d.look(func(db *store.Store) bool {
			found := stakeholders(d.ctx, db, name)
			drafts, err := db.Drafts(d.ctx)
			return err == nil && len(found) == 1 && len(drafts) == 1 && strings.Contains(string(drafts[0].Body), found[0].ID.String())
		})
	})
}

// secondStart starts the program once more: it must end by itself, since the first window has the records open.
func (d *desk) secondStart(t *testing.T) {
	t.Helper()
	second := d.start(binary(t))
	ended := make(chan error, 1)
	go func() { ended <- second.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the second start failed: %v", err)
		}
	case <-time.After(patience):
		d.fail("the second start did not give way to the first window")
	}
}
