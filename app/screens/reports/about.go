package reports

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
	engine "dogovor/reports"
)

// mostFound is how many records a field offers at once.
const mostFound = 12

// about are the records that documents are about: each is kept while another document is looked at.
type about struct{ settlement, engagement, stakeholder widgets.Option }

func (a *about) at(n engine.Need) *widgets.Option {
	switch n {
	case engine.Settlement:
		return &a.settlement
	case engine.Engagement:
		return &a.engagement
	}
	return &a.stakeholder
}

// build makes the fields: which document, what it is about, in which language, and the file.
func (s *Screen) build() {
	w, r := s.host.Words(), s.report()
	document := widgets.NewChoice(w, s.documents())
	document.SetKey(r.Name)
	document.OnChange = func(name string) {
		s.state.Report = name
		s.build()
		s.host.Window().Canvas().Focus(s.first)
		s.changed()
	}
	lines := []fyne.CanvasObject{widgets.Row(append([]widgets.Cell{widgets.Part(3, 260, widgets.NewField(w.T("reports.document"), document)),
		widgets.Part(1, 180, widgets.NewField(w.T("reports.language"), s.languages(s.state.Lang, false, func(l i18n.Lang) { s.state.Lang = l; s.offerPath() })))}, s.second(r)...)...)}
	if of := s.about(r); len(of) > 0 {
		lines = append(lines, widgets.Row(of...))
	}
	var span []widgets.Cell
	s.first = document
	if spans(r) {
		span = append(span, widgets.Part(0, 0, s.periods.bar))
		if r.Name == engine.All[0].Name {
			s.first = s.periods.segment
		}
	}
	for _, x := range []struct {
		need engine.Need
		word string
		on   *bool
	}{{engine.Restricted, "reports.restricted", &s.state.Restricted}, {engine.Public, "reports.public", &s.state.Public}} {
		if r.Takes(x.need) {
			check := widgets.NewCheck(w.T(x.word), func(on bool) { *x.on = on; s.changed() })
			check.SetChecked(*x.on)
			span = append(span, widgets.Part(1, 200, check))
		}
	}
	if len(span) > 0 {
		lines = append(lines, widgets.Row(span...))
	}
	s.path.OnChanged = func(text string) {
		s.state.Path = ""
		if text != s.offered() {
			s.state.Path = text
		}
	}
	s.path.OnEnter = s.Print
	if s.state.Path != "" {
		s.path.SetText(s.state.Path)
	} else {
		s.offerPath()
	}
	lines = append(lines, widgets.Row(widgets.Part(4, 320, widgets.NewField(w.T("reports.file"), s.path)),
		widgets.Part(0, 150, widgets.SecondaryButton(w.T("reports.choose_folder"), s.chooseFolder)), widgets.Part(0, 110, s.paper.open)), s.paper.row, s.trouble, s.busy)
	s.above.Objects = []fyne.CanvasObject{widgets.Column(look.Unit*1.5, lines...)}
	s.above.Refresh()
}

// spans tells whether a period is asked for: only where the document needs one; what it is about in all times is the rule elsewhere.
func spans(r engine.Report) bool { return slices.Contains(r.Needs, engine.Period) }

// report is the one that is chosen.
func (s *Screen) report() engine.Report {
	if r, ok := engine.Named(s.state.Report); ok {
		return r
	}
	return engine.All[0]
}

func (s *Screen) documents() (out []widgets.Option) {
	for _, r := range engine.All {
		out = append(out, widgets.Option{Key: r.Name, Label: s.host.Words().T(r.Title)})
	}
	return out
}

func (s *Screen) languages(now i18n.Lang, none bool, chosen func(i18n.Lang)) *widgets.Choice {
	var langs []widgets.Option
	if none {
		langs = append(langs, widgets.Option{Label: s.host.Words().T("reports.one_language")})
	}
	for _, l := range i18n.Langs {
		langs = append(langs, widgets.Option{Key: string(l), Label: i18n.Name(l)})
	}
	c := widgets.NewChoice(s.host.Words(), langs)
	c.SetKey(string(now))
	c.OnChange = func(code string) {
		if l, err := i18n.Parse(code); err == nil {
			chosen(l)
		} else {
			chosen("")
		}
	}
	return c
}

// second is the language beside the first, for documents that take one.
func (s *Screen) second(r engine.Report) []widgets.Cell {
	if !r.Takes(engine.Second) {
		return nil
	}
	return []widgets.Cell{widgets.Part(1, 180, widgets.NewField(s.host.Words().T("reports.second"), s.languages(s.state.Second, true, func(l i18n.Lang) { s.state.Second = l; s.offerPath() })))}
}

