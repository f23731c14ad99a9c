package engagements

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
)

// year fills the list: n meetings, one a day back from today, in turns in Krivelj and Oštrelj, with Marko or Jovana.
func (d *desk) year(n int) (ids []data.ID) {
	d.T.Helper()
	krivelj, ostrelj := d.village()
	who := map[bool]data.ID{}
	for i, name := range []string{"marko", "jovana"} {
		rows, err := d.db.FindStakeholders(ctx, name, 1)
		d.must(err)
		who[i == 0] = rows[0].ID
	}
	var recs []data.Record
	for i := range n {
		e := &data.Engagement{Title: fmt.Sprintf("Meeting %d", i), Kind: "meeting", Status: "held", Settlement: krivelj, Women: i,
			Start: data.At(d.Clock.AddDate(0, 0, -i))}
		if i%2 == 1 {
			e.Kind, e.Settlement = "site_visit", ostrelj
		}
		e.ID = data.NewID()
		e.Attendance = []*data.Attendance{newAttendance(who[i%2 == 0])}
		recs, ids = append(recs, e), append(ids, e.ID)
	}
	_, err := d.db.Save(ctx, recs...)
	d.must(err)
	return ids
}

func titles(d *desk) []string {
	var out []string
	for _, r := range d.list().Table().Rows() {
		out = append(out, r.Title)
	}
	return out
}

func TestListPagesAndSorts(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.year(120)
	d.Go(screens.Place{Area: screens.Engagements})
	l := d.list()
	if got := l.Table().Footer(); got != "Showing 50 of 120" {
		t.Errorf("footer %q", got)
	}
	if got := titles(d); got[0] != "Meeting 0" || got[49] != "Meeting 49" {
		t.Errorf("from %s to %s", got[0], got[49])
	}
	for range 3 {
		d.keys("<end>")
	}
	if got := titles(d); len(got) != 120 || got[119] != "Meeting 119" || l.Table().Footer() != "Showing 120 of 120" {
		t.Errorf("%d rows, footer %q", len(got), l.Table().Footer())
	}
	d.keys("<right>", "<space>")
	if got := titles(d); got[0] != "Meeting 119" {
		t.Errorf("oldest first: %s", got[0])
	}
	if r, ok := l.Table().Selected(); !ok || r.Title != "Meeting 119" || shown(l) == nil || shown(l).Title != "Meeting 119" {
		t.Error("the first row is not shown beside the list")
	}
}

func TestListKeepsItsPlaceWhenSomethingChanges(t *testing.T) {
	d := newDesk(t, i18n.English)
	ids := d.year(90)
	d.Go(screens.Place{Area: screens.Engagements})
	d.keys("<end>", "<end>", "<up>")
	l := d.list()
	at := l.Place().Record
	e, err := d.db.Engagement(ctx, ids[3])
	d.must(err)
	e.Title = "Renamed"
	_, err = d.db.Save(ctx, e)
	d.must(err)
	l.Reload()
	if got := titles(d); len(got) != 90 || got[3] != "Renamed" {
		t.Errorf("after a change: %d rows, %q", len(got), got[3])
	}
	if r, ok := l.Table().Selected(); !ok || r.ID != at || l.Place().Record != at {
		t.Error("the selection moved")
	}
	if p := l.Place(); p.Record != at {
		t.Errorf("back would lead to %+v", p)
	}
}

func TestFilters(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.year(40) // 21 October back to 12 September
	d.Go(screens.Place{Area: screens.Engagements})
	l := d.list()
	count := func(what string, want int) {
		t.Helper()
		if l.Total() != want {
			t.Errorf("%s: %d, want %d", what, l.Total(), want)
		}
	}
	l.Find()
	d.keys("meeting 7")
	count("search", 1)
	d.screen.(screens.Leaver).Leave()
	count("search cleared", 40)

	before := l.Table().Position().Y
	d.tap(l.bar.toggle)
	if l.Table().Position().Y <= before {
		t.Error("the rows do not make room for the filters")
	}
	d.keys("last m", "<enter>")
	count("September", 19)
	d.keys("<tab>", "<tab>", "site", "<enter>")
	count("and site visits", 10)
	if got := d.chips(); !slices.Equal(got, []string{"September 2026", "site visit"}) {
		t.Errorf("chips %q", got)
	}
	d.Shot("engagements-filters")
	d.keys("<tab>", "kriv", "<enter>")
	count("and Krivelj, where no visit was", 0)
	if got := d.Texts(); !strings.Contains(got, "No engagement fits") {
		t.Errorf("nothing found says\n%s", got)
	}
	d.Press("All engagements")
	count("cleared", 40)

	d.tap(l.bar.toggle)
	panel := l.bar.panel
	who := screentest.Find(d.Host, func(f *widgets.Field) bool { return f.Label() == "Stakeholder" })
	widgets.Focus(who)
	d.keys("jov", "<enter>")
	count("with Jovana", 20)
	group := screentest.Find(d.Host, func(f *widgets.Field) bool { return f.Label() == "Group of those who came" })
	widgets.Focus(group)
	d.keys("landown", "<enter>")
	count("Jovana is no landowner", 0)
	chip := screentest.Find(d.Host, func(c *widgets.FilterChip) bool {
		return strings.EqualFold(c.Word(), "landowner") && c.Size().Height == 26 && inHead(l, c)
	})
	d.tap(chip)
	count("without the group", 20)
	if l.bar.panel == panel {
		t.Error("the panel still shows the filter that was taken away")
	}
	from := screentest.Find(d.Host, func(f *widgets.Field) bool { return f.Label() == "From" })
	widgets.Focus(from)
	d.keys("1.10.")
	count("with Jovana since October", 10)
	if got := d.chips(); !slices.Equal(got, []string{"from 1 Oct 2026", "Primer Jovana"}) {
		t.Errorf("chips %q", got)
	}
	d.calm()
}

