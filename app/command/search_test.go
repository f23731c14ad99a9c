package command

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
	"dogovor/data/store"
)

func TestSearch(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "s.db")
	db, err := store.Open(context.Background(), path, store.Options{Identity: store.Identity{Laptop: "BOR1"}})
	if err != nil {
		t.Fatal(err)
	}
	village := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ", Municipality: "Bor"}
	village.ID = data.NewID()
	who := &data.Stakeholder{Kind: "person", Name: "Ђорђе Шарбановац", Settlement: village.ID, Notes: "Pita za bunar iza kuće."}
	if _, err := db.Save(context.Background(), village, who); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	search := func(args ...string) (hits []hitOutput) {
		t.Helper()
		status, out, said := job(t, dir, append([]string{"search", "--db", path, "--json"}, args...)...)
		if status != Done {
			t.Fatalf("%q: %d %s", args, status, said)
		}
		if err := json.Unmarshal([]byte(out), &hits); err != nil {
			t.Fatalf("%q: %v\n%s", args, err, out)
		}
		return hits
	}
	for _, args := range [][]string{{"djordje sarb"}, {"djordje", "sarb"}, {"Шарбановац"}, {"sarbonovac"}, {"selo:Кривељ kind:person"}, {"bunar"}, {"S-26-BOR1-0001"}} {
		hits := search(args...)
		if len(hits) == 0 || hits[0].Rank != 1 || hits[0].Kind != "stakeholder" || hits[0].ID != who.ID || hits[0].Number != who.Number || hits[0].Title != who.Name {
			t.Errorf("%q finds %+v", args, hits)
		}
	}
	if hits := search("bunar"); hits[0].Field != "stakeholder.notes" || hits[0].Snippet != who.Notes || who.Notes[hits[0].Marks[0][0]:hits[0].Marks[0][1]] != "bunar" {
		t.Errorf("in context: %+v", hits[0])
	}
	if hits := search(); len(hits) != 2 || hits[0].Match != data.HitRecent {
		t.Errorf("changed last: %+v", hits)
	}
	if hits := search("selo:Nigdina"); len(hits) != 0 {
		t.Errorf("an unknown village finds %+v", hits)
	}
	if status, out, _ := job(t, dir, "search", "--db", path, "dorde"); status != Done || !strings.Contains(out, who.Number) || !strings.Contains(out, who.Name) {
		t.Errorf("as text: %d %s", status, out)
	}
	if status, out, said := job(t, dir, "search", "--db", path, "zzz"); status != Done || out != "" || !strings.Contains(said, "Nothing") {
		t.Errorf("nothing: %d %q %q", status, out, said)
	}
	if status, _, _ := job(t, dir, "search", "--db", path, "--limit", "0"); status != Usage {
		t.Errorf("--limit 0: %d", status)
	}
}
