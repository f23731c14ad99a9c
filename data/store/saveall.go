package store

import (
	"context"
	"iter"
	"time"

	"dogovor/data"
)

// Batch is a Save by somebody at some time: what SaveAll takes.
type Batch struct {
	At      time.Time
	Officer string
	Records []data.Record
}

// batchesAtOnce is how many batches SaveAll commits together.
const batchesAtOnce = 1000

// SaveAll saves many batches, each as Save would have at its time, but commits only every so often: for making a sample or a benchmark. When
// it fails, what was committed stays.
func (s *Store) SaveAll(ctx context.Context, batches iter.Seq[Batch]) error {
	next, stop := iter.Pull(batches)
	defer stop()
	for more := true; more; {
		err := s.write(ctx, func(x *writing) error {
			x.many = true
			for range batchesAtOnce {
				var b Batch
				if b, more = next(); !more {
					return nil
				}
				if err := x.saveBatch(b); err != nil {
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

func (x *writing) saveBatch(b Batch) error {
	x.batch, x.officer, x.now = data.ID{}, b.Officer, b.At.UTC().Truncate(time.Millisecond)
	if err := valid(b.Records, x.now); err != nil {
		return err
	}
	if err := x.putAll(b.Records); err != nil {
		return err
	}
	return x.refresh()
}
