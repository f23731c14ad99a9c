package store

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/data"
	"dogovor/data/fold"
)

// BenchmarkBesideC asks the search texts of engagements the same as somebody who types, once through the driver and once through the sqlite3
// program, which is SQLite in C: one file, the same questions, in one run. Without the program it is skipped.
func BenchmarkBesideC(b *testing.B) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("no sqlite3 program")
	}
	eachSize(b, func(b *testing.B, s *Store) {
		path := filepath.Join(b.TempDir(), "texts.db")
		copyTexts(b, s, path)
		db, err := sql.Open("sqlite", path)
		must(b, err)
		defer db.Close()
		db.SetMaxOpenConns(1)
		c := startC(b, program, path)
		var ours, theirs []float64
		for b.Loop() {
			for _, k := range keystrokes() {
				terms := fold.Terms(k, true)
				if len(terms) == 0 {
					continue
				}
				for _, match := range []string{allOf(terms, markName), allOf(terms, "")} {
					q := "SELECT count(*) FROM (SELECT rowid FROM t WHERE t MATCH '" + match + "' ORDER BY rowid DESC LIMIT 20)"
					var n int
					begin := time.Now()
					must(b, db.QueryRow(q).Scan(&n))
					ours = append(ours, time.Since(begin).Seconds()*1000)
					begin = time.Now()
					got := c.ask(b, q)
					theirs = append(theirs, time.Since(begin).Seconds()*1000)
					if got != fmt.Sprint(n) {
						b.Fatalf("%s: %d and %s", match, n, got)
					}
				}
			}
		}
		for name, all := range map[string][]float64{"driver": ours, "C": theirs} {
			slices.Sort(all)
			b.ReportMetric(all[len(all)/2], name+"-p50-ms")
			b.ReportMetric(all[len(all)*95/100], name+"-p95-ms")
		}
		b.ReportMetric(0, "ns/op")
	})
}

// copyTexts writes the search texts of all engagements into an index of their own, as every SQLite can read it.
func copyTexts(b *testing.B, s *Store, path string) {
	db, err := sql.Open("sqlite", path)
	must(b, err)
	defer db.Close()
	_, err = db.Exec(`CREATE VIRTUAL TABLE t USING fts5(text, content='', detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize='unicode61 remove_diacritics 0')`)
	must(b, err)
	tx, err := db.Begin()
	must(b, err)
	st, err := tx.Prepare("INSERT INTO t(rowid, text) VALUES(?,?)")
	must(b, err)
	must(b, s.read(ctx, func(r *reading) error {
		return r.allIDs(data.Engagements, func(id data.ID) error {
			e, _, err := r.entryFor(id)
			if err != nil {
				return err
			}
			have, err := r.storedEntry(e.rid)
			if err == nil {
				_, err = st.Exec(have.doc, e.text)
			}
			return err
		})
	}))
	must(b, tx.Commit())
}

// inC is a running sqlite3 program.
type inC struct {
	in  io.Writer
	out *bufio.Reader
}

func startC(b *testing.B, program, path string) *inC {
	cmd := exec.Command(program, "-batch", path)
	in, err := cmd.StdinPipe()
	must(b, err)
	out, err := cmd.StdoutPipe()
	must(b, err)
	must(b, cmd.Start())
	b.Cleanup(func() {
		in.Close()
		_ = cmd.Wait()
	})
	return &inC{in, bufio.NewReader(out)}
}

// ask sends a question and waits for the one line of its answer. The program writes what it has when it turns its output elsewhere.
func (c *inC) ask(b *testing.B, query string) string {
	_, err := io.WriteString(c.in, query+";\n.output\n")
	must(b, err)
	line, err := c.out.ReadString('\n')
	must(b, err)
	return strings.TrimSpace(line)
}
