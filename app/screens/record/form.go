package record

import (
	"context"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/fold"
)

// mostFound is how many stakeholders a field offers at once.
const mostFound = 12

// FormStore is what a form asks of the store.
type FormStore interface {
	Finder
	Drafts
	Files
	Draft(ctx context.Context, key string) (*data.Draft, error) // nil when there is none
	Drafts(ctx context.Context) ([]data.Draft, error)
	SaveAndDropDraft(ctx context.Context, key string, recs ...data.Record) (data.ID, error)
	Settlements(ctx context.Context) ([]*data.Settlement, error)
	FindStakeholders(ctx context.Context, text string, limit int) ([]data.StakeholderRow, error)
	// Values are what was written in a column before and begins as typed, the most used first.
	Values(ctx context.Context, recordType, column, typed string, limit int) ([]string, error)
}

// Words are the messages of a form; Edit and Saved name the record as {{.Name}}.
type Words struct{ New, Edit, Saved string }

// FormOf says what the form of one record type is made of. The functions that take a Form may be nil.
type FormOf struct {
	Area   string
	Type   *data.Type
	Groups []Group
	Found  func() []Group // instead of Groups, when the fields depend on the record as it is stored; called once it was read
	Words  Words
	Start  string // column in which a person starts
	Name   func(data.Record) string
	Read   func(ctx context.Context, id data.ID) (data.Record, error)
	New    func(asked any) data.Record // asked is the place's filter: what is known of a new one

	AddRow  func(data.Record) *data.Type        // what Ctrl+Enter adds while the focus is in no row
	Created func(column string) (kind string)   // what a name typed into a field stands for; nil: none are made
	Values  func(column, typed string) []string // for columns that the store has no values of
	Below   func(*Form) map[string]fyne.CanvasObject
	Started func(*Form)
	Changed func(f *Form, column string)
}

// Form is the form of one record as a screen: it shows a record or a new one, keeps what is typed as a draft, says what is wrong beside
// the fields, and saves.
type Form struct {
	host  screens.Host
	db    FormStore
	place screens.Place
	of    FormOf
	w     *i18n.Printer
	ctx   context.Context // ends with the form
	end   context.CancelFunc

	s      *state
	fields *Fields
	keeper *Keeper
	back   time.Time // when the draft that was brought back was kept
	typed  bool
	saving bool
	saved  bool
	making sync.Mutex // held while those made on the way are read or become more

	root   *fyne.Container
	banner *fyne.Container
}

// NewForm makes the form of place.Record, or of a new record when it is zero. A draft that waits for it is brought back.
func NewForm(host screens.Host, db FormStore, place screens.Place, of FormOf) *Form {
	f := &Form{host: host, db: db, place: place, of: of, w: host.Words(), root: container.NewStack(), banner: container.NewStack()}
	f.ctx, f.end = context.WithCancel(context.Background())
	return f
}

// Record is what the form shows, as it stands now.
func (f *Form) Record() data.Record { return f.s.Record }

// IsNew tells whether it was never saved.
func (f *Form) IsNew() bool { return f.s.New }

// Fields are the form's fields.
func (f *Form) Fields() *Fields { return f.fields }

// Title is for the window.
func (f *Form) Title() string {
	if f.s == nil || f.s.New {
		return f.w.T(f.of.Words.New)
	}
	return f.w.T(f.of.Words.Edit, "Name", f.of.Name(f.s.Record))
}

// Content is for the window.
func (f *Form) Content() fyne.CanvasObject { return f.root }

// Action is the one main action.
func (f *Form) Action() (string, func()) { return f.w.T("common.save"), f.Save }

// Show loads what there is and starts.
func (f *Form) Show() {
	var o opened
	f.host.Load(func(ctx context.Context) (err error) {
		o, err = f.open(ctx)
		return err
	}, func() { f.start(o) })
}

// Reload has nothing to do: what a person types is not replaced under their hands.
func (f *Form) Reload() {}

// Close keeps the draft.
func (f *Form) Close() {
	if f.keeper != nil && !f.saved {
		f.keeper.Flush()
	}
	f.end()
}

// DraftKept is when the draft was last kept, zero when there is none.
func (f *Form) DraftKept() time.Time {
	if f.keeper == nil || f.saved {
		return time.Time{}
	}
	return f.keeper.Kept()
}

// Place is the record that this form became, or the one it is about, so that its draft is found again.
func (f *Form) Place() screens.Place {
	switch {
	case f.saved:
		return screens.Place{Area: f.of.Area, Record: f.s.Record.Head().ID}
	case f.fields == nil:
		return f.place
	}
	place := f.place
	if f.typed || !f.back.IsZero() {
		place = screens.Place{Area: f.of.Area, Record: f.s.Record.Head().ID, Edit: true}
	}
	place.Left.Focus = f.fields.Form().Focused()
	return place
}

