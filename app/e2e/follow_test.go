//go:build window

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
	"dogovor/data/store"
)

// at starts the program with its clock set to a morning.
func (d *desk) at(day data.Date) *exec.Cmd {
	d.t.Helper()
	var env []string
	for _, e := range d.env {
		if !strings.HasPrefix(e, "DOGOVOR_CLOCK=") {
			env = append(env, e)
		}
	}
	d.env = append(env, "DOGOVOR_CLOCK="+string(day)+"T09:00:00Z")
	return d.open(binary(d.t))
}

// follows reads what is followed up.
func (d *desk) follows(f data.FollowFilter) (rows []data.FollowRow) {
	d.look(func(db *store.Store) bool {
		page, err := db.Follows(d.ctx, f, data.Page{})
		rows = page.Rows
		return err == nil
	})
	return rows
}

// step goes from the rows into the page, presses the nth button on it, and fills in what it asks, from the first empty field on.
func (d *desk) step(nth int, answers ...string) {
	d.t.Helper()
	d.still()
	d.keys("Return")
	for range nth {
		d.keys("Tab")
	}
	d.keys("Return")
	d.titled(" · ") // the title names the step while it is being said
	for i, a := range answers {
		if i > 0 {
			d.keys("Tab")
		}
		if choice, ok := strings.CutPrefix(a, "choose "); ok { // among the few words of a row: its first letter
			d.keys(choice)
		} else {
			d.paste(a)
		}
	}
	d.keys("ctrl+s")
	d.until("the page as it is after the step", func() bool { title := d.title(); return title != "" && !strings.Contains(title, " · ") })
}

// still waits until the window shows the same in four looks at it: rows and page are read and drawn.
func (d *desk) still() {
	d.t.Helper()
	seen, same := "", 0
	d.until("a window that stays as it is", func() bool {
		now, err := d.run("import", "-window", d.win, "-format", "%#", "info:")
		if err != nil || now != seen {
			seen, same = now, 0
			return false
		}
		same++
		return same == 3
	})
}

// TestFollowThrough is what follows a meeting: a promise and a grievance made of its point are overdue on Today when their days have
// passed, are ended and told back, and stand in the month's PDF.
func TestFollowThrough(t *testing.T) {
	d := newDesk(t)
	const meeting, later = data.Date("2026-10-05"), data.Date("2026-11-20")
	program := d.at(meeting)
	d.paste("Primer Milica Šćepanović")
	d.keys("Return")
	d.paste("bor1")
	d.keys("Return", "Return")
	d.titled("dogovor.db")
	d.keys("ctrl+shift+n")
	d.titled("Nova zainteresovana strana")
	d.paste("Primer Marko")
	d.keys("Tab", "m", "ctrl+s")
	d.until("the stakeholder in the database", func() bool {
		return d.look(func(db *store.Store) bool { return len(stakeholders(d.ctx, db, "marko")) == 1 })
	})

	// A meeting with one point, which becomes a promise and a grievance.
	d.keys("ctrl+n")
	d.titled("Novi susret")
	d.keys("ctrl+a")
	d.paste(string(meeting))
	d.keys("Tab", "ctrl+a")
	d.paste("08:00")
	d.keys("Tab", "Tab")
	d.choose("krivelj")
	d.keys("ctrl+Return")
	d.choose("voda")
	d.chooseFound("marko", "Primer Marko")
	d.paste("Bunari su presušili")
	d.keys("Tab")
	d.paste("Dovozimo vodu do kraja nedelje")
	d.keys("F7")
	d.paste("2026-10-12")
	d.keys("Tab", "F8")
	d.choose("velika")
	d.picture("f1-point")
	d.keys("ctrl+s")
	d.until("the promise and the grievance in the database", func() bool { return len(d.follows(data.FollowFilter{})) == 2 })
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = program.Wait()

	// Weeks later both are overdue: Today opens them, the most urgent first.
	d.at(later)
	d.titled("Danas")
	overdue := d.follows(data.FollowFilter{State: data.FollowOverdue, Today: later})
	if len(overdue) != 2 || overdue[0].Type != data.Grievances.Name || overdue[0].Due != "2026-10-08" || overdue[1].Due != "2026-10-12" {
		t.Fatalf("overdue: %+v", overdue)
	}
	grievance, promise := overdue[0], overdue[1]
	d.picture("f2-today")
	d.keys("Return")
	d.titled("Pritužbe")
	d.picture("f3-grievance")

	// The grievance, step by step, to its end.
	// What comes next is the first button behind those that any page has: edit, a task, the bin, and from the first step on taking it back.
	d.step(4)
	d.status(grievance, data.GrievanceAcknowledged)
	d.step(5, "choose d", "Naši bunari")
	d.status(grievance, data.GrievanceAssessed)
	d.step(5, "Merenje na tri bunara")
	d.status(grievance, data.GrievanceInvestigated)
	d.step(5, "Nov bunar i cisterna do tada")
	d.status(grievance, data.GrievanceOffered)
	d.step(5, "Primer Marko")
	d.status(grievance, data.GrievanceAccepted)
	d.step(5)
	d.status(grievance, data.GrievanceClosed)
	d.picture("f4-closed")
	d.step(4, "Primer Marko")
	d.told(grievance)

	// The promise: done, and told back.
	d.area("Danas")
	d.until("the promise alone on Today", func() bool { return len(d.follows(data.FollowFilter{State: data.FollowOverdue, Today: later})) == 1 })
	d.keys("Return")
	d.titled("Obećanja")
	d.step(1, "Cisterna je bila u selu")
	d.status(promise, data.CommitmentDone)
	d.step(1, "Mesna zajednica Krivelj")
	d.told(promise)
	d.picture("f5-told")

	// The PDF of the month in which they began, as the window writes it, and of the month in which they ended.
	d.area("Izveštaji")
	d.keys("ctrl+p")
	october, november := filepath.Join(d.home, "Documents", "Dogovor-2026-10-sr-Latn.pdf"), filepath.Join(d.home, "november.pdf")
	d.until("the PDF "+october, func() bool { _, err := os.Stat(october); return err == nil })
	d.must(binary(t), "report", "summary", "--db", filepath.Join(d.home, ".local/share/dogovor/dogovor.db"), "--from", "2026-11-01", "--to", "2026-11-30", "--lang", "sr-Latn", "-o", november)
	for _, pdf := range []string{october, november} {
		text := strings.Join(strings.Fields(d.must("pdftotext", "-layout", pdf, "-")), " ")
		for _, want := range []string{grievance.Number, promise.Number} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", filepath.Base(pdf), want, text)
			}
		}
		d.must("qpdf", "--check", pdf)
	}
}

// told waits until those concerned were told.
func (d *desk) told(r data.FollowRow) {
	d.t.Helper()
	d.until(r.Number+" told back", func() bool {
		rows := d.follows(data.FollowFilter{IDs: []data.ID{r.ID}, Types: []string{r.Type}})
		return len(rows) == 1 && !rows[0].Untold && rows[0].ToldOn != ""
	})
}

// status waits until a follow-up has come so far.
func (d *desk) status(r data.FollowRow, status string) {
	d.t.Helper()
	d.until(r.Number+" "+status, func() bool {
		rows := d.follows(data.FollowFilter{IDs: []data.ID{r.ID}, Types: []string{r.Type}})
		return len(rows) == 1 && rows[0].Status == status
	})
}
