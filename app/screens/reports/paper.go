package reports

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/printing"
	"dogovor/app/widgets"
	"dogovor/data"
)

// mostCopies is more than a village meeting needs; a slip of the hand must not empty the tray.
const mostCopies = 99

// paper is how a document comes out of a printer: a button, and below it a row that asks which printer and how many copies.
type paper struct {
	s       *Screen
	open    *widgets.Button
	row     *fyne.Container
	printer *widgets.Choice
	copies  *widgets.NumberField
	field   *widgets.Field // of the copies
}

func newPaper(s *Screen) *paper {
	w := s.host.Words()
	p := &paper{s: s, printer: widgets.NewChoice(w, nil), copies: widgets.NewNumberField(w)}
	p.open = widgets.QuietButton(w.T("print.open"), p.look)
	p.copies.Max = mostCopies
	p.copies.OnEnter = p.send
	p.field = widgets.NewField(w.T("print.copies"), p.copies)
	p.row = widgets.Row(widgets.Part(4, 260, widgets.NewField(w.T("print.printer"), p.printer)), widgets.Part(0, 96, p.field),
		widgets.Part(0, 110, widgets.SecondaryButton(w.T("print.do"), p.send)), widgets.Part(0, 110, widgets.AsideButton(w.T("print.leave"), p.leave)))
	p.row.Hide()
	return p
}

// look asks the system for its printers, then the person for one of them.
func (p *paper) look() {
	var all []printing.Printer
	p.s.wait(p.s.host.Words().T("print.looking"), func(ctx context.Context) (err error) {
		all, err = p.s.make.Printers(ctx)
		return err
	}, func(failed error) {
		if failed != nil {
			p.failed(failed)
			return
		}
		var offered []widgets.Option
		for _, x := range all {
			offered = append(offered, widgets.Option{Key: x.Name, Label: x.Name})
		}
		p.printer.SetOptions(offered)
		p.printer.SetKey(all[0].Name)
		p.copies.SetNumber(1)
		p.row.Show()
		p.s.tell("", p.printer)
	})
}

// send has the document printed as it is asked for now.
func (p *paper) send() {
	s, w := p.s, p.s.host.Words()
	n, ok := p.copies.Number()
	if !ok || n < 1 {
		p.field.SetError(w.T("print.copies_wrong"))
		s.host.Window().Canvas().Focus(p.copies)
		return
	}
	printer := p.printer.Key()
	if printer == "" {
		s.host.Window().Canvas().Focus(p.printer)
		return
	}
	name, report, lang, ask := filepath.Base(s.offered()), s.report(), s.state.Lang, s.ask()
	s.wait(w.T("print.sending"), func(ctx context.Context) error {
		return s.make.PrintFile(ctx, name, report, lang, ask, printer, n)
	}, func(failed error) {
		if failed != nil {
			p.failed(failed)
			return
		}
		p.leave()
		s.host.Done(w.N("print.sent", n, "Printer", printer), data.ID{})
	})
}

// leave takes the question away.
func (p *paper) leave() {
	p.row.Hide()
	p.s.tell("", p.open)
}

// failed says why nothing comes out. Where there is no printer the document is written, to be taken to one.
func (p *paper) failed(failed error) {
	s, w := p.s, p.s.host.Words()
	if data.ErrorCode(failed) != "print.none" {
		s.tell(w.Error(failed), p.open)
		return
	}
	p.row.Hide()
	path := p.takeAlong()
	report, lang, ask := s.report(), s.state.Lang, s.ask()
	s.wait(w.T("reports.writing"), func(ctx context.Context) error { return s.make.Write(ctx, path, report, lang, ask) }, func(unwritten error) {
		if unwritten != nil {
			s.tell(w.Error(unwritten)+" "+w.T("reports.other_place"), s.path)
			return
		}
		s.written = path
		s.tell(w.Error(data.NewError("print.none", failed, "Path", path)), p.open)
	})
}

// takeAlong is where that PDF is written: the file that was typed if it is one and no other is lost by it, else the one that is offered.
func (p *paper) takeAlong() string {
	path := strings.TrimSpace(p.s.path.Text)
	if !strings.EqualFold(filepath.Ext(path), ".pdf") {
		return p.s.offered()
	}
	if _, err := os.Stat(path); path == p.s.written || errors.Is(err, fs.ErrNotExist) {
		return path
	}
	return p.s.offered()
}
