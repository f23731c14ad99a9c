package engagements

import (
	"strings"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/app/widgets"
	"dogovor/data"
)

// A battery that dies after the last key: the form comes back as it was, half-typed texts and the open row of somebody new included.
func TestDraftComesBackAsItWas(t *testing.T) {
	d := newForm(t, i18n.SerbianLatin)
	d.keys("<all>", "31.13", "<tab>", "25", "<tab>", "<tab>", "kriv", "<tab>", "Škola", "<tab>", "<tab>", "Voda i putevi", "<tab>", "komp") // the last word is not chosen yet
	f := d.form()
	widgets.Focus(f.came.picker)
	d.keys("marko", "<enter>", "Primer Novak", "<enter>")
	f.came.person.group.field.Content().(*widgets.Choice).SetKey("ngo")
	f.came.person.x.Group = "ngo"
	d.keys("<ctrl+enter>", "vod", "<tab>", "mar", "<tab>", "Bunari presušuju", "<tab>", "Uzorak u ponedeljak")
	if kept, err := d.db.Drafts(ctx); err != nil || len(kept) != 0 {
		t.Fatalf("kept before the pause: %v %v", kept, err)
	}
	d.Pass()
	if f.DraftKept() != d.Clock {
		t.Errorf("draft kept at %v", f.DraftKept())
	}

	// The program died: closing has nothing left to keep.
	d.Clock = d.Clock.Add(42 * time.Minute)
	d.Go(screens.Place{Area: screens.Engagements, Edit: true})
	g := d.form()
	if g.s.Engagement.ID != f.s.Engagement.ID {
		t.Fatal("another engagement came back")
	}
	for key, want := range map[string]string{
		"start": "31.13", "from": "25", "settlement": "Krivelj", "venue": "Škola", "purpose": "Voda i putevi", "initiator": "komp",
		"title": "Voda, Krivelj", "person.name": "Primer Novak", "point.0.topic": "voda", "point.0.raised_by": "Primer Marko",
		"point.0.said": "Bunari presušuju", "point.0.answer": "Uzorak u ponedeljak", "person.groups": "udruženje ili NVO",
	} {
		if got := d.text(key); !strings.EqualFold(got, want) {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if got := d.Texts(); !strings.Contains(got, "Vraćen je nacrt od 18:00") || !strings.Contains(got, "Primer Marko") {
		t.Errorf("on the window:\n%s", got)
	}
	d.Shot("engagements-draft-back")

	// What was typed half is wrong when saving, beside its field; nothing else is lost.
	d.keys("<ctrl+s>")
	if g.saved || g.page.Field("start").Error() == "" || g.page.Field("from").Error() == "" || g.page.Field("initiator").Error() == "" {
		t.Errorf("half-typed texts: saved %v, %q %q %q", g.saved, g.page.Field("start").Error(), g.page.Field("from").Error(), g.page.Field("initiator").Error())
	}
	if d.Window().Canvas().Focused() != g.when.date {
		t.Errorf("the focus is on %T", d.Window().Canvas().Focused())
	}
	if names := g.faces.attending(); len(names) != 2 || names[1].Label != "Primer Novak" {
		t.Errorf("saving takes in the newcomer who was typed: %v", names)
	}
}

// text is what stands in a field of the form.
func (d *desk) text(key string) string {
	d.T.Helper()
	field := d.form().page.Field(key)
	if field == nil {
		d.T.Fatalf("no field %s", key)
	}
	switch x := field.FocusTarget().(type) {
	case *widgets.Entry:
		return x.Text
	case *widgets.Picker:
		return x.Text
	case *widgets.Choice:
		return x.Text
	case *widgets.DateField:
		return x.Text
	case *widgets.TimeField:
		return x.Text
	case *widgets.NumberField:
		return x.Text
	}
	d.T.Fatalf("%s is a %T", key, field.FocusTarget())
	return ""
}

func TestDraftIsOfferedResumedAndDiscarded(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
	id := d.form().s.Engagement.ID
	d.screen.(screens.Leaver).Leave()
	if said, _ := d.said(); d.Backed != 1 || said == "" {
		t.Errorf("left %d times, saying %q", d.Backed, said)
	}
	if at := d.screen.(screens.Placer).Place(); at.Record != id || !at.Edit {
		t.Errorf("back would lead to %+v", at)
	}

	d.Go(screens.Place{Area: screens.Engagements})
	if got := d.Texts(); !strings.Contains(got, "Draft (1)") {
		t.Fatalf("the list does not offer the draft:\n%s", got)
	}
	d.Shot("engagements-drafts")
	d.tap(screentest.Find(d.Host, func(l *widgets.Link) bool { return strings.HasPrefix(l.Text(), "Krivelj ·") }))
	if f := d.form(); f.s.Engagement.ID != id || !f.s.New {
		t.Fatalf("resumed %v", f.s.Engagement.ID)
	}

	// Another one beside it.
	d.Press("Start another")
	if f := d.form(); f.s.Engagement.ID == id || f.s.Engagement.Settlement != (data.ID{}) || !f.back.IsZero() {
		t.Error("the other form is not empty")
	}
	d.Go(screens.Place{Area: screens.Engagements, Record: id, Edit: true})

	// Discarding asks once, the safe answer first.
	d.Press("Discard")
	safe := d.Window().Canvas().Focused().(*widgets.Button)
	if safe.Word() != "Keep writing" {
		t.Errorf("the focus is on %q", safe.Word())
	}
	d.tap(safe)
	if drafts, err := d.db.Drafts(ctx); err != nil || len(drafts) != 1 {
		t.Errorf("after keeping: %v %v", drafts, err)
	}
	d.Press("Discard")
	d.Press("Discard")
	if drafts, err := d.db.Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("after discarding: %v %v", drafts, err)
	}
	if f := d.form(); f.s.Engagement.ID == id || f.s.Engagement.Settlement != (data.ID{}) || !f.DraftKept().IsZero() {
		t.Error("the form after discarding is not empty")
	}
	d.screen.Close()
	if drafts, err := d.db.Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("an untouched form leaves a draft: %v %v", drafts, err)
	}
}

// The draft of a change to a saved engagement stands over the record, and discarding shows what was saved.
func TestDraftOfAChange(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys(meeting...)
	d.keys("<ctrl+s>")
	id := d.at().Record
	d.screen.(screens.Editor).Edit()
	widgets.Focus(d.form().when.venue.field)
	d.keys("<all>", "School")
	d.screen.Close()
	d.Go(screens.Place{Area: screens.Engagements, Record: id, Edit: true})
	if got := d.text("venue"); got != "School" {
		t.Errorf("venue %q", got)
	}
	d.Press("Discard")
	d.Press("Discard")
	if got := d.text("venue"); got != "Dom kulture" || d.form().s.New {
		t.Errorf("after discarding: %q", got)
	}
}

// While the language of the window changes, the draft carries the form over; words of the old language do not stick.
func TestDraftInAnotherLanguage(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>", "<tab>", "public", "<tab>", "x")
	d.Lang = i18n.SerbianCyrillic
	d.Go(d.screen.(screens.Placer).Place())
	if got := d.text("start") + d.text("settlement") + d.text("kind"); !strings.EqualFold(got, "21. 10. 2026.Кривељјавни скуп") {
		t.Errorf("in Cyrillic: %q", got)
	}
	if got := d.text("title"); got != "Јавни скуп, Кривељ" {
		t.Errorf("title %q", got)
	}
}
