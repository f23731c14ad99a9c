package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"dogovor/data"
)

func write(t testing.TB, path string, b []byte) string {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// plainSQLite makes a database that is not ours.
func plainSQLite(t *testing.T, path string, statements ...string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, q := range statements {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// closed makes a database of ours with records in it.
func closed(t *testing.T, path string) string {
	t.Helper()
	s := reopen(t, path, options())
	village(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name     string
		make     func(t *testing.T, dir string) string
		readOnly bool
		code     string
		parts    []string // of the error's parameters
	}{
		{"missing, only to be read", func(t *testing.T, dir string) string { return filepath.Join(dir, "nema.db") }, true, "db.missing", nil},
		{"nothing in it, only to be read", func(t *testing.T, dir string) string { return write(t, filepath.Join(dir, "bor.db"), nil) }, true, "db.empty", nil},
		{"missing folder", func(t *testing.T, dir string) string { return filepath.Join(dir, "nema", "bor.db") }, false, "db.no_folder", []string{"Folder"}},
		{"a folder", func(t *testing.T, dir string) string { return dir }, false, "db.folder", nil},
		{"a picture", func(t *testing.T, dir string) string {
			return write(t, filepath.Join(dir, "slika.jpg"), []byte("\xff\xd8\xff\xe0 no database at all, but long enough to be one"))
		}, false, "db.not_database", nil},
		{"a short text", func(t *testing.T, dir string) string { return write(t, filepath.Join(dir, "a.txt"), []byte("hi")) }, true, "db.not_database", nil},
		{"another program's", func(t *testing.T, dir string) string {
			return plainSQLite(t, filepath.Join(dir, "x.db"), "PRAGMA application_id=99", "CREATE TABLE x(a)")
		}, false, "db.foreign", nil},
		{"without a mark", func(t *testing.T, dir string) string {
			return plainSQLite(t, filepath.Join(dir, "x.db"), "CREATE TABLE x(a)")
		}, true, "db.foreign", nil},
		{"newer", func(t *testing.T, dir string) string {
			return plainSQLite(t, closed(t, filepath.Join(dir, "bor.db")), "PRAGMA user_version=1000")
		}, false, "db.newer", []string{"Version", "Known"}},
		{"newer, and says that old programs must not read it", func(t *testing.T, dir string) string {
			return plainSQLite(t, closed(t, filepath.Join(dir, "bor.db")), "PRAGMA user_version=1000", "UPDATE meta SET value='1000' WHERE key='min_reader'")
		}, true, "db.newer", nil},
		{"lists of an older program", func(t *testing.T, dir string) string {
			return plainSQLite(t, closed(t, filepath.Join(dir, "bor.db")), "UPDATE meta SET value='0' WHERE key='derived'")
		}, true, "db.lists_older", nil},
		{"garbage behind the magic", func(t *testing.T, dir string) string {
			return write(t, filepath.Join(dir, "bor.db"), append([]byte("SQLite format 3\x00"), make([]byte, 9000)...))
		}, false, "db.corrupt", nil},
		{"cut off", func(t *testing.T, dir string) string {
			p := closed(t, filepath.Join(dir, "bor.db"))
			if err := os.Truncate(p, 20000); err != nil {
				t.Fatal(err)
			}
			return p
		}, false, "db.corrupt", nil},
		{"schema torn", func(t *testing.T, dir string) string {
			p := closed(t, filepath.Join(dir, "bor.db"))
			b, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			for i := 100; i < 4096; i++ {
				b[i] = 0xA5
			}
			return write(t, p, b)
		}, false, "db.corrupt", nil},
		{"a header that makes no sense", func(t *testing.T, dir string) string {
			p := closed(t, filepath.Join(dir, "bor.db"))
			b, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			return write(t, p, append(append(b[:40:40], bytes.Repeat([]byte{0xff}, 20)...), b[60:]...))
		}, true, "db.corrupt", nil},
		{"synchronised folder", func(t *testing.T, dir string) string {
			dir = filepath.Join(dir, "OneDrive - Primer", "baza")
			if err := os.MkdirAll(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			return filepath.Join(dir, "bor.db")
		}, false, "db.synced", []string{"Service"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.make(t, t.TempDir())
			before, _ := os.ReadFile(path)
			o := options()
			o.ReadOnly = c.readOnly
			s, err := Open(ctx, path, o)
			if err == nil {
				s.Close()
			}
			e := wantCode(t, err, c.code)
			for _, p := range append(c.parts, "Path") {
				if e.Params[p] == nil || e.Params[p] == "" {
					t.Errorf("the error does not name its %s: %v", p, e.Params)
				}
			}
			after, _ := os.ReadFile(path)
			if string(before) != string(after) {
				t.Error("what was refused was changed")
			}
		})
	}
}

// The file that a person worked on yesterday is not quietly begun anew when it is gone.
func TestExisting(t *testing.T) {
	o := options()
	o.Existing = true
	missing := filepath.Join(t.TempDir(), "bor.db")
	wantCode(t, second(Open(ctx, missing, o)), "db.missing")
	if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a file was made")
	}
	wantCode(t, second(Open(ctx, write(t, missing, nil), o)), "db.empty")
	if b, err := os.ReadFile(missing); err != nil || len(b) > 0 {
		t.Errorf("the empty file holds %d bytes, %v", len(b), err)
	}
	reopen(t, closed(t, filepath.Join(t.TempDir(), "bor.db")), o)
}

func TestSound(t *testing.T) {
	path := closed(t, filepath.Join(t.TempDir(), "bor.db"))
	s := reopen(t, path, options())
	if err := s.Sound(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var page int64 // in the middle of an index, where reading a list would pass by
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE type='index' AND tbl_name='engagement' ORDER BY rootpage LIMIT 1").Scan(&page); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for i := range 40 {
		b[(page-1)*4096+int64(i)] = 0xA5
	}
	write(t, path, b)
	o := options()
	o.ReadOnly = true
	wantCode(t, reopen(t, path, o).Sound(ctx), "db.corrupt")
}

// A medium that nobody can write holds no shared memory: the whole of Check must do without.
func TestCheckOnAMediumThatNobodyCanWrite(t *testing.T) {
	s := reopen(t, closed(t, filepath.Join(t.TempDir(), "bor.db")), Options{ReadOnly: true})
	s.readers.close()
	s.reads = immutable
	var err error
	if s.readers, err = openPool(ctx, s.path, immutable, 2); err != nil {
		t.Fatal(err)
	}
	os.Remove(s.path + "-shm")
	os.Remove(s.path + "-wal")
	if r, err := s.Check(ctx); err != nil || len(r.Findings) > 0 {
		t.Fatalf("%v %v", r.Findings, err)
	}
	if err := s.Sound(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(s.path + "-shm"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("shared memory was made beside the file")
	}
}

func TestOpenMakesPrivateFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Dogovor Бор #1 100%?.db") // names are the user's
	s := reopen(t, path, options())
	save(t, s, place("Krivelj", ""))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	wantCode(t, second(s.Settlements(ctx)), "db.closed")
	wantCode(t, second(s.Save(ctx, place("Slatina", ""))), "db.closed")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o: others may read the file", info.Mode().Perm())
	}
	for _, end := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(path + end); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is left after closing", end)
		}
	}
	list, err := reopen(t, path, options()).Settlements(ctx)
	if err != nil || len(list) != 1 {
		t.Errorf("reopened: %v %v", list, err)
	}
}

