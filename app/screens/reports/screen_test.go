package reports

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/printing"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/data/sample"
	"dogovor/data/store"
	engine "dogovor/reports"
)

// clock is the time in these tests: the month before it is October 2026.
var clock = time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)

// desk is the screen over a sample year, with a maker that only remembers.
type desk struct {
	*screentest.Host
	db       *store.Store
	folder   string
	refuse   error
	wrote    []string
	asked    data.Period
	lang     i18n.Lang
	screen   *Screen
	noShow   bool
	showing  string
	during   func(context.Context) // what happens while a file is written
	printers []printing.Printer
	printed  []string
}

func (d *desk) Write(ctx context.Context, path string, _ engine.Report, lang i18n.Lang, ask engine.Ask) error {
	if d.during != nil {
		d.during(ctx)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if d.refuse != nil {
		return d.refuse
	}
	d.wrote, d.asked, d.lang = append(d.wrote, path), ask.Period, lang
	return os.WriteFile(path, []byte("%PDF"), 0o600)
}

func (d *desk) Show(path string) error {
	if d.noShow {
		return os.ErrNotExist
	}
	d.showing = path
	return nil
}

func (d *desk) Folder() string { return d.folder }

// newDesk adds records to the sample year.
func newDesk(t *testing.T, lang i18n.Lang, more ...data.Record) *desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	if _, err := sample.Make(context.Background(), path, sample.Options{Year: 2026, Seed: 1, Now: clock}); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(context.Background(), path, store.Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if len(more) > 0 {
		if _, err := db.Save(context.Background(), more...); err != nil {
			t.Fatal(err)
		}
	}
	d := &desk{Host: screentest.New(t, lang, clock), db: db, folder: t.TempDir()}
	d.open(screens.Place{Area: screens.Reports})
	return d
}

func (d *desk) open(p screens.Place) {
	d.screen = New(d.Host, d.db, d, p)
	d.Open(d.screen)
}

// figure is the value of the tile with a label.
func (d *desk) tile(label string) *widgets.Tile {
	d.T.Helper()
	return screentest.Find(d.Host, func(x *widgets.Tile) bool { return x.Label() == label })
}

func TestShowsTheMonthBeforeInEveryLanguage(t *testing.T) {
	for _, lang := range i18n.Langs {
		t.Run(string(lang), func(t *testing.T) {
			d := newDesk(t, lang, followUps()...)
			w := d.Words()
			d.Shows(w.Month(time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)), w.T("figure.E1"), w.T("reports.by_group"), w.T("reports.not_covered"))
			d.Shot("reports-" + string(lang))
			for range 2 { // the first one lays the figures out
				d.screen.body.ScrollTo(500)
				d.Shot("reports-tiles-" + string(lang))
			}
		})
	}
}

func TestATileOpensItsEvidence(t *testing.T) {
	d := newDesk(t, i18n.English)
	tile := d.tile("Engagements held")
	tile.Tapped(&fyne.PointEvent{})
	if len(d.Gone) != 1 {
		t.Fatalf("went to %v", d.Gone)
	}
	f, ok := d.Gone[0].Filter.(data.EngagementFilter)
	if !ok || d.Gone[0].Area != screens.Engagements || d.Gone[0].Title == "" {
		t.Fatalf("went to %+v", d.Gone[0])
	}
	n, err := d.db.CountEngagements(context.Background(), f)
	if err != nil || n != len(f.IDs) || d.Words().Int(n) != tile.Value() {
		t.Fatalf("the tile says %s, its evidence are %d records of which %d are there (%v)", tile.Value(), len(f.IDs), n, err)
	}
}

func TestStepsThroughPeriods(t *testing.T) {
	d := newDesk(t, i18n.English)
	for _, c := range []struct {
		press string
		want  data.Period
	}{
		{"The period before", data.Period{From: "2026-09-01", To: "2026-09-30"}},
		{"The period after", data.Period{From: "2026-10-01", To: "2026-10-31"}},
	} {
		d.Press(c.press)
		if d.screen.state.Period != c.want {
			t.Fatalf("%s led to %+v", c.press, d.screen.state.Period)
		}
	}
	d.screen.periods.segment.SetKey(year)
	d.screen.periods.setSpan(year)
	if d.screen.state.Period != data.YearOf("2026-01-01") || filepath.Base(d.screen.path.Text) != "Dogovor-2026-en.pdf" {
		t.Fatalf("%+v, file %s", d.screen.state.Period, d.screen.path.Text)
	}
	// A person who looked at evidence comes back to the same period.
	was := d.screen.state
	d.open(d.screen.Place())
	if d.screen.state != was {
		t.Fatalf("came back to %+v", d.screen.state)
	}
}

