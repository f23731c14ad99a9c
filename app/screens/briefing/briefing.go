// Package briefing is what to know before going to a village: who will come and what they said last, what is open there, the last meetings.
// On the window every line opens its record; on paper it is one page to take along. It must never change a record.
package briefing

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/reports"
)

// Paper opens a private copy of a report in the system's viewer.
type Paper func(ctx context.Context, name string, r reports.Report, lang i18n.Lang, ask reports.Ask) error

// Screen is the briefing of one settlement, perhaps for a meeting.
type Screen struct {
	host    screens.Host
	db      reports.Source
	paper   Paper
	place   screens.Place
	meeting data.ID

	lang       i18n.Lang // of the paper
	restricted bool      // on the paper
	root       *fyne.Container
	page       *widgets.Page
	of         reports.Briefing
	printing   bool
}

// New makes the screen: place.Record is the settlement, place.Filter the meeting (data.ID), if it is for one.
func New(host screens.Host, db reports.Source, paper Paper, place screens.Place) *Screen {
	s := &Screen{host: host, db: db, paper: paper, place: place, lang: host.Words().Lang(), root: container.NewStack()}
	s.meeting, _ = place.Filter.(data.ID)
	return s
}

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("briefing.title") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Action is to print it.
func (s *Screen) Action() (string, func()) { return s.host.Words().T("briefing.print"), s.Print }

// Show reads, and gives the keys to the page.
func (s *Screen) Show() {
	s.load(func() {
		s.page.ScrollTo(s.place.Left.Page)
		widgets.Focus(s.page)
	})
}

// Reload reads again and stays where it was.
func (s *Screen) Reload() {
	if s.page == nil {
		return
	}
	at, ours := s.page.Offset(), s.page.HasFocus()
	s.load(func() {
		s.page.ScrollTo(at)
		if ours {
			widgets.Focus(s.page)
		}
	})
}

// Close has nothing to keep.
func (s *Screen) Close() {}

// Place tells how far down the person is.
func (s *Screen) Place() screens.Place {
	place := s.place
	if s.page != nil {
		place.Left = screens.Left{Page: s.page.Offset()}
	}
	return place
}

func (s *Screen) ask() reports.Ask {
	return reports.Ask{Settlement: s.place.Record, Engagement: s.meeting, Made: s.host.Now(), Restricted: true}
}

// load reads everything, restricted records too: they carry a badge here.
func (s *Screen) load(then func()) {
	var got reports.Briefing
	s.host.Load(func(ctx context.Context) (err error) {
		got, err = reports.ReadBriefing(ctx, s.db, s.ask())
		return err
	}, func() {
		s.of = got
		s.page = record.Page(s.head(), s.body())
		s.root.Objects = []fyne.CanvasObject{s.page}
		s.root.Refresh()
		then()
	})
}

// head is where and for which meeting, and how the paper is to be.
func (s *Screen) head() fyne.CanvasObject {
	w := s.host.Words()
	var meeting fyne.CanvasObject
	if m := s.of.Meeting; m != nil {
		meeting = widgets.Flow(look.Unit*1.5, widgets.NewBadge(s.host.Term(data.Statuses.List, m.Status), widgets.StatusNote),
			widgets.NewLink(w.Moment(m.Start)+" · "+data.CleanLine(m.Title), func() { s.host.Go(screens.Place{Area: screens.Engagements, Record: m.ID}) }))
	}
	var langs []widgets.Option
	for _, l := range i18n.Langs {
		langs = append(langs, widgets.Option{Key: string(l), Label: i18n.Name(l)})
	}
	language := widgets.NewChoice(w, langs)
	language.SetKey(string(s.lang))
	language.OnChange = func(code string) {
		if l, err := i18n.Parse(code); err == nil {
			s.lang = l
		}
	}
	restricted := widgets.NewCheck(w.T("briefing.restricted"), func(on bool) { s.restricted = on })
	restricted.SetChecked(s.restricted)
	return widgets.Limit(860, record.Parts(look.Unit*1.5,
		look.NewWrapped(s.host.PlaceName(s.of.Place.Name, s.of.Place.NameCyrl), look.TitleStyle), meeting,
		widgets.Row(widgets.Part(1, 220, widgets.NewField(w.T("briefing.language"), language)), widgets.Part(2, 300, restricted))))
}

// Print makes one page and opens it.
func (s *Screen) Print() {
	if s.page == nil || s.printing {
		return
	}
	s.printing = true
	report, _ := reports.Named("briefing")
	ask := s.ask()
	ask.Restricted = s.restricted
	name := "Dogovor-" + s.of.Place.Name + "-" + string(record.Today(s.host)) + ".pdf"
	lang := s.lang
	var failed error
	s.host.Load(func(ctx context.Context) error {
		failed = s.paper(ctx, name, report, lang, ask)
		return nil
	}, func() {
		s.printing = false
		if failed != nil {
			s.host.Fail(failed)
			return
		}
		s.host.Done(s.host.Words().T("briefing.printed"), data.ID{})
	})
}
