package store

import "context"

// snapshotOf is where a context keeps the look at a store that Snapshot took.
type snapshotOf struct{ s *Store }

// Snapshot runs f over one look at the database: all that f reads with the context it is given stands as it stood when f read first, whatever
// others write meanwhile. A report is read so, that its figures and its lists agree. f reads one thing after another, not several at once.
func (s *Store) Snapshot(ctx context.Context, f func(ctx context.Context) error) error {
	return s.read(ctx, func(r *reading) error { return f(context.WithValue(ctx, snapshotOf{s}, r)) })
}
