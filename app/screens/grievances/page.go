package grievances

import (
	"context"

	"fyne.io/fyne/v2"

	"dogovor/app/dialogs"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/calendar"
)

// page shows one grievance: how far it came, what is due by when, and who complains of what.
type page struct {
	record.Known
	db     Store
	g      *data.Grievance
	days   *calendar.Calendar
	limits calendar.Limits
	tasks  data.FollowPage // about it
}

func read(ctx context.Context, host screens.Host, db Store, id data.ID) (page, error) {
	g, err := db.Grievance(ctx, id)
	if err != nil {
		return page{}, err
	}
	p := page{db: db, g: g}
	if p.Known, err = record.Know(ctx, host, db, g); err != nil {
		return p, err
	}
	targets, err := db.Targets(ctx)
	if err != nil {
		return p, err
	}
	if p.days, err = db.Calendar(ctx); err != nil {
		return p, err
	}
	if p.limits, err = p.days.Grievance(g, targets); err != nil {
		return p, err
	}
	p.tasks, err = db.Follows(ctx, record.TasksAbout(g), data.Page{Limit: record.Latest})
	return p, err
}

// Heading is what is complained of, how far it came, and what must be seen at once: that somebody fears retaliation, that it is restricted.
func (p page) Heading() record.Heading {
	g, w := p.g, p.Host.Words()
	_, due := p.limits.Next(g)
	row := data.FollowRow{Type: data.Grievances.Name, ID: g.ID, Status: g.Status(), Open: g.Open(), Untold: g.Untold(), Due: due}
	h := record.Heading{Title: title(g), Number: g.Number, Badges: record.FollowBadges(p.Host, row, g.Confidentiality)}
	if g.Retaliation {
		h.Badges = append(h.Badges, widgets.NewBadge(w.T("grievances.retaliation"), widgets.StatusOverdue))
	}
	if g.Open() {
		h.Actions = append(h.Actions, widgets.QuietButton(w.T("tasks.make"), func() { p.Host.Go(record.TaskAbout(g, g.Description)) }))
	}
	if len(g.Steps) > 0 {
		h.Actions = append(h.Actions, widgets.QuietButton(w.T("grievances.take_back"), p.askTakeBack))
	}
	return h
}

// longTitle is how many letters of a description head its page; the rest of a longer one stands below.
const longTitle = 120

func title(g *data.Grievance) string {
	letters := []rune(data.CleanLine(g.Description))
	if len(letters) <= longTitle {
		return g.Description
	}
	return string(letters[:longTitle-1]) + "…"
}

// Body is the rest; what is not known is not shown.
func (p page) Body(resized func()) []fyne.CanvasObject {
	w := p.Host.Words()
	var whole fyne.CanvasObject
	if title(p.g) != p.g.Description {
		whole = look.Body(p.g.Description)
	}
	return []fyne.CanvasObject{
		record.Section(p.Label("description"), whole),
		record.Section(w.T("grievances.section.limits"), p.deadlines()...),
		record.Section(w.T("grievances.section.who"), p.who()),
		record.Section(w.T("grievances.section.remedy"), p.Facts("remedy_offered", "remedy_given", "remedy_on", "satisfied", "lessons")),
		record.Section(w.T("grievances.section.told"), p.Facts("told_on", "told_whom", "told_how")),
		record.FollowSection(p.Host, p.tasks, record.TasksAbout(p.g), p.g.Number),
		record.Section(w.T("grievances.section.other"), p.Facts("confidentiality", "tags", "notes")),
		p.Attachments(resized),
		p.History(resized),
	}
}

// who are those who complain, of what, and where.
func (p page) who() fyne.CanvasObject {
	g, w := p.g, p.Host.Words()
	f := widgets.NewFacts()
	p.AddTo(f, "complaint")
	p.AddLink(f, "stakeholder", screens.Stakeholders)
	p.AddLink(f, "third_party", screens.Stakeholders)
	if g.Reachable() {
		p.AddTo(f, "reply_to")
	} else {
		f.Add(p.Label("reply_to"), w.T("grievances.unreachable"))
	}
	p.AddTo(f, "wanted", "topic", "severity")
	p.AddLink(f, "settlement", screens.Places)
	p.AddTo(f, "place", "owner")
	return p.AddLink(f, "engagement", screens.Engagements)
}

// last is what happened last and may be taken back: that it was told back, or its last step.
func last(g *data.Grievance) (kind string, on data.Date) {
	if len(g.Steps) == 0 {
		return "", ""
	}
	if g.ToldOn != "" && !g.Open() && !g.Untold() {
		return told, g.ToldOn
	}
	s := g.Steps[len(g.Steps)-1]
	return s.Kind, s.On
}

// askTakeBack takes back what happened last, when the person means it: it was said by mistake.
func (p page) askTakeBack() {
	w := p.Host.Words()
	kind, on := last(p.g)
	dialogs.Confirm(p.Host.Window(), w.T("grievances.take_back.title"), w.T("grievances.take_back.text", "Step", p.word(kind), "On", w.Day(on)), w.T("common.cancel"), w.T("grievances.take_back"),
		func(do bool) {
			if do {
				p.takeBack()
			}
		})
}

func (p page) takeBack() {
	var batch data.ID
	var g *data.Grievance
	p.Host.Load(func(ctx context.Context) (err error) {
		if g, err = p.db.Grievance(ctx, p.g.ID); err != nil || len(g.Steps) != len(p.g.Steps) || g.ToldOn != p.g.ToldOn {
			return err // what happened meanwhile was not meant
		}
		switch kind, on := last(g); {
		case kind == told:
			g.ToldOn, g.ToldWhom, g.ToldHow = "", "", ""
		default:
			g.Steps = g.Steps[:len(g.Steps)-1]
			if kind == data.GrievanceClosed && g.ToldOn >= on { // it was told of an end that is none
				g.ToldOn, g.ToldWhom, g.ToldHow = "", "", ""
			}
		}
		batch, err = p.db.Save(context.WithoutCancel(ctx), g)
		return err
	}, func() {
		if !batch.IsZero() {
			p.Host.Done(p.Host.Words().T("grievances.taken_back", "Number", g.Number), batch)
		}
	})
}
