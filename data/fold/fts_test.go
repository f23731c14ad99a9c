package fold_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite"

	"dogovor/data/fold"
)

// What Text writes, Query must find in a real index, whatever script either was typed in.
func TestFindsInFTS5(t *testing.T) {
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "fts.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE VIRTUAL TABLE f USING fts5(text, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10')`); err != nil {
		t.Fatal(err)
	}
	for i, s := range []string{"Прашина и бунари у Злоту, Ђорђе Пример", "Noise of blasting; Čavić asked", "兹洛特村会议：水井"} {
		if _, err := db.Exec(`INSERT INTO f(rowid, text) VALUES (?, ?)`, i+1, fold.Text(s)); err != nil {
			t.Fatal(err)
		}
	}
	for typed, want := range map[string]int{
		"praš": 1, "DJORDJE": 1, "бунар zlot": 1, "cavic": 2, "Чав": 2, "村": 3, "井": 3, "洛特村": 3, "兹特": 0, "pra zzz": 0, "унар": 0, "u zlot": 1, "z prašina": 0, "prasina*": 1, `"`: 0,
	} {
		got := 0
		if q := fold.Query(typed, true); q != "" {
			if err := db.QueryRow(`SELECT coalesce(sum(rowid), 0) FROM f WHERE f MATCH ?`, q).Scan(&got); err != nil {
				t.Errorf("%q: %v", typed, err)
			}
		}
		if got != want {
			t.Errorf("%q finds %d, want %d", typed, got, want)
		}
	}
}
