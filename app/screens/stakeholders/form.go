package stakeholders

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// form is where a stakeholder is written down.
type form struct {
	host  screens.Host
	db    Store
	place screens.Place
	w     *i18n.Printer
	ctx   context.Context // ends with the form
	end   context.CancelFunc

	s      *state
	src    *record.Sources
	fields *record.Fields
	keeper *record.Keeper
	back   time.Time // when the draft that was brought back was kept
	typed  bool
	saving bool
	saved  bool

	root    *fyne.Container
	banner  *fyne.Container
	similar *similar
}

// Form is the form of place.Record, or of a new stakeholder when it is zero; a StakeholderFilter in place.Filter says what is known of
// the new one. A draft that waits for it is brought back.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	f := &form{host: host, db: db, place: place, w: host.Words(), root: container.NewStack(), banner: container.NewStack()}
	f.ctx, f.end = context.WithCancel(context.Background())
	return f
}

// Title is for the window.
func (f *form) Title() string {
	if f.s == nil || f.s.New {
		return f.w.T("stakeholder.form.new")
	}
	return f.w.T("stakeholder.form.edit", "Name", f.s.Stakeholder.Name)
}

// Content is for the window.
func (f *form) Content() fyne.CanvasObject { return f.root }

// Action is the one main action.
func (f *form) Action() (string, func()) { return f.w.T("common.save"), f.Save }

// Show loads what there is and starts at the name.
func (f *form) Show() {
	var asked *data.StakeholderFilter
	if a, ok := f.place.Filter.(data.StakeholderFilter); ok {
		asked = &a
	}
	var o opened
	f.host.Load(func(ctx context.Context) (err error) {
		o, err = openForm(ctx, f.db, f.place.Record, asked, f.host.Officer())
		return err
	}, func() { f.start(o) })
}

// Reload has nothing to do: what a person types is not replaced under their hands.
func (f *form) Reload() {}

// Close keeps the draft.
func (f *form) Close() {
	if f.keeper != nil && !f.saved {
		f.keeper.Flush()
	}
	f.end()
}

// DraftKept is for the status line.
func (f *form) DraftKept() time.Time {
	if f.keeper == nil || f.saved {
		return time.Time{}
	}
	return f.keeper.Kept()
}

// Place is the record that this form became, or the one it is about, so that its draft is found again.
func (f *form) Place() screens.Place {
	switch {
	case f.saved:
		return screens.Place{Area: screens.Stakeholders, Record: f.s.Stakeholder.ID}
	case f.s != nil && (f.typed || !f.back.IsZero()):
		return screens.Place{Area: screens.Stakeholders, Record: f.s.Stakeholder.ID, Edit: true}
	}
	return f.place
}

// start builds the form on what was read.
func (f *form) start(o opened) {
	f.s, f.back, f.typed = o.state, o.kept, false
	f.keeper = record.NewKeeper(f.host, f.db, draftKey(f.s.Stakeholder.ID), f.snapshot)
	f.keeper.OnKept = f.tell
	f.keeper.Restored(o.kept)
	f.similar = newSimilar(f)
	f.src = &record.Sources{
		Host:         f.host,
		Settlements:  settlementOptions(f.host, o.places),
		Stakeholders: f.find,
		Values:       f.values,
		Create:       f.create,
		Changed:      f.changed,
	}
	f.fields = f.src.NewFields(data.Stakeholders, groups, map[string]fyne.CanvasObject{"name": f.similar.view})
	f.fields.Show(f.s.Stakeholder, o.names)
	f.fields.SetUnread(f.s.Unread)
	f.nameLabel()
	f.fields.SetFoot(f.foot())
	f.root.Objects = []fyne.CanvasObject{container.NewBorder(f.banner, nil, nil, nil, f.fields.Form())}
	f.tell()
	f.root.Refresh()
	widgets.Focus(f.fields.Field("name"))
	f.similar.look(f.s.Stakeholder.Name)
}

// foot ends the form, where Tab and Enter arrive.
func (f *form) foot() fyne.CanvasObject {
	return widgets.Flow(8,
		widgets.SecondaryButton(f.w.T("common.save"), f.Save).WithKey("Ctrl+S"),
		widgets.QuietButton(f.w.T("common.discard"), f.discard))
}

// changed is called for everything a person types or chooses.
func (f *form) changed(column string) {
	f.typed = true
	switch column {
	case "kind":
		f.nameLabel()
	case "name":
		f.similar.look(f.s.Stakeholder.Name)
	}
	f.keeper.Touch()
}

// nameLabel asks for the name of a person or of an organisation.
func (f *form) nameLabel() {
	f.fields.Field("name").SetLabel(f.w.T("stakeholder.name." + f.s.Stakeholder.Kind))
}

func (f *form) snapshot() any {
	f.fields.Take()
	f.s.Unread = f.fields.Unread()
	return f.s
}

// find searches the register for a field that names somebody.
func (f *form) find(text string) []widgets.Option {
	rows, err := f.db.FindStakeholders(f.ctx, text, 12)
	if err != nil {
		return nil // the list stays empty; saving will say what is wrong with the database
	}
	var out []widgets.Option
	for _, m := range f.s.Made {
		out = append(out, widgets.Option{Key: m.ID.String(), Label: m.Name})
	}
	for _, r := range rows {
		if r.ID != f.s.Stakeholder.ID {
			out = append(out, widgets.Option{Key: r.ID.String(), Label: r.Name, Note: f.note(r)})
		}
	}
	return out
}

// note tells people of the same name apart.
func (f *form) note(r data.StakeholderRow) string {
	place := f.host.PlaceName(r.SettlementName, r.SettlementCyrl)
	switch org := placeOf(r); {
	case org != "" && place != "":
		return org + " · " + place
	case org != "":
		return org
	case place == "" && len(r.Groups) > 0:
		return f.host.Term(data.Groups.List, r.Groups[0])
	}
	return place
}

func (f *form) values(t *data.Type, column, typed string) []string {
	values, err := f.db.Values(f.ctx, t.Name, column, typed, 8)
	if err != nil {
		return nil // suggestions are a convenience
	}
	return values
}

// create makes somebody who is named in a field first: a person to be related to, else an organisation.
func (f *form) create(column, name string) widgets.Option {
	m := &data.Stakeholder{Kind: "organisation", Name: data.CleanLine(name), Confidentiality: "internal"}
	if column == "other" {
		m.Kind = "person"
	}
	m.ID = data.NewID()
	f.s.Made = append(f.s.Made, m)
	return widgets.Option{Key: m.ID.String(), Label: m.Name}
}

// AddRow adds a row where the focus is, else an organisation.
func (f *form) AddRow() {
	if f.fields == nil {
		return
	}
	t := f.fields.RowsInFocus()
	if t == nil {
		t = data.Assessments
		if f.s.Stakeholder.IsPerson() {
			t = data.Memberships
		}
	}
	f.fields.AddRow(t)
}

// Leave goes back; the draft stays.
func (f *form) Leave() {
	if f.keeper != nil {
		f.keeper.Flush()
		if f.typed && !f.keeper.Failed() {
			f.host.Done(f.w.T("record.draft.stays"), data.ID{})
		}
	}
	f.host.Back()
}
