package store

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"sync"
	"time"

	"dogovor/data"
)

// Identity says who writes, and on which laptop.
type Identity struct {
	Officer string
	Laptop  string // code in numbers and history: "BOR1"
	Origin  int64  // random number of this laptop, from the machine's settings; 0 takes a new one for this session
}

// Options of Open. The zero value is good for a person at work.
type Options struct {
	Identity
	Now      func() time.Time // time.Now
	NewID    func() data.ID   // data.NewID
	ReadOnly bool             // nothing is written, and no lock is taken; a missing file is an error
	NoLock   bool             // no "only one program writes" lock
	Existing bool             // a missing or empty file is an error, instead of the beginning of a new database
}

// Store is an open database. It is safe for many goroutines.
type Store struct {
	path   string
	reads  mode // how a connection beside the others reads the file
	opt    Options
	schema int
	tables map[*data.Type]*table

	readers *pool
	release func() // lock and registration of the file

	mu     sync.Mutex // held while writing
	writer *pool      // nil in a store that is only read

	subs subscribers

	undone sync.Map // batches that were undone since the start, and those that undid them
}

func (o *Options) fill() {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = data.NewID
	}
	if o.Laptop == "" {
		o.Laptop = "X"
	}
	for o.Origin == 0 {
		o.Origin = rand.Int64()
	}
}

// SetOfficer says who writes from now on, and the code of the laptop in numbers to come; "" keeps the code.
func (s *Store) SetOfficer(officer, laptop string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opt.Officer = officer
	if laptop != "" {
		s.opt.Laptop = laptop
	}
}

// now is the store's clock, as fine as it is kept.
func (s *Store) now() time.Time { return s.opt.Now().UTC().Truncate(time.Millisecond) }

// Close brings everything into the one file and lets it go.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.readers.close()
	if s.writer != nil {
		// A checkpoint may be held up by another reader of the file; what it leaves stays safe in the write-ahead log.
		_, _ = s.writer.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
		if e := s.writer.close(); err == nil {
			err = e
		}
	}
	if s.release != nil {
		s.release()
		s.release = nil
	}
	return fault(err, s.path)
}

// IsSample tells whether the file holds the invented sample year.
func (s *Store) IsSample(ctx context.Context) (yes bool, err error) {
	err = s.read(ctx, func(r *reading) (err error) {
		yes, err = r.sample()
		return err
	})
	return yes, err
}

// SetSample marks the file as the sample year, for ever.
func (s *Store) SetSample(ctx context.Context) error {
	return s.write(ctx, func(x *writing) error { return x.setMeta("sample", "1") })
}

func (r *reading) sample() (bool, error) {
	v, err := r.meta("sample")
	return v == "1", err
}

func (r *reading) meta(key string) (v string, err error) {
	err = r.row("SELECT value FROM meta WHERE key=?", key).Scan(&v)
	if err == sql.ErrNoRows {
		return "", nil
	}
	return v, err
}

func (x *writing) setMeta(key, value string) error {
	x.dirty = true
	return x.exec("INSERT INTO meta VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, value)
}
