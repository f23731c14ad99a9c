package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"
	"time"

	"dogovor/data"
)

func TestEveryFieldHasItsColumn(t *testing.T) {
	s := fresh(t)
	err := s.read(ctx, func(r *reading) error {
		for _, typ := range data.Types {
			tb := s.tables[typ]
			for _, p := range r.columns(tb) {
				t.Errorf("%s: %s", typ.Name, p)
			}
			rec := typ.New()
			for _, f := range typ.Fields {
				if _, ok := f.Ptr(rec).(*data.ID); ok && tb.refs[f.Name] == nil {
					t.Errorf("%s.%s points nowhere: the column needs REFERENCES", typ.Name, f.Name)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestEveryFieldIsKept writes a record of each type with something in every field, whatever its rules say, and reads the same.
func TestEveryFieldIsKept(t *testing.T) {
	s := fresh(t)
	there := map[*data.Type]data.ID{}
	for _, typ := range data.Types {
		rec := typ.New()
		for i, f := range typ.Fields {
			switch p := f.Ptr(rec).(type) {
			case *string:
				*p = fmt.Sprintf("%s %d 水 ш", f.Name, i)
			case *[]string:
				*p = []string{"prvo", "друго \"3\""}
			case *bool:
				*p = true
			case *int:
				*p = i
			case **int:
				*p = &i
			case **float64:
				x := 44.5
				*p = &x
			case *data.Date:
				*p = "2026-10-21"
			case *data.Moment:
				if *p = moment("2026-10-20 18:30"); f.Name == "end_at" {
					*p = data.OnDay("2026-10-20")
				}
			case *data.ID:
				*p = there[s.tables[typ].refs[f.Name]]
			default:
				t.Fatalf("%s.%s: a %T is not tried", typ.Name, f.Name, p)
			}
		}
		if err := s.write(ctx, func(x *writing) error {
			if a, ok := rec.(*data.Attachment); ok { // of a file that is there
				sum := sha256.Sum256([]byte("sadržaj"))
				a.SHA256, a.Size = hex.EncodeToString(sum[:]), len("sadržaj")
				if err := x.keepFile(sum[:], []byte("sadržaj")); err != nil {
					return err
				}
			}
			return x.put(rec)
		}); err != nil {
			t.Fatalf("%s: %v", typ.Name, err)
		}
		if there[typ].IsZero() {
			there[typ] = rec.Head().ID
		}
		var got data.Record
		if err := s.read(ctx, func(r *reading) (err error) {
			got, _, err = r.get(typ, rec.Head().ID)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		for _, f := range typ.Fields {
			if string(f.JSON(got)) != string(f.JSON(rec)) {
				t.Errorf("%s.%s: saved %s, read %s", typ.Name, f.Name, f.JSON(rec), f.JSON(got))
			}
		}
		if got.Head().ID != rec.Head().ID || got.Head().CreatedBy != rec.Head().CreatedBy {
			t.Errorf("%s: head %+v, read %+v", typ.Name, rec.Head(), got.Head())
		}
	}
	wantWhole(t, s)
}

func TestNumbers(t *testing.T) {
	s := fresh(t)
	for _, c := range []struct{ start, number string }{
		{"2026-10-01 10:00", "E-26-BOR1-0001"}, {"2025-12-31 23:30", "E-25-BOR1-0001"}, {"2026-01-01 00:10", "E-26-BOR1-0002"}, {"2025-03-01 10:00", "E-25-BOR1-0002"},
	} {
		e := held("Susret", c.start)
		save(t, s, e)
		if e.Number != c.number {
			t.Errorf("%s got %s, want %s", c.start, e.Number, c.number)
		}
		// A number stays, whatever happens to the start.
		e.Start, e.Number = moment("2024-05-05 10:00"), "E-99-X-0001"
		save(t, s, e)
		if got, _ := s.Engagement(ctx, e.ID); got.Number != c.number || e.Number != c.number {
			t.Errorf("the number became %s", got.Number)
		}
	}
	given := held("Sa brojem", "2026-10-01 10:00")
	given.Number = "E-26-BOR1-0041"
	save(t, s, given)
	next := held("Sledeći", "2026-10-02 10:00")
	save(t, s, next)
	if next.Number != "E-26-BOR1-0042" {
		t.Errorf("after a given number comes %s", next.Number)
	}
	again := held("Isti broj", "2026-10-01 10:00")
	again.Number = given.Number
	if _, err := s.Save(ctx, again); data.ErrorCode(err) != "invalid" {
		t.Errorf("a number was given twice: %v", err)
	}
}

func TestSaveRefuses(t *testing.T) {
	s := fresh(t)
	marko := person("Primer Marko")
	save(t, s, marko)
	before := export(t, s)
	for _, c := range []struct {
		name string
		rec  data.Record
		code string
	}{
		{"breaks a rule", &data.Engagement{Status: "held"}, "invalid"},
		{"part breaks a rule", &data.Engagement{Title: "A", Status: "held", Start: moment("2026-10-01 10:00"), Venue: "B", Points: []*data.Point{{}}}, "invalid"},
		{"unknown settlement", &data.Engagement{Title: "A", Status: "held", Start: moment("2026-10-01 10:00"), Settlement: data.NewID()}, "invalid"},
		{"unknown stakeholder in a row", held("A", "2026-10-01 10:00", &data.Stakeholder{Meta: data.Meta{ID: data.NewID()}}), "invalid"},
		{"an id of another type", held("A", "2026-10-01 10:00", &data.Stakeholder{Meta: data.Meta{ID: data.SettlementID("Bor", "Bor")}}), "invalid"},
		{"not from here", &data.Stakeholder{Meta: data.Meta{ID: data.NewID(), UpdatedAt: time.Now()}, Kind: "person", Name: "A"}, "record.missing"},
		{"never read", &data.Stakeholder{Meta: data.Meta{ID: marko.ID}, Kind: "person", Name: "B"}, "record.changed_meanwhile"},
	} {
		t.Run(c.name, func(t *testing.T) {
			head := *c.rec.Head()
			_, err := s.Save(ctx, c.rec)
			if data.ErrorCode(err) != c.code {
				t.Errorf("%v, want %s", err, c.code)
			}
			if *c.rec.Head() != head {
				t.Errorf("the head became %+v", c.rec.Head())
			}
			if e, ok := c.rec.(*data.Engagement); ok && e.Number != "" {
				t.Errorf("it has the number %s", e.Number)
			}
		})
	}
	if export(t, s) != before {
		t.Error("something was written")
	}
	ok := held("Posle", "2026-10-01 10:00", marko)
	save(t, s, ok)
	if ok.Number != "E-26-BOR1-0001" {
		t.Errorf("a refused save took a number: %s", ok.Number)
	}
}

func TestUnknownRecordNamesItsField(t *testing.T) {
	s := fresh(t)
	marko := person("Primer Marko")
	save(t, s, marko)
	_, err := s.Save(ctx, held("A", "2026-10-01 10:00", marko, &data.Stakeholder{Meta: data.Meta{ID: data.NewID()}}))
	ps, ok := err.(data.Problems)
	if !ok || len(ps) != 1 || ps[0].Field != "attendance.1.stakeholder" || ps[0].Code != "unknown_record" {
		t.Errorf("%v", err)
	}
}

func TestSaveTwiceChangesNothing(t *testing.T) {
	s := fresh(t)
	_, _, es := village(t, s)
	e, err := s.Engagement(ctx, es[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	before := export(t, s)
	e.Title = "  " + e.Title + "\u200b " // the same once it is clean
	if batch := save(t, s, e); !batch.IsZero() {
		t.Error("a batch without a change")
	}
	if export(t, s) != before {
		t.Error("something was written")
	}
	if e.UpdatedAt != es[0].UpdatedAt {
		t.Error("the record's time changed")
	}
}

func TestChangedMeanwhile(t *testing.T) {
	s := fresh(t)
	_, _, es := village(t, s)
	a, _ := s.Engagement(ctx, es[0].ID)
	b, _ := s.Engagement(ctx, es[0].ID)
	a.Points[0].Answer = "Prvi odgovor" // only a row changes: the record counts as changed all the same
	save(t, s, a)
	b.Title = "Drugi naslov"
	e := wantCode(t, second(s.Save(ctx, b)), "record.changed_meanwhile")
	if e.Params["By"] != "Primer Oficir" {
		t.Errorf("%v", e.Params)
	}
	a.Title = "Treći naslov" // the first form goes on without reading again
	save(t, s, a)
	wantWhole(t, s)
}

func second[T any](_ T, err error) error { return err }

// TestStandingClock saves twice in one millisecond, and after the clock went back.
func TestStandingClock(t *testing.T) {
	o := options()
	at := time.Date(2026, 10, 21, 8, 0, 0, 0, time.UTC)
	o.Now = func() time.Time { return at }
	s := reopen(t, t.TempDir()+"/bor.db", o)
	marko := person("Primer Marko")
	save(t, s, marko)
	stale, _ := s.Stakeholder(ctx, marko.ID)
	for _, name := range []string{"Primer A", "Primer B"} {
		at = at.Add(-time.Hour)
		marko.Name = name
		save(t, s, marko)
	}
	stale.Name = "Primer C"
	wantCode(t, second(s.Save(ctx, stale)), "record.changed_meanwhile")
	h, err := s.History(ctx, "stakeholder", marko.ID)
	if err != nil || len(h) != 3 || h[0].New != `"Primer B"` || !h[0].At.Equal(at) {
		t.Errorf("history %+v %v", h, err)
	}
	wantWhole(t, s)
}

func TestPartsComeAndGo(t *testing.T) {
	s := fresh(t)
	_, people, es := village(t, s)
	e, _ := s.Engagement(ctx, es[0].ID)
	gone := e.Points[0].ID
	e.Points = []*data.Point{{Said: "Novo prvo"}, {Said: "Novo drugo"}}
	e.Attendance = append([]*data.Attendance{{Stakeholder: people[2].ID}}, e.Attendance...)
	save(t, s, e)
	got, _ := s.Engagement(ctx, e.ID)
	if len(got.Points) != 2 || got.Points[0].Said != "Novo prvo" || got.Points[1].Pos != 2 || got.Attendance[0].Stakeholder != people[2].ID || got.Attendance[1].Pos != 2 {
		t.Errorf("%+v %+v", got.Points, got.Attendance)
	}
	h, _ := s.History(ctx, "engagement", e.ID)
	if !slices.ContainsFunc(h, func(c data.Change) bool { return c.Record == gone && c.Kind == "binned" && c.Type == "point" }) {
		t.Errorf("the point's way into the bin is not in the history: %+v", h)
	}
	// A row taken back by a form that still has it.
	back := &data.Point{Meta: data.Meta{ID: gone}, Said: "Opet tu"}
	got.Points = append(got.Points, back)
	save(t, s, got)
	if got, _ = s.Engagement(ctx, e.ID); len(got.Points) != 3 || got.Points[2].ID != gone || got.Points[2].Said != "Opet tu" {
		t.Errorf("%+v", got.Points)
	}
	// Somebody else's row.
	other, _ := s.Engagement(ctx, es[1].ID)
	other.Points = append(other.Points, &data.Point{Meta: data.Meta{ID: gone}, Said: "Tuđe"})
	wantCode(t, second(s.Save(ctx, other)), "record.part_of_another")
	wantWhole(t, s)
}

// TestPartAlone saves a row without its record.
func TestPartAlone(t *testing.T) {
	s := fresh(t)
	_, people, es := village(t, s)
	before, _ := s.Engagement(ctx, es[0].ID)
	save(t, s, &data.Attendance{Engagement: es[0].ID, Pos: 9, Stakeholder: people[2].ID})
	after, _ := s.Engagement(ctx, es[0].ID)
	if len(after.Attendance) != 2 || !after.UpdatedAt.After(before.UpdatedAt) {
		t.Errorf("%+v", after)
	}
	wantWhole(t, s)
}

func TestRecordsThatPointAtEachOther(t *testing.T) {
	s := fresh(t)
	a, b := person("Primer A"), person("Primer B")
	a.ID, b.ID = data.NewID(), data.NewID()
	a.Represents, b.Represents = b.ID, a.ID
	save(t, s, a, b)
	wantWhole(t, s)
}

func TestEnsureSettlements(t *testing.T) {
	s := fresh(t)
	list := func() []*data.Settlement {
		out := []*data.Settlement{place("Krivelj", "Кривељ"), place("Šarbanovac", "Шарбановац"), place("Čukljenik", ""), place("Slatina", "Слатина")}
		for _, x := range out {
			x.ID = data.SettlementID(x.Municipality, x.Name)
		}
		return out
	}
	if _, err := s.EnsureSettlements(ctx, list()[:2]); err != nil {
		t.Fatal(err)
	}
	mine, _ := s.Settlement(ctx, list()[0].ID)
	mine.Postal = "19219"
	save(t, s, mine)
	if _, err := s.Bin(ctx, "settlement", list()[1].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.EnsureSettlements(ctx, list()); err != nil {
		t.Fatal(err)
	}
	if batch, err := s.EnsureSettlements(ctx, list()); err != nil || !batch.IsZero() {
		t.Errorf("again: %v %v", batch, err)
	}
	got, err := s.Settlements(ctx)
	var names []string
	for _, x := range got {
		names = append(names, x.Name+x.Postal)
	}
	if want := []string{"Čukljenik", "Krivelj19219", "Slatina"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%v %v, want %v", names, err, want)
	}
}
