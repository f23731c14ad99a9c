package store

import (
	"context"
	"database/sql"

	"dogovor/data"
)

// SaveDraft keeps what was typed into a form; it is on the disk when SaveDraft returns. Without a SavedAt it is dated now.
func (s *Store) SaveDraft(ctx context.Context, d data.Draft) error {
	return s.write(ctx, func(x *writing) error {
		x.dirty = true
		if d.SavedAt.IsZero() {
			d.SavedAt = x.now
		}
		return x.exec("INSERT INTO draft(key,body,saved_at) VALUES(?,?,?) ON CONFLICT(key) DO UPDATE SET body=excluded.body, saved_at=excluded.saved_at",
			d.Key, d.Body, d.SavedAt.UnixMilli())
	})
}

// Draft finds a draft; nil when there is none.
func (s *Store) Draft(ctx context.Context, key string) (d *data.Draft, err error) {
	err = s.read(ctx, func(r *reading) error {
		found, err := scanDraft(r.row("SELECT key, body, saved_at FROM draft WHERE key=?", key))
		if err == sql.ErrNoRows {
			return nil
		}
		d = &found
		return err
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// Drafts lists all drafts, newest first.
func (s *Store) Drafts(ctx context.Context) (out []data.Draft, err error) {
	err = s.read(ctx, func(r *reading) error {
		return r.each(func(sc scanner) error {
			d, err := scanDraft(sc)
			out = append(out, d)
			return err
		}, "SELECT key, body, saved_at FROM draft ORDER BY saved_at DESC, rid DESC")
	})
	return out, err
}

// DropDraft forgets a draft.
func (s *Store) DropDraft(ctx context.Context, key string) error {
	return s.write(ctx, func(x *writing) error { return x.dropDraft(key) })
}

func (x *writing) dropDraft(key string) error {
	if key == "" {
		return nil
	}
	var n int
	if err := x.row("SELECT count(*) FROM draft WHERE key=?", key).Scan(&n); err != nil || n == 0 {
		return err
	}
	x.dirty = true
	return x.exec("DELETE FROM draft WHERE key=?", key)
}

func scanDraft(sc scanner) (d data.Draft, err error) {
	var at int64
	err = sc.Scan(&d.Key, &d.Body, &at)
	d.SavedAt = instant(at)
	return d, err
}
