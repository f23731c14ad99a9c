package engagements

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/data"
	"dogovor/reports"
)

type (
	row    = data.EngagementRow
	filter = data.EngagementFilter
)

// list shows engagements and, beside them, the page of the one selected. It is also the bin, and the evidence of a figure.
type list struct {
	*record.List[row, filter]
	host screens.Host
	db   Store
	w    *i18n.Printer

	bar    *filterBar
	places []*data.Settlement
	drafts []draft
	told   atomic.Pointer[data.ID] // whose history was asked for; pages are read off the window's thread
}

// List makes the list; place.Record is opened beside it, place.Filter (data.EngagementFilter) narrows it, place.Title says which figure
// it is the evidence of.
func List(host screens.Host, db Store, place screens.Place) screens.Screen {
	l := &list{host: host, db: db, w: host.Words()}
	if f, _ := place.Filter.(filter); len(f.IDs) == 0 {
		place.Title = "" // a chip says what the filter is
	}
	record.NewList(host, db, place, record.ListOf[row, filter]{
		Document: document,
		Area:     screens.Engagements, Words: "engagements", Type: data.Engagements, Icon: theme.DocumentIcon(),
		Columns: columns(host), ID: func(r row) data.ID { return r.ID },
		Rows: db.Engagements, Count: db.CountEngagements,
		Read: func(ctx context.Context, id data.ID) (record.Shown, error) { return l.read(ctx, id) },

		Text:     func(f *filter) *string { return &f.Text },
		Binned:   func(f *filter) *bool { return &f.Binned },
		Order:    func(f filter) (string, bool) { return "date", !f.OldestFirst },
		SetOrder: func(f *filter, _ string, descending bool) { f.OldestFirst = !descending },
		Evidence: "engagements.evidence",
		Above:    func() fyne.CanvasObject { return l.draftLine() },
		Beside:   l.beside,
		Many: &record.ManyOf{DB: db, Columns: []string{"tags"}, Export: func(path string, heads []string, lines [][]string) error {
			return reports.Sheet(path, host.Words().T("engagements.title"), heads, lines, host.Now(), host.Words())
		}},
		Bar: func(of *record.List[row, filter]) record.Bar {
			l.List = of
			l.bar = newFilterBar(l)
			return l.bar
		},
	})
	return l
}

// beside reads the places that can be filtered by, and the forms that were left.
func (l *list) beside(ctx context.Context) (func(), error) {
	places, err := l.db.Settlements(ctx)
	if err != nil {
		return nil, err
	}
	drafts, err := findDrafts(ctx, l.db)
	return func() { l.places, l.drafts = places, drafts }, err
}

// find looks for stakeholders off the window's thread.
func (l *list) find(text string, each func(data.StakeholderRow)) {
	rows, err := l.db.FindStakeholders(context.Background(), text, 2*fewValues)
	if err != nil {
		l.host.Load(func(context.Context) error { return err }, func() {})
	}
	for _, r := range rows {
		each(r)
	}
}

// document is what Ctrl+P makes of an engagement: before it the sheet to sign, after it the minutes.
func document(r data.Record) string {
	if r.(*data.Engagement).Status == "planned" {
		return "signin"
	}
	return "minutes"
}
