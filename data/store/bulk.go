package store

import (
	"context"
	"iter"
	"time"

	"dogovor/data"
)

// Batch is what one officer saved at one time.
type Batch struct {
	At      time.Time
	Officer string
	Records []data.Record
}

// batchesPerCommit bounds what one transaction holds in memory, and what one that fails takes with it.
const batchesPerCommit = 2000

// SaveAll saves batches as if each officer had saved theirs at their time, many in one transaction: for a whole year that is made at once.
// Batches come in the order of time. A record that was in an earlier batch comes in its new state. What is committed stays when a later
// batch fails.
func (s *Store) SaveAll(ctx context.Context, batches iter.Seq[Batch]) error {
	next, stop := iter.Pull(batches)
	defer stop()
	saved := map[data.ID]data.Meta{}
	for more := true; more; {
		err := s.write(ctx, func(x *writing) error {
			x.many = true
			for range batchesPerCommit {
				if err := ctx.Err(); err != nil {
					return err
				}
				var b Batch
				if b, more = next(); !more {
					return nil
				}
				if err := x.saveBatch(b, saved); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *writing) saveBatch(b Batch, saved map[data.ID]data.Meta) error {
	x.now, x.officer, x.batch = b.At.UTC().Truncate(time.Millisecond), b.Officer, data.ID{}
	if err := valid(b.Records, b.At); err != nil {
		return err
	}
	for _, r := range b.Records {
		h := r.Head()
		if was, ok := saved[h.ID]; ok {
			*h = was
		}
		if err := x.put(r); err != nil {
			return err
		}
		saved[h.ID] = *h
	}
	return x.checkLinks(b.Records)
}
