package engagements

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/data"
	"dogovor/data/sample"
)

// TestPictures keeps pictures of the screens over the sample year in the folder that DOGOVOR_SHOTS names, for people to look at.
func TestPictures(t *testing.T) {
	if os.Getenv("DOGOVOR_SHOTS") == "" {
		t.Skip("DOGOVOR_SHOTS names no folder for the pictures")
	}
	path := filepath.Join(t.TempDir(), "year.db")
	now := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: now}); err != nil {
		t.Fatal(err)
	}
	sizes := map[string]fyne.Size{"1280": fyne.NewSize(1280, 800), "1366": fyne.NewSize(1366, 768), "1024": fyne.NewSize(1024, 640)}
	for _, lang := range i18n.Langs {
		t.Run(string(lang), func(t *testing.T) {
			d := newDesk(t, lang)
			d.db.Close()
			d.Clock = now
			d.open(path)
			for name, size := range sizes {
				d.Resize(size.Width, size.Height)
				d.Go(screens.Place{Area: screens.Engagements})
				d.Shot("engagements-list-" + string(lang) + "-" + name)
				shown := d.list().Place().Record
				d.list().bar.open(true)
				d.list().Narrow(func(f *filter) {
					f.Kinds, f.From, f.To = []string{"public_meeting", "work_group"}, "2026-10-01", "2026-10-31"
				})
				d.Shot("engagements-filter-" + string(lang) + "-" + name)
				found, err := d.db.Engagements(ctx, data.EngagementFilter{Kinds: []string{"public_meeting"}, To: "2026-10-31"}, data.Page{Limit: 3})
				d.must(err)
				if len(found.Rows) > 0 {
					shown = found.Rows[0].ID
				}
				d.Go(screens.Place{Area: screens.Engagements, Record: shown})
				d.list().Shown().(*page).showHistory()
				d.Shot("engagements-page-" + string(lang) + "-" + name)
				d.Go(screens.Place{Area: screens.Engagements, Record: shown, Edit: true})
				d.Shot("engagements-form-" + string(lang) + "-" + name)
				d.form().page.Reveal(d.form().said.rows[0].view)
				d.Shot("engagements-points-" + string(lang) + "-" + name)
				d.form().more.open(true)
				d.form().page.Reveal(d.form().more.inside)
				d.Shot("engagements-more-" + string(lang) + "-" + name)
				d.Go(screens.Place{Area: screens.Engagements, Edit: true})
				d.form().came.create("Primer Novak")
				d.Shot("engagements-new-" + string(lang) + "-" + name)
			}
			if m := i18n.Missing(); len(m) > 0 {
				t.Errorf("messages missing: %v", m)
			}
		})
	}
	d := newDesk(t, i18n.SerbianLatin)
	d.village()
	for _, v := range []look.Variant{look.Dark, look.HighContrast} {
		fyne.CurrentApp().Settings().SetTheme(look.New(look.Options{Variant: v}))
		d.Go(screens.Place{Area: screens.Engagements, Edit: true})
		d.keys(meeting[:9]...)
		d.Shot("engagements-form-" + string(v))
	}
}
