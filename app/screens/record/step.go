package record

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Step is something that happens to a record, such as that a promise was kept: a button on its page opens the few fields that are asked
// about it.
type Step struct {
	Word    string                   // message of its button
	Said    string                   // message when it is saved; it may name {{.Number}} and {{.Name}}
	Type    *data.Type               // of what is asked about: of the record itself, or of a part of it
	Columns []string                 // asked, in this order; none: it is saved at once
	Beside  map[string]string        // a column that is not asked → the one beside which its problems are told
	Fits    func(r data.Record) bool // whether it makes sense now; nil: always
	// Of is what is asked about: the record itself, or a new part that it was given. What is known already is filled in.
	Of func(r data.Record, today data.Date) data.Record
}

// stepSources are what the fields of a step choose from.
type stepSources struct {
	names  Names
	places []*data.Settlement
}

func readSources(ctx context.Context, db FormStore, r data.Record) (from stepSources, err error) {
	if from.places, err = db.Settlements(ctx); err == nil {
		from.names, err = Resolve(ctx, db, r)
	}
	return from, err
}

// Asking is a step that is being said.
type Asking struct {
	OnClose func()              // it was given up
	OnSaved func(batch data.ID) // it was saved
	View    fyne.CanvasObject   // its fields with their buttons
	First   *widgets.Field      // where a person starts: the first that is empty; nil when nothing is asked

	host    screens.Host
	db      ListStore
	step    Step
	of      data.ID
	record  data.Record
	about   data.Record
	editors []*Editor
	fields  map[string]*widgets.Field
	saving  bool
}

// NewAsking opens a step for a record that nothing else shows: its fields are written into it.
func NewAsking(host screens.Host, db ListStore, s Step, r data.Record, from stepSources, values func(column, typed string) []string) *Asking {
	a := &Asking{host: host, db: db, step: s, of: r.Head().ID, record: r, about: s.Of(r, Today(host)), fields: map[string]*widgets.Field{}}
	src := &Sources{Host: host, Changed: func(string) {}, Settlements: SettlementOptions(host, from.places), Stakeholders: registered(host, db, a.of),
		Values: func(t *data.Type, column, typed string) []string {
			return suggestions(context.Background(), db, values, t, column, typed)
		}}
	w := host.Words()
	parts := []fyne.CanvasObject{look.Section(w.T(s.Word))}
	for _, column := range s.Columns {
		e := src.NewEditor(s.Type, column)
		e.Show(a.about, from.names)
		field := widgets.NewField(Label(host, s.Type, column), e.Object)
		a.editors, a.fields[column] = append(a.editors, e), field
		if f, _ := s.Type.Field(column); a.First == nil && f.IsZero(a.about) {
			a.First = field
		}
		parts = append(parts, field)
	}
	if a.First == nil && len(s.Columns) > 0 {
		a.First = a.fields[s.Columns[0]]
	}
	parts = append(parts, widgets.Flow(look.Unit,
		widgets.SecondaryButton(w.T("common.save"), a.Save).WithKey("Ctrl+S"), widgets.QuietButton(w.T("common.cancel"), func() { a.OnClose() }).WithKey("Esc")))
	a.View = widgets.Column(look.Unit*1.5, parts...)
	return a
}

// Save keeps what was said, when it is whole.
func (a *Asking) Save() {
	if a.saving {
		return
	}
	for _, e := range a.editors {
		e.Take(a.about)
	}
	a.record.Clean()
	if !a.tell(a.record.Validate(a.host.Now())) {
		return
	}
	a.saving = true
	var batch data.ID
	var failure error
	a.host.Load(func(ctx context.Context) error {
		batch, failure = a.db.Save(context.WithoutCancel(ctx), a.record)
		return nil
	}, func() {
		a.saving = false
		var ps data.Problems
		switch {
		case errors.As(failure, &ps):
			a.tell(ps)
		case failure != nil:
			a.host.Fail(failure)
		default:
			a.OnSaved(batch)
		}
	})
}

// tell shows what is wrong beside the fields, and tells whether all is well. What belongs to no field is said in a dialog.
func (a *Asking) tell(rules data.Problems) bool {
	wrong := map[string]string{}
	var rest data.Problems
	for _, x := range rules {
		column := x.Field[strings.LastIndexByte(x.Field, '.')+1:]
		if beside := a.step.Beside[column]; beside != "" {
			column = beside
		}
		if a.fields[column] == nil {
			rest = append(rest, x)
		} else if wrong[column] == "" {
			wrong[column] = a.host.Words().Problem(x)
		}
	}
	for i, e := range a.editors {
		if m := e.Problem(); m != "" {
			wrong[a.step.Columns[i]] = m
		}
	}
	for _, column := range a.step.Columns {
		a.fields[column].SetError(wrong[column])
	}
	first := slices.IndexFunc(a.step.Columns, func(column string) bool { return wrong[column] != "" })
	switch {
	case first >= 0:
		widgets.Focus(a.fields[a.step.Columns[first]])
	case len(rest) > 0:
		a.host.Fail(rest)
	}
	return len(wrong) == 0 && len(rest) == 0
}
