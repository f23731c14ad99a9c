package reports

import (
	"context"
	"math/rand/v2"
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

// Whatever stands around names, in whichever order and number: none is left, and what is no name stays.
func TestStrikeLeavesNoName(t *testing.T) {
	names := []string{"Marko Petrović", "Пример Јелена", "王伟", "Đorđe Ђурић-Nikolić", "O’Connor Šejla", "ДОО „Рудник 7“", "Ștefan Ionuț", "Žika"}
	known := make([]data.KnownName, len(names))
	for i, n := range names {
		known[i] = data.KnownName{Name: n, Person: true}
	}
	f := namesOf(known, Input{}, i18n.For(i18n.English))
	words := []string{"water", "вода", "水", "C-26-BOR1-0004", "5. 10. 2026.", "😀", "(", ")", "–", "„", "“", "a", "1.312"}
	between := []string{" ", ", ", "; ", "\n", " – ", "/"}
	chance := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b strings.Builder
		var plain []string
		for range chance.IntN(12) {
			if chance.IntN(3) == 0 {
				b.WriteString(names[chance.IntN(len(names))])
			} else {
				w := words[chance.IntN(len(words))]
				b.WriteString(w)
				plain = append(plain, w)
			}
			b.WriteString(between[chance.IntN(len(between))])
		}
		got := f.strike(b.String())
		for _, n := range names {
			if strings.Contains(got, n) {
				t.Fatalf("%q is left in %q", n, got)
			}
		}
		for _, w := range plain {
			if len(w) > 3 && !strings.Contains(got, w) {
				t.Fatalf("%q is gone from %q", w, got)
			}
		}
	}
}
