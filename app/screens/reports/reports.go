// Package reports is the Reports screen: choose a period, see its figures with charts, open the records behind each, write the
// summary as a file. It computes nothing and draws no page: figures come from the indicators, files from the maker it is given.
package reports

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/dialogs"
	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/printing"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/indicator"
	engine "dogovor/reports"
)

// Store is what the screen reads.
type Store interface {
	Dataset(ctx context.Context, p data.Period, restricted bool) (*indicator.Dataset, error)
	Settlements(ctx context.Context) ([]*data.Settlement, error)
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	FindStakeholders(ctx context.Context, text string, limit int) ([]data.StakeholderRow, error)
	Engagement(ctx context.Context, id data.ID) (*data.Engagement, error)
	Stakeholder(ctx context.Context, id data.ID) (*data.Stakeholder, error)
}

// Maker writes a report to a file and opens it in the system's viewer, or has it printed.
type Maker interface {
	Write(ctx context.Context, path string, r engine.Report, lang i18n.Lang, ask engine.Ask) error
	Show(path string) error
	Folder() string // where reports are offered to be written
	Printers(ctx context.Context) ([]printing.Printer, error)
	// PrintFile makes a PDF of that name which stays nowhere, and gives it to a printer.
	PrintFile(ctx context.Context, name string, r engine.Report, lang i18n.Lang, ask engine.Ask, printer string, copies int) error
}

// state is what the screen comes back with when a person returns to it.
type state struct {
	Report     string // by name
	About      about
	Second     i18n.Lang
	Public     bool
	Span       string
	Period     data.Period
	Restricted bool
	Lang       i18n.Lang
	Path       string // typed by hand, else ""
}

// Screen is the Reports screen.
type Screen struct {
	host    screens.Host
	db      Store
	make    Maker
	state   state
	periods *periodBar
	above   *fyne.Container
	first   fyne.Focusable // where a person starts
	places  []*data.Settlement
	path    *widgets.Entry
	trouble *look.Text
	figures *fyne.Container
	whole   *fyne.Container // the fields and the figures
	body    *widgets.Scroll
	busy    *widgets.Busy
	paper   *paper
	asked   screens.Document // what the screen was opened for
	written string           // the file this screen wrote last: written again without asking
}

// New makes the screen; on first sight it shows the month before this one, which is the one a manager prints.
func New(host screens.Host, db Store, make Maker, place screens.Place) *Screen {
	s := &Screen{host: host, db: db, make: make}
	if was, ok := place.Filter.(state); ok {
		s.state = was
	} else {
		today := data.DateOf(host.Now().In(data.HomeZone()))
		s.state = state{Report: engine.All[0].Name, Span: month, Period: data.MonthOf(data.MonthOf(today).From.AddDays(-1)), Lang: host.Words().Lang()}
	}
	asked, _ := place.Filter.(screens.Document)
	s.periods = newPeriodBar(host, s.state.Span, s.state.Period, s.changed)
	s.figures, s.above = container.NewStack(), container.NewStack()
	s.path = widgets.NewEntry()
	s.trouble = look.Error("")
	s.trouble.Hide()
	s.busy = widgets.NewBusy(host.Words())
	s.paper = newPaper(s)
	s.whole = widgets.Column(look.Unit*2, s.above, s.figures)
	s.body = widgets.NewScroll(widgets.Pad(look.Unit*2, s.whole))
	s.asked = asked
	s.build()
	return s
}

func (s *Screen) offerPath() {
	if s.state.Path == "" {
		s.path.SetText(s.offered())
	}
}

func (s *Screen) chooseFolder() {
	dialogs.Folder(s.host.Window(), filepath.Dir(s.path.Text), func(folder string) {
		s.path.SetText(filepath.Join(folder, filepath.Base(s.path.Text)))
	})
}

func (s *Screen) changed() {
	s.state.Span, s.state.Period = s.periods.span, s.periods.period
	s.offerPath()
	s.Reload()
}

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("window.reports") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Show loads the figures and puts the focus on the span.
func (s *Screen) Show() {
	s.host.Window().Canvas().Focus(s.first)
	s.open()
	s.Reload()
}

// Close ends the waiting.
func (s *Screen) Close() { s.busy.Stop() }

// Place is the period looked at.
func (s *Screen) Place() screens.Place { return screens.Place{Area: screens.Reports, Filter: s.state} }

// Reload computes the figures again.
func (s *Screen) Reload() {
	asked := s.state
	if s.report().Name != engine.All[0].Name {
		s.figures.Objects = nil
		s.figures.Refresh()
		return
	}
	var d *indicator.Dataset
	var all []indicator.Figure
	s.host.Load(func(ctx context.Context) (err error) {
		if d, err = s.db.Dataset(ctx, asked.Period, asked.Restricted); err == nil {
			all = indicator.All(d)
		}
		return err
	}, func() {
		if asked.Report == s.state.Report && asked.Period == s.state.Period && asked.Restricted == s.state.Restricted {
			s.figures.Objects = []fyne.CanvasObject{s.board(all)}
			s.figures.Refresh()
			s.body.Refresh()
		}
	})
}

// Action is to write the summary.
func (s *Screen) Action() (string, func()) { return s.host.Words().T("reports.write"), s.Print }

// Print writes the summary and opens it. A file that somebody else may have put there is replaced only when the person says so.
func (s *Screen) Print() {
	path := strings.TrimSpace(s.path.Text)
	if _, err := os.Stat(path); path == s.written || s.state.Path == "" || errors.Is(err, fs.ErrNotExist) {
		s.write(path)
		return
	}
	w := s.host.Words()
	dialogs.Confirm(s.host.Window(), w.T("reports.replace.title"), w.T("reports.replace.text", "Path", path), w.T("reports.replace.keep"), w.T("reports.replace.do"), func(replace bool) {
		if replace {
			s.write(path)
		}
	})
}

func (s *Screen) write(path string) {
	w := s.host.Words()
	report, lang, ask := s.report(), s.state.Lang, s.ask()
	s.wait(w.T("reports.writing"), func(ctx context.Context) error { return s.make.Write(ctx, path, report, lang, ask) }, func(failed error) {
		if failed != nil {
			s.tell(w.Error(failed)+" "+w.T("reports.other_place"), s.path)
			return
		}
		s.tell("", nil)
		s.written = path
		said := "reports.written"
		if err := s.make.Show(path); err != nil {
			said = "reports.no_viewer"
		}
		s.host.Done(w.T(said, "Path", path), data.ID{})
	})
}

// wait does what takes long off the window's thread and says so; the person may give it up, and then ends is not called.
func (s *Screen) wait(word string, do func(context.Context) error, ends func(failed error)) {
	var failed error
	given, giveUp := context.WithCancel(context.Background())
	s.busy.Start(word, giveUp)
	s.host.Load(func(ctx context.Context) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(given, cancel)()
		failed = do(ctx)
		return nil
	}, func() {
		s.busy.Stop()
		defer giveUp()
		if given.Err() != nil && errors.Is(failed, context.Canceled) {
			return // by the person, who saw it stop
		}
		ends(failed)
	})
}

// tell says below the fields what went wrong, and puts the focus where it can be helped; "" takes it back.
func (s *Screen) tell(trouble string, at fyne.Focusable) {
	s.trouble.SetText(trouble)
	s.trouble.Hide()
	if trouble != "" {
		s.trouble.Show()
	}
	s.above.Objects[0].Refresh() // lays out what is shown there now, then what stands below it
	s.whole.Refresh()
	s.body.Refresh()
	if at != nil {
		s.host.Window().Canvas().Focus(at)
	}
}