func TestPragmas(t *testing.T) {
	s := fresh(t)
	c, err := s.writer.take(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer s.writer.give(c)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "temp_store": "2",
		"secure_delete": "1", "cache_size": "-8000", "mmap_size": "0", "application_id": "1148151670", "user_version": strconv.Itoa(embedded().newest)} {
		var got string
		if err := c.c.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil && !errors.Is(err, sql.ErrNoRows) || got != want && !(pragma == "mmap_size" && got == "") {
			t.Errorf("%s is %q, want %q (%v)", pragma, got, want, err)
		}
	}
	r, err := s.readers.take(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer s.readers.give(r)
	if _, err := r.c.ExecContext(ctx, "DELETE FROM change"); err == nil {
		t.Error("a reader may write")
	}
}

func TestEmptyFileBecomesDatabase(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "bor.db"), nil)
	save(t, reopen(t, path, options()), place("Krivelj", ""))
}

func TestLocked(t *testing.T) {
	s := fresh(t)
	_, err := Open(ctx, s.path, options())
	wantCode(t, err, "db.locked")
	link := filepath.Join(t.TempDir(), "drugo-ime.db")
	if err := os.Symlink(s.path, link); err != nil {
		t.Fatal(err)
	}
	_, err = Open(ctx, link, options())
	wantCode(t, err, "db.locked")
	// Reading is allowed meanwhile, and the first store's own locks stay: its later saves are seen.
	o := options()
	o.ReadOnly = true
	r := reopen(t, s.path, o)
	save(t, s, place("Krivelj", ""))
	list, err := r.Settlements(ctx)
	if err != nil || len(list) != 1 {
		t.Errorf("the reader sees %d: %v", len(list), err)
	}
	_, err = r.Save(ctx, place("Slatina", ""))
	wantCode(t, err, "db.readonly")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	reopen(t, s.path, options())
}

