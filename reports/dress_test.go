package reports

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/reports/doc"
)

func (w *world) Setting(_ context.Context, name string) (string, error) { return w.settings[name], nil }

// What was not set leaves a paper as it is; what was set stands on it, in every part.
func TestDress(t *testing.T) {
	w := autumn(t)
	plain := made(t, w, "summary", Ask{Period: october}, i18n.English)
	if plain.Accent != "" || plain.Author != "Community relations" {
		t.Errorf("dressed with nothing: %q, %q", plain.Accent, plain.Author)
	}
	w.settings = map[string]string{data.CompanyName: " Primer rudnik d.o.o. ", data.CompanyAccent: data.Accents[1].Colour, data.CompanyFooter: "Bor, Trg 1"}
	d := made(t, w, "summary", Ask{Period: october}, i18n.English)
	if d.Author != "Primer rudnik d.o.o." || d.Accent != data.Accents[1].Colour || d.Footer != plain.Footer || d.Below != "Bor, Trg 1" {
		t.Errorf("%q, %q, %q", d.Author, d.Accent, d.Below)
	}
	title, before := d.Blocks[0].(doc.Title), plain.Blocks[0].(doc.Title)
	if want := append([]string{"Primer rudnik d.o.o."}, before.Lines...); !slices.Equal(title.Lines, want) {
		t.Errorf("below the title: %q", title.Lines)
	}
	if len(before.Lines) == len(title.Lines) {
		t.Error("the lines are shared")
	}
	w.settings = map[string]string{data.CompanyFooter: "samo ovo"}
	if d := made(t, w, "summary", Ask{Period: october}, i18n.English); d.Below != "samo ovo" || d.Author != plain.Author {
		t.Errorf("%q, %q", d.Below, d.Author)
	}
}

// Every report of the sample year wears it, whatever it is about, and is made into a file.
func TestEveryReportIsDressed(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "sample.db")
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: now}); err != nil {
		t.Fatal(err)
	}
	db := openStore(t, path)
	if _, err := db.SetSettings(ctx, map[string]string{data.CompanyName: "Primer rudnik d.o.o.", data.CompanyAccent: data.Accents[2].Colour, data.CompanyFooter: "Trg 1, Bor"}); err != nil {
		t.Fatal(err)
	}
	places, err := db.Settlements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	held, err := db.Engagements(ctx, data.EngagementFilter{Statuses: []string{"held"}}, data.Page{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range All {
		if slices.Contains(r.Needs, Stakeholder) {
			continue
		}
		ask := Ask{Period: data.YearOf("2026-07-01"), Settlement: places[0].ID, Restricted: true, Made: now}
		if slices.Contains(r.Needs, Engagement) {
			ask.Engagement = held.Rows[0].ID
		}
		d, err := Make(ctx, db, r, ask, i18n.For(i18n.SerbianLatin))
		if err != nil {
			t.Fatalf("%s: %v", r.Name, err)
		}
		if d.Author != "Primer rudnik d.o.o." || d.Accent != data.Accents[2].Colour || d.Below != "Trg 1, Bor" {
			t.Errorf("%s is not dressed: %q, %q, %q", r.Name, d.Author, d.Accent, d.Below)
		}
		if err := Write(filepath.Join(t.TempDir(), r.Name+".pdf"), d); err != nil {
			t.Errorf("%s: %v", r.Name, err)
		}
	}
}
