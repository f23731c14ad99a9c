package duplicates

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// mostPairs are shown at once; whoever goes through them sees the rest.
const mostPairs = 200

// Screen is the review.
type Screen struct {
	host  screens.Host
	db    Store
	table *widgets.Table[data.DuplicatePair]
	sides *widgets.ListDetail
	root  *fyne.Container
	shown *compared // the pair beside the list
	asked int       // generation of what is read: late answers are dropped
}

// New makes the review.
func New(host screens.Host, db Store) *Screen {
	s := &Screen{host: host, db: db}
	w := host.Words()
	words := func(id string, width float32) float32 {
		return max(width, look.Measure(w.T(id), look.LabelStyle)+18)
	}
	s.table = widgets.NewTable([]widgets.Col[data.DuplicatePair]{
		{ID: "a", Title: w.T("duplicates.column.one"), Width: 120, Grow: 3, Text: func(p data.DuplicatePair) string { return p.A.Name }},
		{ID: "b", Title: w.T("duplicates.column.other"), Width: 120, Grow: 3, Text: func(p data.DuplicatePair) string { return p.B.Name }},
		{ID: "score", Title: w.T("duplicates.column.score"), Width: words("duplicates.column.score", s.widest()), Text: func(p data.DuplicatePair) string { return w.T(likely(p.Score)) },
			Style: func(p data.DuplicatePair) look.Style {
				if p.Score >= data.VeryLikelyAlike {
					return look.StrongStyle
				}
				return look.BodyStyle
			}},
		{ID: "why", Title: w.T("duplicates.column.why"), Width: 150, Grow: 3, Priority: 1, Text: func(p data.DuplicatePair) string { return record.AlikeReasons(host, p.Reasons) },
			Style: func(data.DuplicatePair) look.Style {
				return look.Style{Size: look.SizeBody, Color: look.ColorSecondary}
			}},
	})
	s.table.OnSelect = s.open
	s.table.OnOpen = func(data.DuplicatePair) {
		s.sides.ShowDetail()
		if s.shown != nil {
			s.shown.focus()
		}
	}
	about := widgets.Column(look.Unit, look.NewWrapped(w.T("duplicates.about"), look.Style{Size: look.SizeBody, Color: look.ColorSecondary}))
	offset, _ := strconv.ParseFloat(host.Recall("duplicates.split"), 64)
	if offset == 0 {
		offset = .44
	}
	s.sides = widgets.NewListDetail(w, record.ListSide(about, s.table, nil), s.nothing(), offset)
	s.sides.OnMoved = func(offset float64) { host.Remember("duplicates.split", strconv.FormatFloat(offset, 'f', 3, 64)) }
	s.sides.OnBack = func() { widgets.Focus(s.table) }
	s.table.TapOpens = s.sides.Narrow
	s.root = container.NewStack(s.sides)
	return s
}

// likely is the message for a score.
func likely(score int) string {
	switch {
	case score >= data.VeryLikelyAlike:
		return "duplicates.very_likely"
	case score >= data.LikelyAlike:
		return "duplicates.likely"
	}
	return "duplicates.possible"
}

// widest is the width of the longest word for a score.
func (s *Screen) widest() (width float32) {
	for _, score := range []int{data.LeastAlike, data.LikelyAlike, data.VeryLikelyAlike} {
		width = max(width, look.Measure(s.host.Words().T(likely(score)), look.StrongStyle)+8)
	}
	return width
}

func (s *Screen) nothing() fyne.CanvasObject { return &fyne.Container{} }

// Title of the screen.
func (s *Screen) Title() string { return s.host.Words().T("duplicates.title") }

// Content of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Action merges the pair that is shown.
func (s *Screen) Action() (string, func()) { return s.host.Words().T("duplicates.merge"), s.Save }

// Show loads the pairs and starts at the likeliest.
func (s *Screen) Show() {
	widgets.Focus(s.table)
	s.load(0)
}

// Reload reads again; what is being chosen stays.
func (s *Screen) Reload() {
	at := 0
	if now, ok := s.table.Selected(); ok {
		for i, p := range s.table.Rows() {
			if p.A.ID == now.A.ID && p.B.ID == now.B.ID {
				at = i
			}
		}
	}
	s.load(at)
}

