package engagements

import (
	"slices"
	"testing"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/data"
)

func newForm(t *testing.T, lang i18n.Lang) *desk {
	d := newDesk(t, lang)
	d.village()
	d.Go(screens.Place{Area: screens.Engagements, Edit: true})
	return d
}

// meeting is typed as at a village meeting: five people, two of them heads of a household nobody knows yet, three points.
var meeting = []string{
	"<tab>", "18", "<tab>", "20", "<tab>", // the date is today
	"kriv", "<tab>", "Dom kulture", "<tab>", "public", "<tab>",
	"Wells below the dam", "<tab>", "comp", "<tab>", "form", "<tab>", "<tab>", "<space>", "<tab>",
	"marko", "<enter>", "djordje", "<enter>", "ljubica", "<enter>", "city", "<enter>",
	"Primer Novak", "<enter>", // nobody of that name: a row for him opens
	"<tab>", "landow", "<tab>", "man", "<tab>", "<enter>", // he lives where the meeting is
	"<enter>", "12", "<tab>", "18", "<tab>", "<tab>", "4",
	"<ctrl+enter>", "water", "<tab>", "marko", "<tab>", "Wells went dry in August", "<tab>", "We sample on Monday", "<tab>", "p",
	"<ctrl+enter>", "roads", "<tab>", "novak", "<tab>", "Trucks at night", "<enter>", "Not before 6", "<enter>", "no",
	"<ctrl+enter>", "jobs", "<tab>", "<tab>", "Who is hired", "<tab>", "See the notice", "<tab>", "2",
}

func TestWholeMeetingByKeyboard(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys(meeting...)
	d.Shot("engagements-form-typed")
	d.keys("<ctrl+s>")
	d.calm()
	last := d.at()
	if last.Record.IsZero() || last.Edit {
		t.Fatalf("after saving at %+v", last)
	}
	e, err := d.db.Engagement(ctx, last.Record)
	d.must(err)
	if e.Title != "Water, Krivelj" || e.Start.String() != "2026-10-21T16:00:00Z[Europe/Belgrade]" || e.End.String() != "2026-10-21T18:00:00Z[Europe/Belgrade]" {
		t.Errorf("title, start, end: %q %s %s", e.Title, e.Start, e.End)
	}
	if e.Venue != "Dom kulture" || e.Kind != "public_meeting" || e.Purpose != "Wells below the dam" || e.Initiator != "company" || e.Formality != "formal" || !e.Planned || e.Status != "held" {
		t.Errorf("head: %+v", e)
	}
	if e.Women != 12 || e.Men != 18 || e.Undeclared != 0 || e.Young != 4 {
		t.Errorf("heads: %d %d %d %d", e.Women, e.Men, e.Undeclared, e.Young)
	}
	var names []string
	for _, a := range e.Attendance {
		s, err := d.db.Stakeholder(ctx, a.Stakeholder)
		d.must(err)
		names = append(names, s.Name)
	}
	if want := []string{"Primer Marko", "Primer Đorđe", "Пример Љубица", "City of Bor", "Primer Novak"}; !slices.Equal(names, want) {
		t.Errorf("who came: %q", names)
	}
	novak, err := d.db.Stakeholder(ctx, e.Attendance[4].Stakeholder)
	d.must(err)
	if novak.Sex != "male" || !slices.Equal(novak.Groups, []string{"landowner"}) || novak.Settlement != data.SettlementID("Bor", "Krivelj") || novak.Kind != "person" {
		t.Errorf("the newcomer: %+v", novak)
	}
	type said struct{ topic, said, answer, satisfied string }
	want := []said{{"water", "Wells went dry in August", "We sample on Monday", "partly"}, {"roads_traffic", "Trucks at night", "Not before 6", "no"}, {"jobs", "Who is hired", "See the notice", "partly"}}
	var got []said
	for _, p := range e.Points {
		got = append(got, said{p.Topic, p.Said, p.Answer, p.Satisfied})
	}
	if !slices.Equal(got, want) {
		t.Errorf("points: %+v", got)
	}
	if e.Points[0].RaisedBy != e.Attendance[0].Stakeholder || e.Points[1].RaisedBy != novak.ID || !e.Points[2].RaisedBy.IsZero() {
		t.Error("who raised what is lost")
	}
	if drafts, err := d.db.Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("the draft stays after saving: %v %v", drafts, err)
	}
	// Undo takes everything back, the newcomer too.
	_, batch := d.said()
	d.must(d.db.Undo(ctx, batch))
	if n, err := d.db.CountEngagements(ctx, data.EngagementFilter{}); err != nil || n != 0 {
		t.Errorf("%d engagements after undo, %v", n, err)
	}
	if rows, err := d.db.FindStakeholders(ctx, "novak", 5); err != nil || len(rows) != 0 {
		t.Errorf("the newcomer is still there: %v %v", rows, err)
	}
	d.calm()
}

// At a meeting mostly those come who live there.
func TestNeighboursAreOfferedFirst(t *testing.T) {
	d := newForm(t, i18n.English)
	f := d.form()
	first := func(text string) string { return f.came.find(text)[0].Label }
	if got := first("primer"); got != "Primer Đorđe" {
		t.Errorf("without a place: %s", got)
	}
	d.keys("<tab>", "<tab>", "<tab>", "oštr", "<enter>")
	if got := first("primer"); got != "Primer Jovana" {
		t.Errorf("in Oštrelj: %s", got)
	}
	if got := first("Primer Marko"); got != "Primer Marko" {
		t.Errorf("named in full: %s", got)
	}
}

// Ctrl+S right after a topic was typed: nobody has to leave the field first.
func TestSaveTakesWhatIsTypedInFull(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "Krivelj", "<ctrl+s>")
	d.calm()
	if last := d.at(); last.Record.IsZero() || last.Edit {
		t.Fatalf("after saving at %+v: %q", last, d.form().page.Field("settlement").Error())
	}
}
