package grievances

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// way shows what happened so far, a step under the other: day, what, by whom and why; and last, when it is open, what may come next.
func (p page) way() fyne.CanvasObject {
	g, w := p.g, p.Host.Words()
	lines := []fyne.CanvasObject{p.happened(g.ReceivedOn, p.Host.Term(data.StepKinds.List, data.GrievanceReceived), g.ReceivedBy, p.Host.Term(data.Channels.List, g.Channel), widgets.StatusDone)}
	for _, s := range g.Steps {
		what := p.Host.Term(data.StepKinds.List, s.Kind)
		state := widgets.StatusDone
		switch {
		case s.Kind == data.GrievanceAssessed:
			what = w.T("grievances.way.with", "Step", what, "Said", p.Host.Term(data.Admissibility.List, s.Admissible))
		case s.Kind == data.GrievanceClosed:
			what = w.T("grievances.way.with", "Step", what, "Said", p.Host.Term(data.Outcomes.List, s.Outcome))
		case s.Kind == data.GrievanceReferred:
			what = w.T("grievances.way.with", "Step", what, "Said", s.Referred)
		case s.Kind == data.GrievanceRejected, s.Kind == data.GrievanceAppealed:
			state = widgets.StatusSoon
		}
		lines = append(lines, p.happened(s.On, what, s.Who, s.Why, state))
	}
	return widgets.Column(look.Unit, lines...)
}

// happened is one step: a dot in the colour of how it went, the day, and what is known of it.
func (p page) happened(on data.Date, what, who, why string, state widgets.Status) fyne.CanvasObject {
	dot := canvas.NewCircle(look.Color(state.Color()))
	head := look.Body(what)
	head.SetStyle(look.StrongStyle)
	said := []fyne.CanvasObject{head}
	if who != "" {
		said = append(said, look.NewWrapped(who, look.SecondaryStyle))
	}
	if why != "" {
		said = append(said, look.Body(why))
	}
	return widgets.EvenRow(widgets.Part(0, 10, widgets.Column(0, &fyne.Container{Layout: dotLayout{}, Objects: []fyne.CanvasObject{dot}})),
		widgets.Part(0, record.DayWidth(p.Host)+4, widgets.Column(0, look.NewText(p.Host.Words().Day(on), look.BodyStyle))), widgets.Part(1, 160, widgets.Column(0, said...)))
}

// dotLayout places a dot beside the first line of a text.
type dotLayout struct{}

const dotSize = 8

func (dotLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Resize(fyne.NewSize(dotSize, dotSize))
		o.Move(fyne.NewPos(0, (look.LineHeight(look.BodyStyle)-dotSize)/2))
	}
}

func (dotLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(dotSize, look.LineHeight(look.BodyStyle))
}