// Close has nothing to keep.
func (s *Screen) Close() {}

// Leave goes from the pair to the list, and from there back.
func (s *Screen) Leave() {
	if s.shown != nil && (s.sides.InDetail() || s.shown.page.HasFocus()) {
		s.sides.ShowList()
		widgets.Focus(s.table)
		return
	}
	s.host.Back()
}

// load shows the pairs, and the one at a place in them.
func (s *Screen) load(at int) {
	s.asked++
	asked := s.asked
	var pairs []data.DuplicatePair
	s.host.Load(func(ctx context.Context) (err error) {
		pairs, err = s.db.Duplicates(ctx, data.LeastAlike, mostPairs)
		return err
	}, func() {
		if asked != s.asked {
			return
		}
		w := s.host.Words()
		s.table.SetEmpty(widgets.NewEmpty(theme.AccountIcon(), w.T("duplicates.none"), w.T("duplicates.to_register"), func() {
			s.host.Go(screens.Place{Area: screens.Stakeholders})
		}))
		var now [2]data.ID
		if s.shown != nil {
			now = s.shown.ids()
		}
		s.table.SetRows(pairs)
		s.table.SetFooter("")
		if len(pairs) == 0 {
			s.shown = nil
			s.sides.SetDetail(s.nothing())
			s.sides.ShowList()
			return
		}
		s.table.SetFooter(w.N("duplicates.count", len(pairs)))
		if s.table.Select(func(p data.DuplicatePair) bool { return s.shown != nil && [2]data.ID{p.A.ID, p.B.ID} == now }) {
			return
		}
		want := pairs[min(at, len(pairs)-1)]
		s.table.Select(func(p data.DuplicatePair) bool { return p.A.ID == want.A.ID && p.B.ID == want.B.ID })
		s.open(want)
	})
}

// open shows a pair beside the list.
func (s *Screen) open(p data.DuplicatePair) { s.compare(p, p.A.ID, p.B.ID) }

func (s *Screen) compare(p data.DuplicatePair, keep, drop data.ID) {
	s.asked++
	asked := s.asked
	var plan *data.MergePlan
	var names record.Names
	s.host.Load(func(ctx context.Context) (err error) {
		if plan, err = s.db.MergePlan(ctx, keep, drop); err == nil {
			names, err = record.Resolve(ctx, s.db, plan.Keep, plan.Drop)
		}
		return err
	}, func() {
		if asked == s.asked {
			s.shown = newCompared(s, p, plan, names)
			s.sides.SetDetail(s.shown.page)
		}
	})
}

// Save merges the pair that is shown.
func (s *Screen) Save() {
	if c := s.shown; c != nil {
		keep, drop := c.plan.Keep, c.plan.Drop
		s.answer(func(ctx context.Context) (data.ID, error) { return s.db.Merge(ctx, keep.ID, drop.ID, c.choices) },
			s.host.Words().T("duplicates.merged", "Keep", keep.Number, "Drop", drop.Number))
	}
}

// notSame remembers that the two are not one.
func (s *Screen) notSame() {
	if c := s.shown; c != nil {
		s.answer(func(ctx context.Context) (data.ID, error) {
			return s.db.SetDistinct(ctx, c.plan.Keep.ID, c.plan.Drop.ID)
		},
			s.host.Words().T("duplicates.kept_apart", "Keep", c.plan.Keep.Number, "Drop", c.plan.Drop.Number))
	}
}

// answer writes what was decided, and goes on to the next pair.
func (s *Screen) answer(do func(context.Context) (data.ID, error), said string) {
	at := 0
	for i, p := range s.table.Rows() {
		if now, ok := s.table.Selected(); ok && p.A.ID == now.A.ID && p.B.ID == now.B.ID {
			at = i
		}
	}
	var batch data.ID
	s.host.Load(func(ctx context.Context) (err error) {
		batch, err = do(context.WithoutCancel(ctx))
		return err
	}, func() {
		s.host.Done(said, batch)
		s.shown = nil
		s.sides.ShowList()
		widgets.Focus(s.table)
		s.load(at)
	})
}
