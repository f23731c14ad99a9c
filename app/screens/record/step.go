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
	Word    string     // message of its button
	Said    string     // message when it is saved; it may name {{.Number}} and {{.Name}}
	Type    *data.Type // of what is asked about: of the record itself, or of a part of it
	Columns []string   // asked, in this order; none: it is saved at once
	// Also are columns of the record itself that are asked after those of its part; nil: none.
	Also func(r data.Record) []string
	// Hint is the message above the fields, such as why not everything can be chosen; "" for none.
	Hint func(r data.Record) string
	// Codes are the entries of a vocabulary that make sense, for a column that is narrowed; nil: all do.
	Codes func(r data.Record, column string) []string
	// Aside tells that it may happen, but is not what mostly comes next: its button is quiet. nil: no step of the record is.
	Aside  func(r data.Record) bool
	Beside map[string]string        // a column that is not asked → the one beside which its problems are told
	Fits   func(r data.Record) bool // whether it makes sense now; nil: always
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
	columns []string // asked
	editors []*Editor
	fields  map[string]*widgets.Field
	saving  bool
}

// NewAsking opens a step for a record that nothing else shows: its fields are written into it.
func NewAsking(host screens.Host, db ListStore, s Step, r data.Record, from stepSources, values func(column, typed string) []string) *Asking {
	a := &Asking{host: host, db: db, step: s, of: r.Head().ID, record: r, fields: map[string]*widgets.Field{}}
	var codes func(column string) []string
	if s.Codes != nil { // asked before the record has the new part
		narrowed := map[string][]string{}
		for _, column := range s.Columns {
			narrowed[column] = s.Codes(r, column)
		}
		codes = func(column string) []string { return narrowed[column] }
	}
	hint := ""
	if s.Hint != nil {
		hint = s.Hint(r)
	}
	var also []string
	if s.Also != nil {
		also = s.Also(r)
	}
	a.about = s.Of(r, Today(host))
	src := &Sources{Host: host, Changed: func(string) {}, Codes: codes, Settlements: SettlementOptions(host, from.places), Stakeholders: registered(host, db, a.of),
		Values: func(t *data.Type, column, typed string) []string {
			return suggestions(context.Background(), db, values, t, column, typed)
		}}
	w := host.Words()
	parts := []fyne.CanvasObject{look.Section(w.T(s.Word))}
	if hint != "" {
		parts = append(parts, look.NewWrapped(w.T(hint), look.SecondaryStyle))
	}
	var day *widgets.Field // waits for a short field beside it
	place := func(f *widgets.Field) {
		switch {
		case day != nil && f != nil:
			parts = append(parts, widgets.Row(widgets.Part(0, 165, day), widgets.Part(1, 190, f)))
		case day != nil:
			parts = append(parts, day)
		case f != nil:
			parts = append(parts, f)
		}
		day = nil
	}
	ask := func(t *data.Type, about data.Record, column string) {
		e := src.NewEditor(t, column)
		e.Show(about, from.names)
		field := widgets.NewField(Label(host, t, column), e.Object)
		f, _ := t.Field(column)
		a.columns, a.editors, a.fields[column] = append(a.columns, column), append(a.editors, e), field
		if a.First == nil && f.IsZero(about) {
			a.First = field
		}
		if _, isDay := e.Object.(*widgets.DateField); isDay || f.Long {
			place(nil)
			if isDay {
				day = field
				return
			}
		}
		place(field)
	}
	for _, column := range s.Columns {
		ask(s.Type, a.about, column)
	}
	for _, column := range also {
		ask(r.Type(), r, column)
	}
	place(nil)
	if a.First == nil && len(a.columns) > 0 {
		a.First = a.fields[a.columns[0]]
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
	for i, e := range a.editors {
		if i < len(a.step.Columns) {
			e.Take(a.about)
		} else {
			e.Take(a.record)
		}
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
			wrong[a.columns[i]] = m
		}
	}
	for _, column := range a.columns {
		a.fields[column].SetError(wrong[column])
	}
	first := slices.IndexFunc(a.columns, func(column string) bool { return wrong[column] != "" })
	switch {
	case first >= 0:
		widgets.Focus(a.fields[a.columns[first]])
	case len(rest) > 0:
		a.host.Fail(rest)
	}
	return len(wrong) == 0 && len(rest) == 0
}
