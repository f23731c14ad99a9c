// Package start is what a person meets before there is anything to work on: the questions of a first start, and what is wrong when a
// database cannot be opened. It opens nothing itself; the window does.
package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Answers to the questions of a first start.
type Answers struct {
	Language string
	Officer  string
	Laptop   string
}

// Actions are what the window does with the answers.
type Actions struct {
	Language func(code string)           // speak it at once
	Keep     func(Answers)               // what was typed so far, before the language changes
	Check    func(Answers) data.Problems // takes the answers over, or says what is wrong with them
	Empty    func()
	Sample   func()
}

// Screen asks language, officer and laptop, then offers an empty start or the sample year.
type Screen struct {
	win     fyne.Window
	words   *i18n.Printer
	do      Actions
	form    *widgets.Form
	officer *widgets.Entry
	laptop  *widgets.Entry
	content fyne.CanvasObject
}

// New makes the screen with what was answered so far.
func New(win fyne.Window, words *i18n.Printer, a Answers, do Actions) *Screen {
	s := &Screen{win: win, words: words, do: do, officer: widgets.NewEntry(), laptop: widgets.NewEntry()}
	s.officer.SetText(a.Officer)
	s.laptop.SetText(a.Laptop)
	empty := widgets.PrimaryButton(words.T("start.empty"), func() { s.begin(do.Empty) })
	sample := widgets.SecondaryButton(words.T("start.sample"), func() { s.begin(do.Sample) })
	s.laptop.OnEnter = func() { win.Canvas().Focus(empty) }

	var languages []widgets.Option
	for _, l := range i18n.Langs {
		languages = append(languages, widgets.Option{Key: string(l), Label: i18n.Name(l)})
	}
	language := widgets.NewSegment(languages, func(code string) {
		do.Keep(s.answers())
		do.Language(code)
	})
	language.SetKey(string(words.Lang()))
	officer := widgets.NewField(words.T("start.officer"), s.officer)
	laptop := widgets.NewField(words.T("start.laptop"), s.laptop)
	body := widgets.Column(look.Unit*2,
		look.Title(words.T("start.welcome")),
		look.Body(words.T("start.about")),
		widgets.Column(look.Unit/2, look.NewText(words.T("start.language"), look.LabelStyle), language),
		widgets.Column(look.Unit/2, officer, look.NewWrapped(words.T("start.officer.hint"), look.SecondaryStyle)),
		widgets.Column(look.Unit/2, laptop, look.NewWrapped(words.T("start.laptop.hint"), look.SecondaryStyle)),
		container.NewGridWithColumns(2, empty, sample),
		look.NewWrapped(words.T("start.sample.hint"), look.SecondaryStyle),
	)
	s.form = widgets.NewForm(body)
	s.form.Add("officer", officer)
	s.form.Add("laptop", laptop)
	s.content = centred(s.form, fyne.NewSize(580, 540))
	return s
}

func (s *Screen) answers() Answers {
	return Answers{Language: string(s.words.Lang()), Officer: s.officer.Text, Laptop: s.laptop.Text}
}

// begin goes on when the answers will do; else it says what is wrong beside the field.
func (s *Screen) begin(with func()) {
	wrong := map[string]string{}
	for _, p := range s.do.Check(s.answers()) {
		wrong[p.Field] = s.words.Problem(p)
	}
	s.form.ShowErrors(wrong)
	if len(wrong) == 0 {
		with()
	}
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show puts the focus on the first question that has no answer.
func (s *Screen) Show() {
	if s.officer.Text == "" {
		s.win.Canvas().Focus(s.officer)
		return
	}
	s.win.Canvas().Focus(s.laptop)
}

// Waiting says what is being done while there is nothing else to show, and lets it be given up when it takes long.
func Waiting(words *i18n.Printer, text string, giveUp func()) (content fyne.CanvasObject, stop func()) {
	busy := widgets.NewBusy(words)
	busy.Start(text, func() {
		busy.Start(words.T("start.stopping"), nil)
		giveUp()
	})
	return widgets.NewStage(centred(busy, fyne.NewSize(520, look.RowHeight))), busy.Stop
}

// centred keeps a page of a size in the middle of the window.
func centred(page fyne.CanvasObject, size fyne.Size) fyne.CanvasObject {
	return container.New(&middle{size}, page)
}

type middle struct{ size fyne.Size }

func (m *middle) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	size := fyne.NewSize(min(m.size.Width, room.Width), min(m.size.Height, room.Height))
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2))
	}
}

func (m *middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 300) }
