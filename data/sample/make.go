package sample

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"dogovor/assets"
	"dogovor/data"
	"dogovor/data/store"
)

// laptop stands in the numbers of the sample year.
const laptop = "BOR1"

// Make makes a new database of the sample year at path, marked as such. It answers sample.exists when there is a file already; when it
// fails it leaves none. Settlements are the starting ones unless o names others.
func Make(ctx context.Context, path string, o Options) (y *Year, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, data.NewError("sample.exists", nil, "Path", path)
	}
	if o.Settlements == nil {
		if o.Settlements, err = settlements(); err != nil {
			return nil, err
		}
	}
	y = Build(o)
	// Made under another name first: a year that was cut off halfway must not be taken for a whole one.
	unfinished := path + ".unfinished"
	discard(unfinished)
	defer discard(unfinished)
	if err := y.fill(ctx, unfinished); err != nil {
		return nil, renamed(err, unfinished, path)
	}
	if err := os.Rename(unfinished, path); err != nil {
		return nil, data.NewError("db.readonly", err, "Path", path)
	}
	return y, nil
}

// fill writes the year into a new database.
func (y *Year) fill(ctx context.Context, path string) (err error) {
	at := y.notAfterNow(y.day(time.January, 2, 8, 0))
	c := y.chance(forBatch, 1)
	db, err := store.Open(ctx, path, store.Options{
		Identity: store.Identity{Officer: officers[0], Laptop: laptop, Origin: int64(c.Uint64() >> 1)},
		Now:      func() time.Time { return at },
		NewID:    func() data.ID { return c.id(at) },
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.SetSample(ctx); err != nil {
		return err
	}
	return db.SaveAll(ctx, func(yield func(store.Batch) bool) {
		for b := range y.Batches() {
			if at = b.At; !yield(b) {
				return
			}
		}
	})
}

// EnsureSettlements puts the starting settlements into a database that has none of them yet.
func EnsureSettlements(ctx context.Context, db *store.Store) error {
	list, err := settlements()
	if err != nil {
		return err
	}
	_, err = db.EnsureSettlements(ctx, list)
	return err
}

func settlements() ([]*data.Settlement, error) {
	return data.ParseSettlements(bytes.NewReader(assets.Settlements()))
}

// discard takes away a database that was not finished, with what SQLite and the lock keep beside it.
func discard(path string) {
	for _, end := range []string{"", "-wal", "-shm", ".lock"} {
		_ = os.Remove(path + end)
	}
}

// renamed names the database that was asked for in an error about the unfinished one.
func renamed(err error, unfinished, path string) error {
	var e *data.Error
	if errors.As(err, &e) && e.Params["Path"] == unfinished {
		e.Params["Path"] = path
	}
	return err
}
