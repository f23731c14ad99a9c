package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dogovor/data"
)

// Backup writes a copy of the database to target while others read and write. It is checked and durable before it gets its name; a file that
// is there already is not touched (backup.exists).
func (s *Store) Backup(ctx context.Context, target string) error {
	return fault(s.copyTo(ctx, target), target)
}

// copyBefore keeps the database as it is before it is migrated to version, and tells where: FILE.before-v2.2026-11-22.bak.
func (s *Store) copyBefore(ctx context.Context, version int) (string, error) {
	base := fmt.Sprintf("%s.before-v%d.%s", s.path, version, data.DateOf(s.opt.Now().In(data.HomeZone())))
	target := base + ".bak"
	for n := 2; ; n++ {
		if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
			break
		}
		target = fmt.Sprintf("%s-%d.bak", base, n)
	}
	return target, s.copyTo(ctx, target)
}

func (s *Store) copyTo(ctx context.Context, target string) (err error) {
	if _, err := os.Lstat(target); err == nil {
		return data.NewError("backup.exists", nil, "Path", target)
	}
	// VACUUM INTO leaves half a file when it fails, so it writes under another name. The folder is made private first: SQLite would let
	// others read the file.
	dir, err := os.MkdirTemp(filepath.Dir(target), ".dogovor-backup-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, "copy.db")
	from, err := openPool(ctx, s.path, s.reads, 1)
	if err != nil {
		return err
	}
	err = vacuumInto(ctx, from, temp)
	if e := from.close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := quickCheck(ctx, temp, readOnly); err != nil {
		return err
	}
	if err := finish(temp); err != nil {
		return err
	}
	if err := os.Rename(temp, target); err != nil {
		return err
	}
	syncFolder(filepath.Dir(target))
	return nil
}

func vacuumInto(ctx context.Context, p *pool, target string) error {
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer p.give(c)
	_, err = c.c.ExecContext(ctx, "VACUUM INTO ?", target)
	return err
}

// Sound has SQLite look through the file while others read and write; db.corrupt tells that it is damaged. SQLite alone would go on
// and leave out what it cannot find: a figure would be wrong and nobody would know. It takes about a second for each 300 MB.
func (s *Store) Sound(ctx context.Context) error {
	return fault(quickCheck(ctx, s.path, s.reads), s.path)
}

// quickCheck opens a file once more and has SQLite look through it.
func quickCheck(ctx context.Context, path string, m mode) error {
	p, err := openPool(ctx, path, m, 1)
	if err != nil {
		return err
	}
	defer p.close()
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer p.give(c)
	var verdict string
	if err := c.c.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return data.NewError("db.corrupt", errors.New(verdict), "Path", path)
	}
	return nil
}

// finish makes a file private and durable. It is no live database, so it may be opened.
func finish(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = errors.Join(f.Chmod(0o600), f.Sync())
	return errors.Join(err, f.Close())
}

// syncFolder makes a new name durable where the system lets a folder be synced.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
