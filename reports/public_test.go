package reports

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/reports/doc"
)

// Of the sample year no public edition, of whichever report, names anybody of the register, in any language or script; and nothing restricted.
func TestNoPublicEditionNamesAnybody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.db")
	ctx := context.Background()
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: now}); err != nil {
		t.Fatal(err)
	}
	db := openStore(t, path)
	names, err := db.Names(ctx)
	if err != nil {
		t.Fatal(err)
	}
	places, err := db.Settlements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	secrets := hiddenWords(ctx, t, db, names)
	if len(secrets) < 60 {
		t.Fatalf("only %d names: nothing is tested", len(secrets))
	}
	public := 0
	for _, r := range All {
		if !r.Takes(Public) && r.Name != "village" {
			continue
		}
		asks := []Ask{{}}
		if slices.Contains(r.Needs, Settlement) {
			asks = nil
			for _, place := range places {
				asks = append(asks, Ask{Settlement: place.ID})
			}
		}
		for i, ask := range asks {
			ask.Period, ask.Public, ask.Restricted, ask.Made = data.YearOf("2026-07-01"), true, true, now
			l := i18n.Langs[i%len(i18n.Langs)]
			langs := []i18n.Lang{l}
			if len(asks) == 1 {
				langs = i18n.Langs
			}
			for _, l := range langs {
				d, err := Make(ctx, db, r, ask, i18n.For(l))
				if err != nil {
					t.Fatalf("%s: %v", r.Name, err)
				}
				public++
				text := i18n.Latin(doc.Dump(d))
				for _, s := range secrets {
					if strings.Contains(text, s) {
						t.Errorf("%s in %s says %q", r.Name, l, s)
					}
				}
			}
		}
	}
	if public < 40 {
		t.Errorf("only %d editions were looked at", public)
	}
}

// hiddenWords are the names of everybody, and the numbers of what is restricted.
func hiddenWords(ctx context.Context, t *testing.T, from Source, names []data.KnownName) (out []string) {
	t.Helper()
	for _, k := range names {
		for _, n := range append([]string{k.Name}, k.Others...) {
			out = append(out, i18n.Latin(n))
		}
	}
	page, err := from.Follows(ctx, data.FollowFilter{}, data.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range page.Rows {
		if r.Restricted {
			out = append(out, r.Number)
		}
	}
	return out
}
