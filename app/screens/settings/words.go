package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// lists are the vocabularies that people may add to, rename in and retire from. Officers and projects are not among them: those lists
// grow by themselves with what is typed into forms.
func lists() (out []data.Vocabulary) {
	for _, v := range data.Vocabularies {
		if v.Open && len(v.Codes) > 0 {
			out = append(out, v)
		}
	}
	return out
}

// words is the part of the screen in which the words of one vocabulary are changed. A word that was changed is saved with the screen, or
// when another list is chosen.
type words struct {
	host  screens.Host
	db    Store
	list  data.Vocabulary
	terms []*data.Term
	rows  []*wordRow
	body  *fyne.Container
	page  *fyne.Container
}

// wordRow is one entry: its word in three languages, and whether it is still offered.
type wordRow struct {
	code       string // "" for a new one
	term       data.Term
	sr, en, zh *widgets.Entry
	retired    *widgets.Check
}

func newWords(host screens.Host, db Store) *words {
	w := &words{host: host, db: db, list: lists()[0], body: widgets.Column(look.Unit / 2)}
	p := host.Words()
	var options []widgets.Option
	for _, v := range lists() {
		options = append(options, widgets.Option{Key: v.List, Label: p.T("settings.list." + v.List)})
	}
	choice := widgets.NewChoice(p, options)
	choice.SetKey(w.list.List)
	choice.OnChange = func(key string) {
		v, ok := data.VocabularyNamed(key)
		if !ok || key == w.list.List {
			return
		}
		w.save(func() { w.list = v; w.load() })
	}
	w.page = widgets.Column(look.Unit,
		look.NewWrapped(p.T("settings.words.hint"), look.SecondaryStyle),
		widgets.Row(widgets.Part(1, 220, widgets.NewField(p.T("term.list"), choice)), widgets.Part(2, 0, widgets.Column(0))),
		w.body,
	)
	return w
}

// load reads the entries of the list and shows them.
func (w *words) load() {
	var terms []*data.Term
	w.host.Load(func(ctx context.Context) (err error) {
		terms, err = w.db.Terms(ctx)
		return err
	}, func() {
		w.terms = terms
		w.show()
	})
}

func (w *words) show() {
	p := w.host.Words()
	w.rows = nil
	for _, code := range w.list.Codes {
		w.rows = append(w.rows, w.row(code))
	}
	for _, t := range w.terms {
		if t.List == w.list.List && !w.list.Has(t.Code) {
			w.rows = append(w.rows, w.row(t.Code))
		}
	}
	w.rows = append(w.rows, w.row(""))
	label := func(id string) fyne.CanvasObject { return look.NewText(p.T(id), look.LabelStyle) }
	w.body.Objects = []fyne.CanvasObject{w.line(label("term.label"), label("term.label_en"), label("term.label_zh"), look.NewText("", look.LabelStyle))}
	for _, r := range w.rows {
		w.body.Objects = append(w.body.Objects, w.line(r.sr, r.en, r.zh, r.retired))
	}
	w.body.Refresh()
}

func (w *words) line(sr, en, zh, retired fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Row(widgets.Part(1, 170, sr), widgets.Part(1, 170, en), widgets.Part(1, 130, zh), widgets.Part(0, 190, retired))
}

// row shows the users' words; where there are none, the words of the program stand as hints.
func (w *words) row(code string) *wordRow {
	r := &wordRow{code: code, sr: widgets.NewEntry(), en: widgets.NewEntry(), zh: widgets.NewEntry()}
	for _, t := range w.terms {
		if t.List == w.list.List && t.Code == code {
			r.term = *t
		}
	}
	p := w.host.Words()
	r.retired = widgets.NewCheck(p.T("term.retired"), nil)
	hint := func(l i18n.Lang) string {
		if w.list.Has(code) {
			return i18n.For(l).Term(w.list.List, code)
		}
		return ""
	}
	if code == "" {
		r.retired.Hide()
		r.sr.Hint(p.T("settings.words.new"))
	} else {
		r.sr.Hint(hint(i18n.SerbianLatin))
		r.en.Hint(hint(i18n.English))
		r.zh.Hint(hint(i18n.Chinese))
	}
	if r.term.Label != hint(i18n.SerbianLatin) {
		r.sr.SetText(r.term.Label)
	}
	r.en.SetText(r.term.LabelEn)
	r.zh.SetText(r.term.LabelZh)
	r.retired.SetChecked(r.term.Retired)
	for _, e := range []*widgets.Entry{r.sr, r.en, r.zh} {
		e.SetMax(data.MaxLine, p.N("widgets.too_long", data.MaxLine))
	}
	return r
}

// changed gives the entries whose words a person changed.
func (w *words) changed() (out []data.Record) {
	taken := slices.Clone(w.list.Codes)
	for _, t := range w.terms {
		if t.List == w.list.List {
			taken = append(taken, t.Code)
		}
	}
	for _, r := range w.rows {
		t := r.term
		t.List, t.Code, t.Label, t.LabelEn, t.LabelZh, t.Retired = w.list.List, r.code, data.CleanLine(r.sr.Text), data.CleanLine(r.en.Text), data.CleanLine(r.zh.Text), r.retired.Checked()
		if t.Label == "" {
			t.Label = w.first(&t)
		}
		same := t.Label == r.term.Label && t.LabelEn == r.term.LabelEn && t.LabelZh == r.term.LabelZh && t.Retired == r.term.Retired
		untouched := r.term.ID.IsZero() && data.CleanLine(r.sr.Text) == "" && t.LabelEn == "" && t.LabelZh == "" && !t.Retired
		if same || untouched {
			continue
		}
		if t.Code == "" {
			t.Code = data.TermCode(t.Label, taken)
			taken = append(taken, t.Code)
		}
		if t.ID.IsZero() {
			t.ID = data.TermID(t.List, t.Code)
		}
		out = append(out, &t)
	}
	return out
}

// first is the word of an entry that has none in Serbian: the program's, else the one in another language.
func (w *words) first(t *data.Term) string {
	switch {
	case w.list.Has(t.Code):
		return i18n.For(i18n.SerbianLatin).Term(t.List, t.Code)
	case t.LabelEn != "":
		return t.LabelEn
	}
	return t.LabelZh
}

// save saves what was changed, then goes on.
func (w *words) save(then func()) {
	recs := w.changed()
	if len(recs) == 0 {
		then()
		return
	}
	var batch data.ID
	w.host.Load(func(ctx context.Context) (err error) {
		batch, err = w.db.Save(context.WithoutCancel(ctx), recs...)
		return err
	}, func() {
		w.host.Done(w.host.Words().T("settings.words.saved"), batch)
		then()
	})
}
