package engagements

import (
	"strconv"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

func (p *page) cameTitle() string {
	return p.w.T("engagements.came.n", "N", p.w.Int(len(p.e.Attendance)+p.e.Headcount()))
}

// came are those who came by name, then the heads without.
func (p *page) came() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, a := range p.e.Attendance {
		rows = append(rows, p.attendee(a))
	}
	if p.e.Headcount() > 0 {
		text := p.w.N("engagements.others", p.e.Headcount())
		parts := ""
		for _, x := range []struct {
			column string
			n      int
		}{{"women", p.e.Women}, {"men", p.e.Men}, {"undeclared", p.e.Undeclared}, {"young", p.e.Young}} {
			if x.n > 0 {
				parts = join(parts, p.w.N("engagements.heads."+x.column, x.n))
			}
		}
		rows = append(rows, look.Body(text+": "+parts))
	}
	return rows
}

// attendee is somebody who came: in what capacity, and below it what was noted of them.
func (p *page) attendee(a *data.Attendance) fyne.CanvasObject {
	head := []fyne.CanvasObject{p.person(a.Stakeholder)}
	if a.Capacity != "" {
		head = append(head, look.NewText(a.Capacity, look.Style{Size: look.SizeBody, Color: look.ColorSecondary}))
	}
	said := ""
	if a.Signed {
		said = p.w.T("engagements.signed")
	}
	if a.Photo {
		said = join(said, p.w.T("engagements.photo"))
	}
	var notes []fyne.CanvasObject
	if a.Sentiment != "" {
		notes = append(notes, newMoodFace(a.Sentiment))
		said = join(p.host.Term(data.Sentiments.List, a.Sentiment), said)
	}
	if said == "" {
		return widgets.Flow(look.Unit*1.5, head...)
	}
	return widgets.Column(0, widgets.Flow(look.Unit*1.5, head...), widgets.Flow(look.Unit*.75, append(notes, look.Secondary(said))...))
}

func (p *page) person(id data.ID) fyne.CanvasObject {
	name := p.names.Of(p.host, id)
	if _, known := p.names[id]; !known {
		return look.Secondary(name)
	}
	return widgets.NewLink(name, func() { p.host.Go(screens.Place{Area: screens.Stakeholders, Record: id}) })
}

func (p *page) saidTitle() string {
	return p.w.T("engagements.said.n", "N", p.w.Int(len(p.e.Points)))
}

func (p *page) said() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, x := range p.e.Points {
		head := []fyne.CanvasObject{look.Strong(strconv.Itoa(i + 1))}
		if x.Topic != "" {
			head = append(head, look.Strong(capital(p.host.Term(data.Topics.List, x.Topic))))
		}
		if !x.RaisedBy.IsZero() {
			head = append(head, p.person(x.RaisedBy))
		}
		parts := []fyne.CanvasObject{widgets.Flow(look.Unit*1.5, head...)}
		if x.Said != "" {
			parts = append(parts, look.Body(x.Said))
		}
		if x.Answer != "" {
			parts = append(parts, look.NewText(record.Label(p.host, x.Type(), "answer"), look.LabelStyle), look.Body(x.Answer))
		}
		if x.Satisfied != "" {
			parts = append(parts, look.Secondary(p.w.T("record.set", "Field", record.Label(p.host, x.Type(), "satisfied"),
				"New", p.host.Term(data.Satisfaction.List, x.Satisfied))))
		}
		for _, m := range p.became[x.ID] {
			parts = append(parts, mentionLine(p.host, m))
		}
		rows = append(rows, widgets.Column(look.Unit/2, parts...))
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{widgets.Column(look.Unit*2, rows...)}
}