// shown is the engagement beside the rows, nil without one.
func shown(l *list) *data.Engagement {
	p, ok := l.Shown().(*page)
	if !ok {
		return nil
	}
	return p.e
}

// inHead tells a chip of the list's head from one in the panel.
func inHead(l *list, c *widgets.FilterChip) bool {
	row, ok := l.bar.view.Objects[1].(*fyne.Container)
	return ok && slices.Contains(row.Objects, fyne.CanvasObject(c))
}

// chips are the filters above the list.
func (d *desk) chips() (out []string) {
	for _, o := range d.list().bar.chips() {
		out = append(out, o.(*widgets.FilterChip).Word())
	}
	return out
}

func TestPresets(t *testing.T) {
	for _, x := range []struct {
		today data.Date
		want  string
	}{
		{"2026-01-31", "2026-01-01..2026-01-31 2025-12-01..2025-12-31 2026-01-01..2026-03-31 2025-10-01..2025-12-31 2026-01-01..2026-12-31 2025-01-01..2025-12-31"},
		{"2028-02-29", "2028-02-01..2028-02-29 2028-01-01..2028-01-31 2028-01-01..2028-03-31 2027-10-01..2027-12-31 2028-01-01..2028-12-31 2027-01-01..2027-12-31"},
		{"2026-07-01", "2026-07-01..2026-07-31 2026-06-01..2026-06-30 2026-07-01..2026-09-30 2026-04-01..2026-06-30 2026-01-01..2026-12-31 2025-01-01..2025-12-31"},
	} {
		var got []string
		for _, p := range presets(x.today) {
			got = append(got, string(p.From+".."+p.To))
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s:\n got %s\nwant %s", x.today, strings.Join(got, " "), x.want)
		}
	}
}

func TestEmptyList(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.Go(screens.Place{Area: screens.Engagements})
	if got := d.Texts(); !strings.Contains(got, "date and place are enough") {
		t.Errorf("an empty list says\n%s", got)
	}
	d.Shot("engagements-empty")
	d.Press("New engagement")
	if !d.at().Edit {
		t.Errorf("leads to %+v", d.at())
	}
}

func TestEvidenceOfAFigure(t *testing.T) {
	d := newDesk(t, i18n.English)
	ids := d.year(10)
	d.Go(screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{IDs: []data.ID{ids[2], ids[5]}}, Title: "E1, October 2026"})
	if got := titles(d); !slices.Equal(got, []string{"Meeting 2", "Meeting 5"}) {
		t.Errorf("evidence: %q", got)
	}
	if got := d.Texts(); !strings.Contains(got, "Evidence of: E1, October 2026") {
		t.Error("nobody is told what the list is")
	}
	d.Shot("engagements-evidence")
	if p := d.screen.(screens.Placer).Place(); p.Title == "" || len(p.Filter.(data.EngagementFilter).IDs) != 2 {
		t.Errorf("back would lead to %+v", p)
	}
	d.Press("All engagements")
	if len(titles(d)) != 10 {
		t.Error("all engagements are not shown")
	}
}

