package command

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dogovor/data"
	"dogovor/data/store"
)

func TestDuplicates(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "s.db")
	db, err := store.Open(context.Background(), path, store.Options{Identity: store.Identity{Laptop: "BOR1"}})
	if err != nil {
		t.Fatal(err)
	}
	first := &data.Stakeholder{Kind: "person", Name: "Ђорђе Шарбановац", Phones: []string{"063/123-45-67"}}
	second := &data.Stakeholder{Kind: "person", Name: "Djordje Sarbanovac", Phones: []string{"+381 63 1234567"}}
	if _, err := db.Save(context.Background(), first, second, &data.Stakeholder{Kind: "person", Name: "Ana Primer"}); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	status, out, said := job(t, dir, "duplicates", "--db", path, "--json")
	var pairs []pairOutput
	if err := json.Unmarshal([]byte(out), &pairs); status != Done || err != nil {
		t.Fatalf("%d %v %s %s", status, err, out, said)
	}
	if len(pairs) != 1 || pairs[0].A.Number != first.Number || pairs[0].B.ID != second.ID || pairs[0].Score < data.VeryLikelyAlike ||
		!slices.Equal(pairs[0].Reasons, []string{data.AlikeScript, data.AlikePhone}) {
		t.Errorf("%+v", pairs)
	}
	if status, out, _ := job(t, dir, "duplicates", "--db", path); status != Done || !strings.Contains(out, second.Number) || !strings.Contains(out, "same phone") {
		t.Errorf("as text: %d %s", status, out)
	}
	if status, out, said := job(t, dir, "duplicates", "--db", path, "--least", "100"); status != Done || out != "" || said == "" {
		t.Errorf("none: %d %q %q", status, out, said)
	}
	if status, _, _ := job(t, dir, "duplicates", "--db", path, "--least", "0"); status != Usage {
		t.Errorf("wrong use: %d", status)
	}
}
