package store

import (
	"slices"
	"testing"

	"dogovor/data"
)

func TestBinAndRestore(t *testing.T) {
	s := fresh(t)
	_, people, es := village(t, s)
	e, _ := s.Engagement(ctx, es[0].ID)
	e.Points = append(e.Points, &data.Point{Said: "Drugo"}, &data.Point{Said: "Treće"})
	save(t, s, e)
	e.Points = e.Points[:2] // the third one goes before the others
	save(t, s, e)
	count := func() int {
		n, err := s.CountEngagements(ctx, data.EngagementFilter{Text: "drugo"})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	last := func() data.StakeholderRow {
		rows, err := s.FindStakeholders(ctx, people[0].Name, 1)
		if err != nil || len(rows) != 1 {
			t.Fatal(rows, err)
		}
		return rows[0]
	}
	if count() != 1 || last().Engagements != 2 {
		t.Fatalf("%d found, came %d times", count(), last().Engagements)
	}
	batch, err := s.Bin(ctx, "engagement", e.ID)
	if err != nil || batch.IsZero() {
		t.Fatal(batch, err)
	}
	if count() != 0 || last().Engagements != 1 {
		t.Errorf("in the bin: %d found, came %d times", count(), last().Engagements)
	}
	binned, err := s.Engagements(ctx, data.EngagementFilter{Binned: true}, data.Page{})
	if err != nil || len(binned.Rows) != 2 || !slices.ContainsFunc(binned.Rows, func(r data.EngagementRow) bool { return r.ID == e.ID && r.Named == 1 }) {
		t.Errorf("the bin holds %+v, %v", binned.Rows, err)
	}
	inBin, err := s.Engagement(ctx, e.ID)
	if err != nil || !inBin.Binned || len(inBin.Points) != 2 {
		t.Errorf("read from the bin: %+v %v", inBin, err)
	}
	inBin.Title = "Novi naslov"
	wantCode(t, second(s.Save(ctx, inBin)), "record.in_bin")
	wantWhole(t, s)
	if again, err := s.Bin(ctx, "engagement", e.ID); err != nil || !again.IsZero() {
		t.Errorf("binned twice: %v %v", again, err)
	}
	if _, err := s.Restore(ctx, "engagement", e.ID); err != nil {
		t.Fatal(err)
	}
	back, err := s.Engagement(ctx, e.ID)
	if err != nil || back.Binned || len(back.Points) != 2 || len(back.Attendance) != 1 {
		t.Errorf("restored %+v %v", back, err)
	}
	if count() != 1 || last().Engagements != 2 {
		t.Errorf("restored: %d found, came %d times", count(), last().Engagements)
	}
	wantWhole(t, s)
	wantCode(t, second(s.Bin(ctx, "engagement", data.NewID())), "record.missing")
	wantCode(t, second(s.Bin(ctx, "nothing", e.ID)), "record.missing")
}

func TestUndo(t *testing.T) {
	s := fresh(t)
	_, _, es := village(t, s)
	e, _ := s.Engagement(ctx, es[0].ID)
	title := e.Title
	e.Title, e.Venue, e.Women = "Drugi naslov", "Škola", 40
	e.Points = append(e.Points, &data.Point{Said: "Dodato"})
	batch := save(t, s, e)

	// A later change of one field stays.
	e.Venue = "Crkva"
	save(t, s, e)
	err := s.Undo(ctx, batch)
	if x := wantCode(t, err, "undo.changed_since"); x.Params["N"] != 1 {
		t.Errorf("%v", x.Params)
	}
	got, _ := s.Engagement(ctx, e.ID)
	if got.Title != title || got.Venue != "Crkva" || got.Women != 0 || len(got.Points) != 1 {
		t.Errorf("undone: %+v", got)
	}
	wantWhole(t, s)

	// The undo of an undo does it again.
	h, _ := s.History(ctx, "engagement", e.ID)
	if err := s.Undo(ctx, h[0].Batch); err != nil {
		t.Fatal(err)
	}
	got, _ = s.Engagement(ctx, e.ID)
	if got.Title != "Drugi naslov" || got.Venue != "Crkva" || got.Women != 40 || len(got.Points) != 2 {
		t.Errorf("done again: %+v", got)
	}
	wantWhole(t, s)
	wantCode(t, s.Undo(ctx, data.NewID()), "undo.nothing")
}

// Saves of one field are taken back one after the other, down to the making; what was changed by others in between stays.
func TestUndoOneAfterTheOther(t *testing.T) {
	s := fresh(t)
	marko := person("Primer Marko")
	batches := []data.ID{save(t, s, marko)}
	for _, notes := range []string{"jedan", "dva", "tri"} {
		marko.Notes = notes
		batches = append(batches, save(t, s, marko))
	}
	for i, want := range []string{"dva", "jedan", ""} {
		if err := s.Undo(ctx, batches[3-i]); err != nil {
			t.Fatal(err)
		}
		if got, _ := s.Stakeholder(ctx, marko.ID); got.Notes != want {
			t.Fatalf("undone %d times: %q, want %q", i+1, got.Notes, want)
		}
	}
	if err := s.Undo(ctx, batches[0]); err != nil {
		t.Fatal(err)
	}
	if got, _ := s.Stakeholder(ctx, marko.ID); !got.Binned {
		t.Error("the making is not undone")
	}
	wantWhole(t, s)

	petar := person("Primer Petar")
	save(t, s, petar)
	petar.Notes = "naše"
	ours := save(t, s, petar)
	petar.Notes = "tuđe"
	save(t, s, petar)
	petar.Notes = "naše"
	save(t, s, petar)
	wantCode(t, s.Undo(ctx, ours), "undo.changed_since")
}

func TestUndoOfMakingAndBinning(t *testing.T) {
	s := fresh(t)
	marko := person("Primer Marko")
	save(t, s, marko)
	e := held("Bunari", "2026-10-01 10:00", marko)
	made := save(t, s, e)
	e.Points = []*data.Point{{Said: "Kasnije"}}
	save(t, s, e)
	if err := s.Undo(ctx, made); err != nil {
		t.Fatal(err)
	}
	got, err := s.Engagement(ctx, e.ID)
	if err != nil || !got.Binned {
		t.Fatalf("the making was undone, but: %+v %v", got, err)
	}
	if _, err := s.Restore(ctx, "engagement", e.ID); err != nil {
		t.Fatal(err)
	}
	if got, _ = s.Engagement(ctx, e.ID); len(got.Points) != 1 || len(got.Attendance) != 1 {
		t.Errorf("restored without its parts: %+v", got)
	}
	batch, _ := s.Bin(ctx, "engagement", e.ID)
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if got, _ = s.Engagement(ctx, e.ID); got.Binned || len(got.Points) != 1 || len(got.Attendance) != 1 {
		t.Errorf("the undo of binning gives %+v", got)
	}
	wantWhole(t, s)
}

func TestHistory(t *testing.T) {
	s := fresh(t)
	marko := person("Primer Marko")
	save(t, s, marko)
	marko.Sex, marko.Groups = "male", []string{"landowner", "individual"}
	batch := save(t, s, marko)
	marko.Assessments = []*data.Assessment{{On: "2026-10-01", Influence: 5}}
	save(t, s, marko)
	if _, err := s.Bin(ctx, "stakeholder", marko.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(ctx, "stakeholder", marko.ID); err != nil {
		t.Fatal(err)
	}
	h, err := s.History(ctx, "stakeholder", marko.ID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range h {
		got = append(got, c.Type+" "+c.Kind+" "+c.Field+" "+c.Old+" → "+c.New)
		if c.By != "Primer Oficir" || c.Laptop != "BOR1" || c.At.IsZero() || c.Batch.IsZero() {
			t.Errorf("%+v", c)
		}
	}
	want := []string{
		"stakeholder restored  true → false",
		"assessment restored  true → false",
		"assessment binned  false → true",
		"stakeholder binned  false → true",
		`assessment made   → {"stakeholder":"` + marko.ID.String() + `","on_day":"2026-10-01","influence":5}`,
		`stakeholder changed groups [] → ["landowner","individual"]`,
		`stakeholder changed sex "" → "male"`,
		`stakeholder made   → {"number":"S-26-BOR1-0001","kind":"person","name":"Primer Marko","script":"latin"}`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("history\n%q\nwant\n%q", got, want)
	}
	if h[5].Batch != batch || h[6].Batch != batch {
		t.Error("fields saved together are not one batch")
	}
	// Each change names the version that its author saw.
	var base string
	if err := s.read(ctx, func(r *reading) error {
		return r.row("SELECT base FROM change WHERE row=? AND field=1 ORDER BY id DESC LIMIT 1", marko.ID[:]).Scan(&base)
	}); err != nil || base != "[[7,5]]" {
		t.Errorf("base %s %v", base, err)
	}
}

func TestDrafts(t *testing.T) {
	s := fresh(t)
	if d, err := s.Draft(ctx, "engagement/1"); d != nil || err != nil {
		t.Errorf("%v %v", d, err)
	}
	for _, body := range []string{`{"a":1}`, `{"a":2}`} {
		if err := s.SaveDraft(ctx, data.Draft{Key: "engagement/1", Body: []byte(body)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SaveDraft(ctx, data.Draft{Key: "stakeholder/2", Body: []byte("{}")}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = reopen(t, s.path, options())
	d, err := s.Draft(ctx, "engagement/1")
	if err != nil || string(d.Body) != `{"a":2}` || d.SavedAt.IsZero() {
		t.Errorf("%+v %v", d, err)
	}
	if all, err := s.Drafts(ctx); err != nil || len(all) != 2 {
		t.Errorf("%+v %v", all, err)
	}
	// A refused save keeps the draft, a good one drops it.
	if _, err := s.SaveAndDropDraft(ctx, "engagement/1", &data.Engagement{}); err == nil {
		t.Fatal("saved nothing")
	}
	if d, _ := s.Draft(ctx, "engagement/1"); d == nil {
		t.Error("the draft of a refused save is lost")
	}
	if _, err := s.SaveAndDropDraft(ctx, "engagement/1", held("Bunari", "2026-10-01 10:00")); err != nil {
		t.Fatal(err)
	}
	if d, _ := s.Draft(ctx, "engagement/1"); d != nil {
		t.Error("the draft is still there")
	}
	if err := s.DropDraft(ctx, "stakeholder/2"); err != nil {
		t.Fatal(err)
	}
	if all, _ := s.Drafts(ctx); len(all) != 0 {
		t.Errorf("%+v", all)
	}
}

func TestEvents(t *testing.T) {
	s := fresh(t)
	var got []data.Event
	cancel := s.Subscribe(func(e data.Event) {
		if _, err := s.Settlements(ctx); err != nil { // a subscriber may read
			t.Error(err)
		}
		got = append(got, e)
	})
	marko := person("Primer Marko")
	save(t, s, marko)
	e := held("Bunari", "2026-10-01 10:00", marko)
	save(t, s, e)
	save(t, s, e) // nothing changed
	if err := s.SaveDraft(ctx, data.Draft{Key: "k", Body: []byte("{}")}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, &data.Engagement{}); err == nil {
		t.Fatal("saved nothing")
	}
	want := []data.Event{{Type: "stakeholder", ID: marko.ID}, {Type: "engagement", ID: e.ID}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	cancel()
	save(t, s, person("Primer Ana"))
	if len(got) != 2 {
		t.Error("heard after the end")
	}
	cancel = s.Subscribe(func(e data.Event) { got = append(got, e) })
	defer cancel()
	var many []data.Record
	for range fewEvents + 1 {
		many = append(many, person("Primer"))
	}
	save(t, s, many...)
	if len(got) != 3 || got[2] != (data.Event{}) {
		t.Errorf("many changes say %v", got[2:])
	}
}
