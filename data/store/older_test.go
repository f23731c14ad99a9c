package store

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dogovor/data"
)

var keep = flag.Bool("keep", false, "keep a file of the newest schema in testdata, for the programs to come")

// older unpacks a database that the program of its time wrote: the village of export_test.go.
func older(t testing.TB, kept string) string {
	t.Helper()
	f, err := os.Open(kept)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return write(t, filepath.Join(t.TempDir(), "bor.db"), b)
}

// content is everything that people wrote into a file, column by column, so that files of two schemas can be compared.
func content(t *testing.T, path string) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	list := func(query string, args ...any) (out []string) {
		rows, err := db.Query(query, args...)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				t.Fatal(err)
			}
			out = append(out, s)
		}
		return out
	}
	tables := []string{"change", "origin", "counter", "draft"}
	for _, rt := range data.Types {
		tables = append(tables, rt.Name)
	}
	out := map[string]string{"version": list("PRAGMA user_version")[0]}
	for _, table := range tables {
		columns := list("SELECT name FROM pragma_table_info(?)", table)
		for _, column := range columns {
			out[table+"."+column] = strings.Join(list("SELECT quote("+column+") FROM "+table+" ORDER BY "+columns[0]), "\n") // the key stands first
		}
	}
	return out
}

// TestOlderFiles opens the files of every schema there was.
func TestOlderFiles(t *testing.T) {
	newest := embedded().newest
	if *keep {
		keepSchema(t, fmt.Sprintf("testdata/schema%d.db.gz", newest))
	}
	kept, _ := filepath.Glob("testdata/schema*.db.gz")
	if len(kept) == 0 {
		t.Fatal("no file is kept")
	}
	for _, name := range kept {
		t.Run(filepath.Base(name), func(t *testing.T) {
			path := older(t, name)
			before := content(t, path)
			version := before["version"]
			o := options()
			o.ReadOnly = true
			if version != fmt.Sprint(newest) {
				_, err := Open(ctx, path, o) // what may not be migrated is not read either
				wantCode(t, err, "db.older")
			}
			s := reopen(t, path, options())
			wantWhole(t, s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			after := content(t, path)
			if after["version"] != fmt.Sprint(newest) {
				t.Errorf("schema %s", after["version"])
			}
			for column, was := range before {
				if is, there := after[column]; column != "version" && there && is != was {
					t.Errorf("%s was\n%s\nand is\n%s", column, was, is)
				}
			}
			if version == fmt.Sprint(newest) {
				return
			}
			backup := fmt.Sprintf("%s.before-v%d.2026-10-21.bak", path, newest)
			old := content(t, backup)
			if fmt.Sprint(old) != fmt.Sprint(before) {
				t.Errorf("the backup holds\n%v\nnot\n%v", old, before)
			}
			// Put back into its place, the backup is as good as the file was.
			if again := reopen(t, backup, options()); export(t, again) != export(t, reopenRead(t, path)) {
				t.Error("the backup, opened, is another database")
			}
		})
	}
}

// keepSchema writes the village as this program does. A file that is there is left: it is older than whoever asks.
func keepSchema(t *testing.T, target string) {
	t.Helper()
	if _, err := os.Stat(target); err == nil {
		return
	}
	s := fresh(t)
	village(t, s)
	everything(t, s)
	plain := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(ctx, plain); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	z.Write(b)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, target, packed.Bytes())
}

// TestPromisesOfTheThirdSchema finds the ledger of commitments_test.go, one promise of it in the bin, in the list that came after it.
func TestPromisesOfTheThirdSchema(t *testing.T) {
	s := reopen(t, older(t, "testdata/schema3.db.gz"), options())
	for _, c := range []struct {
		f    data.FollowFilter
		want int
	}{
		{data.FollowFilter{}, 8}, {data.FollowFilter{Binned: true}, 1}, {data.FollowFilter{State: data.FollowOpen}, 5}, {data.FollowFilter{State: data.FollowOverdue, Today: day}, 1},
		{data.FollowFilter{State: data.FollowUntold}, 2}, {data.FollowFilter{Text: "кривељ"}, 1}, {data.FollowFilter{Types: []string{"issue", "grievance", "task"}}, 0},
	} {
		if n, err := s.CountFollows(ctx, c.f); err != nil || n != c.want {
			t.Errorf("%+v: %d, want %d (%v)", c.f, n, c.want, err)
		}
	}
	page, err := s.Follows(ctx, data.FollowFilter{Binned: true}, data.Page{})
	if err != nil || page.Rows[0].Due != "2026-11-30" || page.Rows[0].Original != "2026-10-10" {
		t.Errorf("the one that was moved: %+v %v", page.Rows, err)
	}
}

// TestFieldOfALaterSchema follows the field that the second schema brought through all that needs no line of its own for it.
func TestFieldOfALaterSchema(t *testing.T) {
	s := reopen(t, older(t, "testdata/schema1.db.gz"), options())
	found := func(text string) (rows []data.StakeholderRow) {
		page, err := s.Stakeholders(ctx, data.StakeholderFilter{Text: text}, data.Page{})
		if err != nil {
			t.Fatal(err)
		}
		return page.Rows
	}
	rows := found("Primer grada Bora")
	if len(rows) == 0 {
		t.Fatal("the register lost its people")
	}
	body, err := s.Stakeholder(ctx, rows[0].ID)
	if err != nil || body.Website != "" {
		t.Fatalf("%+v %v", body, err)
	}
	body.Website = " www.grad.example.org\t"
	batch := save(t, s, body)
	body, err = s.Stakeholder(ctx, body.ID)
	if err != nil || body.Website != "www.grad.example.org" {
		t.Errorf("stored as %q: %v", body.Website, err)
	}
	h, err := s.History(ctx, "stakeholder", body.ID)
	if err != nil || h[0].Field != "website" || h[0].Old != `""` || h[0].New != `"www.grad.example.org"` {
		t.Errorf("history %+v: %v", h[0], err)
	}
	if got := found("grad.example"); len(got) != 1 || got[0].ID != body.ID {
		t.Errorf("the search finds %+v", got)
	}
	file := export(t, s)
	if !strings.Contains(file, `"website":"www.grad.example.org"`) {
		t.Error("the export lacks it")
	}
	b := other(t)
	if _, err := b.Import(ctx, strings.NewReader(file), ImportOptions{}); err != nil || export(t, b) != file {
		t.Errorf("the import of the export differs: %v", err)
	}
	body.Website = "no address"
	_, err = s.Save(ctx, body)
	wantCode(t, err, "invalid")
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if body, err = s.Stakeholder(ctx, body.ID); err != nil || body.Website != "" {
		t.Errorf("undone, it is %q: %v", body.Website, err)
	}
	wantWhole(t, s)
}

// TestImportOfOlderSchema takes a file without the fields that came later.
func TestImportOfOlderSchema(t *testing.T) {
	s := reopen(t, older(t, "testdata/schema1.db.gz"), options())
	file := export(t, s)
	was := strings.NewReplacer(fmt.Sprintf(`"schema":%d`, s.schema), `"schema":1`, `,"website":""`, "").Replace(file)
	if was == file || strings.Contains(was, "website") {
		t.Fatal("the file is not of the first schema")
	}
	b := other(t)
	if _, err := b.Import(ctx, strings.NewReader(was), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if export(t, b) != file {
		t.Error("it reads otherwise than the migrated database")
	}
	wantWhole(t, b)
}