// TestLockedByOther holds the lock in another process.
func TestLockedByOther(t *testing.T) {
	if os.Getenv("STORE_HOLDS") != "" {
		s := reopen(t, os.Getenv("STORE_HOLDS"), options())
		os.Stdout.WriteString("held\n")
		b := make([]byte, 1)
		os.Stdin.Read(b)
		s.Close()
		return
	}
	path := closed(t, filepath.Join(t.TempDir(), "bor.db"))
	cmd := exec.Command(os.Args[0], "-test.run=^TestLockedByOther$")
	cmd.Env = append(os.Environ(), "STORE_HOLDS="+path)
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 5)
	if _, err := out.Read(b); err != nil || !strings.HasPrefix(string(b), "held") {
		t.Fatalf("the other process says %q: %v", b, err)
	}
	_, err := Open(ctx, path, options())
	wantCode(t, err, "db.locked")
	in.Close()
	cmd.Wait()
	reopen(t, path, options())
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	path := closed(t, filepath.Join(dir, "bor.db"))
	if os.Geteuid() == 0 { // root may write anywhere, but not on a medium mounted read-only
		if err := exec.Command("mount", "--bind", dir, dir).Run(); err != nil {
			t.Skip("root without mount")
		}
		t.Cleanup(func() { exec.Command("umount", dir).Run() })
		if err := exec.Command("mount", "-o", "remount,ro,bind", dir).Run(); err != nil {
			t.Skip("no read-only mount")
		}
	} else {
		os.Chmod(path, 0o400)
		os.Chmod(dir, 0o500)
		t.Cleanup(func() { os.Chmod(dir, 0o700) })
	}
	_, err := Open(ctx, path, options())
	wantCode(t, err, "db.readonly")
	o := options()
	o.NoLock = true
	_, err = Open(ctx, path, o)
	wantCode(t, err, "db.readonly")
	_, err = Open(ctx, filepath.Join(dir, "nova.db"), o)
	wantCode(t, err, "db.readonly")
	// To read it from there is fine.
	o.ReadOnly = true
	if n, err := reopen(t, path, o).CountEngagements(ctx, data.EngagementFilter{}); err != nil || n != 2 {
		t.Errorf("%d engagements, %v", n, err)
	}
}

// stepsBeyond are those to a schema that no program knows yet, after those there are.
func stepsBeyond(t *testing.T, statements string) (steps migrations, newest int) {
	t.Helper()
	next := fstest.MapFS{}
	names, _ := fs.Glob(embedded(), "*.sql")
	for _, n := range names {
		b, err := fs.ReadFile(embedded(), n)
		if err != nil {
			t.Fatal(err)
		}
		next[n] = &fstest.MapFile{Data: b}
	}
	newest = embedded().newest + 1
	next[fmt.Sprintf("%05d_more.sql", newest)] = &fstest.MapFile{Data: fmt.Appendf(nil, "-- +goose Up\nPRAGMA user_version = %d;\n%s\n", newest, statements)}
	return stepsIn(next), newest
}

func TestMigratesWithBackup(t *testing.T) {
	path := closed(t, filepath.Join(t.TempDir(), "bor.db"))
	next, newest := stepsBeyond(t, "CREATE TABLE later(a INTEGER PRIMARY KEY);")
	s, err := open(ctx, path, options(), next)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if s.schema != newest {
		t.Errorf("schema %d", s.schema)
	}
	wantWhole(t, s)
	backup := fmt.Sprintf("%s.before-v%d.2026-10-21.bak", path, newest)
	old := reopen(t, backup, options())
	if n, err := old.CountEngagements(ctx, data.EngagementFilter{}); err != nil || n != 2 {
		t.Errorf("the backup has %d engagements: %v", n, err)
	}
	if old.schema != newest-1 {
		t.Errorf("the backup has schema %d", old.schema)
	}
	s.Close()
	_, err = Open(ctx, path, options())
	wantCode(t, err, "db.newer")

	// A step that fails changes nothing, and the backup is there.
	path = closed(t, filepath.Join(t.TempDir(), "bor.db"))
	before := export(t, reopenRead(t, path))
	next, _ = stepsBeyond(t, "CREATE TABLE later(a);\nINSERT INTO nowhere VALUES(1);")
	if _, err := open(ctx, path, options(), next); err == nil {
		t.Fatal("a broken migration passed")
	}
	if after := export(t, reopenRead(t, path)); after != before {
		t.Error("a broken migration changed the records")
	}
}

func reopenRead(t *testing.T, path string) *Store {
	o := options()
	o.ReadOnly = true
	return reopen(t, path, o)
}

func TestBackup(t *testing.T) {
	s := fresh(t)
	village(t, s)
	target := filepath.Join(t.TempDir(), "kopija.db")
	if err := s.Backup(ctx, target); err != nil {
		t.Fatal(err)
	}
	wantCode(t, s.Backup(ctx, target), "backup.exists")
	if info, _ := os.Stat(target); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", info.Mode().Perm())
	}
	c := reopenRead(t, target)
	if export(t, c) != export(t, s) {
		t.Error("the copy differs")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(target), ".dogovor*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.Backup(gone, target+"2"); err == nil {
		t.Error("a cancelled backup was made")
	}
}

func TestSampleIsMarked(t *testing.T) {
	s := fresh(t)
	if yes, err := s.IsSample(ctx); err != nil || yes {
		t.Errorf("a new file: %v %v", yes, err)
	}
	if err := s.SetSample(ctx); err != nil {
		t.Fatal(err)
	}
	if yes, err := s.IsSample(ctx); err != nil || !yes {
		t.Errorf("marked: %v %v", yes, err)
	}
}
