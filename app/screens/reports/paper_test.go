package reports

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/printing"
	"dogovor/data"
	engine "dogovor/reports"
)

var office = []printing.Printer{{Name: "HP LaserJet, kancelarija", Default: true}, {Name: "Škola"}}

func (d *desk) Printers(ctx context.Context) ([]printing.Printer, error) {
	if d.during != nil {
		d.during(ctx)
	}
	if d.printers == nil {
		return nil, data.NewError("print.none", nil)
	}
	return d.printers, ctx.Err()
}

func (d *desk) PrintFile(_ context.Context, name string, r engine.Report, lang i18n.Lang, _ engine.Ask, printer string, copies int) error {
	if d.refuse != nil {
		return d.refuse
	}
	d.printed = append(d.printed, fmt.Sprintf("%s %s %s %s %d", name, r.Name, lang, printer, copies))
	return nil
}

// By the keyboard alone: the button, the printer, the copies, Enter.
func TestPrints(t *testing.T) {
	for _, lang := range i18n.Langs {
		t.Run(string(lang), func(t *testing.T) {
			d := newDesk(t, lang)
			d.printers = office
			w := d.Words()
			d.Hides(w.T("print.leave"))
			d.Window().Canvas().Focus(d.screen.paper.open)
			d.Keys(fyne.KeySpace)
			d.Shows(w.T("print.leave"))
			d.Shot("reports-print-" + string(lang))
			if d.Window().Canvas().Focused() != d.screen.paper.printer || d.screen.paper.printer.Key() != office[0].Name {
				t.Fatal("the default printer is not offered first")
			}
			row := d.screen.paper.row
			if bottom := row.Position().Y + row.Size().Height; row.Size().Height < 40 || d.screen.figures.Position().Y < bottom {
				t.Errorf("the figures at %v lie over the row that ends at %v", d.screen.figures.Position().Y, bottom)
			}
			d.Keys(fyne.KeyTab)
			d.Type("2")
			d.Keys(fyne.KeyReturn)
			want := fmt.Sprintf("Dogovor-2026-10-%s.pdf summary %s %s 2", lang, lang, office[0].Name)
			if len(d.printed) != 1 || d.printed[0] != want || len(d.wrote) > 0 {
				t.Fatalf("printed %q, wrote %v", d.printed, d.wrote)
			}
			if last := d.Said[len(d.Said)-1]; last != w.N("print.sent", 2, "Printer", office[0].Name) {
				t.Errorf("said %q", last)
			}
			d.Hides(w.T("print.leave"))
			if m := i18n.Missing(); len(m) > 0 {
				t.Errorf("messages missing: %v", m)
			}
		})
	}
}

func TestNoCopiesAreNotPrinted(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.printers = office
	d.Press("Print…")
	for _, wrong := range []string{"0", "100", ""} {
		d.screen.paper.copies.SetText(wrong)
		d.Press("Print")
		d.Shows("1 to 99")
		if len(d.printed) > 0 || d.Window().Canvas().Focused() != d.screen.paper.copies {
			t.Fatalf("%q: printed %v", wrong, d.printed)
		}
	}
	d.screen.paper.copies.SetText("99")
	d.Press("Print")
	if len(d.printed) != 1 {
		t.Fatal(d.printed)
	}
	d.Press("Print…")
	if n, _ := d.screen.paper.copies.Number(); n != 1 {
		t.Errorf("%d copies are offered", n)
	}
	d.Press("Do not print")
	d.Hides("Do not print")
	if d.Window().Canvas().Focused() != d.screen.paper.open {
		t.Error("the focus is lost")
	}
}

func TestAPrinterThatFailsIsTold(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.printers, d.refuse = office, data.NewError("print.failed", errors.New("x"), "Said", "lp: out of paper")
	d.Press("Print…")
	d.Press("Print")
	d.Shows("It was not printed. The system says: lp: out of paper", "Do not print") // to try again
	d.refuse = nil
	d.Press("Print")
	d.Hides("It was not printed. The system says: lp: out of paper", "Do not print")
}

// Where there is no printer the PDF is written, and said where; a file of somebody else is left alone.
func TestWithoutAPrinterThePDFIsTakenAlong(t *testing.T) {
	d := newDesk(t, i18n.English)
	offered := filepath.Join(d.folder, "Dogovor-2026-10-en.pdf")
	typed, theirs := filepath.Join(d.folder, "mine.pdf"), filepath.Join(d.folder, "theirs.pdf")
	if err := os.WriteFile(theirs, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{{offered, offered}, {typed, typed}, {typed, typed}, {theirs, offered}, {strings.TrimSuffix(typed, "pdf") + "csv", offered}} {
		d.wrote = nil
		d.screen.path.SetText(c.path)
		d.Press("Print…")
		d.Hides("Do not print")
		d.Shows("No printer is set up on this laptop. The PDF is at " + c.want + "; take it to a laptop with a printer.")
		if len(d.wrote) != 1 || d.wrote[0] != c.want || d.showing != "" {
			t.Errorf("%s: wrote %v, opened %q", c.path, d.wrote, d.showing)
		}
	}
	d.Shot("reports-print-none")
	d.refuse = data.NewError("output.unwritable", nil, "Path", offered)
	d.Press("Print…")
	d.Shows(d.Words().T("reports.other_place")[:40])
}

func TestLookingForPrintersIsGivenUp(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.printers = office
	d.during = func(ctx context.Context) {
		d.Tick.Advance(300 * time.Millisecond)
		d.Shows("Looking for printers…")
		d.Tick.Advance(2 * time.Second)
		d.Press("Cancel")
		<-ctx.Done()
	}
	d.Press("Print…")
	d.Hides("Looking for printers…", "Do not print")
	if d.screen.trouble.Visible() || len(d.Failed) > 0 {
		t.Errorf("it says %q, failed %v", d.screen.trouble.Text(), d.Failed)
	}
}