func TestPageLinksBinAndHistory(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys(meeting...)
	d.keys("<ctrl+s>")
	id := d.at().Record
	if got := d.Texts(); !strings.Contains(got, "21 Oct 2026 18:00–20:00 (2 h)") || !strings.Contains(got, "Who came (35)") || !strings.Contains(got, "What was said (3)") ||
		!strings.Contains(got, "30 people not named: 12 women · 18 men · of whom 4 young") {
		t.Errorf("the page says\n%s", got)
	}
	d.Shot("engagements-saved")
	d.Press("Primer Marko")
	if last := d.at(); last.Area != screens.Stakeholders || last.Record.IsZero() {
		t.Errorf("the link leads to %+v", last)
	}

	// A change, then the whole history in words.
	d.Clock = d.Clock.Add(time.Hour)
	d.screen.(screens.Editor).Edit()
	widgets.Focus(d.form().page.Field("venue"))
	d.keys("<all>", "School")
	widgets.Focus(d.form().page.Field("point.0.satisfied"))
	d.keys("y", "<ctrl+s>")
	d.list().Shown().(*page).showHistory()
	got := d.Texts()
	for _, want := range []string{"21 Oct 2026 19:00 · Primer Ana · BOR1", "Venue: Dom kulture → School", "Satisfied with the answer: partly → yes", "Recorded"} {
		if !strings.Contains(got, want) {
			t.Errorf("the history does not say %q:\n%s", want, got)
		}
	}
	d.Shot("engagements-history")

	// To the bin, with Undo, and out of it again.
	d.Press("Move to bin")
	if said, batch := d.said(); batch.IsZero() || said != "In the bin: Water, Krivelj" || len(titles(d)) != 0 {
		t.Errorf("said %q, %d rows", said, len(titles(d)))
	}
	d.Go(screens.Place{Area: screens.Engagements, Filter: data.EngagementFilter{Binned: true}})
	if d.screen.Title() != "Engagements in the bin" || len(titles(d)) != 1 {
		t.Fatalf("%s: %d rows", d.screen.Title(), len(titles(d)))
	}
	d.Shot("engagements-bin")
	d.screen.(screens.Editor).Edit()
	if _, ok := d.screen.(*list); !ok {
		t.Error("what is in the bin can be edited")
	}
	d.Press("Restore")
	if e, err := d.db.Engagement(ctx, id); err != nil || e.Binned {
		t.Errorf("not restored: %v", err)
	}
	d.calm()
}

// In a narrow window a press opens the page in place of the list, and Esc comes back.
func TestNarrowWindow(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.year(5)
	d.Resize(1024, 640)
	d.Go(screens.Place{Area: screens.Engagements})
	l := d.list()
	if !l.Place().Left.InList {
		t.Fatal("starts on a page")
	}
	d.keys("<down>", "<enter>")
	if l.Place().Left.InList || shown(l) == nil || shown(l).Title != "Meeting 1" {
		t.Error("Enter does not open the page")
	}
	l.Leave()
	if !l.Place().Left.InList || d.Window().Canvas().Focused() != fyne.Focusable(l.Table()) {
		t.Error("Esc does not come back to the list")
	}
}

// The record that an undo took away leaves no page behind.
func TestPageOfWhatIsGone(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>", "<ctrl+s>")
	_, batch := d.said()
	d.must(d.db.Undo(ctx, batch))
	d.screen.Reload()
	if len(titles(d)) != 0 {
		t.Error("it is still in the list")
	}
	d.Go(screens.Place{Area: screens.Engagements, Record: data.NewID()})
	if got := d.Texts(); !strings.Contains(got, "no longer here") {
		t.Errorf("a record that never was:\n%s", got)
	}
	d.calm()
}

// Back and forward, and a change of language, bring the list and the page back as they were left.
func TestComesBackAsItWasLeft(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.year(150)
	d.Resize(1200, 290)
	d.Go(screens.Place{Area: screens.Engagements})
	for range 140 {
		d.keys("<pagedown>")
	}
	d.keys("<up>", "<up>", "<enter>", "<pagedown>")
	before := d.list().Place()
	if before.Left.Rows <= 50 || before.Left.List == 0 || before.Left.Page == 0 || before.Left.Focus != screens.InPage {
		t.Fatalf("left as %+v of %v", before.Left, d.Window().Canvas().Size())
	}
	d.Go(before)
	if after := d.list().Place(); after.Left != before.Left || after.Record != before.Record {
		t.Errorf("left as %+v, came back as %+v", before.Left, after.Left)
	}
	d.list().Leave()
	if d.Window().Canvas().Focused() != fyne.Focusable(d.list().Table()) {
		t.Error("Esc does not lead from the page to the rows")
	}
	d.list().Find()
	d.keys("meeting 7")
	before = d.list().Place()
	d.Go(before)
	if d.list().Place().Left.Focus != screens.InSearch || d.list().bar.search.Text != "meeting 7" {
		t.Error("the search is gone")
	}
	d.calm()
}
