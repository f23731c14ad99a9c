package engagements

import (
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

func TestWhatIsWrongStandsBesideItsField(t *testing.T) {
	focus := func(d *desk, key string) { widgets.Focus(d.form().page.Field(key)) }
	for _, x := range []struct {
		name  string
		type_ func(d *desk)
		wrong map[string]string // field → beginning of what is said
		first string
	}{
		{"nothing but the date", func(*desk) {}, map[string]string{"title": "Needed", "settlement": "Say where"}, "title"},
		{"end before start", func(d *desk) { d.keys("<tab>", "20", "<tab>", "18", "<tab>", "kriv", "<tab>") }, map[string]string{"end_at": "The end is before"}, "end_at"},
		{"no date", func(d *desk) { d.keys("<all>", "<backspace>", "<tab>", "<tab>", "<tab>", "kriv", "<tab>") }, map[string]string{"start": "Needed"}, "start"},
		{"a date in 1026", func(d *desk) { d.keys("<all>", "21.10.1026", "<tab>", "<tab>", "<tab>", "kriv", "<tab>") }, map[string]string{"start": "The year must be"}, "start"},
		{"more young than people", func(d *desk) {
			d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
			focus(d, "women")
			d.keys("2", "<tab>", "<tab>", "<tab>", "3")
		}, map[string]string{"young": "More young people"}, "young"},
		{"a negative number", func(d *desk) {
			d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
			focus(d, "men")
			d.paste("-5")
		}, map[string]string{"men": "A whole number"}, "men"},
		{"a name that nobody was chosen for", func(d *desk) {
			d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
			focus(d, "who")
			d.keys("Primer", "<esc>")
		}, map[string]string{"who": "Not added yet"}, "who"},
		{"cancelled without a reason", func(d *desk) {
			d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
			focus(d, "status")
			d.keys("canc", "<tab>")
		}, map[string]string{"cancelled_why": "Needed"}, "cancelled_why"},
		{"a point that says only who", func(d *desk) {
			d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
			d.keys("<ctrl+enter>", "water", "<ctrl+enter>", "<tab>", "marko", "<enter>")
		}, map[string]string{"point.1.said": "Needed"}, "point.1.said"},
		{"the next meeting before this one", func(d *desk) {
			d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
			focus(d, "next_meeting")
			d.keys("-3")
		}, map[string]string{"next_meeting": "The next meeting is before"}, "next_meeting"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := newForm(t, i18n.English)
			x.type_(d)
			d.keys("<ctrl+s>")
			f := d.form()
			if f.saved {
				t.Fatal("saved")
			}
			for _, b := range f.bounds {
				if got := b.field.Error(); !strings.HasPrefix(got, x.wrong[b.key]) || (got == "") != (x.wrong[b.key] == "") {
					t.Errorf("%s: %q, want %q", b.key, got, x.wrong[b.key])
				}
			}
			if d.Window().Canvas().Focused() != f.page.Field(x.first).FocusTarget() {
				t.Errorf("the focus is on %T, not on %s", d.Window().Canvas().Focused(), x.first)
			}
			d.calm()
		})
	}
}

// Ten megabytes, control characters, emoji and right-to-left text are refused or kept, never a crash.
func TestStrangeText(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>")
	d.paste(strings.Repeat("x", 10<<20))
	if d.text("venue") != "" {
		t.Error("ten megabytes went into the venue")
	}
	d.paste("Дом \x00\x1b[31mкултуре\r\nсала")
	widgets.Focus(d.form().page.Field("purpose"))
	d.paste("שלום 🙂 \u202eabc")
	d.keys("<ctrl+s>")
	d.calm()
	e, err := d.db.Engagement(ctx, d.at().Record)
	d.must(err)
	if e.Venue != "Дом [31mкултуре сала" || e.Purpose != "שלום 🙂 abc" {
		t.Errorf("kept: %q %q", e.Venue, e.Purpose)
	}
}

// A database that cannot be written: what was typed stays, and is kept as a draft again when that works.
func TestSaveThatFails(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<tab>", "<tab>", "<tab>", "kriv", "<tab>", "Dom")
	d.must(d.db.Close())
	d.keys("<ctrl+s>")
	if len(d.Failed) == 0 || d.form().saved {
		t.Fatal("saved into a closed database, or nobody was told")
	}
	if d.text("venue") != "Dom" {
		t.Error("what was typed is lost")
	}
	d.Pass()
	if got := d.Texts(); !strings.Contains(got, "cannot be kept as a draft") {
		t.Error("nobody is told that the draft is not kept")
	}
}

// What lies ahead is planned, until a person says otherwise.
func TestStatusFollowsTheDay(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys("<all>", "+3", "<tab>")
	if d.form().s.Engagement.Status != "planned" || d.text("status") != "planned" {
		t.Errorf("in three days: %s", d.form().s.Engagement.Status)
	}
	widgets.Focus(d.form().page.Field("start"))
	d.keys("<all>", "yesterday", "<tab>")
	if d.form().s.Engagement.Status != "held" {
		t.Errorf("yesterday: %s", d.form().s.Engagement.Status)
	}
}

// The form of somebody's page starts with them.
func TestFormForSomebody(t *testing.T) {
	d := newForm(t, i18n.English)
	rows, err := d.db.FindStakeholders(ctx, "jovana", 1)
	d.must(err)
	d.Go(screens.Place{Area: screens.Engagements, Edit: true, Filter: data.EngagementFilter{Stakeholder: rows[0].ID}})
	if got := d.Texts(); !strings.Contains(got, "Primer Jovana") || !strings.Contains(got, "Oštrelj") {
		t.Errorf("she is not there:\n%s", got)
	}
}
