package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"dogovor/data"
)

// writing is one transaction: records, their history, lists and search texts change together or not at all.
type writing struct {
	*reading
	batch   data.ID
	officer string
	now     time.Time
	hlc     int64
	seq     int64
	dirty   bool // something is to be committed
	schema  int
	many    bool                   // too much to name each record
	touched map[data.ID]*data.Type // records that stand alone, and changed
	stale   stale
}

// write runs f in a transaction. When f changed nothing, nothing is committed. The commit is on the disk when write returns.
func (s *Store) write(ctx context.Context, f func(*writing) error) error {
	events, err := s.commit(ctx, f)
	if err == nil {
		s.subs.publish(events)
	}
	return fault(err, s.path)
}

func (s *Store) commit(ctx context.Context, f func(*writing) error) (events []data.Event, err error) {
	if s.opt.ReadOnly {
		return nil, data.NewError("db.readonly", nil, "Path", s.path)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	// Once begun a write is not torn off: it is short, and the person pressed Save.
	ctx = context.WithoutCancel(ctx)
	c, err := s.writer.take(ctx)
	if err != nil {
		return nil, err
	}
	defer s.writer.give(c)
	x := &writing{
		reading: &reading{s: s, ctx: ctx, conn: c},
		officer: s.opt.Officer, now: s.now(), schema: s.schema,
		touched: map[data.ID]*data.Type{}, stale: newStale(),
	}
	if err := x.exec("BEGIN IMMEDIATE"); err != nil {
		return nil, err
	}
	done := false
	defer func() {
		if !done { // after a full disk SQLite may have rolled back by itself
			_, _ = c.c.ExecContext(ctx, "ROLLBACK")
		}
	}()
	if err := x.clocks(); err != nil {
		return nil, err
	}
	known := x.seq
	if err := f(x); err != nil {
		return nil, err
	}
	if !x.dirty {
		return nil, nil
	}
	if err := x.refresh(); err != nil {
		return nil, err
	}
	if x.seq != known {
		if err := x.exec("INSERT INTO origin VALUES(?,?,?) ON CONFLICT(origin) DO UPDATE SET seq=excluded.seq, hlc=excluded.hlc",
			s.opt.Origin, x.seq, x.hlc); err != nil {
			return nil, err
		}
	}
	if err := x.exec("COMMIT"); err != nil {
		return nil, err
	}
	done = true
	return x.events(), nil
}

// clocks reads how far this laptop has come, and the highest clock value that any laptop is known to have reached. It is read each time: what
// another program wrote meanwhile counts too.
func (x *writing) clocks() error {
	return x.row("SELECT coalesce(max(hlc), 0), coalesce(max(CASE origin WHEN ? THEN seq END), 0) FROM origin", x.s.opt.Origin).Scan(&x.hlc, &x.seq)
}

// tick moves the hybrid logical clock: 48 bits of milliseconds, 16 of counter. It never goes back, even when the laptop's clock does.
func (x *writing) tick() int64 {
	x.hlc = max(x.hlc+1, x.now.UnixMilli()<<16)
	return x.hlc
}

// Kinds of change.
const (
	made    = 1
	changed = 2
)

// binnedField is the id of Meta.Binned in the history; data fields start at 2.
const binnedField = 1

// log adds one change to the history (docs/history.md).
func (x *writing) log(t *data.Type, row data.ID, kind, field int, before, after any, base any) error {
	if x.batch.IsZero() {
		x.batch = x.s.opt.NewID()
	}
	x.seq++
	x.dirty = true
	return x.exec("INSERT INTO change(origin,seq,hlc,at,schema,batch,officer,laptop,type,row,kind,field,old,new,base) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
		x.s.opt.Origin, x.seq, x.tick(), x.now.UnixMilli(), x.schema, x.batch[:], orNull(x.officer), orNull(x.s.opt.Laptop),
		t.Code, row[:], kind, field, before, after, base)
}

// version finds the change that wrote a field last: what its author has seen and now replaces.
func (x *writing) version(row data.ID, field int) (any, error) {
	var origin, seq int64
	err := x.row("SELECT origin, seq FROM change WHERE row=? AND field=? ORDER BY id DESC LIMIT 1", row[:], field).Scan(&origin, &seq)
	if err == sql.ErrNoRows && field != 0 {
		return x.version(row, 0)
	}
	if ok, err := found(err); !ok {
		return nil, err
	}
	b, err := json.Marshal([][2]int64{{origin, seq}})
	return string(b), err
}
