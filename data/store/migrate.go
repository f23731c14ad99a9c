package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"dogovor/data"
)

//go:embed migrations/*.sql
var files embed.FS

// migrations are the steps from one schema version to the next; the version is the number their file begins with, and each sets
// user_version to it in its own transaction.
type migrations struct {
	fs.FS
	newest int
}

func embedded() migrations {
	sub, err := fs.Sub(files, "migrations")
	if err != nil {
		panic(err) // embedded above
	}
	return stepsIn(sub)
}

func stepsIn(f fs.FS) migrations {
	names, _ := fs.Glob(f, "*.sql")
	m := migrations{FS: f}
	for _, n := range names {
		v, _, _ := strings.Cut(path.Base(n), "_")
		if i, err := strconv.Atoi(v); err == nil {
			m.newest = max(m.newest, i)
		}
	}
	return m
}

// migrate brings the file to the newest schema. A file that holds records is copied first.
func (s *Store) migrate(ctx context.Context, m migrations) error {
	k, err := s.inspect(ctx)
	switch {
	case err != nil:
		return err
	case k.foreign:
		return data.NewError("db.foreign", nil, "Path", s.path)
	case k.version > m.newest:
		return data.NewError("db.newer", nil, "Path", s.path, "Version", k.version, "Known", m.newest)
	case k.version == m.newest:
		return nil
	}
	if !k.empty {
		if _, err := s.copyBefore(ctx, m.newest); err != nil {
			return err
		}
	}
	db, err := sql.Open("sqlite", dsn(s.path, forWriting))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	err = steps(ctx, db, m)
	if e := db.Close(); err == nil {
		err = e
	}
	return err
}

// inspect asks the file what it is, without the means to change it. Only a change that was cut off before the file had a write-ahead log
// is taken back first, as SQLite does for everyone who opens the file to write: before that it cannot be read at all.
func (s *Store) inspect(ctx context.Context) (k kind, err error) {
	k, err = s.inspectAs(ctx, readOnly)
	var se *sqlite.Error
	if errors.As(err, &se) && se.Code() == lib.SQLITE_READONLY_ROLLBACK {
		return s.inspectAs(ctx, forReading)
	}
	return k, err
}

func (s *Store) inspectAs(ctx context.Context, m mode) (k kind, err error) {
	p, err := openPool(ctx, s.path, m, 1)
	if err != nil {
		return k, err
	}
	defer p.close()
	c, err := p.take(ctx)
	if err != nil {
		return k, err
	}
	defer p.give(c)
	return (&reading{s: s, ctx: ctx, conn: c}).identify()
}

func steps(ctx context.Context, db *sql.DB, m migrations) error {
	g, err := goose.NewProvider(goose.DialectSQLite3, db, m.FS, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err := g.Up(ctx); err != nil {
		return fmt.Errorf("migrating to schema %d: %w", m.newest, err)
	}
	return nil
}