// start builds the form on what was read.
func (f *Form) start(o opened) {
	f.s, f.back, f.typed = o.state, o.kept, false
	f.keeper = NewKeeper(f.host, f.db, draftKey(f.of.Type, f.s.Record.Head().ID), f.snapshot)
	f.keeper.OnKept = f.tell
	f.keeper.Restored(o.kept)
	src := &Sources{Host: f.host, Settlements: SettlementOptions(f.host, o.places), Stakeholders: f.finder(f.s), Values: f.values, Changed: f.changed}
	if f.of.Created != nil {
		src.Create = f.create
	}
	var below map[string]fyne.CanvasObject
	if f.of.Below != nil {
		below = f.of.Below(f)
	}
	groups := f.of.Groups
	if f.of.Found != nil {
		groups = f.of.Found()
	}
	f.fields = src.NewFields(f.of.Type, groups, below)
	f.fields.Show(f.s.Record, o.names)
	f.fields.SetUnread(f.s.Unread)
	f.fields.SetFoot(f.foot())
	if takesAttachments(f.of.Type) {
		f.fields.SetFoot(f.attachments(o.files))
	}
	f.root.Objects = []fyne.CanvasObject{container.NewBorder(f.banner, nil, nil, nil, f.fields.Form())}
	f.tell()
	f.root.Refresh()
	if !f.fields.Form().Focus(f.place.Left.Focus) {
		widgets.Focus(f.fields.Field(f.of.Start))
	}
	if f.of.Started != nil {
		f.of.Started(f)
	}
}

// foot ends the form, where Tab and Enter arrive.
func (f *Form) foot() fyne.CanvasObject {
	return widgets.Flow(look.Unit,
		widgets.SecondaryButton(f.w.T("common.save"), f.Save).WithKey("Ctrl+S"),
		widgets.QuietButton(f.w.T("common.discard"), f.discard))
}

// attachments end the form: files are kept at once, not when it is saved.
func (f *Form) attachments(have []*data.Attachment) fyne.CanvasObject {
	if f.s.New {
		return AttachmentsLater(f.host)
	}
	return NewAttachments(f.host, f.db, f.s.Record, have, f.fields.Relayout).View
}

// changed is called for everything a person types or chooses.
func (f *Form) changed(column string) {
	f.typed = true
	if f.of.Changed != nil {
		f.of.Changed(f, column)
	}
	f.keeper.Touch()
}

func (f *Form) snapshot() any {
	f.fields.Take()
	f.s.Unread = f.fields.Unread()
	return f.s
}

// AddRow adds a row where the focus is, else where the record type says.
func (f *Form) AddRow() {
	if f.fields == nil {
		return
	}
	t := f.fields.RowsInFocus()
	if t == nil && f.of.AddRow != nil {
		t = f.of.AddRow(f.s.Record)
	}
	if t != nil {
		f.fields.AddRow(t)
	}
}

// Leave goes back; the draft stays.
func (f *Form) Leave() {
	if f.keeper != nil {
		f.keeper.Flush()
		if f.typed && !f.keeper.Failed() {
			f.host.Done(f.w.T("record.draft.stays"), data.ID{})
		}
	}
	f.host.Back()
}

// finder searches the register, off the window's thread, for a field that names somebody: first among those made on the way.
func (f *Form) finder(s *state) func(text string) []widgets.Option {
	own := s.Record.Head().ID
	return func(text string) (out []widgets.Option) {
		rows, err := f.db.FindStakeholders(f.ctx, text, mostFound)
		if err != nil {
			return nil // the list stays empty; saving will say what is wrong with the database
		}
		f.making.Lock()
		for _, m := range s.Made {
			if strings.Contains(fold.Key(m.Name), fold.Key(text)) {
				out = append(out, widgets.Option{Key: m.ID.String(), Label: m.Name})
			}
		}
		f.making.Unlock()
		for _, r := range rows {
			if r.ID != own {
				out = append(out, widgets.Option{Key: r.ID.String(), Label: r.Name, Note: WhoNote(f.host, r)})
			}
		}
		return out
	}
}

func (f *Form) values(t *data.Type, column, typed string) []string {
	return suggestions(f.ctx, f.db, f.of.Values, t, column, typed)
}

// create makes somebody who is named in a field first.
func (f *Form) create(column, name string) widgets.Option {
	m := &data.Stakeholder{Kind: f.of.Created(column), Name: data.CleanLine(name), Confidentiality: "internal"}
	m.ID = data.NewID()
	f.making.Lock()
	f.s.Made = append(f.s.Made, m)
	f.making.Unlock()
	return widgets.Option{Key: m.ID.String(), Label: m.Name}
}
