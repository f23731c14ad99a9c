package reportback

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/reports"
)

// Screen is what one settlement is still to be told.
type Screen struct {
	host  screens.Host
	db    Store
	paper Paper
	place screens.Place
	kept  kept

	root  *fyne.Container
	of    reports.Untold
	form  *widgets.Form
	rows  []*row
	told  told
	empty *widgets.Empty
	busy  bool
}

// keptLanguage is what the window remembers: in which language sheets are printed here.
const keptLanguage = "reportback.language"

// New makes the screen; place.Record is the settlement.
func New(host screens.Host, db Store, paper Paper, place screens.Place) *Screen {
	s := &Screen{host: host, db: db, paper: paper, place: place, root: container.NewStack()}
	was, ok := place.Filter.(kept)
	if !ok {
		was = kept{lang: host.Recall(keptLanguage), ticked: map[data.ID]bool{}, said: map[data.ID]reports.Saying{}}
	}
	if _, err := i18n.Parse(was.lang); was.lang != both && err != nil {
		was.lang = string(host.Words().Lang())
	}
	s.kept = was
	return s
}

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("reportback.title") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Action is to print the sheet, and when that was done to mark it as told.
func (s *Screen) Action() (string, func()) {
	w := s.host.Words()
	switch {
	case s.form == nil && s.empty != nil:
		return "", nil
	case s.kept.printed:
		return w.T("reportback.mark_all"), s.Save
	}
	return w.T("reportback.print"), s.Print
}

// Show reads, and starts at the first row.
func (s *Screen) Show() { s.load(func() { s.focus(s.place.Left.Focus) }) }

// Reload reads again; what was written stays, and the focus with it.
func (s *Screen) Reload() {
	at := ""
	if s.form != nil {
		at = s.form.Focused()
	}
	s.load(func() {
		if at != "" {
			s.focus(at)
		}
	})
}

// Close has nothing to keep: the words are for this sheet alone.
func (s *Screen) Close() {}

// Place remembers what was chosen and written.
func (s *Screen) Place() screens.Place {
	place := s.place
	place.Filter, place.Left = s.kept, screens.Left{}
	if s.form != nil {
		place.Left.Focus = s.form.Focused()
	}
	return place
}

func (s *Screen) focus(key string) {
	switch {
	case s.form == nil:
		widgets.Focus(s.empty.Action())
	case key != "" && s.form.Focus(key):
	case s.rows[0].check.Disabled(): // its words are to be changed first
		widgets.Focus(s.rows[0].asked)
	default:
		widgets.Focus(s.rows[0].check)
	}
}

// printer speaks the language of the sheet.
func (s *Screen) printer() *i18n.Printer {
	switch s.kept.lang {
	case string(s.host.Words().Lang()):
		return s.host.Words()
	case both:
		return i18n.For(i18n.SerbianLatin)
	}
	return i18n.For(i18n.Lang(s.kept.lang))
}

func (s *Screen) load(then func()) {
	p := s.printer()
	var got reports.Untold
	s.host.Load(func(ctx context.Context) (err error) {
		got, err = reports.ReadUntold(ctx, s.db, s.place.Record, p)
		return err
	}, func() {
		s.of = got
		s.show()
		then()
	})
}

// show builds the screen of what was read.
func (s *Screen) show() {
	w := s.host.Words()
	name := s.host.PlaceName(s.of.Place.Name, s.of.Place.NameCyrl)
	title := look.NewWrapped(name, look.TitleStyle)
	s.form, s.rows, s.empty = nil, nil, nil
	if len(s.of.News) == 0 {
		s.empty = widgets.NewEmpty(theme.ConfirmIcon(), w.T("reportback.nothing"), w.T("reportback.page"), func() { s.host.Go(screens.Place{Area: screens.Places, Record: s.of.Place.ID}) })
		head := widgets.Pad(look.Unit*2, record.Parts(look.Unit*2, title, s.inPerson()))
		s.root.Objects = []fyne.CanvasObject{container.NewBorder(head, nil, nil, nil, s.empty)}
		s.root.Refresh()
		return
	}
	column := widgets.Column(look.Unit * 2)
	s.form = widgets.NewForm(widgets.Limit(1000, column))
	column.Add(title)
	column.Add(look.NewWrapped(w.T("reportback.explain"), look.SecondaryStyle))
	column.Add(widgets.Limit(360, s.language()))
	for _, n := range s.of.News {
		r := s.newRow(n)
		s.rows = append(s.rows, r)
		column.Add(r.view)
	}
	if p := s.inPerson(); p != nil {
		column.Add(p)
	}
	column.Add(s.marking())
	s.root.Objects = []fyne.CanvasObject{s.form}
	s.root.Refresh()
	s.count()
}