func TestAnyDaysThatMakeNoPeriodChangeNothing(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.screen.periods.setSpan(anyDays)
	was := d.screen.state.Period
	d.screen.periods.from.SetText("2026-10-20")
	d.screen.periods.to.SetText("2026-10-01")
	if d.screen.state.Period.To < d.screen.state.Period.From {
		t.Fatalf("a period that ends before it starts: %+v", d.screen.state.Period)
	}
	d.screen.periods.from.SetText("rubbish")
	d.screen.periods.from.SetText("2026-10-05")
	d.screen.periods.to.SetText("2026-10-09")
	if want := (data.Period{From: "2026-10-05", To: "2026-10-09"}); d.screen.state.Period != want {
		t.Fatalf("%+v, before it was %+v", d.screen.state.Period, was)
	}
}

func TestWritesAndOpens(t *testing.T) {
	d := newDesk(t, i18n.SerbianLatin)
	d.screen.Print()
	want := filepath.Join(d.folder, "Dogovor-2026-10-sr-Latn.pdf")
	if len(d.wrote) != 1 || d.wrote[0] != want || d.showing != want || d.lang != i18n.SerbianLatin {
		t.Fatalf("wrote %v, showed %q", d.wrote, d.showing)
	}
	d.noShow = true
	d.screen.Print() // again over its own file, without asking
	if len(d.wrote) != 2 || len(d.Failed) > 0 {
		t.Fatalf("wrote %v, failed %v", d.wrote, d.Failed)
	}
	if last := d.Said[len(d.Said)-1]; last != d.Words().T("reports.no_viewer", "Path", want) {
		t.Fatalf("said %q", last)
	}
}

func TestAFileOfSomebodyElseIsReplacedOnlyWhenAsked(t *testing.T) {
	d := newDesk(t, i18n.English)
	mine := filepath.Join(d.folder, "mine.pdf")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.screen.path.SetText(mine)
	d.screen.Print()
	d.Press("Keep it")
	if len(d.wrote) != 0 {
		t.Fatal("written over without being told to")
	}
	d.screen.Print()
	d.Press("Replace")
	if len(d.wrote) != 1 || d.wrote[0] != mine {
		t.Fatalf("wrote %v", d.wrote)
	}
}

func TestAPlaceThatCannotBeWrittenToIsTold(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.refuse = data.NewError("output.unwritable", nil, "Path", "/nowhere/x.pdf")
	d.screen.Print()
	d.Shows(d.Words().T("reports.other_place")[:40])
	if d.Window().Canvas().Focused() != d.screen.path {
		t.Error("the focus is not where another place is typed")
	}
	d.refuse = nil
	d.screen.Print()
	if len(d.wrote) != 1 {
		t.Fatal("not written after all")
	}
	d.Hides(d.Words().T("reports.other_place")[:40])
}

func TestAPeriodWithoutAnything(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.open(screens.Place{Area: screens.Reports, Filter: state{Span: year, Period: data.YearOf("2019-01-01"), Lang: i18n.English}})
	d.Shows("No engagement was held in this period")
}

// A report that takes long says that it is being written, and can be given up; then nothing is written and nothing is said.
func TestLongWritingIsGivenUp(t *testing.T) {
	d := newDesk(t, i18n.English)
	d.during = func(ctx context.Context) {
		d.Tick.Advance(300 * time.Millisecond)
		d.Shows("Writing the report…")
		d.Hides("Cancel")
		d.Tick.Advance(2 * time.Second)
		d.Shot("reports-writing")
		d.Press("Cancel")
		<-ctx.Done()
	}
	d.screen.Print()
	d.Hides("Writing the report…")
	if len(d.wrote) > 0 || len(d.Said) > 0 || len(d.Failed) > 0 || d.screen.trouble.Visible() {
		t.Errorf("wrote %v, said %v, failed %v", d.wrote, d.Said, d.Failed)
	}
	d.during = nil
	d.screen.Print()
	if len(d.wrote) != 1 || len(d.Said) != 1 {
		t.Errorf("again: wrote %v, said %v", d.wrote, d.Said)
	}
}

