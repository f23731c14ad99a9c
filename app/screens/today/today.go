// Package today is the screen that the program opens to: what is overdue or due and whose it is, the meetings that are planned, what was
// left open, and what changed since the last visit. Every line opens its record. It reads a few lines of each kind, however many there
// are, and must never reckon a deadline or a figure.
package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Store is what the screen asks of the store.
type Store interface {
	Follows(ctx context.Context, f data.FollowFilter, p data.Page) (data.FollowPage, error)
	CountFollows(ctx context.Context, f data.FollowFilter) (int, error)
	// FollowOwners are those who see to something.
	FollowOwners(ctx context.Context, types ...string) ([]string, error)
	Engagements(ctx context.Context, f data.EngagementFilter, p data.Page) (data.EngagementPage, error)
	CountEngagements(ctx context.Context, f data.EngagementFilter) (int, error)
	Drafts(ctx context.Context) ([]data.Draft, error)
	// Since lists what others than notBy changed last after a moment, the newest first, one line a record.
	Since(ctx context.Context, at time.Time, notBy string, limit int) ([]data.Recent, error)
}

// Screen is Today.
type Screen struct {
	host  screens.Host
	db    Store
	place screens.Place
	whose string    // mine, everybodys, or "" while nobody chose
	since time.Time // the visit before this day's, zero for none
	asked int       // generation of what is read: late answers are dropped

	root  *fyne.Container
	page  *widgets.Scroll
	parts []part // as they are shown
	links []*widgets.Link
	empty *widgets.Empty
}

// part is one section with lines.
type part struct {
	key   string
	lines *widgets.LineList
}

// What the window remembers for this screen.
const (
	keptWhose = "today.whose" // mine or everybodys
	keptSeen  = "today.seen"  // when it was shown last
	keptSince = "today.since" // the visit before this day's
)

// Whose things are shown.
const (
	mine       = "mine"
	everybodys = "all"
)

// New makes the screen.
func New(host screens.Host, db Store, place screens.Place) *Screen {
	s := &Screen{host: host, db: db, place: place, whose: host.Recall(keptWhose), root: container.NewStack()}
	s.visit()
	return s
}

// visit keeps when the screen is seen. What is new is told since the last day on which it was, all day long: whoever looks at one line
// and comes back finds the others again.
func (s *Screen) visit() {
	now := s.host.Now()
	seen, _ := time.Parse(time.RFC3339, s.host.Recall(keptSeen))
	day := func(t time.Time) data.Date { return data.DateOf(t.In(data.HomeZone())) }
	if !seen.IsZero() && day(seen) != day(now) {
		s.host.Remember(keptSince, seen.Format(time.RFC3339))
	}
	s.host.Remember(keptSeen, now.Format(time.RFC3339))
	s.since, _ = time.Parse(time.RFC3339, s.host.Recall(keptSince))
}

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("window.today") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Action is to write down a meeting.
func (s *Screen) Action() (string, func()) {
	return s.host.Words().T("menu.new_engagement"), s.newEngagement
}

func (s *Screen) newEngagement() { s.host.Go(screens.Place{Area: screens.Engagements, Edit: true}) }

// Show reads, and starts at the first line, or where the screen was left.
func (s *Screen) Show() { s.load(func() { s.focus(s.place.Left) }) }

// Reload reads again. The focus stays on its line; what has it elsewhere in the window keeps it.
func (s *Screen) Reload() {
	left, ours := s.left(), s.hasFocus()
	s.load(func() {
		if ours {
			s.focus(left)
		}
	})
}

// hasFocus tells whether something on this screen takes the keys.
func (s *Screen) hasFocus() bool {
	focused := s.host.Window().Canvas().Focused()
	for _, l := range s.links {
		if focused == fyne.Focusable(l) {
			return true
		}
	}
	return s.left().Focus != "" || s.empty != nil && focused == fyne.Focusable(s.empty.Action())
}

// Close has nothing to keep.
func (s *Screen) Close() {}

// Place tells where on the screen the person is.
func (s *Screen) Place() screens.Place { return screens.Place{Area: screens.Today, Left: s.left()} }

func (s *Screen) left() screens.Left {
	var left screens.Left
	if s.page != nil {
		left.List = s.page.Offset()
	}
	for _, p := range s.parts {
		if s.host.Window().Canvas().Focused() == fyne.Focusable(p.lines) {
			left.Focus, left.Rows = p.key, p.lines.At()
		}
	}
	return left
}

// load reads what there is, shows it, and gives the focus.
func (s *Screen) load(focus func()) {
	s.asked++
	asked := s.asked
	q := query{today: data.DateOf(s.host.Now().In(data.HomeZone())), since: s.since, officer: s.host.Officer(), whose: s.whose}
	var got found
	s.host.Load(func(ctx context.Context) (err error) {
		got, err = q.read(ctx, s.db)
		return err
	}, func() {
		if asked == s.asked {
			s.show(q, got)
			focus()
		}
	})
}

// show builds the screen anew from what was read.
func (s *Screen) show(q query, got found) {
	w := s.host.Words()
	s.parts, s.links, s.page, s.empty = nil, nil, nil, nil
	b := builder{s: s, q: q, w: w}
	due, beside := b.due(got), b.beside(got)
	head := b.head(got)
	if got.nothing() {
		s.empty = widgets.NewEmpty(theme.ConfirmIcon(), w.T("today.free"), w.T("menu.new_engagement"), s.newEngagement)
		s.root.Objects = []fyne.CanvasObject{container.NewBorder(widgets.Pad(look.Unit*2, head), nil, nil, nil, s.empty)}
		s.root.Refresh()
		return
	}
	body := widgets.Limit(1400, widgets.EvenRow(widgets.Part(3, 430, due), widgets.Part(2, 330, beside)))
	if !got.due() { // one line takes no column
		body = widgets.Limit(860, widgets.Column(look.Unit*3, due, beside))
	}
	s.page = widgets.NewScroll(widgets.Pad(look.Unit*2, widgets.Column(look.Unit*2.5, head, body)))
	s.root.Objects = []fyne.CanvasObject{s.page}
	s.root.Refresh()
	s.past()
}

// past lets the arrows go from one section to the next.
func (s *Screen) past() {
	for i, p := range s.parts {
		p.lines.OnPast = func(down bool) {
			switch {
			case down && i+1 < len(s.parts):
				s.parts[i+1].lines.FocusLine(0)
			case !down && i > 0:
				s.parts[i-1].lines.FocusLast()
			}
		}
	}
}

// focus starts where the screen was left, else at the first line.
func (s *Screen) focus(left screens.Left) {
	if s.empty != nil {
		widgets.Focus(s.empty.Action())
		return
	}
	at := left.Focus
	for _, p := range s.parts {
		if p.key == at {
			s.page.ScrollTo(left.List)
			p.lines.FocusLine(left.Rows)
			return
		}
	}
	if len(s.parts) > 0 {
		s.parts[0].lines.FocusLine(0)
	} else if len(s.links) > 0 {
		widgets.Focus(s.links[0])
	}
}

// link is one that the screen knows of.
func (s *Screen) link(word string, do func()) *widgets.Link {
	l := widgets.NewLink(word, do)
	s.links = append(s.links, l)
	return l
}

// choose shows mine or everybody's from now on.
func (s *Screen) choose(whose string) {
	s.whose = whose
	s.host.Remember(keptWhose, whose)
	s.load(func() { s.focus(screens.Left{}) })
}
