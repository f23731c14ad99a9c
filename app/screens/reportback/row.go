package reportback

import (
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/reports"
)

// row is one thing to be told: whether it stands on the sheet, and in which words.
type row struct {
	s             *Screen
	news          reports.News
	check         *widgets.Check
	asked, answer *widgets.Entry
	wrong         *look.Text // whom the words name
	view          fyne.CanvasObject
}

func (s *Screen) newRow(n reports.News) *row {
	w := s.host.Words()
	r := &row{s: s, news: n, asked: widgets.NewMultiLine(), answer: widgets.NewMultiLine(), wrong: look.Error("")}
	if said, ok := s.kept.said[n.Row.ID]; ok {
		r.news.Saying, r.news.Names = said, s.of.Named(said)
	}
	r.asked.SetText(r.news.Asked)
	r.answer.SetText(r.news.Answer)
	r.check = widgets.NewCheck(w.T("record."+n.Row.Type)+" · "+w.Day(n.EndedOn), func(on bool) {
		s.kept.ticked[n.Row.ID] = on
		s.count()
	})
	for _, e := range []*widgets.Entry{r.asked, r.answer} {
		e.OnChanged = func(string) { r.written() }
	}
	key := n.Row.ID.String()
	asked := s.form.Add(key+".asked", widgets.NewField(w.T("reportback.asked"), r.asked))
	answer := s.form.Add(key+".answer", widgets.NewField(w.T("reportback.answer"), r.answer))
	link := widgets.NewLink(n.Row.Number, func() { s.host.Go(record.FollowPlace(n.Row)) })
	state := record.FollowBadge(s.host, n.Row)
	parts := []fyne.CanvasObject{widgets.Flow(look.Unit*1.5, r.check, link, state)}
	if !n.InOpen {
		parts = append(parts, look.NewWrapped(w.T("reportback.in_person"), look.SecondaryStyle))
	}
	parts = append(parts, r.wrong, widgets.Row(widgets.Part(1, 300, asked), widgets.Part(1, 300, answer)))
	r.judge()
	r.view = widgets.Card(widgets.Column(look.Unit*.75, parts...))
	return r
}

// saying are the words as they stand.
func (r *row) saying() reports.Saying {
	return reports.Saying{Asked: data.CleanText(r.asked.Text), Answer: data.CleanText(r.answer.Text)}
}

// written looks again whom the words name.
func (r *row) written() {
	r.news.Saying = r.saying()
	r.s.kept.said[r.news.Row.ID] = r.news.Saying
	r.news.Names = r.s.of.Named(r.news.Saying)
	r.judge()
	r.s.count()
}

// judge says whom the words name, and ticks the row as a person did, else when it is fit. Whole names of people keep it from the sheet.
func (r *row) judge() {
	var names []string
	sure := false
	for _, m := range r.news.Names {
		names, sure = append(names, m.Name), sure || m.Sure
	}
	on, chosen := r.s.kept.ticked[r.news.Row.ID]
	if !chosen {
		on = r.news.Fit()
	}
	r.check.SetChecked(on && !sure)
	if sure {
		r.check.Disable()
	} else {
		r.check.Enable()
	}
	r.say(names, sure)
}

// say tells below the row's head whom it names.
func (r *row) say(names []string, sure bool) {
	seen := r.wrong.Visible()
	defer func() {
		if r.view != nil && seen != r.wrong.Visible() {
			r.s.form.Refresh() // the row is higher or lower now
		}
	}()
	if len(names) == 0 {
		r.wrong.SetText("")
		r.wrong.Hide()
		return
	}
	said := "reportback.may_name"
	if sure {
		said = "reportback.names"
	}
	r.wrong.SetText(r.s.host.Words().T(said, "Names", strings.Join(names, ", ")))
	r.wrong.Show()
}
