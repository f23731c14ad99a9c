package stakeholders

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/data/store"
)

// TestShots draws the screens on the sample year in all languages, for people to look at.
func TestShots(t *testing.T) {
	if os.Getenv("DOGOVOR_SHOTS") == "" {
		t.Skip("DOGOVOR_SHOTS names no folder")
	}
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "sample.db")
	if _, err := sample.Make(ctx, path, sample.Options{Year: 2026, Scale: 1, Seed: 1, Now: noon}); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	person := richest(t, db, "person")
	org := richest(t, db, "organisation")
	for i, size := range [][2]float32{{1280, 800}, {1366, 768}, {1024, 640}, {1280, 800}} {
		lang := i18n.Langs[i]
		t.Run(string(lang), func(t *testing.T) {
			h := screentest.New(t, lang, noon)
			h.Resize(size[0], size[1])
			name := func(s string) string { return fmt.Sprintf("stakeholders-%s-%s-%.0f", s, lang, size[0]) }
			h.Open(List(h, db, screens.Place{}))
			h.Shot(name("list"))
			h.Open(List(h, db, screens.Place{Record: person}))
			h.Shot(name("person"))
			h.Open(List(h, db, screens.Place{Record: org, Filter: data.StakeholderFilter{Kind: "organisation", Groups: []string{"local_government"}}}))
			h.Shot(name("organisation"))
			h.Open(Form(h, db, screens.Place{Edit: true}))
			h.Type("Primer Ma")
			h.Shot(name("new"))
			h.Open(Form(h, db, screens.Place{Edit: true})) // the draft comes back
			h.Keys(fyne.KeyTab, fyne.KeyTab)
			h.Type("zdr")
			h.Shot(name("draft"))
			h.Open(List(h, db, screens.Place{}))
			if err := dropDrafts(db); err != nil {
				t.Fatal(err)
			}
			h.Open(Form(h, db, screens.Place{Record: person, Edit: true}))
			h.Shot(name("edit"))
			h.Resize(size[0], 2400)
			h.Shot(name("whole"))
			if len(h.Failed) > 0 {
				t.Error(h.Failed)
			}
		})
	}
}

func dropDrafts(db *store.Store) error {
	all, err := db.Drafts(context.Background())
	for _, d := range all {
		err = errors.Join(err, db.DropDraft(context.Background(), d.Key))
	}
	return err
}

// richest is the stakeholder of a kind of whom most is known.
func richest(t *testing.T, db *store.Store, kind string) (id data.ID) {
	page, err := db.Stakeholders(context.Background(), data.StakeholderFilter{Kind: kind}, data.Page{Limit: 500})
	if err != nil {
		t.Fatal(err)
	}
	most := -1
	for _, r := range page.Rows {
		s := read(t, db, r.ID)
		n := len(s.Parts())*3 + r.Engagements + len(s.Groups)
		if n > most {
			most, id = n, r.ID
		}
	}
	return id
}