func TestAPromiseFigureOpensTheLedger(t *testing.T) {
	d := newDesk(t, i18n.English)
	label := d.Words().T("figure.C3")
	d.tile(label).Tapped(&fyne.PointEvent{})
	f, ok := d.Gone[0].Filter.(data.FollowFilter)
	if !ok || d.Gone[0].Area != screens.Commitments {
		t.Fatalf("went to %+v", d.Gone[0])
	}
	if n, err := d.db.CountFollows(context.Background(), f); err != nil || n != len(f.IDs) || d.Words().Int(n) != d.tile(label).Value() {
		t.Fatalf("the tile says %s, behind it are %d records of which %d are there (%v)", d.tile(label).Value(), len(f.IDs), n, err)
	}
}

// followUps are two issues and three grievances of October.
func followUps() []data.Record {
	step := func(kind string, on data.Date, outcome string) *data.GrievanceStep {
		return &data.GrievanceStep{Kind: kind, On: on, Outcome: outcome, Admissible: map[bool]string{true: "yes"}[kind == data.GrievanceAssessed]}
	}
	return []data.Record{
		&data.Issue{Text: "Bunari", Kind: "concern", Topic: "water", RaisedOn: "2026-10-05", Response: "Uzorkujemo.", ResponseOn: "2026-10-12", ToldOn: "2026-10-13", ToldWhom: "savet"},
		&data.Issue{Text: "Put", Kind: "need", Topic: "roads_traffic", RaisedOn: "2026-10-31"},
		&data.Grievance{Complaint: "anonymous", ReplyTo: "škola", Description: "Prašina", Topic: "air_dust", Severity: "moderate", Channel: "box", ReceivedOn: "2026-10-01", Satisfied: "partly",
			Steps: []*data.GrievanceStep{step(data.GrievanceAcknowledged, "2026-10-02", ""), step(data.GrievanceAssessed, "2026-10-05", ""), step(data.GrievanceOffered, "2026-10-09", ""),
				step(data.GrievanceClosed, "2026-10-12", "resolved")}},
		&data.Grievance{Complaint: "anonymous", ReplyTo: "škola", Description: "Buka", Topic: "noise_blasting", Severity: "minor", Channel: "box", ReceivedOn: "2026-10-12",
			Steps: []*data.GrievanceStep{step(data.GrievanceAcknowledged, "2026-10-30", "")}},
		&data.Grievance{Complaint: "anonymous", Description: "Miris", Topic: "air_dust", ReceivedOn: "2026-10-30"},
	}
}

func TestIssuesAndGrievancesOpenTheirEvidence(t *testing.T) {
	d := newDesk(t, i18n.English, followUps()...)
	set, err := d.db.Dataset(context.Background(), d.screen.state.Period, false)
	if err != nil {
		t.Fatal(err)
	}
	types := map[string]string{"I1": "issue", "I2": "issue", "I3": "issue", "G1": "grievance", "G2": "grievance", "G4": "grievance", "G5": "grievance"}
	for _, f := range indicator.All(set) {
		if types[f.Code] == "" {
			continue
		}
		d.Gone = nil
		label := d.Words().T("figure." + f.Code)
		d.tile(label).Tapped(&fyne.PointEvent{})
		if len(d.Gone) != 1 {
			t.Fatalf("%s: went to %v", f.Code, d.Gone)
		}
		to := d.Gone[0]
		filter, ok := to.Filter.(data.FollowFilter)
		if !ok || to.Area != types[f.Code]+"s" || len(filter.Types) != 1 || filter.Types[0] != types[f.Code] || !strings.HasPrefix(to.Title, label) {
			t.Errorf("%s: went to %+v", f.Code, to)
		}
		if n, err := d.db.CountFollows(context.Background(), filter); err != nil || n != len(f.Evidence) {
			t.Errorf("%s: behind it are %d records of which %d are there (%v)", f.Code, len(f.Evidence), n, err)
		}
	}
}