// about are the fields that say which records the document is about.
func (s *Screen) about(r engine.Report) (cells []widgets.Cell) {
	w := s.host.Words()
	add := func(need engine.Need, word string, p *widgets.Picker, object fyne.CanvasObject) {
		p.SetPicked(*s.state.About.at(need))
		p.OnPick = func(o widgets.Option) {
			*s.state.About.at(need) = o
			s.offerPath()
		}
		cells = append(cells, widgets.Part(1, 240, widgets.NewField(w.T(word), object)))
	}
	if r.Takes(engine.Settlement) {
		var places []widgets.Option
		for _, p := range s.places {
			places = append(places, widgets.Option{Key: p.ID.String(), Label: s.host.PlaceName(p.Name, p.NameCyrl), Note: p.Municipality})
		}
		c := widgets.NewChoice(w, places)
		add(engine.Settlement, "reports.about.settlement", &c.Picker, c)
	}
	if r.Takes(engine.Engagement) {
		p := widgets.NewPicker(w, func(text string) (out []widgets.Option) {
			page, err := s.db.Engagements(context.Background(), data.EngagementFilter{Text: text}, data.Page{Limit: mostFound})
			if err != nil {
				return nil // the list stays empty; making the document will say what is wrong with the database
			}
			for _, e := range page.Rows {
				out = append(out, widgets.Option{Key: e.ID.String(), Label: e.Title, Note: e.Number})
			}
			return out
		})
		add(engine.Engagement, "reports.about.engagement", p, p)
	}
	if r.Takes(engine.Stakeholder) {
		p := widgets.NewPicker(w, func(text string) (out []widgets.Option) {
			rows, err := s.db.FindStakeholders(context.Background(), text, mostFound)
			if err != nil {
				return nil
			}
			for _, x := range rows {
				out = append(out, widgets.Option{Key: x.ID.String(), Label: x.Name, Note: x.Number})
			}
			return out
		})
		add(engine.Stakeholder, "reports.about.stakeholder", p, p)
	}
	return cells
}

// open reads what the fields choose from, and the record the screen was opened for.
func (s *Screen) open() {
	asked := s.asked
	s.asked.Report = ""
	var of widgets.Option
	var need engine.Need
	s.host.Load(func(ctx context.Context) (err error) {
		if s.places, err = s.db.Settlements(ctx); err != nil || asked.Report == "" {
			return err
		}
		r, _ := engine.Named(asked.Report)
		of.Key = asked.About.String()
		switch {
		case r.Takes(engine.Stakeholder):
			need = engine.Stakeholder
			x, err := s.db.Stakeholder(ctx, asked.About)
			if err == nil {
				of.Label = x.Name
			}
			return err
		case r.Takes(engine.Settlement) && s.place(asked.About) != nil:
			need = engine.Settlement
			p := s.place(asked.About)
			of.Label = s.host.PlaceName(p.Name, p.NameCyrl)
		case r.Takes(engine.Engagement):
			need = engine.Engagement
			x, err := s.db.Engagement(ctx, asked.About)
			if err == nil {
				of.Label = x.Title
			}
			return err
		}
		return nil
	}, func() {
		if asked.Report != "" {
			s.state.Report = asked.Report
			*s.state.About.at(need) = of
		}
		s.build()
		s.host.Window().Canvas().Focus(s.first)
		s.Reload()
	})
}

func (s *Screen) place(id data.ID) *data.Settlement {
	for _, p := range s.places {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// ask is what was said of the document.
func (s *Screen) ask() engine.Ask {
	r := s.report()
	id := func(n engine.Need) (id data.ID) {
		if r.Takes(n) {
			id, _ = data.ParseID(s.state.About.at(n).Key)
		}
		return id
	}
	ask := engine.Ask{Settlement: id(engine.Settlement), Engagement: id(engine.Engagement), Stakeholder: id(engine.Stakeholder),
		Restricted: r.Takes(engine.Restricted) && s.state.Restricted, Public: r.Takes(engine.Public) && s.state.Public}
	if spans(r) {
		ask.Period = s.state.Period
	}
	if r.Takes(engine.Second) && s.state.Second != "" {
		ask.Second = i18n.For(s.state.Second)
	}
	return ask
}

// offered is the file name that says what is in it.
func (s *Screen) offered() string {
	r := s.report()
	parts := []string{"Dogovor"}
	if r.Name != engine.All[0].Name {
		parts = append(parts, r.Name)
	}
	for _, n := range []engine.Need{engine.Settlement, engine.Engagement, engine.Stakeholder} {
		if o := *s.state.About.at(n); o.Key != "" && r.Takes(n) {
			parts = append(parts, fileWord(o.Label))
		}
	}
	if spans(r) {
		p := s.state.Period
		span := string(p.From) + "_" + string(p.To)
		switch s.state.Span {
		case month:
			span = string(p.From[:7])
		case quarter:
			span = string(p.From[:4]) + "-Q" + string('0'+rune((p.From.Time(data.HomeZone()).Month()+2)/3))
		case year:
			span = string(p.From[:4])
		}
		parts = append(parts, span)
	}
	return filepath.Join(s.make.Folder(), strings.Join(append(parts, string(s.state.Lang)), "-")+".pdf")
}

// fileWord is a name as a part of a file's name: what file systems refuse is left out, and it is short.
func fileWord(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*.,;`, r) || r < ' ' {
			return -1
		}
		return r
	}, name)
	rs := []rune(strings.ReplaceAll(strings.TrimSpace(name), " ", "-"))
	return string(rs[:min(len(rs), 40)])
}
