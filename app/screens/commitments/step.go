package commitments

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// stepKind is something that happens to a promise, and what is asked about it.
type stepKind struct {
	word    string // message of its button
	said    string // message when it is saved
	t       *data.Type
	columns []string
	fits    func(*data.Commitment) bool
	// of is the record that is asked about: the promise itself, or a new row of it.
	of func(c *data.Commitment, today data.Date) data.Record
}

// steps are in the order in which they mostly come.
var steps = []*stepKind{
	{word: "commitments.step.done", said: "commitments.step.done.said", t: data.Commitments, columns: []string{"done_on", "evidence"},
		fits: open,
		of:   func(c *data.Commitment, today data.Date) data.Record { c.DoneOn = today; return c }},
	{word: "commitments.step.told", said: "commitments.step.told.said", t: data.Commitments, columns: []string{"told_on", "told_whom", "told_how"},
		fits: func(c *data.Commitment) bool { return !open(c) && c.ToldOn == "" },
		of:   func(c *data.Commitment, today data.Date) data.Record { c.ToldOn = today; return c }},
	{word: "commitments.step.move", said: "commitments.step.move.said", t: data.Revisions, columns: []string{"due", "reason"},
		fits: func(c *data.Commitment) bool { return open(c) && c.Due != "" },
		of: func(c *data.Commitment, today data.Date) data.Record {
			r := &data.Revision{On: today}
			c.Revisions = append(c.Revisions, r)
			return r
		}},
	{word: "commitments.step.withdraw", said: "commitments.step.withdraw.said", t: data.Commitments, columns: []string{"withdrawn_on", "withdrawn_why", "withdrawn_agreed"},
		fits: open,
		of:   func(c *data.Commitment, today data.Date) data.Record { c.WithdrawnOn = today; return c }},
}

func open(c *data.Commitment) bool { return c.Status() == data.CommitmentOpen }

// stepsFor are those that make sense now.
func stepsFor(c *data.Commitment) (out []*stepKind) {
	for _, k := range steps {
		if k.fits(c) {
			out = append(out, k)
		}
	}
	return out
}

// step is one that is being said, in fields on the page.
type step struct {
	p       *page
	kind    *stepKind
	c       *data.Commitment // read anew: what is typed does not show on the page before it is saved
	about   data.Record
	editors []*record.Editor
	fields  map[string]*widgets.Field
	view    fyne.CanvasObject
	saving  bool
}

// ask opens the fields of a step in the page, and starts in the first that is empty.
func (p *page) ask(k *stepKind) {
	var c *data.Commitment
	p.host.Load(func(ctx context.Context) (err error) {
		c, err = p.l.db.Commitment(ctx, p.known.c.ID)
		return err
	}, func() {
		if p.l.page != p || p.step != nil {
			return
		}
		w := p.host.Words()
		s := &step{p: p, kind: k, c: c, about: k.of(c, record.Today(p.host)), fields: map[string]*widgets.Field{}}
		src := &record.Sources{Host: p.host, Changed: func(string) {},
			Values: func(t *data.Type, column, typed string) []string {
				values, err := p.l.db.Values(context.Background(), t.Name, column, typed, 8)
				if err != nil {
					return nil // suggestions are a convenience
				}
				return values
			}}
		var first *widgets.Field
		parts := []fyne.CanvasObject{look.Section(w.T(k.word))}
		for _, column := range k.columns {
			e := src.NewEditor(k.t, column)
			e.Show(s.about, nil)
			field := widgets.NewField(record.Label(p.host, k.t, column), e.Object)
			s.editors, s.fields[column] = append(s.editors, e), field
			if f, _ := k.t.Field(column); first == nil && f.IsZero(s.about) {
				first = field
			}
			parts = append(parts, field)
		}
		parts = append(parts, widgets.Flow(look.Unit,
			widgets.SecondaryButton(w.T("common.save"), s.save).WithKey("Ctrl+S"), widgets.QuietButton(w.T("common.cancel"), p.close).WithKey("Esc")))
		s.view = widgets.Column(look.Unit*1.5, parts...)
		p.step = s
		p.show()
		widgets.Focus(first)
	})
}

// close takes the fields away again.
func (p *page) close() {
	p.step = nil
	p.show()
	widgets.Focus(p.l.table)
}

// save keeps what was said, when it is whole.
func (s *step) save() {
	if s.saving {
		return
	}
	for _, e := range s.editors {
		e.Take(s.about)
	}
	c := s.c
	c.Clean()
	if !s.tell(c.Validate(s.p.host.Now())) {
		return
	}
	s.saving = true
	host, l := s.p.host, s.p.l
	var batch data.ID
	var failure error
	host.Load(func(ctx context.Context) error {
		batch, failure = l.db.Save(context.WithoutCancel(ctx), c)
		return nil
	}, func() {
		s.saving = false
		var ps data.Problems
		switch {
		case errors.As(failure, &ps):
			s.tell(ps)
		case failure != nil:
			host.Fail(failure)
		default:
			s.p.step = nil
			host.Done(host.Words().T(s.kind.said, "Number", c.Number), batch)
			l.chips.load(l.db, l.filter)
			l.Reload()
			widgets.Focus(l.table)
		}
	})
}

// tell shows what is wrong beside the fields, and tells whether all is well. What belongs to no field is said in a dialog.
func (s *step) tell(rules data.Problems) bool {
	wrong := map[string]string{}
	var rest data.Problems
	for _, x := range rules {
		column := x.Field[strings.LastIndexByte(x.Field, '.')+1:]
		if s.fields[column] == nil {
			rest = append(rest, x)
		} else if wrong[column] == "" {
			wrong[column] = s.p.host.Words().Problem(x)
		}
	}
	for i, e := range s.editors {
		if m := e.Problem(); m != "" {
			wrong[s.kind.columns[i]] = m
		}
	}
	var first *widgets.Field
	for _, column := range s.kind.columns {
		s.fields[column].SetError(wrong[column])
		if wrong[column] != "" && first == nil {
			first = s.fields[column]
		}
	}
	switch {
	case first != nil:
		widgets.Focus(first)
	case len(rest) > 0:
		s.p.host.Fail(rest)
	}
	return len(wrong) == 0 && len(rest) == 0
}
