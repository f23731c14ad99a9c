// Package settings is the Settings screen: who works on this laptop, how the window looks, and which records are open.
package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// State is what the screen shows.
type State struct {
	Officer, Laptop string
	Look            string
	Scale           int
	Database        string
	Sample          bool // the sample year is open
}

// Actions are what the window does.
type Actions struct {
	State    State
	Change   func(State) data.Problems // takes over who, look and scale; says what is wrong with them
	Language func(i18n.Lang)
	Open     func(path string)
	Own      func()
	SampleDB func()
	Backup   func()
}

// Screen is the Settings screen: each change takes effect at once or with Save.
type Screen struct {
	host            screens.Host
	do              Actions
	state           State
	form            *widgets.Form
	officer, laptop *widgets.Entry
	look, scale     *widgets.Choice
	words           *words
}

// New makes the screen.
func New(host screens.Host, db Store, do Actions, _ screens.Place) *Screen {
	s := &Screen{host: host, do: do, state: do.State, officer: widgets.NewEntry(), laptop: widgets.NewEntry()}
	p := host.Words()
	s.officer.SetText(s.state.Officer)
	s.laptop.SetText(s.state.Laptop)
	s.look = widgets.NewChoice(p, looks(p))
	s.look.SetKey(s.state.Look)
	s.scale = widgets.NewChoice(p, scales(p))
	s.scale.SetKey(strconv.Itoa(s.state.Scale))
	language := widgets.NewChoice(p, languages())
	language.SetKey(string(p.Lang()))
	language.OnChange = func(code string) {
		if l, err := i18n.Parse(code); err == nil && l != p.Lang() {
			do.Language(l)
		}
	}
	officer := widgets.NewField(p.T("start.officer"), s.officer)
	laptop := widgets.NewField(p.T("start.laptop"), s.laptop)
	you := widgets.Column(look.Unit,
		look.Section(p.T("settings.you")),
		widgets.Row(widgets.Part(2, 220, officer), widgets.Part(1, 140, laptop), widgets.Part(1, 160, widgets.NewField(p.T("start.language"), language))),
		look.NewWrapped(p.T("start.laptop.hint"), look.SecondaryStyle),
		widgets.Row(widgets.Part(1, 160, widgets.NewField(p.T("settings.look"), s.look)), widgets.Part(1, 160, widgets.NewField(p.T("settings.scale"), s.scale)), widgets.Part(2, 0, container.NewWithoutLayout())),
		look.NewWrapped(p.T("settings.scale.hint"), look.SecondaryStyle),
	)
	s.words = newWords(host, db)
	s.form = widgets.NewForm(widgets.Limit(860, widgets.Column(look.Unit*4, you, s.records(p), s.words.page)))
	s.form.Add("officer", officer)
	s.form.Add("laptop", laptop)
	return s
}

// records is which file is open, and the ways to another one.
func (s *Screen) records(p *i18n.Printer) fyne.CanvasObject {
	file := widgets.NewEntry()
	file.SetText(s.state.Database)
	open := func() {
		if path := strings.TrimSpace(file.Text); path != "" && path != s.state.Database {
			s.do.Open(path)
		}
	}
	file.OnEnter = open
	other := widgets.SecondaryButton(p.T("start.sample"), s.do.SampleDB)
	if s.state.Sample {
		other = widgets.SecondaryButton(p.T("settings.database.own"), s.do.Own)
	}
	return widgets.Column(look.Unit,
		look.Section(p.T("settings.database")),
		look.Body(p.T("settings.database.open_now", "Path", s.state.Database)),
		container.NewHBox(other, widgets.SecondaryButton(p.T("settings.database.backup"), s.do.Backup)),
		look.NewWrapped(p.T("settings.database.backup.hint"), look.SecondaryStyle),
		look.NewWrapped(p.T("start.sample.hint"), look.SecondaryStyle),
		widgets.Row(widgets.Part(1, 300, widgets.NewField(p.T("settings.database.file"), file)),
			widgets.Part(0, 100, widgets.SecondaryButton(p.T("settings.database.open"), open))),
	)
}

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("window.settings") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.form }

// Show puts the focus on the first field.
func (s *Screen) Show() {
	s.words.load()
	widgets.Focus(s.officer)
}

// Reload has nothing to load.
func (s *Screen) Reload() {}

// Close has nothing to end.
func (s *Screen) Close() {}

// Action is to save.
func (s *Screen) Action() (string, func()) { return s.host.Words().T("menu.save"), s.Save }

// Save takes the answers over, or says what is wrong beside the field.
func (s *Screen) Save() {
	p := s.host.Words()
	scale, _ := strconv.Atoi(s.scale.Key())
	s.state.Officer, s.state.Laptop, s.state.Look, s.state.Scale = s.officer.Text, s.laptop.Text, s.look.Key(), scale
	wrong := map[string]string{}
	for _, x := range s.do.Change(s.state) {
		wrong[x.Field] = p.Problem(x)
	}
	s.form.ShowErrors(wrong)
	if len(wrong) == 0 {
		s.host.Done(p.T("settings.saved"), data.ID{})
		s.words.save(s.words.load)
	}
}

func looks(p *i18n.Printer) []widgets.Option {
	return []widgets.Option{{Key: string(look.Light), Label: p.T("settings.look.light")}, {Key: string(look.Dark), Label: p.T("settings.look.dark")},
		{Key: string(look.HighContrast), Label: p.T("settings.look.contrast")}}
}

func scales(p *i18n.Printer) (out []widgets.Option) {
	for _, n := range machine.Scales {
		out = append(out, widgets.Option{Key: strconv.Itoa(n), Label: p.Percent(float64(n)/100, 0)})
	}
	return out
}

func languages() (out []widgets.Option) {
	for _, l := range i18n.Langs {
		out = append(out, widgets.Option{Key: string(l), Label: i18n.Name(l)})
	}
	return out
}