func (s *Screen) language() fyne.CanvasObject {
	w := s.host.Words()
	var langs []widgets.Option
	for _, l := range i18n.Langs {
		langs = append(langs, widgets.Option{Key: string(l), Label: i18n.Name(l)})
	}
	langs = append(langs, widgets.Option{Key: both, Label: w.T("reportback.both")})
	choice := widgets.NewChoice(w, langs)
	choice.SetKey(s.kept.lang)
	choice.OnChange = func(lang string) {
		if lang == "" || lang == s.kept.lang {
			return
		}
		s.kept.lang = lang
		s.host.Remember(keptLanguage, lang)
		s.load(func() { s.focus("language") })
	}
	return s.form.Add("language", widgets.NewField(w.T("reportback.language"), choice))
}

// inPerson are the restricted ones, which never hang on a board.
func (s *Screen) inPerson() fyne.CanvasObject {
	if len(s.of.Restricted) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{look.Body(s.host.Words().N("reportback.restricted", len(s.of.Restricted)))}
	for _, r := range s.of.Restricted {
		parts = append(parts, widgets.NewLink(r.Number, func() { s.host.Go(record.FollowPlace(r)) }))
	}
	return widgets.Column(look.Unit/2, parts[0], widgets.Flow(look.Unit*1.5, parts[1:]...))
}

// chosen are the rows that stand on the sheet.
func (s *Screen) chosen() (out []*row) {
	for _, r := range s.rows {
		if r.check.Checked() {
			out = append(out, r)
		}
	}
	return out
}

// Print makes the sheet and opens it.
func (s *Screen) Print() {
	w := s.host.Words()
	if s.form == nil || s.busy || !s.complete() {
		return
	}
	sheet := map[data.ID]reports.Saying{}
	for _, r := range s.chosen() {
		sheet[r.news.Row.ID] = r.saying()
	}
	if len(sheet) == 0 {
		s.host.Done(w.T("reportback.choose"), data.ID{})
		return
	}
	ask := reports.Ask{Settlement: s.place.Record, Made: s.host.Now(), Sheet: sheet}
	lang := i18n.Lang(s.kept.lang)
	if s.kept.lang == both {
		lang, ask.Second = i18n.SerbianLatin, i18n.For(i18n.SerbianCyrillic)
	}
	report, _ := reports.Named("notice")
	name := "Dogovor-" + s.of.Place.Name + "-" + string(record.Today(s.host)) + ".pdf"
	var failed error
	s.busy = true
	s.host.Load(func(ctx context.Context) error {
		failed = s.paper(ctx, name, report, lang, ask)
		return nil
	}, func() {
		s.busy = false
		if failed != nil {
			s.host.Fail(failed)
			return
		}
		s.kept.printed = true
		s.host.Done(w.T("reportback.printed"), data.ID{})
	})
}

// complete tells whether everything on the sheet has words; what has none is marked.
func (s *Screen) complete() bool {
	wrong := map[string]string{}
	for _, r := range s.chosen() {
		said, key := r.saying(), r.news.Row.ID.String()
		for part, text := range map[string]string{".asked": said.Asked, ".answer": said.Answer} {
			if text == "" {
				wrong[key+part] = s.host.Words().T("reportback.empty")
			}
		}
	}
	s.form.ShowErrors(wrong)
	return len(wrong) == 0
}
