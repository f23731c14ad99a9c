package engagements

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// form is where an engagement is written down. What is typed goes straight into its state, and from there into the draft.
type form struct {
	host  screens.Host
	db    Store
	place screens.Place
	w     *i18n.Printer
	ctx   context.Context // ends with the form
	end   context.CancelFunc

	s       *state
	places  []*data.Settlement
	faces   *faces
	keeper  *record.Keeper
	back    time.Time // when the draft that was brought back was kept
	filling bool      // the program writes into fields, not a person
	typed   bool
	saving  bool
	saved   bool

	root     *fyne.Container
	page     *widgets.Form
	column   *fyne.Container
	banner   *fyne.Container
	bounds   []*bound // in the order in which they stand
	when     *whenPart
	mentions map[data.ID][]mention // what points became before
	came     *camePart
	said     *saidPart
	next     []*bound
	more     *morePart
	files    []*data.Attachment
}

// Form makes the form of place.Record, or of a new engagement when it is zero. A draft that waits for it is brought back.
func Form(host screens.Host, db Store, place screens.Place) screens.Screen {
	f := &form{host: host, db: db, place: place, w: host.Words(), root: container.NewStack(), faces: newFaces(host)}
	f.ctx, f.end = context.WithCancel(context.Background())
	return f
}

// Title is for the window.
func (f *form) Title() string {
	if f.place.Record.IsZero() {
		return f.w.T("engagements.new")
	}
	return f.w.T("engagements.one")
}

// Content is for the window.
func (f *form) Content() fyne.CanvasObject { return f.root }

