package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dogovor/data"
)

// applicationID stands in the header of our files.
const applicationID = 0x446F6776 // "Dogv"

// Open opens the database at path, and makes it when it is missing and may be written, unless Options say otherwise (db.missing, db.empty). It refuses, with a data.Error that names Path, what
// is no database of ours (db.folder, db.not_database, db.foreign), what may not be written (db.locked, db.readonly, db.network,
// db.synced), what is damaged (db.corrupt) and what a newer program made (db.newer). It never changes what it refuses.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	return open(ctx, path, o, embedded())
}

func open(ctx context.Context, path string, o Options, m migrations) (_ *Store, err error) {
	o.fill()
	if path, err = filepath.Abs(path); err != nil {
		return nil, fault(err, path)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // one file has one lock, by whichever name it is opened
	}
	s := &Store{path: path, reads: readOnly, opt: o, schema: m.newest, tables: newTables()}
	defer func() {
		if err != nil {
			s.abandon()
			err = fault(err, path)
		}
	}()
	exists, empty, err := look(path)
	if err != nil {
		return nil, err
	}
	if o.ReadOnly || o.Existing {
		switch {
		case !exists:
			return nil, data.NewError("db.missing", nil, "Path", path)
		case empty:
			return nil, data.NewError("db.empty", nil, "Path", path)
		}
	}
	if o.ReadOnly {
		return s, s.openToRead(ctx)
	}
	return s, s.openToWrite(ctx, exists, m)
}

func (s *Store) openToWrite(ctx context.Context, exists bool, m migrations) (err error) {
	if err = fitFolder(s.path); err != nil {
		return err
	}
	if exists {
		if err = writable(s.path); err != nil {
			return err
		}
	}
	if s.release, err = hold(s.path, !s.opt.NoLock); err != nil {
		return err
	}
	if !exists {
		if err = create(s.path); err != nil {
			return err
		}
		defer func() { s.removeNew(err) }() // what could not be filled is taken away again
	}
	if err = s.migrate(ctx, m); err != nil {
		return err
	}
	if s.writer, err = openPool(ctx, s.path, forWriting, 1); err != nil {
		return err
	}
	if s.readers, err = openPool(ctx, s.path, forReading, 2); err != nil {
		return err
	}
	if err = s.start(ctx); err == nil {
		err = s.freshen(ctx)
	}
	return err
}

func (s *Store) openToRead(ctx context.Context) (err error) {
	if s.release, err = hold(s.path, false); err != nil {
		return err
	}
	if s.readers, err = openPool(ctx, s.path, readOnly, 2); err == nil {
		err = s.readable(ctx)
	}
	if code := data.ErrorCode(fault(err, s.path)); code == "db.cannot_open" || code == "db.readonly" {
		// In a folder that nobody may write, SQLite cannot make the shared memory of a write-ahead log; without a log none is needed.
		if log, e := os.Stat(s.path + "-wal"); errors.Is(e, fs.ErrNotExist) || e == nil && log.Size() == 0 {
			if s.readers != nil {
				s.readers.close()
			}
			s.reads = immutable
			if s.readers, err = openPool(ctx, s.path, immutable, 2); err == nil {
				err = s.readable(ctx)
			}
		}
	}
	if err != nil {
		return err
	}
	return s.start(ctx)
}

// readable tells whether this program may read the file: it is ours, and its schema is neither too new nor too old.
func (s *Store) readable(ctx context.Context) error {
	return s.read(ctx, func(r *reading) error {
		k, err := r.identify()
		if err != nil {
			return err
		}
		switch {
		case k.foreign || k.empty:
			return data.NewError("db.foreign", nil, "Path", s.path)
		case k.version > s.schema && k.minReader > s.schema:
			return data.NewError("db.newer", nil, "Path", s.path, "Version", k.version, "Known", s.schema)
		case k.version < s.schema:
			return data.NewError("db.older", nil, "Path", s.path, "Version", k.version, "Known", s.schema)
		case k.derived != derivedVersion:
			return data.NewError("db.lists_older", nil, "Path", s.path)
		}
		return nil
	})
}

// start loads what a store keeps in memory.
func (s *Store) start(ctx context.Context) error {
	return s.read(ctx, func(r *reading) error { return r.loadRefs() })
}

// abandon lets go of everything after a failed Open.
func (s *Store) abandon() {
	if s.readers != nil {
		s.readers.close()
	}
	if s.writer != nil {
		s.writer.close()
	}
	if s.release != nil {
		s.release()
	}
	s.readers, s.writer, s.release = nil, nil, nil
}

// removeNew takes away the file that was just made, when nothing could be written into it.
func (s *Store) removeNew(err error) {
	if err != nil {
		s.abandon()
		for _, end := range []string{"", "-wal", "-shm"} {
			os.Remove(s.path + end)
		}
	}
}

// kind is what the file says of itself.
type kind struct {
	empty     bool // nothing in it yet
	foreign   bool // another program's
	version   int
	minReader int
	derived   string // by which version lists and search texts were derived
}

func (r *reading) identify() (k kind, err error) {
	var app, tables int
	if err := r.row("PRAGMA application_id").Scan(&app); err != nil {
		return k, err
	}
	if err := r.row("PRAGMA user_version").Scan(&k.version); err != nil {
		return k, err
	}
	// A first start that was cut off may have left the table in which migrations are noted, and nothing else.
	if err := r.row("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' AND name <> 'goose_db_version'").Scan(&tables); err != nil {
		return k, err
	}
	if app != applicationID {
		k.empty = app == 0 && k.version == 0 && tables == 0
		k.foreign = !k.empty
		return k, nil
	}
	if k.derived, err = r.meta("derived"); err != nil {
		return k, err
	}
	err = r.row("SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key='min_reader'), ?)", k.version).Scan(&k.minReader)
	return k, err
}