// Show loads what there is and starts at the date.
func (f *form) Show() {
	var l loaded
	f.host.Load(func(ctx context.Context) (err error) {
		l, err = f.load(ctx)
		return err
	}, func() { f.start(l) })
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

// Action is the one main action.
func (f *form) Action() (string, func()) { return f.w.T("common.save"), f.Save }

// DraftKept is when the draft was last kept, zero when there is none.
func (f *form) DraftKept() time.Time {
	if f.keeper == nil {
		return time.Time{}
	}
	return f.keeper.Kept()
}

// Place is the record that this form became, or the one it is about, so that its draft is found again.
func (f *form) Place() screens.Place {
	switch {
	case f.saved:
		return screens.Place{Area: screens.Engagements, Record: f.s.Engagement.ID}
	case f.page == nil:
		return f.place
	}
	place := f.place
	if f.typed || !f.back.IsZero() {
		place = screens.Place{Area: screens.Engagements, Record: f.s.Engagement.ID, Edit: true}
	}
	place.Left.Focus = f.page.Focused()
	return place
}

// start builds the form on what was loaded.
func (f *form) start(l loaded) {
	f.s, f.places, f.back, f.mentions, f.files = l.state, l.places, l.kept, l.mentions, l.files
	f.keeper = record.NewKeeper(f.host, f.db, draftKey(f.s.Engagement.ID), f.snapshot)
	f.keeper.OnKept = f.tellKept
	f.keeper.Restored(l.kept)
	f.build()
	if !f.page.Focus(f.place.Left.Focus) {
		widgets.Focus(f.when.first())
	}
}

// formWidth is how wide the form grows: wider, what was said and what was answered are too far apart.
const formWidth = 1280

// build makes every field from the state.
func (f *form) build() {
	f.filling = true
	defer func() { f.filling = false }()
	e := f.s.Engagement
	f.when, f.came, f.said = newWhenPart(f), newCamePart(f), newSaidPart(f)
	steps, meeting := f.bind("next_steps", e, "next_steps"), f.bind("next_meeting", e, "next_meeting")
	f.next = []*bound{steps, meeting}
	f.more = newMorePart(f)
	f.banner = widgets.Column(0)
	f.column = widgets.Column(look.Unit*3,
		f.banner,
		f.when.view(),
		f.came.view(),
		f.said.view(),
		record.Section(f.w.T("engagements.next"), widgets.Row(widgets.Part(4, 320, steps.field), widgets.Part(1, 150, meeting.field))),
		f.more.view(),
		f.attachments(),
	)
	f.page = widgets.NewForm(widgets.Limit(formWidth, f.column))
	f.register()
	f.restore()
	f.locate()
	f.propose()
	f.tellKept()
	f.root.Objects = []fyne.CanvasObject{f.page}
	f.root.Refresh()
}

// attachments end the form: files are kept at once, not when it is saved.
func (f *form) attachments() fyne.CanvasObject {
	if f.s.New {
		return record.AttachmentsLater(f.host)
	}
	return record.NewAttachments(f.host, f.db, f.s.Engagement, f.files, f.relayout).View
}

// register tells the page its fields in the order in which they stand; rows come and go.
func (f *form) register() {
	for _, b := range f.bounds {
		f.page.Remove(b.key)
	}
	f.bounds = slices.Concat(f.when.bounds(), f.came.bounds(), f.said.bounds(), f.next, f.more.bounds())
	for _, b := range f.bounds {
		f.page.Add(b.key, b.field)
	}
	f.faces.setCame(f.s.Engagement)
}

// relayout follows rows that came or went.
func (f *form) relayout() {
	f.register()
	f.column.Refresh() // what was hidden has no size yet
	f.page.Refresh()
}

// snapshot is the state with the texts that are no values yet.
func (f *form) snapshot() any {
	f.s.Typed = map[string]string{}
	for _, b := range f.bounds {
		if b.half != nil && b.half() != "" {
			f.s.Typed[b.key] = b.half()
		}
	}
	return f.s
}

// restore puts back the texts that are no values yet.
func (f *form) restore() {
	for _, b := range f.bounds {
		if half := f.s.Typed[b.key]; half != "" && b.restore != nil {
			b.restore(half)
		}
	}
}

// touch is called for everything a person types or chooses.
func (f *form) touch() {
	if f.filling {
		return
	}
	f.typed = true
	f.propose()
	f.keeper.Touch()
}

// propose keeps the title in step with topic and place until it is typed by hand.
func (f *form) propose() {
	e := f.s.Engagement
	if f.s.TitleTyped {
		return
	}
	topic := ""
	if len(e.Points) > 0 && e.Points[0].Topic != "" {
		topic = f.host.Term(data.Topics.List, e.Points[0].Topic)
	}
	kind := ""
	if e.Kind != "" {
		kind = f.host.Term(data.EngagementKinds.List, e.Kind)
	}
	place := f.placeName(e.Settlement)
	if place == "" {
		place = strings.TrimSpace(e.Venue)
	}
	f.when.setTitle(title(f.w.T, topic, kind, place))
}

func (f *form) placeName(id data.ID) string {
	for _, p := range f.places {
		if p.ID == id {
			return f.host.PlaceName(p.Name, p.NameCyrl)
		}
	}
	return ""
}

// locate tells the pickers where the meeting is.
func (f *form) locate() {
	here := ""
	for _, p := range f.places {
		if p.ID == f.s.Engagement.Settlement {
			here = p.Name
		}
	}
	f.faces.setHere(here)
}

// homeNow is the clock where the mine lies.
func (f *form) homeNow() time.Time { return f.host.Now().In(data.HomeZone()) }

// AddRow adds a discussion point.
func (f *form) AddRow() {
	if f.s != nil {
		f.said.add()
	}
}

// Brief goes to what to know before going there; of a meeting that was never saved only the place is known.
func (f *form) Brief() {
	if f.page == nil || f.s.Engagement.Settlement.IsZero() {
		return
	}
	place := screens.Place{Area: screens.Briefing, Record: f.s.Engagement.Settlement}
	if !f.s.New {
		place.Filter = f.s.Engagement.ID
	}
	f.host.Go(place)
}

// Leave goes back; the draft stays.
func (f *form) Leave() {
	if f.keeper != nil {
		f.keeper.Flush()
		if f.typed && !f.keeper.Failed() {
			f.host.Done(f.w.T("engagements.draft.stays"), data.ID{})
		}
	}
	f.host.Back()
}
